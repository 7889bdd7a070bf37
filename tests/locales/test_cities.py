"""Time zones are named by their city, in the reader's script, also those that were renamed."""

import pytest
from babel import Locale

from domain.values.local_time import zone, zones
from locales.terms.cities import city, zone_named
from locales.terms.more_cities import more_cities


@pytest.mark.parametrize(
    ("zone", "names"),
    [
        ("Europe/Sofia", {"en": "Sofia", "ru": "София", "bg": "София", "zh": "索非亚"}),
        ("Europe/Kyiv", {"en": "Kyiv", "ru": "Киев", "bg": "Киев", "zh": "基辅"}),
        ("Asia/Kolkata", {"en": "Kolkata", "ru": "Калькутта", "bg": "Колката", "zh": "加尔各答"}),
        ("Asia/Kathmandu", {"en": "Kathmandu", "ru": "Катманду", "bg": "Катманду", "zh": "加德满都"}),
        (
            "America/Argentina/Buenos_Aires",
            {"en": "Buenos Aires", "ru": "Буэнос-Айрес", "zh": "布宜诺斯艾利斯"},
        ),
    ],
)
def test_it_is_named_in_every_language_and_found_by_that_name(zone: str, names: dict[str, str]) -> None:
    assert {language: city(zone, Locale.parse(language)) for language in names} == names
    for name in names.values():
        found = zone_named(name)
        assert found is not None
        assert city(found, Locale.parse("en")) == names["en"]


def test_a_city_whose_clock_is_anothers_keeps_its_own_name() -> None:
    assert city("Europe/Belfast", Locale.parse("en")) == "Belfast"
    assert zone_named("Belfast") == "Europe/Belfast"


def test_no_two_zones_are_written_alike() -> None:
    assert [
        name for name in zones() if zone_named(name) != name and zone(name) != zone(str(zone_named(name)))
    ] == []


@pytest.mark.parametrize(("called", "name"), more_cities().items())
def test_a_city_that_names_no_zone_is_found_in_each_language(called: str, name: str) -> None:
    assert zone_named(called) == name


@pytest.mark.parametrize("written", ["St. John's", "St John’s", "st johns", "ST  JOHN'S"])
def test_a_name_is_read_as_people_type_it(written: str) -> None:
    assert zone_named(written) == "America/St_Johns"
