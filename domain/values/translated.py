"""Text that an agency writes for others and may give in several languages: a trip's name, where it meets, what to bring."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from domain.values.language import Language


class Translated(str):
    """As a plain text it is what was written first; a Voice says it in its listener's language where it was given.

    `others` are the texts by language; `written_in` is the language of the first one, None when nobody said.
    """

    others: Mapping[Language, str]
    written_in: Language | None

    def __new__(
        cls, written: str, others: Mapping[Language, str] | None = None, written_in: Language | None = None
    ) -> "Translated":
        text = super().__new__(cls, written)
        text.others, text.written_in = others or {}, written_in
        return text

    def said(self, language: Language) -> str:
        """In this language, or as it was written first."""
        return self.others.get(language, str(self))

    def is_fallback(self, language: Language) -> bool:
        """Whether it has to be said in another language than this one."""
        return language not in self.others and self.written_in not in {language, None}

    def lacking(self) -> list[Language]:
        """The languages in which nobody has given it."""
        return [one for one in Language if one not in self.others and one is not self.written_in]

    def kept(self) -> dict[str, Any] | str:
        """As plain JSON; `of_kept` reads it."""
        if not self.others and self.written_in is None:
            return str(self)
        others = {language.value: text for language, text in self.others.items()}
        return {"text": str(self), "others": others, "written_in": self.written_in and self.written_in.value}

    @classmethod
    def of_kept(cls, kept: dict[str, Any] | str) -> "Translated":
        if isinstance(kept, str):
            return cls(kept)
        others = {Language(code): text for code, text in kept["others"].items()}
        return cls(kept["text"], others, kept["written_in"] and Language(kept["written_in"]))

    def each(self, change: Callable[[str], str]) -> "Translated":
        """The same change made in every language."""
        others = {language: change(text) for language, text in self.others.items()}
        return Translated(change(str(self)), others, self.written_in)

    def all(self) -> list[str]:
        """Each text once, the first one first."""
        return list(dict.fromkeys([str(self), *self.others.values()]))


class Dated(Translated):
    """A text in which days or months may stand, "Vienna 12.05.2027". A Voice leaves out the year that is this one."""


class Title(Translated):
    """A name with its day, "Ohrid 29.10.2027". A Voice leaves out the year that is this one."""

    day: date

    @classmethod
    def of(cls, name: Translated, day: date) -> "Title":
        named = name.each(lambda text: f"{text} {day:%d.%m.%Y}")
        title = cls(str(named), named.others, named.written_in)
        title.day = day
        return title

    def as_written(self) -> "Title":
        """Only as it was written first, for all."""
        title = Title(str(self))
        title.day = self.day
        return title

    @property
    def year(self) -> str:
        """What it ends with: ".2027"."""
        return f"{self.day:.%Y}"
