"""Reasons: why deals are lost and inquiries closed, as they are offered to whoever closes one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.entities.definitions import definition_kind
from domain.values.labels import Labels, read_label
from domain.values.refusals import NotFound, Refusal

MOST = 6
"""Offered at once: buttons of a screen."""
USUAL: Mapping[str, tuple[str, ...]] = {
    "deal": ("too_expensive", "plans_changed", "another_agency", "no_answer", "cannot_offer"),
    "inquiry": ("elsewhere", "too_expensive", "changed_mind", "not_reached", "not_serious"),
}
"""As shipped, by what ends: their words are sentences of ours, in every language."""


@dataclass(frozen=True)
class Reasons:
    """Keys in the order in which they are offered. Those that are retired stay readable where they were given."""

    offered: tuple[str, ...]
    own: Mapping[str, Labels] = field(default_factory=dict)
    """Of those the agency has made, offered or not."""

    def with_(self, of: str, labels: Labels) -> "Reasons":
        """One more. Its key stays for ever, and is that of no other reason, whatever it ends."""
        key = f"{of}_own{len(self.own) + 1}"
        return Reasons((*self.offered, key), {**self.own, key: labels})

    def retired(self, of: str) -> tuple[str, ...]:
        """Those that are offered no more, the newest first."""
        every = (*USUAL.get(of, ()), *self.own)
        return tuple(key for key in reversed(every) if key not in self.offered)

    def without(self, key: str) -> "Reasons":
        """Raises NotFound."""
        if key not in self.offered:
            raise NotFound("no_such_definition")
        return replace(self, offered=tuple(one for one in self.offered if one != key))

    def again(self, key: str) -> "Reasons":
        """One that was retired is offered again."""
        return replace(self, offered=(*self.offered, key)) if key not in self.offered else self


REASONS = definition_kind("reasons", Reasons, {of: Reasons(keys) for of, keys in USUAL.items()})
"""By what ends: "deal" or "inquiry"."""


def check_reasons(of: str, reasons: Reasons) -> None:
    """Raises Refusal: no_reason_left, too_many_reasons, reason_unknown, reason_there, label_empty, label_too_long."""
    if not reasons.offered:
        raise Refusal("no_reason_left")
    if len(reasons.offered) > MOST:
        raise Refusal("too_many_reasons", most=MOST)
    if unknown := {*reasons.offered} - {*USUAL.get(of, ()), *reasons.own}:
        raise Refusal("reason_unknown", key=min(unknown))
    seen: set[str] = set()
    for key, labels in reasons.own.items():
        words = {read_label(text).casefold() for text in labels.values()}
        if not words:
            raise Refusal("label_empty")
        if key in reasons.offered:
            if seen & words:
                raise Refusal("reason_there")
            seen |= words
