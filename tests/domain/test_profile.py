"""The profile, bank accounts, reasons and texts: what cannot be is refused through whatever door it comes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.definitions import Definitions
from domain.entities.people import Role
from domain.entities.profile import PROFILE, Profile
from domain.entities.reasons import REASONS, Reasons
from domain.entities.texts import TEXTS, OwnText, told_lines
from domain.notices.trips import DEPARTURE
from domain.ports.desk import Desk
from domain.usecases.settings.defining import as_shipped, define
from domain.usecases.settings.profile import add_account, change_line, offer_language, remove_account
from domain.usecases.settings.reasons import add_reason, offer_reason_again, retire_reason
from domain.usecases.settings.texts import change_text, text_as_shipped
from domain.values.bank import BankAccount, check_account
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal
from tests.domain.one_deal import OneDeal, a_deal

IBAN = "BG80BNBG96611020345678"
SBER = BankAccount("40702810200000000001", "044525225", "30101810400000000225")
GOOD = "{day} {time} {place}"


@pytest.fixture
def desk() -> Desk:
    return OneDeal(a_deal()).desk(Role.OWNER)


def test_bank_accounts_that_are_right() -> None:
    for right in (BankAccount(IBAN, "BNBGBGSD"), BankAccount(IBAN), SBER, replace(SBER, correspondent=None)):
        check_account(right)
    assert BankAccount(IBAN).shown == "BG80 BNBG 9661 1020 3456 78"


@given(st.integers(0, len(IBAN) - 1), st.integers(1, 9))
def test_one_wrong_sign_of_an_iban_is_noticed(at: int, by: int) -> None:
    sign = IBAN[at]
    other = str((int(sign) + by) % 10) if sign.isdigit() else chr((ord(sign) - 65 + by) % 26 + 65)
    with pytest.raises(Refusal):
        check_account(BankAccount(IBAN[:at] + other + IBAN[at + 1 :]))


@given(st.integers(0, 19), st.integers(1, 9))
def test_one_wrong_digit_of_russian_requisites_is_noticed(at: int, by: int) -> None:
    def wrong(number: str) -> str:
        return number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]

    for account in (
        replace(SBER, number=wrong(SBER.number)),
        replace(SBER, correspondent=wrong(str(SBER.correspondent))),
    ):
        with pytest.raises(Refusal):
            check_account(account)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (Profile(name=" "), "nothing_written"),
        (Profile(name="x" * 81), "too_long"),
        (Profile(currency="XXX"), "unknown_currency"),
        (Profile(zone="Mars/Base"), "unknown_zone"),
        (Profile(languages=()), "no_language_left"),
        (Profile(accounts=(BankAccount("BG81BNBG96611020345678"),)), "iban_digits"),
        (Profile(accounts=(BankAccount(IBAN), BankAccount(IBAN))), "account_there"),
        (Profile(accounts=(SBER,) * 4), "too_many_accounts"),
        (Profile(accounts=(BankAccount(IBAN, "BIC"),)), "not_a_bic"),
        (Profile(accounts=(replace(SBER, bank="1"),)), "not_a_bik"),
        (Profile(accounts=(replace(SBER, number="4" * 19),)), "not_an_account"),
        (Profile(accounts=(replace(SBER, correspondent="4" * 20),)), "not_a_correspondent"),
    ],
)
def test_a_profile_that_cannot_be(desk: Desk, wrong: Profile, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        define(desk, PROFILE, wrong, 0, "line_changed")


def test_one_line_is_changed_and_the_others_stay(desk: Desk) -> None:
    change_line(desk, 0, "address", "Plovdiv")
    add_account(desk, 1, SBER)
    offer_language(desk, 2, Language.CHINESE)
    remove_account(desk, 3, SBER.number)
    profile = desk.agency.profile
    assert (profile.address, profile.accounts, Language.CHINESE in profile.languages) == (
        "Plovdiv",
        (),
        False,
    )
    assert profile.greets_in("zh-hans") is Language.ENGLISH
    assert profile.greets_in("bg") is Language.BULGARIAN
    with pytest.raises(NotFound):
        change_line(desk, 4, "accounts", "none")


def test_reasons_are_retired_and_never_lost(desk: Desk) -> None:
    add_reason(desk, 0, "deal", {Language.ENGLISH: "Rain"})
    room = desk.agency.definitions.one(REASONS, "deal").without("no_answer")
    again = room.with_("deal", {Language.RUSSIAN: "rain"})
    with pytest.raises(Refusal, match="reason_there"):
        define(desk, REASONS, again, 1, "reason_added", key="deal")
    with pytest.raises(Refusal, match="too_many_reasons"):
        add_reason(desk, 1, "deal", {Language.ENGLISH: "Snow"})
    retire_reason(desk, 1, "deal", "deal_own1")
    kept = desk.agency.definitions.one(REASONS, "deal")
    assert ("deal_own1" in kept.own, kept.retired("deal")) == (True, ("deal_own1",))
    for wrong, why in (
        (Reasons(("no_answer",)), "reason_in_use"),
        (replace(kept, offered=()), "no_reason_left"),
        (replace(kept, offered=("nothing",)), "reason_unknown"),
        (replace(kept, own={**kept.own, "b": {Language.ENGLISH: "☔"}}), "label_empty"),
    ):
        with pytest.raises(Refusal, match=why):
            define(desk, REASONS, wrong, 2, "reason_retired", key="deal")
    with pytest.raises(Refusal, match="reason_in_use"):
        as_shipped(desk, REASONS, 2, "reason_retired", key="deal")
    offer_reason_again(desk, 2, "deal", "deal_own1")
    assert "deal_own1" in desk.agency.definitions.one(REASONS, "deal").offered


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (f"{GOOD} {{hour}}", "text_place_unknown"),
        ("Tomorrow! {day} {time}", "text_place_missing"),
        (f"Hi {GOOD} {{", "text_braces"),
        (f"Hi {GOOD} {{}}", "text_braces"),
        (f"Hi {GOOD} {{trip name}}", "text_braces"),
        ("<b>😀</b>", "nothing_written"),
        (f"Hi {GOOD} {'x' * 1500}", "text_too_long"),
        (f"Hi <b>{GOOD}", "text_tags"),
        (f"Hi <b><i>{GOOD}</b></i>", "text_tags"),
        (f"Hi <script>{GOOD}</script>", "text_tags"),
        (f"Hi <a href='x'>{GOOD}</a>", "text_tags"),
        (f"Hi 1 < 2 {GOOD}", "text_tags"),
        (f"Hi <code><code>{GOOD}</code></code>", "text_tags"),
    ],
)
def test_a_text_that_cannot_be(desk: Desk, wrong: str, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        change_text(desk, 0, DEPARTURE, Language.BULGARIAN, wrong)
    assert desk.agency.definitions == Definitions()


def test_texts_are_given_by_language_and_taken_back(desk: Desk) -> None:
    for seen, language in enumerate((Language.BULGARIAN, Language.CHINESE)):
        change_text(desk, seen, DEPARTURE, language, f"Hi {GOOD}")
    text_as_shipped(desk, 2, DEPARTURE, Language.BULGARIAN)
    assert {*desk.agency.definitions.one(TEXTS, DEPARTURE).said} == {Language.CHINESE}
    text_as_shipped(desk, 3, DEPARTURE, Language.CHINESE)
    assert DEPARTURE not in desk.agency.definitions.all(TEXTS)
    with pytest.raises(NotFound):
        change_text(desk, 0, "alarm", Language.ENGLISH, "Boo")
    with pytest.raises(Refusal, match="nothing_written"):
        define(desk, TEXTS, OwnText({}), 0, "text_changed", key=DEPARTURE)


def test_a_line_without_anything_to_say_is_left_out() -> None:
    assert told_lines("Hi\nBring: {bring}\n{day}", {"bring"}) == "Hi\n{day}"
    assert told_lines("{bring}", {"bring"}) is None
    assert told_lines("<b>Hi\n{bring}</b>", {"bring"}) is None
