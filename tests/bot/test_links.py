"""Links: every one leads somewhere, and what does not fit is seen by mypy and at once."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

from bot import links
from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.links import Action, View
from bot.conversation.screen import act, ask, back, go, turn
from bot.flows.payments.payment import RecordPayment
from bot.links.deals import DEAL
from bot.registry import all_routes
from locales import verbatim
from tests.bot.market import OPEN, STALLS

WORDS = verbatim("x")


def all_links() -> Iterator[View[...] | Action[...]]:
    for module in pkgutil.iter_modules(links.__path__, "bot.links."):
        yield from (
            one for one in vars(import_module(module.name)).values() if isinstance(one, View | Action)
        )


def test_every_link_leads_somewhere() -> None:
    routes = all_routes()
    found = list(all_links())
    assert DEAL in found
    for link in found:
        assert link.key in (routes.views if isinstance(link, View) else routes.actions), link


def test_answers_that_a_flow_does_not_have_are_refused_at_once() -> None:
    assert ask(WORDS, RecordPayment, deal=5).args == ("payment", {"deal": 5})
    with pytest.raises(TypeError, match="payer"):
        ask(WORDS, RecordPayment, deal=5, payer=7)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="deal"):
        ask(WORDS, RecordPayment)  # type: ignore[call-arg]


def seen_by_mypy(exchange: Exchange) -> None:
    """Never called: `make lint` fails when one of these is wrong no longer."""
    go(WORDS, DEAL, "5")  # type: ignore[arg-type]
    go(WORDS, DEAL)  # type: ignore[call-arg]
    go(WORDS, STALLS, "all")  # type: ignore[call-arg]
    turn(WORDS, DEAL, "5")  # type: ignore[arg-type]
    back(DEAL)  # type: ignore[call-arg]
    act(WORDS, OPEN, "5")  # type: ignore[arg-type]
    ask(WORDS, RecordPayment, deal="5")  # type: ignore[arg-type]
    begin(exchange, RecordPayment)  # type: ignore[call-arg]
    exchange.show(DEAL, "5")  # type: ignore[arg-type]
    exchange.show_origin(DEAL)  # type: ignore[call-arg]
