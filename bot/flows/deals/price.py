"""Agreeing on the price of a tailor-made journey.

Boris: [⋯ More]
Boris: [💶 Price]
Bot:   #1 · Anna · Vienna: what does it cost for everybody in total?
Boris: 1 850,50
Bot:   How much of it is the deposit?
Boris: 500
Bot:   Price: €600 → €1,850.50
       Deposit: €200 → €500
Boris: [✅ Save]
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.basic import Amount
from bot.conversation.routes import Routes
from bot.flows.deals.named import deal_named
from bot.links.deals import DEAL
from domain.entities.deposits import deposits_to_offer
from domain.queries import deals
from domain.usecases.deals.changing import set_price
from domain.values.money import Money
from locales import Sentence, _, lines
from locales.terms.payments import NO_DEPOSIT

routes = Routes()


@dataclass(kw_only=True)
class PriceAnswers:
    deal: int
    price: Money = asked()
    deposit: Money = asked()


def _how_much(exchange: Exchange, answers: PriceAnswers) -> Sentence:
    named = deal_named(deals.deal(exchange.desk, answers.deal))
    return _("{deal}: what does it cost for everybody in total?")(deal=named)


def _currency(exchange: Exchange, answers: PriceAnswers) -> str:
    return deals.deal(exchange.desk, answers.deal).currency


def _can_be_priced(exchange: Exchange, price: Money, answers: PriceAnswers) -> None:
    deals.deal(exchange.desk, answers.deal).must_be_priced(price, Money.zero(price.currency))


def _can_be_the_deposit(exchange: Exchange, deposit: Money, answers: PriceAnswers) -> None:
    deals.deal(exchange.desk, answers.deal).must_be_priced(answers.price, deposit)


def _deposits(exchange: Exchange, answers: PriceAnswers) -> list[Money]:
    deal = deals.deal(exchange.desk, answers.deal)
    return deposits_to_offer(answers.price, deal.deposit if deal.price else None)


@routes.flow
class AgreePrice(Flow[PriceAnswers]):
    name = "price"
    called = _("price of a deal")
    answers_type = PriceAnswers
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
            asks=_("How much of it is the deposit?"),
            label=_("Deposit"),
            currency=_currency,
            offers=_deposits,
            nothing=NO_DEPOSIT,
            check=_can_be_the_deposit,
        ),
    )
    send = _("✅ Save")

    def prepare(self, exchange: Exchange, answers: PriceAnswers) -> None:
        deals.deal_to_price(exchange.desk, answers.deal)

    def review(self, exchange: Exchange, answers: PriceAnswers) -> Sentence | None:
        deal = deals.deal(exchange.desk, answers.deal)
        if not deal.price:
            return super().review(exchange, answers)
        return lines(
            deal_named(deal),
            _("Price: {price} → {rest}")(price=deal.price, rest=answers.price),
            _("Deposit: {deposit} → {rest}")(
                deposit=deal.deposit or NO_DEPOSIT, rest=answers.deposit or NO_DEPOSIT
            ),
        )

    def finish(self, exchange: Exchange, answers: PriceAnswers) -> None:
        deposit = answers.deposit or Money.zero(answers.price.currency)  # a draft of old may have skipped it
        deal = set_price(exchange.desk, answers.deal, answers.price, deposit)
        exchange.show(DEAL, deal.id)
