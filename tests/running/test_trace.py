"""One trace from a tap to the notice it made: in the log, as JSON, across the parts, and without anybody's words."""

import json
import re
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from sandbox import Sandbox
from tests.running.phone import Phone, asks_for_lisbon
from tests.running.program import Program


async def test_from_a_tap_to_the_notice(
    sandbox: Sandbox, http: ClientSession, tmp_path: Path, port: int
) -> None:
    olga = await Phone(http, 1, "Olga").comes()
    anna = await Phone(http, 2, "Anna").comes()
    settings = {"token": sandbox.token, "api_url": sandbox.api_url, "status_port": str(port)}
    with Program(tmp_path, "run", **settings) as program:
        await program.says("Tourdesk is running.")
        [link] = re.findall(r"start=(s_[\w-]+)", program.output)
        await olga.says(f"/start {link}")
        await olga.hears("You are now: Owner.")
        await asks_for_lisbon(anna)
        await olga.hears("Lisbon")
        await program.says('"notice sent"')
        async with http.get(f"http://127.0.0.1:{port}/metrics") as answer:
            figures = await answer.text()
        assert await program.stop() == 0

    lines: list[dict[str, Any]] = [
        json.loads(line) for line in program.output.splitlines() if line.startswith("{")
    ]
    told = [line for line in lines if line["event"] == "notice sent"]
    [sent] = [line for line in told if line["kind"] != "alarm"]
    made = [line["event"] for line in lines if line.get("trace") == sent["trace"]]
    assert made == ["update taken", "notice sent"]
    assert re.fullmatch(r"u\d+", sent["trace"])
    assert sent["kind"] == "inquiry_arrived"
    for text in (json.dumps(lines), figures):
        for word in ("Anna", "Olga", "Lisbon", sandbox.token, link):
            assert word not in text
    assert 'tourdesk_notices_total{kind="inquiry_arrived",outcome="sent"} 1.0' in figures
    assert re.search(r'tourdesk_updates_received_total\{kind="callback_query"\} [1-9]', figures)
