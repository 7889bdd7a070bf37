"""Two files of one person become one, and are taken apart again when it was a mistake.

The file left behind stays, with its history and what it said of itself; whoever asks for it gets the other.
"""

from dataclasses import asdict

from domain.entities.clients import Client
from domain.entities.merging import Doubt, Merge, TakenOver, pair
from domain.entities.people import Right
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Desk
from domain.queries.doubts import must_be_last, must_reach
from domain.usecases.clients.merging_facts import give_facts_back, merge_facts
from domain.usecases.companions.joining import join_companions, part_companions
from domain.usecases.conversations.merging import join_conversations
from domain.usecases.conversations.moving import look_anew
from domain.usecases.families.merging import give_family_back, merge_families
from domain.usecases.fields.merging import give_fields_back, merge_fields
from domain.usecases.own_kinds.items import give_items_back, merge_items
from domain.usecases.staff_groups.showing import join_topics
from domain.values.refusals import Refusal


def merge_clients(desk: Desk, left: int, kept: int) -> Merge:
    """The file `left` becomes one with the file that is `kept`.

    Raises Forbidden, NotFound, Refusal: merge_with_itself, merged_already.
    """
    desk.must(Right.MERGE_CLIENTS)
    behind, file = _both(desk, left, kept)
    must_reach(desk, behind, file)
    return join_files(desk, behind, file)


def prove_same(desk: Desk, left: Client, kept: Client) -> Client:
    """Telegram vouches for the phone of the one who has the other file: nobody need be asked. Gives the one file."""
    behind, file = _both(desk, left.id, kept.id)
    join_files(desk, behind, file)
    return file


def join_files(desk: Desk, behind: Client, file: Client) -> Merge:
    """Both are held. By the agency, for whoever may merge clients, or who has proved to be both."""
    took = TakenOver(places=[one.id for one in _doubled(desk, behind, file)])
    took.fields = merge_fields(desk, behind.id, file.id)
    took.items = merge_items(desk, behind.id, file.id)
    took.facts = merge_facts(desk, behind, file)
    took.companions = join_companions(desk, behind, file)
    merge_families(desk, behind, file, took)
    join_topics(desk, behind, file)
    join_conversations(desk, behind, file)
    moved = desk.archive.clients.move_all(behind, file)
    _take_over_ways(desk, behind, file, took)
    file.speak_as_noted()
    took.doubts = _carry_doubts_over(desk, behind, file)
    behind.merged_into = file.id
    merge = Merge(behind.id, file.id, desk.now, moved, asdict(took), desk.actor.staff)
    desk.archive.merges.add(merge)
    _found_anew(desk, behind, file)
    desk.note("client", file.id, "merged", other=behind.id, name=behind.name)
    desk.note("client", behind.id, "merged_into", other=file.id, name=file.name)
    return merge


def take_apart(desk: Desk, number: int) -> Merge:
    """What moved goes back, if it is still there; what came since stays where it is. They are not the same person then.

    Raises Forbidden, NotFound, Refusal: apart_already, merged_long_ago, merged_since.
    """
    desk.must(Right.MERGE_CLIENTS)
    merge = desk.archive.merges.get(number)
    behind, file = _held(desk, merge.left, merge.kept)
    merge = desk.archive.merges.locked(number)
    must_be_last(desk, merge)
    must_reach(desk, file)
    took = merge.taken_over
    behind.merged_into, merge.undone_at = None, desk.now
    desk.archive.clients.move_back(merge.moved, file, behind)
    _wait_again(desk, took)
    for one in (behind, file):
        look_anew(desk, one)
    part_companions(desk, took.companions)
    give_family_back(desk, behind, took)
    give_fields_back(desk, behind, file, took.fields)
    give_items_back(desk, behind.id, file.id, took.items)
    give_facts_back(desk, behind, file, took.facts)
    _give_ways_back(desk, behind, file, took)
    _forget_doubts(desk, took)
    settle(desk, behind, file)
    _found_anew(desk, behind, file)
    desk.note("client", file.id, "apart", other=behind.id, name=behind.name)
    desk.note("client", behind.id, "apart", other=file.id, name=file.name)
    return merge


def not_the_same(desk: Desk, one: int, other: int) -> None:
    """Settled for good: nobody is asked about these two again. Raises Forbidden, NotFound, Refusal: merge_with_itself."""
    desk.must(Right.MERGE_CLIENTS)
    first, second = _both(desk, one, other)
    settle(desk, first, second)
    desk.note("client", first.id, "differs", other=second.id, name=second.name)
    desk.note("client", second.id, "differs", other=first.id, name=first.name)


