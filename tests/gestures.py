"""What people of the tests do with Telegram's newer means, beside saying and tapping."""

from typing import Any


class Gestures:
    """Mixed into `tests.people.Person`, who has the phone and the chat."""

    async def presses(self, label: str, **more: Any) -> None:
        """Presses a key of the keyboard under the input field, by its whole label."""
        await self._act("tap", {"button": label, "keyboard": True, **more})

    async def votes(self, *options: str, **more: Any) -> None:
        """Chooses in the newest poll; without options the vote is taken back."""
        await self._act("vote", {"options": list(options), **more})

    async def joins(self, where: int | str) -> None:
        """Comes into a group by themselves, or follows an invite link to it, which may only ask to be let in."""
        await self._act("join", {"link": where} if isinstance(where, str) else {"chat": where})

    async def leaves(self, group: int) -> None:
        await self._act("leave", {"chat": group})

    async def opens_topic(self, name: str, **more: Any) -> int:
        """In a forum; the number is what `says` takes as `thread`."""
        thread: int = (await self._act("topic", {"create": name, **more}))["thread"]
        return thread

    async def asks_inline(self, words: str, **more: Any) -> list[str]:
        """Types `@bot words`; gives the titles of what the bot has for them."""
        return [result["title"] for result in (await self.types(words, **more))["results"]]

    async def types(self, words: str, **more: Any) -> dict[str, Any]:
        """The same; gives the whole answer: results, the page that follows, the button above them."""
        return await self._act("inline", {"query": words, **more})

    async def picks(self, title: str, **more: Any) -> None:
        """Sends one of the inline results into the chat, by its title or the beginning of it."""
        await self._act("pick", {"result": title, **more})

    async def pays(self, **more: Any) -> dict[str, Any]:
        """Pays the newest invoice; gives whether it was `paid`, and the bot's `error` if not."""
        return await self._act("pay", more)

    async def _act(self, what: str, body: Any) -> dict[str, Any]:
        raise NotImplementedError
