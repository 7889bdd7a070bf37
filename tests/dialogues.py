"""Plays the dialogue of a flow's docstring word for word: what is shown to readers is what happens."""

import re

from tests.people import Person

_TURN = re.compile(r"^(?P<who>\w+):\s+(?P<words>.+)$", re.MULTILINE)


async def play(dialogue: str | None, *people: Person) -> None:
    """`Anna: words` says, `Anna: [label]` taps; `Bot: words` must be heard by whoever acted last."""
    named = {person.name: person for person in people}
    speaker = people[0]
    for turn in _TURN.finditer(dialogue or ""):
        who, words = turn["who"], turn["words"].strip()
        if who == "Bot":
            speaker.hears(words)
            continue
        speaker = named[who]
        if words.startswith("["):
            await speaker.taps(words.strip("[]"))
        else:
            await speaker.says(words)
