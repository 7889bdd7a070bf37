"""The engine that holds every flow: asks its questions in order, reads the answers, goes back, skips, reviews, finishes.

Whatever goes wrong is a Refusal that
leaves the transaction undone; `Dispatcher.refuse` then says why and asks the same question again.
"""

from collections.abc import Callable, Sequence
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import FlowState, Heard, Instead, Question, Unanswered
from bot.conversation.flow.course import Course
from bot.conversation.flow.drawing import CANCEL, SKIP, drawn, told
from bot.conversation.flow.flow import Flow
from bot.conversation.flow.secrets import sealed
from bot.conversation.links import HOME
from bot.conversation.screen import BACK, Button, Row, Screen
from bot.conversation.trail import Step
from domain.values.refusals import Refusal
from locales import Sentence, _
from storage import StoredScreen

STOPPED = _("Paused. Your answers are kept.")
CONTINUE = _("▶ Continue")
DISCARD = _("🗑 Discard")
DISCARDED = _("Discarded.")
TO_HOME = _("🏠 Home")
MISSED = "missed"
"""Under this name a flow's scratch keeps how often the open question was not answered by what was said."""
STOPPED_ROWS = ((Button(CONTINUE, "resume"), Button(DISCARD, "discard")), (Button(TO_HOME, "leave_draft"),))


def opened_flow(exchange: Exchange, name: str) -> Flow[Any]:
    """The flow of this name, with the questions it has at this desk."""
    flow: Flow[Any] = exchange.routes.flows[name]()
    flow.questions = flow.questions_for(exchange.desk)
    return flow


