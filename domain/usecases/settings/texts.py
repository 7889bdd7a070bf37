"""Texts of notices: the agency says one in its own words, per language, or goes back to ours."""

from domain.entities.texts import TEXTS, OwnText, check_text, kind_with_text
from domain.ports.desk import Desk
from domain.usecases.settings.defining import as_shipped, define, fits
from domain.values.language import Language
from domain.values.refusals import Refusal


@fits(TEXTS)
def text_fits(_desk: Desk, key: str, value: OwnText | None) -> None:
    """Raises NotFound for a kind that has no words of one's own, Refusal (see `domain.entities.texts.check_text`)."""
    kind = kind_with_text(key)
    if value is None:
        return
    if not value.said:
        raise Refusal("nothing_written")
    for text in value.said.values():
        check_text(kind, text)


def change_text(desk: Desk, seen: int, key: str, language: Language, text: str) -> None:
    """Clients who read this language hear it from now on. Raises Forbidden, NotFound, Refusal."""
    said = {**_own(desk, key), language: text}
    define(desk, TEXTS, OwnText(said), seen, "text_changed", key=key, notice=key, language=language.value)


def text_as_shipped(desk: Desk, seen: int, key: str, language: Language) -> None:
    """In this language it is said in our words again. Raises Forbidden, NotFound, Refusal: changed_meanwhile."""
    left = {other: text for other, text in _own(desk, key).items() if other is not language}
    facts = {"notice": key, "language": language.value}
    if left:
        define(desk, TEXTS, OwnText(left), seen, "text_as_shipped", key=key, **facts)
    else:
        as_shipped(desk, TEXTS, seen, "text_as_shipped", key=key, **facts)


def _own(desk: Desk, key: str) -> dict[Language, str]:
    kind_with_text(key)
    own = desk.agency.definitions.all(TEXTS).get(key)
    return dict(own.said) if own else {}
