"""Three ideas are chosen, and whom to ask about them; then the vote is opened."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, column, go, turn
from bot.conversation.widgets.confirm import confirm
from bot.conversation.widgets.listing import listing
from bot.links.ideas import CHOOSE_IDEAS, CHOOSE_VOTERS, CONFIRM_VOTE, OPEN_VOTE, VOTE, VOTES
from domain.entities.ideas import Idea
from domain.entities.trips import TripNumber
from domain.queries.ideas import OPTIONS, ideas_to_choose, vote_plan
from domain.queries.trip_lists import upcoming
from domain.usecases.ideas.votes import open_vote
from locales import Sentence, _, lines, n_
from locales.terms.ideas import short_idea

routes = Routes()

SIZE = 5
ASKED = n_("{count} person will be asked.", "{count} people will be asked.")


@routes.draws(CHOOSE_IDEAS)
def choose_ideas(exchange: Exchange, chosen: list[int], page: int) -> Screen:
    found = ideas_to_choose(exchange.desk, SIZE + 1, page * SIZE)
    ready = len(chosen) == OPTIONS
    return listing(
        _("Choose three ideas: {count} of 3.")(count=len(chosen)),
        found,
        page,
        opens=lambda one: turn(_label(one, chosen), CHOOSE_IDEAS, _toggled(chosen, one.id), page),
        turns=lambda label, number: turn(label, CHOOSE_IDEAS, chosen, number),
        empty=_("There are no ideas to choose from yet."),
        below=column(
            [go(_("▶ Who should I ask?"), CHOOSE_VOTERS, chosen, 0) if ready else None, back(VOTES, 0)]
        ),
        size=SIZE,
    )


def _label(one: Idea, chosen: list[int]) -> Sentence:
    label = _("✓ {choice}") if one.id in chosen else _("💡 {choice}")
    return label(choice=short_idea(one))


def _toggled(chosen: list[int], number: int) -> list[int]:
    """Of more than three the one that was chosen first gives way."""
    if number in chosen:
        return [one for one in chosen if one != number]
    return [*chosen, number][-OPTIONS:]


@routes.draws(CHOOSE_VOTERS)
def choose_voters(exchange: Exchange, chosen: list[int], page: int) -> Screen:
    trips = upcoming(exchange.desk, SIZE + 1, page * SIZE)
    staff = go(_("👥 The staff"), CONFIRM_VOTE, chosen, None)
    return listing(
        _("Who should I ask? The staff, or the clients of a trip."),
        trips,
        page,
        opens=lambda line: go(_("🚌 {trip}")(trip=line.trip.title), CONFIRM_VOTE, chosen, line.trip.id),
        turns=lambda label, number: turn(label, CHOOSE_VOTERS, chosen, number),
        chips=((staff,),),
        below=column([back(CHOOSE_IDEAS, chosen, 0)]),
        size=SIZE,
    )


@routes.draws(CONFIRM_VOTE)
def confirm_vote(exchange: Exchange, chosen: list[int], trip: TripNumber | None) -> Screen:
    plan = vote_plan(exchange.desk, chosen, trip)
    told = [
        _("{place}. {text}")(place=place, text=short_idea(one, 200))
        for place, one in enumerate(plan.ideas, 1)
    ]
    text = lines(
        _("<b>A vote among the clients of {trip}</b>")(trip=plan.trip.title)
        if plan.trip
        else _("<b>A vote among the staff</b>"),
        *told,
        ASKED(count=len(plan.voters)),
    )
    return confirm(text, act(_("🗳 Ask them"), OPEN_VOTE, chosen, trip), back(CHOOSE_VOTERS, chosen, 0))


@routes.does(OPEN_VOTE)
def open_chosen(exchange: Exchange, chosen: list[int], trip: TripNumber | None) -> None:
    vote = open_vote(exchange.desk, chosen, trip)
    exchange.show(VOTE, vote.id)


def chooses() -> Button:
    """Where a vote is begun."""
    return go(_("➕ Put three ideas to a vote"), CHOOSE_IDEAS, [], 0)
