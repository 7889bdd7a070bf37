"""Every sentence is told exactly the facts it has places for: a wrong or missing one is found here, and not in a chat."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from bot.conversation.refusals import WORDS
from bot.handlers.settings.kinds import KIND_NAMES
from domain.entities.definitions import KINDS
from locales import Sentence
from locales.keeping import HOUSE, ROOMS
from tests.house.test_words import calls

Places = frozenset[str]
Known = Mapping[str, Sequence[Places]]
"""Names, and what the sentences that may stand behind each have places for."""


def test_every_sentence_is_told_the_facts_it_has_places_for() -> None:
    read = {path: ast.parse(path.read_text()) for room in ROOMS for path in (HOUSE / room).rglob("*.py")}
    modules = {_module(path): _named(tree, {}) for path, tree in read.items()}
    found = [
        fault
        for path, tree in sorted(read.items())
        for fault in _Reader(str(path.relative_to(HOUSE)), _imported(tree, modules)).faults(tree)
    ]
    assert found == []


def test_every_refusal_is_told_the_facts_its_words_have_places_for() -> None:
    wrong = []
    for file, call in calls(("domain", "bot", "storage", "imports"), "Refusal", "Forbidden", "NotFound"):
        kind = call.args[0] if call.args else None
        words = WORDS.get(str(kind.value)) if isinstance(kind, ast.Constant) else None
        if isinstance(words, Sentence):
            wanted, given = _places(words.english, words.plural), _given(call)
            if given is not None and not wanted <= given:
                wrong.append(f"{file}:{call.lineno}: {_told(wanted, given)}")
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("_('{a} of {b}')(a=1, b=2)", []),
        ("_('{a} of {b}')(a=1)(b=2)", []),
        ("_('{a} of {b}')(a=1)", ["x.py:1: has places for a, b and is told a"]),
        ("_('{a}')(b=1)", ["x.py:1: has places for a and is told b"]),
        ("n_('{count} seat', '{count} seats')(count=1)", []),
        ("n_('a seat of {a}', '{count} seats of {a}')(a=1)", ["x.py:1: has places for a, count and is told a"]),
        ("WORDS = _('{a}')\nWORDS(b=1)", ["x.py:2: has places for a and is told b"]),
        ("def f():\n    x, y = _('{a}'), _('{b}')\n    return lambda: y(a=1)", ["x.py:3: has places for b and is told a"]),
        ("x = _('{a}') if z else _('{b}')\nx(a=1)", ["x.py:2: has places for b and is told a"]),
        ("x = _('{a}') if z else _('{b}')\nx(a=1, b=2)", []),
        ("_('{a}')(**facts)", []),
    ],
)  # fmt: skip
def test_a_wrong_fact_is_noticed(code: str, faults: list[str]) -> None:
    assert list(_Reader("x.py", {}).faults(ast.parse(code))) == faults


class _Reader:
    """Reads a file, function by function: names of a function hide those around it."""

    def __init__(self, file: str, known: Known) -> None:
        self._file, self._known = file, known

    def faults(self, scope: ast.AST) -> Iterator[str]:
        inner = _Reader(self._file, {**self._known, **_named(scope, self._known)})
        for node in _within(scope):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield from inner.faults(node)
            elif isinstance(node, ast.Call):
                yield from inner._of(node)

    def _of(self, call: ast.Call) -> Iterator[str]:
        """Of a sentence that is told facts twice, the outer call stands for both."""
        inner, given = call.func, _given(call)
        while isinstance(inner, ast.Call) and given is not None and _name(inner) not in {"_", "n_"}:
            before = _given(inner)
            given, inner = (None if before is None else given | before), inner.func
        if given is not None:
            either = _sentences(inner, self._known)
            for places in either:
                if not places <= given <= frozenset().union(*either):
                    yield f"{self._file}:{call.lineno}: {_told(places, given)}"


def _within(scope: ast.AST) -> Iterator[ast.AST]:
    """What stands in it, functions as one, and of calls of a call's result the outer one."""
    for node in ast.iter_child_nodes(scope):
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Call):
            for part in (*node.args, *node.keywords):
                yield from _within(ast.Expression(body=part) if isinstance(part, ast.expr) else part)
        else:
            yield from _within(node)


def _named(scope: ast.AST, known: Known) -> dict[str, list[Places]]:
    """Names that are given to sentences in it."""
    named: dict[str, list[Places]] = {}
    for node in _within(scope):
        if isinstance(node, ast.Assign):
            [target] = node.targets[:1]
            both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
            pairs = zip(target.elts, node.value.elts, strict=True) if both else [(target, node.value)]  # type: ignore[attr-defined]
            for name, value in pairs:
                if isinstance(name, ast.Name):
                    named.setdefault(name.id, []).extend(_sentences(value, known))
    return named


def _sentences(node: ast.expr, known: Known) -> Sequence[Places]:
    """What the sentences that it may be have places for; none when it is something else."""
    match node:
        case ast.Call(func=ast.Name(id="_" | "n_"), args=words):
            texts = [one.value for one in words if isinstance(one, ast.Constant)]
            return [_places(*texts)] if len(texts) == len(words) else []
        case ast.IfExp():
            return [*_sentences(node.body, known), *_sentences(node.orelse, known)]
        case ast.Name():
            return known.get(node.id, [])
    return []


def _places(english: object, plural: object = None) -> Places:
    """A plural is chosen by the count, even where no form says it."""
    found = frozenset(re.findall(r"\{(\w+)\}", f"{english}{plural or ''}"))
    return found | {"count"} if plural else found


def _given(call: ast.Call) -> Places | None:
    """None when not all of it is written out."""
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def _told(places: Places, given: Places) -> str:
    return f"has places for {', '.join(sorted(places))} and is told {', '.join(sorted(given)) or 'nothing'}"


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _module(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts)


def _imported(tree: ast.Module, modules: Mapping[str, Known]) -> Known:
    return {
        alias.asname or alias.name: modules[node.module][alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module in modules
        for alias in node.names
        if alias.name in modules[node.module]
    }


def test_every_kind_of_definition_has_a_name_for_the_history_and_for_files() -> None:
    assert KIND_NAMES.keys() == KINDS.keys()
