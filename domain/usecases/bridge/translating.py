"""Words are translated beside the conversation: what was said waits for nothing, and its translation follows.

Only what goes to somebody with another language leaves the house, and nothing of a client who does not want it.
"""

from domain.entities.clients import Client
from domain.entities.interactions import Interaction
from domain.entities.notices import NoticeKind
from domain.entities.people import Right
from domain.entities.translations import TRIES, Translation
from domain.notices.bridge import NOT_TRANSLATED, TRANSLATED, TRANSLATION_READY
from domain.ports.desk import Desk
from domain.queries.bridge import draft_of_mine, language_of
from domain.queries.messages import told_of
from domain.usecases.clients.messages import answer_question
from domain.usecases.staff_groups.answering import send_from_topic
from domain.usecases.staff_groups.showing import show_translation
from domain.values.language import Language
from domain.values.refusals import Forbidden, Refusal


def answer_translated(desk: Desk, number: int, text: str) -> Translation:
    """The actor's answer to a question is translated first, and shown to them.

    Raises Forbidden, NotFound, Refusal: client_unreachable, no_bridge.
    """
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.repositories.interactions.get(number)
    question.client.must_be_reachable()
    language = language_of(desk, question.client)
    if language is None:
        raise Refusal("no_bridge")
    draft = Translation(question.client, text, language, desk.now, question, desk.actor.staff)
    desk.archive.translations.add(draft)
    return draft


def translation_found(desk: Desk, number: int, of: str, text: str, spoken: Language | None = None) -> None:
    """By the agency: the service has answered, and has told in which language it was written, if it could.

    What was changed since it was asked is translated anew.
    """
    found = desk.archive.translations.locked(number)
    if found.ended_at is not None or found.text != of:
        return
    found.translated, found.ended_at = text, desk.now
    if found.source is not None:
        send_from_topic(desk, found, as_written=spoken is found.into or text == found.text)
    else:
        _tell(desk, found, TRANSLATION_READY if found.staff else TRANSLATED)


def translation_missed(desk: Desk, number: int) -> None:
    """By the agency: it has not. After a second time the words stay as they are, and that is said once."""
    missed = desk.archive.translations.locked(number)
    missed.tries += 1
    if missed.tries < TRIES or missed.ended_at is not None:
        return
    missed.ended_at = desk.now
    if missed.source is not None:
        send_from_topic(desk, missed)
    else:
        _tell(desk, missed, TRANSLATION_READY if missed.staff else NOT_TRANSLATED)


def send_draft(desk: Desk, number: int, *, translated: bool) -> Interaction:
    """To the client, translated with the original below it, or as it was written; once.

    Raises Forbidden, NotFound, Refusal: answered_already, client_unreachable.
    """
    draft_of_mine(desk, number)
    draft = desk.archive.translations.locked(number)
    if draft.sent_at is not None:
        raise Refusal("answered_already", name=None)
    draft.sent_at = desk.now
    assert draft.interaction is not None
    text = draft.both if translated else draft.text
    return answer_question(desk, draft.interaction.id, text)


def want_no_translation(desk: Desk) -> None:
    """A client's words go to no service from now on. Raises Forbidden."""
    _client(desk).untranslated_at = desk.now


def want_translation(desk: Desk) -> None:
    """Raises Forbidden."""
    _client(desk).untranslated_at = None


def _client(desk: Desk) -> Client:
    if desk.actor.client is None or desk.actor.is_staff:
        raise Forbidden("forbidden")
    return desk.actor.client


def _tell(desk: Desk, found: Translation, kind: NoticeKind) -> None:
    """Whoever has written the answer; else those who were told of it and read this language."""
    if found.staff is not None:
        desk.notify(found.staff.person, kind, str(found.id), translation=found.id)
    elif found.interaction is not None:
        show_translation(desk, found)
        readers = {told.person.id: told.person for told in told_of(desk, found.interaction)}
        for person in readers.values():
            if person.language is found.into:
                desk.notify(person, kind, str(found.id), translation=found.id)
