"""`tourdesk run` by polling: the first owner comes in by the printed link; stopping loses nothing."""

import re
import signal
from pathlib import Path

from aiohttp import ClientSession

from sandbox import Sandbox
from tests.running.phone import Phone, labels, ready
from tests.running.program import Program

LINK = re.compile(r"https://t\.me/tourdesk_demo_bot\?start=(s_[\w-]+)")


async def test_the_owner_comes_in_by_the_link_and_is_there_after_a_restart(
    sandbox: Sandbox, http: ClientSession, tmp_path: Path
) -> None:
    olga = await Phone(http, 1, "Olga").comes()
    settings = {"token": sandbox.token, "api_url": sandbox.api_url}
    with Program(tmp_path, "run", **settings) as program:
        await program.says("Tourdesk is running. Ctrl-C stops it.")
        [link] = LINK.findall(program.output)
        assert "█" in program.output, "a QR code to scan with the owner's phone"
        await olga.says(f"/start {link}")
        await olga.hears("You are now: Owner.")
        assert await program.stop(signal.SIGTERM) == 0
        assert program.output.count("Stopping …") == 1
        printed = program.output

    await olga.says("/staff")
    with Program(tmp_path, "run", **settings) as again:
        await olga.hears("Olga · Owner")
        await again.says("Tourdesk is running.")
        assert not LINK.search(again.output), "there is an owner already"
        with Program(tmp_path, "owner-link", **settings) as another:
            assert await another.ends() == 0
            [second] = LINK.findall(another.output)
            assert second != link
        boris = await Phone(http, 2, "Boris").comes()
        await boris.says(f"/start {second}")
        await boris.hears("You are now: Owner.")
        assert await again.stop(signal.SIGINT) == 0
        for output in (printed, again.output, another.output):
            assert sandbox.token.partition(":")[2] not in output
            assert "Traceback" not in output


async def test_it_waits_for_a_telegram_that_is_away_and_can_be_stopped_meanwhile(
    sandbox: Sandbox, http: ClientSession, tmp_path: Path
) -> None:
    settings = {"token": sandbox.token, "api_url": sandbox.api_url}
    fault = {"kind": "error", "code": 502, "method": "*", "times": 1_000_000}
    async with http.post("/sim/faults", json=fault) as answer:
        assert answer.status == 200
    with Program(tmp_path, "run", **settings) as hopeless:
        await hopeless.says("telegram is away")
        assert await hopeless.stop() == 0
    with Program(tmp_path, "run", **settings) as patient:
        await patient.says("telegram is away")
        async with http.delete("/sim/faults") as answer:
            assert answer.status == 200
        await ready(http)
        anna = await Phone(http, 3, "Anna").comes()
        await anna.says("/start")
        assert "🏝 Ask for a tour" in labels(await anna.hears("Hello, Anna!"))
        assert await patient.stop() == 0
