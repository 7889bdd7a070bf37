"""A colleague plans a holiday, or changes one, and says who stands in.

Boris: /settings
Boris: [🏖 My holidays]
Boris: [➕ Plan a holiday]
Bot:   From which day until which? You can write both: 7.01 – 14.01
Boris: 7.01.2028 – 14.01.2028
Bot:   Who stands in for Boris?
Boris: [Kalina]
Bot:   Stands in: Kalina
Boris: [✅ Save]
Bot:   🏖 Boris: holidays
"""

from dataclasses import dataclass
from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Choice
from bot.conversation.questions.days import Day
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.staff import HOLIDAYS_OF
from domain.entities.holidays import HOLIDAYS, Holiday, check_holiday
from domain.entities.people import StaffMember
from domain.queries.holidays import deputies, holidays_to_change, is_away, whose_time
from domain.queries.trip_guides import guided_between
from domain.usecases.staff.holidays import plan_holiday
from locales import Sentence, _, lines, verbatim
from locales.terms.holidays import span_of_days

routes = Routes()

NOBODY = 0
"""No deputy by name."""
_NOBODY = _("Nobody by name")


@dataclass(kw_only=True)
class HolidayAnswers:
    colleague: int
    seen: int
    instead: str | None = None
    first: date = asked()
    last: date = asked()
    deputy: int = asked()

    @property
    def replaced(self) -> date | None:
        return date.fromisoformat(self.instead) if self.instead else None


def _earliest(exchange: Exchange, answers: HolidayAnswers) -> date:
    """Of one that has begun, its own first day."""
    return min(exchange.desk.today, answers.replaced or exchange.desk.today)


def _near(exchange: Exchange, answers: HolidayAnswers) -> date:
    return answers.replaced or exchange.desk.today


def _first(_exchange: Exchange, answers: HolidayAnswers) -> date:
    return answers.first


def _may_end(exchange: Exchange, last: date, answers: HolidayAnswers) -> None:
    """Nor may it lie upon another one."""
    check_holiday(answers.first, last, exchange.desk.today)
    planned = holidays_to_change(exchange.desk, answers.colleague).value
    others = planned.without(answers.replaced) if answers.replaced else planned
    others.with_(Holiday(answers.first, last), exchange.desk.today)


def _name(exchange: Exchange, answers: HolidayAnswers) -> str:
    return whose_time(exchange.desk, answers.colleague).name


def _asks_deputy(exchange: Exchange, answers: HolidayAnswers) -> Sentence:
    return _("Who stands in for {name}?")(name=_name(exchange, answers))


def _deputies(exchange: Exchange, answers: HolidayAnswers) -> list[tuple[int, Sentence]]:
    """Who is away then themselves says so; somebody stands in for them in turn."""
    found = deputies(exchange.desk, answers.colleague, answers.first, answers.last)
    return [*((one.id, _label(exchange, one, answers)) for one in found), (NOBODY, _NOBODY)]


def _label(exchange: Exchange, one: StaffMember, answers: HolidayAnswers) -> Sentence:
    if is_away(exchange.desk, one, answers.first, answers.last):
        return _("{name} (away then)")(name=one.name)
    return verbatim(one.name)


@routes.flow
class PlanHoliday(Changing[HolidayAnswers]):
    name = "holiday"
    called = _("a holiday")
    answers_type = HolidayAnswers
    kind = HOLIDAYS
    questions = (
        Day(
            name="first",
            asks=_("From which day until which? You can write both: 7.01 – 14.01"),
            label=_("From"),
            near=_near,
            first=_earliest,
            last_question="last",
        ),
        Day(
            name="last",
            asks=_("Until which day?"),
            label=_("Until"),
            near=_first,
            first=_first,
            check=_may_end,
        ),
        Choice(name="deputy", asks=_asks_deputy, label=_("Stands in"), options=_deputies),
    )

    def key(self, exchange: Exchange, answers: HolidayAnswers) -> str:  # noqa: ARG002
        return str(answers.colleague)

    def prepare(self, exchange: Exchange, answers: HolidayAnswers) -> None:
        holidays_to_change(exchange.desk, answers.colleague)

    def review(self, exchange: Exchange, answers: HolidayAnswers) -> Sentence | None:
        """With the trips on which they go along then: those need somebody else."""
        deputy = exchange.desk.colleagues.get(answers.deputy)
        guided = guided_between(exchange.desk, answers.colleague, answers.first, answers.last)
        away = [_("⚠️ Goes along then: {trip}")(trip=trip.title) for trip in guided]
        return lines(
            _("<b>🏖 {name}</b>: {days}")(
                name=_name(exchange, answers), days=span_of_days(answers.first, answers.last)
            ),
            _("Stands in: {name}")(name=deputy.name if deputy else _NOBODY),
            *away,
        )

    def finish(self, exchange: Exchange, answers: HolidayAnswers) -> None:
        deputy = answers.deputy or None
        plan_holiday(
            exchange.desk,
            answers.colleague,
            answers.seen,
            answers.first,
            answers.last,
            deputy,
            instead=answers.replaced,
        )
        exchange.show_origin(HOLIDAYS_OF, answers.colleague)
