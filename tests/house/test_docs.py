"""The documentation names what there is."""

import importlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tourdesk.settings import Settings

HOUSE = Path(__file__).parents[2]
DOCUMENTS = [*HOUSE.glob("*.md"), *HOUSE.glob("docs/**/*.md"), HOUSE / "sandbox/README.md"]
FOLDERS = sorted(path.name for path in HOUSE.iterdir() if path.is_dir() and path.name[0].isalpha())
PACKAGES = sorted(name for name in FOLDERS if (HOUSE / name / "__init__.py").exists())


def test_every_setting_is_documented() -> None:
    told = (HOUSE / "docs/settings.md").read_text()

    assert set(re.findall(r"`(TOURDESK_\w+)`", told)) >= {
        f"TOURDESK_{name.upper()}" for name in Settings.model_fields
    }


def test_links_between_documents_lead_somewhere() -> None:
    for document in DOCUMENTS:
        prose = re.sub(r"`[^`\n]*`", "", document.read_text())
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
            assert (document.parent / target).exists(), f"{document.name} → {target}"


def test_every_path_in_backticks_exists() -> None:
    """As a file, a folder, a module without its ending, or a pattern that finds something."""
    path = re.compile(rf"`((?:{'|'.join(FOLDERS)})/[\w*./-]*)`")
    missing = [
        f"{document.name}: {named}"
        for document in DOCUMENTS
        for named in path.findall(document.read_text())
        if not any(True for _ in HOUSE.glob(named.rstrip("/"))) and not (HOUSE / f"{named}.py").exists()
    ]

    assert missing == []


def test_every_name_in_backticks_is_in_the_code() -> None:
    """A module, or what stands in it: `domain.entities.deals.Deal`."""
    dotted = re.compile(rf"`((?:{'|'.join(PACKAGES)})(?:\.\w+)+)`")
    missing = [
        f"{document.name}: {named}"
        for document in DOCUMENTS
        for named in dotted.findall(document.read_text())
        if not named.endswith((".json", ".db")) and not _in_the_code(named.split("."))
    ]

    assert missing == []


def _in_the_code(parts: list[str]) -> bool:
    """Imports as much of it as is modules, and looks for the rest in what that holds."""
    found: Any = importlib.import_module(parts[0])
    for end, part in enumerate(parts[1:], start=2):
        if hasattr(found, part) or part in getattr(found, "__annotations__", {}):
            found = getattr(found, part, None)
            continue
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            return False
    return True


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


@pytest.mark.parametrize(
    ("modules", "heavy"),
    [
        ("tourdesk.cli", ("aiogram", "alembic", "obstore", "rich.console", "pygments", "telegram")),
        ("scheduler.program, papers.press", ("aiogram", "alembic", "obstore")),
    ],
)
def test_help_is_told_without_loading_what_is_seldom_needed(modules: str, heavy: tuple[str, ...]) -> None:
    code = f"import sys, {modules}; print([m for m in {heavy} if m in sys.modules])"

    told = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
