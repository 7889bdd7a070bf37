"""The status in figures, as Prometheus reads them: what was counted, what waits, and what the machine has left."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import accumulate

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from ops import counters
from ops.counters import Spread
from storage import SqlUnit
from storage.vitals import Waiting
from tourdesk.status.readiness import PATIENCE, AgencyStatus

CONTENT_TYPE = CONTENT_TYPE_LATEST
NAMES = "tourdesk_"


@dataclass(frozen=True)
class Kept:
    """What the tables show."""

    inbox: Waiting
    post: Waiting
    backup: datetime | None


async def figures(status: AgencyStatus) -> bytes:
    """The page. A database that does not answer leaves its own figures out and no others."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)  # memory, processor time, open files of this process
    registry.register(_Page(status, await _kept(status)))
    return generate_latest(registry)


async def _kept(status: AgencyStatus) -> Kept | None:
    now = status.clock()

    def look(unit: SqlUnit) -> Kept:
        last = unit.repositories.backups.last_good()
        return Kept(unit.vitals.inbox(), unit.vitals.post(now), last.made_at if last else None)

    try:
        async with asyncio.timeout(PATIENCE):
            return await status.database.read(look) if status.database else None
    except Exception:  # noqa: BLE001 (tourdesk_database_up says so)
        return None


class _Page(Collector):
    """Everything at one moment."""

    def __init__(self, status: AgencyStatus, kept: Kept | None) -> None:
        self._status = status
        self._kept = kept

    def collect(self) -> Iterator[Metric]:
        yield InfoMetricFamily(NAMES + "build", "What runs here.", {"version": _version()})
        yield from self._counted()
        yield from self._timed()
        yield from self._seen()
        yield _gauge("database_up", "1 when the database answered just now.", float(self._kept is not None))
        if self._kept is not None:
            yield from self._waiting(self._kept)
        yield from self._machine()

    def _counted(self) -> Iterator[Metric]:
        yield _counter(
            "updates_received", "Updates that were stored, by kind.", "kind", counters.updates_received
        )
        yield _counter(
            "updates_ended", "Updates that were dealt with, by outcome.", "outcome", counters.updates_ended
        )
        yield _counter(
            "updates_refused", "What was brought and not taken, by why.", "why", counters.updates_refused
        )
        yield _pairs("doors", "What came by HTTP, by path and status.", ("door", "status"), counters.doors)
        yield _pairs("notices", "Notices, by kind and outcome.", ("kind", "outcome"), counters.notices)
        yield _pairs("telegram_calls", "Calls of Telegram's methods.", ("method", "outcome"), counters.calls)
        yield _counter(
            "tasks_failed",
            "Background tasks that failed and were begun again.",
            "task",
            counters.tasks_failed,
        )
        yield _counter("events", "What should not happen often.", "event", counters.events)
        statements = self._status.database.statements if self._status.database else 0
        yield CounterMetricFamily(NAMES + "database_statements", "Statements sent.", statements)

    def _timed(self) -> Iterator[Metric]:
        yield _histogram(
            "update_handling_seconds", "From being taken to being answered.", "outcome", counters.handling
        )
        yield _histogram("telegram_call_seconds", "How long Telegram took.", "method", counters.call_seconds)
        yield _histogram("database_seconds", "How long transactions took.", "work", counters.database)
        yield _histogram(
            "timetable_seconds", "How long looks at the timetable took.", "entry", counters.ticks
        )

    def _seen(self) -> Iterator[Metric]:
        for name, value in sorted(counters.figures.items()):
            yield _gauge(name, counters.MEANINGS[name], value)
        counters.figures.pop("event_loop_lag_seconds", None)  # the longest since it was last read
        for part in ("receiving", "ticking"):
            if (since := counters.since(part)) is not None:
                yield _gauge(f"{part}_seconds_ago", f"Since the last sign of {part}.", since)

    def _waiting(self, kept: Kept) -> Iterator[Metric]:
        now = self._status.clock()
        yield _gauge("inbox_waiting", "Updates that are not answered yet.", kept.inbox.count)
        yield _gauge("inbox_oldest_seconds", "Age of the oldest of them.", kept.inbox.seconds(now))
        yield _gauge("post_waiting", "Notices that are due.", kept.post.count)
        yield _gauge(
            "post_lag_seconds", "How long the oldest of them could have been sent.", kept.post.seconds(now)
        )
        if kept.backup is not None:
            age = (now - kept.backup).total_seconds()
            yield _gauge("backup_age_seconds", "Age of the newest good backup.", age)

    def _machine(self) -> Iterator[Metric]:
        if (disk := self._status.disk()) is not None:
            yield _gauge("disk_free_bytes", "Free where the data folder is.", disk.free)
            yield _gauge("disk_size_bytes", "All there is where the data folder is.", disk.total)


def _version() -> str:
    try:
        return version("tourdesk")
    except PackageNotFoundError:  # run from a folder, not installed
        return "unknown"


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(NAMES + name, about, value)


def _counter(name: str, about: str, label: str, counts: Counter[str]) -> Metric:
    family = CounterMetricFamily(NAMES + name, about, labels=(label,))
    for value, count in sorted(counts.items()):
        family.add_metric((value,), count)
    return family


def _pairs(name: str, about: str, labels: tuple[str, str], counts: Counter[tuple[str, str]]) -> Metric:
    family = CounterMetricFamily(NAMES + name, about, labels=labels)
    for values, count in sorted(counts.items()):
        family.add_metric(values, count)
    return family


def _histogram(name: str, about: str, label: str, spread: Spread) -> Metric:
    family = HistogramMetricFamily(NAMES + name, about, labels=(label,))
    bounds = [*(str(bound) for bound in spread.bounds), "+Inf"]
    for value, counts in sorted(spread.counts.items()):
        family.add_metric((value,), list(zip(bounds, accumulate(counts), strict=True)), spread.sums[value])
    return family
