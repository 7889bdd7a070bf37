"""The files it is shipped with, read as far as a machine without Docker can."""

import json
import re
from pathlib import Path
from typing import Any

import yaml
from typer.main import get_command

from tourdesk.cli import app
from tourdesk.settings import Settings

HOUSE = Path(__file__).parents[2]


def instructions() -> list[tuple[str, str]]:
    """Of the Dockerfile, in order: (name, the rest); continued lines are one."""
    text = re.sub(r"\\\n\s*", "", (HOUSE / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split()[0], line.partition(" ")[2].strip()) for line in lines]


def argument(name: str) -> list[str]:
    """The last instruction of this name, which has its words as JSON."""
    return list(json.loads([rest for instruction, rest in instructions() if instruction == name][-1]))


def composed() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HOUSE / "compose.yaml").read_text())
    return found


def check_command(words: list[str]) -> None:
    """`tourdesk <words>` is one that the command line takes. Raises LookupError or typer.BadParameter."""
    name, *options = words
    found = get_command(app).commands.get(name)  # type: ignore[attr-defined]
    if found is None:
        raise LookupError(name)
    found.make_context(name, options)


def check_settings(names: set[str]) -> None:
    """Every TOURDESK_… among them is one."""
    known = {f"TOURDESK_{name.upper()}" for name in Settings.model_fields}
    assert {name for name in names if name.startswith("TOURDESK_")} <= known


def lines_of(file: str) -> dict[str, str]:
    """The variables of an environment file."""
    told = (HOUSE / file).read_text().splitlines()
    return dict(line.split("=", 1) for line in told if line and not line.startswith("#"))
