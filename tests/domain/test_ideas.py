"""Ideas, votes and feedback: one vote a person, who is asked and who hears, without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.ideas import IdeaState
from domain.entities.notices import Notice
from domain.entities.people import Person, Role, StaffMember
from domain.ports.desk import Actor, Desk
from domain.queries.ideas import feedback_wanted, tally, vote_card
from domain.usecases.ideas.feedback import ask_colleagues, give_feedback
from domain.usecases.ideas.ideas import answer_idea, mark_idea, say_idea
from domain.usecases.ideas.votes import cast_vote, close_vote, open_vote
from domain.values.language import Language
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import AGENCY, NOW
from tests.memory import memory
from tests.memory.shelf import Things


class Office:
    """An owner and a manager who have been here for long, and a client; no ideas yet."""

    def __init__(self) -> None:
        self.things = Things()
        self.memory = memory(self.things)
        self.olga = self._colleague(1, Role.OWNER)
        self.boris = self._colleague(2, Role.MANAGER)
        self.anna = Client("Anna", None, NOW, self._person(3))
        self.memory.clients.add(self.anna)
        self.memory.flush()

    def _person(self, number: int) -> Person:
        person = Person(number, f"Person {number}", None, Language.ENGLISH, NOW)
        self.memory.people.add(person)
        return person

    def _colleague(self, number: int, role: Role) -> StaffMember:
        member = StaffMember(self._person(number), role.value, role, NOW - timedelta(days=40))
        self.memory.staff.add(member)
        return member

    def desk(self, who: StaffMember | Client | None = None, now: datetime = NOW) -> Desk:
        actor = Actor()
        if isinstance(who, StaffMember):
            actor = Actor(who.person, who)
        elif who is not None:
            actor = Actor(who.person, None, who)
        return Desk(actor, now, self.memory, AGENCY, lambda: "token")

    def told(self, kind: str) -> list[str]:
        """Who is told."""
        return [one.person.name for one in self.things.of(Notice) if one.kind == kind]

    def three(self) -> list[int]:
        return [say_idea(self.desk(self.boris), words).id for words in ("one", "two", "three")]


def test_the_owner_hears_of_an_idea_and_the_author_of_what_became_of_it() -> None:
    office = Office()
    wish = say_idea(office.desk(office.anna), "the sea")
    say_idea(office.desk(office.olga), "my own")
    assert office.told("idea_said") == ["Person 1"]
    assert (wish.author, wish.branch, wish.client) == ("Anna", None, office.anna)

    answer_idea(office.desk(office.olga), wish.id, "in May")
    for _time in range(2):
        mark_idea(office.desk(office.olga), wish.id, IdeaState.PLANNED)
    mark_idea(office.desk(office.olga), 2, IdeaState.DONE)
    assert (office.told("idea_answered"), office.told("idea_marked")) == (["Person 3"], ["Person 3"])
    with pytest.raises(Forbidden):
        mark_idea(office.desk(office.boris), wish.id, IdeaState.DONE)


def test_a_client_who_cannot_be_reached_is_not_answered() -> None:
    office = Office()
    wish = say_idea(office.desk(office.anna), "the sea")
    wish.person.unreachable_since = NOW
    with pytest.raises(Refusal, match="client_unreachable"):
        answer_idea(office.desk(office.olga), wish.id, "in May")
    assert wish.answer is None


def test_one_vote_a_person_until_it_is_closed() -> None:
    office = Office()
    ideas = office.three()
    vote = open_vote(office.desk(office.olga), ideas)
    assert office.told("vote_opened") == ["Person 1", "Person 2"]
    boris = office.desk(office.boris)
    assert not vote_card(boris, vote.id).tells
    for number in ideas[:2]:
        cast_vote(boris, vote.id, number)
    assert [count for _idea, count in tally(boris, vote).counts] == [0, 1, 0]
    assert (tally(boris, vote).voted, tally(boris, vote).asked) == (1, 2)
    assert vote_card(boris, vote.id).tells

    for _time in range(2):
        close_vote(office.desk(office.olga), vote.id)
    assert office.told("vote_closed") == ["Person 1", "Person 2"]
    with pytest.raises(Refusal, match="vote_closed"):
        cast_vote(boris, vote.id, ideas[2])


def test_nobody_votes_who_was_not_asked_nor_for_another_idea() -> None:
    office = Office()
    ideas = office.three()
    vote = open_vote(office.desk(office.olga), ideas)
    other = say_idea(office.desk(office.boris), "four")
    for who, number in ((office.anna, ideas[0]), (office.boris, other.id)):
        with pytest.raises(NotFound):
            cast_vote(office.desk(who), vote.id, number)
    office.boris.left_at = NOW
    with pytest.raises(NotFound):
        cast_vote(office.desk(office.boris), vote.id, ideas[0])


@pytest.mark.parametrize("numbers", [[], [1, 2], [1, 2, 2], [1, 1, 1]])
def test_a_vote_is_between_three(numbers: list[int]) -> None:
    office = Office()
    office.three()
    with pytest.raises(Refusal, match="three_wanted"):
        open_vote(office.desk(office.olga), numbers)


def test_each_colleague_is_asked_once_in_the_hours_of_the_day() -> None:
    office = Office()
    office.boris.joined_at = NOW - timedelta(days=29)
    early = datetime(2027, 3, 1, 6, 59, tzinfo=UTC)  # 8:59 in Sofia
    assert [ask_colleagues(office.desk(now=early + timedelta(hours=hours))) for hours in (0, 10)] == [0, 0]
    assert [ask_colleagues(office.desk()), ask_colleagues(office.desk())] == [1, 0]
    assert office.told("feedback_wanted") == ["Person 1"]
    assert ask_colleagues(office.desk(now=NOW + timedelta(days=1))) == 1
    office.boris.joined_at = NOW + timedelta(days=2)  # left, and came back
    assert ask_colleagues(office.desk(now=NOW + timedelta(days=60))) == 0


def test_feedback_is_given_once_and_by_who_was_asked() -> None:
    office = Office()
    with pytest.raises(NotFound):
        feedback_wanted(office.desk(office.boris))
    ask_colleagues(office.desk())
    with pytest.raises(NotFound):
        feedback_wanted(office.desk(office.anna))
    given = give_feedback(office.desk(office.boris), 5, 4, 3, "taps")
    assert (given.speed, given.ease, given.calm, given.word) == (5, 4, 3, "taps")
    with pytest.raises(Refusal, match="feedback_given"):
        give_feedback(office.desk(office.boris), 1, 1, 1)
    assert (office.memory.feedback.means().count, office.memory.feedback.means().speed) == (1, 5)
