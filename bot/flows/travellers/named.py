"""What is asked of everybody whose passport is written down, a traveller or a companion: the name, and when they were born."""

from datetime import date
from typing import TYPE_CHECKING, Protocol

from domain.entities.particulars import check_birth, check_name
from locales import Sentence, _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


class Named(Protocol):
    """Answers that begin with a name."""

    name: str


def born(_exchange: "Exchange", answers: Named) -> Sentence:
    return _("When was {name} born? Write it like 17.05.1985, or choose.")(name=answers.name)


def is_a_name(_exchange: "Exchange", name: str, _answers: Named) -> None:
    """Raises Refusal, as `check_name` does."""
    check_name(name)


def is_a_birth(exchange: "Exchange", born_on: date, _answers: Named) -> None:
    """Raises Refusal, as `check_birth` does."""
    check_birth(born_on, exchange.desk.today)
