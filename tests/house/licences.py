"""Writes docs/licences.md: what the product is built upon, under which licence, and what for (`make licences`)."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

HOUSE = Path(__file__).parents[2]
LISTED = HOUSE / "docs/licences.md"

ALLOWED = frozenset(
    [
        "MIT",
        "MIT-0",
        "0BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "Apache-2.0",
        "PSF-2.0",
        "ISC",
        "MPL-2.0",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
    ]
)

_SPDX = {
    "Apache 2": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "MPL-2.0": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Older packages name their licence in words."""

_SILENT = {
    "colorama": ("BSD-3-Clause", "Colours in the terminal of Windows."),
    "magic-filter": (None, "Filters of aiogram's handlers."),
    "obstore": (None, "Files in a folder or an S3-compatible store."),
    "python-telegram-bot": (None, "The postman's client of Telegram."),
    "pyrage": ("MIT", "Encrypts backups (age)."),
    "setuptools": ("MIT", "Installs the product itself."),
}
"""What packages do not tell of themselves, or are not installed everywhere to be asked."""

_HEAD = """# Licences

What the product is built upon when it runs (`requirements.lock`), under which licence, and what for. Written by
`make licences`; a test holds the list to the lock file, and each licence to the list of those that are allowed.
python-telegram-bot and python-stdnum are used unchanged, as the libraries they are: that is what their licence
asks for. The fonts in
`papers/fonts` have theirs beside them.

| Package | Licence | What it is |
|---|---|---|
"""


def packages() -> list[str]:
    """Everything that is locked for running, by its normalised name."""
    locked = (HOUSE / "requirements.lock").read_text()
    return sorted(
        re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r"^([\w.-]+)==", locked, re.MULTILINE)
    )


def licence_of(package: str) -> tuple[str, str]:
    """(SPDX expression, what it is)."""
    told_licence, told_what = _SILENT.get(package, (None, None))
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return told_licence or "unknown", told_what or ""
    named = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    words = told["License-Expression"] or (named[0] if named else told["License"] or "unknown")
    return told_licence or _SPDX.get(words, words), told_what or (told["Summary"] or "").rstrip(".") + "."


def written() -> str:
    rows = (
        f"| {package} | {' | '.join(part.replace('|', '/') for part in licence_of(package))} |"
        for package in packages()
    )
    return _HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    LISTED.write_text(written())
