"""Which flow is open in a chat: one is begun, the open one goes on, a tapped one comes back, a draft is offered."""

from typing import Any

import structlog

from bot.flows.answers import FlowState
from bot.flows.engine import Turn
from bot.flows.secrets import opened
from bot.screen import Button, Row, column
from bot.talk import Talk
from domain.refusals import NotFound
from locales import _
from storage import StoredScreen

log = structlog.get_logger()


def begin(talk: Talk, flow: str, **known: Any) -> None:
    """Starts a flow in a new message; an open one is kept as a draft. A double tap does not start it twice."""
    running = open_turn(talk)
    if talk.screen is not None and not talk.screen.actions:
        talk.leave_tapped()
    talk.screen = None
    opened = talk.routes.flows[flow]().opens(talk, dict(known))
    if running is not None:
        state = running.state
        if (state.flow, state.answers, state.asked) == (flow, opened, []):
            running.resume()
            return
        running.pause()
    Turn(talk, None, FlowState(flow, opened)).go_on()


def open_turn(talk: Talk) -> Turn | None:
    """The flow that waits for an answer in this chat, if any."""
    person = talk.desk.actor.person
    assert person is not None
    screen = talk.unit.screens.open_flow(person.id, talk.heard.chat_id)
    return None if screen is None else _turn_of(talk, screen)


def tapped_turn(talk: Talk) -> Turn:
    """The flow whose button was tapped. Raises NotFound: out_of_date when it has ended."""
    turn = None if talk.screen is None else _turn_of(talk, talk.screen)
    if turn is None:
        raise NotFound("out_of_date")
    turn.state.paused = False
    return turn


def _turn_of(talk: Talk, screen: StoredScreen) -> Turn | None:
    """None when it holds no flow, or one that cannot be read any more: another version of the program wrote it."""
    if screen.state is None:
        return None
    try:
        turn = Turn(talk, screen, opened(talk, screen.state))
        _readable = turn.answers
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        log.warning("draft not readable", screen=screen.id, why=type(error).__name__)
        return None
    return turn


def drafts(talk: Talk) -> tuple[Row, ...]:
    """The row that offers to go on with what was left open, for the home screen."""
    turn = open_turn(talk)
    return column([Button(_("▶ Continue where you stopped"), "resume_draft")]) if turn else ()
