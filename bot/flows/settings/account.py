"""The owner adds a bank account that clients pay to: an IBAN, or Russian requisites.

Olga: /settings
Olga: [🏢 Agency]
Olga: [💶 Payment]
Olga: [➕ IBAN]
Bot:  What is the IBAN? You may write it with spaces.
Olga: BG80 BNBG 9661 1020 3456 79
Bot:  One digit or letter is wrong
Olga: BG80 BNBG 9661 1020 3456 78
Bot:  What is the BIC of the bank?
Olga: BNBGBGSD
Bot:  IBAN: BG80 BNBG 9661 1020 3456 78, BIC: BNBGBGSD
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.banks import Bic, Bik, Digits, Iban
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.agency import AGENCY_MONEY
from domain.entities.profile import PROFILE, must_be_new
from domain.queries.settings import agency_profile
from domain.usecases.settings.profile import add_account
from domain.values.bank import BankAccount, check_correspondent, check_russian
from locales import _

routes = Routes()


def _is_new(exchange: Exchange, number: str, _answers: Any) -> None:
    must_be_new(exchange.desk.agency.profile, number)


@dataclass(kw_only=True)
class AccountAnswers:
    seen: int
    iban: str = asked()
    bic: str | None = asked()


@routes.flow
class AddIban(Changing[AccountAnswers]):
    name = "add_iban"
    called = _("bank account")
    answers_type = AccountAnswers
    kind = PROFILE
    questions = (
        Iban(
            name="iban",
            asks=_("What is the IBAN? You may write it with spaces."),
            label=_("IBAN"),
            check=_is_new,
        ),
        Bic(name="bic", asks=_("What is the BIC of the bank?"), label=_("BIC"), optional=True),
    )

    def prepare(self, exchange: Exchange, answers: AccountAnswers) -> None:  # noqa: ARG002
        agency_profile(exchange.desk)

    def finish(self, exchange: Exchange, answers: AccountAnswers) -> None:
        add_account(exchange.desk, answers.seen, BankAccount(answers.iban, answers.bic))
        exchange.show_origin(AGENCY_MONEY)


@dataclass(kw_only=True)
class RussianAnswers:
    seen: int
    bik: str = asked()
    account: str = asked()
    correspondent: str | None = asked()


def _fits(exchange: Exchange, account: str, answers: RussianAnswers) -> None:
    must_be_new(exchange.desk.agency.profile, account)
    check_russian(BankAccount(account, answers.bik))


def _corresponds(_exchange: Exchange, correspondent: str, answers: RussianAnswers) -> None:
    check_correspondent(correspondent, answers.bik)


@routes.flow
class AddRussianAccount(Changing[RussianAnswers]):
    name = "add_russian_account"
    called = _("bank account")
    answers_type = RussianAnswers
    kind = PROFILE
    questions = (
        Bik(name="bik", asks=_("What is the BIK of the bank? It has nine digits."), label=_("BIK")),
        Digits(
            name="account",
            asks=_("What is the account? It has twenty digits."),
            label=_("Account"),
            check=_fits,
        ),
        Digits(
            name="correspondent",
            asks=_("What is the correspondent account of the bank? It has twenty digits."),
            label=_("Correspondent account"),
            check=_corresponds,
            optional=True,
        ),
    )

    def prepare(self, exchange: Exchange, answers: RussianAnswers) -> None:  # noqa: ARG002
        agency_profile(exchange.desk)

    def finish(self, exchange: Exchange, answers: RussianAnswers) -> None:
        account = BankAccount(answers.account, answers.bik, answers.correspondent)
        add_account(exchange.desk, answers.seen, account)
        exchange.show_origin(AGENCY_MONEY)
