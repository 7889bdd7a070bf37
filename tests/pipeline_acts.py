"""What an owner and a manager do at random to stages and deals, and what has to hold after each act."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from random import Random

from domain.entities.deals import Deal
from domain.entities.pipeline import PIPELINE, PIPELINE_USE, SHIPPED
from domain.entities.requirements import REQUIREMENTS
from domain.entities.stages import ENTERS, Stage
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.deals import deal_card
from domain.queries.deals_by_stage import deals_at, stage_counts
from domain.queries.other_pipelines import pipelines_beside, steps_elsewhere
from domain.usecases.deals.other_pipelines import go_elsewhere
from domain.usecases.deals.stages import advance, lose
from domain.usecases.settings import pipelines
from domain.usecases.settings import steps as changing
from domain.usecases.settings.defining import define
from domain.usecases.trips.departures import told_by_phone
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal
from tests.things import OHRID

Act = Callable[[Desk, Random], None]
WORDS = ("Blessing", "Papers", "Paid", "On the way", "Home", "Дорога", "确认")


def _pipeline(desk: Desk, chance: Random) -> tuple[str, int, list[str]]:
    key = chance.choice([*desk.agency.definitions.all(PIPELINE)])
    one = desk.agency.definitions.one(PIPELINE, key)
    return key, desk.agency.definitions.revision(PIPELINE, key), [step.key for step in one.all_steps]


def makes(desk: Desk, chance: Random) -> None:
    names = chance.sample(WORDS, chance.randint(1, 6))
    pipelines.make_pipeline(desk, Language.ENGLISH, chance.choice(WORDS), names)


def adds(desk: Desk, chance: Random) -> None:
    key, seen, _steps = _pipeline(desk, chance)
    changing.add_stage(desk, key, seen, chance.choice([*Language]), chance.choice(WORDS))


def parts(desk: Desk, chance: Random) -> None:
    """A stage gets a sub-stage, whoever stands there."""
    key, seen, steps = _pipeline(desk, chance)
    stage = chance.choice(steps).partition(".")[0]
    changing.add_substage(desk, key, seen, stage, chance.choice([*Language]), chance.choice(WORDS))


def says(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    changing.say_to_client(
        desk, key, seen, chance.choice(steps), chance.choice([*Language]), chance.choice(WORDS)
    )


def copies(desk: Desk, chance: Random) -> None:
    key, _seen, _steps = _pipeline(desk, chance)
    pipelines.copy_pipeline(desk, key, Language.ENGLISH, chance.choice(WORDS))


def retires_all(desk: Desk, chance: Random) -> None:
    key, seen, _steps = _pipeline(desk, chance)
    pipelines.retire_pipeline(desk, key, seen, retired=chance.random() < 0.7)


def goes_elsewhere(desk: Desk, chance: Random) -> None:
    deal = chance.choice(desk.repositories.deals.newest(50))
    others = [*pipelines_beside(desk, deal)]
    if others:
        _deal, steps = steps_elsewhere(desk, deal.id, chance.choice(others))
        go_elsewhere(desk, deal.id, deal.step_key, chance.choice(steps).key)


def names(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    word = chance.choice(WORDS) + f" {chance.randint(1, 99)}"
    changing.name_step(desk, key, seen, chance.choice(steps), chance.choice([*Language]), word)


def retires(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    to = chance.choice([None, *steps])
    changing.retire_step(desk, key, seen, chance.choice(steps), to)


def brings_back(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    changing.bring_back_step(desk, key, seen, chance.choice(steps))


def moves_stage(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    changing.move_step(desk, key, seen, chance.choice(steps), chance.choice([-1, 1]))


def switches(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    step = chance.choice(steps)
    if chance.random() < 0.5:
        changing.switch_need(desk, key, seen, step, chance.choice([*REQUIREMENTS]))
    else:
        changing.switch_enter(desk, key, seen, step, chance.choice(ENTERS))


def uses(desk: Desk, chance: Random) -> None:
    key, _seen, _steps = _pipeline(desk, chance)
    pipelines.use_pipeline(desk, "tailor_made", key, desk.agency.definitions.revision(PIPELINE_USE))


def back_to_shipped(desk: Desk, _chance: Random) -> None:
    pipelines.pipeline_as_shipped(desk, SHIPPED, desk.agency.definitions.revision(PIPELINE, SHIPPED))


def imports(desk: Desk, chance: Random) -> None:
    """As a file may bring it: stages left out, twice, or put in anywhere."""
    key, seen, _steps = _pipeline(desk, chance)
    one = desk.agency.definitions.one(PIPELINE, key)
    stages = [*one.parts]
    for _change in range(chance.randint(1, 3)):
        place = chance.randrange(len(stages)) if stages else 0
        if stages and chance.random() < 0.6:
            stages.pop(place)
        else:
            labels = {chance.choice([*Language]): chance.choice(WORDS)}
            stages.insert(place, Stage(f"brought_{chance.randint(1, 3)}", labels))
    define(desk, PIPELINE, replace(one, parts=tuple(stages)), seen, "x", key=key)


def flags(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    stage = chance.choice(steps).partition(".")[0]
    changing.switch_flag(desk, key, seen, stage, chance.choice(["vouchers", "told"]))


def opens(desk: Desk, chance: Random) -> None:
    """Beside one that is there: a deal of the same client, tailor-made or on a trip."""
    like = chance.choice(desk.repositories.deals.newest(50))
    trip, pipeline = None, desk.agency.pipelines.for_tailor_made()
    if chance.random() < 0.5:
        trip, pipeline = Trip.planned(OHRID, desk.now), desk.agency.pipelines.for_trip(None)
        desk.repositories.trips.add(trip)
    opened = Deal(like.client, "Rome", 1, like.price, like.deposit, desk.now, trip, step_since=desk.now)
    opened.step_key = pipeline.first.key
    desk.repositories.deals.add(opened)
    desk.repositories.flush()


def hears(desk: Desk, chance: Random) -> None:
    """Of the departure: the deal goes where those are who know of it."""
    told_by_phone(desk, chance.choice(desk.repositories.deals.newest(50)).id)


def goes_on(desk: Desk, chance: Random) -> None:
    deal = chance.choice(desk.repositories.deals.newest(50))
    advance(desk, deal.id, deal.step_key, "because")


def is_lost(desk: Desk, chance: Random) -> None:
    lose(desk, chance.choice(desk.repositories.deals.newest(50)).id, "too dear")


ACTS: tuple[Act, ...] = (
    *(makes, adds, names, retires, brings_back, moves_stage, switches, uses, back_to_shipped, imports, flags),
    *(parts, says, copies, retires_all, goes_elsewhere, goes_elsewhere),
    *(opens, hears, goes_on, goes_on, goes_on, is_lost),
)


def tries(desk: Desk, chance: Random) -> None:
    with suppress(Refusal, NotFound):
        chance.choice(ACTS)(desk, chance)


def holds(desk: Desk) -> None:
    """Every deal can be read and moved on, and every open one stands in exactly one list."""
    everything = desk.repositories.deals.newest(500)
    pipelines = desk.agency.pipelines
    for deal in everything:
        card = deal_card(desk, deal.id)
        assert deal.is_open or not card.gaps
        assert (card.following is not None) == deal.is_open
        if deal.is_open:
            pipeline = pipelines.of(deal.step_key)
            assert card.following in pipeline.steps
            assert pipeline.step(deal.step_key).key == deal.step_key
    listed: list[int] = []
    for one in stage_counts(desk):
        assert sum(one.stages.values()) == one.total
        for stage, count in one.stages.items():
            page = deals_at(desk, stage, limit=500)
            assert page.count == len(page.lines) == count
            listed += [line.number for line in page.lines]
    assert sorted(listed) == sorted(deal.id for deal in everything if deal.is_open)
