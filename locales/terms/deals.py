"""A deal's stages, reasons and line, as people see them."""

from typing import Any

from domain.entities.deals import Deal
from domain.values.labels import Names, said
from domain.values.translated import Translated
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


def stage_words(step: str, names: Names) -> Sentence:
    """A stage or step by its key ("documents.sent"): in the owner's words, else in ours, else by its key."""
    if labels := names.get(step):
        return verbatim(said(labels))
    stage = step.partition(".")[0]
    if step not in STEPS and (labels := names.get(stage)):
        return verbatim(said(labels))
    return STEPS.get(step) or STAGES.get(stage) or verbatim(stage)


def step_kept(kept: Any) -> Sentence:
    """A step as the history keeps it: by its key, or in the words the owner had for it then."""
    return stage_words(kept, {}) if isinstance(kept, str) else verbatim(Translated.of_kept(kept))


def reason_words(reason: str) -> Sentence:
    """Why a deal was lost: a usual reason in the reader's language, any other as it was written."""
    return LOST_REASONS.get(reason) or verbatim(reason)


def deal_line(deal: Deal, names: Names) -> Sentence:
    """ "№ 12 · Anna Petrova · Ohrid 29.10.2027 · Deposit"."""
    stage = stage_words(deal.step_key, names)
    return _("№ {number} · {client} · {title} · {stage}")(
        number=deal.id, client=deal.client.name, title=deal.called, stage=stage
    )
