"""An owner who joins two files of one client and takes them apart again, pair after pair, while processes are killed.

Whoever was answered by a dead process looks at the card first: what was done already is not done again.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import func, select

from domain.entities.clients import Client
from domain.entities.interactions import Interaction, Said
from domain.entities.merging import Doubt, Why
from domain.ports.desk import Desk
from sandbox.world import Message
from storage import SqlUnit
from storage.mapping import clients, history, interactions
from storage.mapping.merging import merges
from tests.crash.caller import Caller, button, plain
from tests.crash.clerk import NOTICES
from tests.crash.report import Report

ZOYA = 970
"""The first of them."""
SAME, MORE, APART = "🪞 Same person?", "⋯ More", "↩️ Take apart"


@dataclass(frozen=True)
class Pair:
    """Two files, each with a note; the one `left` behind goes into the one that is `kept`."""

    left: int
    kept: int
    name: str


@dataclass
class Joiner(Caller):
    """`joined` and `parted` are the pairs that they saw so."""

    pairs: list[Pair] = field(default_factory=list)
    joined: list[Pair] = field(default_factory=list)
    parted: list[Pair] = field(default_factory=list)

    def overhears(self, message: Message) -> bool:
        return message.text.startswith((*NOTICES, "🪞"))

    async def work(self) -> None:
        """On one more pair, if there is one."""
        if not self.pairs:
            return
        pair = self.pairs.pop(0)
        while not _is_joined(await self._card(pair), pair):
            await self._taps_on(SAME, f"🤝 Join, keep {pair.name}")
        self.joined.append(pair)
        while _is_joined(card := await self._card(pair), pair):
            await self._taps_on(*(() if button(card, APART) else (MORE,)), APART, "↩️ Yes, take apart")
        self.parted.append(pair)

    async def _card(self, pair: Pair) -> Message:
        """However often it takes: an answer to something else may come late."""
        while True:
            self.says(f"client {pair.kept}")
            card = await self.hears(lambda message: _is_of(message, pair))
            if card is not None and _is_of(card, pair):
                return card

    async def _taps_on(self, *labels: str) -> None:
        for label in labels:
            if not await self.taps(label) or await self.hears() is None:
                return


def lay_pairs(unit: SqlUnit, desk: Desk, number: int) -> list[Pair]:
    """So many, each of two who are told to be perhaps the same."""
    made = []
    for nth in range(number):
        long_ago = desk.now - timedelta(days=30)
        kept, left = Client(f"Rosa No{nth}", None, long_ago), Client(f"Ruza No{nth}", None, long_ago)
        for one in (kept, left):
            desk.repositories.clients.add(one)
            unit.repositories.flush()
            desk.repositories.interactions.add(Interaction(one, Said.NOTE, f"of {one.name}", long_ago))
        desk.repositories.doubts.add(Doubt(kept.id, left.id, Why.PHONE, long_ago))
        made.append(Pair(left.id, kept.id, kept.name))
    unit.repositories.flush()
    return made


def count_joined(report: Report, unit: SqlUnit, joiners: list[Joiner]) -> None:
    lost, twice, half = _misjoined(unit, joiners)
    report.lost += len(lost)
    report.twice += len(twice)
    report.half += len(half)
    seen = sum(len(one.parted) for one in joiners)
    report.remarks += [*lost, *twice, *half, f"files: {seen} pairs joined and taken apart"]


def _misjoined(unit: SqlUnit, joiners: list[Joiner]) -> tuple[list[str], list[str], list[str]]:
    """What is not as they saw it, what was done twice, and what was done in part."""
    lost, twice, half = [], [], []
    for pair in (pair for one in joiners for pair in one.joined):
        made = unit.session.scalar(select(func.count()).where(merges.c.left_behind == pair.left)) or 0
        told = _told(unit, pair.kept, "merged")
        lost += [f"{pair}: never joined"] if not made else []
        twice += [f"{pair}: joined {made} times"] if made > 1 else []
        half += [f"{pair}: joined {made} times, told {told} times"] if told != made else []
    for pair in (pair for one in joiners for pair in one.parted):
        leads = unit.session.scalar(select(clients.c.merged_into).where(clients.c.id == pair.left))
        lost += [f"{pair}: never taken apart"] if leads is not None else []
        apart = _told(unit, pair.kept, "apart")
        half += [f"{pair}: told {apart} times"] if apart != 1 else []
        owner = select(interactions.c.client_id).where(interactions.c.text == f"of Ruza{pair.name[4:]}")
        half += [f"{pair}: the note is elsewhere"] if [*unit.session.scalars(owner)] != [pair.left] else []
    return lost, twice, half


def _told(unit: SqlUnit, client: int, what: str) -> int:
    theirs = select(func.count()).where(history.c.subject == "client", history.c.subject_id == client)
    return unit.session.scalar(theirs.where(history.c.what == what)) or 0


def _is_of(message: Message, pair: Pair) -> bool:
    """Its card, and not the question whether two are one, nor a word about it."""
    return plain(message).startswith(f"{pair.name}\n") or f"\n{pair.name}\n" in plain(message)


def _is_joined(message: Message, pair: Pair) -> bool:
    return f"Joined with #{pair.left} " in plain(message)
