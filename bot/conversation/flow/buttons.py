"""The buttons of every flow: each moves the flow it stands under by one step."""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import RESUME_DRAFT, active_flow, begin_kept, tapped_flow
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from domain.values.refusals import NotFound

routes = Routes()


@routes.action("ask")
def ask(exchange: Exchange, flow: str, known: dict[str, Any]) -> None:
    begin_kept(exchange, flow, known)


@routes.action("answer")
def answer(exchange: Exchange, kept: Any) -> None:
    active = tapped_flow(exchange)
    question = active.open_question
    if question is None:
        raise NotFound("out_of_date")
    active.tap(question, kept)


@routes.action("scratch")
def scratch(exchange: Exchange, name: str, value: Any) -> None:
    """Turns a calendar's month or a search's page: the question is drawn again."""
    active = tapped_flow(exchange)
    active.state.scratch[name] = value
    active.draw()


@routes.action("back")
def back(exchange: Exchange) -> None:
    tapped_flow(exchange).back()


@routes.action("skip")
def skip(exchange: Exchange) -> None:
    tapped_flow(exchange).skip()


@routes.action("cancel")
def cancel(exchange: Exchange) -> None:
    tapped_flow(exchange).cancel()


@routes.action("resume")
def resume(exchange: Exchange) -> None:
    tapped_flow(exchange).resume()


@routes.action("leave_draft")
def leave_draft(exchange: Exchange) -> None:
    """Home comes below: shown in this message, it would take the place of the draft that it offers to go on with."""
    exchange.leave_tapped()
    exchange.show(HOME)


@routes.action("discard")
def discard(exchange: Exchange) -> None:
    tapped_flow(exchange).discard()


@routes.action("send")
def send(exchange: Exchange) -> None:
    tapped_flow(exchange).finish()


@routes.action("change")
def change(exchange: Exchange, name: str) -> None:
    tapped_flow(exchange).change(name)


@routes.action(RESUME_DRAFT)
def resume_draft(exchange: Exchange) -> None:
    active = active_flow(exchange)
    if active is None:
        raise NotFound("out_of_date")
    exchange.screen = None
    active.resume()
