"""Many travellers at once: a list is pasted, doubtful lines are asked about one by one, all are entered in one go.

Anna: /mytrips
Anna: [📋 Paste a list]
Bot:  Send the list in one message, one traveller per line
Anna: Anna Petrova, Ivan
Bot:  Is that one person or several?
Anna: Anna Petrova; Ivan Petrov
Bot:  2. Ivan Petrov
Anna: [✅ Add all]
Bot:  2 travellers added.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, Unanswered, asked
from bot.conversation.flow.flow import Flow
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row
from bot.flows.travellers.traveller import ENTERED
from bot.links.deals import MY_TRAVELLERS
from bot.links.documents import DOCUMENTS
from domain.entities.deals import Deal
from domain.entities.pasted_lines import Line
from domain.entities.pasted_lists import Pasted, first_doubt, pasted, read_list
from domain.queries.my_deals import serves, within_reach
from domain.usecases.travellers.travellers import enter_travellers
from domain.values import text
from domain.values.refusals import NotFound, Refusal
from locales import Fact, FullDay, Joined, Sentence, _, lines, n_
from locales.terms.countries import country_named, country_words

routes = Routes()

MOST = 4096
"""Characters of a message."""
_AS_IT_IS, _LEAVE_OUT = "as_it_is", "leave_out"


@dataclass(kw_only=True)
class ListAnswers:
    deal: int
    lines: str = asked()
    """As JSON, after somebody looked at those in doubt."""


def _deal(exchange: Exchange, answers: ListAnswers) -> Deal:
    return within_reach(exchange.desk, answers.deal)


def _kept(found: Sequence[Pasted]) -> str:
    return json.dumps([asdict(one) for one in found], ensure_ascii=False)


def _opened(kept: str) -> list[Pasted]:
    return [Pasted(**one) for one in json.loads(kept)]


def _read(exchange: Exchange, answers: ListAnswers, found: Sequence[Pasted]) -> tuple[Line, ...]:
    deal, voice = _deal(exchange, answers), exchange.voice
    return read_list(found, deal, exchange.desk.today, voice.language, country_named)


@dataclass(frozen=True, kw_only=True)
class PastedLines(Question):
    """A list; then one doubtful line of it after the other. What is read so far waits in the scratch, sealed."""

    def shown_prompt(self, exchange: Exchange, answers: ListAnswers, scratch: dict[str, Any]) -> Sentence:
        if self.name not in scratch:
            return self.prompt(exchange, answers)
        read, place = self._so_far(exchange, answers, scratch)
        line, doubts = read[place], sum(line.doubt is not None for line in read)
        assert line.doubt is not None
        return lines(
            _SURE(count=len(read) - doubts),
            _LOOK(count=doubts),
            "",
            _("{number}. <b>{line}</b>")(number=place + 1, line=line.written),
            words_for(line.doubt),
            "",
            _("Write this line again, or tap."),
        )

    def rows(self, exchange: Exchange, answers: ListAnswers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        if self.name not in scratch:
            return ()
        read, place = self._so_far(exchange, answers, scratch)
        leave_out = Button(_("🗑 Leave it out"), "answer", (_LEAVE_OUT,))
        if not _may_stand(read[place]):
            return ((leave_out,),)
        return ((Button(_("✅ Add: {name}")(name=read[place].name), "answer", (_AS_IT_IS,)),), (leave_out,))

    def hear(self, exchange: Exchange, answers: ListAnswers, scratch: dict[str, Any]) -> str:
        written = pasted(text.words(exchange.event.text or "", MOST))
        if self.name in scratch:
            return self._instead(exchange, answers, scratch, written)
        return self._all_sure(exchange, answers, scratch, written)

    def tapped(self, exchange: Exchange, answers: ListAnswers, scratch: dict[str, Any], kept: Any) -> str:
        if self.name not in scratch:
            raise NotFound("out_of_date")
        read, place = self._so_far(exchange, answers, scratch)
        settled = [Pasted(read[place].written, settled=True)] if kept == _AS_IT_IS else []
        return self._instead(exchange, answers, scratch, settled)

    def _so_far(
        self, exchange: Exchange, answers: ListAnswers, scratch: dict[str, Any]
    ) -> tuple[tuple[Line, ...], int]:
        """All lines, and the place of the one that is asked about."""
        read = _read(exchange, answers, _opened(scratch[self.name]))
        place = first_doubt(read)
        return read, len(read) - 1 if place is None else place

    def _instead(
        self, exchange: Exchange, answers: ListAnswers, scratch: dict[str, Any], lines_: Sequence[Pasted]
    ) -> str:
        _lines, place = self._so_far(exchange, answers, scratch)
        found = _opened(scratch[self.name])
        found[place : place + 1] = lines_
        return self._all_sure(exchange, answers, scratch, found)

    def _all_sure(
        self, exchange: Exchange, answers: ListAnswers, scratch: dict[str, Any], found: Sequence[Pasted]
    ) -> str:
        """The answer; `Unanswered` while a line is in doubt. Raises Refusal: nobody_in_list, list_too_long."""
        if not found:
            raise Refusal("nobody_in_list")
        read, seats = _read(exchange, answers, found), _deal(exchange, answers).seats_to_enter
        if sum(line.doubt is None for line in read) > seats:
            raise Refusal("list_too_long", count=len(read), seats=seats)
        if first_doubt(read) is None:
            return _kept(found)
        scratch[self.name] = _kept(found)
        raise Unanswered


def _may_stand(line: Line) -> bool:
    """Whether there is a name to enter, so that the rest may be told later."""
    try:
        text.name(line.name)
    except Refusal:
        return False
    return line.doubt is not None and line.doubt.kind != "not_as_in_passport"


_SURE = n_("{count} traveller found.", "{count} travellers found.")
_LOOK = n_("{count} line to check:", "{count} lines to check:")


@routes.flow
class TravellerListFlow(Flow[ListAnswers]):
    """A group in a minute. What a line does not tell of somebody is asked for later."""

    name = "traveller_list"
    called = _("list of travellers")
    answers_type = ListAnswers
    questions = (
        PastedLines(
            name="lines",
            asks=_(
                "📋 Send the list in one message, one traveller per line. After the name you can add the date of"
                " birth, the passport number and its expiry date, in any order:\nWang Wei 12.03.1985 E12345678"
                " 12.03.2030"
            ),
            label=_("List"),
            secret=True,
        ),
    )
    send = _("✅ Add all")

    def prepare(self, exchange: Exchange, answers: ListAnswers) -> None:
        _deal(exchange, answers).must_have_room()

    def review(self, exchange: Exchange, answers: ListAnswers) -> Sentence:
        read = _read(exchange, answers, _opened(answers.lines))
        return lines(*(_line(place, line) for place, line in enumerate(read, 1)))

    def finish(self, exchange: Exchange, answers: ListAnswers) -> None:
        read = _read(exchange, answers, _opened(answers.lines))
        enter_travellers(exchange.desk, answers.deal, read)
        exchange.head(ENTERED(count=len(read)))
        if serves(exchange.desk):
            exchange.show(DOCUMENTS, answers.deal, 0)
        else:
            exchange.show(MY_TRAVELLERS, answers.deal, 0)


def _line(place: int, line: Line) -> Sentence:
    """What is missing is left open."""
    facts: list[Fact] = [
        line.name,
        FullDay(line.born_on) if line.born_on else "—",
        line.passport or "—",
        FullDay(line.passport_expires) if line.passport_expires else "—",
        *([country_words(line.citizenship)] if line.citizenship else []),
    ]
    return _("{number}. {told}")(number=place, told=Joined(facts, by=" · "))
