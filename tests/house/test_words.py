"""Everything that can be said has words, in every language, and every name used for it exists."""

import ast
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.conversation.refusals import WORDS, refusal_words, words_for
from bot.registry import all_routes
from domain.entities.files import PURPOSES
from domain.entities.pipeline import Pipeline
from domain.values.language import Language
from domain.values.refusals import NotFound
from locales import COMMA, Joined, Voice, _
from locales.keeping import faults
from locales.terms.deals import STAGES, STEPS
from locales.terms.trip_words import departure_words
from tests.things import OHRID

HOUSE = Path(__file__).parents[2]
ROUTES = all_routes()
UTC = ZoneInfo("UTC")


def calls(rooms: tuple[str, ...], *names: str) -> Iterator[tuple[str, ast.Call]]:
    """Calls of these names in the rooms' code, with the file they stand in."""
    for room in rooms:
        for path in sorted((HOUSE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and _name(node.func) in names:
                    yield str(path.relative_to(HOUSE)), node


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def literals(rooms: tuple[str, ...], argument: int, *names: str) -> set[tuple[str, str]]:
    """(file, text) of the calls' argument at this place, where it is written out."""
    found = set()
    for file, call in calls(rooms, *names):
        if len(call.args) > argument and isinstance(call.args[argument], ast.Constant):
            found.add((file, str(call.args[argument].value)))  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("name", sorted(ROUTES.flows))
def test_a_flow_says_what_it_is_about(name: str) -> None:
    """Whoever left it open is offered to go on with it by these words."""
    assert ROUTES.flows[name].called is not None


def test_the_catalogs_are_complete() -> None:
    assert faults() == []


def test_what_is_named_in_a_row_is_parted_as_the_listener_does() -> None:
    row = _("{row}")(row=Joined(["Lisbon", "July"], by=COMMA))
    said = {language: Voice(language, UTC, None).plain(row) for language in Language}
    assert said == dict.fromkeys(Language, "Lisbon, July") | {Language.CHINESE: "Lisbon，July"}


def test_a_clock_is_named_as_the_listener_does() -> None:
    said = [Voice(language, UTC, None) for language in (Language.ENGLISH, Language.CHINESE)]
    told = [voice.plain(departure_words(OHRID, voice)).partition(" ")[2] for voice in said]
    assert told[0].endswith("(Sofia, UTC+3)")
    assert told[1].endswith("（索非亚，UTC+3）")


def test_every_refusal_has_words() -> None:
    raised = literals(
        ("domain", "bot", "storage", "locales", "imports"), 0, "Refusal", "Forbidden", "NotFound"
    )

    assert len(raised) > 30
    assert {(file, kind) for file, kind in raised if kind not in WORDS} == set()


def test_whatever_a_purpose_refuses_has_words() -> None:
    assert {
        kind for one in PURPOSES.values() for kind in (one.too_big, one.not_taken)
    } - WORDS.keys() == set()


def test_no_refusal_has_words_that_nobody_hears() -> None:
    named = {text for room in ("domain", "bot", "storage", "locales", "imports") for text in _texts(room)}

    assert WORDS.keys() - named == set()


def _texts(room: str) -> Iterator[str]:
    """Every text in the room's code, besides the declarations themselves."""
    for path in (HOUSE / room).rglob("*.py"):
        if path.name != "refusals.py" or path.parent.name == "values":
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_words_of_a_refusal_are_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        refusal_words("sold_out", _("Cancel"))


def test_whatever_is_not_found_has_words() -> None:
    assert words_for(NotFound("no_such_thing_nobody_thought_of")) == WORDS["not_found"]


def test_every_action_that_is_named_in_words_is_the_engines_own() -> None:
    """All others are named by their link, which mypy and tests/bot/test_links.py hold."""
    actions = literals(("bot",), 1, "Button")

    assert actions
    known = {*ROUTES.actions, "go", "turn"}
    assert {(file, name) for file, name in actions if name not in known} == set()
    assert {file.split("/")[1] for file, _name in actions} <= {"conversation", "flows"}


def test_every_stage_has_words() -> None:
    pipeline = Pipeline.read()

    assert set(pipeline.stages) <= set(STAGES)
    assert {step.key for step in pipeline.steps if step.substage} <= set(STEPS)


@pytest.mark.parametrize("name", ROUTES.commands)
def test_a_command_fits_telegrams_rules(name: str) -> None:
    assert name.isascii()
    assert name.islower()
    assert len(name) <= 32


@pytest.mark.parametrize("flow", ROUTES.flows.values(), ids=str)
def test_a_flow_documents_itself(flow: type) -> None:
    module = __import__(flow.__module__, fromlist=["x"])

    assert "Bot:" in (module.__doc__ or "") + (flow.__doc__ or "")
