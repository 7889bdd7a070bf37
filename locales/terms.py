"""The trade's own terms, as people see them: one word per thing, as in docs/glossary.md."""

from domain.deals import PaymentMethod, Relation
from domain.documents import DocumentState, RejectReason
from domain.inquiries import Channel, InquiryKind
from domain.language import Language
from domain.people import Role
from domain.trips import Transport
from locales.sentence import Sentence, _, verbatim

STAGES: dict[str, Sentence] = {
    "new": _("New"),
    "inquiry": _("Inquiry"),
    "documents": _("Documents"),
    "deposit": _("Deposit"),
    "payment": _("Full payment"),
    "voucher": _("Voucher"),
    "notified": _("Notified"),
    "travelled": _("Travelled"),
    "lost": _("Lost"),
}
STEPS: dict[str, Sentence] = {
    "documents.data": _("Documents: data"),
    "documents.sent": _("Documents: sent"),
    "documents.received": _("Documents: received"),
}
ROLES: dict[Role, Sentence] = {
    Role.OWNER: _("Owner"),
    Role.MANAGER: _("Manager"),
    Role.OPERATOR: _("Operator"),
    Role.ACCOUNTANT: _("Accountant"),
    Role.GUIDE: _("Guide"),
}
TRANSPORTS: dict[Transport, Sentence] = {
    Transport.COACH: _("Coach"),
    Transport.PLANE: _("Plane"),
    Transport.TRAIN: _("Train"),
    Transport.SHIP: _("Ship"),
    Transport.OWN: _("Own transport"),
}
RELATIONS: dict[Relation, Sentence] = {
    Relation.SELF: _("The client"),
    Relation.SPOUSE: _("Spouse"),
    Relation.CHILD: _("Child"),
    Relation.OTHER: _("Someone else"),
}
METHODS: dict[PaymentMethod, Sentence] = {
    PaymentMethod.CASH: _("Cash"),
    PaymentMethod.CARD: _("Card"),
    PaymentMethod.BANK: _("Bank transfer"),
}
INQUIRY_KINDS: dict[InquiryKind, Sentence] = {
    InquiryKind.INDIVIDUAL: _("Individual"),
    InquiryKind.GROUP: _("Group"),
}
CHANNELS: dict[Channel, Sentence] = {
    Channel.CHAT: _("Chat"),
    Channel.JOIN_LINK: _("Join link"),
    Channel.PHONE: _("Phone"),
    Channel.FORWARDED: _("Forwarded message"),
}
DOCUMENT_STATES: dict[DocumentState, Sentence] = {
    DocumentState.SENT: _("To check"),
    DocumentState.ACCEPTED: _("Accepted"),
    DocumentState.REJECTED: _("Rejected"),
}
LOST_REASONS: dict[str, Sentence] = {
    "too_expensive": _("Too expensive"),
    "plans_changed": _("Plans changed"),
    "another_agency": _("Chose another agency"),
    "no_answer": _("Does not answer"),
    "cannot_offer": _("We cannot offer it"),
}
"""Why deals are lost most often, by the key that is kept; any other reason is kept in somebody's own words."""
REJECT_REASONS: dict[RejectReason, Sentence] = {
    RejectReason.BLURRED: _("Blurred"),
    RejectReason.CUT_OFF: _("Cut off"),
    RejectReason.WRONG_PAGE: _("Wrong page"),
    RejectReason.EXPIRED: _("Expired"),
    RejectReason.NOT_A_PASSPORT: _("Not a passport"),
}
"""Why papers are rejected most often, as a button says it."""
LANGUAGES: dict[Language, str] = {
    Language.ENGLISH: "English",
    Language.RUSSIAN: "Русский",
    Language.BULGARIAN: "Български",
    Language.CHINESE: "中文",
}
"""Each language by its own name: who cannot read the screen must still find it."""


def stage_words(stage: str, substage: str | None = None) -> Sentence:
    """A step's name; a stage the owner invented is called by its key."""
    step = STEPS.get(f"{stage}.{substage}") if substage else None
    return step or STAGES.get(stage) or verbatim(stage)


def step_words(key: str) -> Sentence:
    """The name of a step, by its key ("documents.sent")."""
    stage, _point, substage = key.partition(".")
    return stage_words(stage, substage or None)


def reason_words(reason: str) -> Sentence:
    """Why a deal was lost: a usual reason in the reader's language, any other as it was written."""
    return LOST_REASONS.get(reason) or verbatim(reason)


PAPER_REASONS: dict[str, Sentence] = {
    RejectReason.BLURRED: _("it is blurred."),
    RejectReason.CUT_OFF: _("a part of it is cut off."),
    RejectReason.WRONG_PAGE: _("we need the page with the photo."),
    RejectReason.EXPIRED: _("the passport has expired."),
    RejectReason.NOT_A_PASSPORT: _("it is not a passport."),
    "content_not_a_paper": _("it is not a photo or a PDF."),
    "content_too_big": _("it is too big: at most 20 MB. A photo is enough."),
    "content_gone": _("it cannot be opened any more."),
}


def paper_reason_words(reason: str) -> Sentence:
    """Why a paper was rejected: for a usual reason in the reader's language, any other as it was written."""
    return PAPER_REASONS.get(reason) or verbatim(reason)
