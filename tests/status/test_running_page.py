"""docs/running.md tells of every figure and every alarm there is, and of no others."""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest

from domain.usecases.ops.alarms import Alarm
from domain.values.language import Language
from locales import Voice
from ops import counters
from ops.disk import Disk
from scheduler.notices.ops import WORDS
from storage.vitals import Waiting
from tests.deploy.shipped import HOUSE
from tests.scheduler.test_alarms import FACTS
from tests.world import AGENCY, NOON
from tourdesk.status.figures import NAMES, Kept, _Page
from tourdesk.status.readiness import AgencyStatus

TOLD = (HOUSE / "docs/running.md").read_text()
FIGURES = TOLD[TOLD.index("## The figures") : TOLD.index("## The log")]


def test_every_figure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counters, "figures", dict.fromkeys(counters.MEANINGS, 1.0))
    monkeypatch.setattr(counters, "_marks", {"receiving": 0.0, "ticking": 0.0})
    monkeypatch.setattr(counters, "events", Counter({"event_loop_blocked": 1}))
    waiting = Waiting(1, NOON)
    status = AgencyStatus(frozenset(), lambda: datetime(2027, 3, 2, tzinfo=UTC), lambda: Disk(1, 2))
    shown = {
        metric.name.removeprefix(NAMES) + ("_total" if metric.type == "counter" else "")
        for metric in _Page(status, Kept(waiting, waiting, NOON)).collect()
    } - {"build"}
    named = {name.partition("{")[0] for name in re.findall(r"`(\w+(?:\{[\w,]+\})?)`", FIGURES)}

    assert len(shown) > 20
    assert shown <= named


def test_every_alarm_is_told() -> None:
    alarms = TOLD[TOLD.index("## What the owners hear") : TOLD.index("## The figures")].casefold()
    voice = Voice(Language.ENGLISH, AGENCY.zone, None)

    for what in Alarm:
        headline = voice.plain(WORDS[what](FACTS[what])).splitlines()[0]
        words = re.sub(r"[^\w ]", "", headline).strip().casefold()
        assert words in re.sub(r"[^\w \n]", "", alarms), headline
