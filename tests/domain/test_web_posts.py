"""What web sites post: stored once for its key, and made an inquiry of the client who is meant, never of another."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.entities.clients import Client
from domain.entities.definitions import Definitions
from domain.entities.inquiries import Channel, Inquiry
from domain.entities.web_posts import TRIES, PostedInquiry, PostKind, PostState, WebPost
from domain.entities.web_sources import WEB_SOURCE, WebSource, hash_of, origins_of, read_origin, source_with
from domain.ports.desk import Desk
from domain.usecases.web_posts.keeping import Kept, forget_posts, keep_post, post_failed
from domain.usecases.web_posts.taking import take_post
from domain.usecases.web_sources.settling import add_source, close_source, new_token
from domain.values.refusals import Refusal
from tests.domain.one_deal import agency_desk
from tests.memory import memory
from tests.memory.shelf import Things

PHONE = "+359888123456"
TOKEN = "one token"


@pytest.fixture
def desk() -> Desk:
    desk = agency_desk(memory(Things()))
    add_source(desk, "tours.example", "tours.example", token=TOKEN)
    return desk


def post(desk: Desk, key: str | None = None, source: str = "source1", **facts: Any) -> WebPost:
    said = PostedInquiry(**facts).facts()
    return WebPost(source, PostKind.INQUIRY, desk.now, desk.agency.seal(str(sorted(said.items()))), said, key)


def taken(desk: Desk, **facts: Any) -> Inquiry:
    one = post(desk, **facts)
    assert keep_post(desk, TOKEN, one).kept is Kept.NEW
    assert take_post(desk, one.id)
    assert one.became is not None
    desk.repositories.flush()
    return desk.repositories.inquiries.get(one.became)


def known(desk: Desk, name: str, phone: str | None = None, email: str | None = None) -> Client:
    client = Client(name, phone, desk.now, email=email)
    desk.repositories.clients.add(client)
    desk.repositories.flush()
    return client


def test_a_post_becomes_an_inquiry_and_says_nothing_any_more(desk: Desk) -> None:
    inquiry = taken(
        desk,
        name="Anna Petrova",
        phone=PHONE,
        text="Lisbon with a sea view",
        people=2,
        since=date(2027, 7, 12),
        until=date(2027, 7, 19),
    )
    one = desk.repositories.web_posts.get(1)

    assert (inquiry.channel, inquiry.source, inquiry.heads) == (Channel.WEB, "tours.example", 2)
    assert (inquiry.destination, inquiry.when) == ("Lisbon with a sea view", "12.07.2027 – 19.07.2027")
    assert (inquiry.client.name, inquiry.client.phone) == ("Anna Petrova", PHONE)
    assert inquiry.waits
    assert (one.state, one.facts, one.done_at) == (PostState.DONE, {}, desk.now)
    assert not take_post(desk, one.id), "once"


def test_the_same_key_is_the_same_post_and_never_another(desk: Desk) -> None:
    first = keep_post(desk, TOKEN, post(desk, "k", phone=PHONE))
    assert (first.kept, keep_post(desk, TOKEN, post(desk, "k", phone=PHONE))) == (
        Kept.NEW,
        replace(first, kept=Kept.REPEATED),
    )
    assert keep_post(desk, TOKEN, post(desk, "k", phone="+359888000000")).kept is Kept.OTHER
    assert keep_post(desk, TOKEN, post(desk, None, phone=PHONE)).kept is Kept.NEW
    assert keep_post(desk, TOKEN, post(desk, None, phone=PHONE)).kept is Kept.NEW, "without a key each is new"
    _key, token = add_source(desk, "other.example")
    assert keep_post(desk, token, post(desk, "k", "source2", phone=PHONE)).kept is Kept.NEW
    assert keep_post(desk, token, post(desk, "j", phone=PHONE)).kept is Kept.REFUSED, "another source's"


@pytest.mark.parametrize(
    ("said", "theirs"),
    [
        ({"name": "Anna Petrova", "phone": PHONE}, True),
        ({"name": "PETROVA Anna", "phone": PHONE}, True),
        ({"name": "Petrova", "email": "anna@example.com"}, True),
        ({"phone": PHONE}, True),
        ({"name": "Ivan Ivanov", "phone": PHONE}, False),
        ({"name": "Anna Petrova", "phone": "+359888000000"}, False),
    ],
)
def test_who_is_meant(desk: Desk, said: dict[str, str], *, theirs: bool) -> None:
    anna = known(desk, "Anna Petrova", PHONE, "anna@example.com")
    inquiry = taken(desk, **said)

    assert (inquiry.client is anna) is theirs
    doubted = desk.repositories.doubts.of(anna)
    assert bool(doubted) is (not theirs and said["phone"] == PHONE), "colleagues are asked"


def test_what_is_typed_changes_no_file_and_is_not_lost(desk: Desk) -> None:
    anna = known(desk, "Anna Petrova", PHONE)
    inquiry = taken(desk, name="Anna Petrova", phone=PHONE, email="other@example.com", text="Rome")

    assert (anna.phone, anna.email) == (PHONE, None)
    assert (inquiry.destination, inquiry.wishes) == ("Rome", "other@example.com")


def test_two_who_share_a_phone_and_no_name(desk: Desk) -> None:
    for name in ("Anna Petrova", "Ivan Petrov"):
        known(desk, name, PHONE)
    inquiry = taken(desk, phone=PHONE)

    assert inquiry.client.name == PHONE, "nobody knows which of them"


def test_long_words_are_a_place_in_short(desk: Desk) -> None:
    inquiry = taken(
        desk,
        phone=PHONE,
        text="We would like a quiet hotel somewhere near the sea, with a garden\nand a pool",
    )

    assert inquiry.destination == "We would like a quiet hotel somewhere near the sea, with a …"
    assert (inquiry.wishes or "").endswith("and a pool"), "all of it"
    assert taken(desk, phone=PHONE).destination == "tours.example"


def test_what_fails_again_and_again_is_set_aside_with_what_it_says(desk: Desk) -> None:
    one = post(desk, phone=PHONE)
    keep_post(desk, TOKEN, one)
    for _ in range(TRIES):
        assert one.state is PostState.WAITING
        post_failed(desk, one.id)
    assert (one.state, one.facts) == (PostState.SET_ASIDE, {"phone": PHONE})

    assert forget_posts(desk) == 0
    desk.now += timedelta(days=31)
    assert forget_posts(desk) == 1


def test_a_token_is_known_by_its_hash_until_another_or_none_is_good(desk: Desk) -> None:
    def good(token: str) -> bool:
        return source_with(desk.agency.definitions, token) is not None

    assert good(TOKEN)
    assert TOKEN not in str(desk.agency.definitions)
    newer = new_token(desk, "source1", 1)
    assert (good(TOKEN), good(newer)) == (False, True)
    close_source(desk, "source1")
    assert not good(newer)
    assert not good(""), "a closed one has no token at all"
    assert origins_of(desk.agency.definitions) == frozenset()
    assert add_source(desk, "tours.example")[0] == "source2", "a key is never given again"


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        ("tours.example", "https://tours.example"),
        ("HTTP://Tours.Example:8080/contact?x=1", "http://tours.example:8080"),
        ("туры.example", "https://xn--p1add7a.example"),
    ],
)
def test_an_address_is_read_as_a_browser_tells_it(written: str, origin: str) -> None:
    assert read_origin(written) == origin


@pytest.mark.parametrize(
    "written", ["ftp://a.example", "a b", "*", "https://a@b.example", "https://", "x" * 300]
)
def test_what_is_no_address(written: str) -> None:
    with pytest.raises(Refusal):
        read_origin(written)


def test_only_open_sources_have_pages() -> None:
    settled = Definitions().with_(WEB_SOURCE, "a", WebSource("A", hash_of("t"), ("https://a.example",)))
    settled = settled.with_(WEB_SOURCE, "b", WebSource("B", "", ("https://b.example",), closed=True))

    assert origins_of(settled) == {"https://a.example"}
