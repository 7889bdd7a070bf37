"""Agreeing on the price of a tailor-made journey.

Boris: [🏷 Price]
Bot:   № 1 · Anna · Vienna: what does it cost, for everybody together?
Boris: 1 850,50
Bot:   How much of it is paid beforehand, as a deposit?
Boris: 500
Bot:   Price: 1,850.50 EUR
       Deposit: 500.00 EUR
Boris: [✅ Save]
"""

from typing import TYPE_CHECKING, Any

from bot.flows.answers import Answers
from bot.flows.engine import Flow
from bot.flows.lose import deal_named, deal_of
from bot.flows.questions import Amount
from domain.money import Money
from domain.people import Right
from domain.usecases.deals import must_be_a_price, set_price
from locales import Sentence, _

if TYPE_CHECKING:
    from bot.talk import Talk


def _how_much(talk: "Talk", answers: Answers) -> Sentence:
    return _("{deal}: what does it cost, for everybody together?")(deal=deal_named(deal_of(talk, answers)))


def _currency(talk: "Talk", answers: Answers) -> str:
    return deal_of(talk, answers).currency


def _can_be_priced(talk: "Talk", price: Money, answers: Answers) -> None:
    must_be_a_price(deal_of(talk, answers), price, Money.zero(price.currency))


def _can_be_the_deposit(talk: "Talk", deposit: Money, answers: Answers) -> None:
    must_be_a_price(deal_of(talk, answers), answers["price"], deposit)


class AgreePrice(Flow):
    """Opened with `deal`, and `origin`: the list the card was opened from."""

    name = "price"
    questions = (
        Amount(
            name="price",
            asks=_how_much,
            label=_("Price"),
            currency=_currency,
            check=_can_be_priced,
            spoils=("deposit",),
        ),
        Amount(
            name="deposit",
            asks=_("How much of it is paid beforehand, as a deposit?"),
            label=_("Deposit"),
            currency=_currency,
            check=_can_be_the_deposit,
            optional=True,
        ),
    )
    send = _("✅ Save")

    def opens(self, talk: "Talk", known: dict[str, Any]) -> dict[str, Any]:
        talk.desk.must(Right.OPEN_DEALS)
        return known

    def finish(self, talk: "Talk", answers: Answers) -> None:
        price = answers["price"]
        deposit = answers["deposit"] or Money.zero(price.currency)
        deal = set_price(talk.desk, answers["deal"], price, deposit)
        talk.show("deal", deal.id, *(answers["origin"] or ()))
