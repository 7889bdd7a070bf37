"""Every change the trade writes down can be told in words, with all its facts."""

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.flows.trips.correction_questions import DUES
from bot.handlers.history.declared import PAGES, WORDS, act
from bot.handlers.history.words import MISSING, change_told, places
from bot.registry import all_routes
from domain import usecases
from domain.entities.history import OF_ITS_BRANCH, SUBJECTS, HistoryEntry, Reach, history_of
from domain.entities.interactions import Said
from domain.entities.list_copies import ListKind
from domain.entities.notes import ACTS
from domain.entities.requirements import REQUIREMENTS
from domain.entities.services import SupplierAnswer
from domain.values.language import Language
from locales import Voice, _
from storage.repositories.reach import BRANCHED
from tests.world import World

VOICE = Voice(Language.ENGLISH, UTC, date(2027, 3, 1))
ROUTES = all_routes()


def noted() -> Iterator[tuple[str, ast.Call]]:
    """Every `desk.note(...)` in the use cases, with where it stands."""
    for file in sorted(Path(usecases.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"desk.note", "desk.note_within"}:
                del node.args[: node.func.attr == "note_within"]  # type: ignore[attr-defined]  # the branch
                yield f"{file.name}:{node.lineno}", node


ACT_AT = {"define": 4, "as_shipped": 3, "_change": 5}
"""Which argument names the change, in what settles a definition."""


def settled() -> list[str]:
    """Every change that a use case of the settings names."""
    acts = []
    for file in sorted((Path(usecases.__file__).parent / "settings").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and (place := ACT_AT.get(ast.unparse(node.func))):
                act_ = node.args[place]
                acts += [act_.value] if isinstance(act_, ast.Constant) else []
    return [str(one) for one in acts]


ON_CARDS = ("client", "inquiry", "deal", "trip")
FILLED = [(subject, "field") for subject in (*ON_CARDS, "own_item")] + [("deal", "field_of_one")]
SUBJECTS_CHOSEN: dict[str, list[tuple[str, str]]] = {
    "items.py 'item_hung'": [(subject, "item_hung") for subject in ON_CARDS],
    "items.py 'item_taken_off'": [(subject, "item_taken_off") for subject in ON_CARDS],
    "filling.py f'{what}_changed'": [(subject, f"{what}_changed") for subject, what in FILLED],
    "merging.py what": [("client", f"field_{what}") for what in ("merged", "taken_over", "stayed")],
    "fetched.py what": [
        *((subject, "field_refused") for subject in (*ON_CARDS, "own_item")),
        ("deal", "field_of_one_refused"),
    ],
    "filling.py f'{what}_filled'": [(subject, f"{what}_filled") for subject, what in FILLED],
}
"""Changes of things that are chosen while the program runs: whose they can be."""
CHOSEN_ELSEWHERE: dict[str, list[str]] = {
    "items.py 'item_retired' if retired else 'item_back'": ["item_retired", "item_back"],
    "tying.py 'group_tied' if settled.is_tied else 'group_not_tied'": ["group_tied", "group_not_tied"],
    "saved_replies.py act": [f"reply_{how}" for how in ("added", "changed", "named", "retired", "again")],
    "defining.py act": settled(),
    "booking.py what": ["confirmed", "refused", "cancelled"],
    "booking.py f'service_{what}'": ["service_confirmed", "service_refused", "service_cancelled"],
    "links.py what": ["service_confirmed", "service_refused"],
    "links.py f'supplier_{said.answer.value}'": [f"supplier_{one}" for one in SupplierAnswer],
    "holding.py act": ["conversation_taken", "conversation_given"],
    "holding.py rested": ["no_answer_needed", "waits_for_client"],
    "holidays.py act": ["holiday_planned", "holiday_changed"],
    "messages.py how": [*Said],
    "editing.py act": ["edited", "answer_edited"],
    "noting.py act": ["call", *ACTS.values()],
    "correcting.py f'{what}_changed'": [f"{what}_changed" for what in DUES],
    "backups.py f'doubtful_{becomes}'": ["doubtful_waiting", "doubtful_dropped"],
    "planning.py what": ["link_revoked", "link_renewed"],
    "acting.py 'reminders_muted' if muted else 'reminders_again'": ["reminders_muted", "reminders_again"],
    "lists.py f'{kind.value}_sent'": [f"{kind}_sent" for kind in ListKind],
}
"""Changes that a caller names: their values, by file and variable."""


@pytest.mark.parametrize(("where", "call"), [pytest.param(*one, id=one[0]) for one in noted()])
def test_every_change_has_words(where: str, call: ast.Call) -> None:
    subject, what = call.args[0], call.args[2]
    named = where.partition(":")[0] + " " + ast.unparse(what)
    if isinstance(subject, ast.Constant):
        chosen = [what.value] if isinstance(what, ast.Constant) else CHOSEN_ELSEWHERE[named]
        changes = [(str(subject.value), str(change)) for change in chosen]
    else:
        changes = SUBJECTS_CHOSEN[named]
    assert changes, f"{where}: nothing is tried"
    for change in changes:
        words = WORDS.get(change)
        assert words is not None, f"{where}: no words for {change!r}"
        if all(keyword.arg for keyword in call.keywords):
            given = {keyword.arg for keyword in call.keywords}
            assert places(words) <= given, f"{where}: the words want {places(words) - given}"


def test_what_a_deal_went_on_without_has_words() -> None:
    of_fields = {"field_wanted", "field_of_travellers"}
    assert MISSING.keys() == REQUIREMENTS.keys() | of_fields


def test_what_can_be_read_has_a_page_that_leads_back_to_a_card() -> None:
    readable = {key for key, subject in SUBJECTS.items() if subject.right is not None}

    assert PAGES.keys() == readable
    assert {page.card.key for page in PAGES.values()} <= ROUTES.views.keys()


def test_all_words_are_about_what_has_a_history() -> None:
    assert {subject for subject, _what in WORDS} <= SUBJECTS.keys()


def test_words_and_subjects_are_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        act("deal", "opened", _("Cancel"))
    with pytest.raises(ValueError, match="declared twice"):
        history_of("deal", reach=OF_ITS_BRANCH)


def test_every_subject_says_how_its_branch_is_found() -> None:
    assert BRANCHED.keys() == {key for key, subject in SUBJECTS.items() if subject.reach is OF_ITS_BRANCH}
    assert {subject.reach for subject in SUBJECTS.values()} == set(Reach)


async def test_nothing_is_written_about_what_nobody_has_declared(world: World) -> None:
    with pytest.raises(ValueError, match="'dream'"):
        await world.database.run(lambda unit: world.desk(unit).note("dream", 1, "dreamt"))


def entry(subject: str, what: str, **facts: object) -> HistoryEntry:
    return HistoryEntry(subject, 1, what, datetime(2027, 3, 1, tzinfo=UTC), "Boris", None, facts)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            entry("deal", "advanced", **{"from": "documents.data", "to": "documents.sent"}),
            "Travellers' details → Passport photos",
        ),
        (
            entry("deal", "paid", amount="€200.50", method="bank", on="2027-03-01", payment=1),
            "Paid: €200.50, Bank transfer, 1 March",
        ),
        (entry("deal", "document_rejected", name="Anna", reason="cut_off"), "Rejected: Anna\nWhy: Cut off"),
        (entry("deal", "lost", **{"from": "new"}, reason="no_answer"), "New → closed\nWhy: Does not answer"),
        (entry("deal", "lost", **{"from": "new"}, reason="the {cat}"), "New → closed\nWhy: the {cat}"),
        (
            entry(
                "deal",
                "overridden",
                **{"from": "deposit", "to": "payment"},
                missing=["deposit_paid"],
                reason="ok",
            ),
            "Deposit → Full payment\nWithout: the deposit\nWhy: ok",
        ),
        (entry("trip", "resized", was=40, becomes=45), "45 seats; before: 40"),
        (
            entry("trip", "rescheduled", was="2027-10-29T06:30:00", becomes="2027-10-29T07:00:00"),
            "Departs 29 October, 07:00; before: 29 October, 06:30",
        ),
        (entry("deal", "question", text="x" * 300), f"Asked: “{'x' * 200}…”"),
        (entry("staff", "joined", role="guide"), "Joined: Guide"),
    ],
)
def test_its_facts_are_said_as_people_know_them(change: HistoryEntry, told: str) -> None:
    assert VOICE.plain(change_told(change)) == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (entry("deal", "painted_blue", text="by hand"), "painted blue"),
        (entry("deal", "paid", amount="€200.50"), "paid"),
        (
            entry("deal", "paid", amount="much", method="shells", on="soon", payment=1),
            "Paid: much, shells, soon",
        ),
        (entry("deal", "advanced", **{"from": "wish", "to": "paid.half"}), "wish → paid"),
    ],
)
def test_what_an_older_or_newer_program_wrote_is_told_all_the_same(change: HistoryEntry, told: str) -> None:
    assert VOICE.plain(change_told(change)) == told
