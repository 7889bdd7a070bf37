"""Photos, papers, places and numbers that pass between the page and the bot."""

from pathlib import Path

from playwright.async_api import FilePayload, Page, expect

from sandbox import Sandbox
from tests.page.bot import Bot
from tests.page.conftest import ANNA, Desktop

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
PASSPORT: FilePayload = {"name": "passport.png", "mimeType": "image/png", "buffer": PNG}
VISA: FilePayload = {"name": "visa.png", "mimeType": "image/png", "buffer": PNG}


async def attaches(desktop: Desktop, what: str, *files: FilePayload) -> None:
    await chooses(desktop, what, files=files)


async def chooses(desktop: Desktop, what: str, *, files: tuple[FilePayload, ...] = ()) -> None:
    await desktop.phone(ANNA).get_by_role("button", name="Attach").click()
    item = desktop.page.get_by_role("menuitem", name=what)
    if not files:
        await item.click()
        return
    async with desktop.page.expect_file_chooser() as chooser:
        await item.click()
    await (await chooser.value).set_files(list(files))


async def test_a_photo_goes_with_its_caption(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await attaches(desktop, "Photos", PASSPORT)
    await desktop.says(ANNA, "Мой паспорт")
    heard = await bot.hears()
    assert heard["photo"]
    assert heard["caption"] == "Мой паспорт"
    await expect(desktop.phone(ANNA).locator(".own .picture img")).to_be_visible()


async def test_a_video_and_a_video_message_show_how_long_they_are(
    desktop: Desktop, bot: Bot, sandbox: Sandbox
) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await chooses(desktop, "Video message")
    assert (await bot.hears())["video_note"]["length"]
    phone = desktop.phone(ANNA)
    await expect(phone.get_by_role("button", name="Play video message")).to_contain_text("0:03")
    film = await bot.call("sendVideo", chat_id=ANNA["id"], video=_film(sandbox), caption="The lake")
    assert film["video"]["duration"] == 75
    await expect(phone.get_by_role("button", name="Play video", exact=True)).to_contain_text("1:15")
    await expect(phone.locator(".bubble").last).to_contain_text("The lake")


def _film(sandbox: Sandbox) -> str:
    """The bot's own, known by its file_id."""
    stored = sandbox.telegram.world.files.keep("video", "lake.mp4", "video/mp4", None, 90_000)
    stored.width, stored.height, stored.seconds = 640, 480, 75
    return stored.id


async def test_several_photos_are_one_album(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await attaches(desktop, "Photos", PASSPORT, VISA)
    await desktop.phone(ANNA).get_by_role("button", name="Send", exact=True).click()
    first, second = await bot.hears(), await bot.hears()
    assert first["media_group_id"] == second["media_group_id"]
    await expect(desktop.phone(ANNA).locator(".album img")).to_have_count(2)


async def test_a_picture_may_go_as_a_file(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await attaches(desktop, "Files", PASSPORT)
    await desktop.phone(ANNA).get_by_role("button", name="Send", exact=True).click()
    assert (await bot.hears())["document"]["file_name"] == "passport.png"


async def test_a_file_is_dropped_on_the_phone(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    carried = await desktop.page.evaluate_handle(
        """() => {
            const carried = new DataTransfer();
            carried.items.add(new File(["a visa"], "visa.pdf", { type: "application/pdf" }));
            return carried;
        }"""
    )
    phone = desktop.phone(ANNA)
    await phone.locator(".middle").dispatch_event("drop", {"dataTransfer": carried})
    await expect(phone.get_by_role("group", name="Files to send")).to_contain_text("visa.pdf")
    await phone.get_by_role("button", name="Send", exact=True).click()
    assert (await bot.hears())["document"]["file_name"] == "visa.pdf"
    await expect(phone.get_by_role("group", name="Files to send")).to_be_hidden()


async def test_a_voucher_is_downloaded(desktop: Desktop, bot: Bot, tmp_path: Path) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    voucher = b"%PDF-1.4\nvoucher\n%%EOF\n"
    await bot.send_document(ANNA["id"], "Ваучер Охрид.pdf", voucher, "application/pdf")
    async with desktop.page.expect_download() as downloading:
        await desktop.phone(ANNA).get_by_role("link", name="Download Ваучер Охрид.pdf").click()
    download = await downloading.value
    assert download.suggested_filename == "Ваучер Охрид.pdf"
    await download.save_as(tmp_path / "voucher.pdf")
    assert (tmp_path / "voucher.pdf").read_bytes() == voucher


async def test_a_place_and_a_number_become_cards(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await chooses(desktop, "My contact")
    assert (await bot.hears())["contact"]["phone_number"] == ANNA["phone"]
    await chooses(desktop, "Location")
    await desktop.page.get_by_role("button", name="Ohrid").click()
    await desktop.page.get_by_role("button", name="Send", exact=True).last.click()
    assert round((await bot.hears())["location"]["latitude"]) == 41
    phone = desktop.phone(ANNA)
    await expect(phone.locator(".contact")).to_contain_text("+79161234567")
    await expect(phone.locator(".place")).to_contain_text("41.11231, 20.80178")


async def test_a_sticker_and_a_voice(desktop: Desktop, bot: Bot) -> None:
    await desktop.starts(ANNA)
    await bot.hears()
    await chooses(desktop, "Sticker")
    await desktop.page.get_by_role("button", name="Sticker 👍").click()
    assert (await bot.hears())["sticker"]["emoji"] == "👍"
    await chooses(desktop, "Voice")
    assert "voice" in await bot.hears()
    await expect(desktop.phone(ANNA).get_by_role("button", name="Play voice message")).to_be_visible()


async def test_nothing_comes_from_elsewhere(window: Page, sandbox: Sandbox) -> None:
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    await window.goto(sandbox.url)
    await expect(window.get_by_role("heading", name="Tourdesk")).to_be_visible()
    assert asked
    assert all(url.startswith((sandbox.url, "data:", "blob:")) for url in asked)
