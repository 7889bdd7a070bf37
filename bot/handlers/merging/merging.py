"""Two files that may be one person's: side by side, joined, told apart, taken apart again, and the list of them."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, column, go, turn
from bot.conversation.widgets.confirm import confirm
from bot.conversation.widgets.listing import listing
from bot.handlers.clients.words import reached_by
from bot.links.clients import CLIENT
from bot.links.home import HOME
from bot.links.merging import APART, DOUBTS, JOIN_FILES, NOT_THE_SAME, SAME, TAKE_APART
from domain.entities.clients import Client
from domain.entities.merging import BACK_WITHIN, MergeNumber, OneFile, OtherFile
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.doubts import (
    DoubtFound,
    FileCounted,
    TwoFiles,
    doubts_open,
    merge_to_undo,
    one_by_now,
    two_files,
)
from domain.usecases.clients.merging import merge_clients, not_the_same, take_apart
from locales import Sentence, _, lines
from locales.terms.clients import named_with_phone
from locales.terms.merging import WHY
from locales.terms.phones import pretty_phone

routes = Routes(rank=355)

SIZE = 4


@routes.draws(SAME)
def same(exchange: Exchange, one: OneFile, other: OtherFile) -> Screen:
    found = two_files(exchange.desk, one, other)
    told = lines(
        _("<b>🪞 Same person?</b>"),
        _why(found),
        "",
        *_file(exchange, found.first),
        "",
        *_file(exchange, found.second),
        "",
        _(
            "Joined, one file has all deals, inquiries and messages. Name and phone of the one you keep stay; "
            "the other name and phone still find it. You can take them apart for {days} days."
        )(days=BACK_WITHIN.days),
    )
    return Screen(told, (*column(_buttons(exchange, found)), (back(CLIENT, found.first.client.id),)))


def _why(found: TwoFiles) -> Sentence | None:
    if found.differ:
        return _("A colleague has said: not the same.")
    return WHY[found.why] if found.why else None


def _file(exchange: Exchange, found: FileCounted) -> Iterable[Sentence]:
    client, zone = found.client, exchange.desk.agency.zone
    yield _("<b>#{number} · {name}</b>")(number=client.id, name=client.name)
    yield _("📱 {phone} · {reach}")(phone=pretty_phone(client.phone), reach=reached_by(client))
    yield _("🕓 Client since {day}")(day=client.known_since.astimezone(zone).date())
    counted = _("🗂 Deals: {deals}, inquiries: {inquiries}")
    if exchange.desk.actor.reach is not None:
        counted = _("🗂 Deals of your branch: {deals}, inquiries: {inquiries}")
    yield counted(deals=found.deals, inquiries=found.inquiries)


def _buttons(exchange: Exchange, found: TwoFiles) -> Iterable[Button]:
    first, second = found.first.client, found.second.client
    if exchange.desk.actor.may(Right.MERGE_CLIENTS):
        yield act(_keep(first, second), JOIN_FILES, second.id, first.id)
        yield act(_keep(second, first), JOIN_FILES, first.id, second.id)
        if not found.differ:
            yield act(_("✖ Not the same"), NOT_THE_SAME, first.id, second.id)
    for client in (first, second):
        yield go(_("👤 #{number} {name}")(number=client.id, name=client.name), CLIENT, client.id)


def _keep(kept: Client, other: Client) -> Sentence:
    if kept.name == other.name:
        return _("🤝 Join, keep #{number} {name}")(number=kept.id, name=kept.name)
    return _("🤝 Join, keep {name}")(name=kept.name)


@routes.does(JOIN_FILES)
def join_files(exchange: Exchange, left: OneFile, kept: OtherFile) -> None:
    merge = merge_clients(exchange.desk, left, kept)
    exchange.head(
        _("Joined. If it was a mistake, take them apart within {days} days.")(days=BACK_WITHIN.days)
    )
    exchange.show(CLIENT, merge.kept)


@routes.does(NOT_THE_SAME)
def differ(exchange: Exchange, one: OneFile, other: OtherFile) -> None:
    not_the_same(exchange.desk, one, other)
    exchange.note(_("Noted: two people."))
    listed = exchange.came_from(DOUBTS)
    if listed is None:
        exchange.show(CLIENT, one)
    else:
        exchange.show(DOUBTS, *listed)


@routes.draws(APART)
def apart(exchange: Exchange, number: MergeNumber) -> Screen:
    found = merge_to_undo(exchange.desk, number)
    return confirm(
        _(
            "Take <b>{name}</b> apart again? What came from that file goes back to it; "
            "what came since {day} stays here."
        )(name=found.left, day=found.merge.at),
        act(_("↩️ Yes, take apart"), TAKE_APART, number),
        back(CLIENT, found.merge.kept),
    )


@routes.does(TAKE_APART)
def apart_again(exchange: Exchange, number: MergeNumber) -> None:
    merge = take_apart(exchange.desk, number)
    exchange.head(_("Taken apart: two files again."))
    exchange.show(CLIENT, merge.kept)


@routes.draws(DOUBTS)
def doubts(exchange: Exchange, page: int) -> Screen:
    return listing(
        _("<b>🪞 Same person?</b>"),
        doubts_open(exchange.desk, SIZE + 1, page * SIZE),
        page,
        row=lambda found: (_opens(found), _two(found)),
        line=_line,
        turns=lambda label, number: turn(label, DOUBTS, number),
        empty=_("Nobody is on file twice, as far as we see."),
        below=((back(HOME),),),
        size=SIZE,
    )


def _line(found: DoubtFound) -> Sentence:
    both = {"one": named_with_phone(found.first), "other": named_with_phone(found.second)}
    if found.doubt.why is None:
        return _("{one} — {other}")(**both)
    return _("{one} — {other}\n{why}")(**both, why=WHY[found.doubt.why])


def _opens(found: DoubtFound) -> Button:
    return go(_("🪞 {one}")(one=found.first.name), SAME, found.first.id, found.second.id)


def _two(found: DoubtFound) -> Button:
    return act(_("✖ Not the same"), NOT_THE_SAME, found.first.id, found.second.id)


@routes.verb("open_same")
def open_same(exchange: Exchange, notice: Notice) -> None:
    files = notice.facts["first"], notice.facts["second"]
    joined = one_by_now(exchange.desk, *files)
    if joined is None:
        exchange.show(SAME, *files)
    else:
        exchange.show(CLIENT, joined.id)
