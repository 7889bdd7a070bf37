"""Labels of keys as a phone shows them: on one line, cut where there is no room; a calendar's days always have it."""

import pytest
from playwright.async_api import Locator, expect

from tests.page.bot import Bot, buttons
from tests.page.conftest import ANNA, Desktop

CUT = "(node) => node.scrollWidth > node.clientWidth"
LINES = (
    "(node) => Math.round(node.getClientRects()[0].height / parseFloat(getComputedStyle(node).lineHeight))"
)
SHORT, LONG = "✉️ Write to Anna", "💬 Ask us about this journey"


async def shown(desktop: Desktop, bot: Bot, *rows: list[str], width: int) -> Locator:
    await desktop.page.set_viewport_size({"width": width, "height": 844})
    people = desktop.page.get_by_role("navigation", name="People")
    if width < 640:
        await people.get_by_role("button", name="Анна").click()
    await desktop.starts(ANNA)
    await bot.hears()
    keyboard = buttons(*([(label, label) for label in row] for row in rows))
    await bot.call("sendMessage", chat_id=ANNA["id"], text="?", reply_markup=keyboard)
    keys = desktop.phone(ANNA).locator(".key > span:first-child")
    await expect(keys).to_have_count(sum(map(len, rows)))
    return keys


async def test_of_two_in_a_row_the_long_one_is_cut(desktop: Desktop, bot: Bot) -> None:
    keys = await shown(desktop, bot, [SHORT, LONG], width=390)
    assert [await keys.nth(place).evaluate(CUT) for place in (0, 1)] == [False, True]
    assert await keys.nth(1).evaluate(LINES) == 1
    await expect(keys.nth(1).locator("..")).to_have_attribute("title", LONG)


@pytest.mark.parametrize("width", [390, 900, 1600])
async def test_the_days_of_a_calendar_have_room(desktop: Desktop, bot: Bot, width: int) -> None:
    days = [str(day) for day in range(10, 31)]
    weekdays = ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"]
    keys = await shown(desktop, bot, weekdays, *(days[at : at + 7] for at in (0, 7, 14)), width=width)
    for place in range(await keys.count()):
        assert not await keys.nth(place).evaluate(CUT), await keys.nth(place).text_content()
        assert await keys.nth(place).evaluate(LINES) == 1
