"""No secret and nobody's data in any log line; and the watch that looks for them does find them."""

import asyncio
import logging
import os
import sys
from pathlib import Path

import pytest
import structlog

from tests.log_watch import WATCH, LogWatch
from tourdesk.scrubbing import scrubbed

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
LEAKY = f'''
import logging

import structlog


def test_that_logs_a_name():
    from tests.log_watch import WATCH

    WATCH.plant("Anna Petrova", "who somebody is")
    structlog.get_logger().info("hello", to="Anna Petrova")


def test_that_logs_what_was_said():
    from tests.log_watch import WATCH

    WATCH.plant_words("my secret wish")
    try:
        raise ValueError("my secret wish")
    except ValueError:
        logging.getLogger("some.library").debug("broken", exc_info=True)


def test_that_prints_a_token():
    logging.getLogger("another.library").error("https://api.example/bot%s/getMe", "{TOKEN}")


def test_that_behaves():
    structlog.get_logger().info("hello", to=7)
'''


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", "POST https://api.telegram.org/bot(token)/getMe"),
        (f"InvalidURL: /file/bot{TOKEN.replace(':', '%3A')}/a.jpg", "InvalidURL: /file/bot(token)/a.jpg"),
        ("postgresql+asyncpg://agency:s3cret@host/db", "postgresql+asyncpg://(password)@host/db"),
        ("https://t.me/a_bot?start=s_JUeP2-x_9", "https://t.me/a_bot?start=(link)"),
        ("DETAIL:  Failing row contains (7, Anna).\nmore", "DETAIL: (a row)\nmore"),
        ("+359888123456 and +7 916 123-45-67", "(phone) and (phone)"),
        (
            "2027-03-01T10:00:00.123456+00:00 update 12 of 3:30",
            "2027-03-01T10:00:00.123456+00:00 update 12 of 3:30",
        ),
    ],
)
def test_what_looks_like_a_secret_is_taken_out(line: str, written: str) -> None:
    assert scrubbed(line) == written


def test_a_librarys_error_is_written_without_the_token(capsys: pytest.CaptureFixture[str]) -> None:
    before = len(WATCH.lines)
    try:
        raise RuntimeError(f"cannot post to /bot{TOKEN}/sendMessage")  # noqa: TRY301
    except RuntimeError:
        logging.getLogger("aiohttp.client").exception("failed at /bot%s", TOKEN)
        structlog.get_logger().exception("failed", url=f"/bot{TOKEN}/")
    written = [text for _where, text in WATCH.lines[before:]]
    assert len(written) == 2
    assert all("(token)" in text and "Traceback" in text for text in written)
    assert not any(TOKEN in text for text in written)


def test_the_watch_finds_what_was_planted_and_only_as_a_whole_word() -> None:
    watch = LogWatch()
    watch.plant("Ada", "who somebody is")
    watch.heard("here", "the Adapter of Adam")
    assert list(watch.finds()) == []
    watch.heard("there", "hello Ada!")
    [find] = watch.finds()
    assert find.startswith("there logged who somebody is")


async def test_a_run_with_a_leak_fails_and_names_the_place(tmp_path: Path) -> None:
    (tmp_path / "test_leaks.py").write_text(LEAKY)
    house = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "tests.log_plugin",
            "-p",
            "no:cacheprovider",
            str(tmp_path),
        ),
        env={**os.environ, "PYTHONPATH": str(house)},
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _nothing = await process.communicate()
    told = printed.decode()
    assert process.returncode == 1
    assert "4 passed, 3 errors" in told
    for place in (
        "test_leaks:11 logged who somebody is",
        "some.library (test_leaks.py:21) logged what somebody said",
        "another.library (test_leaks.py:25) logged a bot token",
    ):
        assert place in told, told
