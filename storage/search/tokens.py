"""Search by the beginnings of words: the same answers on both databases, nothing to escape."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select, text, union_all

from domain.values.spelling import is_chinese, spellings
from domain.values.translated import Translated
from storage.engine.insertion import insert_new
from storage.mapping import search_tokens
from storage.session import Session

_AFTER_ALL = chr(0x10FFFF)
_LEAST_DIGITS = 3
_LONGEST = 32
"""Characters of a word by which a text is found; Chinese has no spaces, and each ending of it is a word."""
_MANY = (64, 1000)
_PHONE = re.compile(r"[\d\s+().\-/]+")

Words = list[set[str]]
"""What was typed: each word by any of its spellings."""


def client_tokens(name: str, phone: str | None) -> set[str]:
    """What a client is found by."""
    return _name_tokens(name) | ({_from_the_end(_digits(phone))} if phone else set())


def fact_tokens(latin_name: str | None, email: str | None, tags: Iterable[str]) -> set[str]:
    """What a client is found by besides: the name as in the passport, the whole e-mail address, "#family"."""
    tagged = {spelt for tag in tags for spelt in spellings(f"#{tag}")}
    return (
        tagged | (_name_tokens(latin_name) if latin_name else set()) | (spellings(email) if email else set())
    )


def telegram_tokens(called: str) -> set[str]:
    """What somebody is found by who is called so on Telegram: "@anna_p"."""
    return {f"@{called.casefold()}"}


def trip_tokens(name: Translated, departs: date) -> set[str]:
    """What a trip is found by: its name in every language, and "05.06.2027" also by a part of it or without zeros."""
    day, month, year = departs.day, departs.month, departs.year
    dates = {f"{day:02}.{month:02}.{year}", f"{day}.{month}.{year}", f"{month:02}.{year}", f"{year}"}
    return dates.union(*(_name_tokens(text) for text in name.all()))


def text_tokens(text: str) -> set[str]:
    """What somebody's own words are found by: each word by its beginning."""
    return {token[:_LONGEST] for token in _name_tokens(text)}


def text_words(text: str) -> Words:
    """Words of a text."""
    return [{spelt[:_LONGEST] for spelt in word} for word in trip_words(text)]


def client_words(text: str) -> Words:
    """Words of a name, an address, "#tags", "@names", or the last digits of a phone, as people dial them."""
    digits = _digits(text)
    if _PHONE.fullmatch(text) and len(digits) >= _LEAST_DIGITS:
        return [{_from_the_end(number) for number in _dialled(digits)} | spellings(text.strip())]
    return [
        found for word in text.split() if (found := _as_it_is(word) or spellings(word) | _phone_end(word))
    ]


def trip_words(text: str) -> Words:
    """Words of a name, parts of a date."""
    return [found for word in text.split() if (found := spellings(word))]


def matching(subject: str, number: ColumnElement[int], words: Words) -> list[ColumnElement[bool]]:
    """Conditions for things of this kind: each word is the beginning of one of their tokens."""
    return [number.in_(union_all(*_beginning(subject, word))) for word in words]


def fits(words: Words, name: str) -> bool:
    """Whether each word is the beginning of a word of this name."""
    tokens = _name_tokens(name)
    return all(any(token.startswith(start) for token in tokens for start in word) for word in words)


def find(session: Session, subject: str, words: Words, limit: int, offset: int) -> list[int]:
    """The numbers of things that match, in order of the token that the rarest word begins.

    Read from the index in that order and only as far as needed, so that "i" is as quick as a whole name.
    """
    if not words:
        return []
    rarest, *others = _rarest_first(session, subject, words)
    rows = union_all(*(_with_all(subject, arm, others) for arm in _beginning(subject, rarest, token=True)))
    in_order = rows.order_by(text("token"), text("subject_id"))
    found: dict[int, None] = {}
    most, seen = 4 * (limit + offset), 0
    while len(found) < limit + offset:
        page = session.execute(in_order.limit(most).offset(seen)).all()
        found |= dict.fromkeys(row.subject_id for row in page)
        if len(page) < most:
            break
        seen, most = seen + most, 4 * most
    return list(found)[offset : offset + limit]


