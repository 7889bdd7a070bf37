"""What a topic is told: lines that follow one another are one message, and a group is written to at Telegram's pace."""

from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.clients import Client
from domain.entities.interactions import Interaction, Medium, Original, Said
from scheduler.topics.pace import MOST, Pace
from scheduler.topics.wording import Act, parcel_of
from scheduler.topics.words import LONGEST
from tests.domain.one_deal import agency_desk
from tests.memory import memory


def acts_of(*said: tuple[str, Original | None]) -> tuple[Act, ...]:
    desk = agency_desk(memory())
    rosa = Client("Rosa", "+359888765413", desk.now)
    topic = ClientTopic(rosa, -1001, desk.now)
    lines = [
        TopicLine(topic, LineKind.SAID, desk.now, Interaction(rosa, Said.QUESTION, text, desk.now), id=number)
        for number, (text, _original) in enumerate(said, 1)
    ]
    for line, (_text, original) in zip(lines, said, strict=True):
        assert line.interaction is not None
        line.interaction.original = original
    return parcel_of(desk, topic, lines).acts


def test_a_burst_is_one_message_and_every_line_is_marked_with_it() -> None:
    [act] = acts_of(*((f"line {number}", None) for number in range(8)))
    assert act.lines == tuple(range(1, 9))
    assert act.html is not None
    assert [line[-6:] for line in act.html.splitlines()] == [f"line {number}" for number in range(8)]


def test_what_does_not_fit_goes_on_in_the_next_message_and_a_picture_follows_its_words() -> None:
    """In the order in which it was said."""
    picture = Original(Medium.PHOTO, 5, 6)
    first, second, copied, last = acts_of(("a" * LONGEST, None), ("b" * LONGEST, picture), ("c", None))
    assert [first.lines, second.lines, copied.lines, last.lines] == [(1,), (), (2,), (3,)]
    assert copied.copies == (5, 6)
    assert second.html is not None
    assert "bbb" in second.html


def test_a_group_gets_so_many_messages_a_minute_and_none_while_telegram_wants_a_rest() -> None:
    now = 0.0
    pace = Pace(clock=lambda: now)
    for _ in range(MOST):
        assert pace.may(-1)
        pace.spend(-1)
    assert not pace.may(-1)
    assert pace.may(-2), "each group has a minute of its own"
    pace.halt(-2, 30)
    now = 29.0
    assert not pace.may(-2)
    now = 60.0
    assert pace.may(-1)
    assert pace.may(-2)
