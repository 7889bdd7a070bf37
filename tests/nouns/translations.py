"""Translations: what the tests that walk everything need to know of them."""

from domain.entities.bridge import BRIDGE, BRIDGE_TEST, Bridge, BridgeTest
from domain.entities.interactions import Interaction, Said
from domain.entities.translations import Translation
from domain.notices.bridge import BRIDGE_TESTED, NOT_TRANSLATED, TRANSLATED, TRANSLATION_READY
from domain.ports.desk import Desk
from domain.queries import bridge as queries
from domain.usecases.bridge import settling, translating
from domain.usecases.settings.defining import settled_anew
from domain.values.language import Language
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
    settled,
)
from tests.storage import things
from tests.storage.things import NOON

everybodys("translations")


@settled
def a_service(desk: Desk) -> None:
    settled_anew(desk, BRIDGE, Bridge("http://127.0.0.1:9"), 0)
    settled_anew(desk, BRIDGE_TEST, BridgeTest(1, answers=True), 0)


@new_one
def translation() -> Translation:
    return Translation(things.client("Tara"), "When?", Language.RUSSIAN, NOON)


@one_more
def a_translation(few: Few) -> None:
    said = Interaction(few.client, Said.QUESTION, "When?", NOON)
    few.records.interactions.add(said)
    few.records.translations.add(Translation(few.client, "When?", Language.RUSSIAN, NOON, said, few.member))


@in_each_branch
def an_answer_to_confirm(its: Branched) -> dict[str, int]:
    records, now = its.desk.repositories, its.desk.now
    asked = Interaction(its.client, Said.QUESTION, its.words, now, deal=its.deal)
    records.interactions.add(asked)
    draft = Translation(its.client, its.words, Language.RUSSIAN, now, asked, its.lead, its.words, 0, now)
    records.translations.add(draft)
    records.flush()
    return {"to_translate": asked.id, "draft": draft.id}


asked_for(translations="draft")
forged("wanted", lambda _p, _t: [True, False])


@notice_facts
def told(told: Told) -> Facts:
    said = Interaction(told.client, Said.QUESTION, told.name, told.now)
    told.records.interactions.add(said)
    theirs = Translation(told.client, told.name, Language.RUSSIAN, told.now, said, None, told.name)
    ours = Translation(told.client, told.name, Language.RUSSIAN, told.now, said, told.member, told.name)
    for one in (theirs, ours):
        one.ended_at = told.now
        told.records.translations.add(one)
    told.records.flush()
    return {
        BRIDGE_TESTED: {"answers": True},
        TRANSLATED: {"translation": theirs.id},
        NOT_TRANSLATED: {"translation": theirs.id},
        TRANSLATION_READY: {"translation": ours.id},
    }


calls(
    {
        "bridge.name_bridge": lambda d, _p, _t: settling.name_bridge(d, _seen(d), "https://example.com"),
        "bridge.give_key": lambda d, _p, _t: settling.give_key(d, _seen(d), "sealed"),
        "bridge.without_bridge": lambda d, _p, _t: settling.without_bridge(d, _seen(d)),
        "bridge.answer_translated": lambda d, _p, t: translating.answer_translated(d, t.to_translate, "Yes"),
        "bridge.send_draft": lambda d, _p, t: translating.send_draft(d, t.draft, translated=True),
        "bridge.want_no_translation": lambda d, _p, _t: translating.want_no_translation(d),
        "bridge.want_translation": lambda d, _p, _t: translating.want_translation(d),
        "queries.bridge.agency_bridge": lambda d, _p, _t: queries.agency_bridge(d),
        "queries.bridge.draft_of_mine": lambda d, _p, t: queries.draft_of_mine(d, t.draft),
    }
)


def _seen(desk: Desk) -> int:
    return desk.agency.definitions.revision(BRIDGE)
