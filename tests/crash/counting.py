"""What became of everything that was said: counted in the database and in people's chats, against what they know."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, text

from domain.entities.notices import NoticeState
from sandbox.world import World
from storage import Database, FileStore, SqlUnit
from storage.crypto.sealing import Keys
from storage.mapping import deals, history, inbox, notices, payments, stored_files
from tests.crash.caller import Caller, plain
from tests.crash.chases import Laid, mischased, waiting_for_their_hour
from tests.crash.clerk import Clerk, Sender
from tests.crash.joiner import Joiner, count_joined
from tests.crash.labours import Given, spoiled, unended
from tests.crash.ledger import Ledger
from tests.crash.report import Report
from tests.crash.talker import Talker
from tests.crash.voters import Voters, count_polls, miscounted

OLGA = 900


@dataclass
class People:
    """Everybody who talked."""

    talkers: list[Talker]
    clerks: list[Clerk]
    senders: list[Sender]
    voters: Voters
    joiners: list[Joiner]
    chased: Laid
    laboured: Given

    @property
    def everybody(self) -> list[Caller]:
        return [*self.talkers, *self.clerks, *self.senders, *self.joiners]


async def count(
    report: Report, world: World, database: Database, ledger: Ledger, people: People, folder: Path, keys: Keys
) -> None:
    """Into the report. `folder` is where the processes keep files and logs."""
    taken_in = await database.read(_taken_in)
    undone = [number for number, state in taken_in.items() if state != "done"]
    never = [one.number for one in ledger.said.values() if not one.expired and one.number not in taken_in]
    report.lost += len(undone) + len(never)
    if undone or never:
        report.remarks.append(f"not done: {undone}; never stored: {never}")
        report.remarks += ledger.story(
            (ledger.said[one] for one in (undone + never)[:20] if one in ledger.said), folder
        )
    for talker, town in _inquiries(report, await database.read(_asked), people.talkers):
        report.remarks += ledger.story(talker.updates(town), folder)
    await database.read(lambda unit: _money(report, unit, people.clerks))
    for words, about in (surprise for clerk in people.clerks for surprise in clerk.surprises):
        report.unsound.append(words)
        report.remarks += [words, *ledger.story(about, folder)]
    files = await FileStore(str(folder / "files"), None).names()
    sent = {sender.name: [keys.name_of(photo) for photo in sender.sent] for sender in people.senders}
    await database.read(lambda unit: _papers(report, unit, sent, files))
    wrong = await database.read(lambda unit: miscounted(unit, people.voters))
    report.lost += len(wrong)
    report.remarks += wrong
    count_polls(report, people.voters)
    lost, half = await database.read(lambda unit: mischased(unit, people.chased))
    report.notices_lost += len(lost)
    report.half += len(half)
    report.remarks += [*lost, *half]
    await database.read(lambda unit: count_joined(report, unit, people.joiners))
    left, spoilt = await database.read(
        lambda unit: (unended(unit, people.laboured), spoiled(unit, people.laboured))
    )
    report.lost += len(left)
    report.half += len(spoilt)
    report.remarks += [*left, *spoilt]
    states = await database.read(_states)
    report.notices = sum(states.values())
    report.notices_lost += report.notices - states[NoticeState.SENT] - states[NoticeState.DROPPED]
    report.remarks.append(f"notices: {dict(states)}")
    report.remarks += await database.read(_not_told)
    _told(report, world, people)
    unanswered = [said for person in people.everybody for said in person.unanswered]
    report.asked_again = len(unanswered)
    report.remarks += ["asked again:", *ledger.story(unanswered[:10], folder)] if unanswered else []
    report.unanswered = await database.read(still_owed)
    report.unsound += await database.read(_sound)


def _taken_in(unit: SqlUnit) -> dict[int, str]:
    """What was acknowledged, and how it ended."""
    return {
        row.update_id: row.state for row in unit.session.execute(select(inbox.c.update_id, inbox.c.state))
    }


def _asked(unit: SqlUnit) -> dict[int, list[str]]:
    """Destinations by client's Telegram id, in the order they were stored; a garbled one is told as such."""
    found: dict[int, list[str]] = {}
    for inquiry in unit.repositories.inquiries.open(limit=100_000):
        assert inquiry.client.person is not None
        whole = (inquiry.when, inquiry.heads, inquiry.wishes) == ("in autumn", 2, "a window seat")
        word = inquiry.destination if whole else f"garbled {inquiry.destination}"
        found.setdefault(inquiry.client.person.telegram_id, []).append(word)
    return found


