"""One process per SQLite file: a second one is refused in one line, and a killed one leaves nothing in the way."""

import signal
from pathlib import Path

from sandbox import Sandbox
from tests.running.program import Program


async def test_a_second_process_on_the_same_file_is_refused_until_the_first_is_gone(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    settings = {"token": sandbox.token, "api_url": sandbox.api_url}
    with Program(tmp_path, "run", **settings) as first:
        await first.says("Tourdesk is running.")
        for only in ([], ["--only", "scheduler"]):
            with Program(tmp_path, "run", *only, **settings) as second:
                assert await second.ends() == 2
            assert second.output.strip() == (
                "TOURDESK_DATABASE: another process runs on this SQLite file; several need PostgreSQL"
            )
        with Program(tmp_path, "owner-link", **settings) as beside:
            assert await beside.ends() == 0, "what is short may run beside it"
        await first.stop(by=signal.SIGKILL)
    with Program(tmp_path, "run", **settings) as third:
        await third.says("Tourdesk is running.")
        assert await third.stop() == 0
