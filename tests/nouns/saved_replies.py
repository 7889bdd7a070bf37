"""Saved replies: what the tests that walk everything need to know of them."""

from domain.ports.desk import Desk
from domain.queries import saved_replies as queries
from domain.usecases.settings import saved_replies
from domain.values.language import Language
from tests.nouns.declared import calls, forged, opened_with, settled

ENGLISH = Language.ENGLISH
OWN = "r1"
"""One that head office has made."""


@settled
def a_reply(desk: Desk) -> None:
    assert _another(desk, "Dogs") == OWN


def _another(desk: Desk, label: str = "Cats") -> str:
    return saved_replies.add_reply(desk, ENGLISH, label, "{client}, they travel along.")


forged("key", lambda _p, _t: [OWN])
opened_with("key", lambda _p, _t: OWN, "change_reply", "name_reply")

calls(
    {
        "settings.add_reply": lambda d, _p, _t: _another(d),
        "settings.change_reply": lambda d, _p, _t: saved_replies.change_reply(
            d, _another(d), 1, ENGLISH, "Yes."
        ),
        "settings.name_reply": lambda d, _p, _t: saved_replies.name_reply(d, _another(d), 1, ENGLISH, "Pets"),
        "settings.retire_reply": lambda d, _p, _t: saved_replies.retire_reply(
            d, _another(d), 1, retired=True
        ),
        "queries.saved_replies.replies_offered": lambda d, _p, _t: queries.replies_offered(d),
        "queries.saved_replies.replies_kept": lambda d, _p, _t: queries.replies_kept(d),
        "queries.saved_replies.reply_card": lambda d, _p, _t: queries.reply_card(d, OWN),
        "queries.saved_replies.reply_to_change": lambda d, _p, _t: queries.reply_to_change(d, _another(d)),
        "queries.saved_replies.addressee": lambda d, p, _t: queries.addressee(d, p.client),
    }
)
