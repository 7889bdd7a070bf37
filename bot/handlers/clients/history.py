"""The words of the history: what was done to the file of a client."""

from bot.handlers.history.declared import act, page, reads, said_about
from bot.links.clients import CLIENT
from domain.entities.notes import NoteKind
from locales import _
from locales.terms.interactions import NOTE_KINDS

page("client", _("<b>History of client #{number}</b>"), card=CLIENT)
act("client", "known", _("Client added: {name}"))
act("client", "introduced", _("Name: {name}; before: {before}"))
act("client", "phone_told", _("Phone added"))
act("client", "linked", _("Found in Telegram as {person}"))
act("client", "deal_opened", _("Deal #{deal} opened: {title}"))
act("client", "taken_back", _("Taken back what was sent last"))
act("client", "noted_as", _("What was noted: {note_kind}"))
for kind in ("note", "call", "meeting", "email"):
    act("client", f"noted_{kind}", _("What was noted: {note_kind}\n“{text}”"))
act("client", "edited", _("Changed what they wrote: “{text}”; before: “{before}”"))
act("client", "answer_edited", _("Changed what was sent: “{text}”; before: “{before}”"))
act("client", "answer_taken_back", _("Taken back: “{text}”"))
act("client", "note_taken_back", _("Took back the note: “{text}”"))
act("client", "undelivered", _("Not delivered: “{text}”"))
reads(lambda kind: NOTE_KINDS[NoteKind(kind)], "note_kind")
said_about("client")
