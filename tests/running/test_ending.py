"""Whoever ends says why: in one line, with an exit code that tells whether to begin again would help."""

from pathlib import Path

import pytest

from tests.running.program import alone

PROGRAM = """
import asyncio
from tourdesk.not_started import NotStartedError
from tourdesk.stopping import run_or_say_why

async def work():
    {}

raise SystemExit(run_or_say_why(work()))
"""


@pytest.mark.parametrize(
    ("work", "code", "last"),
    [
        ("pass", 0, None),
        ("raise NotStartedError('TOURDESK_DATA: away')", 2, "TOURDESK_DATA: away"),
        ("raise KeyError('+359888123456')", 1, "Tourdesk failed (KeyError); the lines above say where."),
        (
            "raise asyncio.CancelledError",
            1,
            "Tourdesk failed (RuntimeError); the lines above say where.",
        ),
    ],
    ids=["done", "the operator's to see to", "a failure of ours", "broken off by nobody's signal"],
)
async def test_whoever_ends_says_why(work: str, code: int, last: str | None, tmp_path: Path) -> None:
    ended, told = await alone(tmp_path, "-c", PROGRAM.format(work))
    lines = told.splitlines()
    assert (ended, lines[-1] if lines else None) == (code, last)
    assert ('"event":"tourdesk failed"' in told) == (code == 1), "with its traceback, in the log"
    assert "+359" not in told
