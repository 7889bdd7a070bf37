"""The process a nightly backup is made in: told the settings on its standard input, it answers with one line of JSON."""

import asyncio
import json
import os
import signal
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any

from domain.entities.backups import BackupResult
from tourdesk.backups import NotBackedUpError
from tourdesk.settings import Settings

NICE = 10
"""People's answers come first."""


async def make_in_child(settings: Settings, made_at: datetime) -> BackupResult:
    """A backup made in a process of its own. Raises NotBackedUpError."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tourdesk.backups.child",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        answer, _ = await process.communicate(_wish(settings, made_at))
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise NotBackedUpError(f"its process ended with {process.returncode}")
    facts: dict[str, Any] = json.loads(answer)
    if "why" in facts:
        raise NotBackedUpError(facts["why"])
    return BackupResult(**facts | {"made_at": made_at})


def _wish(settings: Settings, made_at: datetime) -> bytes:
    """With the secrets in them: nobody else reads this pipe."""
    plain = settings.model_dump(mode="json")
    plain |= {
        name: value.get_secret_value() for name, value in settings if hasattr(value, "get_secret_value")
    }
    return json.dumps({"settings": plain, "made_at": made_at.isoformat()}).encode()


def main() -> None:
    from tourdesk.backups.making import (
        make_backup,  # only here: whoever waits for this process needs none of it
    )

    for told in (signal.SIGINT, signal.SIGTERM):  # to all processes at once; the agency ends this one
        signal.signal(told, signal.SIG_IGN)
    os.nice(NICE)
    wish = json.loads(sys.stdin.buffer.read())
    settings = Settings(_env_file=None, **wish["settings"])
    try:
        made = asyncio.run(make_backup(settings, datetime.fromisoformat(wish["made_at"])))
        print(json.dumps(asdict(made), default=str))  # noqa: T201 (the answer)
    except NotBackedUpError as error:
        print(json.dumps({"why": str(error)}))  # noqa: T201


if __name__ == "__main__":
    main()