class ActiveFlow:
    """An open flow: its state, and the screen it lives in. Its trail is where it was begun from."""

    def __init__(self, exchange: Exchange, screen: StoredScreen | None, state: FlowState) -> None:
        self.exchange = exchange
        self.screen = screen
        self.state = state
        self.flow = opened_flow(exchange, state.flow)
        self.course = Course(self.flow, state)
        self.remark: Sentence | None = None
        """Said above what is drawn next."""
        self.offered: tuple[Row, ...] = ()
        """What else may be done with what was said, above the question's own buttons."""
        self.trail: list[Step] = list((screen.trail or ()) if screen else exchange.way)

    @property
    def answers(self) -> Any:
        return self.course.answers

    @property
    def open_question(self) -> Question | None:
        return self.course.open_question

    def hear(self) -> None:
        """Takes what was said as the answer to the open question, or to what the review still takes words for."""
        question = self.course.takes_words
        if question is None:
            raise Refusal("buttons_wanted")
        if self._pressed_key(question):
            return
        self._take(question, lambda: question.hear(self.exchange, self.answers, self.state.scratch))

    def tap(self, question: Question, kept: Any) -> None:
        """Takes a tap on one of the question's own buttons as its answer."""
        self._take(question, lambda: question.tapped(self.exchange, self.answers, self.state.scratch, kept))

    def _take(self, question: Question, answer: Callable[[], Any]) -> None:
        try:
            value = answer()
        except Unanswered as event:
            self.draw(in_place=event.in_place)
        except Instead as other:
            self._hand_over(other.flow, other.known)
        else:
            self.answer(question, value)

    def _hand_over(self, flow: str, known: dict[str, Any]) -> None:
        """It hears what was said; after a tap it goes on where this one stood."""
        self.exchange.way = self.trail
        state = FlowState(flow, opened_flow(self.exchange, flow).opens(self.exchange, known))
        if self.exchange.event.tap is not None:
            ActiveFlow(self.exchange, self.screen, state).go_on()
            return
        self.close()
        ActiveFlow(self.exchange, None, state).hear()

    def _pressed_key(self, question: Question) -> bool:
        """The keys beside "share my phone" come back as text."""
        if question.asking() is None:
            return False
        keys = {self.exchange.voice.plain(SKIP): self.skip, self.exchange.voice.plain(BACK): self.back}
        keys[self.exchange.voice.plain(CANCEL)] = self.cancel
        pressed = keys.get(self.exchange.event.text or "")
        if pressed:
            pressed()
        return pressed is not None

    def answer(self, question: Question, value: Any) -> None:
        """Keeps a value and goes on. Raises Refusal when a question's rule forbids it."""
        heard = value if isinstance(value, Heard) else Heard(value)
        for one, its_value in (
            (question, heard.value),
            *((self.flow.question(name), other) for name, other in heard.also.items()),
        ):
            if one.check is not None and its_value is not None:
                one.check(self.exchange, its_value, self.answers)
            self._keep(one, None if its_value is None else one.dump(its_value))
        self.remark = heard.remark
        self.course.next_question()
        self.go_on()

    def _keep(self, question: Question, kept: Any) -> None:
        if question.asking() is not None:
            self.exchange.say(_("Thank you."), closing_keyboard=True)
        self.course.keep(question, kept)

    def keep(self, question: Question, kept: Any) -> None:
        self._keep(question, kept)
        self.course.next_question()
        self.go_on()

    def skip(self) -> None:
        question = self.open_question
        if question is None or not question.optional:
            raise Refusal("answer_wanted")
        self.keep(question, None)

    def back(self) -> None:
        """Forgets the last answer and asks for it again."""
        self._close_keyboard()
        self.course.back()
        self.draw()

    def change(self, name: str) -> None:
        """Asks one question again, from the review."""
        self.course.change(name)
        self.draw()

    def go_on(self) -> None:
        """Asks what comes next, shows the review, or finishes."""
        if self.course.is_over and self.flow.review(self.exchange, self.answers) is None:
            self.finish()
        else:
            self.draw()

    def finish(self) -> None:
        if not self.course.is_over:
            self.draw()
            return
        self._end()
        self.exchange.way = self.trail
        self.flow.finish(self.exchange, self.answers)
        self._clear_away()

    def cancel(self) -> None:
        """Stops and keeps the draft."""
        self._close_keyboard()
        self.pause()
        self.exchange.draw(
            Screen(STOPPED, STOPPED_ROWS),
            ["flow"],
            self.screen,
            self._kept(),
            trail=self.trail,
        )

    def pause(self) -> None:
        """Typed words are no answers any more, until the flow is resumed."""
        self.state.paused = True
        if self.screen is not None:
            self.screen.state = self._kept()
            self.exchange.unit.screens.save(self.screen)

    def missed(self, offers: Sequence[Row | None]) -> None:
        """What was said answers nothing: a second time, or with a file, it is offered what else may be done with it."""
        self.state.scratch[MISSED] = times = self.state.scratch.get(MISSED, 0) + 1
        if times > 1 or self.exchange.event.file is not None:
            self.offered = tuple(one for one in offers if one is not None)

    def resume(self) -> None:
        self.state.paused = False
        self.draw()

    def discard(self) -> None:
        self._end()
        self.exchange.note(DISCARDED)
        self.exchange.show(HOME)
        self._clear_away()

    def close(self) -> None:
        """Ends it without a word: its question cannot be asked any more."""
        self._end()
        self.exchange.screen = None

    def _end(self) -> None:
        """The flow is over. What it leads to takes the place of its tapped message."""
        if self.screen is None:
            return
        self.screen.state, self.screen.actions = None, []
        self.screen.revision += 1
        self.exchange.unit.screens.save(self.screen)
        if self.exchange.screen is None:
            self.exchange.leave(self.screen)

    def _clear_away(self) -> None:
        """A tapped message that nothing took the place of keeps its words and loses its buttons."""
        if self.screen is not None and self.exchange.screen is self.screen:
            self.exchange.leave_tapped()

    def _close_keyboard(self) -> None:
        question = self.open_question
        if question is not None and question.asking() is not None:
            self.exchange.say(_("All right."), closing_keyboard=True)

    def draw(self, because: Sentence | None = None, *, in_place: bool = False) -> None:
        """Shows the open question or the review, below the reason why it is asked again.

        `in_place` changes the message that shows it, even though no button of it was tapped.
        """
        shown = told(self, because)
        if because is not None:
            self.state.scratch.pop("album", None)  # what comes next of it must not wipe the reason away
        self.screen = self.exchange.draw(
            shown, ["flow"], self.screen, self._kept(), trail=self.trail, in_place=in_place
        )

    def repeat(self) -> None:
        """Shows it once more, as it is stored."""
        assert self.screen is not None
        self.exchange.repeat(drawn(self), self.screen)

    def _kept(self) -> dict[str, Any]:
        """The state as it waits for the next message: secret answers sealed."""
        return sealed(self.exchange, self.state, self.flow.questions)
