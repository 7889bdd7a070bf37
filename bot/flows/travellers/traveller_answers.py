"""What is told about a traveller, and how one line tells it all."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Instead, asked
from domain.entities.deals import Deal
from domain.entities.pasted_lines import Line, lines_of, read_line
from domain.entities.travellers import Relation, Traveller
from domain.queries.my_deals import within_reach
from locales.terms.countries import country_named


@dataclass(kw_only=True)
class TravellerAnswers:
    deal: int
    traveller: int | None = None
    """Who is changed; None for one who is entered."""
    left: list[int] | None = None
    """Of those who were just taken along, whose passports are asked for next."""
    who: Relation | list[int] = asked()
    """Somebody new; or the numbers of companions who come along again."""
    name: str = asked()
    born_on: date = asked()
    passport: str = asked()
    passport_expires: date = asked()
    citizenship: str | None = asked()


def deal_of(exchange: Exchange, answers: TravellerAnswers) -> Deal:
    return within_reach(exchange.desk, answers.deal)


def others_of(exchange: Exchange, answers: TravellerAnswers) -> list[Traveller]:
    """The party without the one it is about."""
    return [one for one in deal_of(exchange, answers).party if one.id != answers.traveller]


def is_new(answers: TravellerAnswers) -> bool:
    """Not somebody whose particulars we have from an earlier trip."""
    return isinstance(answers.who, Relation)


def line_heard(exchange: Exchange, answers: TravellerAnswers) -> Line | None:
    """One line that tells of a traveller; several are heard as a list. None for a name alone, or anything else.

    Raises Refusal: whatever is in doubt of a line that tells more than a name.
    """
    written = lines_of(exchange.event.text or "")
    if len(written) > 1 and not answers.traveller:
        raise Instead("traveller_list", deal=answers.deal)
    if len(written) != 1 or not any(c.isdigit() for c in written[0]):
        return None
    line = read_line(written[0], exchange.desk.today, exchange.voice.language, country=country_named)
    if line.doubt:
        raise line.doubt
    return line


def rest_of(line: Line) -> dict[str, Any]:
    told = {name: getattr(line, name) for name in ("born_on", "passport", "passport_expires", "citizenship")}
    return {name: value for name, value in told.items() if value is not None}
