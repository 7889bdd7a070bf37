"""The season is what the demo promises: trips, deals over all stages, what is late, what waits, in four languages."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from domain.entities.client_imports import ImportState
from domain.entities.consents import Consent, ConsentKind, Given
from domain.entities.conversations import Urgency
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.forgets import Forget
from domain.entities.inquiries import Inquiry
from domain.entities.lateness import NAMED_BY, Expected, dues
from domain.entities.merging import Why
from domain.entities.people import Role
from domain.entities.pipeline import Pipeline
from domain.entities.staff_groups import WHOLE
from domain.entities.trips import Trip
from domain.ports.desk import Actor, Desk
from domain.queries.today import today
from domain.queries.trips import free_seats
from domain.values.language import Language
from scheduler.agency_desk import AgencyDesk
from storage import SqlUnit
from storage.audit.verifying import Verification
from tests.season.conftest import OPENING, Opened
from tourdesk.cast import CLIENTS, STAFF, character
from tourdesk.season import messages
from tourdesk.season.staff_group import GROUP

Work = Callable[[Desk, SqlUnit], Any]


async def look(opened: Opened, work: Work) -> Any:
    desk_of = AgencyDesk(opened.agency, opened.sandbox.clock.now, str)
    return await opened.database.read(lambda unit: work(desk_of(unit), unit))


def all_of(unit: SqlUnit, kind: type[Any]) -> list[Any]:
    return list(unit.session.scalars(select(kind)))


def all_deals(unit: SqlUnit) -> list[Deal]:
    return [unit.repositories.deals.get(one.id) for one in all_of(unit, Deal)]


async def test_one_trip_leaves_in_two_days_one_is_sold_out_and_one_is_in_spring(opened: Opened) -> None:
    def work(desk: Desk, unit: SqlUnit) -> None:
        ahead = {str(trip.name): trip for trip in all_of(unit, Trip) if trip.is_ahead(desk.now)}
        assert set(ahead) == {"Охрид", "Истанбул", "Лисабон"}
        assert ahead["Охрид"].departs.date() == OPENING.on(2)
        assert free_seats(desk, ahead["Истанбул"]) == 0
        assert len(desk.repositories.trips.waiting(ahead["Истанбул"])) == 2
        assert ahead["Лисабон"].departs.month == 4
        assert free_seats(desk, ahead["Лисабон"]) > 10
        for trip in ahead.values():
            said = {language: trip.words("name").said(language) for language in trip.words("name").others}
            assert len({trip.name, *said.values()}) >= 3, said

    await look(opened, work)


async def test_deals_stand_at_every_stage(opened: Opened) -> None:
    def work(_desk: Desk, unit: SqlUnit) -> None:
        deals = all_deals(unit)
        assert len(deals) >= 12
        stages = {"lost" if deal.is_lost else deal.step_key.partition(".")[0] for deal in deals}
        expected = {stage.key for stage in Pipeline.read().parts}
        assert stages >= expected - {"notified"}, expected - stages
        assert any(deal.is_lost for deal in deals)
        assert len({deal.id for deal in deals if len(deal.party) > 2}) >= 3, "families"

    await look(opened, work)


async def test_something_is_late_and_something_waits(opened: Opened) -> None:
    def work(desk: Desk, unit: SqlUnit) -> None:
        deals = [deal for deal in all_deals(unit) if deal.is_open]
        late = {
            (due.what, deal.client.name)
            for deal in deals
            for due in dues(deal, NAMED_BY)
            if due.is_overdue(desk.today)
        }
        assert late == {
            (Expected.BALANCE, "Георги Димитров"),
            (Expected.DEPOSIT, "Иван Николов"),
            (Expected.NAMES, "Христо Колев"),
        }
        papers = [one for deal in deals for one in deal.documents if one.state is DocumentState.SENT]
        assert {paper.traveller.name for paper in papers if paper.traveller} == {"ZHANG WEI", "WANG FANG"}
        found = [unit.repositories.inquiries.get(one.id) for one in all_of(unit, Inquiry)]
        open_ones = [one for one in found if one.is_open]
        assert len({one.received_at.date() for one in open_ones}) >= 3, "of different ages"
        assert any(one.taken_by is None for one in open_ones)

    await look(opened, work)


async def test_the_owner_sees_consents_a_doubt_and_who_wants_to_be_forgotten(opened: Opened) -> None:
    def work(desk: Desk, unit: SqlUnit) -> None:
        mailings = [one for one in all_of(unit, Consent) if one.kind is ConsentKind.MAILING]
        assert {one.stands for one in mailings} == {True, False}
        assert {one.how for one in mailings} >= {Given.CHAT, Given.PAPER}
        [doubt] = unit.repositories.doubts.open()
        assert doubt.why is Why.EMAIL
        [number] = [one.id for one in all_of(unit, Forget)]
        forget = unit.repositories.forgets.get(number)
        assert forget.is_open
        assert (forget.due_at or desk.now) > desk.now
        assert not unit.repositories.deals.unsettled_of(forget.client), "else it says what is owed"

    await look(opened, work)


async def test_money_adds_up(opened: Opened) -> None:
    def work(_desk: Desk, unit: SqlUnit) -> None:
        deals = all_deals(unit)
        days = sorted(payment.received_on for deal in deals for payment in deal.payments)
        assert len(days) >= 12
        assert (days[-1] - days[0]).days >= 21, "weeks of payments"
        for deal in deals:
            counted = sum(one.amount.minor for one in deal.payments if one.cancelled_at is None)
            assert deal.paid.minor == counted
            assert 0 <= counted <= deal.price.minor
            if deal.trip is not None:
                assert deal.price == deal.trip.price * deal.seats
        sold: dict[int, int] = {}
        for deal in deals:
            if deal.trip is not None and not deal.is_lost:
                sold[deal.trip.id] = sold.get(deal.trip.id, 0) + deal.seats
                assert len(deal.party) <= deal.seats
        for trip in all_of(unit, Trip):
            assert sold[trip.id] <= trip.seats

    await look(opened, work)


async def test_every_entry_is_as_it_was_written(opened: Opened) -> None:
    verification = Verification(opened.database)
    while await verification.look_on():
        pass
    assert verification.entries > 100
    assert not verification.findings


async def test_four_languages_are_spoken(opened: Opened) -> None:
    signs = {"en": r"\bthe\b|Olga", "bg": "ъ[а-я]", "ru": "[ыэ]", "zh": "[\u4e00-\u9fff]{4}"}
    people = {"en": "olga", "bg": "boris", "ru": "anna", "zh": "mei"}
    for language, sign in signs.items():
        said = "\n".join(
            message.text for message in opened.chat(character(people[language]).id) if message.sender is None
        )
        assert re.search(sign, said), f"{language}: {said[-400:]}"


async def test_the_owner_begins_with_the_morning(opened: Opened) -> None:
    for who in STAFF:
        last = opened.chat(who.id)[-1]
        assert last.sender is None
        assert last.text.startswith("☀️"), last.text
        assert last.date >= OPENING.at(0, "08:31").timestamp()
        assert len(last.inline["inline_keyboard"]) >= (2 if who.role is Role.GUIDE else 3)
        assert sum(one.text.startswith("☀️") for one in opened.chat(who.id)) <= 2, "no mornings of weeks"


async def test_every_role_has_a_morning_of_its_own(opened: Opened) -> None:
    """And one colleague works in each of the languages."""
    assert {who.role for who in STAFF} == set(Role)
    assert {who.language for who in STAFF} == {language.value for language in Language}

    def work(desk: Desk, unit: SqlUnit) -> None:
        for who in STAFF:
            found = unit.repositories.people.with_roles(who.id)
            assert found is not None
            lines = today(replace(desk, actor=Actor(*found)))
            assert len(lines) >= (1 if who.role is Role.GUIDE else 2), (
                f"{who.key}: {[line.key for line in lines]}"
            )

    await look(opened, work)


async def test_nothing_comes_from_another_time(opened: Opened) -> None:
    first, last = (OPENING.at(day, clock).timestamp() for day, clock in ((-28, "09:30"), (0, "08:35")))
    for who in (*STAFF, *CLIENTS):
        dates = [message.date for message in opened.chat(who.id)]
        assert dates == sorted(dates)
        assert first <= dates[0]
        assert dates[-1] <= last


async def test_in_the_inbox_one_is_late_one_is_nobodys_and_one_is_waited_for(opened: Opened) -> None:
    def work(desk: Desk, _unit: SqlUnit) -> None:
        papers = desk.repositories.conversations
        waiting = {one.client.name: one for one in papers.waiting()}
        late = waiting["Георги Димитров"]
        assert (late.urgency(desk.now), late.taken_by and late.taken_by.name) == (
            Urgency.LATE,
            "Kalina Ivanova",
        )
        assert [one.client.name for one in papers.nobodys()] == ["李美"]
        assert "Анна Петрова" in waiting
        assert [one.client.name for one in papers.with_clients()] == ["Emily O'Brien"]

    await look(opened, work)


async def test_one_deal_is_settled_and_in_the_staffs_group_a_client_waits_in_their_topic(
    opened: Opened,
) -> None:
    def work(desk: Desk, unit: SqlUnit) -> None:
        found = {deal.client: desk.repositories.settlements.of(deal) for deal in all_deals(unit)}
        settled = [client.name for client, one in found.items() if one and one.settled_at]
        assert settled == ["Росица Динева"]
        assert [one.deal.client.name for one in desk.repositories.settlements.unsettled()] == [
            "Мария Георгиева"
        ]
        assert desk.agency.staff_groups.of(WHOLE).is_tied
        (anna,) = (client for client in found if client.name == "Анна Петрова")
        assert [one.thread is not None for one in desk.repositories.client_topics.of(anna)] == [True]
        there = opened.chat(GROUP)
        assert any(messages.ASKED in one.text for one in there)

    await look(opened, work)


async def test_one_import_can_be_taken_back_and_one_waits(opened: Opened) -> None:
    def work(desk: Desk, unit: SqlUnit) -> None:
        waits, done = unit.repositories.client_imports.listed()
        assert done.can_be_undone(desk.now)
        assert done.counts == {"made": 5}
        assert (waits.state, waits.counts) == (
            ImportState.READY,
            {"new": 2, "match": 1, "doubt": 1, "fault": 1},
        )

    await look(opened, work)
