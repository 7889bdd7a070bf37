"""Conversations in a line: who waits, for how long, and who has it."""

from datetime import datetime, timedelta

from domain.entities.conversations import Conversation, Queue, Urgency
from locales.sentence import Sentence, _, n_
from locales.terms.clients import MEDIA
from locales.terms.timing import DAYS
from locales.terms.today import counted, today_words

MINUTES = n_("{count} min", "{count} min")
WITHIN = MINUTES
HOURS = n_("{count} h", "{count} h")

QUEUES: dict[str, Sentence] = {
    Queue.INQUIRIES: _("New inquiries"),
    Queue.GROUPS: _("Groups"),
    Queue.DEALS: _("Clients with a deal"),
    Queue.OTHERS: _("Everything else"),
}

_MARKS = {Urgency.SOON: "🟡", Urgency.LATE: "🔴"}


def waited(since: datetime, now: datetime) -> Sentence:
    """In minutes, then in hours, from two days on in days."""
    passed = max(now - since, timedelta())
    if passed < timedelta(hours=1):
        return MINUTES(count=passed // timedelta(minutes=1))
    if passed < timedelta(days=2):
        return HOURS(count=passed // timedelta(hours=1))
    return DAYS(count=passed.days)


def marked(line: Sentence, conversation: Conversation, now: datetime) -> Sentence:
    """With the colour of its urgency; calm has none."""
    mark = _MARKS.get(conversation.urgency(now))
    return _("{mark} {line}")(mark=mark, line=line) if mark else line


def waits_label(conversation: Conversation, now: datetime) -> Sentence:
    """ "🔴 Anna · 12 min", on a button."""
    label = _("{client} · {age}")(client=conversation.client.name, age=waited(conversation.since, now))
    return marked(label, conversation, now)


def waits_line(conversation: Conversation, now: datetime) -> Sentence:
    """The same above it, with who has it."""
    name, age = conversation.client.name, waited(conversation.since, now)
    line = marked(_("<b>{client}</b> · {age}")(client=name, age=age), conversation, now)
    holder = conversation.holder
    if not conversation.waits_for_us or holder is None:
        return line
    has = _("{line} · ✍️ {name}") if conversation.taken_by else _("{line} · 🙋 {name}")
    return has(line=line, name=holder.first_name)


def words_line(conversation: Conversation) -> Sentence | None:
    """The beginning of what was said; what was sent, where there are no words."""
    if conversation.words:
        return _("“{text}”")(text=conversation.words)
    return MEDIA[conversation.medium] if conversation.medium else None


today_words("to_answer")(
    lambda count, now, facts: _("💬 To answer · {count}, oldest: {age}")(
        count=counted(count), age=waited(facts["since"], now)
    )
)
today_words("late_answers")(
    lambda count, _now, _facts: _("🔴 Unanswered too long · {count}")(count=counted(count))
)
