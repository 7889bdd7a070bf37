"""Topics and the language bridge: what a client says is shown translated, what a colleague writes goes out translated."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entities.bridge import BRIDGE, BRIDGE_TEST, Bridge, BridgeTest
from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.inquiries import InquiryKind, Wish
from domain.entities.interactions import Enclosed, Interaction, Medium, Original, Said
from domain.entities.translations import TRIES, Translation
from domain.ports.desk import Actor
from domain.usecases.bridge.asking import translate_for
from domain.usecases.bridge.translating import translation_found, translation_missed
from domain.usecases.inquiries.intake import Introduction, ask_for_tour
from domain.usecases.settings.defining import settled_anew
from domain.usecases.staff_groups import showing, talking
from domain.usecases.staff_groups.answering import Written
from domain.values.language import Language
from tests.domain.test_client_topics import OF_ALL, WHOLE, a_client, as_, at, says, tied
from tests.domain.test_merging import Agency

YES = Written(OF_ALL, 5, 9, "Yes, of course.")


class Office:
    """Boris, who speaks English, and Anna, who speaks Russian and has a topic in a group."""

    def __init__(self, *, bridge: bool = True) -> None:
        self.agency = Agency()
        self.desk = at(self.agency)
        tied(self.desk, WHOLE, OF_ALL)
        if bridge:
            settled_anew(self.desk, BRIDGE, Bridge("http://127.0.0.1:9"), 0)
            settled_anew(self.desk, BRIDGE_TEST, BridgeTest(1, answers=True), 0)
        self.anna = a_client(self.agency, "Anna")
        assert self.anna.person is not None
        self.anna.person.language = Language.RUSSIAN
        self.topic: ClientTopic = showing.topic_for(self.desk, self.anna, None)  # type: ignore[assignment]
        self.topic.opened(5)
        self.boris = as_(self.desk, self.agency.boris)

    def lines(self, *kinds: LineKind) -> list[TopicLine]:
        found = self.desk.archive.client_topics.unsent_lines(self.topic)
        return [one for one in found if one.kind in kinds]

    def wanted(self) -> list[Translation]:
        return [*self.desk.archive.translations.wanted(9)]

    def said(self) -> list[Interaction]:
        return [*self.desk.archive.interactions.of(self.anna)]

    def comes(self, text: str, spoken: Language | None = None) -> None:
        (draft,) = self.wanted()
        translation_found(self.desk, draft.id, draft.text, text, spoken)


def test_a_clients_line_is_followed_by_its_translation_into_the_language_of_the_group() -> None:
    office = Office()
    translate_for(office.desk, says(office.desk, office.anna, "Можно?"), ())
    office.comes("May I?")
    said, translated = office.lines(LineKind.SAID, LineKind.TRANSLATED)
    assert (said.kind, translated.interaction) == (LineKind.SAID, said.interaction)
    found = office.desk.archive.translations.get(translated.number or 0)
    assert (found.translated, found.into) == ("May I?", Language.ENGLISH)


def test_a_colleagues_line_goes_out_translated_with_the_original_below_and_is_marked() -> None:
    office = Office()
    asked = says(office.desk, office.anna, "Можно?")
    talking.write_in_topic(office.boris, YES)
    assert [one.how for one in office.said()] == [Said.QUESTION], "it waits for its translation"
    office.comes("Да, конечно.")
    answer = office.said()[0]
    assert (answer.text, answer.staff) == ("Да, конечно.\n\n🌐 Yes, of course.", office.agency.boris)
    assert (answer.answers, asked.waits) == (asked.id, False)
    assert [one.message for one in office.lines(LineKind.DELIVERED, LineKind.SENT_AS)] == [9, 9]


@pytest.mark.parametrize("why", ["spoken", "same", "missed"])
def test_what_is_in_their_language_already_or_cannot_be_translated_goes_as_it_was_written(why: str) -> None:
    office = Office()
    talking.write_in_topic(office.boris, YES)
    if why == "missed":
        for _ in range(TRIES):
            translation_missed(office.desk, office.wanted()[0].id)
    else:
        office.comes(
            YES.text if why == "same" else "Да, конечно!", Language.RUSSIAN if why == "spoken" else None
        )
    assert office.said()[0].text == YES.text
    assert len(office.lines(LineKind.SENT_AS)) == (why == "missed")


def test_without_a_bridge_with_a_voice_or_in_one_language_nothing_waits() -> None:
    speaks, off, voice = Office(), Office(bridge=False), Office()
    speaks.agency.boris.person.language = Language.RUSSIAN
    talking.write_in_topic(speaks.boris, YES)
    talking.write_in_topic(off.boris, YES)
    heard = Enclosed(Original(Medium.VOICE, OF_ALL, 9))
    talking.write_in_topic(voice.boris, replace(YES, text="", enclosed=heard))
    for office in (speaks, off, voice):
        assert [one.how for one in office.said()] == [Said.ANSWER]
        assert office.wanted() == []


def test_what_is_edited_before_or_after_it_went_out_is_translated_anew() -> None:
    office = Office()
    talking.write_in_topic(office.boris, YES)
    (before,) = office.wanted()
    talking.edited_in_topic(office.boris, replace(YES, text="Yes!"))
    translation_found(office.desk, before.id, YES.text, "Да, конечно.")
    assert office.said() == [], "that was of the words before"
    office.comes("Да!")
    talking.edited_in_topic(office.boris, replace(YES, text="Yes, two!"))
    office.comes("Да, двух!")
    (answer,) = office.said()
    assert (answer.text, answer.words) == ("Да!\n\n🌐 Yes!", "Да, двух!\n\n🌐 Yes, two!")


def test_who_blocks_the_bot_while_it_is_translated_gets_nothing_and_that_is_said() -> None:
    office = Office()
    talking.write_in_topic(office.boris, YES)
    assert office.anna.person is not None
    office.anna.person.unreachable_since = office.desk.now
    office.comes("Да, конечно.")
    assert office.said() == []
    (line,) = office.lines(LineKind.DELIVERED)
    assert (line.interaction, line.message) == (None, 9)


def test_what_the_client_asked_after_it_was_written_is_not_answered_by_it() -> None:
    office = Office()
    talking.write_in_topic(office.boris, YES)
    later = replace(office.desk, now=office.desk.now + timedelta(seconds=3))
    asked = says(later, office.anna, "А кошку?")
    (draft,) = office.wanted()
    translation_found(later, draft.id, draft.text, "Да, конечно.")
    assert asked.waits


def test_an_inquiry_is_shown_in_the_topic_and_whoever_answers_there_has_taken_it() -> None:
    office = Office(bridge=False)
    hers = replace(office.desk, actor=Actor(office.anna.person, client=office.anna))
    wish = ask_for_tour(hers, Wish(InquiryKind.INDIVIDUAL, "Rome", None, 2), Introduction("Anna"))
    (line,) = office.lines(LineKind.WISHED)
    assert line.number == wish.id
    talking.write_in_topic(office.boris, YES)
    assert (office.said()[0].inquiry, wish.taken_by) == (wish, office.agency.boris)
