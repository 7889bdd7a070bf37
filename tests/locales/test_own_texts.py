"""The agency's own texts: each notice to clients has places, words to begin with and a preview; Telegram takes them."""

from hypothesis import given
from hypothesis import strategies as st

from domain.entities.notices import KINDS, Audience
from domain.entities.texts import check_text, is_well_formed
from domain.notices.trips import DEPARTURE
from domain.values.language import Language
from locales import Voice
from locales.terms.notices import NOTICES
from locales.terms.own_texts import ours, preview
from locales.terms.places import PLACES
from sandbox.text.html_reader import read_html
from tests.domain.one_deal import AGENCY, NOW


def test_every_notice_to_clients_has_places_words_and_a_preview() -> None:
    told = {kind for kind in KINDS.values() if kind.to is Audience.CLIENT}
    assert told == set(NOTICES) == {kind for kind in KINDS.values() if kind.places}
    for kind in told:
        assert {*kind.needs} <= {*kind.places} <= PLACES.keys()
        for language in Language:
            text = ours(kind, language, AGENCY)
            check_text(kind, text)
            html = Voice(language, AGENCY.zone, None).html(preview(kind, text, language, AGENCY, NOW, None))
            seen, _entities = read_html(html)
            assert "{" not in seen
            assert "—" not in seen.replace(" — ", ""), (kind, language)


@given(st.text("ab<>/b code&{}\n", max_size=40))
def test_what_is_well_formed_is_taken_by_telegram(text: str) -> None:
    if is_well_formed(text):
        read_html(text)


def test_tomorrow_is_written_small_within_a_line() -> None:
    text = "🚌 <b>{when}: {trip}</b>\n{client}, see you: {day} {time}, {place}\nSo {when}!"
    html = Voice(Language.ENGLISH, AGENCY.zone, None).html(
        preview(DEPARTURE, text, Language.ENGLISH, AGENCY, NOW, None)
    )
    assert html.startswith("🚌 <b>Tomorrow: ")
    assert html.endswith("\nSo tomorrow!")
