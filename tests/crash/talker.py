"""A client who asks for one tour after another, and finds the way back whenever an answer does not come."""

from dataclasses import dataclass, field

from tests.crash.caller import Caller, button, plain

SEND = "✅ Send"
CONTINUE = "▶ Continue"
TAKEN = "We have your inquiry"


@dataclass
class Talker(Caller):
    """`asked` are the destinations, in order."""

    asked: list[str] = field(default_factory=list)

    async def ask(self) -> None:
        """For one more tour."""
        self.asked.append(f"Town {self.number}-{len(self.asked)}")
        await self.says("/tour")
        sent = False
        while True:
            message = await self.hears()
            if message is None:
                await self.says("/menu")
                continue
            label = button(message, SEND, CONTINUE)
            if TAKEN in plain(message) or (sent and label is None and "?" not in plain(message)):
                return
            if label is not None:
                sent = sent or label.startswith(SEND)
                await self.taps(label)
            else:
                await self.says(self._words(plain(message)))

    def _words(self, question: str) -> str:
        answers = {
            "What kind of journey": "👤 Individual",
            "Where would you like": self.asked[-1],
            "When?": "in autumn",
            "How many": "2",
            "What may it cost": "500",
            "Anything we should know": "a window seat",
            "What is your name": self.name,
            "On which number": f"+35988812{self.number:04d}",
        }
        return next((answer for asked, answer in answers.items() if asked in question), "/tour")
