"""What the owner settles: what holds, how often it was changed, and two who change it at once."""

import subprocess
import sys
from dataclasses import replace

import pytest

from domain.entities.definitions import Definitions
from domain.entities.people import Role
from domain.entities.profile import PROFILE, Profile
from domain.ports.agency import CurrentAgency
from domain.usecases.settings.defining import as_shipped, define, first_value
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import AGENCY, OneDeal, a_deal, agency_desk


def test_what_was_shipped_holds_until_somebody_settles_it() -> None:
    settled = Definitions()
    assert settled.one(PROFILE).name == "Tourdesk"
    assert settled.revision(PROFILE) == 0
    again = settled.with_(PROFILE, "", Profile("Balkan")).with_(PROFILE, "", Profile("Balkan Tours"))
    assert again.one(PROFILE).name == "Balkan Tours"
    assert (again.version, again.revision(PROFILE)) == (2, 2)
    back = again.without(PROFILE, "")
    assert (back.one(PROFILE).name, back.version, back.revision(PROFILE)) == ("Tourdesk", 3, 0)
    with pytest.raises(NotFound, match="no_such_definition"):
        back.one(PROFILE, "another")


def test_a_change_holds_on_the_desk_at_once_and_is_told_in_the_history() -> None:
    shop = OneDeal(a_deal())
    desk = shop.desk(Role.OWNER)
    define(desk, PROFILE, replace(desk.agency.profile, name="Balkan"), 0, "renamed", name="Balkan")
    assert desk.agency.name == "Balkan"
    assert [(one.subject, one.what, one.facts) for one in shop.written] == [
        ("agency", "renamed", {"name": "Balkan"})
    ]
    define(desk, PROFILE, desk.agency.profile, 1, "renamed", name="Balkan")
    assert len(shop.written) == 1, "nothing has changed"


def test_two_owners_at_once_do_not_overwrite_each_other() -> None:
    shop = OneDeal(a_deal())
    olga, nina = shop.desk(Role.OWNER), shop.desk(Role.OWNER)
    define(olga, PROFILE, replace(olga.agency.profile, name="Balkan"), 0, "renamed")
    with pytest.raises(Refusal, match="changed_meanwhile"):
        define(nina, PROFILE, replace(nina.agency.profile, phone="+35921234567"), 0, "phone")
    anew = CurrentAgency(AGENCY).within(shop.memory)
    nina.agency = anew
    define(nina, PROFILE, replace(anew.profile, phone="+35921234567"), 1, "phone")
    kept = shop.memory.definitions.current().one(PROFILE)
    assert (kept.name, kept.phone) == ("Balkan", "+35921234567")


def test_only_who_may_change_settings_does() -> None:
    shop = OneDeal(a_deal())
    for role in (Role.MANAGER, Role.GUIDE, None):
        with pytest.raises(Forbidden):
            define(shop.desk(role), PROFILE, Profile("Mine"), 0, "renamed")
        with pytest.raises(Forbidden):
            as_shipped(shop.desk(role), PROFILE, 0, "renamed")
    assert shop.memory.definitions.version() == 0


def test_the_environment_gives_the_first_value_only() -> None:
    shop = OneDeal(a_deal())
    first_value(agency_desk(shop.memory), PROFILE, Profile("From the environment"))
    current = CurrentAgency(AGENCY)
    assert current.within(shop.memory).name == "From the environment"
    desk = agency_desk(shop.memory)
    desk.agency = current.latest
    first_value(desk, PROFILE, Profile("Another environment"))
    assert current.within(shop.memory).name == "From the environment"


def test_what_is_settled_is_read_again_only_when_it_was_changed() -> None:
    shop = OneDeal(a_deal())
    current = CurrentAgency(AGENCY)
    assert current.within(shop.memory) is AGENCY
    define(shop.desk(Role.OWNER), PROFILE, Profile("Balkan"), 0, "renamed")
    seen = current.within(shop.memory)
    assert seen.name == "Balkan"
    assert current.within(shop.memory) is seen is current.latest


def test_every_door_finds_all_checks_whatever_it_has_imported() -> None:
    asks = "from domain.usecases.settings import defining; print(*sorted(defining._all_checks()))"
    told = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert {"field", "own_kind", "pipeline"} <= {*told.stdout.split()}
