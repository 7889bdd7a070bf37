"""A client's file: what is known of them, told by themselves or kept by colleagues, and all that was between us in order."""

from domain.entities.people import Role
from tests.deals import a_deal
from tests.stories.asking import asks_for_lisbon
from tests.world import World


async def test_what_a_client_tells_stands_in_the_file_until_a_colleague_corrects_it(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    maria = await world.person("Maria", language="ru")
    await maria.says("/start")
    await a_deal(world, client=maria, responsible=boris)

    await maria.says("/start")
    await maria.taps("🙋 Обо мне")
    maria.hears("E-mail: —", "День рождения: —")
    await maria.taps("✏️ E-mail")
    await maria.says("maria")
    maria.hears("Это не похоже на адрес e-mail.")
    await maria.says("Maria@Example.com")
    maria.hears("E-mail: maria@example.com")
    await maria.taps("✏️ Удобный способ связи")
    await maria.taps("телефон")
    maria.hears("Удобный способ связи: телефон")

    await boris.says("maria@example")
    boris.hears(
        "E-mail: maria@example.com · told by the client", "Reached best by: phone · told by the client"
    )
    await boris.taps("👤 All details")
    await boris.taps("Contact")
    await boris.taps("✏️ E-mail")
    boris.hears("Now: maria@example.com")
    await boris.says("maria@travel.example")
    boris.hears("E-mail: maria@travel.example")
    boris.hears_nothing_of("maria@travel.example · told by the client")


async def test_a_colleague_fills_in_how_a_client_travels(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    await a_deal(world, client="Anna Petrova")

    await boris.says("Anna Petrova")
    await boris.taps("👤 All details")
    await boris.taps("Travel wishes")
    await boris.taps("✍️ Fill in")
    boris.hears("Anna Petrova: Stars")
    await boris.says("7")
    boris.hears("from 1 to 5")
    await boris.taps("3")
    await boris.taps("10")
    await boris.taps("half board")
    await boris.taps("second line")
    await boris.says("every July")
    await boris.says("no nuts")
    await boris.taps("Was it near enough to the sea?")
    boris.hears("Stars: 3 stars", "Nights: 10 nights", "Board: half board", "Diet and health: no nuts")
    await boris.taps("✏️ Board")
    await boris.taps("🗑 Leave it empty")
    boris.hears("Board: —")
    await boris.taps("◀ Back")
    await boris.taps("Notes of ours")
    await boris.taps("✏️ Tags")
    await boris.says("vip, family")
    boris.hears("Tags: #vip #family")
    await boris.taps("✏️ Tags")
    await boris.taps("✖ #vip")
    boris.hears("Tags: #family")
    await boris.taps("✏️ Responsible")
    await boris.taps("Boris")
    boris.hears("Responsible: Boris")

    await ivan.says("#family")
    ivan.hears("Every July, 3 stars, 10 nights.", "Ask: Was it near enough to the sea?", "Tags: #family")
    ivan.hears_nothing_of("no nuts")
    await ivan.taps("👤 All details")
    ivan.hears("Habit: every July")
    ivan.sees_no("Travel wishes")
    await boris.says("#family")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Changed: Diet and health", "Nights: 10 nights; before: —")
    boris.hears_nothing_of("no nuts")


async def test_all_that_was_between_us_in_order(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    maria = await world.person("Maria", language="bg")
    await maria.says("/start")
    await a_deal(world, client=maria, responsible=boris)
    await boris.says("/deals 1")
    for answer in ("💶 Payments", "💶 Record a payment", "Deposit: €200", "Cash", "Today", "✅ Record it"):
        await boris.taps(answer)
    for number in range(6):
        await maria.says(f"Въпрос {number}")
    await boris.says("Maria")
    await boris.taps("📖 Timeline")
    boris.hears("1. 💬 1 March, 12:00 · Maria\nAsked: “Въпрос 5”", "5. 💬", "Въпрос 1")
    boris.hears_nothing_of("Въпрос 0")
    await boris.taps("Next ▶")
    boris.hears("1. 💬", "Въпрос 0")
    await boris.taps("◀ Previous")
    boris.hears("Въпрос 5")
    await boris.taps("2")
    boris.hears("1 March, 12:00 · Maria", "Въпрос 4")
    await boris.taps("◀ Back")
    await boris.taps("💶 Payments")
    boris.hears("1. 💶 1 March, 12:00 · Boris\n", "€200")
    boris.hears_nothing_of("Въпрос")
    await boris.taps("1")
    boris.hears("€200")
    await boris.taps("◀ Back")
    await boris.taps("📄 Documents")
    boris.hears("Nothing yet.")


async def test_how_a_client_is_addressed_and_called_on_telegram(world: World) -> None:
    """Калина записва как се казва Роза в Telegram и на какъв език ѝ се пише; после Роза сама избира друг."""
    kalina = await world.colleague("Калина", Role.MANAGER, "bg")
    await a_deal(world, client="Роза Иванова")
    await kalina.says("Роза")
    await kalina.taps("👤 Всички данни")
    await kalina.taps("Контакт")
    await kalina.taps("✏️ Telegram")
    await kalina.says("роза")
    kalina.hears("Това не прилича на потребителско име в Telegram.")
    await kalina.says("t.me/Rosa_Iv")
    kalina.hears("Telegram: @rosa_iv")
    await kalina.taps("✏️ Език")
    await kalina.taps("Русский")
    kalina.hears("Език: Русский")
    assert len(kalina.buttons) <= 9

    rosa = await world.person("Rosa", username="rosa_IV")
    await asks_for_lisbon(rosa)
    await kalina.says("@rosa_iv")
    kalina.sees("👤 Роза Иванова", "👤 Rosa")
    await kalina.taps("👤 Роза Иванова")
    kalina.hears("Същият човек? Rosa", "Telegram: @rosa_iv", "Език: Русский")
    await kalina.taps("🪞 Същият човек?")
    kalina.hears("И двамата имат едно и също потребителско име в Telegram.")
    await kalina.taps("🤝 Обедини, запази Роза Иванова")
    await rosa.says("/mytrips")
    rosa.hears("Мои поездки")

    await rosa.says("/language")
    await rosa.taps("中文")
    await kalina.says("Роза")
    await kalina.taps("👤 Всички данни")
    kalina.hears("Telegram: @rosa_iv", "Език: 中文 · по думите на клиента")
    await kalina.taps("Контакт")
    kalina.sees_no("✏️ Език", "✏️ Telegram")

    ivan = await world.person("Ivan", phone="+359888123456")
    await asks_for_lisbon(ivan)
    await kalina.shares(contact={"phone_number": "+359888123456", "first_name": "Roza", "user_id": rosa.id})
    kalina.hears("Познат клиент: Роза Иванова")
