"""Which flow is open in a chat: one is begun, the open one goes on, a tapped one comes back, a draft is offered."""

from typing import Any, ParamSpec

import structlog

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import FlowState
from bot.conversation.flow.engine import ActiveFlow, opened_flow
from bot.conversation.flow.flow import Flow
from bot.conversation.flow.secrets import opened
from bot.conversation.screen import Button, Opened, Row, column
from domain.values.refusals import NotFound
from locales import _
from storage import StoredScreen

P = ParamSpec("P")

log = structlog.get_logger()

RESUME_DRAFT = "resume_draft"
"""The action that goes on with the flow that was left open."""


def begin(exchange: Exchange, flow: Opened[P], /, *_args: P.args, **known: P.kwargs) -> None:
    """Starts a flow in a new message; an open one is kept as a draft. A double tap does not start it twice."""
    begin_kept(exchange, flow.name, flow.known_as_kept(known))


def begin_kept(exchange: Exchange, flow: str, known: dict[str, Any]) -> None:
    """The same, with what is known as a button keeps it."""
    running = active_flow(exchange)
    if exchange.screen is not None and not exchange.screen.actions:
        exchange.leave_tapped()
    exchange.screen = None
    opened = opened_flow(exchange, flow).opens(exchange, dict(known))
    if running is not None:
        state = running.state
        if (state.flow, state.answers, state.asked) == (flow, opened, []):
            running.resume()
            return
        running.pause()
    ActiveFlow(exchange, None, FlowState(flow, opened)).go_on()


def begin_heard(exchange: Exchange, flow: type[Flow[Any]], **known: Any) -> None:
    """Starts a flow whose first question is answered by what was just said; an open one is kept as a draft."""
    running = active_flow(exchange)
    opens = opened_flow(exchange, flow.name).opens(exchange, flow.known_as_kept(known))
    if running is not None:
        running.pause()
    exchange.screen = None
    ActiveFlow(exchange, None, FlowState(flow.name, opens)).hear()


def active_flow(exchange: Exchange) -> ActiveFlow | None:
    """The flow that waits for an answer in this chat, if any."""
    person = exchange.desk.actor.person
    assert person is not None
    screen = exchange.unit.screens.open_flow(person.id, exchange.event.chat_id)
    return None if screen is None else _flow_of(exchange, screen)


def tapped_flow(exchange: Exchange) -> ActiveFlow:
    """The flow whose button was tapped. Raises NotFound: out_of_date when it has ended."""
    active = None if exchange.screen is None else _flow_of(exchange, exchange.screen)
    if active is None:
        raise NotFound("out_of_date")
    active.state.paused = False
    return active


def _flow_of(exchange: Exchange, screen: StoredScreen) -> ActiveFlow | None:
    """None when it holds no flow, or one that cannot be read any more: another version of the program wrote it."""
    if screen.state is None:
        return None
    try:
        active = ActiveFlow(exchange, screen, opened(exchange, screen.state))
        _readable = active.answers
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        log.warning("draft not readable", screen=screen.id, why=type(error).__name__)
        return None
    return active


def drafts(exchange: Exchange) -> tuple[Row, ...]:
    """The row that offers to go on with what was left open: at home, and below whatever one looks at meanwhile."""
    active = active_flow(exchange)
    return () if active is None else going_on(active)


def going_on(active: ActiveFlow) -> tuple[Row, ...]:
    """Says with what."""
    called = active.flow.called
    words = _("▶ Continue: {what}")(what=called) if called else _("▶ Continue where you left off")
    return column([Button(words, RESUME_DRAFT, apart=True)])
