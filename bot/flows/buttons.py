"""The buttons of every flow: each moves the flow it stands under by one turn."""

from typing import Any

from bot.flows.turns import begin, open_turn, tapped_turn
from bot.routes import Routes
from bot.talk import Talk
from domain.refusals import NotFound

routes = Routes()


@routes.action("ask")
def ask(talk: Talk, flow: str, known: dict[str, Any]) -> None:
    begin(talk, flow, **known)


@routes.action("answer")
def answer(talk: Talk, kept: Any) -> None:
    turn = tapped_turn(talk)
    question = turn.open_question
    if question is None:
        raise NotFound("out_of_date")
    turn.answer(question, question.load(kept))


@routes.action("scratch")
def scratch(talk: Talk, name: str, value: Any) -> None:
    """Turns a calendar's month or a search's page: the question is drawn again."""
    turn = tapped_turn(talk)
    turn.state.scratch[name] = value
    turn.draw()


@routes.action("back")
def back(talk: Talk) -> None:
    tapped_turn(talk).back()


@routes.action("skip")
def skip(talk: Talk) -> None:
    tapped_turn(talk).skip()


@routes.action("cancel")
def cancel(talk: Talk) -> None:
    tapped_turn(talk).cancel()


@routes.action("resume")
def resume(talk: Talk) -> None:
    tapped_turn(talk).resume()


@routes.action("discard")
def discard(talk: Talk) -> None:
    tapped_turn(talk).discard()


@routes.action("send")
def send(talk: Talk) -> None:
    tapped_turn(talk).finish()


@routes.action("change")
def change(talk: Talk, name: str) -> None:
    tapped_turn(talk).change(name)


@routes.action("resume_draft")
def resume_draft(talk: Talk) -> None:
    turn = open_turn(talk)
    if turn is None:
        raise NotFound("out_of_date")
    talk.screen = None
    turn.resume()
