"""The engine that holds every flow: asks its questions in order, reads the answers, goes back, skips, reviews, finishes.

A flow is data (its questions) and two functions (its review and its finish). Whatever goes wrong is a Refusal that
leaves the transaction undone; `Road.refuse` then says why and asks the same question again.
"""

from collections.abc import Collection
from typing import Any, ClassVar

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers, FlowState, Question, Unanswered
from bot.conversation.flow.secrets import sealed
from bot.conversation.screen import Button, Row, Screen, go
from domain.values.refusals import Refusal
from locales import Sentence, _, lines
from storage import StoredScreen

BACK = _("◀ Back")
SKIP = _("Skip")
CANCEL = _("✖ Cancel")
SEND = _("✅ Send")
STOPPED = _("Stopped. What you have answered is kept.")
CONTINUE = _("▶ Continue")
DISCARD = _("🗑 Discard")
DISCARDED = _("Discarded.")
HOME = _("🏠 Home")
LINE = _("{label}: {value}")


class Flow:
    """A conversation of several exchanges. Its docstring is the dialogue a test plays.

    `known` answers given to `ask` are not asked for. Without a `review` the flow finishes after its last question.
    """

    name: ClassVar[str]
    questions: ClassVar[tuple[Question, ...]]
    send: ClassVar[Sentence] = SEND
    changes_known: ClassVar[Collection[str]] = ()
    """What was known beforehand and is offered to be changed all the same, by the names of its questions."""

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002
        """What is known before the first question: `known` as given to `ask`, and what the papers tell besides.

        Raises Refusal when this person may not begin.
        """
        return known

    def must_hold(self, exchange: Exchange, answers: Answers) -> None:
        """Before each question and the review. Raises Refusal when there is nothing left to ask for: then it is over."""

    def review(self, exchange: Exchange, answers: Answers) -> Sentence | None:  # noqa: ARG002
        """What is shown before sending; by default every answer on a line. None finishes at once."""
        return lines(*(LINE(label=q.label, value=q.shown(answers[q.name])) for q in self.due(answers)))

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        """Does it. Raises Refusal: the review is shown again with the reason."""
        raise NotImplementedError

    def due(self, answers: Answers) -> list[Question]:
        """The questions that belong to these answers."""
        return [question for question in self.questions if question.when(answers)]

    def question(self, name: str) -> Question:
        return next(question for question in self.questions if question.name == name)


