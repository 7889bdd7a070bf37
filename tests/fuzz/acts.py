"""What random people do: drawn as plain data, so that hypothesis can make a failing history shorter.

Most acts are sensible (the answer that is asked for, a button of the newest message), or nobody would ever get
anywhere; the rest is what people do to a bot by mistake, from boredom or in anger.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from hypothesis import strategies as st

Kind = Literal[
    "sensible",
    "tap",
    "old_tap",
    "forge",
    "say",
    "command",
    "edit",
    "show",
    "file",
    "twice",
    "idea",
    "poll",
    "ballot",
    "block",
    "unblock",
]
WHO = (0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6)
"""People of the town by number (see `town.py`): some of them have more to do here than others."""


@dataclass(frozen=True)
class Act:
    """Person `who` does `kind`; `pick` chooses among whatever there is to choose from at that moment."""

    who: int
    kind: Kind
    pick: int

    def __repr__(self) -> str:
        return f"Act({self.who}, {self.kind!r}, {self.pick})"


@dataclass(frozen=True)
class Together:
    """Several people at once: nobody waits for the other's answer."""

    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Pass:
    """Time goes by, in hours."""

    hours: int


@dataclass(frozen=True)
class Kill:
    """The bot dies in the middle of an act and starts again."""

    act: Act


@dataclass(frozen=True)
class Errand:
    """Somebody goes after something, and sees it through for some steps: alone that gets anybody as far as money."""

    who: int
    pick: int
    steps: int


Event = Act | Together | Pass | Kill | Errand

Beginning = Literal["morning", "season", "eve"]
"""Where a history begins (see `town.py`): from nothing nobody gets as far as money in so few acts."""


@dataclass(frozen=True)
class History:
    """What people do, one event after another."""

    beginning: Beginning
    events: tuple[Event, ...]


_USUAL: tuple[Kind, ...] = ("sensible",) * 24 + ("tap",) * 3 + ("poll",) * 2 + ("ballot",)
_ODD: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind not in _USUAL)
_BEGINNINGS: tuple[Beginning, ...] = ("morning", "season", "season", "eve")
_acts = st.builds(
    Act,
    st.sampled_from(WHO),
    st.sampled_from((*_USUAL, *_ODD)),
    st.integers(0, 999),
)
_errands = st.builds(Errand, st.sampled_from(WHO), st.integers(0, 999), st.integers(4, 9))
_together = st.lists(_acts, min_size=2, max_size=4, unique_by=lambda act: act.who)


@st.composite
def _event(draw: st.DrawFn) -> Event:
    """Mostly one act after another."""
    chance = draw(st.integers(0, 19))
    if chance < 11:
        return draw(_acts)
    if chance < 15:
        return draw(_errands)
    if chance < 18:
        return Together(tuple(draw(_together)))
    return Kill(draw(_acts)) if chance == 18 else Pass(draw(st.sampled_from([1, 5, 24, 24 * 7])))


def histories(most: int) -> st.SearchStrategy[History]:
    """Up to `most` events, and at least half of them: a short history finds little."""
    events = st.lists(_event(), min_size=most // 2, max_size=most).map(tuple)
    return st.builds(History, st.sampled_from(_BEGINNINGS), events)
