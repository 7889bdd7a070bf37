"""What is known of a client: read, cleaned, told by themselves or corrected, and kept when two files become one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.client_facts import MOST_TAGS, TELLABLE, Board, correct, tell
from domain.entities.client_reading import (
    LONGEST_TAG,
    clean_tag,
    clean_tags,
    read_birthday,
    read_email,
    read_latin_name,
    read_nights,
    read_stars,
    read_username,
)
from domain.entities.clients import Client
from domain.entities.merging import Merge
from domain.entities.people import Role
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.values.refusals import Refusal
from tests.domain.test_merging import Agency

TODAY = date(2027, 3, 1)


def test_every_fact_is_an_attribute_of_a_client() -> None:
    rosa = Agency().file("Rosa")
    assert [name for name in TELLABLE if not hasattr(rosa, name)] == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Anna@Example.COM", "anna@example.com"),
        (" mailto:o'neil+trips@mail.example.co.uk\n", "o'neil+trips@mail.example.co.uk"),
        ("иван@пример.бг", "иван@пример.бг"),
    ],
)
def test_an_address_is_kept_in_lower_case(typed: str, kept: str) -> None:
    assert read_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "anna", "anna@home", "a b@example.com", "a@@example.com", "a..b@example.com", "a@b.c" + "o" * 254],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_email(typed)
    assert refusal.value.kind == "not_an_email"


@pytest.mark.parametrize(
    "typed",
    ["@Anna_P", "anna_p", " t.me/Anna_P ", "https://t.me/anna_p?start=1", "tg://resolve?domain=anna_p"],
)
def test_a_name_on_telegram(typed: str) -> None:
    assert read_username(typed) == "anna_p"


@pytest.mark.parametrize(
    "typed", ["Анна", "anna petrova", "@", "an", "1anna", "anna@example.com", "+359888123456", ""]
)
def test_what_is_no_name_on_telegram_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="not_a_username"):
        read_username(typed)


def test_a_name_in_latin_letters() -> None:
    assert read_latin_name(" IVANOVA-O'NEIL  ANNA ") == "IVANOVA-O'NEIL ANNA"
    assert read_latin_name("Müller Łukasz") == "Müller Łukasz"
    for typed in ("Иванова Анна", "IVANOVA Aнна", "王小明"):
        with pytest.raises(Refusal) as refusal:
            read_latin_name(typed)
        assert refusal.value.kind == "not_latin"


@pytest.mark.parametrize("wrong", [0, 6, -1])
def test_a_hotel_has_one_to_five_stars(wrong: int) -> None:
    assert [read_stars(stars) for stars in (1, 5)] == [1, 5]
    with pytest.raises(Refusal):
        read_stars(wrong)


@pytest.mark.parametrize("wrong", [0, 366, -1])
def test_nights(wrong: int) -> None:
    assert [read_nights(nights) for nights in (1, 365)] == [1, 365]
    with pytest.raises(Refusal):
        read_nights(wrong)


@pytest.mark.parametrize("wrong", [date(2027, 3, 2), date(1850, 1, 1)])
def test_a_birthday_lies_in_the_past(wrong: date) -> None:
    assert read_birthday(TODAY, TODAY) == TODAY
    with pytest.raises(Refusal):
        read_birthday(wrong, TODAY)


def test_tags_are_short_and_few() -> None:
    assert clean_tags(["#VIP", "vip", "early  bird", "#", "Семья", "老客户"]) == (
        "vip",
        "early_bird",
        "семья",
        "老客户",
    )
    with pytest.raises(Refusal) as refusal:
        clean_tags(["x" * (LONGEST_TAG + 1)])
    assert refusal.value.kind == "tag_too_long"
    assert len(clean_tags(map(str, range(MOST_TAGS)))) == MOST_TAGS
    with pytest.raises(Refusal) as refusal:
        clean_tags(map(str, range(MOST_TAGS + 1)))
    assert refusal.value.kind == "too_many_tags"


@given(st.text(max_size=60))
def test_a_clean_tag_stays_as_it_is(typed: str) -> None:
    tag = clean_tag(typed)
    assert clean_tag(tag) == tag
    assert "#" not in tag
    assert not any(sign.isspace() for sign in tag)


def test_what_was_told_is_the_clients_until_a_colleague_corrects_it() -> None:
    rosa = Agency().file("Rosa")
    tell(rosa, "email", "born_on", "email")
    assert list(rosa.told) == ["email", "born_on"]
    correct(rosa, "email", "stars")
    assert list(rosa.told) == ["born_on"]


def facts(client: Client) -> tuple[object, ...]:
    return client.told, client.tags, client.responsible, client.branch


def joined(agency: Agency, left: Client, kept: Client) -> Merge:
    return merge_clients(agency.desk, left.id, kept.id)


def test_facts_go_over_where_the_file_that_stays_has_none() -> None:
    agency = Agency()
    left, kept = agency.file("Rosa"), agency.file("Rosa Ivanova")
    mila = agency.hired("Mila", Role.MANAGER)
    left.email, left.stars, left.needs, left.board = "rosa@example.com", 3, "no nuts", Board.HALF
    left.told, left.tags, left.responsible, left.branch = ("email", "stars"), ("vip", "family"), mila, 4
    kept.stars, kept.tags = 4, ("family",)

    merge = joined(agency, left, kept)

    assert (kept.email, kept.stars, kept.needs, kept.board) == ("rosa@example.com", 4, "no nuts", Board.HALF)
    assert facts(kept) == (("email",), ("family", "vip"), mila, 4)
    assert agency.whats(kept)[:2] == ["merged", "facts_taken_over"]
    assert "no nuts" not in str([one.facts for one in agency.records.history.of("client", kept.id, 50)])

    kept.email = "other@example.com"
    take_apart(agency.desk, merge.id)

    assert (kept.email, kept.stars, kept.needs, kept.board) == ("other@example.com", 4, None, None)
    assert facts(kept) == (("email",), ("family",), None, None)
    assert (left.email, left.needs, left.tags) == ("rosa@example.com", "no nuts", ("vip", "family"))


def test_nobody_is_recommended_by_themselves() -> None:
    agency = Agency()
    left, kept = agency.file("Rosa"), agency.file("Rosa Ivanova")
    left.referred_by = kept.id
    joined(agency, left, kept)
    assert kept.referred_by is None
