"""A start loads what a start needs: libraries for what comes later, or never, are loaded then."""

import asyncio
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]

LATER = (
    "alembic",
    "babel.messages",
    "chardet",
    "obstore",
    "openpyxl",
    "phonenumbers",
    "pyrage",
    "segno",
    "sqlalchemy.dialects.postgresql",
    "typst",
    "xlsxwriter",
)

PROGRAM = f"""
import sys
import tourdesk.cli, tourdesk.running
import bot.program, scheduler.program, tourdesk.backups.child
from storage import Database
from storage.crypto.sealing import Keys
from tourdesk.settings import Settings
from domain.values.language import Language
from locales.catalogs import words_of
Settings(_env_file=None, token="42:x")
Database("sqlite+aiosqlite:///" + sys.argv[1], Keys(bytes(32)))
for language in Language:
    words_of(language)
print(*[name for name in {LATER} if name in sys.modules])
"""


async def test_nothing_is_loaded_that_a_start_does_not_need(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM, str(tmp_path / "tourdesk.db")),
        cwd=HOUSE,
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await process.communicate()

    assert process.returncode == 0
    assert printed.split() == []


def test_the_step_that_starts_the_bot_imports_aiogram_lazily() -> None:
    """Whoever imports aiogram before `bot` does has all its models built at once: two seconds and a hundred megabytes."""
    code = (
        "import tourdesk.start.bot; from aiogram.types import Message; print(Message.__pydantic_complete__)"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "False"
