"""What is late on cards: the lines of a deal, its journey that is over, and a client to whom no reminders go."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, act
from bot.conversation.slots import Lines
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.deals import DEAL, DEAL_SLOTS
from bot.links.reminders import CONCLUDE, MUTE_REMINDERS
from domain.entities.clients import Client, ClientNumber
from domain.entities.deals import Deal, DealNumber
from domain.entities.people import Right
from domain.queries.late import is_undecided, overdue_of
from domain.usecases.reminders.acting import conclude, mute_reminders
from locales import _
from locales.terms.dues import due_line

routes = Routes()


@DEAL_SLOTS.lines(2, Right.SEE_DEALS)
def late_of_deal(exchange: Exchange, deal: Deal) -> Lines:
    """Papers that are overdue; money says so itself, beside its sums."""
    today = exchange.desk.today
    yield from (due_line(due, today) for due in overdue_of(exchange.desk, deal) if not due.what.is_money)
    if is_undecided(exchange.desk, deal):
        yield _("🏁 The trip is over: how did this deal end?")


@DEAL_SLOTS.button(15, Right.MOVE_DEALS)
def over(exchange: Exchange, deal: Deal) -> Button | None:
    return act(_("🏁 They travelled"), CONCLUDE, deal.id) if is_undecided(exchange.desk, deal) else None


@routes.does(CONCLUDE)
def concludes(exchange: Exchange, number: DealNumber) -> None:
    conclude(exchange.desk, number)
    exchange.show(DEAL, number)


@CLIENT_SLOTS.lines(5, Right.SEE_DEALS)
def muted(_exchange: Exchange, client: Client) -> Lines:
    if client.muted_at is not None:
        yield _("🔕 Reminders are off.")


@CLIENT_SLOTS.button(60, Right.MOVE_DEALS)
def mutes(_exchange: Exchange, client: Client) -> Button | None:
    if client.muted_at is not None:
        return act(_("🔔 Remind again"), MUTE_REMINDERS, client.id, False)
    return act(_("🔕 No reminders"), MUTE_REMINDERS, client.id, True)


@routes.does(MUTE_REMINDERS)
def mute(exchange: Exchange, number: ClientNumber, muted: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    mute_reminders(exchange.desk, number, muted=muted)
    exchange.show(CLIENT, number)
