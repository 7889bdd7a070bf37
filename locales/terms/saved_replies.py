"""The replies we ship, and how a saved reply reads to one client: in their language, with its places filled."""

from dataclasses import dataclass
from datetime import UTC

from domain.entities.deals import Deal
from domain.entities.saved_replies import PLACES, SavedReply, filled
from domain.ports.desk import Desk
from domain.values.labels import said
from domain.values.language import Language
from locales.sentence import Sentence, _, verbatim
from locales.terms.places import Told, told_in
from locales.voice import Voice


@dataclass(frozen=True)
class Shipped:
    """What a reply of ours is called, and what it says, with places."""

    called: Sentence
    says: Sentence


SHIPPED: dict[str, Shipped] = {
    "received": Shipped(
        _("We have your message"),
        _("{client}, thank you, we have your message. I will look into it and write to you today."),
    ),
    "looking": Shipped(
        _("Still looking"),
        _("{client}, I am still waiting for the hotel's answer. As soon as I have it, I will write to you."),
    ),
    "offer_follows": Shipped(
        _("The offer follows"),
        _(
            "{client}, thank you for your wishes. I am putting together some options and will send them tomorrow."
        ),
    ),
    "money_due": Shipped(
        _("What is left to pay"),
        _("{client}, for {trip} there is {owed} left to pay.\n{how_to_pay}"),
    ),
    "money_came": Shipped(
        _("The money has come"),
        _("{client}, your payment for {trip} has arrived, thank you!\nIn all you have paid {paid}."),
    ),
    "passports": Shipped(
        _("Passport photos, please"),
        _(
            "{client}, for {trip} I still need photos of everybody's passports. Please send them right here in the chat."
        ),
    ),
    "where_to_be": Shipped(
        _("When and where we leave"),
        _("{client}, we leave on {day} at {time}.\nMeeting point: {place}"),
    ),
    "call_you": Shipped(
        _("When may I call?"),
        _("{client}, it is easier to talk about this. When may I call you, and on which number?"),
    ),
}
"""By key."""


@dataclass(frozen=True)
class Worded:
    """What goes to the client. `language` is another than theirs where it is not written in theirs."""

    text: str
    language: Language


def reply_name(key: str, reply: SavedReply) -> Sentence:
    return verbatim(said(reply.labels)) if reply.labels else SHIPPED[key].called


def written_in(key: str, reply: SavedReply, language: Language) -> str | None:
    """With its places as they were written; None where there is nothing in this language."""
    if language in reply.said:
        return reply.said[language]
    if key not in SHIPPED:
        return None
    says = SHIPPED[key].says
    return Voice(language, UTC, None).plain(says(**{place: f"{{{place}}}" for place in PLACES}))


def worded(
    desk: Desk, key: str, reply: SavedReply, wanted: Language, client: str, deal: Deal | None
) -> Worded | None:
    """None when it has nothing to say of this client: there is no journey, say, or nothing is owed."""
    offered = desk.agency.profile.languages
    language = next(one for one in (wanted, *offered, *Language) if written_in(key, reply, one) is not None)
    voice = Voice.at(desk, language)
    told = Told(desk.agency, voice, desk.now, client, deal, deal.trip if deal else None)
    facts = {
        place: None if fact is None else voice.plain(Sentence("{fact}", facts={"fact": fact}))
        for place, fact in told_in(told, PLACES).items()
    }
    text = filled(written_in(key, reply, language) or "", facts)
    return None if text is None else Worded(text, language)
