"""Whether a row of a file and a client's file are one person, and what the row would fill in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.entities.client_facts import MOST_TAGS, SECRET, fact_of, is_known
from domain.entities.client_imports import ClientFacts, RowState
from domain.entities.clients import Client

FILLABLE = ("phone", "email", "born_on", "latin_name", "username", "language", "address", "source")
"""What a row may fill in where a file lacks it; tags and a note besides. Consent is never taken from a file."""


@dataclass(frozen=True)
class Verdict:
    """What a row is, and of which client."""

    state: RowState
    client: Client | None = None
    why: str | None = None


@dataclass(frozen=True)
class Alike:
    """A client who has the phone, the address, or the name and birthday of a row; whether the name fits, in any script."""

    client: Client
    named_alike: bool


def verdict(facts: ClientFacts, alike: Sequence[Alike]) -> Verdict:
    """One who is called alike and was not born another day is the same; of anybody else it is doubtful."""
    if not alike:
        return Verdict(RowState.NEW)
    first = alike[0].client
    if len({one.client.id for one in alike}) > 1:
        return Verdict(RowState.DOUBT, first, "row_of_several")
    if not alike[0].named_alike:
        return Verdict(RowState.DOUBT, first, "row_other_name")
    if facts.born_on and first.born_on and facts.born_on != first.born_on:
        return Verdict(RowState.DOUBT, first, "row_other_birthday")
    return Verdict(RowState.MATCH, first)


def name_words(name: str) -> frozenset[str]:
    """By which two whole names are the same, in whatever order their words stand."""
    return frozenset(name.casefold().split())


def would_fill(facts: ClientFacts, client: Client) -> tuple[str, ...]:
    """The keys of what the row tells and the file lacks; of tags, "#" and the tag. What is sealed is not opened for it."""
    lacking = [key for key in FILLABLE if is_known(getattr(facts, key)) and not _known(client, key)]
    tags = [tag for tag in facts.tags if tag not in client.tags][: MOST_TAGS - len(client.tags)]
    return (*lacking, *(f"#{tag}" for tag in tags))


def fill(facts: ClientFacts, client: Client, keys: Iterable[str]) -> None:
    for key in keys:
        if key.startswith("#"):
            client.tags = (*client.tags, key[1:])
        else:
            setattr(client, key, getattr(facts, key))


def give_back(facts: ClientFacts, client: Client, keys: Iterable[str]) -> bool:
    """Of what was filled in, what nobody has changed since; whether that was all of it."""
    whole = True
    for key in keys:
        if key.startswith("#"):
            client.tags = tuple(tag for tag in client.tags if tag != key[1:])
        elif fact_of(client, key) == getattr(facts, key):
            setattr(client, key, None)
        else:
            whole = False
    return whole


def _known(client: Client, key: str) -> bool:
    """Of whoever is in Telegram their name there, and a language to address them in, are."""
    if key in {"username", "language"} and client.person is not None:
        return True
    return is_known(getattr(client, f"sealed_{key}") if key in SECRET else fact_of(client, key))
