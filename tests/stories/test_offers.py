"""Offers: pasted by a colleague, sent as cards, asked about, declined, expired, and taken: then it is a deal."""

import asyncio
from datetime import timedelta

from domain.entities.people import Role
from tests.stories.asking import asks_for_lisbon
from tests.world import World


async def test_offers_are_sent_and_one_of_them_becomes_the_deal(world: World) -> None:
    li = await world.colleague("Li", Role.MANAGER, "zh")
    anna = await world.person("Anna")
    await asks_for_lisbon(anna, phone="0888123456")
    await li.says("/offer 99")
    li.hears("没有")
    await li.says("/offer")
    await li.taps("№1 ·")
    await li.shares(sticker="👍")
    li.hears("提供什么方案？")
    await li.says(
        "Alfama Palace HB, 12.07-20.07, 900, 底价 777, 有效期至3月3日\nTejo View, 12.07-20.07, 1000, 底价 800"
    )
    await li.taps("跳过")
    li.hears("方案：Alfama Palace", "净价：€777", "Tejo View", "€1,000")
    await li.taps("✅ 保存")
    await li.taps("📨 发给客户")
    await li.taps("📨 发送 2 个")
    await world.turn(timedelta(minutes=1))
    await anna.looks()
    anna.hears(
        "🛍 Alfama Palace",
        "Dates: 12 July – 20 July, 8 nights",
        "half board",
        "€900 for 2 people",
        "Tejo View",
    )
    anna.hears_nothing_of("777", "800", "Li", "net")

    seen = anna.last["buttons"][0][0]["callback_data"]
    await anna.taps("💬 Ask")
    await anna.says("Is there a pool?")
    await world.turn(timedelta(minutes=1))
    await li.looks()
    li.hears("Tejo View: Is there a pool?")
    await li.says("/offer 1")
    await li.taps("🛍 Tejo View")
    await li.taps("✏️ 修改")
    await li.taps("✏️ 修改")
    await li.taps("✏️ 价格")
    await li.says("1050")
    await li.taps("✅ 保存")
    await anna.looks()
    anna.hears("The offer has changed:", "Tejo View", "€1,050 for 2 people")
    await anna.forges(seen)
    assert "has changed" in anna.toast
    anna.hears("Tejo View", "€1,050 for 2 people")
    await anna.taps("✖ No, thank you")
    await anna.taps("The price")
    anna.hears("We have received your inquiry")
    await world.turn(timedelta(minutes=2))
    await li.looks()
    li.hears("Anna 婉拒了 Tejo View", "原因：价格")

    await anna.taps("🛍 Offers · 2")
    await anna.taps("🛍 Alfama Palace")
    await world.turn(timedelta(days=3))
    await anna.taps("✅ Take it")
    anna.hears("This offer is no longer valid.")
    await anna.taps("🔁 Is it still available?")
    await world.turn(timedelta(minutes=1))
    await li.looks()
    li.hears("Alfama Palace: Is it still available?")
    await li.says("/offer 1")
    await li.taps("🛍 Alfama Palace")
    await li.taps("✏️ 修改")
    await li.taps("✏️ 修改")
    await li.taps("✏️ 有效期至")
    await li.taps("跳过")
    await li.taps("✅ 保存")
    await world.turn(timedelta(minutes=1))
    await anna.looks()
    anna.hears("The offer has changed:", "Alfama Palace")
    button = anna.last["buttons"][0][0]["callback_data"]
    await asyncio.gather(anna.forges(button), anna.forges(button))
    await world.turn(timedelta(minutes=1))
    await li.looks()
    li.hears("Anna 选定了 Alfama Palace", "€900 · 1 号订单归您")
    await li.says("/deals 1")
    li.hears("来自方案：Alfama Palace · 净价 €777")
    await li.says("/deals 2")
    li.hears("没有")
