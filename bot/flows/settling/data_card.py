"""The client's data card, looked through after a journey: only what is missing is asked, and what to ask before the next one.

Boris: [🪪 Data card]
Bot:   How many stars does Anna want?
Boris: [4]
Bot:   What shall we ask before the next trip?
Boris: [Did they like the food?]
Bot:   Stars: 4 stars
       Ask next time: Did they like the food?
Boris: [✅ All true]
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.questions.basic import Choice, Count, Words
from bot.conversation.questions.suggestions import UsualWords
from bot.conversation.routes import Routes
from bot.links.settling import SETTLEMENT
from domain.entities import client_reading as reading
from domain.entities.client_facts import Board, SeaLine
from domain.entities.deals import Deal
from domain.queries.settling import data_card_of
from domain.usecases.settling.writing import ASKED_FACTS, fill_data_card
from locales import Sentence, _, lines
from locales.terms.client_facts import BOARDS, FACTS, NEXT_QUESTIONS, SEA_LINES, fact_words

routes = Routes()

NIGHTS = (3, 5, 7, 10, 14)


@dataclass(kw_only=True)
class DataCardAnswers:
    deal: int
    stars: int | None = asked()
    nights: int | None = asked()
    board: Board | None = asked()
    sea_line: SeaLine | None = asked()
    habit: str | None = asked()
    ask_next: str | None = asked()


def _common(key: str, asks: Sentence) -> dict[str, Any]:
    return {
        "name": key,
        "asks": asks,
        "label": FACTS[key],
        "optional": True,
        "shows": lambda value: fact_words(key, value),
    }


BOARD = Choice(**_common("board", _("Which board do they like?")), options=tuple(BOARDS.items()), of=Board)
HABIT = Words(
    **_common("habit", _("What is their habit? For example: every July.")), most=reading.LONGEST_FACT
)
ASK_NEXT = UsualWords(
    **_common("ask_next", _("What shall we ask before the next trip? Please choose, or write it.")),
    most=reading.LONGEST_FACT,
    usual=NEXT_QUESTIONS,
)


@routes.flow
class FillDataCard(Flow[DataCardAnswers]):
    name = "data_card"
    called = _("data card")
    answers_type = DataCardAnswers
    questions = (
        Count(
            **_common("stars", _("How many stars do they want?")),
            most=reading.MOST_STARS,
            offered=reading.MOST_STARS,
        ),
        Count(
            **_common("nights", _("How many nights do they like?")), most=reading.MOST_NIGHTS, offered=NIGHTS
        ),
        BOARD,
        Choice(
            **_common("sea_line", _("How near to the sea?")),
            options=tuple(SEA_LINES.items()),
            of=SeaLine,
            columns=1,
        ),
        HABIT,
        ASK_NEXT,
    )
    send = _("✅ All true")
    changes_known = ASKED_FACTS

    def prepare(self, exchange: Exchange, answers: DataCardAnswers) -> None:
        """What we know is not asked; how long they like to go, the journey tells."""
        deal = data_card_of(exchange.desk, answers.deal)
        for key in ASKED_FACTS[:-1]:
            setattr(answers, key, getattr(deal.client, key))
        answers.nights = answers.nights or _nights(deal)

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        return {"habit": None, "nights": None} | super().opens(exchange, known)

    def review(self, exchange: Exchange, answers: DataCardAnswers) -> Sentence:
        deal = data_card_of(exchange.desk, answers.deal)
        told = ((one, getattr(answers, one.name)) for one in self.due(answers))
        return lines(
            _("<b>🪪 {name}</b>: is all of this still true?")(name=deal.client.name),
            *(
                LINE(label=one.label, value=one.shown_at(exchange, value))
                for one, value in told
                if value is not None
            ),
        )

    def finish(self, exchange: Exchange, answers: DataCardAnswers) -> None:
        fill_data_card(exchange.desk, answers.deal, {key: getattr(answers, key) for key in ASKED_FACTS})
        exchange.head(_("Kept. Thank you."))
        exchange.show(SETTLEMENT, answers.deal)


def _nights(deal: Deal) -> int | None:
    first, last = deal.first_day, deal.last_day
    nights = (last - first).days if first and last else 0
    return nights if 0 < nights <= reading.MOST_NIGHTS else None
