"""How an open flow looks: its question with the ways out of it, or its review."""

from typing import TYPE_CHECKING

from bot.conversation.flow.answers import Question
from bot.conversation.screen import BACK, MOST, Button, Row, Screen, choices, pairs
from bot.conversation.widgets.listing import NEXT, PREVIOUS
from locales import Sentence, _, lines

if TYPE_CHECKING:
    from bot.conversation.flow.engine import ActiveFlow

SKIP = _("Skip")
CANCEL = _("✖ Cancel")
CHANGES = "changes"
"""The page of what can be changed, while the review shows that."""
BESIDE = 6
"""So many answers can be changed from the review itself."""
ON_A_PAGE = 7
"""So many stand on a page when there are more."""


def told(active: "ActiveFlow", because: Sentence | None) -> Screen:
    """What is drawn, below the remark on the last answer and the reason why it is asked again."""
    shown = drawn(active)
    if active.remark is not None:
        shown = Screen(lines(active.remark, "", shown.text), shown.rows, shown.asking)
    if because is not None:
        shown = Screen(lines(_("⚠️ {reason}")(reason=because), "", shown.text), shown.rows, shown.asking)
    return _with_offered(active, shown) if active.offered and shown.asking is None else shown


def _with_offered(active: "ActiveFlow", shown: Screen) -> Screen:
    """What else may be done with the words stands first; the last numbers, which may be typed too, make room."""
    whole = Screen(shown.text, (*active.offered, *shown.rows))
    question = active.open_question
    over = choices(whole) - MOST
    if over <= 0 or question is None or not question.may_show_fewer:
        return whole
    dropped = [button for row in shown.rows for button in row if button.action == "answer"][-over:]
    kept = (tuple(button for button in row if button not in dropped) for row in shown.rows)
    return Screen(shown.text, (*active.offered, *filter(None, kept)))


def drawn(active: "ActiveFlow") -> Screen:
    """The open question, or the review. Raises Refusal when there is nothing left to ask for."""
    active.flow.must_hold(active.exchange, active.answers)
    question = active.open_question
    return _review(active) if question is None else _question(active, question)


def _question(active: "ActiveFlow", question: Question) -> Screen:
    text = question.shown_prompt(active.exchange, active.answers, active.state.scratch)
    asking = question.asking()
    if asking is not None:
        others = (
            *([SKIP] if question.optional else []),
            *([BACK] if active.course.leads_back else []),
            CANCEL,
        )
        return Screen(text, asking=type(asking)(asking.wants, asking.label, others))
    rows = question.rows(active.exchange, active.answers, active.state.scratch)
    return Screen(text, (*rows, _ways_out(active, question)))


def _ways_out(active: "ActiveFlow", question: Question) -> Row:
    ways = [
        Button(BACK, "back", apart=True) if active.course.leads_back else None,
        Button(SKIP, "skip", apart=True) if question.optional else None,
        Button(CANCEL, "cancel", apart=True),
    ]
    return tuple(way for way in ways if way)


def _review(active: "ActiveFlow") -> Screen:
    text = active.flow.review(active.exchange, active.answers)
    assert text is not None
    changes = [
        Button(_("✏️ {label}")(label=question.label), "change", (question.name,))
        for question in active.flow.due(active.answers)
        if question.name in active.state.asked or _offers_to_change(active, question)
    ]
    page = active.state.scratch.get(CHANGES)
    if page is not None:
        return Screen(text, _changes(changes, page))
    if len(changes) > BESIDE:
        changes = [Button(_("✏️ Change something"), "scratch", (CHANGES, 0))]
    return Screen(text, ((Button(active.flow.send, "send"),), *pairs(changes), (Button(CANCEL, "cancel"),)))


def _changes(changes: list[Button], page: int) -> tuple[Row, ...]:
    """What can be changed, when it does not fit beside the review's own buttons."""
    first = page * ON_A_PAGE
    turns = [
        Button(PREVIOUS, "scratch", (CHANGES, page - 1), apart=True) if page else None,
        Button(NEXT, "scratch", (CHANGES, page + 1), apart=True)
        if len(changes) > first + ON_A_PAGE
        else None,
    ]
    turning = tuple(turn for turn in turns if turn)
    shown = pairs(changes[first : first + ON_A_PAGE])
    return (*shown, *((turning,) if turning else ()), (Button(BACK, "scratch", (CHANGES, None), apart=True),))


def _offers_to_change(active: "ActiveFlow", question: Question) -> bool:
    return question.name in active.flow.changes_known and question.name in active.state.answers
