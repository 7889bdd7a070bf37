"""A client who asks for one tour after another, and finds the way back whenever an answer does not come."""

from dataclasses import dataclass, field

from tests.crash.caller import Caller, button, plain

SEND = "✅ Send"
CONTINUE = "▶ Continue"
TAKEN = "We have your inquiry"
HOME = "🏝 Ask for a tour"


@dataclass
class Talker(Caller):
    """`asked` are the destinations, in order."""

    asked: list[str] = field(default_factory=list)

    async def ask(self) -> None:
        """For one more tour. What does not read as it was meant is thrown away before it is sent."""
        self.asked.append(f"Town {self.number}-{len(self.asked)}")
        await self.says("/tour")
        sent = False
        while True:
            message = await self.hears()
            words = plain(message)
            if TAKEN in words and self.asked[-1] in words:
                return
            if message is None or TAKEN in words:
                await self.says("/menu")
            elif (label := button(message, SEND)) is not None:
                meant = all(answer in words for answer in (self.asked[-1], "in autumn", "a window seat"))
                sent = sent or meant
                await (self.taps(label) if meant else self._again())
            elif (label := button(message, CONTINUE)) is not None:
                await self.taps(label)
            elif sent and button(message, HOME):
                return
            else:
                await self.says(self._words(words))

    async def _again(self) -> None:
        await self.says("/cancel")
        await self.hears()
        await self.says("/tour")

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