def _inquiries(
    report: Report, stored: dict[int, list[str]], talkers: list[Talker]
) -> Iterator[tuple[Talker, str]]:
    """Whose story is to be told, of which town."""
    for talker in talkers:
        got, asked = stored.get(talker.number, []), [one.town for one in talker.asked]
        times = Counter(got)
        report.out_of_order += len(talker.garbled) + (list(dict.fromkeys(got)) != asked)
        report.remarks += [f"{talker.name}: typed ahead, read otherwise: {words}" for words in talker.garbled]
        yield from ((talker, words.partition(":")[0]) for words in talker.garbled)
        if got == asked:
            continue
        lost, twice = [town for town in asked if not times[town]], [town for town in asked if times[town] > 1]
        report.lost += len(lost)
        report.twice += sum(number - 1 for number in times.values())
        report.remarks.append(f"{talker.name}: lost {lost}, twice {twice}; {got}, not {asked}")
        yield from ((talker, town) for town in lost + twice)


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


def _papers(report: Report, unit: SqlUnit, sent: dict[str, list[str]], files: list[str]) -> None:
    """Each photo once, in the order they were sent, its content here, and nothing in the store that no paper speaks of."""
    rows = (
        select(stored_files.c.content_hash).where(stored_files.c.name != "before").order_by(stored_files.c.id)
    )
    hashes = [content for content in unit.session.execute(rows).scalars() if content is not None]
    for whose, photos in sent.items():
        theirs = [content for content in hashes if content in set(photos)]
        report.out_of_order += list(dict.fromkeys(theirs)) != [photo for photo in photos if photo in theirs]
        if theirs != photos:
            report.remarks.append(f"{whose}: {len(theirs)} photos of {len(photos)}, or in another order")
    wanted = {photo for photos in sent.values() for photo in photos}
    report.lost += len(wanted - set(hashes))
    report.twice += len(hashes) - len(set(hashes))
    report.orphans += len(set(files) - set(hashes))


def still_owed(unit: SqlUnit) -> int:
    """Updates that are done while nobody wrote down that their answer went out."""
    owed = select(func.count()).select_from(inbox).where(inbox.c.owed_since.is_not(None))
    return int(unit.session.scalar(owed) or 0)


def _states(unit: SqlUnit) -> Counter[str]:
    """Without those that go out in the morning."""
    night = Counter[str]({NoticeState.WAITING: waiting_for_their_hour(unit)})
    return Counter(unit.session.execute(select(notices.c.state)).scalars()) - night


def _told(report: Report, world: World, people: People) -> None:
    """In the chats: each inquiry to the owner once, each payment to its payer once."""
    towns = Counter(town for words in _chat(world, OLGA) for town in re.findall(r"Town-\d+-\d+", words))
    for talker in people.talkers:
        _once(report, talker.name, [towns[one.town] for one in talker.asked])
    for clerk, sender in zip(people.clerks, people.senders, strict=True):
        sums = Counter(
            int(float(found.replace(",", "")) * 100 + 0.5)
            for words in _chat(world, sender.number)
            for found in re.findall(r"We have received €([\d,]+(?:\.\d\d)?)", words)
        )
        for paid in clerk.paid.values():
            _once(report, clerk.name, [sums[amount] for amount in paid])


def _not_told(unit: SqlUnit) -> list[str]:
    """Notices that ended otherwise than heard or dropped: of what kind, and why."""
    good = (NoticeState.SENT, NoticeState.DROPPED)
    rows = unit.session.execute(select(notices.c.kind, notices.c.error).where(notices.c.state.not_in(good)))
    return [f"not told: {row.kind}: {row.error}" for row in rows]


def _once(report: Report, whose: str, times: list[int]) -> None:
    if set(times) - {1}:
        report.remarks.append(f"{whose}: told {times} times")
    report.notices_lost += sum(not number for number in times)
    report.notices_repeated += sum(max(0, number - 1) for number in times)


def _chat(world: World, number: int) -> list[str]:
    return [plain(message) for message in world.chats[number].messages.values() if message.sender is None]


def _sound(unit: SqlUnit) -> list[str]:
    """What the database itself finds wrong."""
    if unit.session.dialect != "sqlite":
        return []
    found = [str(row) for row in unit.session.execute(text("PRAGMA foreign_key_check"))]
    return found + [row[0] for row in unit.session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
