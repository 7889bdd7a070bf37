"""Ideas: they are said by anybody, and answered and marked by who judges them."""

from typing import Any

from domain.entities.ideas import Idea, IdeaState
from domain.entities.notices import NoticeKind
from domain.entities.people import Right
from domain.notices.ideas import IDEA_ANSWERED, IDEA_MARKED, IDEA_SAID
from domain.ports.desk import Desk
from domain.ports.routing import present
from domain.usecases.inquiries.intake import Introduction, become_client


def say_idea(desk: Desk, text: str) -> Idea:
    """Staff speak as colleagues of their branch; anybody else speaks as a client."""
    person = desk.actor.person
    assert person is not None
    idea = Idea(person, text, desk.now)
    if desk.actor.is_staff and desk.actor.staff is not None:
        idea.staff, idea.branch = desk.actor.staff, desk.actor.staff.branch
    else:
        idea.client = become_client(desk, Introduction(desk.actor.name))
    desk.repositories.ideas.add(idea)
    desk.repositories.flush()
    desk.note("idea", idea.id, "said")
    for member in present(desk, desk.archive.staff.who_may(Right.JUDGE_IDEAS)):
        if member.person is not person:
            desk.notify(member.person, IDEA_SAID, str(idea.id), idea=idea.id)
    return idea


def answer_idea(desk: Desk, number: int, text: str) -> Idea:
    """The author hears the words as they are. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    idea = _to_judge(desk, number)
    idea.reply(text, desk.now)
    desk.note("idea", idea.id, "answered", text=text)
    _tell(desk, idea, IDEA_ANSWERED, text=text, by=desk.actor.name)
    return idea


def mark_idea(desk: Desk, number: int, state: IdeaState) -> Idea:
    """The author hears of it. Twice is fine. Raises Forbidden, NotFound."""
    idea = _to_judge(desk, number)
    if idea.state is state:
        return idea
    desk.note("idea", idea.id, "marked", state_was=idea.state.value, state=state.value)
    idea.state = state
    _tell(desk, idea, IDEA_MARKED, state=state.value)
    return idea


def _to_judge(desk: Desk, number: int) -> Idea:
    desk.must(Right.JUDGE_IDEAS)
    return desk.repositories.ideas.locked(number)


def _tell(desk: Desk, idea: Idea, kind: NoticeKind, **facts: Any) -> None:
    """Unless they did it themselves."""
    if idea.person is not desk.actor.person:
        desk.notify(idea.person, kind, f"{idea.id}:{desk.now.isoformat()}", idea=idea.id, **facts)
