"""The owner changes one line of the agency's profile.

Olga: /settings
Olga: [🏢 Agency]
Olga: [✏️ Address]
Bot:  What is the agency's address, as printed on vouchers?
Olga: ул. Иван Вазов 12, Пловдив
Bot:  📍 ул. Иван Вазов 12, Пловдив
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Choice, Words
from bot.conversation.questions.zones import Zone
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.agency import AGENCY
from domain.entities.profile import LONGEST, PROFILE
from domain.queries.settings import agency_profile
from domain.usecases.settings.profile import change_line
from domain.values.money import OFFERED
from domain.values.refusals import Refusal
from locales import Sentence, _, lines, verbatim
from locales.terms.profile import PROFILE_LINES

routes = Routes()

ASKS = {
    "name": _("What is the agency's name, as clients see it?"),
    "address": _("What is the agency's address, as printed on vouchers?"),
    "licence": _("What is your licence or registration number?"),
    "tax_number": _("What is the agency's tax number?"),
    "phone": _("Which phone may clients call?"),
    "pay_to": _("How do clients pay, in your own words? They read it beside the amount due."),
}


@dataclass(kw_only=True)
class LineAnswers:
    seen: int
    line: str
    name: str = asked()
    text: str | None = asked()
    currency: str = asked()
    zone: str = asked()


def _ask(_exchange: Exchange, answers: LineAnswers) -> Sentence:
    return ASKS[answers.line]


def _is_name(answers: LineAnswers) -> bool:
    return answers.line == "name"


def _is_text(answers: LineAnswers) -> bool:
    return answers.line in ASKS and not _is_name(answers)


def _is_currency(answers: LineAnswers) -> bool:
    return answers.line == "currency"


def _is_zone(answers: LineAnswers) -> bool:
    return answers.line == "zone"


def _fits(_exchange: Exchange, text: str, answers: LineAnswers) -> None:
    if len(text) > (most := LONGEST[answers.line]):
        raise Refusal("too_long", count=len(text), most=most)


@routes.flow
class ChangeLine(Changing[LineAnswers]):
    name = "change_line"
    called = _("the agency's profile")
    answers_type = LineAnswers
    kind = PROFILE
    questions = (
        Words(name="name", asks=_ask, label=_("Name"), most=LONGEST["name"], when=_is_name),
        Words(name="text", asks=_ask, label=_("Text"), most=500, optional=True, when=_is_text, check=_fits),
        Choice(
            name="currency",
            asks=_("Which currency should new trips be in?"),
            label=_("Currency"),
            options=tuple((code, verbatim(code)) for code in OFFERED),
            columns=5,
            when=_is_currency,
        ),
        Zone(
            name="zone",
            asks=_("Which time zone is the agency in? Name a big city there."),
            label=_("Time zone"),
            when=_is_zone,
        ),
    )

    def prepare(self, exchange: Exchange, answers: LineAnswers) -> None:
        agency_profile(exchange.desk)
        if answers.line not in PROFILE_LINES:
            raise Refusal("out_of_date")

    def review(self, exchange: Exchange, answers: LineAnswers) -> Sentence | None:
        """A currency and a clock change more than one sees."""
        profile = agency_profile(exchange.desk).value
        if _is_currency(answers):
            return lines(
                _("Currency: {before} → {after}")(before=profile.currency, after=answers.currency),
                _("New trips, tours and budgets will be in {currency}.")(currency=answers.currency),
                _("Existing trips, deals and payments keep theirs; nothing is converted."),
            )
        if _is_zone(answers):
            return lines(
                _("Time zone: {before} → {after}")(before=profile.zone, after=answers.zone),
                _("Our clock, office hours and quiet hours will follow it from now on."),
                _("Each trip keeps its own time zone and time."),
            )
        return None

    def finish(self, exchange: Exchange, answers: LineAnswers) -> None:
        change_line(exchange.desk, answers.seen, answers.line, getattr(answers, _answered(answers.line)))
        exchange.show_origin(AGENCY)


def _answered(line: str) -> str:
    return line if line in {"name", "currency", "zone"} else "text"
