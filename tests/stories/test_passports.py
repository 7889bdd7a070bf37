"""Passports: sent in answer, unasked, singly, as albums; checked, rejected, sent again."""

import asyncio
from dataclasses import replace
from typing import Any

from bot.flows.travellers import passport as flow
from domain.entities.deals import Deal
from domain.entities.documents import DocumentKind, DocumentState
from domain.entities.people import Role
from domain.notices.documents import DOCUMENTS_ARRIVED
from domain.ports.desk import Desk
from domain.queries.documents import document_to_see
from domain.usecases.documents import documents
from domain.values.refusals import Refusal
from tests.deals import a_deal, told, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.test_my_deals import paper
from tests.world import World

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + b"\0" * 200 + b"\xff\xd9"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def photo(mark: str) -> tuple[str, str, bytes]:
    """A picture unlike any other mark's."""
    return (f"{mark}.jpg", "image/jpeg", JPEG + mark.encode())


async def papers(world: World, number: int) -> list[tuple[str | None, str, str]]:
    """(whose, state, kind) of every paper of the deal."""

    def work(_desk: Desk, deal: Deal) -> list[tuple[str | None, str, str]]:
        return [
            (one.traveller.name if one.traveller else None, one.state.value, one.kind.value)
            for one in sorted(deal.documents, key=lambda one: one.id)
        ]

    listed: list[tuple[str | None, str, str]] = await with_deal(world, number, work)
    return listed


async def client(world: World, name: str = "Anna", language: str = "en") -> Person:
    person = await world.person(name, language)
    await person.says("/start")
    return person


def sent(*names: str | None) -> list[tuple[str | None, str, str]]:
    return [(name, "sent", "passport") for name in names]


async def test_as_the_flow_tells_it(world: World) -> None:
    anna = await client(world)
    number = await a_deal(world, client=anna, seats=1, travellers=["Anna"])
    before, after = (flow.__doc__ or "").split("Anna: (sends a photo)")
    await play(before, anna)
    await anna.sends(photo("a"), photo=True)
    await play(after, anna)
    assert await papers(world, number) == sent("Anna")


