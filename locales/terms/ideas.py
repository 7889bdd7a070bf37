"""States of ideas, and a vote in lines, as people see them."""

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
VOTES = n_("{count} vote", "{count} votes")


def short_idea(idea: Idea, most: int = 60) -> str:
    """Its words on one line, cut to what a button or a line of a list takes."""
    flat = " ".join(idea.text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def voters(vote: Vote) -> Sentence:
    """Who is asked."""
    return _("Clients of {trip}")(trip=vote.trip.title) if vote.trip else _("The staff")


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
