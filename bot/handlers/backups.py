"""The owner's card of backups: the last good one, when the next is made, and what a restore left in doubt."""

from bot.routes import Routes
from bot.screen import Button, Screen, column, go
from bot.talk import Talk
from domain.backups import Backup, BackupState
from domain.desk import Desk
from domain.people import Right
from domain.usecases.backups import drop_doubtful, next_backup, say_doubtful, want_backup
from locales import Sentence, _, lines, n_

routes = Routes()

DOUBTFUL = n_(
    "📨 {count} notice was due when the agency was restored. It may have been said before, or not.",
    "📨 {count} notices were due when the agency was restored. They may have been said before, or not.",
)

NO_KEY = _(
    "🔑 No backups are made: there is no key to lock them with. "
    "On the machine of the agency, <code>tourdesk backup-key</code> makes one."
)


@routes.command("backups", _("Backups, and making one now"), right=Right.KEEP_BACKUPS)
def backups(talk: Talk, _argument: str) -> None:
    talk.show("backups")


@routes.view("backups")
def backups_card(talk: Talk) -> Screen:
    desk = talk.desk
    desk.must(Right.KEEP_BACKUPS)
    doubtful = desk.records.notices.count_uncertain()
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
    return desk.agency.backup_at is not None and not desk.records.backups.unfinished()


def _last(desk: Desk) -> list[Sentence]:
    """The last good one; and how the last try ended, when that is another."""
    good, last = desk.records.backups.last_good(), desk.records.backups.last()
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
    if desk.records.backups.unfinished():
        return _("⏳ One is being made just now.")
    return _("🌙 The next one: {moment}")(moment=next_backup(desk, desk.agency.backup_at))


@routes.action("back_up_now")
def back_up_now(talk: Talk) -> None:
    want_backup(talk.desk)
    talk.note(_("It is being made. People can go on working."))
    talk.show("backups")


@routes.action("say_doubtful")
def send_them(talk: Talk) -> None:
    say_doubtful(talk.desk)
    talk.note(_("They go out now."))
    talk.show("backups")


@routes.action("drop_doubtful")
def leave_them(talk: Talk) -> None:
    drop_doubtful(talk.desk)
    talk.note(_("They are not sent."))
    talk.show("backups")
