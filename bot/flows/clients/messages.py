"""Writing to each other: a client's question, the staff's answer, and the note of a call.

Anna:  /write
Bot:   What would you like to tell us?
Anna:  May I bring my dog?
Bot:   We have it: “May I bring my dog?”
"""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Words
from bot.conversation.questions.suggestions import SuggestedWords
from bot.conversation.routes import Routes
from domain.entities.clients import Said
from domain.entities.people import Right
from domain.queries.deals import mine
from domain.queries.inquiries import inquiry_of_mine
from domain.queries.messages import message_of_mine
from domain.usecases.clients.messages import answer_question, ask_agency, note_call, write_to_client
from domain.usecases.inquiries.intake import close_inquiry
from locales import Sentence, _, lines

routes = Routes()

MOST = 4096
"""Characters of a message between client and agency: as many as one of Telegram's can have."""


def _what_to_tell(exchange: Exchange, answers: Answers) -> Sentence:
    if answers["deal"]:
        deal = mine(exchange.desk, answers["deal"])
        return _("What would you like to know about {title}?")(title=deal.title)
    ours = message_of_mine(exchange.desk, answers["reply"]) if answers["reply"] else None
    if ours is not None and ours.staff is not None:
        return _("What would you like to tell {name}?")(name=ours.staff.name)
    return _("What would you like to tell us?")


@routes.flow
class QuestionFlow(Flow):
    """A client writes to the agency; `deal`, `inquiry` or `reply` is what they came from, if anything."""

    name = "question"
    questions = (Words(name="text", asks=_what_to_tell, label=_("Message"), most=MOST),)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        if known.get("deal"):
            mine(exchange.desk, known["deal"])
        if known.get("inquiry"):
            inquiry_of_mine(exchange.desk, known["inquiry"])
        if known.get("reply"):
            message_of_mine(exchange.desk, known["reply"])
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:
        """Nothing to look over: what is written is sent."""

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        about = answers["deal"], answers["inquiry"], answers["reply"]
        question = ask_agency(exchange.desk, answers["text"], *about)
        exchange.show("asked", question.id, answers["reply"])


def _asked(exchange: Exchange, answers: Answers) -> Sentence:
    """The question, and what colleagues have answered since."""
    exchange.desk.must(Right.ANSWER_CLIENTS)
    question = exchange.desk.repositories.interactions.get(answers["interaction"])
    since = [
        _("{name} has answered: “{text}”")(name=said.staff.name if said.staff else "", text=said.text[:300])
        for said in reversed(exchange.desk.repositories.interactions.of(question.client, 20))
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

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.ANSWER_CLIENTS)
        exchange.desk.repositories.interactions.get(known["interaction"]).client.must_be_reachable()
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:
        """Nothing to look over: what is written is sent."""

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        answer = answer_question(exchange.desk, answers["interaction"], answers["text"])
        exchange.head(_("Sent to {name}.")(name=answer.client.name))
        exchange.show("client", answer.client.id)


def _about_client(asks: Sentence) -> Any:
    def prompt(exchange: Exchange, answers: Answers) -> Sentence:
        exchange.desk.must(Right.ANSWER_CLIENTS)
        return asks(name=exchange.desk.repositories.clients.get(answers["client"]).name)

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

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.ANSWER_CLIENTS)
        exchange.desk.repositories.clients.get(known["client"]).must_be_reachable()
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:
        """Nothing to look over: what is written is sent."""

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        about = answers["inquiry"], answers["deal"]
        said = write_to_client(exchange.desk, answers["client"], answers["text"], *about)
        exchange.head(_("Sent to {name}.")(name=said.client.name))
        _show_what_it_was_about(exchange, answers)


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

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.ANSWER_CLIENTS)
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:
        """Nothing to look over."""

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        note_call(exchange.desk, answers["client"], answers["text"], answers["inquiry"])
        exchange.head(_("Noted."))
        _show_what_it_was_about(exchange, answers)


def _reasons(exchange: Exchange, _answers: Answers) -> list[str]:
    """Said in the words of whoever closes it: a reason is kept as text."""
    return [exchange.voice.plain(reason) for reason in REASONS]


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

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.TAKE_INQUIRIES)
        exchange.desk.repositories.inquiries.get(known["inquiry"]).must_be_open()
        return known

    def review(self, exchange: Exchange, answers: Answers) -> None:
        """Nothing to look over: the reason is the confirmation."""

    def finish(self, exchange: Exchange, answers: Answers) -> None:
        inquiry = close_inquiry(exchange.desk, answers["inquiry"], answers["reason"])
        exchange.head(_("Inquiry № {number} is closed.")(number=inquiry.id))
        exchange.show("inquiry", inquiry.id)


def _show_what_it_was_about(exchange: Exchange, answers: Answers) -> None:
    if answers["inquiry"]:
        exchange.show("inquiry", answers["inquiry"])
    elif answers["deal"]:
        exchange.show("deal", answers["deal"])
    else:
        exchange.show("client", answers["client"])
