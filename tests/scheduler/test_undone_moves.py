"""A trip that is moved there and back: what was undone before anybody heard of it is no news."""

from datetime import timedelta

import pytest

from domain.entities.notices import Notice, NoticeState
from domain.usecases.trips.planning import move, reschedule
from scheduler.notices import content_for
from scheduler.notices.message_content import NothingToSay
from tests.rights.test_who_hears import Office

DAY = timedelta(days=1)


def to_client(office: Office) -> list[Notice]:
    return [one for one in office.things.of(Notice) if one.person is office.deal.client.person]


@pytest.mark.parametrize("state", [NoticeState.WAITING, NoticeState.UNREACHED])
def test_what_was_undone_unheard_is_not_told(state: NoticeState) -> None:
    office = Office()
    was = office.trip.departs
    reschedule(office.desk(), 1, was + DAY)
    to_client(office)[0].state = state
    reschedule(office.desk(), 1, was)
    with pytest.raises(NothingToSay, match="as it was"):
        content_for(office.desk(), to_client(office)[-1])


def test_what_was_heard_and_then_undone_is_told_with_what_they_heard() -> None:
    office = Office()
    was = office.trip.departs
    reschedule(office.desk(), 1, was + DAY)
    to_client(office)[0].state = NoticeState.SENT
    reschedule(office.desk(), 1, was)
    last = to_client(office)[-1]
    assert last.facts["departed"] == (was + DAY).isoformat()
    content_for(office.desk(), last)


def test_of_two_changes_that_nobody_heard_the_first_tells_what_was_before() -> None:
    office = Office()
    was = office.trip.departs
    reschedule(office.desk(), 1, was + DAY)
    move(office.desk(), 1, "Sofia, stadium", None)
    reschedule(office.desk(), 1, was + 2 * DAY)
    last = to_client(office)[-1]
    assert (last.facts["departed"], last.facts["place"]) == (was.isoformat(), "Sofia, NDK car park")
    content_for(office.desk(), last)
