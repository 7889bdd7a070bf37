"""Consents: the last word about mailings counts, whoever said it and to whichever of two files."""

from datetime import timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.consents import Consent, ConsentKind, Given, wants_mailings
from domain.entities.privacy import LONGEST_LINK, LONGEST_TEXT, PrivacyNotice, check_privacy
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.usecases.consents.mailings import note_mailings, note_no_mailings
from domain.values.language import Language
from domain.values.refusals import Refusal
from tests.domain.one_deal import NOW as NOON
from tests.domain.test_merging import Agency


def mailing(hours: int, withdrawn: int | None = None) -> Consent:
    consent = Consent(ConsentKind.MAILING, Given.CHAT, NOON + timedelta(hours=hours))
    consent.withdrawn_at = None if withdrawn is None else NOON + timedelta(hours=withdrawn)
    return consent


@pytest.mark.parametrize(
    ("consents", "wanted"),
    [
        ([], False),
        ([Consent(ConsentKind.PRIVACY, Given.CHAT, NOON)], False),
        ([mailing(0)], True),
        ([mailing(0, 1)], False),
        ([mailing(0, 1), mailing(2)], True),
        ([mailing(0), mailing(1, 2)], False),
        ([mailing(3), mailing(1, 2)], True),
    ],
)
def test_the_last_word_counts(consents: list[Consent], *, wanted: bool) -> None:
    assert wants_mailings(consents) is wanted


def test_who_withdrew_in_one_file_is_not_mailed_through_the_other() -> None:
    agency = Agency()
    desk, records = agency.desk, agency.records
    behind, kept = (Client(name, None, desk.now) for name in ("Rosa", "Rosa Ilieva"))
    for one in (behind, kept):
        records.clients.add(one)
    at = agency.at(agency.boris)
    note_mailings(at, kept.id, Given.PHONE)
    note_mailings(at, behind.id, Given.PHONE)
    note_no_mailings(at, behind.id)
    assert records.consents.may_be_mailed(kept)

    merge = merge_clients(at, behind.id, kept.id)
    assert not records.consents.may_be_mailed(kept)
    take_apart(at, merge.id)
    assert records.consents.may_be_mailed(kept)
    assert not records.consents.may_be_mailed(behind)


@pytest.mark.parametrize(
    ("notice", "refused"),
    [
        (PrivacyNotice(texts={Language.ENGLISH: "…"}), "nothing_written"),
        (PrivacyNotice(texts={Language.ENGLISH: "x" * (LONGEST_TEXT + 1)}), "too_long"),
        (PrivacyNotice(links={Language.ENGLISH: "https://a.b/" + "x" * LONGEST_LINK}), "too_long"),
        (PrivacyNotice(links={Language.ENGLISH: "javascript:alert(1)"}), "not_a_link"),
        (PrivacyNotice(links={Language.ENGLISH: "https://[agency.bg"}), "not_a_link"),
        (PrivacyNotice(links={Language.ENGLISH: "https://a b.bg"}), "not_a_link"),
    ],
)
def test_a_notice_can_be_read(notice: PrivacyNotice, refused: str) -> None:
    with pytest.raises(Refusal) as raised:
        check_privacy(notice)
    assert raised.value.kind == refused
    check_privacy(
        PrivacyNotice(texts={Language.ENGLISH: "We keep little."}, links={Language.ENGLISH: "https://a.b"})
    )
