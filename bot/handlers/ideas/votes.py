"""Votes: their list, one with its tally, and voting under a notice or on the card."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Row, Screen, act, back, column, go, turn
from bot.conversation.widgets.card import card
from bot.conversation.widgets.listing import listing
from bot.handlers.ideas.choosing import chooses
from bot.links.ideas import CAST_VOTE, CLOSE_VOTE, IDEAS, VOTE, VOTE_SLOTS, VOTES
from domain.entities.ideas import IdeaNumber, Vote, VoteNumber
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.ideas import VoteCard, vote_card, votes_shown
from domain.usecases.ideas.votes import cast_vote, close_vote
from locales import Sentence, _
from locales.terms.ideas import short_idea, tally_lines, voters

routes = Routes()

SIZE = 5


@routes.draws(VOTES)
def votes(exchange: Exchange, page: int) -> Screen:
    found = votes_shown(exchange.desk, SIZE + 1, page * SIZE)
    judges = exchange.desk.actor.may(Right.JUDGE_IDEAS)
    return listing(
        _("<b>🗳 Votes</b>"),
        found,
        page,
        opens=lambda one: go(_vote_line(one), VOTE, one.id),
        turns=lambda label, number: turn(label, VOTES, number),
        empty=_("No votes yet.") if judges else _("You have not been asked to vote yet."),
        below=column([chooses() if judges else None, back(IDEAS, "all", 0)]),
        size=SIZE,
    )


def _vote_line(one: Vote) -> Sentence:
    line = _("🗳 {voters} · open") if one.is_open else _("🗳 {voters} · closed")
    return line(voters=voters(one))


@routes.draws(VOTE)
def vote(exchange: Exchange, number: VoteNumber) -> Screen:
    found = vote_card(exchange.desk, number)
    judges = exchange.desk.actor.may(Right.JUDGE_IDEAS)
    told = [
        *_head(found.vote, judges=judges),
        *(tally_lines(found.tally) if found.tells else _offered(found)),
    ]
    if judges and found.vote.is_open:
        told.append(_("To ask in a group as well, write /vote there."))
    closes = act(_("🏁 Close the vote"), CLOSE_VOTE, number) if judges and found.vote.is_open else None
    return card(
        exchange,
        found.vote,
        told,
        VOTE_SLOTS,
        first=_choices(found),
        buttons=[(10, closes)],
        away=(back(VOTES, 0),),
    )


def _head(vote: Vote, *, judges: bool) -> list[Sentence]:
    """Clients read what it is about: its number and its dates are for who leads it."""
    if vote.trip is not None and not judges:
        about = _("<b>🗳 {trip}</b>") if vote.is_open else _("<b>🗳 {trip}</b> · closed")
        return [about(trip=vote.trip.title)]
    return [
        _("<b>🗳 Vote #{number}</b> · {voters}")(number=vote.id, voters=voters(vote)),
        _("Open since {at}")(at=vote.opened_at)
        if vote.closed_at is None
        else _("Closed on {at}")(at=vote.closed_at),
    ]


def _offered(found: VoteCard) -> list[Sentence]:
    told = [
        _("{place}. {text}")(place=place, text=short_idea(one, 200))
        for place, (one, _count) in enumerate(found.tally.counts, 1)
    ]
    return [*told, _("Which is the best? You have one vote and can change it until the vote closes.")]


def _choices(found: VoteCard) -> tuple[Row, ...]:
    """One button for each idea, as long as it may be voted."""
    if found.ballot is None or not found.vote.is_open:
        return ()
    chosen = found.ballot.choice
    buttons = [
        act(
            (_("✓ {choice}") if one is chosen else _("💡 {choice}"))(choice=short_idea(one)),
            CAST_VOTE,
            found.vote.id,
            one.id,
        )
        for one, _count in found.tally.counts
    ]
    return column(buttons)


@routes.does(CAST_VOTE)
def cast(exchange: Exchange, vote: VoteNumber, idea: IdeaNumber) -> None:
    cast_vote(exchange.desk, vote, idea)
    exchange.note(_("Your vote is counted. You can change it until the vote closes."))
    exchange.show(VOTE, vote)


@routes.does(CLOSE_VOTE)
def close(exchange: Exchange, number: VoteNumber) -> None:
    close_vote(exchange.desk, number)
    exchange.show(VOTE, number)


def _cast_by_place(exchange: Exchange, notice: Notice, place: int) -> None:
    number = notice.facts["vote"]
    one, _count = vote_card(exchange.desk, number).tally.counts[place]
    cast(exchange, number, one.id)


@routes.verb("vote_first")
def vote_first(exchange: Exchange, notice: Notice) -> None:
    _cast_by_place(exchange, notice, 0)


@routes.verb("vote_second")
def vote_second(exchange: Exchange, notice: Notice) -> None:
    _cast_by_place(exchange, notice, 1)


@routes.verb("vote_third")
def vote_third(exchange: Exchange, notice: Notice) -> None:
    _cast_by_place(exchange, notice, 2)
