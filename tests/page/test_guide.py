"""The strip that says what to try: it leads, rings, ticks itself, plays by itself, and can be closed."""

from typing import Any

from aiohttp import ClientSession
from playwright.async_api import expect

from sandbox import Sandbox
from tests.page.bot import Bot, buttons
from tests.page.conftest import ANNA, ELENA, Desktop

LEAVES = "2099-12-01T06:30:00+00:00"
STEPS: list[dict[str, Any]] = [
    {
        "text": "Elena: see the morning",
        "person": ELENA["id"],
        "beats": [
            {"person": ELENA["id"], "tap": "🔴", "caption": "What is late."},
            {"person": ANNA["id"], "caption": "Anna was reminded."},
        ],
    },
    {
        "text": "Anna: open the link",
        "person": ANNA["id"],
        "beats": [
            {"person": ANNA["id"], "open": "t_7", "caption": "A link."},
            {"person": ANNA["id"], "tap": "✅", "near": "верно", "caption": "Sent."},
        ],
    },
    {"text": "Clock: the day before", "person": None, "beats": [{"turn": LEAVES, "caption": "Tomorrow."}]},
    {
        "text": "Anna: say where to",
        "person": ANNA["id"],
        "beats": [{"person": ANNA["id"], "say": "Пхукет, январь, двое", "caption": "One line."}],
    },
]


async def guided(desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession) -> None:
    """Both have a chat, and a key to press in it."""
    for who, key in ((ELENA, "🔴 Просрочени · 3"), (ANNA, "✅ Старая")):
        await desktop.starts(who)
        await bot.hears()
        await bot.call(
            "sendMessage", chat_id=who["id"], text="☀️ Всё верно?", reply_markup=buttons([(key, key)])
        )
    await offer(sandbox, http, STEPS)
    await expect(desktop.page.get_by_role("button", name="Clock: the day before")).to_be_visible()


async def offer(sandbox: Sandbox, http: ClientSession, steps: list[dict[str, Any]]) -> None:
    mark = {"label": "The day before", "at": LEAVES}
    for path, body in (("landmarks", [mark]), ("guide", {"name": "spring", "steps": steps})):
        async with http.post(f"{sandbox.url}/sim/{path}", json=body) as answer:
            assert answer.status == 200


