"""What an owner and a manager do at random to stages and deals, and what has to hold after each act."""

from collections.abc import Callable
from contextlib import suppress
from random import Random

from domain.entities.deals import Deal
from domain.entities.pipeline import PIPELINE, PIPELINE_USE, SHIPPED
from domain.entities.requirements import REQUIREMENTS
from domain.entities.stages import ENTERS
from domain.ports.desk import Desk
from domain.queries.deals import deal_card, deals_at, stage_counts
from domain.queries.other_pipelines import pipelines_beside, steps_elsewhere
from domain.usecases.deals.other_pipelines import go_elsewhere
from domain.usecases.deals.stages import advance, lose
from domain.usecases.settings import pipelines
from domain.usecases.settings import steps as changing
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
    *(parts, says, copies, retires_all, goes_elsewhere, goes_elsewhere),
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
            pipeline = desk.agency.pipelines.of(deal.step_key)
            assert (pipeline.after(deal.step_key) or pipeline.last) in pipeline.steps
            assert desk.agency.pipelines.of(deal.step_key).step(deal.step_key).key == deal.step_key
    counts = stage_counts(desk)
    open_ = [deal for deal in everything if deal.is_open]
    assert sum(sum(one.stages.values()) for one in counts) == sum(one.total for one in counts) == len(open_)
    for deal in open_:
        assert deal.id in {line.number for line in deals_at(desk, deal.stage, limit=500).lines}
