"""The agency's own lists as the owner defines them: all of them, and one with its names and its fields."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go, pairs
from bot.conversation.widgets.listing import listing
from bot.flows.settings.add_kind import AddKind, RenameKind
from bot.handlers.settings.kinds import named
from bot.links.fields import FIELDS_OF
from bot.links.own_kinds import OWN_KIND_CARD, OWN_KINDS, OWN_LIST, RETIRE_KIND
from bot.links.settings import SETTINGS, SETTINGS_SLOTS
from domain.entities.own_kinds import OWN_KIND, subject_of
from domain.entities.rights import Right
from domain.queries.own_kinds import KindCard, kind_card, kinds_defined
from domain.usecases.settings.own_kinds import retire_kind
from domain.values.labels import said
from locales import _, lines
from locales.terms.languages import LANGUAGES

routes = Routes()
named(OWN_KIND, _("Lists"))

SIZE = 5


@SETTINGS_SLOTS.button(410, Right.CHANGE_SETTINGS)
def lists_of_settings(_exchange: Exchange, _nothing: None) -> Button:
    return go(_("🗃 Lists"), OWN_KINDS, 0)


@routes.draws(OWN_KINDS)
def kinds(exchange: Exchange, page: int) -> Screen:
    found = [*kinds_defined(exchange.desk).items()]
    return listing(
        _("<b>🗃 Your own lists</b>\nCoaches, schools, hotels: what you link to deals and trips."),
        found[page * SIZE :][: SIZE + 1],
        page,
        opens=lambda item: go(
            _("{icon} {label}")(icon="🗄" if item[1].retired else item[1].icon, label=said(item[1].many)),
            OWN_KIND_CARD,
            item[0],
        ),
        turns=lambda label, other: go(label, OWN_KINDS, other),
        below=[(ask(_("➕ New list"), AddKind),), (back(SETTINGS),)],
        size=SIZE,
    )


@routes.draws(OWN_KIND_CARD)
def kind(exchange: Exchange, key: str) -> Screen:
    found = kind_card(exchange.desk, key)
    one = found.kind
    names = [
        _("{language}: {label}")(
            language=LANGUAGES[language], label=f"{label} · {one.one.get(language, '—')}"
        )
        for language, label in one.many.items()
    ]
    retired = _("🗄 Retired: nothing can be added to it.") if one.retired else None
    head = _("<b>{icon} {label}</b>")(icon=one.icon, label=said(one.many))
    return Screen(lines(head, *names, retired), (*pairs(_buttons(found)), (back(OWN_KINDS, 0),)))


def _buttons(found: KindCard) -> list[Button]:
    if found.kind.retired:
        return [act(_("♻️ Bring it back"), RETIRE_KIND, found.key, found.revision, False)]
    return [
        ask(_("✏️ Name"), RenameKind, key=found.key, seen=found.revision),
        go(_("🧩 Fields"), FIELDS_OF, subject_of(found.key), 0),
        go(_("📋 What is on it"), OWN_LIST, found.key, 0),
        act(_("🗄 Retire"), RETIRE_KIND, found.key, found.revision, True),
    ]


@routes.does(RETIRE_KIND)
def retire(exchange: Exchange, key: str, seen: int, retired: bool) -> None:  # noqa: FBT001
    retire_kind(exchange.desk, key, seen, retired=retired)
    exchange.show(OWN_KIND_CARD, key)
