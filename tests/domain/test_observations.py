"""Observations are filed under a name, and found there whatever script and language the name is written in."""

import pytest

from domain.entities.observations import Noticed, Watched, key_of, places_of
from domain.queries import observations as read
from domain.usecases.observations import noting
from domain.values.language import Language
from domain.values.refusals import Forbidden, NotFound
from domain.values.translated import Translated
from tests.domain.one_deal import a_deal
from tests.domain.test_ideas import Office

OHRID = Translated("Ohrid", {Language.RUSSIAN: "Охрид", Language.CHINESE: "奥赫里德"})


def test_a_name_is_the_same_in_any_script_and_a_tailor_made_journey_goes_where_its_title_says() -> None:
    assert key_of("ОХРИД") == key_of("Ohrid") == key_of("  ohrid ")
    assert key_of("奥赫里德") != key_of("Ohrid")
    deal = a_deal()
    deal.title, deal.translations = "Ohrid, June 2027", {"ru": "Охрид, июнь 2027"}
    assert key_of("Ohrid") in map(key_of, places_of(deal))


def test_its_author_corrects_and_withdraws_it_and_nobody_else_but_the_owner() -> None:
    office = Office()
    mine, owners = office.desk(office.boris), office.desk(office.olga)
    pool = noting.note_observation(mine, Noticed(Watched.DESTINATION, OHRID, "the pool is shut"))
    theirs = noting.note_observation(owners, Noticed(Watched.DESTINATION, Translated("охрид"), "dear taxis"))
    assert read.observations_under(mine, Watched.DESTINATION, key_of("Ohrid")) == [theirs, pool]
    assert read.observations_found(mine, "pool") == [pool]
    noting.correct_observation(owners, pool.id, "the pool is open")
    with pytest.raises(Forbidden):
        noting.withdraw_observation(mine, theirs.id)
    noting.withdraw_observation(mine, pool.id)
    assert read.observations_shown(mine) == [theirs]
    with pytest.raises(NotFound):
        read.observation_card(owners, pool.id)
    with pytest.raises(Forbidden):
        read.observations_shown(office.desk(office.anna))
