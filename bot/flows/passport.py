"""Passport photos or PDFs: each is kept as it comes, whether singly or as an album, and nothing waits for "Done".

Anna: /mytrips
Anna: [📷 Passport: Anna]
Bot:  Please send the page with the photo from the passport of Anna, as a photo or a PDF.
Anna: (sends a photo)
Bot:  Passport of Anna: 1 file is here. Another page? Send it too.
Anna: [✅ Done]
Bot:  ⏳ Anna · passport is being checked
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.flows.answers import Answers
from bot.flows.engine import Flow
from bot.flows.questions import Choice, Files
from bot.flows.turns import begin
from bot.routes import Routes
from bot.screen import Button, Row
from bot.talk import Talk
from domain.deals import Deal, Traveller
from domain.documents import DocumentState, SentFile
from domain.refusals import Refusal
from domain.usecases.documents import going, send_document, without_passport
from domain.usecases.travellers import within_reach
from locales import Sentence, _, n_

routes = Routes()

NEXT = "next"
"""The answer of whoever goes straight on to the next traveller."""


def _deal(talk: Talk, answers: Answers) -> Deal:
    return within_reach(talk.desk, answers["deal"])


def _others(talk: Talk, answers: Answers) -> list[Traveller]:
    """Whose passport is still to come, after this one."""
    return [one for one in without_passport(_deal(talk, answers)) if one.id != answers["traveller"]]


@dataclass(frozen=True, kw_only=True)
class Pages(Files):
    """The pages of one passport. Words after them are no page: they end it, and are heard as words."""

    def rows(self, talk: Talk, answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        done = super().rows(talk, answers, scratch)
        others = _others(talk, answers)
        if not done or not others:
            return done
        return ((Button(_("📷 Next: {name}")(name=others[0].name), "answer", (NEXT,)),), *done)

    def hear(self, talk: Talk, answers: Answers, scratch: dict[str, Any]) -> Any:
        if talk.heard.file is None and talk.heard.text and scratch.get("files"):
            return scratch["files"]
        return super().hear(talk, answers, scratch)


def _whose(talk: Talk, answers: Answers) -> Sequence[tuple[int, Sentence]]:
    deal = _deal(talk, answers)
    return [(one.id, _("👤 {name}")(name=one.name)) for one in without_passport(deal) or deal.party]


def _asks_pages(talk: Talk, answers: Answers) -> Sentence:
    deal = _deal(talk, answers)
    traveller = deal.traveller(answers["traveller"])
    count = len(deal.passports(traveller, DocumentState.SENT))
    return _HERE(name=traveller.name, count=count) if count else _WANTED(name=traveller.name)


_WANTED = _("📷 Please send the page with the photo from the passport of {name}, as a photo or a PDF.")
_HERE = n_(
    "📷 Passport of {name}: {count} file is here. Another page? Send it too.",
    "📷 Passport of {name}: {count} files are here. Another page? Send it too.",
)


def _takes(talk: Talk, file: SentFile, answers: Answers) -> None:
    send_document(talk.desk, answers["deal"], file, answers["traveller"], talk.heard.album)


@routes.flow
class PassportFlow(Flow):
    """Opened with `deal`, and with `traveller` when it is known whose passport it is."""

    name = "passport"
    questions = (
        Choice(name="traveller", asks=_("Whose passport?"), label=_("Whose"), options=_whose, columns=1),
        Pages(name="files", asks=_asks_pages, label=_("Files"), takes=_takes),
    )

    def opens(self, talk: Talk, known: dict[str, Any]) -> dict[str, Any]:
        deal = within_reach(talk.desk, known["deal"])
        deal.must_be_open()
        if not deal.party:
            raise Refusal("nobody_entered")
        number = known.get("traveller") or _only(without_passport(deal) or deal.party)
        if number is None:
            return {"deal": deal.id}
        going(deal, number)
        return {"deal": deal.id, "traveller": number}

    def review(self, talk: Talk, answers: Answers) -> None:  # noqa: ARG002
        return None

    def finish(self, talk: Talk, answers: Answers) -> None:
        others = _others(talk, answers)
        if answers["files"] == NEXT and others:
            begin(talk, "passport", deal=answers["deal"], traveller=others[0].id)
            return
        if talk.heard.text and talk.heard.tap is None and any(takes(talk) for takes in talk.routes.unasked):
            return
        talk.show("papers" if talk.desk.actor.is_staff else "my_deal", answers["deal"])


def _only(travellers: Sequence[Traveller]) -> int | None:
    return travellers[0].id if len(travellers) == 1 else None
