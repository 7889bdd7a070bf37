"""People of the tests: they say, tap, hear and see, over real HTTP, exactly what a phone would show them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import FormData

from tests.gestures import Gestures
from tests.log_watch import WATCH

if TYPE_CHECKING:
    from tests.world import World


@dataclass
class Person(Gestures):
    """Somebody with a phone. `heard` is what came or changed since their last act, as plain text."""

    world: "World"
    id: int
    name: str
    heard: list[str] = field(default_factory=list)
    chat: list[dict[str, Any]] = field(default_factory=list)
    keys: list[list[str]] = field(default_factory=list)
    """Rows of labels under the input field."""
    toast: str = ""
    alert: bool = False
    place: int = 0
    """The group they look at; 0 is the private chat with the bot."""

    def within(self, group: int) -> "Person":
        """The same person, looking at a group: says, taps, hears and sees there."""
        return Person(self.world, self.id, self.name, place=group)

    async def says(self, text: str, **more: Any) -> None:
        """Types and sends; `reply_to`, `edit`, `forward_from`, `chat` as the sandbox knows them."""
        WATCH.plant_words(text)
        await self._act("say", {"text": text, **more})

    async def shares(self, **what: Any) -> None:
        """A contact, a location, a sticker, a voice message."""
        await self._act("say", what)

    async def sends(
        self, *files: tuple[str, str, bytes], caption: str = "", photo: bool = False, under: int = 1
    ) -> None:
        """Files as (name, type, content), several as an album; the caption stands under one of them."""
        form = FormData()
        for name, mime, content in files:
            form.add_field("photo" if photo else "document", content, filename=name, content_type=mime)
        if caption:
            form.add_field("caption", caption)
            form.add_field("caption_under", str(under))
        if self.place:
            form.add_field("chat", str(self.place))
        await self._act("say", form)

    async def taps(self, label: str, **more: Any) -> None:
        """Presses the newest button of this name (or one that only starts with it)."""
        await self._act("tap", {"button": self._full_label(label), **more})

    async def forges(self, data: str, message_id: int | None = None) -> None:
        """Sends callback data that may be nobody's."""
        more = {"message_id": message_id} if message_id else {}
        await self._act("tap", {"callback_data": data, **more})

    async def opens(self, link: str) -> None:
        """Follows a deep link to the bot."""
        await self.says(f"/start {link.partition('?start=')[2]}")

    async def looks(self) -> None:
        """Reads what came or changed in the meantime; an old message that only lost its buttons says nothing."""
        before = {m["message_id"]: (m["html"], m["buttons"]) for m in self.chat}
        where = f"?chat={self.place}" if self.place else ""
        seen = await self.world.get(f"/sim/people/{self.id}/chat{where}")
        self.chat, self.keys = seen["messages"], seen["reply_keyboard"] or []
        fresh = [
            m
            for m in self.chat
            if before.get(m["message_id"]) != (m["html"], m["buttons"])
            and not (not m["buttons"] and before.get(m["message_id"], ("",))[0] == m["html"])
        ]
        self.heard = [_told(m) for m in fresh if m["from"] == "bot"]

    def hears(self, *texts: str) -> None:
        """All of these were said since the last act, in this order."""
        rest = _one_kind_of_space("\n⸻\n".join(self.heard))
        for text in map(_one_kind_of_space, texts):
            assert text in rest, f"{self.name} did not hear {text!r}, but:\n" + "\n⸻\n".join(self.heard)
            rest = rest[rest.index(text) + len(text) :]

    def hears_nothing_of(self, *texts: str) -> None:
        heard = _one_kind_of_space("\n".join(self.heard))
        for text in map(_one_kind_of_space, texts):
            assert text not in heard, f"{self.name} heard {text!r}"

    def sees(self, *labels: str) -> None:
        """The newest buttons have all of these."""
        for label in labels:
            assert self._shows(label), f"no {label!r} among {self.buttons}"

    def sees_no(self, *labels: str) -> None:
        for label in labels:
            assert not self._shows(label), f"{label!r} is among {self.buttons}"

    @property
    def buttons(self) -> list[str]:
        """Labels under the newest message that has any."""
        for message in reversed(self.chat):
            rows = message["buttons"] or message["reply_keyboard"]
            if rows:
                return [
                    button["label"] if isinstance(button, dict) else button for row in rows for button in row
                ]
        return []

    @property
    def last(self) -> dict[str, Any]:
        """The newest message of the bot, as the sandbox shows it."""
        return next(m for m in reversed(self.chat) if m["from"] == "bot")

    def link(self) -> str:
        """The last deep link that was said."""
        return next(text for text in reversed(self.heard) if "?start=" in text).split("?start=")[1].split()[0]

    def _shows(self, label: str) -> bool:
        wanted = _one_kind_of_space(label)
        return any(_one_kind_of_space(shown).startswith(wanted) for shown in self.buttons)

    def _full_label(self, label: str) -> str:
        shown = {_one_kind_of_space(other): other for other in self.buttons}
        wanted = _one_kind_of_space(label)
        begins = (other for plain, other in shown.items() if plain.startswith(wanted))
        return shown.get(wanted) or next(begins, label)

    async def _act(self, what: str, body: dict[str, Any] | FormData) -> dict[str, Any]:
        await self.looks()
        if self.place and isinstance(body, dict):
            body = {"chat": self.place} | body
        answer: dict[str, Any] = await self.world.post(f"/sim/people/{self.id}/{what}", body)
        await self.world.settle()
        await self.looks()
        self.toast, self.alert = answer.get("text") or "", bool(answer.get("alert"))
        return answer


def _told(message: dict[str, Any]) -> str:
    file = message.get("file")
    return str(message["text"] or "") + (f" [{file['name']}]" if file else "")


def _one_kind_of_space(text: str) -> str:
    """Amounts hold together by a space that does not break; a test need not type it."""
    return text.replace("\u00a0", " ")
