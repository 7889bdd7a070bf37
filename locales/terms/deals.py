"""A deal's stages, reasons and line, as people see them."""

from domain.entities.deals import Deal
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
LOST_REASONS: dict[str, Sentence] = {
    "too_expensive": _("Too expensive"),
    "plans_changed": _("Plans changed"),
    "another_agency": _("Chose another agency"),
    "no_answer": _("Does not answer"),
    "cannot_offer": _("We cannot offer it"),
}
"""Why deals are lost most often, by the key that is kept; any other reason is kept in somebody's own words."""


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


def deal_line(deal: Deal) -> Sentence:
    """ "№ 12 · Anna Petrova · Ohrid 29.10.2027 · Deposit"."""
    stage = stage_words(deal.stage, deal.substage)
    return _("№ {number} · {client} · {title} · {stage}")(
        number=deal.id, client=deal.client.name, title=deal.called, stage=stage
    )