async def answers(bot: Bot) -> str:
    tap = await bot.hears("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=tap["id"])
    return str(tap["data"])


async def test_a_step_rings_the_key_and_ticks_itself_when_it_was_pressed(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    step = desktop.page.get_by_role("button", name="Elena: see the morning")
    await step.click()
    key = desktop.phone(ELENA).get_by_role("button", name="🔴 Просрочени")
    await expect(key).to_have_class("key ringed")
    await key.click()
    assert await answers(bot) == "🔴 Просрочени · 3"
    await expect(step).to_have_class("guide-step done")
    await expect(desktop.page.locator(".ringed")).to_have_count(0)


async def test_a_key_far_above_is_brought_into_view(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    for number in range(30):
        await bot.call("sendMessage", chat_id=ELENA["id"], text=f"бележка {number}")
    await expect(desktop.phone(ELENA).get_by_text("бележка 29")).to_be_in_viewport()
    key = desktop.phone(ELENA).get_by_role("button", name="🔴 Просрочени")
    await expect(key).not_to_be_in_viewport()
    await desktop.page.get_by_role("button", name="Elena: see the morning").click()
    await expect(key).to_be_in_viewport(ratio=1)
    await expect(key).to_have_class("key ringed")


async def test_a_link_is_opened_and_what_follows_is_not_looked_for_far_above(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    step = desktop.page.get_by_role("button", name="Anna: open the link")
    await step.click()
    assert (await bot.hears())["text"] == "/start t_7"
    await bot.call("sendMessage", chat_id=ANNA["id"], text="Охрид")
    await bot.call(
        "sendMessage", chat_id=ANNA["id"], text="Сколько мест?", reply_markup=buttons([("✅ Два", "two")])
    )
    await expect(desktop.phone(ANNA).get_by_text("Сколько мест?")).to_be_visible()
    await expect(desktop.page.locator(".ringed")).to_have_count(0)
    await bot.call(
        "sendMessage", chat_id=ANNA["id"], text="Всё верно?", reply_markup=buttons([("✅ Да", "yes")])
    )
    key = desktop.phone(ANNA).get_by_role("button", name="✅ Да")
    await expect(key).to_have_class("key ringed")
    await expect(desktop.phone(ANNA).get_by_text("/start", exact=True).last).to_be_visible()
    await expect(desktop.phone(ANNA).get_by_text("t_7")).to_have_count(0)


async def test_words_are_put_into_the_field_and_any_words_tick_the_step(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    step = desktop.page.get_by_role("button", name="Anna: say where to")
    await step.click()
    field = desktop.phone(ANNA).get_by_role("textbox", name="Message from")
    await expect(field).to_have_value("Пхукет, январь, двое")
    await expect(desktop.phone(ANNA).locator(".composer-box")).to_have_class("composer-box ringed")
    await field.press("Enter")
    assert (await bot.hears())["text"] == "Пхукет, январь, двое"
    await expect(step).to_have_class("guide-step done")
    await expect(field).to_have_value("")


async def test_the_clock_ticks_its_step_whoever_turned_it(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    step = desktop.page.get_by_role("button", name="Clock: the day before")
    await step.click()
    mark = desktop.page.locator(".landmark")
    await expect(mark).to_have_class("landmark ringed")
    await mark.click()
    await expect(step).to_have_class("guide-step done")


async def test_the_story_plays_all_steps(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    await desktop.page.goto(f"{sandbox.url}/?pace=0.02")
    await desktop.page.get_by_role("button", name="Play the story").click()
    assert await answers(bot) == "🔴 Просрочени · 3"
    assert (await bot.hears())["text"] == "/start t_7"
    await bot.call(
        "sendMessage", chat_id=ANNA["id"], text="Всё верно?", reply_markup=buttons([("✅ Да", "yes")])
    )
    assert await answers(bot) == "yes"
    assert (await bot.hears())["text"] == "Пхукет, январь, двое"
    await expect(desktop.page.locator(".guide-step.done")).to_have_count(4)
    await expect(desktop.page.get_by_role("button", name="Played")).to_be_disabled()
    await expect(desktop.page.locator(".story-line")).to_be_hidden()
    assert sandbox.clock.now().year == 2099


async def test_a_story_that_is_stopped_finishes_its_step(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    longer = {**STEPS[1], "beats": [*STEPS[1]["beats"], {"person": ANNA["id"], "tap": "🏁"}]}
    await offer(sandbox, http, [longer, STEPS[2]])
    await desktop.page.goto(f"{sandbox.url}/?pace=0.02")
    await desktop.page.get_by_role("button", name="Play the story").click()
    assert (await bot.hears())["text"] == "/start t_7"
    await desktop.page.get_by_role("region", name="The story").get_by_role("button", name="Stop").click()
    await bot.call(
        "sendMessage", chat_id=ANNA["id"], text="Всё верно?", reply_markup=buttons([("✅ Да", "yes")])
    )
    assert await answers(bot) == "yes"
    await bot.call(
        "sendMessage", chat_id=ANNA["id"], text="Спасибо", reply_markup=buttons([("🏁 Всё", "end")])
    )
    assert await answers(bot) == "end"
    await expect(desktop.page.locator(".guide-step.done")).to_have_count(1)
    await expect(desktop.page.get_by_role("button", name="Play the story")).to_be_enabled()
    assert sandbox.clock.now().year < 2099


async def test_what_was_done_and_closed_stays_so(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    await guided(desktop, bot, sandbox, http)
    await desktop.phone(ELENA).get_by_role("button", name="🔴 Просрочени").click()
    await answers(bot)
    await expect(desktop.page.locator(".guide-step.done")).to_have_count(1)
    await desktop.page.reload()
    await expect(desktop.page.locator(".guide-step.done")).to_have_count(1)
    await desktop.page.get_by_role("button", name="Close the guide").click()
    await expect(desktop.page.locator("#guide")).to_be_hidden()
    await desktop.page.reload()
    await expect(desktop.phone(ELENA).get_by_role("button", name="🔴 Просрочени")).to_be_visible()
    await expect(desktop.page.locator("#guide")).to_be_hidden()
