"""The owner's card of backups: the last good one, when the next is made, and what a restore left in doubt."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, column, go
from bot.conversation.slots import home_button
from domain.entities.backups import Backup, BackupState
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.backups import next_backup
from domain.usecases.ops.backups import drop_doubtful, say_doubtful, want_backup
from locales import Sentence, _, lines, n_

routes = Routes(rank=450)

DOUBTFUL = n_(
    "📨 {count} notice was due when the agency was restored. It may have been said before, or not.",
    "📨 {count} notices were due when the agency was restored. They may have been said before, or not.",
)

NO_KEY = _(
    "🔑 No backups are made: there is no key to lock them with. "
    "On the machine of the agency, <code>tourdesk backup-key</code> makes one."
)


@routes.command("backups", _("Backups, and making one now"), right=Right.KEEP_BACKUPS)
def backups(exchange: Exchange, _argument: str) -> None:
    exchange.show("backups")


@routes.view("backups")
def backups_card(exchange: Exchange) -> Screen:
    desk = exchange.desk
    desk.must(Right.KEEP_BACKUPS)
    doubtful = desk.repositories.notices.count_uncertain()
    text = lines(
        _("💾 <b>Backups</b>"),
        *_last(desk),
        _next(desk),
        "" if doubtful else None,
        DOUBTFUL(count=doubtful) if doubtful else None,
    )
    rows = column(
        [
            Button(_("💾 Back up now"), "back_up_now") if _may_begin(desk) else None,
            Button(_("📨 Send them"), "say_doubtful") if doubtful else None,
            Button(_("🗑 Do not send them"), "drop_doubtful") if doubtful else None,
            go(_("🔄 Refresh"), "backups"),
            go(_("◀ Home"), "home"),
        ]
    )
    return Screen(text, rows)


def _may_begin(desk: Desk) -> bool:
    return desk.agency.backup_at is not None and not desk.repositories.backups.unfinished()


def _last(desk: Desk) -> list[Sentence]:
    """The last good one; and how the last try ended, when that is another."""
    good, last = desk.repositories.backups.last_good(), desk.repositories.backups.last()
    told = _good(good) if good else [_("There is none yet.")]
    if last is not None and last.state is BackupState.FAILED and (good is None or last.id > good.id):
        told.append(_("⚠️ Failed on {moment}: {why}")(moment=last.asked_at, why=last.error))
    return told


def _good(backup: Backup) -> list[Sentence]:
    return [
        _("✅ The last good one: {moment}")(moment=backup.made_at),
        _("{size} MB, {seconds} s; restored on trial and compared.")(
            size=f"{max((backup.size or 0) / 1e6, 0.1):.1f}", seconds=backup.seconds
        ),
        _("Kept in: {place}")(place=backup.place),
        *([_("⚠️ {why}")(why=backup.error)] if backup.error else []),
    ]


def _next(desk: Desk) -> Sentence:
    if desk.agency.backup_at is None:
        return NO_KEY
    if desk.repositories.backups.unfinished():
        return _("⏳ One is being made just now.")
    return _("🌙 The next one: {moment}")(moment=next_backup(desk, desk.agency.backup_at))


@routes.action("back_up_now")
def back_up_now(exchange: Exchange) -> None:
    want_backup(exchange.desk)
    exchange.note(_("It is being made. People can go on working."))
    exchange.show("backups")


@routes.action("say_doubtful")
def send_them(exchange: Exchange) -> None:
    say_doubtful(exchange.desk)
    exchange.note(_("They go out now."))
    exchange.show("backups")


@routes.action("drop_doubtful")
def leave_them(exchange: Exchange) -> None:
    drop_doubtful(exchange.desk)
    exchange.note(_("They are not sent."))
    exchange.show("backups")


@home_button(rank=80, right=Right.KEEP_BACKUPS)
def backups_at_home(_exchange: Exchange) -> Button:
    return go(_("💾 Backups"), "backups")
