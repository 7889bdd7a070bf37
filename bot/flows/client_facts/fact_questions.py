"""The questions about what is known of a client, one each, for whoever corrects it and for the client themselves."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Heard, Question
from bot.conversation.questions.basic import Choice, Count, Find, Phone, Words
from bot.conversation.questions.by_year import DayByYear
from bot.conversation.questions.person_names import PersonName
from bot.conversation.questions.suggestions import UsualWords
from bot.conversation.screen import Button, Row
from domain.entities import client_reading as reading
from domain.entities.client_facts import SECRET, Board, ReachedBy, SeaLine
from domain.entities.particulars import read_births
from domain.queries.client_facts import branches_of_clients, facts_of, keepers_to_choose
from domain.queries.clients import clients_found
from domain.values.language import Language
from locales import Sentence, _, verbatim
from locales.terms import client_facts as terms
from locales.terms.clients import named_with_phone
from locales.terms.languages import LANGUAGES

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

EMPTIED = ""
"""Stands for the answer that nothing is known."""
Prompt = Callable[["Exchange", Any, str, Sentence], Sentence]
"""(exchange, answers, key, what is wanted)."""

_WRITE = _("Please write it.")
_CHOOSE = _("Please choose.")
HINTS = {
    "latin_name": _("Please write it in Latin letters, as in the passport."),
    "born_on": _("Please write it like 17.05.1985, or choose."),
    "email": _("Please write it like anna@example.com."),
    "username": _("Please write it like @anna_petrova."),
    "phone": _("Please write it with its country code, like +359 88 123 4567."),
    "nights": _("Please choose, or write the number."),
    "habit": _("Please write it, like: every July."),
    "source": _("Please choose, or write where they heard of us."),
    "ask_next": _("What shall we ask before the next trip? Please choose, or write it."),
    "referred_by": _("Please write a name or a phone number."),
    "tags": _("Please write tags to add, like: vip, family. Tap one to take it away."),
} | dict.fromkeys(("stars", "board", "sea_line", "prefers", "language", "responsible", "branch"), _CHOOSE)
NIGHTS = (3, 5, 7, 10, 14)
LANGUAGES_BY_NAME = [(language, verbatim(name)) for language, name in LANGUAGES.items()]
_TAGS_SHOWN = 6
_BETWEEN_TAGS = re.compile(r"[\s,，、;]+")


@dataclass(frozen=True, kw_only=True)
class TagWords(Words):
    """Tags to add, separated by commas or spaces; one that is there already is taken away by a tap on it."""

    there: "Callable[[Exchange, Any], Sequence[str]]"

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        shown = self.there(exchange, answers)[:_TAGS_SHOWN]
        buttons = [Button(_("✖ {tag}")(tag=f"#{tag}"), "answer", (f"-{tag}",)) for tag in shown]
        return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


@dataclass(frozen=True, kw_only=True)
class FactQuestion(Question):
    """About one fact: `inner` asks as it is read; the answer is plain JSON, or EMPTIED."""

    inner: Question
    empties: "Callable[[Exchange, Any], bool]"
    """Whether it can be answered that nothing is known."""

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        rows = self.inner.rows(exchange, answers, scratch)
        empty = Button(_("🗑 Leave it empty"), "answer", (EMPTIED,))
        return (*rows, (empty,)) if self.empties(exchange, answers) else rows

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        heard = self.inner.hear(exchange, answers, scratch)
        if isinstance(heard, Heard):
            return replace(heard, value=self.inner.dump(heard.value))
        return self.inner.dump(heard)

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:
        if scratch.get("readings"):
            return self.inner.shown_prompt(exchange, answers, scratch)
        return self.prompt(exchange, answers)


def fact_questions(
    keys: Sequence[str],
    prompt: Prompt,
    empties: "Callable[[Exchange, Any, str], bool]",
    *,
    when: Callable[[str, Any], bool],
) -> tuple[Question, ...]:
    """One for each, under its key, that may be skipped."""
    return tuple(
        FactQuestion(
            name=key,
            asks=partial(_asks, prompt, key),
            label=terms.FACTS[key],
            optional=True,
            secret=key in SECRET,
            when=partial(when, key),
            inner=_INNER[key]({"name": "inner", "asks": _WRITE, "label": terms.FACTS[key]}),
            empties=partial(_may_be_empty, empties, key),
        )
        for key in keys
    )


def _asks(prompt: Prompt, key: str, exchange: "Exchange", answers: Any) -> Sentence:
    return prompt(exchange, answers, key, HINTS.get(key, _WRITE))


def _may_be_empty(
    empties: "Callable[[Exchange, Any, str], bool]", key: str, exchange: "Exchange", answers: Any
) -> bool:
    return empties(exchange, answers, key)


def fact_answered(key: str, kept: Any) -> Any:
    """The answer as the use case takes it; None where nothing is known."""
    if kept in (None, EMPTIED):
        return None
    return date.fromisoformat(kept) if key == "born_on" else kept


def tags_answered(kept: str) -> tuple[list[str], list[str]]:
    """Those to add, and those to take away."""
    words = _BETWEEN_TAGS.split(kept)
    gone = [word.removeprefix("-") for word in words if word.startswith("-")]
    return [word for word in words if not word.startswith("-")], gone


def _tags(exchange: "Exchange", answers: Any) -> Sequence[str]:
    return facts_of(exchange.desk, answers.client).client.tags


def _found(
    exchange: "Exchange", answers: Any, text: str, limit: int, offset: int
) -> Sequence[tuple[int, Sentence]]:
    found = clients_found(exchange.desk, text, offset + limit + 1) if text else ()
    others = [(one.id, named_with_phone(one)) for one in found if one.id != answers.client]
    return others[offset : offset + limit]


def _colleagues(exchange: "Exchange", _answers: Any) -> Sequence[tuple[int, Sentence]]:
    return [(one.id, verbatim(one.name)) for one in keepers_to_choose(exchange.desk)]


def _branches(exchange: "Exchange", _answers: Any) -> Sequence[tuple[int, Sentence]]:
    return [(one.id, verbatim(one.name)) for one in branches_of_clients(exchange.desk)]


def _years(exchange: "Exchange") -> tuple[int, int]:
    return exchange.desk.today.year - 99, exchange.desk.today.year


def _born(common: dict[str, Any]) -> Question:
    return DayByYear(
        **common,
        years=_years,
        last=lambda exchange, _answers: exchange.desk.today,
        likely=lambda exchange, _answers: range(
            exchange.desk.today.year // 10 * 10 - 70, exchange.desk.today.year - 18, 10
        ),
        reads=read_births,
    )


_INNER: dict[str, Callable[[dict[str, Any]], Question]] = {
    "name": lambda common: PersonName(**common),
    "latin_name": lambda common: Words(**common, reads=reading.read_latin_name),
    "born_on": _born,
    "phone": lambda common: Phone(**common, share=False),
    "email": lambda common: Words(**common, reads=reading.read_email),
    "username": lambda common: Words(**common, reads=reading.read_username),
    "language": lambda common: Choice(**common, options=[*LANGUAGES_BY_NAME], of=Language),
    "address": lambda common: Words(**common, most=reading.LONGEST_ADDRESS),
    "prefers": lambda common: Choice(**common, options=[*terms.REACHED_BY.items()], of=ReachedBy),
    "stars": lambda common: Count(**common, most=reading.MOST_STARS, offered=reading.MOST_STARS),
    "nights": lambda common: Count(**common, most=reading.MOST_NIGHTS, offered=NIGHTS),
    "board": lambda common: Choice(**common, options=[*terms.BOARDS.items()], of=Board),
    "sea_line": lambda common: Choice(**common, options=[*terms.SEA_LINES.items()], of=SeaLine, columns=1),
    "habit": lambda common: Words(**common, most=reading.LONGEST_FACT),
    "needs": lambda common: Words(**common, most=reading.LONGEST_NEEDS),
    "ask_next": lambda common: UsualWords(**common, most=reading.LONGEST_FACT, usual=terms.NEXT_QUESTIONS),
    "source": lambda common: UsualWords(**common, most=reading.LONGEST_FACT, usual=terms.SOURCES),
    "referred_by": lambda common: Find(**common, finds=_found),
    "tags": lambda common: TagWords(**common, there=_tags),
    "responsible": lambda common: Choice(**common, options=_colleagues),
    "branch": lambda common: Choice(**common, options=_branches),
}
