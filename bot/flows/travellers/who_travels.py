"""Who travels: those who went before are ticked, several at once; of somebody new it is told what they are to the client."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Heard, Unanswered
from bot.conversation.questions.basic import Choice
from bot.conversation.screen import MOST, Button, Row, column, pairs
from bot.conversation.widgets.listing import turning
from bot.flows.travellers.traveller_answers import (
    TravellerAnswers,
    deal_of,
    line_heard,
    others_of,
    rest_of,
)
from domain.entities.travellers import Relation
from domain.queries.companions import Offered, companions_for
from domain.values import text
from domain.values.names import same_name
from locales import Sentence, _, lines
from locales.terms.companions import companion_words
from locales.terms.travellers import RELATIONS

OWN_WORDS = {
    Relation.SELF: _("🙋 Myself"),
    Relation.SPOUSE: _("💍 Husband or wife"),
    Relation.CHILD: _("🧒 Child"),
    Relation.OTHER: _("👤 Someone else"),
}
TICKED = "ticked"
"""Under this name the scratch keeps who is chosen so far."""
_ADD = _("✅ Add {count}")


@dataclass(frozen=True, kw_only=True)
class WhoTravels(Choice):
    """What the traveller is to the client, or who of those who went before. A whole line says who it is by its name."""

    def rows(self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        known = _known(exchange, answers)
        if not known:
            return super().rows(exchange, answers, scratch)
        relations = [Button(label, "answer", (value,)) for value, label in self.choices(exchange, answers)]
        ticked, page = _ticked(scratch, known), scratch.get("page", 0)
        several = deal_of(exchange, answers).seats_to_enter > 1
        size = MOST - len(relations) - several
        here = known[page * size :]
        own = not exchange.desk.actor.is_staff
        done = Button(_ADD(count=len(ticked)), "answer", (ticked,)) if ticked else None
        return (
            *column(_tick(one, ticked, own=own, several=several) for one in here[:size]),
            *turning(_turns, page, more=len(here) > size),
            *column([done]),
            *pairs(relations),
        )

    def hear(self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any]) -> Any:
        line = line_heard(exchange, answers)
        if line is None or not line.tells_more:
            return self._named(exchange, answers, scratch)
        own = line.name.casefold() == deal_of(exchange, answers).client.name.casefold()
        relations = [one for one, _words in self.choices(exchange, answers)]
        relation = Relation.SELF if own and Relation.SELF in relations else Relation.OTHER
        return Heard(relation, also={"name": text.name(line.name), **rest_of(line)})

    def _named(self, exchange: Exchange, answers: TravellerAnswers, scratch: dict[str, Any]) -> Any:
        """Somebody we know may be typed as well; raises Unanswered while others may be ticked beside them."""
        known = _known(exchange, answers)
        said = text.one_line(exchange.event.text or "")
        meant = [one.companion.id for one in known if _is_called(one.companion.name, said)]
        if len(meant) != 1:
            return super().hear(exchange, answers, scratch)
        if deal_of(exchange, answers).seats_to_enter == 1:
            return meant
        scratch[TICKED] = list(dict.fromkeys([*_ticked(scratch, known), *meant]))
        raise Unanswered

    def load(self, kept: Any) -> Any:
        """Of those who went before a list; a number is what an earlier release kept, and is refused in the end."""
        return kept if isinstance(kept, list | int) else Relation(kept)


def _is_called(name: str, said: str) -> bool:
    """By the whole name, or by one word of it."""
    return same_name(name, said) or any(same_name(word, said) for word in name.split())


def _known(exchange: Exchange, answers: TravellerAnswers) -> Sequence[Offered]:
    return () if answers.traveller else companions_for(exchange.desk, answers.deal)


def _ticked(scratch: dict[str, Any], known: Sequence[Offered]) -> list[int]:
    there = {one.companion.id for one in known}
    return [one for one in scratch.get(TICKED, []) if one in there]


def _tick(one: Offered, ticked: list[int], *, own: bool, several: bool) -> Button:
    """Who goes alone is chosen with one tap."""
    number, words = one.companion.id, companion_words(one, own=own)
    if not several:
        return Button(words, "answer", ([number],))
    if number in ticked:
        return Button(_("☑ {who}")(who=words), "scratch", (TICKED, [n for n in ticked if n != number]))
    return Button(_("☐ {who}")(who=words), "scratch", (TICKED, [*ticked, number]))


def _turns(label: Sentence, page: int) -> Button:
    return Button(label, "scratch", ("page", page))


def asks_who(exchange: Exchange, answers: TravellerAnswers) -> Sentence:
    if answers.traveller:
        return _("Who is it?")
    deal = deal_of(exchange, answers)
    asked = _("Traveller {number} of {seats}: who is it?")(number=len(deal.party) + 1, seats=deal.seats)
    several = deal.seats_to_enter > 1 and _known(exchange, answers)
    return lines(asked, _("Tap everyone who is coming, then ✅.")) if several else asked


def relations(exchange: Exchange, answers: TravellerAnswers) -> Sequence[tuple[Relation, Sentence]]:
    """There is one client only; whoever went as that before is chosen by name."""
    taken = any(one.relation is Relation.SELF for one in others_of(exchange, answers))
    known = any(one.companion.relation is Relation.SELF for one in _known(exchange, answers))
    words = RELATIONS if exchange.desk.actor.is_staff else OWN_WORDS
    return [(one, words[one]) for one in Relation if not ((taken or known) and one is Relation.SELF)]
