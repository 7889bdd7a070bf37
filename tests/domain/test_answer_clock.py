"""The answer clock: working time that counts, and who hears of a client whom nobody answers, one after the other."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.entities.answer_clock import ANSWER_CLOCK, AnswerClock, Working, branch_key
from domain.entities.conversations import Queue, Urgency
from domain.entities.definitions import Definitions, Kept
from domain.entities.hours import DAYS, Hours, Span, WorkingHours
from domain.entities.notices import Notice
from domain.notices.conversations import ANSWER_LATE
from domain.ports.desk import Actor, Desk
from domain.usecases.clients.messages import answer_question, ask_agency
from domain.usecases.conversations.alarms import sound_alarms
from domain.usecases.conversations.holding import hand_over, take
from domain.usecases.settings.answer_clock import change_answer_time
from domain.values.refusals import Refusal
from tests.domain.one_deal import AGENCY
from tests.domain.test_conversations import MINUTE, MONDAY, Office

SOFIA = ZoneInfo("Europe/Sofia")
HOUR = timedelta(hours=1)
WEEK = Hours().office
NIGHT = MONDAY.replace(hour=20)
MORNING = datetime(2027, 3, 2, 7, 0, tzinfo=UTC)
"""Nine in Sofia on Tuesday."""


@pytest.mark.parametrize(
    ("at", "length", "ends"),
    [
        (MONDAY, 5 * MINUTE, MONDAY + 5 * MINUTE),
        (MONDAY.replace(hour=15, minute=58), 5 * MINUTE, MORNING + 3 * MINUTE),
        (NIGHT, 5 * MINUTE, MORNING + 5 * MINUTE),
        (datetime(2027, 3, 5, 15, 59, tzinfo=UTC), 2 * MINUTE, datetime(2027, 3, 8, 7, 1, tzinfo=UTC)),
        (MONDAY, 24 * HOUR, datetime(2027, 3, 3, 16, tzinfo=UTC)),
        (datetime(2027, 3, 26, 15, 59, tzinfo=UTC), 2 * MINUTE, datetime(2027, 3, 29, 6, 1, tzinfo=UTC)),
    ],
)
def test_only_working_time_counts(at: datetime, length: timedelta, ends: datetime) -> None:
    assert Working(WEEK, SOFIA).after(at, length) == ends


def test_where_nobody_ever_works_all_time_counts() -> None:
    assert Working((None,) * 7, SOFIA).after(NIGHT, HOUR) == NIGHT + HOUR


def test_each_queue_and_each_branch_has_its_time() -> None:
    clock = AnswerClock({"every": 5, "inquiries": 10, branch_key(3): 7})
    times = [
        clock.within(*one) // MINUTE for one in ((Queue.DEALS, None), (Queue.DEALS, 3), (Queue.INQUIRIES, 3))
    ]
    assert times == [5, 7, 10]


def test_it_turns_yellow_then_red() -> None:
    office = Office()
    office.asks()
    found = office.of(office.anna)
    assert [found.urgency(MONDAY + half * MINUTE / 2) for half in (0, 4, 5, 9, 10)] == [
        Urgency.CALM,
        Urgency.CALM,
        Urgency.SOON,
        Urgency.SOON,
        Urgency.LATE,
    ]


def test_first_those_who_have_it_hear_then_who_is_above_then_one_after_the_other() -> None:
    office = Office()
    office.asks()
    take(office.desk(MONDAY, office.kalina), office.anna.id)
    office.kalina.supervisor = office.olga.id
    assert _heard(office, MONDAY + 4 * MINUTE) == []
    assert _heard(office, MONDAY + 5 * MINUTE) == ["Kalina theirs"]
    assert _heard(office, MONDAY + 6 * MINUTE) == []
    assert _heard(office, MONDAY + 10 * MINUTE) == ["Olga above"]
    assert _heard(office, MONDAY + 15 * MINUTE) == ["Boris offered"]
    assert _heard(office, MONDAY + 20 * MINUTE) == []
    assert office.of(office.anna).alarm_at is None


def test_of_what_waited_long_before_anybody_looked_the_next_hears_after_the_whole_time_again() -> None:
    office = Office()
    office.asks()
    take(office.desk(MONDAY, office.kalina), office.anna.id)
    assert _heard(office, MONDAY + HOUR) == ["Kalina theirs"]
    assert _heard(office, MONDAY + HOUR + 4 * MINUTE) == []
    assert _heard(office, MONDAY + HOUR + 5 * MINUTE) == ["Olga above"]


def test_what_nobody_has_is_told_to_all_who_may_answer_and_then_to_the_owner() -> None:
    office = Office()
    office.asks()
    assert _heard(office, MONDAY + 5 * MINUTE) == ["Boris theirs", "Kalina theirs", "Olga theirs"]
    assert _heard(office, MONDAY + 10 * MINUTE) == ["Olga above"]
    assert _heard(office, MONDAY + 9 * HOUR) == []


def test_a_handover_or_a_clock_turned_back_tells_nothing_twice() -> None:
    office = Office()
    office.asks()
    take(office.desk(MONDAY, office.kalina), office.anna.id)
    assert _heard(office, MONDAY + 5 * MINUTE) == ["Kalina theirs"]
    hand_over(office.desk(MONDAY + 6 * MINUTE, office.kalina), office.anna.id, office.boris.id)
    assert _heard(office, MONDAY + 7 * MINUTE) == []
    assert _heard(office, MONDAY - HOUR) == []
    assert _heard(office, MONDAY + 10 * MINUTE) == ["Olga above"]


def test_what_was_asked_at_night_is_told_together_in_the_morning() -> None:
    office = Office()
    office.asks(NIGHT)
    ask_agency(office.desk(NIGHT + HOUR, office.mei), "And me?")
    assert _heard(office, MORNING + 4 * MINUTE) == []
    assert len(_heard(office, MORNING + 5 * MINUTE)) == 3
    assert {len(one.facts["clients"]) for one in _notices(office)} == {2}


def test_what_was_answered_alarms_nobody() -> None:
    office = Office()
    question = office.asks()
    answer_question(office.desk(MONDAY + MINUTE, office.boris), question, "Two.")
    assert _heard(office, MONDAY + HOUR) == []


def test_the_hours_of_whoever_has_it_count() -> None:
    office = Office()
    office.asks(NIGHT)
    late = {"working_hours": {str(office.kalina.id): _until_midnight()}}
    agency = replace(AGENCY, definitions=_settled(late))
    take(replace(office.desk(NIGHT, office.kalina), agency=agency), office.anna.id)
    assert office.of(office.anna).due_at == NIGHT + 5 * MINUTE


def test_the_owner_settles_it_within_bounds() -> None:
    office = Office()
    with pytest.raises(Refusal, match="not_within"):
        change_answer_time(office.desk(MONDAY, office.olga), 0, "inquiries", 2000)
    change_answer_time(office.desk(MONDAY, office.olga), 0, "inquiries", 10)
    assert office.things.definitions.one(ANSWER_CLOCK).within(Queue.INQUIRIES, None) == 10 * MINUTE


def _until_midnight() -> object:
    return WorkingHours(dict.fromkeys(DAYS, Span(time(12), time(23, 59))))


def _settled(kinds: dict[str, dict[str, object]]) -> Definitions:
    return Definitions(
        1, tuple(Kept(kind, key, value, 1) for kind, each in kinds.items() for key, value in each.items())
    )


def _notices(office: Office) -> list[Notice]:
    return [one for one in office.things.of(Notice) if one.kind == ANSWER_LATE]


def _heard(office: Office, now: datetime) -> list[str]:
    """Who hears of it then, and why."""
    before = len(_notices(office))
    desk = Desk(Actor(), now, office.papers, AGENCY, lambda: "token")
    while sound_alarms(desk):
        pass
    return sorted(f"{one.person.name} {one.facts['why']}" for one in _notices(office)[before:])
