"""Alarms: what is wrong with the program, in words for an owner who is no engineer."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from domain.entities.notices import Notice
from domain.notices.ops import ALARM
from domain.ports.desk import Desk
from domain.usecases.ops.alarms import Alarm
from locales import Sentence, _, lines, n_
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_staff

Facts = Mapping[str, Any]


@words_of(ALARM)
def alarm(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    words = WORDS.get(notice.facts["what"])
    if words is None:
        raise NothingToSay("an alarm of another version")
    return MessageContent(words(notice.facts))


def inbox_late(facts: Facts) -> Sentence:
    waits = n_(
        "{count} message has been waiting for an answer since {since}.",
        "{count} messages are waiting for an answer, the oldest since {since}.",
    )
    return lines(
        _("🚨 <b>Answers are late</b>"),
        waits(count=facts["count"], since=_instant(facts["since"])),
        _("Nothing is lost. If this goes on for some minutes, please have the program looked at."),
    )


def post_late(facts: Facts) -> Sentence:
    waits = n_(
        "{count} message should have gone out; it has been waiting since {since}.",
        "{count} messages should have gone out, the oldest since {since}.",
    )
    return lines(
        _("🚨 <b>Messages are late</b>"),
        waits(count=facts["count"], since=_instant(facts["since"])),
        _("They will go out as soon as possible; please pass on urgent ones yourself."),
    )


def disk_low(facts: Facts) -> Sentence:
    free = _("{free} MB of {total} MB free. When nothing is left, nothing can be saved.")
    return lines(_("🚨 <b>The disk is nearly full</b>"), free(free=facts["free"], total=facts["total"]))


def backup_old(facts: Facts) -> Sentence:
    last = facts["last"]
    return lines(
        _("💾 <b>There is no fresh backup</b>"),
        _("The last good one is from {last}.")(last=_instant(last))
        if last
        else _("There has never been one."),
        _("Please have it checked today: without a backup, what is lost is lost for good."),
    )


def backup_failed(facts: Facts) -> Sentence:
    return lines(
        _("💾 <b>The backup failed</b>"),
        _("Why: {why}")(why=excerpt(str(facts["why"]))),
        _("Earlier backups are still there; it will be tried again."),
    )


def no_backup_key(_facts: Facts) -> Sentence:
    return lines(
        _("🔑 <b>No backups are made</b>"),
        _(
            "There is no key to encrypt them with. Please have one made today: <code>tourdesk backup-key</code>."
        ),
    )


def restored(facts: Facts) -> Sentence:
    doubtful = n_(
        "{count} message may or may not have been sent before the loss. It waits for your decision: /backups",
        "{count} messages may or may not have been sent before the loss. They wait for your decision: /backups",
    )
    count = facts["count"]
    return lines(
        _("♻️ <b>The agency was restored from a backup</b>"),
        _("Everything is as it was on {made_at}. What was done after that is not included.")(
            made_at=_instant(facts["made_at"])
        ),
        doubtful(count=count) if count else None,
    )


def history_broken(facts: Facts) -> Sentence:
    return lines(
        _("🚨 <b>The history was changed from outside</b>"),
        _("It is broken at: {where}")(where=excerpt(str(facts["where"]))),
        _("Only somebody with access to the database can do that. Please find out who has it."),
    )


def guessing(facts: Facts) -> Sentence:
    tried = n_(
        "{count} wrong link was tried. Nothing was opened.",
        "{count} wrong links were tried in a short time. Nothing was opened.",
    )
    return lines(
        _("🔐 <b>Somebody is guessing links</b>"),
        tried(count=facts["count"]),
        _("Anyone who tries several is refused for an hour; there is nothing you need to do."),
    )


def post_set_aside(facts: Facts) -> Sentence:
    return lines(
        _("🚨 <b>What a web site sent could not be taken</b>"),
        _("It was set aside as post #{number}, and is kept for thirty days. Please have the log looked at.")(
            number=facts["number"]
        ),
    )


def update_quarantined(facts: Facts) -> Sentence:
    aside = n_(
        "{count} message was set aside after several tries. Its sender got no answer.",
        "{count} messages were set aside after several tries. Their senders got no answer.",
    )
    return lines(
        _("⚠️ <b>A message could not be understood</b>"),
        aside(count=facts["count"]),
        _("It is kept. Please tell the person who looks after the program."),
    )


WORDS: dict[str, Callable[[Facts], Sentence]] = {
    Alarm.INBOX_LATE: inbox_late,
    Alarm.POST_LATE: post_late,
    Alarm.DISK_LOW: disk_low,
    Alarm.BACKUP_OLD: backup_old,
    Alarm.BACKUP_FAILED: backup_failed,
    Alarm.NO_BACKUP_KEY: no_backup_key,
    Alarm.RESTORED: restored,
    Alarm.HISTORY_BROKEN: history_broken,
    Alarm.GUESSING: guessing,
    Alarm.UPDATE_QUARANTINED: update_quarantined,
    Alarm.POST_SET_ASIDE: post_set_aside,
}


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
