"""Labels: what the owner calls a thing, per language."""

from collections.abc import Iterable, Mapping

from domain.values.language import Language
from domain.values.refusals import Refusal
from domain.values.text import one_line
from domain.values.translated import Translated

LONGEST_LABEL = 40
"""Characters: a button shows no more."""

Labels = Mapping[Language, str]
"""By language; at least one. Who reads another language gets the first one."""


Names = Mapping[str, Labels]
"""What the owner calls things, by their keys."""


def said(labels: Labels) -> Translated:
    """For whoever reads it: a Voice says it in its listener's language, where it was given."""
    (first, text), *_others = labels.items()
    return Translated(text, dict(labels), first)


def taken(labels: Labels, others: Iterable[Labels]) -> str | None:
    """The first of these names that others have, in whatever language; None when none is."""
    known = {text.casefold() for one in others for text in one.values()}
    return next((text for text in labels.values() if text.casefold() in known), None)


def read_label(text: str) -> str:
    """One line with a letter or a digit in it. Raises Refusal: label_empty, label_too_long."""
    label = one_line(text)
    if not any(sign.isalnum() for sign in label):
        raise Refusal("label_empty")
    if len(label) > LONGEST_LABEL:
        raise Refusal("label_too_long", count=len(label), most=LONGEST_LABEL)
    return label
