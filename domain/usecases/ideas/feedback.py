"""Feedback: after thirty days, or what the agency has settled, each colleague is asked once how they find the program."""

from domain.entities.ideas import Feedback
from domain.notices.ideas import FEEDBACK_WANTED
from domain.ports.desk import Desk
from domain.queries.ideas import feedback_wanted

HOURS = range(9, 18)
"""The hours of the agency's day at which somebody is asked."""
PORTION = 50


def ask_colleagues(desk: Desk) -> int:
    """The agency asks who has worked here long enough, each once; how many were asked."""
    if desk.now.astimezone(desk.agency.zone).hour not in HOURS:
        return 0
    members = desk.archive.feedback.to_ask(desk.now - desk.agency.timing.feedback, PORTION)
    for member in members:
        desk.archive.feedback.add(Feedback(member, desk.now))
        desk.notify(member.person, FEEDBACK_WANTED, str(member.id), member=member.id)
    desk.archive.flush()
    return len(members)


def give_feedback(desk: Desk, speed: int, ease: int, calm: int, word: str | None = None) -> Feedback:
    """Once. Raises NotFound for who was not asked, Refusal: feedback_given."""
    feedback = feedback_wanted(desk)
    feedback.speed, feedback.ease, feedback.calm, feedback.word = speed, ease, calm, word
    feedback.answered_at = desk.now
    desk.note("staff", feedback.member.id, "feedback_given")
    return feedback
