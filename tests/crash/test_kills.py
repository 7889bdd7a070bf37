"""The short form of the crash test; `make crash` is the long one, and alone joins clients' files meanwhile."""

from pathlib import Path

from tests.crash.harness import Crash, Plan

ALONE = Plan(talkers=3, clerks=1, deals=1, kills=3, seconds=10, thinks=3, pairs=0)
TOGETHER = Plan(talkers=3, clerks=1, deals=1, bots=2, schedulers=1, kills=4, seconds=10, thinks=3, pairs=0)


async def test_nothing_is_lost_when_processes_are_killed(tmp_path: Path, database_url: str) -> None:
    alone = database_url.startswith("sqlite")
    report = await Crash(tmp_path, database_url, ALONE if alone else TOGETHER).run()

    print("\n", report, *report.remarks, sep="\n")
    assert report.held, report
