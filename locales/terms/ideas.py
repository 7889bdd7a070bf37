"""States of ideas, and a vote in lines, as people see them."""

import re

from babel import Locale
from babel.numbers import format_decimal

from domain.entities.ideas import Idea, IdeaState, Vote
from domain.queries.ideas import Tally
from locales.sentence import Sentence, _, n_

IDEA_STATES: dict[IdeaState, Sentence] = {
    IdeaState.NEW: _("New idea"),
    IdeaState.PLANNED: _("Planned"),
    IdeaState.DONE: _("Done"),
    IdeaState.DECLINED: _("Not now"),
}
_QUESTION = re.compile(r"🗳\D{1,40}?([0-9]{1,15})\b")
VOTES = n_("{count} vote", "{count} votes")


def short_idea(idea: Idea, most: int = 60) -> str:
    """Its words on one line, cut to what a button or a line of a list takes."""
    flat = " ".join(idea.text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def voters(vote: Vote) -> Sentence:
    """Who is asked."""
    return _("Clients of {trip}")(trip=vote.trip.title) if vote.trip else _("The staff")


def poll_question(vote: Vote) -> Sentence:
    """Its number says which vote it is, also to us: `vote_in` reads it again."""
    if vote.trip:
        return _("🗳 #{number}: which is the best for {trip}?")(number=vote.id, trip=vote.trip.title)
    return _("🗳 #{number}: which of these is the best?")(number=vote.id)


def vote_in(question: str) -> int | None:
    """The number of the vote a poll asks about; None when it is no question of ours."""
    found = _QUESTION.match(question)
    return int(found[1]) if found else None


def tally_lines(tally: Tally) -> list[Sentence]:
    """Each idea with its votes, and how many have voted."""
    line = _("{place}. {text} — <b>{votes}</b>")
    told = [
        line(place=place, text=short_idea(idea, 200), votes=VOTES(count=count))
        for place, (idea, count) in enumerate(tally.counts, 1)
    ]
    return [*told, _("Voted: {voted} of {asked}")(voted=tally.voted, asked=tally.asked)]


def mean_words(value: float, locale: Locale) -> str:
    """ "4.3", "4,3"."""
    return str(format_decimal(value, format="0.0", locale=locale))
