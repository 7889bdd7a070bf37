"""Bank accounts as people write them: read by a library that knows every country's form of an IBAN."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.conversation.flow.answers import Question
from domain.values.bank import BankAccount, bare, check_account, check_bik
from domain.values.refusals import Refusal
from domain.values.text import words

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

MOST = 60


@dataclass(frozen=True, kw_only=True)
class Iban(Question):
    """Kept without spaces."""

    def read(self, exchange: "Exchange", text: str) -> str:  # noqa: ARG002
        return read_iban(words(text, MOST))


@dataclass(frozen=True, kw_only=True)
class Bic(Question):
    """The code of a bank, or of one of its branches."""

    def read(self, exchange: "Exchange", text: str) -> str:  # noqa: ARG002
        return read_bic(words(text, MOST))


@dataclass(frozen=True, kw_only=True)
class Bik(Question):
    """The code of a Russian bank."""

    def read(self, exchange: "Exchange", text: str) -> str:  # noqa: ARG002
        bik = bare(words(text, MOST))
        check_bik(bik)
        return bik


@dataclass(frozen=True, kw_only=True)
class Digits(Question):
    """A number whose check digits hang on another answer."""

    def read(self, exchange: "Exchange", text: str) -> str:  # noqa: ARG002
        return bare(words(text, MOST))


def read_iban(text: str) -> str:
    """Raises Refusal: not_an_iban, iban_digits."""
    from stdnum import iban
    from stdnum.exceptions import InvalidChecksum, ValidationError

    number = bare(text)
    try:
        return iban.validate(number)
    except InvalidChecksum:
        raise Refusal("iban_digits") from None
    except ValidationError:
        check_account(BankAccount(number))
        raise Refusal("not_an_iban") from None


def read_bic(text: str) -> str:
    """Raises Refusal: not_a_bic."""
    from stdnum import bic
    from stdnum.exceptions import ValidationError

    try:
        return bic.validate(bare(text))
    except ValidationError:
        raise Refusal("not_a_bic") from None
