"""The page around the phones: small screens, the clock, people who come, block, and change their language."""

import re
from datetime import UTC, datetime

from aiohttp import ClientSession
from playwright.async_api import expect

from sandbox import Sandbox
from tests.page.bot import Bot
from tests.page.conftest import ANNA, ELENA, Desktop


async def test_a_small_screen_shows_one_phone_and_switches(desktop: Desktop) -> None:
    await desktop.page.set_viewport_size({"width": 390, "height": 844})
    await expect(desktop.phone(ELENA)).to_be_in_viewport(ratio=0.9)
    await expect(desktop.phone(ANNA)).not_to_be_in_viewport()
    people = desktop.page.get_by_role("navigation", name="People")
    await people.get_by_role("button", name="Анна").click()
    await expect(desktop.phone(ANNA)).to_be_in_viewport(ratio=0.9)
    await expect(people.get_by_role("button", name="Анна")).to_have_attribute("aria-current", "true")


async def test_news_on_a_hidden_phone_mark_its_chip(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await desktop.page.set_viewport_size({"width": 390, "height": 844})
    people = desktop.page.get_by_role("navigation", name="People")
    await people.get_by_role("button", name="Елена").click()
    await expect(desktop.phone(ANNA)).not_to_be_in_viewport()
    await bot.call("sendMessage", chat_id=ANNA["id"], text="Завтра едем")
    await expect(people.get_by_role("button", name="Анна").get_by_label("something new")).to_be_visible()


async def test_the_clock_is_turned_by_a_button(desktop: Desktop, sandbox: Sandbox) -> None:
    await expect(desktop.page.locator("#clock-time")).to_contain_text("UTC")
    before = sandbox.clock.now()
    await desktop.page.get_by_role("button", name="One day later").click()
    await expect(desktop.page.get_by_role("status").filter(has_text="It is now")).to_be_visible()
    assert 24 <= (sandbox.clock.now() - before).total_seconds() / 3600 < 25


async def test_hours_are_those_of_the_zone_that_is_named(
    desktop: Desktop, bot: Bot, sandbox: Sandbox, http: ClientSession
) -> None:
    sandbox.clock.set(datetime(2027, 7, 1, 21, 30, tzinfo=UTC))
    await desktop.starts(ANNA)
    await bot.hears()
    async with http.post(f"{sandbox.url}/sim/clock", json={"zone": "Europe/Sofia"}) as answer:
        assert answer.status == 200
    await expect(desktop.page.locator("#clock-time")).to_contain_text("Sofia")
    await expect(desktop.page.locator("#clock-day")).to_have_text("Fri, 2 Jul 2027")
    await desktop.page.reload()
    await expect(desktop.phone(ANNA).locator(".stamp time").first).to_have_text(re.compile("^00:3"))
    async with http.post(f"{sandbox.url}/sim/clock", json={"zone": "Europe/Atlantis"}) as answer:
        assert answer.status == 400


async def test_a_chinese_name_has_the_family_first(
    desktop: Desktop, sandbox: Sandbox, http: ClientSession
) -> None:
    mei = {"id": 3, "first_name": "美", "last_name": "李", "language_code": "zh"}
    async with http.post(f"{sandbox.url}/sim/people", json=mei) as answer:
        assert answer.status == 200
    await expect(desktop.phone(mei).locator(".caption-words b")).to_have_text("李美")
    await expect(desktop.phone(mei).locator(".caption .avatar")).to_have_text("李美")
    assert sandbox.world.people[3].name == "李美"


async def test_a_landmark_sets_the_clock(desktop: Desktop, sandbox: Sandbox, http: ClientSession) -> None:
    mark = {"label": "Ohrid 29.10.2027 — the day before", "at": "2027-10-28T16:00:00+00:00"}
    async with http.post(f"{sandbox.url}/sim/landmarks", json=[mark]) as answer:
        assert answer.status == 200
    await desktop.page.get_by_role("button", name="Ohrid 29.10.2027").click()
    await expect(desktop.page.locator("#clock-day")).to_have_text("Thu, 28 Oct 2027")
    assert sandbox.clock.now() >= datetime(2027, 10, 28, 16, tzinfo=UTC)


async def test_the_bot_is_ready_once_it_asks_for_updates(desktop: Desktop, bot: Bot) -> None:
    state = desktop.page.locator("#bot-state")
    await expect(state).to_have_text("starting…")
    await desktop.starts(ANNA)
    await bot.hears()
    await expect(state).to_have_text("ready")


async def test_staff_and_clients_differ_at_a_glance(desktop: Desktop) -> None:
    await expect(desktop.phone(ELENA).locator(".tag")).to_have_text("manager")
    await expect(desktop.phone(ANNA).locator(".tag")).to_have_text("client")


async def test_a_person_blocks_and_comes_back(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    phone = desktop.phone(ANNA)
    await phone.get_by_role("button", name="More for").click()
    await desktop.page.get_by_role("menuitem", name="Block the bot").click()
    assert (await bot.hears("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await phone.get_by_role("button", name="Unblock", exact=True).click()
    assert (await bot.hears("my_chat_member"))["new_chat_member"]["status"] == "member"
    await expect(phone.get_by_role("textbox")).to_be_visible()


async def test_a_person_changes_their_language(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    assert (await bot.hears())["from"]["language_code"] == "ru"
    async with desktop.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await desktop.phone(ANNA).get_by_label("Language of Анна Соколова").select_option("zh")
    await desktop.says(ANNA, "你好")
    assert (await bot.hears())["from"]["language_code"] == "zh"


async def test_somebody_new_comes(desktop: Desktop, bot: Bot) -> None:
    await desktop.page.get_by_role("button", name="Add a person").click()
    form = desktop.page.get_by_role("dialog", name="Add a person")
    await form.get_by_label("First name").fill("晓明")
    await form.get_by_label("Language").select_option("zh")
    await form.get_by_role("button", name="Add", exact=True).click()
    newcomer = {"id": 3}
    await expect(desktop.phone(newcomer)).to_contain_text("晓明")
    await desktop.starts(newcomer)
    assert (await bot.hears())["from"]["language_code"] == "zh"


async def test_the_commands_menu_sends_a_command(desktop: Desktop, bot: Bot) -> None:
    await bot.call("setMyCommands", commands=[{"command": "trips", "description": "Departures"}])
    await desktop.starts(ELENA)
    await bot.hears()
    await desktop.phone(ELENA).get_by_role("button", name="Menu", exact=True).click()
    await desktop.page.get_by_role("menuitem", name="Departures").click()
    assert (await bot.hears())["text"] == "/trips"


async def test_a_long_chat_opens_at_its_end_and_goes_back_by_pages(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ELENA)
    for number in range(200):
        await bot.call("sendMessage", chat_id=ELENA["id"], text=f"бележка {number}")
    await desktop.page.reload()
    await expect(desktop.phone(ELENA).get_by_text("бележка 199")).to_be_in_viewport()
    await desktop.phone(ELENA).get_by_role("button", name="Earlier messages").click()
    await expect(desktop.phone(ELENA).get_by_text("бележка 0", exact=True)).to_have_count(1)
    await desktop.phone(ELENA).get_by_role("button", name="Go to the newest message").click()
    await expect(desktop.phone(ELENA).get_by_text("бележка 199")).to_be_in_viewport()
    await expect(desktop.phone(ELENA).get_by_role("button", name="Go to the newest message")).to_be_hidden()
