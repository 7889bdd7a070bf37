"""The course of an open flow: what has been answered, what is asked next, and what is forgotten on the way back."""

from typing import Any

from bot.conversation.flow.answers import CHANGING, FlowState, Question, read_answers
from bot.conversation.flow.flow import Flow


class Course:
    """Changes the state alone: it knows neither the screen nor the chat."""

    def __init__(self, flow: Flow[Any], state: FlowState) -> None:
        self.flow = flow
        self.state = state

    @property
    def answers(self) -> Any:
        """The answers as values, those only that belong to the present course of the conversation."""
        return read_answers(self.flow.answers_type, self.flow.questions, self.state.answers)

    @property
    def open_question(self) -> Question | None:
        """The next one without an answer; None when all are answered."""
        answers = self.answers
        return next((q for q in self.flow.due(answers) if q.name not in self.state.answers), None)

    @property
    def takes_words(self) -> Question | None:
        """The question that typed words answer: the open one, or what the review still takes words for."""
        more = self.flow.more_words
        return self.open_question or (self.flow.question(more) if more else None)

    @property
    def is_over(self) -> bool:
        """Nothing is left to be asked."""
        return self.open_question is None

    @property
    def leads_back(self) -> bool:
        return bool(self.state.asked) or CHANGING in self.state.scratch

    def keep(self, question: Question, kept: Any) -> None:
        self.state.answers[question.name] = kept
        self.state.asked.append(question.name)

    def next_question(self) -> None:
        """What the last question remembered is forgotten; not what a change from the review goes back to."""
        changing = self.state.scratch.get(CHANGING)
        self.state.scratch = {CHANGING: changing} if changing is not None and not self.is_over else {}

    def back(self) -> None:
        """Forgets the last answer.

        In a change from the review, before anything new was answered: back to the review, as it was.
        """
        changing = self.state.scratch.get(CHANGING)
        if changing is not None and len(self.state.asked) <= changing["kept"]:
            self.state.answers |= changing["answers"]
            self.state.asked = changing["asked"]
            self.state.scratch = {}
        elif self.state.asked:
            self.state.answers.pop(self.state.asked.pop(), None)
            self.next_question()

    def change(self, name: str) -> None:
        """Asks one question again, from the review, and those whose answers hang on it; the old ones are kept beside."""
        again = {name, *self.flow.question(name).spoils}
        before, asked_before = self.state.answers, self.state.asked
        self.state.answers = {kept: value for kept, value in before.items() if kept not in again}
        self.state.asked = [asked for asked in asked_before if asked not in again]
        self.state.scratch = {
            CHANGING: {
                "answers": {kept: value for kept, value in before.items() if kept in again},
                "asked": asked_before,
                "kept": len(self.state.asked),
            }
        }
