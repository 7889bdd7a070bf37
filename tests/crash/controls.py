"""Checks of the crash test: the product is broken in a copy of the house, and the count must show it.

`python -m tests.crash.controls` breaks one thing after another, kills at the place where that hurts, and prints what
was lost, doubled or out of order. "nothing" is broken first, and must hold. Names choose some of them.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tests.crash.harness import Plan

HOUSE = Path(__file__).parents[2]
USUAL = Plan(talkers=8, deals=4, bots=2, schedulers=1, kills=9, seconds=40, thinks=1, rest=180)
"""More kills than places, so that some are at random; and time for a second tour, which is typed ahead: that shows most."""


@dataclass(frozen=True)
class Break:
    """`whole` stands once in `file`, and `broken` takes its place."""

    file: str
    whole: str
    broken: str


@dataclass(frozen=True)
class Control:
    """`shows` are the figures of the report of which one at least must not be 0."""

    name: str
    breaks: tuple[Break, ...]
    shows: tuple[str, ...]
    plan: Plan


STORES = "        if not updates:\n            return []\n"
FORGETS = """        for number, _lane, _payload in updates:
            self._session.connection().execute(delete(inbox).where(inbox.c.update_id == number))
"""

WHOSE = "    persons, names = await read(lambda unit: whose_words(unit.session, client))\n"
FORGETS_FIRST = "    await run(lambda unit: forgotten(context.desk(unit), number, []))\n"

CONTROLS = (
    Control("nothing", (), (), replace(USUAL, places=("after_commit", "after_claim"), trouble=True)),
    Control(
        "deduplication",
        (Break("storage/queues/inbox.py", STORES, STORES + FORGETS),),
        ("twice", "out_of_order"),
        replace(USUAL, places=("after_commit_before_200",), loses=0.3),
    ),
    Control(
        "done with its effects",
        (
            Break(
                "bot/transport/inbox/worker.py",
                "unit.inbox.finish(event.update_id, self._answers.owed_since(event))",
                "unit.inbox.take(event.update_id)",
            ),
            Break(
                "bot/transport/inbox/worker.py",
                'passing("after_commit")\n',
                'passing("after_commit")\n'
                "        await self._database.run(lambda unit: unit.inbox.done(event.update_id))\n",
            ),
        ),
        ("twice", "out_of_order"),
        replace(USUAL, places=("after_commit",)),
    ),
    Control(
        "sent before marked",
        (
            Break(
                "storage/queues/outbox.py",
                "values(state=NoticeState.SENDING,",
                "values(state=NoticeState.SENT,",
            ),
        ),
        ("notices_lost",),
        replace(USUAL, places=("after_claim",)),
    ),
    Control(
        "stored before acknowledged",
        (
            Break(
                "bot/transport/receiving/webhook.py",
                "            await inbox.store([body])\n",
                "            asyncio.ensure_future(inbox.store([body]))\n",
            ),
        ),
        ("lost",),
        replace(USUAL, places=("before_inbox",)),
    ),
    Control(
        "older one first",
        (
            Break(
                "storage/queues/inbox.py",
                "where(_THIS, _IS_WAITING, ~_OLDER.exists())",
                "where(_THIS, _IS_WAITING)",
            ),
        ),
        ("out_of_order",),
        USUAL,
    ),
    Control(
        "forgotten when nothing is left of them",
        (Break("scheduler/jobs/forgetting.py", WHOSE, WHOSE + FORGETS_FIRST),),
        ("half",),
        replace(USUAL, places=("mid_forgetting",), labours=8),
    ),
    Control(
        "rows done with what they made",
        (
            Break(
                "domain/usecases/client_imports/doing.py",
                "        one.moved(before, row.state)\n    return len(rows)",
                "    return len(rows)",
            ),
        ),
        ("half",),
        replace(USUAL, places=("rows_imported",), labours=4),
    ),
)


def main(wanted: list[str]) -> int:
    """How many breaks the count did not show."""
    unseen = 0
    with tempfile.TemporaryDirectory() as folder:
        for control in CONTROLS:
            if wanted and control.name not in wanted:
                continue
            house = Path(folder) / control.name.replace(" ", "_")
            shutil.copytree(
                HOUSE, house, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__")
            )
            for one in control.breaks:
                _break(house, one)
            unseen += not _seen(house, control)
    print(f"unseen {unseen}")
    return unseen


def _break(house: Path, one: Break) -> None:
    path = house / one.file
    whole = path.read_text()
    assert whole.count(one.whole) == 1, f"{one.file} has changed: {one.whole!r}"
    path.write_text(whole.replace(one.whole, one.broken))


def _seen(house: Path, control: Control) -> bool:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash", "--plan", json.dumps(asdict(control.plan))],
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"{control.name}: did not run\n{done.stderr[-2000:]}", flush=True)
        return False
    told = json.loads(done.stdout.splitlines()[-1])
    figures = {name: told[name] for name in ("lost", "twice", "half", "out_of_order", "notices_lost")}
    seen = any(told[name] for name in control.shows) if control.shows else bool(told["held"])
    verdict = ("seen" if control.shows else "held") if seen else "NOT SEEN" if control.shows else "NOT HELD"
    print(
        f"{control.name}: {verdict}; kills {told['kills']}, updates {told['updates']}, {figures}", flush=True
    )
    if not seen:
        print(*told["unsound"], *told["remarks"], sep="\n", flush=True)
    return seen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
