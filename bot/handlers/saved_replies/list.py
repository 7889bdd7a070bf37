"""Saved replies as owners and managers keep them: the list, and one with its words in each language."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go, pairs, turn
from bot.conversation.widgets.listing import listing
from bot.flows.saved_replies.keep import AddReply, ChangeReply, NameReply
from bot.handlers.settings.kinds import named
from bot.links.saved_replies import REPLIES, REPLY, RETIRE_REPLY
from bot.links.settings import MINE, MINE_SLOTS, SETTINGS, SETTINGS_SLOTS
from domain.entities.people import Right
from domain.entities.saved_replies import SAVED_REPLY, SavedReply
from domain.queries.saved_replies import ReplyCard, replies_kept, reply_card
from domain.usecases.settings.saved_replies import retire_reply
from domain.values.language import Language
from locales import Sentence, _, lines
from locales.terms.languages import LANGUAGES
from locales.terms.saved_replies import SHIPPED, reply_name, written_in

routes = Routes(rank=886)
named(SAVED_REPLY, _("Saved replies"), {key: one.called for key, one in SHIPPED.items()})

SIZE = 7
_SHOWN = 400


@SETTINGS_SLOTS.button(650, Right.CHANGE_SETTINGS)
def replies_of_settings(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("💬 Saved replies"), REPLIES, 0)


@MINE_SLOTS.button(70, Right.KEEP_REPLIES)
def replies_of_managers(exchange: Exchange, _nothing: None) -> Button | None:
    """Owners find them among the agency's settings."""
    if exchange.desk.actor.may(Right.CHANGE_SETTINGS):
        return None
    return go(_("💬 Saved replies"), REPLIES, 0)


@routes.draws(REPLIES)
def replies(exchange: Exchange, page: int) -> Screen:
    found = [*replies_kept(exchange.desk).items()]
    home = SETTINGS if exchange.desk.actor.may(Right.CHANGE_SETTINGS) else MINE

    def opens(item: tuple[str, SavedReply]) -> Button:
        key, reply = item
        called = reply_name(key, reply)
        return go(_("🗄 {label}")(label=called) if reply.retired else called, REPLY, key)

    return listing(
        lines(
            _("<b>💬 Saved replies</b>"),
            _(
                "What you write to clients again and again. While answering: 💬 Saved replies, and it is filled in."
            ),
        ),
        found[page * SIZE :][: SIZE + 1],
        page,
        opens=opens,
        turns=lambda label, other: turn(label, REPLIES, other),
        below=[(ask(_("➕ New reply"), AddReply),), (back(home),)],
        size=SIZE,
    )


@routes.draws(REPLY)
def reply(exchange: Exchange, key: str) -> Screen:
    found = reply_card(exchange.desk, key)
    own = None if found.changeable else _("ℹ️ It is the whole agency's: head office changes it.")
    text = lines(
        _("<b>💬 {reply}</b>")(reply=reply_name(key, found.reply)),
        _("🗄 Retired: nobody is offered it.") if found.reply.retired else None,
        own,
        *(_in_language(found, one) for one in Language),
    )
    return Screen(text, (*pairs(_buttons(found)), (back(REPLIES, 0),)))


def _in_language(found: ReplyCard, language: Language) -> Sentence:
    written = written_in(found.key, found.reply, language)
    if written is None:
        return _("{language}: nothing yet; another language is sent instead")(language=LANGUAGES[language])
    return _("{language}: {text}")(language=LANGUAGES[language], text=written[:_SHOWN])


def _buttons(found: ReplyCard) -> list[Button]:
    if not found.changeable:
        return []
    key, seen = found.key, found.seen
    if found.reply.retired:
        return [act(_("♻️ Offer it again"), RETIRE_REPLY, seen, key, False)]
    label = _("✏️ {language}")
    return [
        *(
            ask(label(language=LANGUAGES[one]), ChangeReply, seen=seen, key=key, language=one.value)
            for one in Language
        ),
        ask(_("✏️ Name"), NameReply, seen=seen, key=key),
        act(_("🗄 Retire"), RETIRE_REPLY, seen, key, True),
    ]


@routes.does(RETIRE_REPLY)
def retires(exchange: Exchange, seen: int, key: str, retired: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    retire_reply(exchange.desk, key, seen, retired=retired)
    exchange.show(REPLY, key)
