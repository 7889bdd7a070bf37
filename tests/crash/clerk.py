"""A colleague who records payments and moves deals on; and the client of those deals, who sends photos meanwhile."""

import re
from dataclasses import dataclass, field

from sandbox.world import Message
from tests.crash.caller import Caller, Picky, button, plain
from tests.crash.ledger import Said

PAYMENTS, PAY = "💶 Payments", "💶 Record a payment"
RECORD = "✅ Record it"
NOTICES = ("📥", "📎", "🚨", "💾", "🔑", "🔐", "⚠️", "☎️", "🏁", "⏰")
"""What colleagues are told unasked begins so."""

EACH = 3
"""Payments of one deal."""

TOGETHER = 4
"""Photos."""

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + b"\0" * 200 + b"\xff\xd9"


def amounts(deal: int) -> list[int]:
    """In cents; no two payments of all the deals are the same, nor is any sum of them one."""
    return [1_000_000 + deal * 100 + number for number in range(EACH)]


@dataclass
class Clerk(Caller):
    """Works through `deals`; `paid` is what the clerk saw recorded, in cents by deal, and `moved` how often.

    A card may have been drawn before the payment and brought long after it, by a process that stood still: whoever has
    tried believes only the second card in a row that there is nothing.
    """

    deals: list[int] = field(default_factory=list)
    paid: dict[int, list[int]] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    surprises: list[tuple[str, list[Said]]] = field(default_factory=list)
    """Sums that nobody recorded, and all that was said about their deal."""

    def overhears(self, message: Message) -> bool:
        return message.text.startswith(NOTICES)

    async def work(self) -> None:
        """On one more deal, if there is one."""
        if not self.deals:
            return
        deal = self.deals.pop(0)
        self.paid[deal] = []
        begins = self.phone.ledger.newest(self.number)
        for amount in amounts(deal):
            if (shown := await self._record(deal, amount)) is not None:
                words = f"{self.name}: deal {deal} shows {shown} as paid, which is not {self.paid[deal]} nor {amount} more"
                self.surprises.append((words, self.phone.ledger.of(self.number, begins + 1, 1 << 62)))
                return
        await self._move(deal)

    async def _record(self, deal: int, amount: int) -> int | None:
        """Until the card shows that it came: never a second time when it did. A sum that cannot be, if there is one."""
        already = sum(self.paid[deal])
        looks_to_believe, looks = 1, 0
        while True:
            self.says(f"/deals {deal}")
            card = await self.hears(_of(deal))
            shown = _paid(plain(card))
            if card is None or shown is None or not _of(deal)(card):
                continue  # nothing, or the late card of another deal
            if shown == already + amount:
                break
            if shown != already:
                return shown
            looks += 1
            if looks == looks_to_believe:
                await self.taps(PAYMENTS)
                if await self.hears(_of(deal)) is not None:
                    await self.taps(PAY)
                    await self._answer(amount)
                looks_to_believe, looks = 2, 0
        self.paid[deal].append(amount)
        return None

    async def _answer(self, amount: int) -> None:
        """The questions of the flow, until there is none."""
        while (message := await self.hears()) is not None:
            words = plain(message)
            if button(message, RECORD):
                await self.taps(RECORD)
            elif "How much arrived?" in words:
                self.says(f"{amount / 100:.2f}")
            elif "How was it paid?" in words:
                await self.taps("Card")
            elif "Which day" in words:
                await self.taps("Today")
            else:
                return

    async def _move(self, deal: int) -> None:
        """As far as it goes: all is paid, and all papers are there."""
        self.moved[deal] = 0
        self.says(f"/deals {deal}")
        while True:
            card = await self.hears(_of(deal))
            if card is None:
                self.says(f"/deals {deal}")
                continue
            onward = button(card, "▶ ")
            if _of(deal)(card) and onward is not None and not onward.startswith("▶ Continue"):
                await self.taps(onward)
            elif _of(deal)(card):
                return
            else:
                self.says(f"/deals {deal}")


@dataclass
class Sender(Caller):
    """A client with deals who sends photos nobody asked for, several at a time."""

    most: int = 120
    """The agency takes 150 for one deal."""
    sent: list[bytes] = field(default_factory=list)

    async def send(self) -> None:
        for _ in range(TOGETHER):
            if len(self.sent) < self.most:
                content = JPEG + f"{self.number}-{len(self.sent)}".encode()
                self.sent.append(content)
                await self.sends("passport.jpg", content)
        await self.hears()


def _of(deal: int) -> Picky:
    """Whether a message is about this deal."""
    number = re.compile(rf"#{deal}\b")
    return lambda message: number.search(plain(message)) is not None


def _paid(card: str) -> int | None:
    """Cents, as the card tells them."""
    if "Price " not in card:
        return None
    told = re.search(r"paid €([\d,]+)(?:\.(\d\d))?", card)
    return int(told[1].replace(",", "") + (told[2] or "00")) if told else 0
