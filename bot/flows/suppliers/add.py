"""A supplier is added: its name and kind; whatever else was pasted along with the name is read out of it.

Boris: [➕ Add a supplier]
Bot:   What is it called? You can paste the phone and the e-mail along with it.
Boris: Hotel Bellevue, Maria, +359 88 812 3456, maria@bellevue.example
Bot:   What is it?
Boris: [hotel]
Bot:   Hotel Bellevue · hotel
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, asked
from bot.conversation.questions.basic import Choice, Name, Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.links.suppliers import SUPPLIER
from domain.entities.supplier_line import read_supplier_line
from domain.entities.suppliers import SupplierKind
from domain.queries.suppliers import must_keep_suppliers
from domain.usecases.suppliers.keeping import add_supplier, must_be_new
from domain.values.refusals import Refusal
from locales import _
from locales.phones import read_phone
from locales.terms.suppliers import SUPPLIER_FACTS, SUPPLIER_KINDS

routes = Routes()

PASTED = ("contact", "phone", "email")
"""What may stand beside the name."""


@dataclass(kw_only=True)
class SupplierAnswers:
    name: str = asked()
    kind: SupplierKind = asked()
    contact: str | None = asked()
    phone: str | None = asked()
    email: str | None = asked()


def _new(exchange: Exchange, name: str, _answers: SupplierAnswers) -> None:
    must_be_new(exchange.desk, name)


@dataclass(frozen=True, kw_only=True)
class SupplierLine(Name):
    """A name; a person, a phone and an e-mail may stand behind it."""

    def hear(self, exchange: Exchange, answers: Any, scratch: dict[str, Any]) -> Any:  # noqa: ARG002
        def phone(said: str) -> str | None:
            try:
                return read_phone(said, exchange.desk.agency.region, exchange.voice.language)
            except Refusal:
                return None

        line = read_supplier_line(exchange.event.text or "", phone)
        return Heard(line.name, {fact: value for fact in PASTED if (value := getattr(line, fact))})


@routes.flow
class AddSupplier(AskOnce[SupplierAnswers]):
    name = "add_supplier"
    called = _("new supplier")
    answers_type = SupplierAnswers
    questions = (
        SupplierLine(
            name="name",
            asks=_("What is it called? You can paste the phone and the e-mail along with it."),
            label=_("Name"),
            check=_new,
        ),
        Choice(
            name="kind",
            asks=_("What is it?"),
            label=_("Kind"),
            options=tuple(SUPPLIER_KINDS.items()),
            of=SupplierKind,
        ),
        *(
            Words(name=fact, asks=SUPPLIER_FACTS[fact], label=SUPPLIER_FACTS[fact], optional=True)
            for fact in PASTED
        ),
    )

    def opens(self, exchange: Exchange, known: dict[str, Any]) -> dict[str, Any]:
        """What may be pasted along is not asked for: the card shows what is missing."""
        return dict.fromkeys(PASTED) | super().opens(exchange, known)

    def prepare(self, exchange: Exchange, answers: SupplierAnswers) -> None:  # noqa: ARG002
        must_keep_suppliers(exchange.desk)

    def finish(self, exchange: Exchange, answers: SupplierAnswers) -> None:
        known = {fact: getattr(answers, fact) for fact in PASTED}
        one = add_supplier(exchange.desk, answers.name, answers.kind, **known)
        exchange.head(_("Added."))
        exchange.show(SUPPLIER, one.id)
