"""Somebody leaves: nothing stays with them, whatever they had in hand, and whoever it goes to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.people import Invitation, Role
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.queries.handover import LeftKind, left_by
from domain.usecases.staff.handover import succeed
from domain.usecases.staff.staffing import dismiss
from domain.usecases.staff.supervising import set_supervisor
from domain.values.refusals import Refusal
from tests.domain.test_holidays import NOON, Office
from tests.things import OHRID


@pytest.fixture
def office() -> Office:
    """Boris has a deal, an inquiry, a client, an invitation and a trip from when he was a guide, and supervises Kalina."""
    office = Office()
    papers = office.papers
    asked = Inquiry(office.client, Channel.CHAT, InquiryKind.INDIVIDUAL, "Rome", None, 2, NOON)
    asked.taken_by = office["Boris"]
    papers.inquiries.add(asked)
    papers.clients.add(Client("Wang", None, NOON, responsible=office["Boris"]))
    trip = Trip.planned(OHRID, NOON)
    papers.trips.add(trip)
    papers.trips.guide(TripGuide(trip, office["Boris"], NOON))
    later = NOON + timedelta(days=1)
    papers.invitations.add(Invitation("x", Role.GUIDE, NOON, later, office["Boris"]))
    papers.flush()
    set_supervisor(office.desk("Olga"), office["Kalina"].id, office["Boris"].id)
    set_supervisor(office.desk("Olga"), office["Boris"].id, office["Petar"].id)
    office.plans("Kalina", (0, 3), "Boris")
    office.plans("Boris", (7, 9), "Kalina")
    return office


def leaves(office: Office) -> None:
    desk = office.desk("Olga")
    dismiss(desk, office["Boris"].id)
    office.agency = desk.agency


def test_what_needs_no_choice_is_let_go_at_once(office: Office) -> None:
    leaves(office)
    assert not office.papers.invitations.open(NOON)
    assert office["Kalina"].supervisor == office["Petar"].id
    holidays = office.agency.presence.holidays
    assert [one.deputy for one in holidays[str(office["Kalina"].id)].planned] == [None]
    assert not holidays[str(office["Boris"].id)].planned


def test_everything_to_one_and_the_trips_to_a_guide(office: Office) -> None:
    leaves(office)
    desk = office.desk("Olga")
    assert left_by(desk, office["Boris"].id).kinds == list(LeftKind)
    succeed(desk, office["Boris"].id, office["Kalina"].id)
    assert left_by(desk, office["Boris"].id).kinds == [LeftKind.TRIPS]
    with pytest.raises(Refusal, match="not_a_guide"):
        succeed(desk, office["Boris"].id, office["Kalina"].id, LeftKind.TRIPS)
    succeed(desk, office["Boris"].id, office["Li"].id, LeftKind.TRIPS)
    succeed(desk, office["Boris"].id, office["Li"].id, LeftKind.TRIPS)
    assert not left_by(desk, office["Boris"].id)
    (trip,) = office.papers.trips.guided_by(office["Li"])
    assert [one.member.name for one in office.papers.trips.guides(trip)] == ["Li"]


def test_one_kind_to_one_and_another_to_another(office: Office) -> None:
    leaves(office)
    desk = office.desk("Olga")
    for kind, name in (("deals", "Kalina"), ("inquiries", "Petar"), ("clients", "Olga")):
        succeed(desk, office["Boris"].id, office[name].id, LeftKind(kind))
    assert office.deal.responsible is office["Kalina"]
    assert office.papers.inquiries.taken_by(office["Petar"])
    assert office.papers.clients.looked_after_by(office["Olga"])
    assert left_by(desk, office["Boris"].id).kinds == [LeftKind.TRIPS]


def test_what_is_over_is_nobodys_burden(office: Office) -> None:
    leaves(office)
    years_later = replace(office.desk("Olga"), now=NOON + timedelta(days=900))
    assert LeftKind.TRIPS not in left_by(years_later, office["Boris"].id).kinds
