"""Writing to each other: a client's question, the staff's answer, and the note of a call.

Anna:  /write
Bot:   What would you like to tell us?
Anna:  May I bring my dog?
Bot:   We have it: “May I bring my dog?”
"""

from typing import Any

from bot.flows.answers import Answers
from bot.flows.engine import Flow
from bot.flows.questions import Words
from bot.flows.suggestions import SuggestedWords
from bot.routes import Routes
from bot.talk import Talk
from domain.clients import Said
from domain.people import Right
from domain.usecases.intake import close_inquiry, inquiry_of_mine
from domain.usecases.talking import (
    answer_question,
    ask_agency,
    message_of_mine,
    must_be_reachable,
    note_call,
    write_to_client,
)
from domain.usecases.travellers import mine
from locales import Sentence, _, lines

routes = Routes()

MOST = 4096
"""Characters of a message between client and agency: as many as one of Telegram's can have."""


def _what_to_tell(talk: Talk, answers: Answers) -> Sentence:
    if answers["deal"]:
        deal = mine(talk.desk, answers["deal"])
        return _("What would you like to know about {title}?")(title=deal.title)
    ours = message_of_mine(talk.desk, answers["reply"]) if answers["reply"] else None
    if ours is not None and ours.staff is not None:
        return _("What would you like to tell {name}?")(name=ours.staff.name)
    return _("What would you like to tell us?")


@routes.flow
class QuestionFlow(Flow):
    """A client writes to the agency; `deal`, `inquiry` or `reply` is what they came from, if anything."""

    name = "question"
    questions = (Words(name="text", asks=_what_to_tell, label=_("Message"), most=MOST),)

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        if known.get("deal"):
            mine(talk.desk, known["deal"])
        if known.get("inquiry"):
            inquiry_of_mine(talk.desk, known["inquiry"])
        if known.get("reply"):
            message_of_mine(talk.desk, known["reply"])
        return known

    def review(self, talk: Talk, answers: Answers) -> None:
        """Nothing to look over: what is written is sent."""

    def finish(self, talk: Talk, answers: Answers) -> None:
        about = answers["deal"], answers["inquiry"], answers["reply"]
        question = ask_agency(talk.desk, answers["text"], *about)
        talk.show("asked", question.id, answers["reply"])


def _asked(talk: Talk, answers: Answers) -> Sentence:
    """The question, and what colleagues have answered since."""
    talk.desk.must(Right.ANSWER_CLIENTS)
    question = talk.desk.records.interactions.get(answers["interaction"])
    since = [
        _("{name} has answered: “{text}”")(name=said.staff.name if said.staff else "", text=said.text[:300])
        for said in reversed(talk.desk.records.interactions.of(question.client, 20))
        if said.how is Said.ANSWER and said.id > question.id
    ]
    return lines(
        _("<b>{name}</b>: {text}")(name=question.client.name, text=question.text[:1500]),
        *since,
        _("Your answer?"),
    )


@routes.flow
class AnswerClient(Flow):
    """Staff answer a question; the answer comes in the client's chat.

    Boris has tapped the button under the question.

    Bot:   May I bring my dog?
    Boris: Yes, of course.
    Bot:   Sent to Anna.
    """

    name = "answer_client"
    questions = (Words(name="text", asks=_asked, label=_("Answer"), most=MOST),)

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.ANSWER_CLIENTS)
        must_be_reachable(talk.desk.records.interactions.get(known["interaction"]).client)
        return known

    def review(self, talk: Talk, answers: Answers) -> None:
        """Nothing to look over: what is written is sent."""

    def finish(self, talk: Talk, answers: Answers) -> None:
        answer = answer_question(talk.desk, answers["interaction"], answers["text"])
        talk.head(_("Sent to {name}.")(name=answer.client.name))
        talk.show("client", answer.client.id)


def _about_client(asks: Sentence) -> Any:
    def prompt(talk: Talk, answers: Answers) -> Sentence:
        talk.desk.must(Right.ANSWER_CLIENTS)
        return asks(name=talk.desk.records.clients.get(answers["client"]).name)

    return prompt


@routes.flow
class WriteClient(Flow):
    """Staff write to a client first."""

    name = "write_client"
    questions = (
        Words(
            name="text",
            asks=_about_client(_("What shall I tell {name}?")),
            label=_("Message"),
            most=MOST,
        ),
    )

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.ANSWER_CLIENTS)
        must_be_reachable(talk.desk.records.clients.get(known["client"]))
        return known

    def review(self, talk: Talk, answers: Answers) -> None:
        """Nothing to look over: what is written is sent."""

    def finish(self, talk: Talk, answers: Answers) -> None:
        about = answers["inquiry"], answers["deal"]
        said = write_to_client(talk.desk, answers["client"], answers["text"], *about)
        talk.head(_("Sent to {name}.")(name=said.client.name))
        _show_what_it_was_about(talk, answers)


@routes.flow
class NoteCall(Flow):
    """What was said on the phone, kept on the client's card."""

    name = "note_call"
    questions = (
        Words(
            name="text",
            asks=_about_client(_("What was said with {name} on the phone?")),
            label=_("Call"),
            most=MOST,
        ),
    )

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.ANSWER_CLIENTS)
        return known

    def review(self, talk: Talk, answers: Answers) -> None:
        """Nothing to look over."""

    def finish(self, talk: Talk, answers: Answers) -> None:
        note_call(talk.desk, answers["client"], answers["text"], answers["inquiry"])
        talk.head(_("Noted."))
        _show_what_it_was_about(talk, answers)


def _reasons(talk: Talk, _answers: Answers) -> list[str]:
    """Said in the words of whoever closes it: a reason is kept as text."""
    return [talk.voice.plain(reason) for reason in REASONS]


REASONS = (
    _("Went elsewhere"),
    _("Too expensive"),
    _("Changed their mind"),
    _("Cannot be reached"),
    _("Not serious"),
)


@routes.flow
class CloseInquiry(Flow):
    """An inquiry ends without a deal."""

    name = "close_inquiry"
    questions = (
        SuggestedWords(
            name="reason",
            asks=_("Why is it closed? Choose, or write it."),
            label=_("Reason"),
            offers=_reasons,
            most=200,
        ),
    )

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.TAKE_INQUIRIES)
        talk.desk.records.inquiries.get(known["inquiry"]).must_be_open()
        return known

    def review(self, talk: Talk, answers: Answers) -> None:
        """Nothing to look over: the reason is the confirmation."""

    def finish(self, talk: Talk, answers: Answers) -> None:
        inquiry = close_inquiry(talk.desk, answers["inquiry"], answers["reason"])
        talk.head(_("Inquiry № {number} is closed.")(number=inquiry.id))
        talk.show("inquiry", inquiry.id)


def _show_what_it_was_about(talk: Talk, answers: Answers) -> None:
    if answers["inquiry"]:
        talk.show("inquiry", answers["inquiry"])
    elif answers["deal"]:
        talk.show("deal", answers["deal"])
    else:
        talk.show("client", answers["client"])
