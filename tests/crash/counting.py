"""What became of everything that was said: counted in the database and in people's chats, against what they know."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession
from sqlalchemy import select, text

from domain.notices import NoticeState
from storage import Database, SqlUnit
from storage.tables import deals, documents, history, inbox, notices, payments
from tests.crash.caller import plain
from tests.crash.clerk import Clerk, Sender
from tests.crash.talker import Talker

OLGA = 900
IN_FLIGHT = 16
"""Letters one scheduler has under way at once."""


@dataclass
class Report:
    """What is left to say after the dust has settled."""

    kills: int
    updates: int
    may_repeat: int
    lost: int = 0
    twice: int = 0
    half: int = 0
    out_of_order: int = 0
    notices: int = 0
    notices_lost: int = 0
    notices_repeated: int = 0
    orphans: int = 0
    unsound: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    story: str = ""

    @property
    def held(self) -> bool:
        """Nothing lost, nothing twice, nothing half, and no more said twice than was under way."""
        wrong = self.lost + self.twice + self.half + self.out_of_order + self.notices_lost + self.orphans
        return wrong == 0 and not self.unsound and self.notices_repeated <= self.may_repeat

    def __str__(self) -> str:
        waits = sorted(self.waits) or [0.0]
        return (
            f"crash: kills {self.kills}{self.story}, updates {self.updates}, lost {self.lost}, "
            f"applied twice {self.twice}, half effects {self.half}, out of order {self.out_of_order}, "
            f"notices {self.notices}, lost {self.notices_lost}, "
            f"repeated {self.notices_repeated} (at most {self.may_repeat}), orphan files {self.orphans}, "
            f"first answer after a kill: median {waits[len(waits) // 2]:.1f} s, longest {waits[-1]:.1f} s"
            + "".join(f"\n  unsound: {words}" for words in self.unsound)
        )


@dataclass
class People:
    """Everybody who talked."""

    talkers: list[Talker]
    clerks: list[Clerk]
    senders: list[Sender]

    @property
    def acts(self) -> int:
        return sum(person.acts for person in (*self.talkers, *self.clerks, *self.senders))


async def count(
    report: Report, http: ClientSession, database: Database, said: list[int], people: People, files: list[str]
) -> Report:
    """`said` are the numbers of all updates that did not grow too old at Telegram; `files` is what the store holds."""
    taken_in = await database.read(_taken_in)
    undone = {number: state for number, state in taken_in.items() if state != "done"}
    never = set(said) - set(taken_in)
    report.lost += len(undone) + len(never)
    if undone or never:
        report.remarks.append(f"not done: {undone}; never stored: {sorted(never)}")
    _inquiries(report, await database.read(_asked), people.talkers)
    await database.read(lambda unit: _money(report, unit, people.clerks))
    await database.read(lambda unit: _papers(report, unit, people.senders, files))
    states = await database.read(_states)
    report.notices = sum(states.values())
    report.notices_lost += report.notices - states[NoticeState.SENT] - states[NoticeState.DROPPED]
    report.remarks.append(f"notices: {dict(states)}")
    await _told(report, http, people)
    report.unsound += await database.read(_sound)
    return report


def _taken_in(unit: SqlUnit) -> dict[int, str]:
    """What was acknowledged, and how it ended."""
    return {
        row.update_id: row.state for row in unit.session.execute(select(inbox.c.update_id, inbox.c.state))
    }


def _asked(unit: SqlUnit) -> dict[int, list[str]]:
    """Destinations by client's Telegram id, in the order they were stored; a garbled one is told as such."""
    found: dict[int, list[str]] = {}
    for inquiry in unit.records.inquiries.open(limit=100_000):
        assert inquiry.client.person is not None
        whole = (inquiry.when, inquiry.heads, inquiry.wishes) == ("in autumn", 2, "a window seat")
        word = inquiry.destination if whole else f"garbled {inquiry.destination}"
        found.setdefault(inquiry.client.person.telegram_id, []).append(word)
    return found


def _inquiries(report: Report, stored: dict[int, list[str]], talkers: list[Talker]) -> None:
    for talker in talkers:
        got = stored.get(talker.number, [])
        times = Counter(got)
        report.lost += sum(not times[town] for town in talker.asked)
        if list(got) != talker.asked:
            report.remarks.append(f"{talker.name}: {got}, not {talker.asked}")
        report.twice += sum(number - 1 for number in times.values())
        report.out_of_order += list(dict.fromkeys(got)) != talker.asked


