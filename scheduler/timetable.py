"""The timetable: everything that happens by itself, how often we look, and the use case that does it.

The database decides what is due; a look too many does nothing, a look too late does it late.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial

from domain.ports.desk import Desk
from domain.usecases.conversations.alarms import sound_alarms
from domain.usecases.deals.journeys import announce_journeys, finish_journeys
from domain.usecases.deals.waiting_line import offer_on
from domain.usecases.ideas.feedback import ask_colleagues
from domain.usecases.ideas.polls import count_answers
from domain.usecases.later.sending import send_later_messages
from domain.usecases.services.booking import mind_options
from domain.usecases.settling.asking import ask_for_cards, copy_cards
from domain.usecases.staff.holidays import mind_holidays
from domain.usecases.staff.mornings import greet_colleagues
from domain.usecases.trips.departures import announce_departures, finish_trips
from domain.usecases.web_posts.keeping import forget_posts
from ops.fault_points import passing
from scheduler.jobs.catching_up import catch_up
from scheduler.jobs.context import JobContext
from scheduler.jobs.data_copies import copy_data
from scheduler.jobs.housekeeping import clear_up
from scheduler.jobs.reminding import look_at_deals
from scheduler.jobs.web_posts import take_posts
from storage import SqlUnit


class Group(StrEnum):
    """Entries of one group wait for each other; no group waits for another."""

    HOUSE = "timetable"
    FILES = "files"
    """A Telegram that hangs keeps whoever fetches from it waiting for minutes."""
    POST = "post"
    """A long mailing."""
    STAFF_GROUPS = "staff groups"
    """A group takes twenty messages a minute."""
    TRANSLATIONS = "translations"
    """A service may keep us waiting for seconds."""
    IMPORTS = "imports"
    """A long file of clients."""
    WEB_POSTS = "web posts"
    """A web site that is flooded."""


@dataclass(frozen=True)
class Entry:
    """One line of the timetable. The work says how many things it did."""

    name: str
    every: timedelta
    work: Callable[[JobContext], Awaitable[int]]
    group: Group = Group.HOUSE


def at_desk(use_case: Callable[[Desk], int]) -> Callable[[JobContext], Awaitable[int]]:
    """A use case of the agency's own, portion after portion, each in one transaction, until nothing is left to do.

    Of several schedulers one is at it at a time.
    """
    name = use_case.__name__

    def look(context: JobContext, unit: SqlUnit) -> int:
        done = use_case(context.desk(unit)) if unit.leases.alone_at(name) else 0
        if done:
            passing("before_portion_commit")
        return done

    async def work(context: JobContext) -> int:
        done = 0
        while not context.postman.stopping:
            portion = await context.database.run(partial(look, context))
            if portion:
                passing("after_portion_commit")
            done += portion
            if not portion:
                break
        return done

    return work


async def _carry_over(context: JobContext) -> int:
    done = 0
    while not context.postman.stopping and (portion := await context.carrying_over.look()):
        done += portion
    return done


async def _back_up(context: JobContext) -> int:
    return await context.backing_up.look() if context.backing_up else 0


TIMETABLE = (
    Entry("announce departures", timedelta(seconds=10), at_desk(announce_departures)),
    Entry("look at deals", timedelta(minutes=5), at_desk(look_at_deals)),
    Entry("sound alarms", timedelta(seconds=10), at_desk(sound_alarms)),
    Entry("announce journeys", timedelta(minutes=1), at_desk(announce_journeys)),
    Entry("finish journeys", timedelta(minutes=5), at_desk(finish_journeys)),
    Entry("finish trips", timedelta(minutes=5), at_desk(finish_trips)),
    Entry("offer free seats on", timedelta(minutes=5), at_desk(offer_on)),
    Entry("carry files over", timedelta(seconds=10), _carry_over),
    Entry("catch up with conversations", timedelta(minutes=1), catch_up),
    Entry("count answers in polls", timedelta(seconds=10), at_desk(count_answers)),
    Entry("ask colleagues", timedelta(minutes=5), at_desk(ask_colleagues)),
    Entry("greet colleagues", timedelta(minutes=1), at_desk(greet_colleagues)),
    Entry("send later messages", timedelta(seconds=10), at_desk(send_later_messages)),
    Entry("ask for cards", timedelta(minutes=5), at_desk(ask_for_cards)),
    Entry("copy cards", timedelta(minutes=5), at_desk(copy_cards)),
    Entry("mind options", timedelta(minutes=5), at_desk(mind_options)),
    Entry("mind holidays", timedelta(minutes=1), at_desk(mind_holidays)),
    Entry("fetch files", timedelta(seconds=2), lambda context: context.fetcher.fetch(), Group.FILES),
    Entry("copy data", timedelta(seconds=2), copy_data, Group.FILES),
    Entry(
        "look at groups",
        timedelta(seconds=2),
        lambda context: context.group_look.look(context),
        Group.STAFF_GROUPS,
    ),
    Entry(
        "translate",
        timedelta(seconds=1),
        lambda context: context.translating.look(context),
        Group.TRANSLATIONS,
    ),
    Entry(
        "show in topics",
        timedelta(seconds=1),
        lambda context: context.topic_post.look(context),
        Group.STAFF_GROUPS,
    ),
    Entry("import clients", timedelta(seconds=2), lambda context: context.importing.look(), Group.IMPORTS),
    Entry(
        "forget rows of imports",
        timedelta(hours=1),
        lambda context: context.importing.forget(),
        Group.IMPORTS,
    ),
    Entry("take web posts", timedelta(seconds=1), take_posts, Group.WEB_POSTS),
    Entry("forget web posts", timedelta(hours=1), at_desk(forget_posts), Group.WEB_POSTS),
    Entry("forget clients", timedelta(seconds=10), lambda context: context.forgetting.look(context)),
    Entry("seal files", timedelta(seconds=10), lambda context: context.reencryption.seal()),
    Entry("deliver notices", timedelta(0), lambda context: context.postman.deliver(), Group.POST),
    Entry("back up", timedelta(seconds=10), _back_up),
    Entry("seal the history", timedelta(seconds=1), lambda context: context.audit_job.seal(context)),
    Entry(
        "prove the history anew", timedelta(minutes=1), lambda context: context.proving.look(context.database)
    ),
    Entry("verify the history", timedelta(minutes=1), lambda context: context.audit_job.verify(context)),
    Entry("housekeeping", timedelta(hours=1), clear_up),
)
