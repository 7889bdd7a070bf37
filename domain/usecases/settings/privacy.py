"""The privacy notice: the agency's own text or link per language, or ours. Every change is a new version."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.entities.privacy import PRIVACY, PrivacyNotice, check_privacy
from domain.ports.desk import Desk
from domain.usecases.settings.defining import define, fits
from domain.values.language import Language


@fits(PRIVACY)
def privacy_fits(_desk: Desk, _key: str, value: PrivacyNotice | None) -> None:
    """Raises Refusal (see `domain.entities.privacy.check_privacy`)."""
    if value is not None:
        check_privacy(value)


def change_privacy_text(desk: Desk, seen: int, language: Language, text: str | None) -> None:
    """None: ours again. Raises Forbidden, Refusal: nothing_written, too_long, changed_meanwhile."""
    notice = desk.agency.privacy
    _renewed(desk, seen, language, replace(notice, texts=_with(notice.texts, language, text)))


def change_privacy_link(desk: Desk, seen: int, language: Language, link: str | None) -> None:
    """None: without one. Raises Forbidden, Refusal: not_a_link, too_long, changed_meanwhile."""
    notice = desk.agency.privacy
    _renewed(desk, seen, language, replace(notice, links=_with(notice.links, language, link)))


def _renewed(desk: Desk, seen: int, language: Language, changed: PrivacyNotice) -> None:
    before = desk.agency.privacy
    if changed != before:
        changed = replace(changed, version=before.version + 1)
    facts: dict[str, Any] = {"version": changed.version, "language": language.value}
    define(desk, PRIVACY, changed, seen, "privacy_changed", **facts)


def _with(given: Mapping[Language, str], language: Language, words: str | None) -> dict[Language, str]:
    others = {one: text for one, text in given.items() if one is not language}
    return others if words is None else {**others, language: words}
