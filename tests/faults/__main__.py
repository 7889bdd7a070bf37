"""`make faults`: runs the tests of every fault at their full length, and tells how each of them went.

`--write` puts the table into docs/measurements.md; names of faults ("4 S8") run only these.
"""

import os
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.catalogue import CATALOGUE
from tests.faults.fault import Fault

MEASUREMENTS = Path(__file__).parents[2] / "docs/measurements.md"
BEGIN, END = "<!-- faults -->", "<!-- end of faults -->"


@dataclass
class Tally:
    """What became of one test, over all its cases."""

    cases: int = 0
    failed: int = 0
    injected: int = 0
    lost: int = 0
    doubled: int = 0


class Recorder:
    """pytest tells it of every case."""

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = defaultdict(Tally)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        tally = self.tallies[re.sub(r"\[.*$", "", report.nodeid, flags=re.DOTALL).removeprefix("tests/")]
        if report.failed:
            tally.failed += 1
        if report.when == "call":
            told = dict(report.user_properties)
            tally.cases += 1
            tally.injected += int(str(told.get("injected", 1)))
            tally.lost += int(str(told.get("lost", 0)))
            tally.doubled += int(str(told.get("doubled", 0)))


def main(words: list[str]) -> int:
    """0 when everything that has a test held."""
    wanted = [word for word in words if not word.startswith("-")]
    chosen = [fault for fault in CATALOGUE if not wanted or fault.id in wanted]
    os.environ["TOURDESK_FAULTS"] = "full"
    recorder = Recorder()
    names = sorted({f"tests/{name}" for fault in chosen for name in fault.tests})
    code = (
        pytest.main(["-q", "-n", "auto", "--dist", "worksteal", *names], plugins=[recorder]) if names else 0
    )
    table = [*_table(chosen, recorder.tallies), "", _last_line(chosen, recorder.tallies)]
    print("\n".join(table))
    if "--write" in words and not wanted and code in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        _write(table)
    return int(code)


def _table(faults: list[Fault], tallies: dict[str, Tally]) -> list[str]:
    head = ["| fault | | injected | held | lost | twice |", "|---|---|---|---|---|---|"]
    return head + [_row(fault, [tallies[name] for name in fault.tests]) for fault in faults]


def _row(fault: Fault, tallies: list[Tally]) -> str:
    if not fault.tests:
        return f"| {fault.id} | {fault.what} | – | {fault.no_room} | | |"
    injected, lost, doubled = (
        sum(getattr(tally, name) for tally in tallies) for name in ("injected", "lost", "doubled")
    )
    held = "yes" if _held(tallies) else "NO"
    return f"| {fault.id} | {fault.what} | {injected:,} | {held} | {lost} | {doubled} |"


def _held(tallies: list[Tally]) -> bool:
    return all(tally.cases and not tally.failed for tally in tallies)


def _last_line(faults: list[Fault], tallies: dict[str, Tally]) -> str:
    tried = [[tallies[name] for name in fault.tests] for fault in faults if fault.tests]
    held = sum(_held(one) for one in tried)
    lost = sum(tally.lost for tally in tallies.values())
    return f"tried {len(tried)}, held {held}, lost {lost}"


def _write(table: list[str]) -> None:
    text = MEASUREMENTS.read_text()
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    MEASUREMENTS.write_text(f"{before}{BEGIN}\n" + "\n".join(table) + f"\n{END}{after}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
