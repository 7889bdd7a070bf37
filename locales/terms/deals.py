"""A deal's stages and line, as people see them."""

from collections.abc import Mapping
from typing import Any

from domain.entities.deals import Deal
from domain.entities.pipeline import SHIPPED, Pipeline, Pipelines
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
    "travelled": _("Completed"),
    "lost": _("Lost"),
}
STEPS: dict[str, Sentence] = {
    "documents.data": _("Travellers' details"),
    "documents.sent": _("Passport photos"),
    "documents.received": _("Passport check"),
}


VOUCHER_IS_OLD = _("🎫 The voucher says what was before: please send the new one.")


def stage_words(step: str, names: Names) -> Sentence:
    """A stage or step by its key ("documents.sent"): in the owner's words, else in ours, else by its key."""
    if labels := names.get(step):
        return verbatim(said(labels))
    stage = step.partition(".")[0]
    if step not in STEPS and (labels := names.get(stage)):
        return verbatim(said(labels))
    return STEPS.get(step) or STAGES.get(stage) or verbatim(stage)


def stage_of_pipeline(step: str, pipelines: Pipelines) -> Sentence:
    """A stage or step among those of all pipelines: with its pipeline where there are several."""
    words = stage_words(step, pipelines.names)
    if len(pipelines.all) == 1:
        return words
    pipeline = pipeline_words(pipelines.key_of(step), pipelines.all)
    return _("{pipeline} · {stage}")(pipeline=pipeline, stage=words)


def pipeline_words(key: str, pipelines: Mapping[str, Pipeline]) -> Sentence:
    """A pipeline as the owner calls it; the shipped one until it has a name."""
    found = pipelines.get(key)
    if found is not None and found.labels:
        return verbatim(said(found.labels))
    return _("Standard stages") if key == SHIPPED else verbatim(key)


def step_kept(kept: Any) -> Sentence:
    """A step as the history keeps it: by its key, or in the words the owner had for it then."""
    return stage_words(kept, {}) if isinstance(kept, str) else verbatim(Translated.of_kept(kept))


def deal_line(deal: Deal, names: Names) -> Sentence:
    """ "№ 12 · Anna Petrova · Ohrid 29.10.2027 · Deposit"."""
    stage = stage_words(deal.step_key, names)
    return _("#{number} · {client} · {title} · {stage}")(
        number=deal.id, client=deal.client.name, title=deal.called, stage=stage
    )
