"""A start: whoever waits is answered before all else."""

import secrets

from bot.program import BotProgram, telegram
from domain.ports.agency import CurrentAgency
from tests.world import AGENCY, World


async def test_half_an_answer_of_telegrams_is_no_reason_not_to_start(world: World) -> None:
    await world.bot.close()
    await world.scheduler.close()
    for method in ("getMe", "deleteWebhook"):
        half = {"kind": "garbled", "method": method, "body": '{"ok":tr', "times": 2}
        await world.post("/sim/faults", half)

    await world.scheduler.open()
    await world.open_bot()

    anna = await world.person("Anna")
    await anna.says("/start")
    anna.hears("Tourdesk")


async def test_a_start_waits_for_no_menu(world: World) -> None:
    """Telegram may put setMyCommands off for minutes."""
    anna = await world.person("Anna")
    await world.bot.close()
    put_off = {"kind": "error", "method": "setMyCommands", "retry_after": 600, "times": 99}
    await world.post("/sim/faults", put_off)
    await world.post(f"/sim/people/{anna.id}/say", {"text": "/start"})

    sandbox = world.sandbox
    line = telegram(sandbox.token, sandbox.api_url)
    world.bot = BotProgram(
        line, world.database, CurrentAgency(AGENCY), sandbox.clock.now, secrets.token_urlsafe
    )
    await world.bot.open()
    world.bot.poll()
    await world.listened()

    await anna.looks()
    anna.hears("Tourdesk")
    assert not world.bot.menus.done()
