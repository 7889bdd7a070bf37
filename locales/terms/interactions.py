"""What was said or noted, and of what it is."""

from domain.entities.notes import NoteKind
from locales.sentence import _

NOTE_KINDS = {
    NoteKind.NOTE: _("Note"),
    NoteKind.MEETING: _("Meeting"),
    NoteKind.CALL_IN: _("They called"),
    NoteKind.CALL_OUT: _("We called"),
    NoteKind.NO_ANSWER: _("No answer"),
    NoteKind.CALL_BACK: _("Call them back"),
    NoteKind.EMAIL_IN: _("Their e-mail"),
    NoteKind.EMAIL_OUT: _("Our e-mail"),
}
"""As chips, and before what was noted."""
