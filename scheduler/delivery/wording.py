"""Words notices as things are when they are sent: one that cannot be worded holds up no other."""

from datetime import timedelta

import structlog

from domain.entities.hours import TOO_CLOSE
from domain.entities.notices import Notice
from domain.ports.desk import Desk
from domain.ports.routing import Route, route_now
from domain.values.refusals import NotFound
from locales import Voice
from ops.transient_errors import is_transient
from scheduler.agency_desk import AgencyDesk
from scheduler.delivery.envelopes import PERHAPS_SAID, Envelope
from scheduler.delivery.outcomes import NotNow, Outcome, SomebodyElse, Unreached
from scheduler.notices import content_for
from scheduler.notices.message_content import NothingToSay
from storage import SqlUnit

log = structlog.get_logger()


class Wording:
    """Makes envelopes of notices that are due."""

    def __init__(self, desk: AgencyDesk) -> None:
        self._desk = desk

    def of(self, unit: SqlUnit, numbers: tuple[int, ...]) -> list[Envelope]:
        """As things are now: fetches the deals of all notices together, and holds them until all are worded."""
        told = unit.repositories.notices.several(numbers)
        about = {notice.facts["deal"] for notice in told if "deal" in notice.facts}
        _at_hand = unit.repositories.deals.several(about)
        desk = self._desk(unit)
        return [self._written(unit, desk, number) for number in numbers]

    def _written(self, unit: SqlUnit, desk: Desk, number: int) -> Envelope:
        notice = unit.repositories.notices.get(number)
        voice = Voice.at(desk, notice.person.language)
        content, why = None, ""
        outcome: Outcome | None = None
        leads = route_now(desk, notice)
        try:
            content = content_for(desk, notice)
        except (NothingToSay, NotFound) as error:
            why = str(error) or type(error).__name__
        except Exception as error:  # one that cannot be worded holds up no other
            if is_transient(error):
                raise
            log.exception("notice not worded", notice=number)
            outcome = NotNow("our own failure")
        if content is not None and leads.person is not notice.person:
            content, outcome = None, SomebodyElse()
        elif content is not None and leads.at > desk.now and not _is_late(notice, leads):
            outcome = NotNow("off duty", leads.at - desk.now, overtaken=True)
        elif content is not None and content.group is None and not notice.person.reachable:
            outcome = Unreached("known to be unreachable")
        elif (quiet := desk.decent(notice, desk.now) - desk.now) > timedelta(0):
            outcome = NotNow("quiet hours", quiet, overtaken=True)
        return Envelope(
            number,
            notice.person.telegram_id,
            voice,
            notice.attempts,
            content,
            why,
            outcome,
            notice.kind,
            notice.trace,
            (notice.error or "").startswith(PERHAPS_SAID),
        )


def _is_late(notice: Notice, leads: Route) -> bool:
    """Whether it would be useless by the hours of whoever it is for."""
    useless = notice.useless_after
    return useless is not None and leads.at > useless - TOO_CLOSE
