"""Hours are changed: the office's and the quiet ones by the owner, one's own by each colleague.

Olga: /settings
Olga: [🕒 Hours]
Olga: [✏️ Office hours]
Bot:  Which days?
Olga: [Sat]
Bot:  Open or closed?
Olga: [Open]
Bot:  From what time?
Olga: 10:00
Bot:  Until what time?
Olga: 9:00
Bot:  must end after it begins
Olga: 14:00
Bot:  🕒 Sat: 10:00–14:00
"""

from dataclasses import dataclass
from datetime import time

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Choice, Time
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.agency import AGENCY_HOURS
from domain.entities.hours import HOURS, WORKING_HOURS, Hours, Span, check_days, check_hours
from domain.queries.holidays import whose_time
from domain.queries.settings import hours_to_change, own_hours
from domain.usecases.settings.hours import change_office_hours, change_own_hours, change_quiet_hours
from locales import _
from locales.terms.profile import WEEKDAYS

routes = Routes()

WORKDAYS = "01234"
OPEN, CLOSED = "open", "closed"
BEGINS = ("07:00", "08:00", "08:30", "09:00", "09:30", "10:00", "11:00", "12:00")
ENDS = ("13:00", "16:00", "17:00", "17:30", "18:00", "19:00", "20:00", "22:00")


@dataclass(kw_only=True)
class WeekAnswers:
    seen: int
    days: str = asked()
    open: str = asked()
    since: time = asked()
    until: time = asked()

    @property
    def span(self) -> Span | None:
        return Span(self.since, self.until) if self.open == OPEN else None

    @property
    def weekdays(self) -> tuple[int, ...]:
        return tuple(map(int, self.days))


@dataclass(kw_only=True)
class OwnWeekAnswers(WeekAnswers):
    colleague: int | None = None
    """Whose they are; None: the actor's own."""


def _is_open(answers: WeekAnswers) -> bool:
    return answers.open == OPEN


def _ends_later(_exchange: Exchange, until: time, answers: WeekAnswers) -> None:
    check_days({"mon": Span(answers.since, until)})


DAYS = Choice(
    name="days",
    asks=_("Which days?"),
    label=_("Days"),
    options=(
        (WORKDAYS, _("Mon–Fri")),
        *((str(day), words) for day, words in enumerate(WEEKDAYS)),
    ),
)
SINCE = Time(name="since", asks=_("From what time?"), label=_("From"), hours=BEGINS, when=_is_open)
UNTIL = Time(
    name="until", asks=_("Until what time?"), label=_("Until"), hours=ENDS, when=_is_open, check=_ends_later
)


@routes.flow
class OfficeHours(Changing[WeekAnswers]):
    name = "office_hours"
    called = _("office hours")
    answers_type = WeekAnswers
    kind = HOURS
    questions = (
        DAYS,
        Choice(
            name="open",
            asks=_("Open or closed?"),
            label=_("Office"),
            options=((OPEN, _("Open")), (CLOSED, _("Closed all day"))),
        ),
        SINCE,
        UNTIL,
    )

    def prepare(self, exchange: Exchange, answers: WeekAnswers) -> None:  # noqa: ARG002
        hours_to_change(exchange.desk)

    def finish(self, exchange: Exchange, answers: WeekAnswers) -> None:
        change_office_hours(exchange.desk, answers.seen, answers.weekdays, answers.span)
        exchange.show_origin(AGENCY_HOURS)


@routes.flow
class OwnHours(Changing[OwnWeekAnswers]):
    """Of whoever opens it; of a colleague, when it says whose."""

    name = "own_hours"
    called = _("your working hours")
    answers_type = OwnWeekAnswers
    kind = WORKING_HOURS
    questions = (
        DAYS,
        Choice(
            name="open",
            asks=_("Do you work on those days?"),
            label=_("Working"),
            options=((OPEN, _("I work")), (CLOSED, _("I do not"))),
        ),
        SINCE,
        UNTIL,
    )

    def key(self, exchange: Exchange, answers: OwnWeekAnswers) -> str:
        member = exchange.desk.actor.staff
        return str(answers.colleague or (member.id if member else ""))

    def prepare(self, exchange: Exchange, answers: OwnWeekAnswers) -> None:
        if answers.colleague is None:
            own_hours(exchange.desk)
        else:
            whose_time(exchange.desk, answers.colleague)

    def finish(self, exchange: Exchange, answers: OwnWeekAnswers) -> None:
        change_own_hours(exchange.desk, answers.seen, answers.weekdays, answers.span, answers.colleague)
        exchange.show_origin(AGENCY_HOURS)


@dataclass(kw_only=True)
class QuietAnswers:
    seen: int
    since: time = asked()
    until: time = asked()


def _not_too_long(_exchange: Exchange, until: time, answers: QuietAnswers) -> None:
    check_hours(Hours(quiet=Span(answers.since, until)))


@routes.flow
class QuietHours(Changing[QuietAnswers]):
    name = "quiet_hours"
    called = _("quiet hours")
    answers_type = QuietAnswers
    kind = HOURS
    questions = (
        Time(
            name="since",
            asks=_("From what time should clients not be written to?"),
            label=_("From"),
            hours=("20:00", "21:00", "22:00", "23:00"),
        ),
        Time(
            name="until",
            asks=_("Until what time? Messages that waited go out then."),
            label=_("Until"),
            hours=("07:00", "08:00", "09:00", "10:00"),
            check=_not_too_long,
        ),
    )

    def prepare(self, exchange: Exchange, answers: QuietAnswers) -> None:  # noqa: ARG002
        hours_to_change(exchange.desk)

    def finish(self, exchange: Exchange, answers: QuietAnswers) -> None:
        change_quiet_hours(exchange.desk, answers.seen, Span(answers.since, answers.until))
        exchange.show_origin(AGENCY_HOURS)