def exactly(session: Session, subject: str, tokens: Iterable[str], limit: int) -> list[int]:
    """The numbers of things that are found by one of these as a whole."""
    session.flush()
    theirs = select(search_tokens.c.subject_id).where(
        search_tokens.c.subject == subject, search_tokens.c.token.in_(sorted(tokens))
    )
    in_order = theirs.distinct().order_by(search_tokens.c.subject_id).limit(limit)
    return list(session.scalars(in_order))


def add_tokens(session: Session, subject: str, number: int, tokens: Iterable[str]) -> None:
    rows = [{"subject": subject, "subject_id": number, "token": token} for token in sorted(tokens)]
    if rows:
        session.execute(insert_new(session, search_tokens, "subject", "token", "subject_id"), rows)


def replace_tokens(
    session: Session,
    subject: str,
    number: int,
    tokens: Iterable[str],
    beside: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """`beside`: by subject what else is kept under the same number."""
    kept = {subject: tokens, **(beside or {})}
    about = search_tokens.c.subject.in_(sorted(kept)) & (search_tokens.c.subject_id == number)
    session.execute(delete(search_tokens).where(about))
    for kind, some in kept.items():
        add_tokens(session, kind, number, some)


def _beginning(subject: str, word: set[str], *, token: bool = False) -> list[Select[Any]]:
    """One look into the index for each spelling: an OR of ranges would read all of it."""
    columns = (search_tokens.c.subject_id, search_tokens.c.token)[: 1 + token]
    return [select(*columns).where(_begins(search_tokens, subject, start)) for start in sorted(word)]


def _begins(table: Any, subject: str, start: str) -> ColumnElement[bool]:
    return and_(table.c.subject == subject, table.c.token >= start, table.c.token < start + _AFTER_ALL)


def _with_all(subject: str, arm: Select[Any], others: Words) -> Select[Any]:
    for number, word in enumerate(others):
        other = search_tokens.alias(f"other_{number}")
        mine = or_(*(_begins(other, subject, start) for start in sorted(word)))
        same = (other.c.subject == subject) & (other.c.subject_id == search_tokens.c.subject_id)
        arm = arm.where(select(other.c.token).where(same, mine).exists())
    return arm


def _rarest_first(session: Session, subject: str, words: Words) -> Words:
    """Counted only as far as it matters: until one of them is seen to be rare, or all to be common."""
    if len(words) == 1:
        return words

    def often(word: set[str], most: int) -> int:
        some = union_all(*_beginning(subject, word)).limit(most).subquery()
        return session.scalar(select(func.count()).select_from(some)) or 0

    for most in _MANY:
        counts = [often(word, most) for word in words]
        if min(counts) < most:
            break
    return [words[place] for place in sorted(range(len(words)), key=counts.__getitem__)]


def _name_tokens(name: str) -> set[str]:
    words = name.split()
    whole = ["".join(words)] if len(words) > 1 and all(map(is_chinese, "".join(words))) else []
    return {token for word in (*words, *whole) for part in _parts(word) for token in spellings(part)}


def _parts(word: str) -> Iterable[str]:
    """The word, what stands between its hyphens and the like, and for Chinese every ending of it."""
    inner = [part for part in re.split(r"[\W_]+", word) if part]
    endings = (word[place:] for place, character in enumerate(word) if is_chinese(character))
    return [word, *inner, "".join(inner), *endings] if inner else [word]


def _as_it_is(word: str) -> set[str]:
    """A name on Telegram is kept letter by letter."""
    return telegram_tokens(word[1:]) if word.startswith("@") and len(word) > 1 else set()


def _phone_end(word: str) -> set[str]:
    digits = _digits(word)
    phone = len(digits) >= _LEAST_DIGITS and _PHONE.fullmatch(word)
    return {_from_the_end(number) for number in _dialled(digits)} if phone else set()


def _dialled(digits: str) -> set[str]:
    """As typed; without the zeros dialled inside a country; without Russia's 8 for +7."""
    russian = {digits[1:]} if len(digits) == 11 and digits.startswith("8") else set()
    national = digits.lstrip("0")
    return {digits, *({national} if len(national) >= _LEAST_DIGITS else set()), *russian}


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _from_the_end(digits: str) -> str:
    """Phones are kept backwards, behind a plus: their last digits are then a beginning like any other."""
    return "+" + digits[::-1]
