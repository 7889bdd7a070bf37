"""Who travels: one traveller's particulars, as in the passport. The client enters them, or staff for the client.

Anna: /mytrips
Anna: [✍️ Traveller 1 of 2]
Bot:  Traveller 1 of 2: who is it?
Anna: [🙋 Myself]
Bot:  Name in Latin letters, as in the passport?
Anna: [Anna]
Bot:  When was Anna born?
Anna: 17.05.1985
Bot:  Passport number?
Anna: AB 123 4567
Bot:  When does the passport expire?
Anna: 17.05.2031
Bot:  Anna · 🙋 Myself
      Born 17 May 1985
      Passport AB1234567, expires 17 May 2031
      Citizenship: Bulgaria
Anna: [✅ Save]
Bot:  ✅ Anna: added.
"""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question
from bot.conversation.flow.flow import LINE, Flow
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.flows.fields.questions import field_questions, fill_answered
from bot.flows.travellers.traveller_answers import TravellerAnswers, deal_of
from bot.flows.travellers.traveller_questions import QUESTIONS, likely_country
from bot.flows.travellers.who_travels import OWN_WORDS
from bot.links.deals import MY_DEAL, TRAVELLER_IN
from bot.links.documents import DOCUMENTS
from domain.entities.fields import TRAVELLER
from domain.entities.particulars import (
    Particulars,
    ends_soon,
    is_latin,
    odd_age,
    odd_validity,
)
from domain.entities.travellers import Relation, Traveller
from domain.ports.desk import Desk
from domain.queries.fields import asked_with
from domain.queries.my_deals import serves
from domain.queries.travellers import must_be_changeable
from domain.usecases.travellers.travellers import change_traveller, enter_companions, enter_traveller
from domain.values.refusals import Refusal
from locales import FullDay, Sentence, _, lines, n_
from locales.terms.countries import country_words
from locales.terms.travellers import RELATIONS

routes = Routes()


@routes.flow
class TravellerFlow(Flow[TravellerAnswers]):
    """One more of the party; or other particulars of one who is entered."""

    name = "traveller"
    called = _("a traveller's data")
    answers_type = TravellerAnswers
    questions = QUESTIONS
    send = _("✅ Save")
    changes_known = tuple(question.name for question in QUESTIONS)

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        """Fields of the agency's own are asked for of who is new; of the others they stand behind a button."""
        asked = field_questions(asked_with(desk, TRAVELLER), when=lambda answers, _key: not answers.traveller)
        return (*self.questions, *asked)

    def prepare(self, exchange: Exchange, answers: TravellerAnswers) -> None:
        deal = deal_of(exchange, answers)
        if not answers.traveller:
            deal.must_have_room()
            answers.citizenship = likely_country(exchange, answers)
            return
        traveller = deal.traveller(answers.traveller)
        must_be_changeable(exchange.desk, deal, traveller)
        _fill_in(answers, traveller)
        answers.citizenship = traveller.citizenship or likely_country(exchange, answers)

    def review(self, exchange: Exchange, answers: TravellerAnswers) -> Sentence | None:
        if not isinstance(answers.who, Relation):
            return None  # what we know of them they have seen before
        deal, entered = deal_of(exchange, answers), _entered(answers)
        soon = ends_soon(entered.passport_expires, deal, exchange.desk.today)
        words = RELATIONS if exchange.desk.actor.is_staff else OWN_WORDS
        age = odd_age(entered.relation, entered.born_on, exchange.desk.today)
        valid = odd_validity(entered.passport_expires, exchange.desk.today)
        return lines(
            _("<b>{name}</b> · {relation}")(name=entered.name, relation=words[entered.relation]),
            _("Born {day}")(day=FullDay(entered.born_on)),
            None if age is None else _ODD_AGE(count=age),
            _("Passport {number}, expires {day}")(
                number=entered.passport, day=FullDay(entered.passport_expires)
            ),
            None if valid is None else ODD_VALIDITY(count=valid),
            _citizenship(entered),
            _SOON if soon else None,
            None if is_latin(entered.name) else _NOT_LATIN,
            *(_besides(question, answers) for question in self.due(answers) if question not in QUESTIONS),
        )

    def finish(self, exchange: Exchange, answers: TravellerAnswers) -> None:
        if not isinstance(answers.who, Relation):
            _take_along(exchange, answers)
            return
        number, entered = answers.deal, _entered(answers)
        if answers.traveller:
            traveller = change_traveller(exchange.desk, number, answers.traveller, entered)
        else:
            traveller = enter_traveller(exchange.desk, number, entered)
            fill_answered(exchange, TRAVELLER, number, answers, traveller.id)
        if not _asks_next(exchange, number, answers.left or []):
            exchange.show(TRAVELLER_IN, number, traveller.id)


def _take_along(exchange: Exchange, answers: TravellerAnswers) -> None:
    """Those who went before; whose passport will not do is asked for it at once."""
    if not isinstance(answers.who, list):
        raise Refusal("known_no_more")
    number, desk = answers.deal, exchange.desk
    entered = enter_companions(desk, number, answers.who)
    lacking = [one.id for one in entered if not one.complete]
    if len(entered) > 1:
        (exchange.say if lacking else exchange.head)(ENTERED(count=len(entered)))
    if _asks_next(exchange, number, lacking):
        return
    if len(entered) == 1:
        exchange.show(TRAVELLER_IN, number, entered[0].id)
    elif serves(desk):
        exchange.show(DOCUMENTS, number, 0)
    else:
        exchange.show(MY_DEAL, number)


def _asks_next(exchange: Exchange, number: int, travellers: list[int]) -> bool:
    """What is missing of the first of them, then of the others; whether there is one."""
    if not travellers:
        return False
    begin(exchange, TravellerFlow, deal=number, traveller=travellers[0], left=travellers[1:])
    return True


ENTERED = n_("✅ {count} traveller added.", "✅ {count} travellers added.")
_ODD_AGE = n_("⚠️ That is {count} year old. Is that right?", "⚠️ That is {count} years old. Is that right?")
ODD_VALIDITY = n_(
    "⚠️ The passport would be valid for {count} more year. Is that right?",
    "⚠️ The passport would be valid for {count} more years. Is that right?",
)
_SOON = _(
    "⚠️ The passport expires less than six months after the return. Many countries require six months:"
    " please ask us, or renew it."
)
_NOT_LATIN = _("ℹ️ If the passport also has the name in Latin letters, please write it that way.")


def _citizenship(entered: Particulars) -> Sentence | None:
    """Taken from what is known of the party, and changed in the review: a border reads it."""
    if entered.citizenship is None:
        return _("Citizenship: not told")
    return _("Citizenship: {country}")(country=country_words(entered.citizenship))


def _besides(question: Question, answers: TravellerAnswers) -> Sentence:
    return LINE(label=question.label, value=question.shown(getattr(answers, question.name)))


def _fill_in(answers: TravellerAnswers, traveller: Traveller) -> None:
    """What is there already; what is missing is asked."""
    answers.who, answers.name = traveller.relation, traveller.name
    answers.born_on = traveller.born_on or answers.born_on
    answers.passport = traveller.passport or answers.passport
    answers.passport_expires = traveller.passport_expires or answers.passport_expires


def _entered(answers: TravellerAnswers) -> Particulars:
    assert isinstance(answers.who, Relation)
    return Particulars(
        answers.who,
        answers.name,
        answers.born_on,
        answers.passport,
        answers.passport_expires,
        answers.citizenship,
    )