class ActiveFlow:
    """One turn of a flow: its state, and the screen it lives in."""

    def __init__(self, exchange: Exchange, screen: StoredScreen | None, state: FlowState) -> None:
        self.talk = exchange
        self.screen = screen
        self.state = state
        self.flow = exchange.routes.flows[state.flow]()

    @property
    def answers(self) -> Answers:
        """The answers as values, those only that belong to the present course of the talk."""
        kept = self.state.answers
        names = {question.name for question in self.flow.questions}
        values = {name: value for name, value in kept.items() if name not in names}
        for question in self.flow.questions:
            if question.name in kept and question.when(Answers(values)):
                value = kept[question.name]
                values[question.name] = None if value is None else question.load(value)
        return Answers(values)

    @property
    def open_question(self) -> Question | None:
        """The next one without an answer; None when all are answered."""
        answers = self.answers
        return next((q for q in self.flow.due(answers) if q.name not in self.state.answers), None)

    def hear(self) -> None:
        """Takes what was said as the answer to the open question."""
        question = self.open_question
        if question is None:
            raise Refusal("buttons_wanted")
        if self._pressed_key(question):
            return
        try:
            value = question.hear(self.talk, self.answers, self.state.scratch)
        except Unanswered as event:
            self.draw(in_place=event.in_place)
            return
        self.answer(question, value)

    def _pressed_key(self, question: Question) -> bool:
        """The keys beside "share my phone" come back as text."""
        if question.asking() is None:
            return False
        keys = {self.talk.voice.plain(SKIP): self.skip, self.talk.voice.plain(BACK): self.back}
        keys[self.talk.voice.plain(CANCEL)] = self.cancel
        pressed = keys.get(self.talk.event.text or "")
        if pressed:
            pressed()
        return pressed is not None

    def answer(self, question: Question, value: Any) -> None:
        """Keeps a value and goes on. Raises Refusal when the question's rule forbids it."""
        if question.check is not None:
            question.check(self.talk, value, self.answers)
        self.keep(question, question.dump(value))

    def keep(self, question: Question, kept: Any) -> None:
        if question.asking() is not None:
            self.talk.say(_("Thank you."), closing_keyboard=True)
        self.state.answers[question.name] = kept
        self.state.asked.append(question.name)
        self.state.scratch = {}
        self.go_on()

    def skip(self) -> None:
        question = self.open_question
        if question is None or not question.optional:
            raise Refusal("answer_wanted")
        self.keep(question, None)

    def back(self) -> None:
        """Forgets the last answer and asks for it again."""
        self._close_keyboard()
        self.state.scratch = {}
        if self.state.asked:
            self.state.answers.pop(self.state.asked.pop(), None)
        self.draw()

    def change(self, name: str) -> None:
        """Asks one question again, from the review, and those whose answers hang on it."""
        again = {name, *self.flow.question(name).spoils}
        self.state.answers = {kept: value for kept, value in self.state.answers.items() if kept not in again}
        self.state.asked = [asked for asked in self.state.asked if asked not in again]
        self.draw()

    def go_on(self) -> None:
        """Asks what comes next, shows the review, or finishes."""
        if self.open_question is None and self.flow.review(self.talk, self.answers) is None:
            self.finish()
        else:
            self.draw()

    def finish(self) -> None:
        if self.open_question is not None:
            self.draw()
            return
        self._end()
        self.flow.finish(self.talk, self.answers)
        self._clear_away()

    def cancel(self) -> None:
        """Stops and keeps the draft."""
        self._close_keyboard()
        self.pause()
        self.talk.draw(
            Screen(STOPPED, ((Button(CONTINUE, "resume"), Button(DISCARD, "discard")), (go(HOME, "home"),))),
            ["flow"],
            self.screen,
            self._kept(),
        )

    def pause(self) -> None:
        """Typed words are no answers any more, until the flow is resumed."""
        self.state.paused = True
        if self.screen is not None:
            self.screen.state = self._kept()
            self.talk.unit.screens.save(self.screen)

    def resume(self) -> None:
        self.state.paused = False
        self.draw()

    def discard(self) -> None:
        self._end()
        self.talk.note(DISCARDED)
        self.talk.show("home")
        self._clear_away()

    def close(self) -> None:
        """Ends it without a word: its question cannot be asked any more."""
        self._end()
        self.talk.screen = None

    def _end(self) -> None:
        """The flow is over. What it leads to takes the place of its tapped message."""
        if self.screen is None:
            return
        self.screen.state, self.screen.actions = None, []
        self.screen.revision += 1
        self.talk.unit.screens.save(self.screen)
        if self.talk.screen is None:
            self.talk.leave(self.screen)

    def _clear_away(self) -> None:
        """A tapped message that nothing took the place of keeps its words and loses its buttons."""
        if self.screen is not None and self.talk.screen is self.screen:
            self.talk.leave_tapped()

    def _close_keyboard(self) -> None:
        question = self.open_question
        if question is not None and question.asking() is not None:
            self.talk.say(_("All right."), closing_keyboard=True)

    def draw(self, because: Sentence | None = None, *, in_place: bool = False) -> None:
        """Shows the open question or the review, below the reason why it is asked again.

        `in_place` changes the message that shows it, even though no button of it was tapped.
        """
        drawn = self._drawn()
        if because is not None:
            drawn = Screen(lines(_("⚠️ {reason}")(reason=because), "", drawn.text), drawn.rows, drawn.asking)
            self.state.scratch.pop("album", None)  # what comes next of it must not wipe the reason away
        self.screen = self.talk.draw(drawn, ["flow"], self.screen, self._kept(), in_place=in_place)

    def repeat(self) -> None:
        """Shows it once more, as it is stored."""
        assert self.screen is not None
        self.talk.repeat(self._drawn(), self.screen)

    def _drawn(self) -> Screen:
        self.flow.must_hold(self.talk, self.answers)
        question = self.open_question
        return self._review() if question is None else self._ask(question)

    def _kept(self) -> dict[str, Any]:
        """The state as it waits for the next message: secret answers sealed."""
        return sealed(self.talk, self.state, self.flow.questions)

    def _ask(self, question: Question) -> Screen:
        text = question.prompt(self.talk, self.answers)
        asking = question.asking()
        if asking is not None:
            others = (*([SKIP] if question.optional else []), *([BACK] if self.state.asked else []), CANCEL)
            return Screen(text, asking=type(asking)(asking.wants, asking.label, others))
        rows = question.rows(self.talk, self.answers, self.state.scratch)
        return Screen(text, (*rows, self._ways_out(question)))

    def _ways_out(self, question: Question) -> Row:
        ways = [
            Button(BACK, "back") if self.state.asked else None,
            Button(SKIP, "skip") if question.optional else None,
            Button(CANCEL, "cancel"),
        ]
        return tuple(way for way in ways if way)

    def _offers_to_change(self, question: Question) -> bool:
        return question.name in self.flow.changes_known and question.name in self.state.answers

    def _review(self) -> Screen:
        text = self.flow.review(self.talk, self.answers)
        assert text is not None
        changes = [
            Button(_("✏️ {label}")(label=question.label), "change", (question.name,))
            for question in self.flow.due(self.answers)
            if question.name in self.state.asked or self._offers_to_change(question)
        ]
        rows = [tuple(changes[start : start + 2]) for start in range(0, len(changes), 2)]
        return Screen(text, ((Button(self.flow.send, "send"),), *rows, (Button(CANCEL, "cancel"),)))