def _money(report: Report, unit: SqlUnit, clerks: list[Clerk]) -> None:
    """Each payment once, in order, with its line in the history and its notice; each step of a deal once."""
    rows = unit.session.execute(
        select(payments.c.deal_id, payments.c.minor, payments.c.cancelled_at).order_by(payments.c.id)
    )
    kept: dict[int, list[int]] = {}
    for deal, minor, _cancelled in rows:
        kept.setdefault(deal, []).append(minor)
    wrote = Counter(unit.session.execute(_wrote("paid")).scalars())
    told = Counter(
        unit.session.scalars(select(notices.c.deal_id).where(notices.c.kind == "payment_recorded"))
    )
    steps: dict[int, list[str]] = {}
    for deal, facts in unit.session.execute(
        select(history.c.subject_id, history.c.facts)
        .where(history.c.subject == "deal", history.c.what == "advanced")
        .order_by(history.c.id)
    ):
        steps.setdefault(deal, []).append(str(facts["from"]))
    now = dict(unit.session.execute(select(deals.c.id, deals.c.step_key)).all())
    for clerk in clerks:
        for deal, paid in clerk.paid.items():
            got = kept.get(deal, [])
            report.lost += len(set(paid) - set(got))
            report.twice += (
                len(got) - len(set(got)) + len(steps.get(deal, [])) - len(set(steps.get(deal, [])))
            )
            report.out_of_order += got != sorted(got)
            if got != paid or wrote[deal] != len(got) or told[deal] != len(got):
                report.remarks.append(
                    f"deal {deal}: {got}, not {paid}; {wrote[deal]} in the history, {told[deal]} notices"
                )
            report.half += (wrote[deal] != len(got)) + (told[deal] != len(got))
            report.lost += deal in clerk.moved and clerk.moved[deal] == 0 and now[deal] != "voucher"


def _wrote(what: str) -> Any:
    return select(history.c.subject_id).where(history.c.subject == "deal", history.c.what == what)


def _papers(report: Report, unit: SqlUnit, senders: list[Sender], files: list[str]) -> None:
    """Each photo once, its content here, and nothing in the store that no paper speaks of."""
    kept = unit.session.execute(
        select(documents.c.content_hash).where(documents.c.name != "before")
    ).scalars()
    hashes = [content for content in kept if content is not None]
    wanted = sum(sender.sent for sender in senders)
    report.lost += max(0, wanted - len(set(hashes)))
    report.twice += len(hashes) - len(set(hashes))
    report.orphans += len(set(files) - set(hashes))


def _states(unit: SqlUnit) -> Counter[str]:
    return Counter(unit.session.execute(select(notices.c.state)).scalars())


async def _told(report: Report, http: ClientSession, people: People) -> None:
    """In the chats: each inquiry to the owner once, each payment to its payer once."""
    towns = Counter(town for words in await _chat(http, OLGA) for town in re.findall(r"Town \d+-\d+", words))
    for talker in people.talkers:
        _once(report, talker.name, [towns[town] for town in talker.asked])
    for clerk, sender in zip(people.clerks, people.senders, strict=True):
        sums = Counter(
            int(float(found.replace(",", "")) * 100 + 0.5)
            for words in await _chat(http, sender.number)
            for found in re.findall(r"We have received ([\d,]+\.\d\d) EUR", words)
        )
        for paid in clerk.paid.values():
            _once(report, clerk.name, [sums[amount] for amount in paid])


def _once(report: Report, whose: str, times: list[int]) -> None:
    if set(times) - {1}:
        report.remarks.append(f"{whose}: told {times} times")
    report.notices_lost += sum(not number for number in times)
    report.notices_repeated += sum(max(0, number - 1) for number in times)


async def _chat(http: ClientSession, number: int) -> list[str]:
    async with http.get(f"/sim/people/{number}/chat") as answer:
        messages = (await answer.json())["messages"]
    return [plain(message) for message in messages if message["from"] == "bot"]


def _sound(unit: SqlUnit) -> list[str]:
    """What the database itself finds wrong."""
    if unit.session.get_bind().dialect.name != "sqlite":
        return []
    found = [str(row) for row in unit.session.execute(text("PRAGMA foreign_key_check"))]
    return found + [row[0] for row in unit.session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
