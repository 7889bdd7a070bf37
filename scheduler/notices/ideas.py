"""Ideas: one was said, what became of one's own, a vote and how it ended, and how one finds the program."""

from domain.entities.ideas import Idea, IdeaState, Vote
from domain.entities.notices import Notice
from domain.notices.ideas import (
    FEEDBACK_WANTED,
    IDEA_ANSWERED,
    IDEA_MARKED,
    IDEA_SAID,
    POLL_NOT_ASKED,
    VOTE_CLOSED,
    VOTE_OPENED,
    VOTE_POLL,
    VOTE_POLL_STOPPED,
)
from domain.ports.desk import Desk
from domain.queries.ideas import tally
from domain.usecases.ideas.polls import poll_asked, poll_refused
from domain.values.text import first_name
from locales import Sentence, _, lines
from locales.terms.ideas import poll_question, short_idea, tally_lines
from scheduler.notices.declared import follows, words_of
from scheduler.notices.message_content import Ending, MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_staff

IN_POLL = 100
"""Characters of an option, at most."""
_CLOSED = _("🏁 <b>The vote is closed</b>")
VERBS = ("vote_first", "vote_second", "vote_third")
MARKED: dict[IdeaState, Sentence] = {
    IdeaState.NEW: _("💡 We will look at your idea again"),
    IdeaState.PLANNED: _("📌 Planned: your idea"),
    IdeaState.DONE: _("✅ Done: your idea"),
    IdeaState.DECLINED: _("💡 Not now, but thank you for the idea"),
}
WISH_MARKED: dict[IdeaState, Sentence] = {
    IdeaState.NEW: _("💡 We will look at your wish again"),
    IdeaState.PLANNED: _("📌 Planned: your wish"),
    IdeaState.DONE: _("✅ Done: your wish"),
    IdeaState.DECLINED: _("💡 Not now, but thank you for your wish"),
}


@words_of(IDEA_SAID)
def said(desk: Desk, notice: Notice) -> MessageContent:
    idea = desk.repositories.ideas.get(notice.facts["idea"])
    for_staff(desk, notice, idea.branch)
    text = lines(
        _("💡 <b>A wish from {name}</b>")(name=idea.author)
        if idea.client
        else _("💡 <b>{name} has an idea</b>")(name=idea.author),
        _("<blockquote>{text}</blockquote>")(text=excerpt(idea.text)),
    )
    return MessageContent(text, ((_("✉️ Answer"), "answer_idea"), (_("📂 To the idea"), "open_idea")))


@words_of(IDEA_ANSWERED)
def answered(desk: Desk, notice: Notice) -> MessageContent:
    idea = _theirs(desk, notice)
    if idea.client is not None:
        return _wish_answered(desk, notice, idea)
    text = lines(
        _("💡 <b>{name} answers your idea</b>")(name=notice.facts["by"]),
        _("<blockquote>{text}</blockquote>")(text=short_idea(idea, 200)),
        excerpt(notice.facts["text"]),
    )
    return MessageContent(text)


def _wish_answered(desk: Desk, notice: Notice, idea: Idea) -> MessageContent:
    """A client knows colleagues by their first names, and the agency by its own."""
    text = lines(
        _("💡 <b>An answer to your wish</b>"),
        _("<blockquote>{text}</blockquote>")(text=short_idea(idea, 200)),
        excerpt(notice.facts["text"]),
        _("{name}, {agency}")(name=first_name(notice.facts["by"]), agency=desk.agency.name),
    )
    return MessageContent(text)


@words_of(IDEA_MARKED)
def marked(desk: Desk, notice: Notice) -> MessageContent:
    idea = _theirs(desk, notice)
    if idea.state != notice.facts["state"]:
        raise NothingToSay("marked otherwise since")
    quoted = _("<blockquote>{text}</blockquote>")(text=short_idea(idea, 200))
    marked_so = (MARKED if idea.client is None else WISH_MARKED)[idea.state]
    return MessageContent(lines(marked_so, quoted))


def _theirs(desk: Desk, notice: Notice) -> Idea:
    idea = desk.repositories.ideas.get(notice.facts["idea"])
    if idea.person is not notice.person or not idea.still_theirs:
        raise NothingToSay("not theirs any more")
    return idea


@words_of(VOTE_OPENED)
def opened(desk: Desk, notice: Notice) -> MessageContent:
    vote = _asked(desk, notice)
    if not vote.is_open:
        raise NothingToSay("closed since")
    options = desk.repositories.votes.options(vote)
    text = lines(
        _("🗳 <b>Which is the best for {trip}?</b>")(trip=vote.trip.title)
        if vote.trip
        else _("🗳 <b>Which of these is the best?</b>"),
        *(
            _("{place}. {text}")(place=place, text=short_idea(one, 200))
            for place, one in enumerate(options, 1)
        ),
        _("You have one vote and can change it until the vote closes."),
    )
    label = _("{place}. {text}")
    buttons = [
        (label(place=place, text=short_idea(one, 50)), verb)
        for place, (one, verb) in enumerate(zip(options, VERBS, strict=True), 1)
    ]
    return MessageContent(text, tuple(buttons))


@words_of(VOTE_CLOSED)
def closed(desk: Desk, notice: Notice) -> MessageContent:
    vote = _asked(desk, notice)
    head = _("🏁 <b>{trip}: the vote is closed</b>")(trip=vote.trip.title) if vote.trip else _CLOSED
    return MessageContent(lines(head, *tally_lines(tally(desk, vote))))


@words_of(VOTE_POLL)
def poll(desk: Desk, notice: Notice) -> MessageContent:
    asked = desk.archive.vote_polls.get(notice.facts["poll"])
    if not asked.vote.is_open:
        raise NothingToSay("closed since")
    options = tuple(short_idea(one, IN_POLL) for one in desk.archive.votes.options(asked.vote))
    return MessageContent(poll_question(asked.vote), group=asked.group, poll=options)


@follows(VOTE_POLL)
def poll_ended(desk: Desk, notice: Notice, ending: Ending) -> None:
    number = notice.facts["poll"]
    if ending.sent_as is None or ending.poll is None:
        poll_refused(desk, number)
    else:
        poll_asked(desk, number, ending.poll, ending.sent_as)


@words_of(VOTE_POLL_STOPPED)
def poll_stopped(desk: Desk, notice: Notice) -> MessageContent:
    poll = desk.archive.vote_polls.get(notice.facts["poll"])
    return MessageContent(poll_question(poll.vote), group=poll.group, stops=poll.sent_as)


@follows(VOTE_POLL_STOPPED)
def poll_stop_ended(_desk: Desk, _notice: Notice, _ending: Ending) -> None:
    """Whoever took the poll away, or the bot, has ended it too."""


@words_of(POLL_NOT_ASKED)
def poll_not_asked(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    return MessageContent(
        _(
            "🗳 Vote #{number} could not be asked in the group: I am no longer there, or may not send polls. Add"
            " me, or allow polls, and write /vote there again."
        )(number=notice.facts["vote"])
    )


def _asked(desk: Desk, notice: Notice) -> Vote:
    vote = desk.repositories.votes.get(notice.facts["vote"])
    if vote.trip is None:
        for_staff(desk, notice)
    if desk.repositories.votes.ballot(vote, notice.person) is None:
        raise NothingToSay("was not asked")
    return vote


@words_of(FEEDBACK_WANTED)
def feedback_wanted(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    text = lines(
        _("📊 <b>How is it, working with me?</b>"),
        _("You have been here for a while. Three ratings and, if you like, a comment: half a minute."),
    )
    return MessageContent(text, ((_("📊 Rate"), "give_feedback"),))
