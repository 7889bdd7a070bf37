"""Plays a dialogue word for word, of a flow's docstring or of a document: what is shown to readers is what happens."""

import re
from collections.abc import Awaitable, Callable, Mapping

from tests.people import Person

_TURN = re.compile(r"^(?P<who>\w+)(?: to (?P<whom>\w+))?:\s+(?P<words>.+)$", re.MULTILINE)

Acts = Mapping[str, Callable[[], Awaitable[None]]]
"""What stands in round brackets: things done that are neither words nor taps."""


async def play(dialogue: str | None, *people: Person, acts: Acts | None = None) -> None:
    """`Anna: words` says, `Anna: [label]` taps, `Anna: (does it)` acts.

    `Bot: words` must be heard by whoever acted last, `Bot to Boris: words` by Boris, who looks at his phone for it.
    """
    named = {person.name: person for person in people}
    speaker, looked = people[0], set[str]()
    for turn in _TURN.finditer(dialogue or ""):
        who, whom, words = turn["who"], turn["whom"], turn["words"].strip()
        if who == "Bot":
            listener = named[whom] if whom else speaker
            if whom and whom not in looked:
                await listener.looks()
                looked.add(whom)
            listener.hears(words)
            continue
        looked = set()
        if acts and words.startswith("("):
            speaker = named.get(who, speaker)  # nobody of these turns the clock
            await acts[words.strip("()")]()
            continue
        speaker = named[who]
        if words.startswith("["):
            await speaker.taps(words.strip("[]"))
        else:
            await speaker.says(words)
