"""The kinds of questions a flow may ask: words, choices, numbers, money, days, times, phones, places, files, searches."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar

from bot.conversation.flow.answers import Question, Unanswered
from bot.conversation.screen import MOST, Asking, Button, Row, pairs
from bot.conversation.widgets.listing import turning
from domain.entities.files import FilePurpose, SentFile
from domain.entities.trip_plans import Point
from domain.values import text
from domain.values.money import Money, read_money
from domain.values.reading.counts import read_count
from domain.values.reading.times import read_time
from domain.values.refusals import Refusal
from locales import Fact, Link, Sentence, _, verbatim
from locales.phones import read_phone
from locales.terms.trip_words import map_address

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class Words(Question):
    """Free words, of at most `most` characters; `reads` makes something of them, and may refuse."""

    most: int = 300
    reads: Callable[[str], str] | None = None

    def read(self, exchange: "Exchange", text_: str) -> str:  # noqa: ARG002
        written = text.words(text_, self.most)
        return self.reads(written) if self.reads else written


@dataclass(frozen=True, kw_only=True)
class Name(Question):
    """The name of a person, a group or a place."""

    def read(self, exchange: "Exchange", text_: str) -> str:  # noqa: ARG002
        return text.name(text_)


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """One of a few options: (value, words). A typed text that is an option's words counts as its tap.

    `of` is the class of its values, when they are not kept as what they are: an Enum.
    """

    options: "Sequence[tuple[Any, Sentence]] | Callable[[Exchange, Any], Sequence[tuple[Any, Sentence]]]"
    columns: int = 2
    of: Callable[[Any], Any] | None = None

    def load(self, kept: Any) -> Any:
        return self.of(kept) if self.of else kept

    def choices(self, exchange: "Exchange", answers: Any) -> Sequence[tuple[Any, Sentence]]:
        return self.options(exchange, answers) if callable(self.options) else self.options

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        """More than a screen holds are turned page by page."""
        choices, page = self.choices(exchange, answers), scratch.get("page", 0)
        rest = choices[page * MOST :]
        buttons = [Button(label, "answer", (value,)) for value, label in rest[:MOST]]
        turns = turning(
            lambda label, other: Button(label, "scratch", ("page", other)), page, more=len(rest) > MOST
        )
        rows = (tuple(buttons[i : i + self.columns]) for i in range(0, len(buttons), self.columns))
        return (*rows, *turns)

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:  # noqa: ARG002
        said = bare(text.one_line(exchange.event.text or ""))
        for value, label in self.choices(exchange, answers):
            if said and bare(exchange.voice.plain(label)) == said:
                return self.load(value)
        raise Refusal("choice_wanted")

    def shown(self, value: Any) -> Fact:
        if self.shows is not None or callable(self.options):
            return super().shown(value)
        return next((label for option, label in self.options if option == value), value)


def bare(label: str) -> str:
    """Without the sign it begins with, which nobody types."""
    return re.sub(r"^\W+", "", label).casefold() or label


@dataclass(frozen=True, kw_only=True)
class Count(Question):
    """A whole number from 1 to `most`; the first `offered` ones are buttons, or those that are named."""

    most: int = 500
    offered: int | Sequence[int] = 8
    may_show_fewer: ClassVar[bool] = True

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        offered = range(1, self.offered + 1) if isinstance(self.offered, int) else self.offered
        return self.numbers(offered)

    @staticmethod
    def numbers(offered: Iterable[int]) -> tuple[Row, ...]:
        buttons = [Button(verbatim(str(n)), "answer", (n,)) for n in offered]
        return tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))

    def read(self, exchange: "Exchange", text_: str) -> int:  # noqa: ARG002
        return read_count(text_, self.most)


@dataclass(frozen=True, kw_only=True)
class Amount(Question):
    """An amount of money, in the agency's currency or the one `currency` finds; `offers` makes a button."""

    currency: "Callable[[Exchange, Any], str] | None" = None
    offers: "Callable[[Exchange, Any], Sequence[Money]] | None" = None
    nothing: Sentence | None = None
    """Said in place of an amount of nothing."""

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        offered = self.offers(exchange, answers) if self.offers else ()
        return pairs([Button(self._label(money), "answer", (str(money),)) for money in offered])

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Money:  # noqa: ARG002
        """What stands on a button may be written too."""
        wanted = self.currency(exchange, answers) if self.currency else exchange.desk.agency.currency
        written = exchange.event.text or ""
        if self.nothing is not None and bare(written) == bare(exchange.voice.plain(self.nothing)):
            return Money.zero(wanted)
        return read_money(written, wanted)

    def shown(self, value: Money | None) -> Fact:
        return self.nothing if self.nothing and value is not None and not value else super().shown(value)

    def _label(self, money: Money) -> Sentence:
        return self.nothing if self.nothing and not money else _("{amount}")(amount=money)

    def dump(self, value: Money) -> str:
        return str(value)

    def load(self, kept: str) -> Money:
        return Money.kept(kept)


