"""The kinds of questions a flow may ask: words, choices, numbers, money, days, times, phones, places, files, searches."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import chain
from typing import TYPE_CHECKING, Any

from bot.flows.answers import Answers, Question, Unanswered
from bot.phones import read_phone
from bot.screen import Asking, Button, Row, pairs
from domain import reading, text
from domain.documents import SentFile
from domain.money import Money, read_money
from domain.refusals import Refusal
from domain.trips import Point
from locales import Fact, Link, Sentence, _, verbatim
from locales.days import in_figures
from locales.journeys import map_address

if TYPE_CHECKING:
    from bot.talk import Talk


@dataclass(frozen=True, kw_only=True)
class Words(Question):
    """Free words, of at most `most` characters; `reads` makes something of them, and may refuse."""

    most: int = 300
    reads: Callable[[str], str] | None = None

    def read(self, talk: "Talk", text_: str) -> str:  # noqa: ARG002
        written = text.words(text_, self.most)
        return self.reads(written) if self.reads else written


@dataclass(frozen=True, kw_only=True)
class Name(Question):
    """The name of a person, a group or a place."""

    def read(self, talk: "Talk", text_: str) -> str:  # noqa: ARG002
        return text.name(text_)


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """One of a few options: (value, words). A typed text that is an option's words counts as its tap."""

    options: "Sequence[tuple[Any, Sentence]] | Callable[[Talk, Answers], Sequence[tuple[Any, Sentence]]]"
    columns: int = 2

    def choices(self, talk: "Talk", answers: Answers) -> Sequence[tuple[Any, Sentence]]:
        return self.options(talk, answers) if callable(self.options) else self.options

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        buttons = [Button(label, "answer", (value,)) for value, label in self.choices(talk, answers)]
        return tuple(tuple(buttons[i : i + self.columns]) for i in range(0, len(buttons), self.columns))

    def hear(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> Any:  # noqa: ARG002
        said = _bare(text.one_line(talk.heard.text or ""))
        for value, label in self.choices(talk, answers):
            if said and _bare(talk.voice.plain(label)) == said:
                return self.load(value)
        raise Refusal("choice_wanted")

    def shown(self, value: Any) -> Fact:
        if self.shows is not None or callable(self.options):
            return super().shown(value)
        return next((label for option, label in self.options if option == value), value)


def _bare(label: str) -> str:
    """Without the sign it begins with, which nobody types."""
    return re.sub(r"^\W+", "", label).casefold() or label


@dataclass(frozen=True, kw_only=True)
class Count(Question):
    """A whole number from 1 to `most`; the first `offered` ones are buttons, or those that are named."""

    most: int = 500
    offered: int | Sequence[int] = 8

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        offered = range(1, self.offered + 1) if isinstance(self.offered, int) else self.offered
        buttons = [Button(verbatim(str(n)), "answer", (n,)) for n in offered]
        return tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))

    def read(self, talk: "Talk", text_: str) -> int:  # noqa: ARG002
        return reading.read_count(text_, self.most)


@dataclass(frozen=True, kw_only=True)
class Amount(Question):
    """An amount of money, in the agency's currency or the one `currency` finds; `offers` makes a button."""

    currency: "Callable[[Talk, Answers], str] | None" = None
    offers: "Callable[[Talk, Answers], Sequence[Money]] | None" = None

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        offered = self.offers(talk, answers) if self.offers else ()
        return pairs([Button(_("{amount}")(amount=money), "answer", (str(money),)) for money in offered])

    def hear(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> Money:  # noqa: ARG002
        wanted = self.currency(talk, answers) if self.currency else talk.desk.agency.currency
        return read_money(talk.heard.text or "", wanted)

    def dump(self, value: Money) -> str:
        return str(value)

    def load(self, kept: str) -> Money:
        return Money.kept(kept)


@dataclass(frozen=True, kw_only=True)
class Time(Question):
    """A time of day; the usual hours of departure are buttons, behind the one that `near` finds."""

    hours: Sequence[str] = ("05:00", "06:00", "07:00", "08:00", "18:00", "20:00", "22:00", "23:00")
    near: "Callable[[Talk, Answers], time] | None" = None

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        near = (f"{self.near(talk, answers):%H:%M}",) if self.near else ()
        hours = dict.fromkeys((*near, *self.hours))
        buttons = [Button(verbatim(hour), "answer", (hour,)) for hour in hours]
        return tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))

    def read(self, talk: "Talk", text_: str) -> time:  # noqa: ARG002
        return reading.read_time(text_)

    def dump(self, value: time) -> str:
        return value.strftime("%H:%M")

    def load(self, kept: str) -> time:
        return reading.read_time(kept)