def settle(desk: Desk, one: Client, other: Client) -> None:
    """These two are not the same person. By the agency, for whoever has said so."""
    numbers = pair(one.id, other.id)
    doubt = desk.archive.doubts.between(*numbers)
    if doubt is None:
        desk.archive.doubts.add(Doubt(*numbers, None, desk.now, desk.now))
    elif doubt.settled_at is None:
        doubt.settled_at = desk.now


def _both(desk: Desk, left: int, kept: int) -> tuple[Client, Client]:
    """Held, neither merged by now. Raises NotFound, Refusal: merge_with_itself, merged_already."""
    if left == kept:
        raise Refusal("merge_with_itself", name=desk.archive.clients.get(kept).name)
    behind, file = _held(desk, left, kept)
    for one in (behind, file):
        one.must_not_be_forgotten()
        if one.merged_into is not None:
            raise Refusal("merged_already", name=one.name, into=desk.archive.clients.get(one.id).name)
    return behind, file


def _held(desk: Desk, left: int, kept: int) -> tuple[Client, Client]:
    """In the order of their numbers, so that two who do the same do not wait for each other."""
    held = {number: desk.archive.clients.held(number) for number in sorted((left, kept))}
    return held[left], held[kept]


def _doubled(desk: Desk, behind: Client, file: Client) -> list[WaitingPlace]:
    """Who stands in a line twice keeps the place that is offered seats, or else the one that came first."""
    trips = desk.archive.trips
    own = {place.trip.id: place for place in trips.waited_for(file, desk.now)}
    also = [place for place in trips.waited_for(behind, desk.now) if place.trip.id in own]
    left = [max(place, own[place.trip.id], key=_turn) for place in also]
    for place in left:
        place.left_at = desk.now
    return left


def _turn(place: WaitingPlace) -> tuple[object, ...]:
    return place.offered_at is None, place.since, place.id


def _wait_again(desk: Desk, took: TakenOver) -> None:
    """Not with the seats they may have been promised before: others were offered those since."""
    for number in took.places:
        place = desk.archive.trips.place(number)
        place.left_at = place.offered_at = None


def _take_over_ways(desk: Desk, behind: Client, file: Client, took: TakenOver) -> None:
    """Telegram and phone, where the file has none; that they want no reminders."""
    if file.person is None and behind.person is not None:
        took.person = behind.person.id
        _give_person(desk, behind, file)
    if file.phone is None and behind.phone is not None:
        took.phone, file.phone = True, behind.phone
    if file.muted_at is None and behind.muted_at is not None:
        took.muted, file.muted_at = True, behind.muted_at
    file.untranslated_at = (
        file.untranslated_at or behind.untranslated_at
    )  # it stays when they are parted: who errs, asks


def _give_ways_back(desk: Desk, behind: Client, file: Client, took: TakenOver) -> None:
    """Those that are still as they were taken over; the file left behind never lost its phone."""
    if took.person is not None and file.person is not None and file.person.id == took.person:
        _give_person(desk, file, behind)
    if took.phone and file.phone == behind.phone:
        file.phone = None
    if took.muted and file.muted_at == behind.muted_at:
        file.muted_at = None


def _give_person(desk: Desk, giver: Client, taker: Client) -> None:
    """One after the other: nobody has two files at any moment."""
    person, giver.person = giver.person, None
    desk.archive.flush()
    taker.person = person


def _carry_doubts_over(desk: Desk, behind: Client, file: Client) -> list[int]:
    """Whoever may be the one may be the other; the numbers of the new doubts."""
    carried = []
    for doubt in desk.archive.doubts.of(behind):
        [other] = {*doubt.files} - {behind.id}
        new = Doubt(*pair(file.id, other), doubt.why, doubt.noticed_at)
        if other != file.id and desk.archive.doubts.add(new):
            carried.append(new.id)
    return carried


def _forget_doubts(desk: Desk, took: TakenOver) -> None:
    for number in took.doubts:
        doubt = desk.archive.doubts.get(number)
        if doubt.settled_at is None:
            desk.archive.doubts.remove(doubt)


def _found_anew(desk: Desk, behind: Client, file: Client) -> None:
    """By the words of both, as long as they are one."""
    desk.archive.flush()
    for one in (behind, file):
        desk.archive.clients.renamed(one)
