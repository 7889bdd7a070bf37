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

from bot.conversation.flow.answers import Answers
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Amount
from bot.conversation.routes import Routes
from bot.flows.deals.lose import deal_named, deal_of
from domain.entities.people import Right
from domain.usecases.deals.stages import set_price
from domain.values.money import Money
from locales import Sentence, _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

routes = Routes()


def _how_much(exchange: "Exchange", answers: Answers) -> Sentence:
    return _("{deal}: what does it cost, for everybody together?")(
        deal=deal_named(deal_of(exchange, answers))
    )


def _currency(exchange: "Exchange", answers: Answers) -> str:
    return deal_of(exchange, answers).currency


def _can_be_priced(exchange: "Exchange", price: Money, answers: Answers) -> None:
    deal_of(exchange, answers).must_be_priced(price, Money.zero(price.currency))


def _can_be_the_deposit(exchange: "Exchange", deposit: Money, answers: Answers) -> None:
    deal_of(exchange, answers).must_be_priced(answers["price"], deposit)


@routes.flow
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

    def opens(self, exchange: "Exchange", known: dict[str, Any]) -> dict[str, Any]:
        exchange.desk.must(Right.OPEN_DEALS)
        return known

    def finish(self, exchange: "Exchange", answers: Answers) -> None:
        price = answers["price"]
        deposit = answers["deposit"] or Money.zero(price.currency)
        deal = set_price(exchange.desk, answers["deal"], price, deposit)
        exchange.show("deal", deal.id, *(answers["origin"] or ()))