@dataclass(frozen=True, kw_only=True)
class Phone(Question):
    """A phone number in E.164 form: shared with one tap, or typed. `share` offers Telegram's contact key."""

    share: bool = True

    def asking(self) -> Asking | None:
        return Asking("contact", _("📱 Share my phone number")) if self.share else None

    def hear(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> str:  # noqa: ARG002
        heard = talk.heard
        if heard.contact is not None:
            if self.share and not heard.contact.own:
                raise Refusal("own_contact_wanted")
            return _phone(talk, heard.contact.phone)
        if heard.text is None:
            raise Refusal("phone_wanted")
        return _phone(talk, heard.text)


def _phone(talk: "Talk", written: str) -> str:
    return read_phone(written, talk.desk.agency.region, talk.voice.language)


@dataclass(frozen=True, kw_only=True)
class Place(Question):
    """A point on the map, sent as a location."""

    def hear(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> Point:  # noqa: ARG002
        if talk.heard.location is None:
            raise Refusal("location_wanted")
        return talk.heard.location

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
    """Photos or PDFs, singly or as an album. Each is handed to `takes` as it comes, so nothing waits for "Done"."""

    takes: "Callable[[Talk, SentFile, Answers], None]"

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        done = Button(_("✅ Done"), "answer", (scratch["files"],)) if scratch.get("files") else None
        return ((done,),) if done else ()

    def hear(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> Any:
        if talk.heard.file is None:
            raise Refusal("file_wanted")
        talk.heard.file.must_be_acceptable()
        self.takes(talk, talk.heard.file, answers)
        scratch["files"] = scratch.get("files", 0) + 1
        album, scratch["album"] = scratch.get("album"), talk.heard.album
        raise Unanswered(in_place=album is not None and album == talk.heard.album)


@dataclass(frozen=True, kw_only=True)
class Find(Question):
    """One of many, found as one types. `finds` gives a page of (value, words); "" lists what is there anyway.

    `also` are choices that are always offered ("a new client"); `names` says a value's words in the review.
    """

    finds: "Callable[[Talk, Answers, str, int, int], Sequence[tuple[Any, Sentence]]]"
    names: "Callable[[Any], Fact]" = str
    also: Sequence[tuple[Any, Sentence]] = ()
    page: int = 6

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        number = scratch.get("page", 0)
        found = self.finds(talk, answers, scratch.get("search", ""), self.page + 1, number * self.page)
        rows: list[Row] = [(Button(words, "answer", (value,)),) for value, words in found[: self.page]]
        turns = [Button(_("◀ Previous"), "scratch", ("page", number - 1))] if number else []
        if len(found) > self.page:
            turns.append(Button(_("Next ▶"), "scratch", ("page", number + 1)))
        if turns:
            rows.append(tuple(turns))
        return (*rows, *((Button(words, "answer", (value,)),) for value, words in self.also))

    def hear(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> Any:
        written = text.words(talk.heard.text or "", 100)
        if not self.finds(talk, answers, written, 1, 0):
            raise Refusal("nothing_found", text=written)
        scratch.update(search=written, page=0)
        raise Unanswered


@dataclass(frozen=True, kw_only=True)
class Day(Question):
    """A day, typed or taken from a calendar that opens at `near` (by default this month).

    `offers` are days that stand above it with their words.
    """

    near: "Callable[[Talk, Answers], date] | None" = None
    offers: "Callable[[Talk, Answers], Sequence[tuple[date, Sentence]]] | None" = None
    calendar: bool = True

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        from bot.flows.calendar import month_rows

        rows = self.named(talk, answers)
        if not self.calendar:
            return rows
        near = self.near(talk, answers) if self.near else talk.desk.today
        shown = date.fromisoformat(scratch["month"]) if "month" in scratch else near
        return (*rows, *month_rows(talk.voice, shown))

    def named(self, talk: "Talk", answers: Answers) -> tuple[Row, ...]:
        """Buttons with a day's own words."""
        offered = self.offers(talk, answers) if self.offers else ()
        return tuple((Button(words, "answer", (day.isoformat(),)),) for day, words in offered)

    def hear(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> date:
        """What stands on a button ("Yesterday") may be written too."""
        said = _bare(text.one_line(talk.heard.text or ""))
        for button in chain(*self.named(talk, answers)):
            if said and _bare(talk.voice.plain(button.label)) == said:
                return self.load(button.args[0])
        day: date = super().hear(talk, answers, scratch)
        return day

    def read(self, talk: "Talk", text_: str) -> date:  # noqa: ARG002
        return reading.read_day(in_figures(text_))

    def dump(self, value: date) -> str:
        return value.isoformat()

    def load(self, kept: str) -> date:
        return date.fromisoformat(kept)
