"""`make fuzz`: random people until Ctrl-C, or for MINUTES. Prints what they got done, and how far they came."""

import asyncio
import logging
import os
import secrets
import time
from collections import Counter

import structlog
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.fuzz.acts import History, histories
from tests.fuzz.living import live_through
from tests.fuzz.milestones import ALL
from tests.postgres_server import PostgresServer
from tests.quick_disk import quick_folder
from tourdesk.logs import write_logs

MINUTES = float(os.environ.get("MINUTES", "0"))
"""0: until it is stopped."""
PHASES = [Phase.generate, Phase.shrink] if os.environ.get("SHORTEN") else [Phase.generate]
"""To shorten a failing history takes an hour: only on demand, with the seed that was printed (SEED=…)."""
LONGEST = 100
AT_A_TIME = 5
"""Histories between two printed lines."""


def main() -> None:
    write_logs(readable=True)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with asyncio.Runner() as runner:
        kinds: list[Databases] = [
            runner.run(SqliteDatabases(quick_folder("sqlite-")).open()),
            runner.run(PostgresDatabases(PostgresServer(short_lived=True)).open()),
        ]
        try:
            _go_on(runner, kinds)
        except KeyboardInterrupt:
            print("stopped")
        finally:
            for kind in kinds:
                runner.run(kind.close())


def _go_on(runner: asyncio.Runner, kinds: list[Databases]) -> None:
    begun, told, reached, lived = time.monotonic(), Counter[str](), Counter[str](), 0
    while not MINUTES or time.monotonic() - begun < MINUTES * 60:
        started_with = int(os.environ.get("SEED", "0")) or secrets.randbelow(2**32)
        print(f"fuzz: seed {started_with}", flush=True)
        _some(runner, kinds[lived // AT_A_TIME % len(kinds)], started_with, told, reached)
        lived += AT_A_TIME
        done = ", ".join(f"{what} {count}" for what, count in told.most_common())
        print(f"fuzz: histories {lived}, {done}", flush=True)
        far = ", ".join(f"{what} {reached[what]}" for what in ALL)
        print(f"fuzz: of {lived} histories so many reached: {far}", flush=True)


def _some(
    runner: asyncio.Runner,
    databases: Databases,
    started_with: int,
    told: Counter[str],
    reached: Counter[str],
) -> None:
    @seed(started_with)
    @settings(
        max_examples=AT_A_TIME,
        deadline=None,
        database=None,
        phases=PHASES,
        report_multiple_bugs=False,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(lived=histories(LONGEST))
    def histories_hold(lived: History) -> None:
        done, far = runner.run(live_through(databases, lived))
        told.update(done)
        reached.update(far)

    histories_hold()


if __name__ == "__main__":
    main()
