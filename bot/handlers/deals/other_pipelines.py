"""An open deal goes on through other stages: which, and at which of them it stands then."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, column, go, turn
from bot.conversation.widgets.listing import listing
from bot.conversation.widgets.picker import picker
from bot.handlers.history.declared import act as history_act
from bot.links.deals import DEAL, DEAL_SLOTS, ELSEWHERE, GO_ELSEWHERE, STEPS_ELSEWHERE
from domain.entities.deals import Deal, DealNumber
from domain.entities.people import Right
from domain.queries.other_pipelines import other_pipelines, pipelines_beside, steps_elsewhere
from domain.usecases.deals.other_pipelines import go_elsewhere
from locales import _, lines
from locales.terms.deals import pipeline_words, stage_words

routes = Routes()

SIZE = 6
MOST = 7
"""Pipelines on a screen."""

history_act("deal", "went_elsewhere", _("Changed to other stages: {from} → {to}"))


@DEAL_SLOTS.button(85, Right.OVERRIDE)
def elsewhere_on_card(exchange: Exchange, deal: Deal) -> Button | None:
    """Once there are other stages."""
    if not deal.is_open or not pipelines_beside(exchange.desk, deal):
        return None
    return go(_("🔀 Other stages"), ELSEWHERE, deal.id)


@routes.draws(ELSEWHERE)
def elsewhere(exchange: Exchange, number: DealNumber) -> Screen:
    found = other_pipelines(exchange.desk, number)
    text = lines(
        _("<b>#{number} · {title}</b>")(number=number, title=found.deal.called),
        _("Which stages should this deal go through? What has happened so far stays in its history."),
    )

    def chooses(key: str) -> Button:
        named = _("🗂 {name}")(name=pipeline_words(key, found.pipelines))
        return go(named, STEPS_ELSEWHERE, number, key, 0)

    return picker(text, [*found.pipelines][:MOST], chooses, back(DEAL, number))


@routes.draws(STEPS_ELSEWHERE)
def steps(exchange: Exchange, number: DealNumber, pipeline: str, page: int) -> Screen:
    deal, found = steps_elsewhere(exchange.desk, number, pipeline)
    names = exchange.desk.agency.pipelines.names
    text = lines(
        _("#{number} is at “{stage}”. Where is it among the other stages?")(
            number=number, stage=stage_words(deal.step_key, names)
        ),
        _("The client is asked only for what they have not been asked for yet."),
    )
    return listing(
        text,
        found[page * SIZE :],
        page,
        opens=lambda one: act(
            _("▶ {stage}")(stage=stage_words(one.key, names)), GO_ELSEWHERE, number, deal.step_key, one.key
        ),
        turns=lambda label, other: turn(label, STEPS_ELSEWHERE, number, pipeline, other),
        below=column([back(ELSEWHERE, number)]),
        size=SIZE,
    )


@routes.does(GO_ELSEWHERE)
def goes(exchange: Exchange, number: DealNumber, expected: str, to: str) -> None:
    deal = go_elsewhere(exchange.desk, number, expected, to)
    stage = stage_words(deal.step_key, exchange.desk.agency.pipelines.names)
    exchange.note(_("#{number} is now at “{stage}”.")(number=number, stage=stage))
    exchange.show(DEAL, number)