async def test_every_refusal_asks_again(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await a_deal(world, client=anna, seats=1, travellers=["Anna"], responsible=boris)
    await anna.says("/mytrips")
    await anna.taps("📷 Passport: Anna")
    big = {"name": "passport.jpg", "mime": "image/jpeg", "size": 21 * 1024 * 1024}
    word = {
        "name": "visa.docx",
        "mime": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
    program = {"name": "passport.jpg", "mime": "application/x-msdownload", "size": 1000}
    tried: list[tuple[dict[str, Any], str]] = [
        ({"text": "here it is"}, "Please send a photo or a PDF."),
        ({"sticker": "🙂"}, "Please send a photo or a PDF."),
        ({"voice": True}, "✉️ Sent. Boris will answer you here."),
        ({"document": big}, "That file is too big: at most 20 MB."),
        ({"document": word}, "“visa.docx” is not a photo or a PDF."),
        ({"document": program}, "“passport.jpg” is not a photo or a PDF."),
    ]
    for what, why in tried:
        await anna.shares(**what)
        anna.hears(why, "the photo page of Anna's passport")
    assert await papers(world, number) == []
    assert not [notice for notice in await told(world, boris) if notice.startswith("documents_arrived")]

    await anna.sends(("scan.pdf", "application/pdf", PDF))
    anna.hears("Anna's passport: 1 file received.")
    await anna.taps("✅ Done")
    anna.hears("⏳ Anna")
    assert await papers(world, number) == sent("Anna")
    assert len([notice for notice in await told(world, boris) if notice.startswith("documents_arrived")]) == 1


async def test_an_album_is_answered_by_one_message(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await a_deal(world, client=anna, travellers=["Anna", "Ivan"], responsible=boris)
    await anna.says("/mytrips")
    await anna.taps("📷 Passport: Anna")
    before = len(anna.chat)
    await anna.sends(*(photo(mark) for mark in "abcd"), photo=True)
    anna.hears("Anna's passport: 4 files received.")
    answers = [m for m in anna.chat[before:] if m["from"] == "bot"]
    assert len(answers) == 1
    assert await papers(world, number) == sent(*["Anna"] * 4)
    assert len([notice for notice in await told(world, boris) if notice.startswith("documents_arrived")]) == 1

    await anna.sends(photo("a"), photo=True)
    anna.hears("Anna's passport: 4 files received.")
    await anna.taps("📷 Next: Ivan")
    anna.hears("the photo page of Ivan's passport")
    await anna.sends(photo("e"), photo=True)
    await anna.says("When do we leave?")
    anna.hears("✉️ Sent. Boris will answer you here.")
    assert await papers(world, number) == sent(*["Anna"] * 4, "Ivan")
    await anna.says("/mytrips")
    anna.sees_no("📷 Passport")


async def test_an_album_with_one_file_too_big_keeps_the_others(world: World) -> None:
    anna = await client(world)
    number = await a_deal(world, client=anna, seats=1, travellers=["Anna"])
    await anna.says("/mytrips")
    await anna.taps("📷 Passport: Anna")
    sizes = [1000, 21 * 1024 * 1024, 2000, 3000]
    files = [{"name": f"{n}.jpg", "mime": "image/jpeg", "size": size} for n, size in enumerate(sizes)]
    await anna.shares(document=files)
    anna.hears("That file is too big", "3 files received.")
    assert [name for name, _state, _kind in await papers(world, number)] == ["Anna"] * 3


async def test_a_photo_unasked_goes_to_the_only_one_who_lacks_a_passport(world: World) -> None:
    anna = await client(world)
    number = await a_deal(world, client=anna, travellers=["Anna", "Ivan"])
    await with_deal(world, number, lambda desk, deal: _has_passport(desk, deal, "Anna"))
    await anna.sends(photo("i"), photo=True)
    anna.hears("Thank you! Ivan's passport: 1 file received.")
    assert await papers(world, number) == [("Anna", "accepted", "passport"), *sent("Ivan")]
    await anna.sends(photo("i"), photo=True)
    anna.hears("Thank you! Ivan's passport: 1 file received.")
    assert len(await papers(world, number)) == 2

    await anna.taps("↔️ Somebody else's")
    anna.hears("Whose passport is this?")
    await anna.taps("👤 Anna")
    anna.hears("Anna's passport: 1 file received.")
    assert (await papers(world, number))[1] == ("Anna", "sent", "passport")


def _has_passport(desk: Desk, deal: Deal, name: str, state: DocumentState = DocumentState.ACCEPTED) -> None:
    traveller = next(one for one in deal.party if one.name == name)
    deal.documents.append(paper(deal, traveller, state, desk.now))


async def test_whose_is_asked_once_for_everything_that_came(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await a_deal(world, client=anna, travellers=["Anna", "Ivan"], responsible=boris)
    before = len(anna.chat)
    await anna.sends(photo("a"), photo("b"), photo("c"), photo=True, caption="Is this right?")
    anna.hears(
        "Your message has gone to the agency too.", "Thank you, 3 files received. Whose passport is this?"
    )
    assert len([m for m in anna.chat[before:] if m["from"] == "bot"]) == 2
    await anna.sends(("scan.pdf", "application/pdf", PDF))
    anna.hears("4 files received.")
    anna.sees("👤 Anna", "👤 Ivan", "📄 Not a passport")
    await anna.taps("👤 Ivan")
    anna.hears("Ivan's passport: 4 files received.")
    anna.sees("📷 Passport: Anna")
    assert await papers(world, number) == sent(*["Ivan"] * 4)
    heard = await told(world, boris)
    assert any(notice.startswith("question") for notice in heard)
    assert any(notice.startswith("documents_arrived") for notice in heard)


async def test_what_is_no_passport_is_kept_with_the_trip(world: World) -> None:
    anna = await client(world)
    number = await a_deal(world, client=anna)
    await anna.sends(photo("x"), photo=True)
    anna.hears("Whose passport is this?")
    anna.sees("✍️ Add travellers")
    await anna.taps("📄 Not a passport")
    anna.hears("It is with your trip now")
    assert await papers(world, number) == [(None, "sent", DocumentKind.OTHER.value)]


async def test_a_photo_that_came_before_the_traveller(world: World) -> None:
    anna = await client(world)
    number = await a_deal(world, client=anna, seats=1)
    await anna.sends(photo("x"), photo=True)
    await anna.taps("✍️ Add travellers")
    await anna.taps("🙋 Myself")
    await anna.taps("Anna")
    for words in ("17.05.1985", "AB1234567", "17.05.2031"):
        await anna.says(words)
    await anna.taps("✅ Save")
    await anna.taps("📷 The photo is Anna's")
    anna.hears("Anna's passport: 1 file received.")
    assert await papers(world, number) == sent("Anna")


async def test_two_trips_at_once(world: World) -> None:
    anna = await client(world)
    first = await a_deal(world, client=anna, title="Vienna 2028", travellers=["Anna"])
    second = await a_deal(world, client=anna, title="Lisbon 2028", travellers=["Ivan"])
    await anna.sends(photo("x"), photo=True)
    await anna.taps("👤 Anna · Vienna 2028")
    anna.hears("Anna's passport: 1 file received.")
    assert await papers(world, first) == sent("Anna")
    assert await papers(world, second) == []


async def test_what_strangers_send_reaches_a_person(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    eve = await client(world, "Eve")
    before = len(eve.chat)
    await eve.sends(photo("a"), photo("b"), photo("c"), photo=True, caption="Where do these go?")
    eve.hears("✉️ Sent. Tourdesk will answer you here.")
    assert len([m for m in eve.chat[before:] if m["from"] == "bot"]) == 1
    await boris.looks()
    boris.hears("Eve: 🖼 3 photos", "Where do these go?")
    assert sum(bool(m.get("file")) for m in boris.chat) == 3


async def test_one_tap_each_until_all_are_checked(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await a_deal(
        world, client=anna, travellers=["Anna", "Ivan"], responsible=boris, step="documents.received"
    )
    for name in ("Anna", "Ivan"):
        await anna.says("/mytrips")
        await anna.taps(f"📷 Passport: {name}")
        await anna.sends(photo(name), photo=True)
        await anna.taps("✅ Done")
    await boris.looks()
    boris.hears("Anna has sent documents", ", to check: 2", "📄 Anna · passport")
    boris.hears("AB1234567, expires 17 May 2031")
    boris.sees("✅ Accept", "❌ Reject")
    await boris.taps("✅ Accept")
    boris.hears("✅ Anna: accepted", "📄 Ivan · passport [")
    await boris.taps("◀ Back")
    boris.hears("Documents · #1", "✅ Anna · passport accepted", "⏳ Ivan · passport being checked")
    await boris.taps("👁 Check passports · 1")
    await boris.taps("✅ Accept")
    boris.hears("✅ Ivan: accepted", "All passports of #1 are accepted.", "Stage: Deposit")
    boris.sees("💶 €200 received")
    assert {state for _name, state, _kind in await papers(world, number)} == {"accepted"}
    await anna.says("/mytrips")
    anna.hears("✅ Anna · passport accepted", "✅ Ivan · passport accepted")


async def test_a_tapped_reason_keeps_no_buttons_when_the_next_paper_comes(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await a_deal(world, client=anna, travellers=["Anna", "Ivan"], responsible=boris)
    for name in ("Anna", "Ivan"):
        await anna.says("/mytrips")
        await anna.taps(f"📷 Passport: {name}")
        await anna.sends(photo(name), photo=True)
        await anna.taps("✅ Done")
    await boris.says(f"/deals {number}")
    await boris.taps("📄 Documents")
    await boris.taps("👁 Check passports · 2")
    await boris.taps("❌ Reject")
    await boris.taps("Blurred")
    boris.hears("📄 Ivan · passport [")
    asked = next(message for message in boris.chat if "What is wrong with" in message["text"])
    assert not asked["buttons"]


async def test_the_notice_is_the_photo_with_the_yes_and_no_to_it(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await client(world)
    number = await a_deal(world, client=anna, seats=1, travellers=["Anna"], responsible=boris)
    await anna.sends(photo("first"), photo=True)
    await boris.looks()
    notice = boris.last
    assert notice["file"]
    boris.hears("Документи от Anna", "📄 Anna · паспорт", "AB1234567")
    await boris.taps("❌ Отхвърли")
    await boris.taps("✖ Отказ")
    await boris.taps("✅ Приеми")
    assert await papers(world, number) == [("Anna", "accepted", "passport")]
    boris.hears("Anna: приет")
    assert not next(one for one in boris.chat if one["message_id"] == notice["message_id"])["buttons"]

    other = await a_deal(world, client=anna, seats=1, travellers=["Ivan"], responsible=boris)
    await anna.says("/mytrips")
    await anna.sends(photo("second"), photo=True)
    await boris.looks()
    await kalina.says(f"/deals {other}")
    await kalina.taps("📄 Documents")
    await kalina.taps("👁 Check passports · 1")
    await kalina.taps("✅ Accept")
    await boris.taps("✅ Приеми")
    assert "Kalina" in boris.toast
    boris.hears(f"Документи · № {other}", "✅ Ivan")


async def test_whose_it_is_the_notice_says_as_soon_as_it_is_said(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    await a_deal(world, client=anna, travellers=["Anna", "Ivan"], responsible=boris)
    await anna.sends(photo("first"), photo=True)
    await boris.looks()
    boris.hears("📎 photo.jpg of Anna")
    boris.sees("👁 Check documents")
    boris.sees_no("✅ Accept")
    told = len(boris.chat)
    await anna.taps("👤 Ivan")
    await boris.looks()
    boris.hears("📄 Ivan · passport")
    await boris.taps("✅ Accept")
    boris.hears("✅ Ivan: accepted")
    assert len(boris.chat) == told + 2, "it was changed where it stood, and nothing said again"


async def test_the_same_photo_again_is_nobody_elses(world: World) -> None:
    anna = await client(world)
    number = await a_deal(world, client=anna, travellers=["Anna", "Ivan"])
    await anna.says("/mytrips")
    await anna.taps("📷 Passport: Anna")
    await anna.sends(photo("a"), photo=True)
    await anna.taps("✅ Done")
    await anna.sends(photo("a"), photo=True)
    anna.hears("Thank you! Anna's passport: 1 file received.")
    assert await papers(world, number) == sent("Anna")
    await anna.sends(photo("i"), photo=True)
    anna.hears("Thank you! Ivan's passport: 1 file received.")
    assert await papers(world, number) == sent("Anna", "Ivan")


async def _a_photo_to_check(world: World, anna: Person, boris: Person) -> int:
    """Boris looks at Anna's photo."""
    number = await a_deal(world, client=anna, seats=1, travellers=["Anna"], responsible=boris)
    await anna.sends(photo("first"), photo=True)
    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    await boris.taps("👁 Check passports · 1")
    return number


async def test_rejected_in_the_clients_language_and_sent_again(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await _a_photo_to_check(world, anna, boris)
    await boris.taps("❌ Reject")
    boris.hears("What is wrong with Anna's passport photo?")
    boris.sees("Blurred", "Cut off", "Wrong page", "Expired", "Not a passport")
    await boris.taps("Blurred")
    assert "Anna has been asked for another one." in boris.toast
    boris.hears("Documents · #1", "❌ Anna · passport: the photo is blurred.")
    await anna.looks()
    anna.hears("Anna's passport photo: the photo is blurred.")

    await anna.taps("📷 Send again")
    anna.hears("the photo page of Anna's passport")
    await anna.sends(photo("first"), photo=True)
    anna.hears("This file was already rejected. Please send another one.")
    await anna.sends(photo("second"), photo=True)
    anna.hears("1 file received.")
    await anna.taps("✅ Done")
    assert [state for _name, state, _kind in await papers(world, number)] == ["rejected", "sent"]

    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    await boris.taps("👁 Check passports · 1")
    await boris.taps("❌ Reject")
    await boris.says("The <b>number</b> is under a thumb")
    boris.hears("Anna has been asked for another one.")
    await anna.looks()
    anna.hears("The <b>number</b> is under a thumb")


async def test_two_managers_at_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    anna = await client(world)
    number = await _a_photo_to_check(world, anna, boris)
    await kalina.says("/deals 1")
    await kalina.taps("📄 Documents")
    await kalina.taps("👁 Check passports · 1")
    await asyncio.gather(boris.taps("✅ Accept"), kalina.taps("✅ Accept"))
    late = boris if boris.alert else kalina
    early = kalina if boris.alert else boris
    assert late.alert
    assert f"{early.name} has already checked this document" in late.toast
    late.hears(f"Accepted: {early.name}")
    assert await papers(world, number) == [("Anna", "accepted", "passport")]


async def test_staff_send_for_a_client_without_telegram(world: World) -> None:
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    number = await a_deal(world, client="Maria Ivanova", seats=1, travellers=["Maria"], responsible=kalina)
    await kalina.says("/deals 1")
    await kalina.taps("📄 Documents")
    await kalina.taps("📷 Send a passport")
    await kalina.sends(photo("a"), photo("b"), photo=True)
    kalina.hears("Maria's passport: 2 files received.")
    await kalina.taps("✅ Done")
    kalina.hears("Documents · #1", "⏳ Maria")
    await kalina.taps("👁 Check passports · 2")
    await kalina.taps("❌ Reject")
    await kalina.taps("Cut off")
    assert "please call" in kalina.toast
    await kalina.taps("✅ Accept")
    kalina.hears("All passports of #1 are accepted.")
    assert [state for _name, state, _kind in await papers(world, number)] == ["rejected", "accepted"]


async def test_nobodys_file_is_given_to_somebody_by_the_manager(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await a_deal(world, client=anna, travellers=["Anna", "Ivan"], responsible=boris)
    await anna.sends(photo("x"), photo=True)
    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    boris.hears("1 file: whose is it?")
    await boris.taps("👁 Check passports · 1")
    boris.sees_no("✅ Accept")
    await boris.taps("👤 Ivan")
    boris.hears("📄 Ivan · passport")
    await boris.taps("✅ Accept")
    assert await papers(world, number) == [("Ivan", "accepted", "passport")]


async def test_who_may_not_look_does_not(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna, eve = await client(world), await client(world, "Eve")
    number = await _a_photo_to_check(world, anna, boris)
    accept: Any = boris.last["buttons"][0][0]["callback_data"]
    others = [
        eve,
        anna,
        await world.colleague("Ivan", Role.ACCOUNTANT),
        await world.colleague("Guide", Role.GUIDE),
    ]
    for other in others:
        await other.says("/start")
        await other.forges(accept, other.last["message_id"])
        other.hears_nothing_of("AB1234567")
    assert await papers(world, number) == sent("Anna")

    def try_all(desk: Desk, deal: Deal) -> list[str]:
        kinds = []
        for other in others:
            person = desk.repositories.people.by_telegram_id(other.id)
            assert person is not None
            staff, own = desk.repositories.staff.of(person), desk.repositories.clients.of(person)
            there = replace(desk, actor=replace(desk.actor, person=person, staff=staff, client=own))
            for act in (document_to_see, documents.accept_document):
                try:
                    act(there, deal.documents[0].id)
                except Refusal as refusal:
                    kinds.append(refusal.kind)
        return kinds

    assert await with_deal(world, number, try_all) == ["forbidden"] * 8
    await boris.taps("✅ Accept")
    assert await papers(world, number) == [("Anna", "accepted", "passport")]


async def test_papers_that_came_to_another_bot_are_shown_from_our_own_store(world: World) -> None:
    """After a restore to another bot Telegram knows none of the files that were sent to the one before."""
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await client(world)
    number = await a_deal(
        world, client=anna, travellers=["Anna", "Ivan"], responsible=boris, step="documents.received"
    )
    scans = {name: (f"{name}.pdf", "application/pdf", PDF + name.encode()) for name in ("Anna", "Ivan")}
    for name, scan in scans.items():
        await anna.says("/mytrips")
        await anna.taps(f"📷 Passport: {name}")
        await anna.sends(scan)
        await anna.taps("✅ Done")
    await world.settle()

    def to_another_bot(_desk: Desk, deal: Deal) -> None:
        for one in deal.documents:
            one.file.source = f"another bot's {one.id}"

    def tell_again(desk: Desk, deal: Deal) -> None:
        assert deal.responsible is not None
        for one in deal.documents:
            them, key = deal.responsible.person, f"again {one.id}"
            desk.notify(them, DOCUMENTS_ARRIVED, key, deal=deal.id, document=one.id)

    await with_deal(world, number, to_another_bot)
    await boris.says("/deals 1")
    await boris.taps("📄 Documents")
    await boris.taps("👁 Check passports · 2")
    boris.hears("📄 Anna · passport [", "AB1234567, expires 17 May 2031")
    [_told, shown] = [one for one in boris.chat if one.get("file")]
    assert shown["file"]["name"] == "Anna.pdf"
    assert (
        world.sandbox.world.files._by_id[shown["file"]["url"].rpartition("/")[2]].content()
        == scans["Anna"][2]
    )

    spoiled = await with_deal(world, number, lambda _desk, deal: deal.documents[1].file.content_hash)
    await world.files.remove(spoiled)
    before = len(boris.chat)
    await with_deal(world, number, tell_again)
    await world.settle()
    await boris.looks()
    in_a_photo, in_words = boris.chat[before:]
    assert in_a_photo["file"]["name"] == "Anna.pdf"
    assert not in_words["file"]
    boris.sees("👁 Check documents")
    await boris.taps("✅ Accept")
    boris.hears("Ivan")
    boris.sees("✅ Accept")
