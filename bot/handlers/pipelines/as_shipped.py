"""The shipped stages as they were at first: what goes is seen before, and whose deals stand in the way."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back, column, go
from bot.conversation.widgets.confirm import confirm
from bot.links.deals import DEALS
from bot.links.pipelines import PIPELINE, PIPELINE_AS_SHIPPED, PIPELINE_MORE, PIPELINE_SHIPPED
from domain.queries.pipelines import Restored
from domain.queries.pipelines import pipeline_as_shipped as read
from domain.usecases.settings.pipelines import pipeline_as_shipped
from domain.values.labels import Names
from locales import Joined, Sentence, _, lines, n_
from locales.terms.deals import stage_words

routes = Routes()

MOST = 6
"""Stages with deals that are buttons at once; when their deals are elsewhere, the others follow."""
_STAND = n_("{stage} · {count} deal", "{stage} · {count} deals")


@routes.draws(PIPELINE_SHIPPED)
def shipped_again(exchange: Exchange, key: str) -> Screen:
    found, names = read(exchange.desk, key), exchange.desk.agency.pipelines.names
    if found.standing:
        return _in_the_way(found, names, key)
    goes = Joined([stage_words(stage, names) for stage in found.goes])
    text = lines(
        _("Use the standard stages as they were at first?"),
        _("Names, order and what each stage waits for go back. Deals stay at their stages."),
        _("Stages that will be gone: {stages}.")(stages=goes) if found.goes else None,
    )
    does = act(_("↩️ Yes, as at first"), PIPELINE_AS_SHIPPED, key, found.revision)
    return confirm(text, does, back(PIPELINE_MORE, key))


def _in_the_way(found: Restored, names: Names, key: str) -> Screen:
    text: Sentence = lines(
        _("Not yet: open deals are at stages that would be gone."),
        _("Move them on first, or retire the stage and say where they go."),
    )
    stages = list(found.standing.items())[:MOST]
    opens = [
        go(_STAND(stage=stage_words(stage, names), count=count), DEALS, stage, False, 0)
        for stage, count in stages
    ]
    return Screen(text, column([*opens, back(PIPELINE_MORE, key)]))


@routes.does(PIPELINE_AS_SHIPPED)
def restore(exchange: Exchange, key: str, seen: int) -> None:
    pipeline_as_shipped(exchange.desk, key, seen)
    exchange.show(PIPELINE, key, 0)
