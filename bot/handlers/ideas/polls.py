"""A vote in a group: asked as a poll of Telegram's, whose answers are ballots of the same vote.

Olga: /vote (in the group of the office)
Bot:  (a poll) 🗳 № 3: which of these is the best?
Boris: (chooses the second)
"""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, column
from bot.links.ideas import ASK_GROUP, VOTES, VOTES_IN_GROUP
from domain.entities.ideas import Vote, VoteNumber
from domain.entities.people import Right
from domain.queries.ideas import votes_to_ask
from domain.usecases.ideas.polls import answer_poll, ask_in_group, poll_recognised
from domain.values.refusals import Refusal
from locales import Sentence, _
from locales.terms.ideas import vote_in, voters

routes = Routes(rank=461)


@routes.command(
    "vote", _("Ask a group which idea is the best"), right=Right.JUDGE_IDEAS, in_groups=True, rank=70
)
def vote_here(exchange: Exchange, argument: str) -> None:
    """In a group; "/vote 3" names one when several are open. In private there is the list of votes."""
    if exchange.event.private:
        exchange.show(VOTES, 0)
        return
    found = votes_to_ask(exchange.desk)
    named = [vote for vote in found if argument.strip().lstrip("№# ") == str(vote.id)]
    chosen = named or found
    if len(chosen) == 1:
        _ask(exchange, chosen[0].id)
    else:
        exchange.show(VOTES_IN_GROUP)


@routes.draws(VOTES_IN_GROUP)
def votes_in_group(exchange: Exchange) -> Screen:
    found = votes_to_ask(exchange.desk)
    if not found:
        return Screen(_("No vote is open. One begins with three ideas: /menu → 💡 Ideas → 🗳 Votes."))
    return Screen(
        _("Which vote should I ask about here?"),
        column([act(_line(one), ASK_GROUP, one.id) for one in found]),
    )


def _line(one: Vote) -> Sentence:
    return _("🗳 #{number} · {voters}")(number=one.id, voters=voters(one))


@routes.does(ASK_GROUP)
def ask_group(exchange: Exchange, number: VoteNumber) -> None:
    _ask(exchange, number)


def _ask(exchange: Exchange, number: int) -> None:
    """Raises Refusal: say_in_group."""
    if exchange.event.private:
        raise Refusal("say_in_group")
    ask_in_group(exchange.desk, number, exchange.event.chat_id)


@routes.hears("poll_answer")
def poll_answered(exchange: Exchange) -> None:
    """Nobody waits for words: the poll itself shows what was chosen."""
    facts = exchange.event.facts
    chosen = facts.get("option_ids") or []
    answer_poll(exchange.desk, str(facts["poll_id"]), int(chosen[0]) if chosen else None)


@routes.hears("poll")
def poll_seen(exchange: Exchange) -> None:
    """It comes after each answer in a poll of ours; of one that somebody else made it comes only when it is closed."""
    facts = exchange.event.facts
    number = vote_in(str(facts["question"]))
    if number is not None and not facts["is_closed"]:
        poll_recognised(exchange.desk, str(facts["id"]), number)
