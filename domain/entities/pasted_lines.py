"""One line of a pasted list of travellers: "3. Wang Wei 12.03.1985 E12345678 12.03.2030", in any script and order."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.entities.particulars import check_name, read_passport
from domain.values import text as texts
from domain.values.language import Language
from domain.values.reading.days import Around, read_days
from domain.values.refusals import Refusal

_NUMBERING = re.compile(
    r"^(?:(?:№|#|no\.?) ?)?\d{1,3} ?(?:[.)\]:、] ?(?!\d)|[-–—] (?=[^\W\d])| (?=[^\W\d]))", re.IGNORECASE
)
_BULLET = re.compile(r"^[-–—•*·▪►✅☑✔️] ?(?=\w)")
_BETWEEN = re.compile(r"[,;\t|/()（），；]+")
_WORD = r"[^\W\d_]"
_DAY = re.compile(
    r"(?<![\w])(?:"
    r"\d{4} ?[./\-年] ?\d{1,2} ?[./\-月] ?\d{1,2} ?[日号]?"
    r"|\d{1,2} ?[./\-] ?\d{1,2} ?[./\-] ?(?:\d{4}|\d{2})(?: ?г(?:од[а]?)?\b\.?)?"
    r"|\d{1,2} \d{1,2} \d{4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|-?(?:ти|ви|ри|ми|го))?[ .\-]?{_WORD}{{3,}}\.?[ ,\-]{{0,2}}\d{{4}}(?: ?г(?:од[а]?)?\b\.?)?"
    rf"|{_WORD}{{3,}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r")(?!\w)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?=\d{2})")
_LABEL_WORDS = (
    "passport pass no nr number exp expires expiry valid until till from issued date of birth born dob d.o.b b"
    " name names full surname given m f mr mrs ms miss"
    " паспорт паспорта загранпаспорт загран серия номер до действителен действует срок годен дата рождения"
    " род родился родилась р г.р гр р.д д.р др фио ф.и.о имя фамилия отчество м ж г г-н г-жа"
    " имена име на раждане роден родена валиден валидност лична карта"
    " 护照 护照号 护照号码 有效期 有效期至 至 出生 出生日期 生日 姓名 男 女 先生 女士 号码"
)
_LABELS = frozenset(_LABEL_WORDS.split())
_NAMES_TOO = frozenset(("No", "Born", "From", "Pass", "Date", "NO", "BORN"))
"""Labels that are somebody's name as well."""
_LABELLED = re.compile(
    r"(?<!\w)(?:护照号码|护照号|护照|有效期至|有效期|出生日期|出生|生日|生于|姓名)[:：]?(?=\S)"
)
_CITIZEN = re.compile(
    r"(?:citizenship|nationality|citizen of|гражданство|гражданин|гражданка|националност|国籍)[ :：]*"
    r"(?P<country>[^\W\d_]+(?:[ \-][^\W\d_]+){0,3})",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[^,;\t|，；]+")
_OF_THREE = re.compile(r"(?<!\w)[A-Z]{3}(?!\w)")
_LONGEST = 6
"""Words of a name: with more of them it is a sentence, or two people."""


Country = Callable[[str], str | None]


def no_country(_words: str) -> str | None:
    """For who knows none."""
    return None


@dataclass(frozen=True)
class Line:
    """What one line tells of a traveller; `doubt` says why somebody should look at it."""

    written: str
    name: str = ""
    born_on: date | None = None
    passport: str | None = None
    passport_expires: date | None = None
    citizenship: str | None = None
    doubt: Refusal | None = None

    @property
    def tells_more(self) -> bool:
        """More than a name."""
        return bool(self.born_on or self.passport or self.passport_expires or self.citizenship)


def lines_of(pasted: str) -> tuple[str, ...]:
    """The lines that tell of somebody: without numbers, bullets and headings; names between commas are lines too."""
    found = [
        part for line in texts.clean(pasted).splitlines() for part in _people(_bare(" ".join(line.split())))
    ]
    return tuple(part for part in found if not _is_heading(part))


def month_is_first(lines: tuple[str, ...]) -> bool | None:
    """Whether days like 03/04/1985 have the month first, where other days of the list tell; None when none does."""
    figures = [(int(one), int(two)) for line in lines for one, two in _SLASHED.findall(line)]
    day, month = any(one > 12 for one, _ in figures), any(two > 12 for _, two in figures)
    return None if day == month else month


def read_line(
    written: str,
    today: date,
    language: Language | None = None,
    *,
    month_first: bool | None = None,
    country: Country = no_country,
) -> Line:
    """What the line tells, as far as it is sure of it. `country` knows countries by what people call them."""
    citizenship, bare = _citizenship(written, country)
    try:
        days, rest = _days(_LABELLED.sub(" ", bare), today, language, month_first=month_first)
        name, numbers, strange = _sorted(rest)
    except Refusal as doubt:
        return Line(written, _name_before_figures(written), doubt=doubt)
    doubts: list[Refusal] = []
    passport = _passport(numbers, doubts)
    born_on, expires = _placed(days, today, doubts)
    doubts += [Refusal("strange_in_line", text=" ".join(strange))] if strange else []
    doubts += _doubts_of_name(name, bare)
    return Line(written, name, born_on, passport, expires, citizenship, doubts[0] if doubts else None)


def _citizenship(written: str, country: Country) -> tuple[str | None, str]:
    """The country in a line, and the line without it: behind its label, a part by itself after the name, or "BGR".

    "Georgia" may be a name: within one it is none.
    """
    if found := _CITIZEN.search(written):
        words = found["country"].split()
        for count in range(len(words), 0, -1):
            if code := country(" ".join(words[:count])):
                rest = written[found.end("country") :]
                return code, f"{written[: found.start()]} {' '.join(words[count:])}{rest}"
    for part in [*_PARTS.finditer(written)][1:]:
        if not _has_figures(part.group()) and (code := country(part.group().strip())):
            return code, f"{written[: part.start()].rstrip(' ,;|')} {written[part.end() :]}"
    for found in _OF_THREE.finditer(written):
        if found.start() and (code := country(found.group())):
            return code, f"{written[: found.start()]} {written[found.end() :]}"
    return None, written


def _bare(line: str) -> str:
    plain = unicodedata.normalize("NFKC", line)
    return _BULLET.sub("", _NUMBERING.sub("", plain, count=1), count=1).strip(" ,;")


def _people(line: str) -> list[str]:
    """Several names between commas are several people; a line with figures is one."""
    parts = [_bare(part) for part in re.split(r"[,;，；、]", line) if part.strip()]
    several = len(parts) > 1 and not any(c.isdigit() for c in line) and all(_is_whole(part) for part in parts)
    return parts if several else [line] if line else []


def _is_whole(part: str) -> bool:
    """A name that stands by itself: two words, or two to four Chinese characters."""
    return len(part.split()) > 1 or bool(re.fullmatch("[\u3400-\u9fff·]{2,6}", part))


def _is_heading(line: str) -> bool:
    words = [word.strip(".:").casefold() for word in _BETWEEN.sub(" ", line).split()]
    return line.endswith((":", "：")) or all(word in _LABELS or word in {"№", "#", ""} for word in words)


def _days(
    written: str, today: date, language: Language | None, *, month_first: bool | None
) -> tuple[list[date], str]:
    """Every day in a line, and the line without them. Raises Refusal: no_such_birthday, two_days_in_line."""
    days: list[date] = []
    around = Around(language=language if month_first is None else None)
    for found in _DAY.finditer(written):
        text = _SLASHED.sub(r"\2/\1/", found.group()) if month_first else found.group()
        try:
            readings = read_days(_of_a_century(text, today), around)
        except Refusal as refusal:
            if refusal.kind == "not_a_day":
                continue
            raise Refusal("no_such_birthday") from None
        if len(readings) > 1:
            raise Refusal("two_days_in_line", text=found.group())
        days.append(readings[0])
    return days, _DAY.sub(lambda found: " " if _is_day(found.group()) else found.group(), written)


def _is_day(text: str) -> bool:
    try:
        return bool(read_days(text, Around()))
    except Refusal as refusal:
        return refusal.kind != "not_a_day"


def _of_a_century(text: str, today: date) -> str:
    """A short year tells of a birth, where it is too far ahead for a passport's end."""
    found = re.fullmatch(r"(\d{1,2} ?[./\-] ?\d{1,2} ?[./\-] ?)(\d{2})(\D*)", text)
    if not found:
        return text
    ahead = 2000 + int(found[2]) > today.year + 10
    return f"{found[1]}{'19' if ahead else '20'}{found[2]}{found[3]}"


def _sorted(rest: str) -> tuple[str, list[str], list[str]]:
    """The words of the name, the figures of a number, and what is neither."""
    name: list[str] = []
    numbers: list[str] = []
    strange: list[str] = []
    words = _BETWEEN.sub(" ", rest).replace("№", " № ").split()
    for word, following in pairwise([*words, ""]):
        bare = word.strip(".:").casefold()
        surely = word not in _NAMES_TOO or _has_figures(following)
        if (bare in _LABELS and surely) or not any(c.isalnum() for c in word):
            continue
        if word.startswith("+") or "@" in word or word in _NAMES_TOO:
            strange.append(word)
        elif any(c.isdigit() for c in word):
            numbers.append(word.strip(":."))
        else:
            name.append(word.strip(":"))
    if (
        numbers
        and len(name) > 2
        and re.fullmatch(r"[A-Z]{1,2}", name[-1])
        and f"{name[-1]} {numbers[0]}" in rest
    ):
        numbers.insert(0, name.pop())
    return _one_script(name), numbers, strange


def _one_script(words: list[str]) -> str:
    """Of a name in two scripts the Latin one, as passports have it."""
    latin = [word for word in words if all("LATIN" in unicodedata.name(c, "") for c in word if c.isalpha())]
    whole = len(latin) > 1 and len(latin) < len(words)
    return " ".join(latin if whole else words)


def _passport(numbers: list[str], doubts: list[Refusal]) -> str | None:
    if not numbers:
        return None
    try:
        return read_passport(" ".join(numbers))
    except Refusal as doubt:
        doubts.append(doubt)
        return None


def _placed(days: list[date], today: date, doubts: list[Refusal]) -> tuple[date | None, date | None]:
    """The first of them is the birth, the last the end of the passport, one between is the day it was issued."""
    ordered = sorted(days)
    if len(ordered) == 1:
        return (ordered[0], None) if ordered[0] <= today else (None, ordered[0])
    if len(ordered) > 3 or (len(ordered) == 3 and ordered[1] > today):
        doubts.append(Refusal("days_in_line", count=len(ordered)))
        return None, None
    return (ordered[0], ordered[-1]) if ordered else (None, None)


def _doubts_of_name(name: str, written: str) -> list[Refusal]:
    if not name:
        return [Refusal("not_a_name")]
    try:
        check_name(texts.name(name))
    except Refusal as refusal:
        return [refusal]
    words = name.split()
    if _may_be_several(written):
        return [Refusal("one_or_several")]
    if len(words) > _LONGEST:
        return [Refusal("name_of_many_words")]
    han = re.fullmatch("[\u3400-\u9fff·]{2,}", name)
    return [Refusal("name_of_one_word")] if len(words) == 1 and not han else []


def _may_be_several(written: str) -> bool:
    """Names with commas between them; "Petrova, Anna, 17.05.1985" is one person."""
    parts = [part.split() for part in re.split("[,，、]", written) if not _has_figures(part)]
    names = [part for part in parts if not all(word.strip(".:").casefold() in _LABELS for word in part)]
    return len(names) > 1 and (not _has_figures(written) or any(len(name) > 1 for name in names))


def _has_figures(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _name_before_figures(written: str) -> str:
    found = re.match(r"[^\d,;|]+", written)
    return found.group().strip(" .:-") if found else ""