@dataclass(frozen=True, kw_only=True)
class Time(Question):
    """A time of day; the usual hours of departure are buttons, behind the one that `near` finds."""

    hours: Sequence[str] = ("05:00", "06:00", "07:00", "08:00", "18:00", "20:00", "22:00", "23:00")
    near: "Callable[[Exchange, Any], time] | None" = None

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        near = (f"{self.near(exchange, answers):%H:%M}",) if self.near else ()
        hours = dict.fromkeys((*near, *self.hours))
        buttons = [Button(verbatim(hour), "answer", (hour,)) for hour in hours]
        return tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))

    def read(self, exchange: "Exchange", text_: str) -> time:  # noqa: ARG002
        return read_time(text_)

    def dump(self, value: time) -> str:
        return value.strftime("%H:%M")

    def load(self, kept: str) -> time:
        return read_time(kept)


@dataclass(frozen=True, kw_only=True)
class Phone(Question):
    """A phone number in E.164 form: shared with one tap, or typed. `share` offers Telegram's contact key."""

    share: bool = True

    def asking(self) -> Asking | None:
        return Asking("contact", _("📱 Share my phone number")) if self.share else None

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> str:  # noqa: ARG002
        event = exchange.event
        if event.contact is not None:
            if self.share and not event.contact.own:
                raise Refusal("own_contact_wanted")
            return _phone(exchange, event.contact.phone)
        if event.text is None:
            raise Refusal("phone_wanted")
        return _phone(exchange, event.text)


def _phone(exchange: "Exchange", written: str) -> str:
    return read_phone(written, exchange.desk.agency.region, exchange.voice.language)


@dataclass(frozen=True, kw_only=True)
class Place(Question):
    """A point on the map, sent as a location."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Point:  # noqa: ARG002
        if exchange.event.location is None:
            raise Refusal("location_wanted")
        return exchange.event.location

    def dump(self, value: Point) -> list[float]:
        return [value.latitude, value.longitude]

    def load(self, kept: list[float]) -> Point:
        return Point(*kept)

    def shown(self, value: Point | None) -> Fact:
        if value is None:
            return None
        name = f"{value.latitude:.5f}, {value.longitude:.5f}"
        return Link(map_address(value), name)


@dataclass(frozen=True, kw_only=True)
class Files(Question):
    """Files, singly or as an album. Each is handed to `takes` as it comes, so nothing waits for "Done"."""

    purpose: FilePurpose
    """Says which are taken."""
    takes: "Callable[[Exchange, SentFile, Any], None]"

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        done = Button(_("✅ Done"), "answer", (scratch["files"],)) if scratch.get("files") else None
        return ((done,),) if done else ()

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        if exchange.event.file is None:
            raise Refusal("file_wanted")
        exchange.event.file.must_be_acceptable(self.purpose)
        self.takes(exchange, exchange.event.file, answers)
        scratch["files"] = scratch.get("files", 0) + 1
        album, scratch["album"] = scratch.get("album"), exchange.event.album
        raise Unanswered(in_place=album is not None and album == exchange.event.album)


@dataclass(frozen=True, kw_only=True)
class OneFile(Question):
    """One photo or file; `wanted` is the refusal of whatever is none."""

    purpose: FilePurpose
    wanted: str = "file_wanted"

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> SentFile:  # noqa: ARG002
        if exchange.event.file is None:
            raise Refusal(self.wanted)
        exchange.event.file.must_be_acceptable(self.purpose)
        return exchange.event.file

    def dump(self, value: SentFile) -> dict[str, Any]:
        return dict(vars(value))

    def load(self, kept: dict[str, Any]) -> SentFile:
        return SentFile(**kept)


@dataclass(frozen=True, kw_only=True)
class Find(Question):
    """One of many, found as one types. `finds` gives a page of (value, words); "" lists what is there anyway.

    `also` are choices that are always offered ("a new client"); `names` says a value's words in the review.
    """

    finds: "Callable[[Exchange, Any, str, int, int], Sequence[tuple[Any, Sentence]]]"
    names: "Callable[[Any], Fact]" = str
    also: Sequence[tuple[Any, Sentence]] = ()
    page: int = 6

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        number = scratch.get("page", 0)
        found = self.finds(exchange, answers, scratch.get("search", ""), self.page + 1, number * self.page)
        rows: list[Row] = [(Button(words, "answer", (value,)),) for value, words in found[: self.page]]
        turns = [Button(_("◀ Previous"), "scratch", ("page", number - 1))] if number else []
        if len(found) > self.page:
            turns.append(Button(_("Next ▶"), "scratch", ("page", number + 1)))
        if turns:
            rows.append(tuple(turns))
        return (*rows, *((Button(words, "answer", (value,)),) for value, words in self.also))

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        written = text.words(exchange.event.text or "", 100)
        if not self.finds(exchange, answers, written, 1, 0):
            raise Refusal("nothing_found", text=written)
        scratch.update(search=written, page=0)
        raise Unanswered
