"""Observations of the market: what the tests that walk everything need to know of them."""

from domain.entities.files import SentFile
from domain.entities.observations import OBSERVATION_FILE, Noticed, Observation, Watched
from domain.queries import observations as queries
from domain.usecases.observations import noting
from domain.values.translated import Translated
from tests.nouns.declared import (
    Branched,
    Few,
    asked_for,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import a_file

everybodys("observations")
PHOTO = SentFile("pool", "pool", "pool.jpg", "image/jpeg", 1000, is_photo=True)
POOL = Noticed(Watched.SUPPLIER, Translated("Hotel Bellevue"), "The pool is renovated till May")


@new_one
def observation() -> Observation:
    return Observation.of(things.member(), POOL, NOON)


@one_more
def a_pool(few: Few) -> None:
    new = Observation.of(few.member, POOL, NOON)
    new.file = a_file(NOON)
    few.records.observations.add(new)


@in_each_branch
def noticed(its: Branched) -> dict[str, int]:
    """By who leads the deal, with a photo."""
    records = its.desk.archive
    new = Observation.of(its.lead, POOL, its.desk.now)
    new.file = PHOTO.wanted(OBSERVATION_FILE, its.desk.now)
    records.observations.add(new)
    records.flush()
    return {"observation": new.id}


asked_for(observations="observation")
forged("about", lambda _p, _t: ["supplier"])
forged("key", lambda _p, _t: ["hotel belevue"])

calls(
    {
        "observations.note_observation": lambda d, _p, _t: noting.note_observation(d, POOL),
        "observations.correct_observation": lambda d, _p, t: noting.correct_observation(
            d, t.observation, "till June"
        ),
        "observations.add_photo": lambda d, _p, t: noting.add_photo(d, t.observation, PHOTO),
        "observations.withdraw_observation": lambda d, _p, t: noting.withdraw_observation(d, t.observation),
        "queries.observations.must_note": lambda d, _p, _t: queries.must_note(d),
        "queries.observations.observations_shown": lambda d, _p, _t: queries.observations_shown(d),
        "queries.observations.observations_under": lambda d, _p, _t: queries.observations_under(
            d, Watched.SUPPLIER, "hotel belevue"
        ),
        "queries.observations.names_noted": lambda d, _p, _t: queries.names_noted(d, Watched.SUPPLIER),
        "queries.observations.observations_of_trip": lambda d, _p, t: queries.observations_of_trip(
            d, d.archive.trips.get(t.trip)
        ),
        "queries.observations.count_of_trip": lambda d, _p, t: queries.count_of_trip(
            d, d.archive.trips.get(t.trip)
        ),
        "queries.observations.newest_for": lambda d, _p, t: queries.newest_for(
            d, d.archive.deals.get(t.deal)
        ),
        "queries.observations.observations_found": lambda d, _p, _t: queries.observations_found(d, "pool"),
        "queries.observations.observation_card": lambda d, _p, t: queries.observation_card(d, t.observation),
        "queries.observations.observation_to_change": lambda d, _p, t: queries.observation_to_change(
            d, t.observation
        ),
        "queries.observations.observation_file": lambda d, _p, t: queries.observation_file(d, t.observation),
        "queries.observations.named_before": lambda d, _p, _t: queries.named_before(d, POOL.place),
    }
)
