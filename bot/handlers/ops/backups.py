"""The owner's card of backups: the last good one, when the next is made, and what a restore left in doubt."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, column, go
from bot.conversation.slots import home_button
from bot.links.home import HOME
from bot.links.ops import BACK_UP_NOW, BACKUPS, DROP_DOUBTFUL, SAY_DOUBTFUL
from domain.entities.backups import Backup
from domain.entities.people import Right
from domain.queries.backups import BackupsCard
from domain.queries.backups import backups_card as read
from domain.usecases.ops.backups import drop_doubtful, say_doubtful, want_backup
from locales import Sentence, _, lines, n_

routes = Routes(rank=450)

DOUBTFUL = n_(
    "📨 {count} message was due when the agency was restored. It may or may not have been sent before.",
    "📨 {count} messages were due when the agency was restored. They may or may not have been sent before.",
)

NO_KEY = _(
    "🔑 No backups are made: there is no key to encrypt them with. Run <code>tourdesk backup-key</code>"
    " on the agency's server to make one."
)


@routes.command("backups", _("Backups; make one now"), right=Right.KEEP_BACKUPS, rank=78)
def backups(exchange: Exchange, _argument: str) -> None:
    exchange.show(BACKUPS)


@routes.draws(BACKUPS)
def backups_card(exchange: Exchange) -> Screen:
    found = read(exchange.desk)
    doubtful = found.doubtful
    text = lines(
        _("💾 <b>Backups</b>"),
        *_last(found),
        _next(found),
        "" if doubtful else None,
        DOUBTFUL(count=doubtful) if doubtful else None,
    )
    rows = column(
        [
            act(_("💾 Back up now"), BACK_UP_NOW) if found.may_begin else None,
            act(_("📨 Send them"), SAY_DOUBTFUL) if doubtful else None,
            act(_("🗑 Do not send them"), DROP_DOUBTFUL) if doubtful else None,
            go(_("🔄 Refresh"), BACKUPS),
            go(_("◀ Home"), HOME),
        ]
    )
    return Screen(text, rows)


def _last(found: BackupsCard) -> list[Sentence]:
    """The last good one; and how the last try ended, when that is another."""
    told = _good(found.good) if found.good else [_("There is none yet.")]
    if found.failed is not None:
        told.append(_("⚠️ Failed on {moment}: {why}")(moment=found.failed.asked_at, why=found.failed.error))
    return told


def _good(backup: Backup) -> list[Sentence]:
    return [
        _("✅ Last good backup: {moment}")(moment=backup.made_at),
        _("{size} MB, {seconds} s; restored on trial and compared.")(
            size=f"{max((backup.size or 0) / 1e6, 0.1):.1f}", seconds=backup.seconds
        ),
        _("Kept in: {place}")(place=backup.place),
        *([_("⚠️ {why}")(why=backup.error)] if backup.error else []),
    ]


def _next(found: BackupsCard) -> Sentence:
    if found.next_at is None:
        return NO_KEY
    if found.making:
        return _("⏳ A backup is being made right now.")
    return _("🌙 Next backup: {moment}")(moment=found.next_at)


@routes.does(BACK_UP_NOW)
def back_up_now(exchange: Exchange) -> None:
    want_backup(exchange.desk)
    exchange.note(_("The backup is being made. Everybody can go on working."))
    exchange.show(BACKUPS)


@routes.does(SAY_DOUBTFUL)
def send_them(exchange: Exchange) -> None:
    say_doubtful(exchange.desk)
    exchange.note(_("Being sent now."))
    exchange.show(BACKUPS)


@routes.does(DROP_DOUBTFUL)
def leave_them(exchange: Exchange) -> None:
    drop_doubtful(exchange.desk)
    exchange.note(_("Not sent."))
    exchange.show(BACKUPS)


@home_button(rank=80, right=Right.KEEP_BACKUPS)
def backups_at_home(_exchange: Exchange) -> Button:
    return go(_("💾 Backups"), BACKUPS)
