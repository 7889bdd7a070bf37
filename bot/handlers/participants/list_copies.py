"""What has changed on a trip's lists since the last copy was sent."""

from collections.abc import Mapping, Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Row, Screen, back, go, pairs
from bot.links.trips import LIST_CHANGES, PARTICIPANTS
from domain.entities.list_copies import ListKind
from domain.entities.trips import TripNumber
from domain.ports.desk import Desk
from domain.queries.participants import SinceCopy, may_see_border, since_copy
from domain.values.refusals import NotFound
from locales import COMMA, Joined, Sentence, _, lines

routes = Routes(rank=720)

LISTS: dict[ListKind, Sentence] = {
    ListKind.PARTICIPANTS: _("Participants"),
    ListKind.BORDER: _("Border list"),
}
MOST_NAMES = 40


def copies(desk: Desk, number: int) -> dict[ListKind, SinceCopy]:
    """What changed on each list of which a copy went out, as far as the actor may see that list."""
    kinds = [ListKind.PARTICIPANTS, *([ListKind.BORDER] if may_see_border(desk, number) else [])]
    found = {kind: since_copy(desk, number, kind) for kind in kinds}
    return {kind: since for kind, since in found.items() if since is not None}


def copy_lines(found: Mapping[ListKind, SinceCopy]) -> list[Sentence]:
    """When the last copies went out, and how many have been added, taken off or changed since."""
    told: list[Sentence] = []
    for kind, since in found.items():
        told.append(_("🖨 {list}: {moment}")(list=LISTS[kind], moment=since.copy.sent_at))
        if not since.as_sent:
            told.append(
                _("⚠️ Since then: +{added} −{gone} ✎{changed}")(
                    added=len(since.added), gone=len(since.gone), changed=len(since.changed)
                )
            )
    return told


def change_rows(found: Mapping[ListKind, SinceCopy], number: int) -> tuple[Row, ...]:
    """A button for each list that is no more as it was sent."""
    words = {ListKind.PARTICIPANTS: _("✎ What changed"), ListKind.BORDER: _("✎ Border changes")}
    buttons = [
        go(words[kind], LIST_CHANGES, number, kind.value)
        for kind, since in found.items()
        if not since.as_sent
    ]
    return pairs(buttons)


@routes.draws(LIST_CHANGES)
def list_changes(exchange: Exchange, number: TripNumber, kind: str) -> Screen:
    since = since_copy(exchange.desk, number, ListKind(kind)) if kind in set(ListKind) else None
    if since is None:
        raise NotFound("out_of_date")
    by = since.copy.sent_by
    head = _("<b>{list}</b> · {moment}")(list=LISTS[since.copy.kind], moment=since.copy.sent_at)
    return Screen(
        lines(head, _("Sent to {name}")(name=by.name) if by else None, "", *_told(since)),
        ((back(PARTICIPANTS, number, None, 0),),),
    )


def _told(since: SinceCopy) -> list[Sentence]:
    if since.as_sent:
        return [_("No changes since then.")]
    told = [
        (since.added, _("➕ Added: {names}")),
        (since.gone, _("➖ Removed: {names}")),
        (since.changed, _("✎ Changed: {names}")),
    ]
    return [words(names=_names(some)) for some, words in told if some]


def _names(some: Sequence[str]) -> Joined:
    more = [f"+{len(some) - MOST_NAMES}"] if len(some) > MOST_NAMES else []
    return Joined([*some[:MOST_NAMES], *more], by=COMMA)
