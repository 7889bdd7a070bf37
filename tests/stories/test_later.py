"""A message is written now and sent later; until then it is seen, changed, moved and taken back."""

from datetime import timedelta

from domain.entities.people import Role
from tests.world import World


async def test_a_message_goes_at_a_decent_hour_and_another_not_at_all(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER, "bg")
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    mei = await world.person("李美", "zh")
    await mei.says("/start")
    await mei.says("什么时候出发？")
    await boris.says("李美")
    await boris.taps("✉️ Пиши на клиента")
    await boris.taps("🕒 Изпрати по-късно")
    boris.hears("Какво да предам по-късно на 李美?")
    await boris.says("大巴六点出发。")
    for wrong, why in (
        ("вчера", "Тази дата вече мина."),
        ("5.05.2029", "Дотогава има повече от година."),
        ("когато можеш", "Това не ми прилича на дата."),
    ):
        await boris.says(wrong)
        boris.hears(why, "Кога? Ден и час")
    await boris.shares(sticker="👍")
    boris.hears("Това не ми прилича на дата.")
    await boris.says("утре в 4")
    boris.hears("Кой час имате предвид?")
    boris.sees("🕒 вторник, 2 март, 04:00", "🕒 вторник, 2 март, 16:00")
    await boris.says("утре в 23:30")
    boris.hears("По това време там не се пише", "Ще бъде изпратено на 3 март, 09:00 до 李美.")
    await boris.taps("✏️ Промени текста")
    await boris.says("大巴七点从另一侧出发。")
    await boris.taps("🕒 Друг час")
    await boris.taps("🕒 Утре в 9:00")
    boris.hears("大巴七点从另一侧出发。", "Ще бъде изпратено на 2 март, 09:00")

    await kalina.says("李美")
    await kalina.taps("🕒 Later · 1")
    await kalina.taps("✉️ 李美")
    kalina.hears("written by Boris")
    kalina.sees_no("↩️ Take back")
    await kalina.taps("◀ Back")
    await kalina.taps("✉️ Write one more")
    await kalina.says("再见")
    await kalina.taps("🕒 Today at 18:00")
    await kalina.taps("↩️ Take back")
    kalina.sees("🕒 Later · 1")

    await world.turn(timedelta(hours=20, minutes=59))
    await mei.looks()
    mei.hears_nothing_of("另一侧", "再见")
    await world.turn(timedelta(minutes=1))
    await world.turn(timedelta(minutes=1))
    await mei.looks()
    mei.hears("💬 Boris，Tourdesk", "大巴七点从另一侧出发。")
    assert sum("另一侧" in one["text"] for one in mei.chat) == 1
    mei.hears_nothing_of("再见")
    await boris.says("李美")
    boris.sees_no("🕒 За после")
