"""Clients as a file: what we write, we read again as the same clients, in every form and language; and no formula is in it."""

import io
import string
from datetime import UTC, date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from domain.entities.client_exports import ClientFilter, GivenClient, filter_from
from domain.entities.client_reading import clean_tags
from domain.values.language import Language
from domain.values.text import one_line
from imports.client_files import WRITERS
from locales import Voice
from tests.imports.reading import read

LETTERS = string.ascii_letters + "абвгдежзийклмнюяё王小明李美'-,;=+@\"\\#|"


def _named(text: str) -> str:
    return one_line(text)


NAMES = (
    st.text(LETTERS + " ", min_size=1, max_size=30)
    .map(_named)
    .filter(lambda name: any(c.isalpha() for c in name))
)
CLIENTS = st.builds(
    GivenClient,
    number=st.integers(1, 10**6),
    name=NAMES,
    latin_name=st.none() | st.text(string.ascii_letters, min_size=2, max_size=20),
    phone=st.none() | st.sampled_from(["+359888123456", "+79161234567", "+8613800138000"]),
    email=st.none() | st.sampled_from(["ivan@example.com", "a.b-c@mail.example.bg"]),
    born_on=st.none() | st.dates(date(1900, 1, 1), date(2026, 12, 31)),
    address=st.none() | NAMES,
    source=st.none() | st.sampled_from(["friend", "a fair in Sofia"]),
    tags=st.lists(st.sampled_from(["vip", "море", "гърция", "友"]), max_size=3).map(clean_tags),
)


def told(client: GivenClient, form: str) -> tuple[object, ...]:
    """As it is read again. A card has no place for the name in Latin, nor for where somebody comes from."""
    beside = () if form == "vcf" else (client.latin_name, client.source)
    return client.name, client.phone, client.email, client.born_on, client.address, client.tags, *beside


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("language", Language)
@settings(max_examples=25)
@given(clients=st.lists(CLIENTS, min_size=1, max_size=4))
def test_what_is_written_is_read_again(form: str, language: Language, clients: list[GivenClient]) -> None:
    content = WRITERS[form](clients, Voice(language, UTC, None))
    rows = [row.facts for row in read(content, language=language)]
    assert [
        facts
        and (facts.name, facts.phone, facts.email, facts.born_on, facts.address, facts.tags)
        + (() if form == "vcf" else (facts.latin_name, facts.source))
        for facts in rows
    ] == [told(client, form) for client in clients]


EVIL = GivenClient(1, "=cmd|' /C calc'!A0", None, "+359888123456", None, None, "@SUM(1)", "-2", ("=1",))


def test_no_formula_leaves_us() -> None:
    voice = Voice(Language.ENGLISH, UTC, None)
    text = WRITERS["csv"]([EVIL], voice).decode("utf-8-sig")
    assert [cell[:1] for cell in text.splitlines()[1].split(",") if cell] == ["'"] * 5
    book = load_workbook(io.BytesIO(WRITERS["xlsx"]([EVIL], voice)))
    assert {
        cell.data_type for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if cell.value
    } == {"s"}


@given(
    st.builds(
        ClientFilter,
        tag=st.none() | st.sampled_from(["vip", "море"]),
        branch=st.none() | st.integers(1, 99),
        responsible=st.none() | st.integers(1, 99),
        trip=st.none() | st.integers(1, 99),
        travelled_since=st.none() | st.dates(),
        travelled_until=st.none() | st.dates(),
        mailings=st.booleans(),
    )
)
def test_a_filter_is_kept_in_a_button(wanted: ClientFilter) -> None:
    assert filter_from(wanted.key) == wanted


def test_a_filter_of_a_forged_button_filters_nothing() -> None:
    assert filter_from("by:x,since:never,what") == ClientFilter()
