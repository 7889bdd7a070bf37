"""The documentation names what there is."""

import re
import subprocess
import sys
from pathlib import Path

from tourdesk.settings import Settings

HOUSE = Path(__file__).parents[2]


def test_every_setting_is_documented() -> None:
    told = (HOUSE / "docs/settings.md").read_text()

    assert set(re.findall(r"`(TOURDESK_\w+)`", told)) >= {
        f"TOURDESK_{name.upper()}" for name in Settings.model_fields
    }


def test_links_between_documents_lead_somewhere() -> None:
    for document in [*HOUSE.glob("*.md"), *HOUSE.glob("docs/**/*.md"), HOUSE / "sandbox/README.md"]:
        prose = re.sub(r"`[^`\n]*`", "", document.read_text())
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
            assert (document.parent / target).exists(), f"{document.name} → {target}"


def test_every_make_target_of_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text(), re.MULTILINE))

    for document in [*HOUSE.glob("*.md"), *HOUSE.glob("docs/**/*.md")]:
        for target in re.findall(r"`?make ([a-z]+)", document.read_text()):
            assert target in targets or target in {"it", "up", "a", "sure"}, f"{document.name}: make {target}"


def test_no_path_of_a_machine_and_no_host_of_an_index_is_named() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=True)
    forbidden = re.compile("/ro" + "ot/|/home/[a-z]+/|python" + "hosted|pypi\\." + "org|registry\\.npm")

    for name in tracked.stdout.split():
        path = HOUSE / name
        if (
            path.suffix in {".py", ".md", ".toml", ".lock", ".js", ".html", ".css", ".yaml", ""}
            and path.is_file()
        ):
            assert not forbidden.search(path.read_text(errors="ignore")), name


def test_help_is_told_without_loading_aiogram_nor_what_is_seldom_needed() -> None:
    heavy = ("aiogram", "alembic", "obstore", "rich.console", "pygments")
    code = f"import sys, tourdesk.cli, scheduler.program, papers.press; print([m for m in {heavy} if m in sys.modules])"

    told = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
