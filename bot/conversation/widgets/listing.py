"""A list that is paged, with filter chips above its buttons: every screen of many things looks like this."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.conversation.screen import Button, Row, Screen, apart, column
from locales import Sentence, _, lines

T = TypeVar("T")

SIZE = 8
"""So many stand on a page."""
PREVIOUS = _("◀ Previous")
NEXT = _("Next ▶")


def listing(
    head: Sentence,
    found: Sequence[T],
    page: int,
    *,
    opens: Callable[[T], Button] | None = None,
    row: Callable[[T], Row] | None = None,
    turns: Callable[[Sentence, int], Button],
    line: Callable[[T], Sentence] | None = None,
    empty: Sentence | None = None,
    chips: Iterable[Row] = (),
    below: Iterable[Row] = (),
    size: int = SIZE,
) -> Screen:
    """`found` begins with the page's first thing and has one more than a page holds when another page follows.

    `opens` makes a thing's button, or `row` several that stand side by side; `line` its line above; `turns` the button to
    a page, like `lambda label, page: go(label, DEALS, stage, page)`.
    """
    shown = found[:size]
    told = [line(one) for one in shown] if line else []
    if not shown and empty is not None:
        told = [empty]
    text = lines(head, "", *told) if told else head
    rows = tuple(map(row, shown)) if row else column(map(opens, shown)) if opens else ()
    return Screen(text, (*chips, *rows, *turning(turns, page, more=len(found) > size), *below))


def chips(options: Iterable[tuple[T, Sentence]], chosen: T, opens: Callable[[Sentence, T], Button]) -> Row:
    """A row of filters; the one that is on is marked."""
    return tuple(
        apart(opens(_("✓ {choice}")(choice=label) if value == chosen else label, value))
        for value, label in options
    )


def turning(turns: Callable[[Sentence, int], Button], page: int, *, more: bool) -> tuple[Row, ...]:
    """The row that turns pages, of a list that is drawn by other means; `more`: another page follows."""
    row = (
        *((apart(turns(PREVIOUS, page - 1)),) if page else ()),
        *((apart(turns(NEXT, page + 1)),) if more else ()),
    )
    return (row,) if row else ()
