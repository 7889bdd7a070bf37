"""What an owner and a manager do at random to stages and deals, and what has to hold after each act."""

from collections.abc import Callable
from contextlib import suppress
from random import Random

from domain.entities.deals import Deal
from domain.entities.pipeline import ENTERS, PIPELINE, PIPELINE_USE, SHIPPED
from domain.entities.requirements import REQUIREMENTS
from domain.ports.desk import Desk
from domain.queries.deals import deal_card, deals_at, stage_counts
from domain.usecases.deals.stages import advance, lose
from domain.usecases.settings import pipelines
from domain.usecases.settings.defining import as_shipped, define
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal

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
    pipelines.add_stage(desk, key, seen, chance.choice([*Language]), chance.choice(WORDS))


def names(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    word = chance.choice(WORDS) + f" {chance.randint(1, 99)}"
    pipelines.name_step(desk, key, seen, chance.choice(steps), chance.choice([*Language]), word)


def retires(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    to = chance.choice([None, *steps])
    pipelines.retire_step(desk, key, seen, chance.choice(steps), to)


def brings_back(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    pipelines.bring_back_step(desk, key, seen, chance.choice(steps))


def moves_stage(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    stage = chance.choice(steps).partition(".")[0]
    pipelines.move_stage(desk, key, seen, stage, chance.choice([-1, 1]))


def switches(desk: Desk, chance: Random) -> None:
    key, seen, steps = _pipeline(desk, chance)
    step = chance.choice(steps)
    if chance.random() < 0.5:
        pipelines.switch_need(desk, key, seen, step, chance.choice([*REQUIREMENTS]))
    else:
        pipelines.switch_enter(desk, key, seen, step, chance.choice(ENTERS))


def uses(desk: Desk, chance: Random) -> None:
    key, _seen, _steps = _pipeline(desk, chance)
    pipelines.use_pipeline(desk, "tailor_made", key, desk.agency.definitions.revision(PIPELINE_USE))


def back_to_shipped(desk: Desk, _chance: Random) -> None:
    as_shipped(desk, PIPELINE, desk.agency.definitions.revision(PIPELINE, SHIPPED), "x", key=SHIPPED)


def leaves_out(desk: Desk, chance: Random) -> None:
    """As an imported file may do: a pipeline with one stage less."""
    key, seen, _steps = _pipeline(desk, chance)
    one = desk.agency.definitions.one(PIPELINE, key)
    gone = chance.choice(one.parts)
    shorter = type(one)(tuple(part for part in one.parts if part is not gone), one.labels)
    define(desk, PIPELINE, shorter, seen, "x", key=key)


def opens(desk: Desk, chance: Random) -> None:
    """Beside one that is there: a deal of the same client."""
    like = chance.choice(desk.repositories.deals.newest(50))
    first = desk.agency.pipelines.for_tailor_made().first
    deal = Deal(
        like.client, "Rome", 1, like.price, like.deposit, desk.now, step_key=first.key, step_since=desk.now
    )
    desk.repositories.deals.add(deal)
    desk.repositories.flush()


def goes_on(desk: Desk, chance: Random) -> None:
    deal = chance.choice(desk.repositories.deals.newest(50))
    advance(desk, deal.id, deal.step_key, "because")


def is_lost(desk: Desk, chance: Random) -> None:
    lose(desk, chance.choice(desk.repositories.deals.newest(50)).id, "too dear")


ACTS: tuple[Act, ...] = (
    *(makes, adds, names, retires, brings_back, moves_stage, switches, uses, back_to_shipped, leaves_out),
    *(opens, goes_on, goes_on, goes_on, is_lost),
)


def tries(desk: Desk, chance: Random) -> None:
    with suppress(Refusal, NotFound):
        chance.choice(ACTS)(desk, chance)


def holds(desk: Desk) -> None:
    """Every deal can be read, and every open one is in the list of its stage."""
    everything = desk.repositories.deals.newest(500)
    for deal in everything:
        card = deal_card(desk, deal.id)
        assert deal.is_open or not card.gaps
        if deal.is_open:
            assert desk.agency.pipelines.of(deal.step_key).step(deal.step_key).key == deal.step_key
    counts = stage_counts(desk)
    open_ = [deal for deal in everything if deal.is_open]
    assert sum(counts.stages.values()) == counts.total == len(open_)
    for deal in open_:
        assert deal.id in {line.number for line in deals_at(desk, deal.stage, limit=500).lines}
