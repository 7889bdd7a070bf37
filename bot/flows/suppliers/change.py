"""One thing about a supplier is written anew, or left empty.

Boris: [✏️ Terms]
Bot:   Hotel Bellevue: Terms
       Please write it.
Boris: 10% commission, paid 14 days before arrival
Bot:   Hotel Bellevue · hotel
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.questions.basic import Name, Phone, Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.client_facts.fact_questions import EMPTIED, FactQuestion
from bot.links.suppliers import SUPPLIER
from domain.entities.client_reading import read_email
from domain.entities.suppliers import LONGEST_TERMS, WORDS
from domain.queries.suppliers import supplier_to_change
from domain.usecases.suppliers.keeping import change_supplier, must_be_new
from domain.values.refusals import NotFound
from locales import Sentence, _, lines
from locales.terms.suppliers import SUPPLIER_FACTS

routes = Routes()

_WRITE = _("Please write it.")
_HINTS = {
    "email": _("Please write it like anna@example.com."),
    "phone": _("Please write it with its country code, like +359 88 123 4567."),
    "terms": _("Commission, when it is paid, what a cancellation costs: in your own words."),
}


@dataclass(kw_only=True)
class SupplierFactAnswers:
    supplier: int
    fact: str
    name: str | None = asked()
    contact: str | None = asked()
    phone: str | None = asked()
    email: str | None = asked()
    terms: str | None = asked()


def _prompt(fact: str, exchange: Exchange, answers: SupplierFactAnswers) -> Sentence:
    one = supplier_to_change(exchange.desk, answers.supplier)
    asks = _("<b>{called}</b>: {label}")(called=one.name, label=SUPPLIER_FACTS[fact])
    now = getattr(one, fact)
    return lines(asks, _("Now: {value}")(value=now) if now else None, _HINTS.get(fact, _WRITE))


def _may_be_empty(fact: str, exchange: Exchange, answers: SupplierFactAnswers) -> bool:
    if fact == "name":
        return False
    return getattr(supplier_to_change(exchange.desk, answers.supplier), fact) is not None


def _new(exchange: Exchange, name: str, answers: SupplierFactAnswers) -> None:
    must_be_new(exchange.desk, name, but=answers.supplier)


def _is_wanted(fact: str, answers: SupplierFactAnswers) -> bool:
    return answers.fact == fact


def _inner(fact: str) -> Question:
    common: dict[str, Any] = {"name": "inner", "asks": _WRITE, "label": SUPPLIER_FACTS[fact]}
    match fact:
        case "phone":
            return Phone(**common, share=False)
        case "email":
            return Words(**common, reads=read_email)
        case "terms":
            return Words(**common, most=LONGEST_TERMS)
        case _:
            return Name(**common)


@routes.flow
class ChangeSupplier(AskOnce[SupplierFactAnswers]):
    name = "change_supplier"
    called = _("details of a supplier")
    answers_type = SupplierFactAnswers
    questions = tuple(
        FactQuestion(
            name=fact,
            asks=partial(_prompt, fact),
            label=SUPPLIER_FACTS[fact],
            when=partial(_is_wanted, fact),
            check=_new if fact == "name" else None,
            inner=_inner(fact),
            empties=partial(_may_be_empty, fact),
        )
        for fact in WORDS
    )

    def prepare(self, exchange: Exchange, answers: SupplierFactAnswers) -> None:
        supplier_to_change(exchange.desk, answers.supplier)
        if answers.fact not in WORDS:
            raise NotFound("not_found")

    def finish(self, exchange: Exchange, answers: SupplierFactAnswers) -> None:
        kept = getattr(answers, answers.fact)
        change_supplier(exchange.desk, answers.supplier, answers.fact, None if kept == EMPTIED else kept)
        exchange.show(SUPPLIER, answers.supplier)
