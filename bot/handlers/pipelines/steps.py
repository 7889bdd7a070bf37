"""One stage: what a deal needs to leave it, what the client is asked for there, its place, and its end."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs, turn
from bot.conversation.widgets.listing import listing
from bot.conversation.widgets.picker import picker
from bot.flows.pipelines.steps import NewSubstage, SayToClient
from bot.handlers.history.words import MISSING
from bot.handlers.my_deals.words import read_at
from bot.links.pipelines import (
    BRING_BACK_STEP,
    MOVE_STAGE,
    PIPELINE,
    RETIRE_STEP,
    STEP,
    STEP_ENTERS,
    STEP_NAMES,
    STEP_NEEDS,
    STEP_PLACE,
    STEP_READS,
    STEP_RETIRE,
    SWITCH_ENTER,
    SWITCH_FLAG,
    SWITCH_NEED,
    WORDS_BACK,
)
from domain.entities.requirements import REQUIREMENTS
from domain.queries.deal_steps import goes_on_by_itself
from domain.queries.pipelines import StepCard, step_to_see
from domain.usecases.settings import steps
from domain.values.labels import said
from domain.values.language import Language
from locales import Joined, Sentence, _, lines, n_, verbatim
from locales.terms.deals import stage_words
from locales.terms.languages import LANGUAGES, this_one_first

routes = Routes()

SIZE = 5
MOST_NEEDS = 6
"""Needs on a page."""
ENTERS: dict[str, Sentence] = {
    "travellers_wanted": _("the travellers' details"),
    "passports_wanted": _("the passport photos"),
    "deposit_wanted": _("the deposit"),
    "balance_wanted": _("the balance"),
}
"""What the client can be asked for."""
FLAGS: dict[str, Sentence] = {
    "vouchers": _("vouchers are sent from here on"),
    "told": _("clients know the departure"),
}


def _name(exchange: Exchange, step: str) -> Sentence:
    return stage_words(step, exchange.desk.agency.pipelines.names)


@routes.draws(STEP)
def step_card(exchange: Exchange, key: str, step: str) -> Screen:
    found = step_to_see(exchange.desk, key, step)
    return Screen(lines(*_told(exchange, found)), (*pairs(_buttons(key, found)), (back(PIPELINE, key, 0),)))


def _told(exchange: Exchange, found: StepCard) -> list[Sentence | None]:
    step, part = found.step, found.pipeline.part(found.step.stage)
    needs = [MISSING.get(need) or verbatim(need) for need in step.needs]
    enters = [ENTERS.get(wanted) or verbatim(wanted) for wanted in step.enters]
    return [
        _("<b>{stage}</b>")(stage=_name(exchange, step.key)),
        _("Retired: no more deals come here.") if step.retired else None,
        _("Needed to move on: {needs}")(needs=Joined(needs)) if needs else None,
        None if goes_on_by_itself(exchange.desk, step.key) else _("From here a colleague moves the deal on."),
        _("The client is asked for: {wanted}")(wanted=Joined(enters)) if enters else None,
        _("The client reads: “{text}”")(text=_read(found)),
        _("Vouchers are sent from this stage on.") if part.vouchers else None,
        _("Clients at this stage know when and where they leave.") if part.told else None,
        n_("{count} open deal is here.", "{count} open deals are here.")(count=found.deals),
    ]


def _read(found: StepCard) -> Sentence:
    own = found.step.reads
    return verbatim(said(own)) if own else read_at(found.pipeline, found.step.key)


def _buttons(key: str, found: StepCard) -> list[Button]:
    step, seen = found.step, found.revision
    ends = (
        act(_("♻️ Bring back"), BRING_BACK_STEP, key, seen, step.key)
        if step.retired
        else go(_("🗄 Retire"), STEP_RETIRE, key, step.key, 0)
    )
    return [
        go(_("✏️ Name"), STEP_NAMES, key, step.key),
        go(_("📋 Waits for"), STEP_NEEDS, key, step.key, 0),
        go(_("🔔 On arrival"), STEP_ENTERS, key, step.key),
        go(_("👤 Client reads"), STEP_READS, key, step.key),
        go(_("↕️ Position"), STEP_PLACE, key, step.key),
        ask(_("➕ Sub-stage"), NewSubstage, pipeline=key, seen=seen, stage=step.stage),
        ends,
    ]


@routes.draws(STEP_READS)
def reads(exchange: Exchange, key: str, step: str) -> Screen:
    """The words for the client in each language; without any, ours are said in all of them."""
    found = step_to_see(exchange.desk, key, step)
    own, seen = found.step.reads, found.revision

    def language(code: Language) -> Button:
        label = _("✓ {choice}") if code in own else _("✏️ {choice}")
        words = label(choice=LANGUAGES[code])
        return ask(words, SayToClient, pipeline=key, step=step, seen=seen, language=code.value)

    text = lines(
        _("What does the client read on “My trip” while a deal stands at “{stage}”?")(
            stage=_name(exchange, step)
        ),
        "",
        *(_("{language}: {text}")(language=LANGUAGES[code], text=own[code]) for code in own),
        _("Readers of another language see the first one, marked.") if own else None,
        None if own else _("Default text: “{text}”")(text=read_at(found.pipeline, step)),
    )
    ours = act(_("↩️ Default text"), WORDS_BACK, key, seen, step) if own else None
    return picker(text, this_one_first(exchange.voice.language), language, ours, back(STEP, key, step))


@routes.does(WORDS_BACK)
def words_back(exchange: Exchange, key: str, seen: int, step: str) -> None:
    steps.take_words_back(exchange.desk, key, seen, step)
    exchange.show(STEP_READS, key, step)


@routes.draws(STEP_PLACE)
def place(exchange: Exchange, key: str, step: str) -> Screen:
    """Where it stands among the others; a sub-stage within its stage, and the stage as a whole."""
    found = step_to_see(exchange.desk, key, step)
    stage, seen = found.step.stage, found.revision

    def moves(of: str, up: Sentence, down: Sentence) -> list[Button]:
        return [act(up, MOVE_STAGE, key, seen, of, -1), act(down, MOVE_STAGE, key, seen, of, 1)]

    order = [one for one in found.pipeline.all_steps if one.key == step or not one.retired]
    here = _("<b>▸ {stage}</b>")
    told = [(here if one.key == step else _("{stage}"))(stage=_name(exchange, one.key)) for one in order]
    own = moves(step, _("⬆ Earlier"), _("⬇ Later"))
    whole = moves(stage, _("⬆ Whole stage"), _("⬇ Whole stage")) if found.step.substage else []
    return Screen(lines(*told), (*pairs([*own, *whole]), (back(STEP, key, step),)))


@routes.draws(STEP_NEEDS)
def needs(exchange: Exchange, key: str, step: str, page: int = 0) -> Screen:
    found = step_to_see(exchange.desk, key, step)

    def need(name: str) -> Button:
        label = _("☑ {what}") if name in found.step.needs else _("☐ {what}")
        return act(label(what=MISSING[name]), SWITCH_NEED, key, found.revision, step, name)

    text = _("What is needed before a deal leaves “{stage}”?")(stage=_name(exchange, step))
    return listing(
        text,
        [*REQUIREMENTS][page * MOST_NEEDS :],
        page,
        opens=need,
        turns=lambda label, other: turn(label, STEP_NEEDS, key, step, other),
        below=column([back(STEP, key, step)]),
        size=MOST_NEEDS,
    )


@routes.does(SWITCH_NEED)
def switch_need(exchange: Exchange, key: str, seen: int, step: str, name: str) -> None:
    steps.switch_need(exchange.desk, key, seen, step, name)
    exchange.show(STEP_NEEDS, key, step, [*REQUIREMENTS].index(name) // MOST_NEEDS)


@routes.draws(STEP_ENTERS)
def enters(exchange: Exchange, key: str, step: str) -> Screen:
    found = step_to_see(exchange.desk, key, step)
    part = found.pipeline.part(found.step.stage)

    def wanted(name: str) -> Button:
        label = _("☑ {what}") if name in found.step.enters else _("☐ {what}")
        return act(label(what=ENTERS[name]), SWITCH_ENTER, key, found.revision, step, name)

    def flag(name: str, *, on: bool) -> Button:
        label = _("☑ {what}") if on else _("☐ {what}")
        return act(label(what=FLAGS[name]), SWITCH_FLAG, key, found.revision, part.key, name)

    text = _("What is the client asked for when a deal comes to “{stage}”?")(stage=_name(exchange, step))
    flags = [flag("vouchers", on=part.vouchers), flag("told", on=part.told)]
    return picker(text, ENTERS, wanted, *flags, back(STEP, key, step))


@routes.does(SWITCH_ENTER)
def switch_enter(exchange: Exchange, key: str, seen: int, step: str, name: str) -> None:
    steps.switch_enter(exchange.desk, key, seen, step, name)
    exchange.show(STEP_ENTERS, key, step)


@routes.does(SWITCH_FLAG)
def switch_flag(exchange: Exchange, key: str, seen: int, stage: str, name: str) -> None:
    steps.switch_flag(exchange.desk, key, seen, stage, name)
    exchange.show_origin(PIPELINE, key, 0)


@routes.does(MOVE_STAGE)
def move(exchange: Exchange, key: str, seen: int, stage: str, by: int) -> None:
    steps.move_step(exchange.desk, key, seen, stage, by)
    exchange.show(STEP_PLACE, key, stage)


@routes.draws(STEP_RETIRE)
def retire(exchange: Exchange, key: str, step: str, page: int) -> Screen:
    """Where the deals go that stand here; with none there is nothing to choose."""
    found = step_to_see(exchange.desk, key, step)
    if not found.deals:
        text = _("No deals will come to “{stage}”. Past ones stay as they were.")
        does = act(_("🗄 Retire it"), RETIRE_STEP, key, found.revision, step, None)
        return Screen(text(stage=_name(exchange, step)), column([does, back(STEP, key, step)]))
    others = [one for one in found.pipeline.steps if one.key != step]
    return listing(
        n_(
            "{count} open deal is at “{stage}”. Where should it go?",
            "{count} open deals are at “{stage}”. Where should they go?",
        )(count=found.deals, stage=_name(exchange, step)),
        others[page * SIZE :],
        page,
        opens=lambda one: act(
            _("▶ {stage}")(stage=_name(exchange, one.key)), RETIRE_STEP, key, found.revision, step, one.key
        ),
        turns=lambda label, other: turn(label, STEP_RETIRE, key, step, other),
        below=column([back(STEP, key, step)]),
        size=SIZE,
    )


@routes.does(RETIRE_STEP)
def retire_step(exchange: Exchange, key: str, seen: int, step: str, to: str | None) -> None:
    moved = steps.retire_step(exchange.desk, key, seen, step, to)
    if moved:
        exchange.head(n_("{count} deal was moved.", "{count} deals were moved.")(count=moved))
    exchange.show(PIPELINE, key, 0)


@routes.does(BRING_BACK_STEP)
def bring_back(exchange: Exchange, key: str, seen: int, step: str) -> None:
    steps.bring_back_step(exchange.desk, key, seen, step)
    exchange.show(STEP, key, step)
