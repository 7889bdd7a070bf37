"""The in-memory repositories answer as the SQL ones do: the same assertions on both."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from domain.entities.backups import Backup, BackupState
from domain.entities.companions import Companion
from domain.entities.conversations import Waits
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.field_files import FieldFile
from domain.entities.field_values import put_values
from domain.entities.ideas import (
    Ballot,
    Feedback,
    Idea,
    IdeaState,
    PollAnswer,
    PollCopy,
    Vote,
    VoteOption,
    VotePoll,
)
from domain.entities.notices import NoticeState
from domain.entities.own_kinds import OwnItem, OwnLink
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Invitation, Right, Role
from domain.entities.travellers import Relation
from domain.notices.clients import ANSWER
from domain.notices.trips import DEPARTURE
from domain.ports.client_lists import TagCounted
from domain.ports.conversations import Waiting
from domain.ports.repositories import Repositories
from domain.values.refusals import NotFound
from tests.contract.a_small_agency import NOW, SmallAgency, at
from tests.contract.conftest import Hold
from tests.things import a_file, eur, send_photo


async def test_numbers_are_given_and_unknown_ones_are_refused(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        everything = (agency.plovdiv, agency.boris, agency.anna, agency.trip, agency.first, agency.open)
        assert all(one.id > 0 for one in everything)
        assert agency.first.travellers[0].id > 0
        assert agency.first.payments[0].id > 0
        missing: list[tuple[Callable[[int], object], str]] = [
            (papers.deals.get, "no_such_deal"),
            (papers.trips.locked, "no_such_trip"),
            (papers.clients.get, "no_such_client"),
            (papers.inquiries.locked, "no_such_inquiry"),
            (papers.staff.get, "no_such_staff_member"),
            (papers.people.get, "no_such_person"),
            (papers.branches.get, "no_such_branch"),
            (papers.interactions.get, "no_such_interaction"),
            (papers.documents.get, "no_such_document"),
            (papers.files.locked, "not_found"),
            (papers.notices.get, "no_such_notice"),
            (papers.invitations.locked, "no_such_invitation"),
            (papers.backups.locked, "no_such_backup"),
        ]
        for get, kind in missing:
            with pytest.raises(NotFound, match=kind):
                get(987_654)

    await hold(check)


async def test_people_and_staff(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        assert papers.people.by_telegram_id(21) is agency.anna.person
        assert papers.people.by_telegram_id(99) is None
        assert papers.staff.of(agency.gone.person) is agency.gone
        assert agency.anna.person is not None
        assert papers.staff.of(agency.anna.person) is None
        assert list(papers.staff.active()) == [agency.boris, agency.olga]
        assert list(papers.staff.who_may(Right.INVITE_STAFF)) == [agency.olga]
        assert papers.invitations.has_owner()
        assert [one.name for one in papers.branches.all()] == ["Plovdiv", "Varna"]

    await hold(check)


async def test_invitations_and_wrong_links(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        day = timedelta(days=1)
        good = Invitation("a", Role.GUIDE, NOW, NOW + day)
        over = Invitation("b", Role.GUIDE, NOW, NOW)
        used = Invitation("c", Role.GUIDE, NOW, NOW + day, used_at=NOW)
        for one in (good, over, used):
            papers.invitations.add(one)
        papers.flush()
        assert list(papers.invitations.open(NOW)) == [good]
        assert papers.invitations.by_hash("c") is used
        assert papers.invitations.by_hash("d") is None

        who = agency.boris.person
        for minute in (1, 3, 2):
            papers.failed_links.add(who, at(minute))
        assert list(papers.failed_links.latest(who, 2)) == [at(3), at(2)]
        assert papers.failed_links.count(at(1)) == 2
        assert papers.failed_links.forget(at(2)) == 1
        assert papers.failed_links.count(at(0)) == 2

    await hold(check)


async def test_clients_and_what_was_said(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        assert agency.anna.person is not None
        assert papers.clients.of(agency.anna.person) is agency.anna
        assert papers.clients.by_phone("+359888765432") is agency.pavel
        assert papers.clients.by_phone("+359888000000") is None
        assert list(papers.clients.search("petr")) == [agency.anna]
        assert list(papers.clients.search("5432")) == [agency.pavel]
        assert list(papers.clients.search("nobody")) == []
        assert list(papers.interactions.of(agency.anna)) == [agency.asked, agency.said]
        assert list(papers.interactions.of(agency.anna, 1, 1)) == [agency.said]
        assert list(papers.interactions.about(agency.first, 5)) == [agency.said]
        assert list(papers.interactions.latest(1)) == [agency.asked]

    await hold(check)


async def test_inquiries(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        assert list(papers.inquiries.open()) == [agency.open, agency.inquiry]
        assert list(papers.inquiries.open(1, 1)) == [agency.inquiry]
        assert papers.inquiries.count_open() == 2
        assert papers.inquiries.count_open(1) == 1
        assert list(papers.inquiries.of(agency.anna)) == [agency.inquiry]
        assert list(papers.inquiries.forsaken()) == [agency.inquiry]
        assert list(papers.inquiries.taken_by(agency.gone)) == [agency.inquiry]
        agency.inquiry.close("no", None)
        papers.flush()
        assert papers.inquiries.count_open() == 1

    await hold(check)


async def test_deals(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        deals, everybody = papers.deals, [agency.first, agency.second, agency.third]
        assert list(deals.of(agency.pavel)) == [agency.lost, agency.third, agency.second]
        assert list(deals.of(agency.pavel, only_open=True)) == [agency.third, agency.second]
        assert list(deals.of_trip(agency.trip)) == list(deals.locked_of_trip(agency.trip)) == everybody
        assert list(deals.at_stage("new")) == [agency.second, agency.first]
        assert list(deals.at_stage("new", [agency.boris])) == [agency.first]
        assert list(deals.at_stage("new", [agency.boris, agency.gone])) == [agency.second, agency.first]
        assert list(deals.at_stage("new", (), 1, 1)) == [agency.first]
        assert deals.count_by_stage() == {"new": 2, "deposit": 1}
        assert deals.count_by_stage([agency.gone]) == {"new": 1}
        assert deals.count_by_stage(most=1) == {"new": 1, "deposit": 1}
        assert deals.count_by_stage([agency.gone], most=9) == {"new": 1}
        assert list(deals.leaderless()) == [agency.second]
        assert list(deals.led_by(agency.boris)) == [agency.first, agency.third]
        assert list(deals.newest(2)) == [agency.lost, agency.third]
        assert len(deals.with_passport("AB1234567")) == 4
        assert list(deals.with_passport("AB123456")) == []
        some = [agency.first.travellers[0].id, agency.lost.travellers[0].id]
        assert list(deals.with_travellers(some)) == [agency.lost, agency.first]
        assert list(deals.with_travellers([10**6])) == []

    await hold(check)


async def test_what_is_due(hold: Hold) -> None:
    """The deposit by 1 August, papers by 1 September, the balance by 1 October; 50 of 600 are paid."""

    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        deals, trip = papers.deals, agency.trip
        deposits, papers_due, balances = trip.deposit_due, trip.documents_due, trip.balance_due
        day, everybody = timedelta(days=1), [agency.first, agency.second, agency.third]
        assert list(deals.due(None, deposits - day)) == []
        assert list(deals.due(None, deposits)) == list(deals.due(deposits, deposits)) == everybody
        assert list(deals.due(deposits + day, balances)) == [], "what is due first was due before"
        assert list(deals.due(None, deposits, [agency.boris], False, 1, 1)) == [agency.third]
        assert deals.count_due(None, deposits, 2) == 2
        assert deals.count_due(None, deposits, 9, [agency.boris]) == 2
        assert deals.sum_due(deposits, 9).amounts == (eur(450),)
        assert deals.sum_due(balances, 9).amounts == (eur(1650),)
        assert deals.sum_due(balances, 2).more

        agency.first.payments.append(Payment(eur(550), PaymentMethod.CASH, NOW.date(), agency.boris, NOW))
        papers.flush()
        assert list(deals.due(None, deposits)) == [agency.second, agency.third]
        assert list(deals.due(None, papers_due, (), True)) == [agency.second, agency.third]
        assert list(deals.due(papers_due, papers_due)) == [agency.first]

        trip.deposit_due += day
        papers.flush()
        assert list(deals.due(None, deposits)) == []
        own = papers.within(agency.plovdiv.id).deals
        assert list(own.due(None, deposits + day)) == [agency.third]
        assert own.sum_due(deposits + day, 9).amounts == (eur(150),)

        assert list(deals.undecided(trip.returns - day, ["notified"])) == []
        assert list(deals.undecided(trip.returns, ["notified"], [agency.boris])) == [
            agency.first,
            agency.third,
        ]
        assert list(deals.undecided(trip.returns, ["new"], (), 1)) == [agency.third]
        assert deals.count_undecided(trip.returns, ["notified"], 2) == 2
        assert own.count_undecided(trip.returns, ["notified"], 9) == 2

    await hold(check)


async def test_what_is_to_be_looked_at(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        deals, today = papers.deals, NOW.date()
        assert list(deals.changed(9)) == [agency.first, agency.second, agency.third, agency.lost]
        assert list(deals.changed(1)) == [agency.first]
        assert list(deals.to_look_at(today, 9)) == []
        deals.look_on(agency.first, today + timedelta(days=1))
        deals.look_on(agency.second, None)
        deals.look_on(agency.third, today)
        deals.look_on(agency.lost, None)
        papers.flush()
        assert list(deals.changed(9)) == []
        assert list(deals.to_look_at(today, 9)) == [agency.third]
        assert list(deals.to_look_at(today + timedelta(days=1), 9)) == [agency.third, agency.first]
        agency.first.payments.append(Payment(eur(550), PaymentMethod.CASH, today, agency.boris, NOW))
        papers.flush()
        assert list(deals.changed(9)) == [agency.first]
        deals.look_on(agency.first, None)
        papers.flush()
        deals.look_at_all()
        assert list(deals.changed(9)) == [agency.first, agency.second, agency.third]

    await hold(check)


async def test_what_nobody_answered(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        asked = papers.interactions
        assert list(asked.unanswered_of(agency.anna)) == [agency.said, agency.asked]
        agency.asked.answered_at = NOW
        papers.flush()
        assert list(asked.unanswered_of(agency.anna)) == [agency.said]

    await hold(check)


async def test_conversations_that_wait(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency, talks = SmallAgency(papers), papers.conversations
        anna = talks.opened(agency.anna, at(0))
        assert (talks.opened(agency.anna, at(5)), anna.since, anna.waits) == (anna, at(0), Waits.FOR_NOBODY)
        anna.waits, anna.branch, anna.due_at, anna.alarm_at = Waits.FOR_US, agency.varna.id, at(3), at(4)
        papers.flush()
        assert list(talks.waiting()) == list(talks.nobodys()) == [anna]
        assert list(talks.waiting([agency.boris])) == list(talks.waiting((), 8, 1)) == []
        assert talks.count([agency.boris], 9) == Waiting(0, 1, 1, 0)
        assert (talks.count_late(at(2), 9), talks.count_late(at(3), 9)) == (0, 1)
        assert (list(talks.to_alarm(at(3), 9)), list(talks.to_alarm(at(4), 9))) == ([], [anna])
        others = papers.within(agency.plovdiv.id).conversations
        assert (others.of(agency.anna), others.held(agency.anna), others.waiting()) == (None, None, [])
        anna.holder = agency.boris
        papers.flush()
        assert list(talks.waiting([agency.boris, agency.gone])) == list(talks.had_by(agency.boris)) == [anna]
        assert list(talks.nobodys()) == []
        anna.waits = Waits.FOR_CLIENT
        papers.flush()
        assert (list(talks.with_clients()), list(talks.waiting())) == ([anna], [])
        talks.remove(anna)
        papers.flush()
        assert talks.of(agency.anna) is None

    await hold(check)


async def test_who_travels(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        there = papers.deals.participants(agency.trip)
        assert there.heads == 6
        assert [one.traveller for one in there.participants][:2] == ["Traveller of Anna Petrova", None]
        assert (there.price, there.paid, there.owed) == (eur(1800), eur(150), eur(1650))
        assert papers.deals.participants(agency.trip, "deposit").heads == 2
        own = papers.within(agency.plovdiv.id).deals.participants(agency.trip)
        assert (own.heads, own.price) == (6, eur(1200))

    await hold(check)


async def test_trips_and_lines(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        trips = papers.trips
        assert list(trips.upcoming(NOW)) == [agency.trip, agency.later]
        assert list(trips.upcoming(agency.trip.departs_at)) == [agency.later]
        leaves, day = agency.trip.departs_at, timedelta(days=1)
        assert (list(trips.running(NOW)), list(trips.past(NOW))) == ([], [])
        assert list(trips.running(leaves)) == [agency.trip]
        midnight = datetime.combine(agency.trip.returns + day, time(), agency.trip.where)
        assert list(trips.running(midnight - timedelta(minutes=1))) == [agency.trip]
        assert (list(trips.running(midnight)), list(trips.past(midnight))) == ([], [agency.trip])
        assert list(trips.past(midnight, 1, 1)) == []
        agency.trip.cancelled_at = agency.later.cancelled_at = NOW
        papers.flush()
        assert (list(trips.upcoming(NOW)), list(trips.running(leaves))) == ([], [])
        for moment in (NOW, leaves, midnight):
            assert list(trips.past(moment)) == [agency.later, agency.trip]
            assert list(trips.past(moment, 1, 1)) == [agency.trip]
        agency.trip.cancelled_at = agency.later.cancelled_at = None
        papers.flush()
        assert list(trips.leaving_on(agency.trip.departs.date())) == [agency.trip]
        assert list(trips.leaving_on(agency.trip.departs.date() + day)) == []
        assert list(trips.search("ohr")) == [agency.trip]
        assert list(trips.search("Bansko 01.12.2027")) == [agency.later]
        assert trips.taken(agency.trip) == 6
        assert list(trips.waiting(agency.trip)) == agency.places[:2]
        assert list(trips.waited_for(agency.pavel, NOW)) == [agency.places[1]]
        assert list(trips.to_offer_on(NOW, at(10))) == []
        agency.places[0].offered_at = at(5)
        papers.flush()
        assert list(trips.to_offer_on(NOW, at(10))) == [agency.trip]
        assert list(trips.to_offer_on(NOW, at(4))) == []

    await hold(check)


async def test_departures(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        trip, before = agency.trip, agency.trip.reminder_at
        assert list(papers.trips.to_announce(before - timedelta(seconds=1))) == []
        assert list(papers.trips.to_announce(before)) == [trip]
        trip.told_at = NOW
        papers.flush()
        assert list(papers.trips.to_catch_up(before)) == [trip]
        assert list(papers.deals.to_tell(trip, 5)) == [agency.first]
        papers.notices.add(agency.notice("departure:1", agency.first))
        assert list(papers.deals.to_tell(trip, 5)) == []
        assert list(papers.trips.to_catch_up(before)) == []
        again = Deal(agency.anna, "Ohrid", 1, eur(300), eur(100), NOW, trip)
        papers.deals.add(again)
        papers.flush()
        assert list(papers.deals.to_tell(trip, 5)) == [], "what is on its way tells of all she has booked"
        word = papers.notices.by_key("departure:1")
        assert word is not None
        for state in (NoticeState.SENT, NoticeState.DROPPED):
            word.state = state
            papers.flush()
            assert list(papers.deals.to_tell(trip, 5)) == [again]
        again.told_at, word.state = NOW, NoticeState.WAITING
        trip.changes += 1
        agency.later.told_at = NOW
        papers.flush()
        assert list(papers.trips.to_catch_up(before)) == [trip], "what was written is of before the change"
        trip.changes -= 1

        agency.first.step_key = "notified"
        papers.flush()
        over = trip.departs_at + timedelta(days=5)
        assert list(papers.trips.to_finish(trip.departs_at, ["notified"])) == []
        assert list(papers.trips.to_finish(over, ["notified"])) == [trip]
        assert list(papers.deals.to_finish(trip, ["notified"], 5)) == [agency.first]

    await hold(check)


async def test_documents(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        deal = agency.first
        for minute in (2, 1):
            send_photo(deal, deal.travellers[0], DocumentState.SENT, at(minute))
        deal.documents[0].traveller = None
        papers.flush()
        late, early = deal.documents
        assert list(papers.documents.unassigned(deal)) == [late]
        assert papers.documents.with_file(early.file) is early
        assert papers.documents.get(late.id).deal is deal

    await hold(check)


async def test_history_and_notices(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        assert agency.anna.person is not None
        assert [one.what for one in papers.history.of("deal", agency.first.id)] == ["opened"]
        assert list(papers.history.of("deal", agency.first.id, 5, 1)) == []
        first, second = agency.notice("a", agency.first, 2), agency.notice("b", agency.second, 1)
        assert papers.notices.add(first)
        assert papers.notices.add(second)
        assert not papers.notices.add(agency.notice("a", agency.first))
        found = papers.notices.by_key("a")
        assert found is not None
        assert [one.key for one in papers.notices.undelivered_to(agency.anna.person)] == ["b", "a"]
        both = papers.notices.about([agency.first, agency.second], [DEPARTURE])
        assert [one.key for one in both] == ["b", "a"]
        assert list(papers.notices.about([agency.first], [ANSWER])) == []
        found.sent_as, found.state = 77, NoticeState.UNCERTAIN
        papers.flush()
        assert papers.notices.sent_as(77, ["a"]) is found
        assert papers.notices.sent_as(77, ["b"]) is None
        assert papers.notices.count_uncertain() == 1
        assert papers.notices.decide(NoticeState.DROPPED) == 1
        assert papers.notices.count_uncertain() == 0

    await hold(check)


async def test_backups(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        made = [Backup(f"night:{n}", at(n), state) for n, state in enumerate(BackupState)]
        assert all(papers.backups.add(one) for one in made)
        assert not papers.backups.add(Backup("night:0", NOW))
        papers.flush()
        assert [one.key for one in papers.backups.unfinished()] == ["night:0", "night:1"]
        good, last = papers.backups.last_good(), papers.backups.last()
        assert good is not None
        assert last is not None
        assert (good.key, last.key) == ("night:2", "night:3")
        assert [one.key for one in papers.backups.since(at(2))] == ["night:3", "night:2"]

    await hold(check)


async def test_what_is_out_of_reach_does_not_exist(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        papers.notices.add(agency.notice("a", agency.second))
        own = papers.within(agency.plovdiv.id)
        with pytest.raises(NotFound):
            own.deals.get(agency.second.id)
        with pytest.raises(NotFound):
            own.inquiries.locked(agency.inquiry.id)
        with pytest.raises(NotFound):
            own.interactions.get(agency.asked.id)
        assert list(own.deals.at_stage("new")) == [agency.first]
        assert own.deals.count_by_stage() == {"new": 1, "deposit": 1}
        assert list(own.deals.leaderless()) == []
        assert list(own.inquiries.open()) == [agency.open]
        assert list(own.interactions.of(agency.anna)) == [agency.said]
        assert [one.what for one in own.history.of("deal", agency.first.id)] == ["opened"]
        assert list(own.history.of("deal", agency.second.id)) == []
        assert list(own.history.of("client", agency.anna.id)) == []
        assert own.notices.by_key("a") is None
        assert list(own.trips.upcoming(NOW)) == [agency.trip, agency.later]
        assert own.trips.taken(agency.trip) == 6

    await hold(check)


async def test_files(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        deal = SmallAgency(papers).first
        for minute in (3, 1, 2):
            send_photo(deal, deal.travellers[0], DocumentState.SENT, at(minute))
        papers.flush()
        late, early, here = (document.file for document in deal.documents)
        here.store("ab" * 32, "image/png")
        papers.flush()
        assert [one.id for one in papers.files.to_fetch(5)] == [early.id, late.id]
        assert [one.id for one in papers.files.to_fetch(5, [early.id])] == [late.id]
        assert [one.id for one in papers.files.to_fetch(1)] == [early.id]
        assert papers.files.get(here.id) is here

        early.refuse("content_gone")
        papers.flush()
        assert [one.id for one in papers.files.to_fetch(5)] == [late.id]

        narrow = papers.within(1)
        assert list(narrow.files.to_fetch(5)) == []
        with pytest.raises(NotFound):
            narrow.files.get(late.id)

    await hold(check)


async def test_polls(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        boris, anna = agency.boris.person, agency.anna.person
        assert anna is not None
        vote, other = Vote(NOW, agency.olga), Vote(NOW, agency.olga)
        for each in (vote, other):
            papers.votes.add(each)
        papers.flush()
        polls = [
            VotePoll(vote, -1, NOW, asked_by=agency.olga),
            VotePoll(vote, -2, NOW, sent_as=7),
            VotePoll(vote, -2, NOW, sent_as=8, stopped_at=NOW),
        ]
        for poll in polls:
            papers.vote_polls.add(poll)
        answers = [
            PollAnswer("x", anna, NOW, 1),
            PollAnswer("y", anna, at(1)),
            PollAnswer("x", boris, at(2), 0),
        ]
        for answer in answers:
            papers.poll_answers.add(answer)
        papers.flush()
        assert list(papers.vote_polls.shown(vote)) == polls[1:2]
        assert papers.vote_polls.vote_with_key("x") is None
        assert list(papers.poll_answers.countable(9)) == []
        polls[0].key = "x"
        papers.flush()
        assert papers.vote_polls.vote_with_key("x") is vote
        assert list(papers.poll_answers.of(anna)) == answers[:2]
        assert list(papers.poll_answers.countable(9)) == [answers[0], answers[2]]
        papers.vote_polls.add_copy(PollCopy("y", other))
        papers.flush()
        assert papers.vote_polls.vote_with_key("y") is other
        assert list(papers.poll_answers.countable(2)) == answers[:2]
        assert list(papers.poll_answers.about(vote)) == [answers[0], answers[2]]
        assert list(papers.poll_answers.about(other)) == [answers[1]]
        assert list(papers.poll_answers.older_than(at(2), 9)) == answers[:2]
        papers.poll_answers.remove(answers[0])
        papers.flush()
        assert list(papers.poll_answers.countable(9)) == answers[1:]

    await hold(check)


async def test_ideas(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        boris, anna = agency.boris.person, agency.anna.person
        assert anna is not None
        first = Idea(boris, "More phones in the list", NOW, agency.boris, branch=agency.plovdiv.id)
        second = Idea(anna, "A boat for everybody", at(1), client=agency.anna)
        third = Idea(boris, "Fewer taps", at(2), agency.boris, branch=agency.varna.id, state=IdeaState.DONE)
        for one in (first, second, third):
            papers.ideas.add(one)
        assert list(papers.ideas.latest()) == [third, second, first]
        assert list(papers.ideas.latest(None, 1, 1)) == [second]
        assert list(papers.ideas.latest(IdeaState.DONE)) == [third]
        assert list(papers.ideas.undecided()) == [second, first]
        assert list(papers.ideas.search("li pho")) == [first]
        assert list(papers.ideas.search("nothing")) == list(papers.ideas.search(" ")) == []
        assert list(papers.ideas.shown_to(boris)) == [third, first]
        assert not papers.ideas.is_shown_to(first, anna)

        vote = Vote(NOW, agency.olga, agency.trip)
        later = Vote(at(1), agency.olga)
        for each in (vote, later):
            papers.votes.add(each)
        for place, one in enumerate((third, first), 1):
            papers.votes.offer(VoteOption(vote, one, place))
        ballots = [Ballot(vote, anna, NOW, first, at(1)), Ballot(vote, boris, NOW)]
        for ballot in ballots:
            papers.votes.ask(ballot)
        papers.flush()
        assert list(papers.votes.options(vote)) == [third, first]
        assert papers.votes.counts(vote) == {first.id: 1, None: 1}
        assert papers.votes.counts(later) == {}
        assert papers.votes.ballot(vote, anna) is ballots[0]
        assert papers.votes.ballot(later, anna) is None
        assert list(papers.votes.ballots(vote)) == ballots
        assert list(papers.votes.latest()) == [later, vote]
        assert list(papers.votes.for_voter(anna)) == [vote]
        assert list(papers.votes.for_voter(agency.olga.person)) == []
        assert list(papers.ideas.shown_to(anna)) == [third, second, first]
        assert papers.ideas.is_shown_to(first, anna)
        assert (papers.ideas.votes_for(first), papers.ideas.votes_for(third)) == (1, 0)

        bound = papers.within(agency.plovdiv.id)
        assert list(bound.ideas.latest()) == [second, first]
        with pytest.raises(NotFound):
            bound.ideas.get(third.id)

    await hold(check)


async def test_feedback(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        feedback = papers.feedback
        assert list(feedback.to_ask(at(60), 9)) == [agency.boris, agency.olga]
        assert list(feedback.to_ask(at(11), 9)) == [agency.boris]
        assert (feedback.means().count, feedback.means().speed) == (0, 0)
        asked = [
            Feedback(agency.boris, NOW, 5, 4, 3, "too many taps", at(1)),
            Feedback(agency.olga, NOW, 4, 4, 4, None, at(2)),
            Feedback(agency.gone, NOW),
        ]
        for one in asked:
            feedback.add(one)
        papers.flush()
        assert feedback.of(agency.boris) is asked[0]
        assert list(feedback.to_ask(at(60), 9)) == []
        assert list(feedback.words()) == asked[:1]
        means = feedback.means()
        assert (means.count, means.speed, means.ease, means.calm) == (2, 4.5, 4, 3.5)

    await hold(check)


async def test_fields_and_their_files(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        assert not papers.field_use.used("size")
        papers.field_use.use(["size", "visa"])
        papers.field_use.use(["size"])
        assert papers.field_use.used("size")
        first, second = (FieldFile(a_file(NOW), "deal", agency.first.id, "visa") for _ in range(2))
        for one in (first, second):
            papers.field_files.add(one)
        papers.flush()
        assert list(papers.field_files.of("deal", agency.first.id)) == [first, second]
        assert list(papers.field_files.of("trip", agency.first.id)) == []
        assert papers.field_files.with_file(second.file) is second
        assert papers.field_files.get(first.id) is first

    await hold(check)


async def test_participants_with_what_was_filled_in(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        put_values(agency.first.travellers[0], {"size": "m"})
        put_values(agency.first, {"wish": "sea view"})
        put_values(agency.first.client, {"shoe": "38"})
        papers.flush()
        assert agency.first.trip is not None
        shown = papers.deals.participants(agency.first.trip, None, True).participants
        theirs = [one.values for one in shown if one.deal == agency.first.id]
        assert theirs[0] == {"size": "m", "wish": "sea view", "shoe": "38"}
        assert all("size" not in one for one in theirs[1:])
        plain = papers.deals.participants(agency.first.trip)
        assert [one.values for one in plain.participants] == [{}] * len(plain.participants)

    await hold(check)


async def test_own_items(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        setra = OwnItem("coaches", "Setra", NOW)
        man = OwnItem("coaches", "MAN", NOW, "Ivan drives", branch=agency.plovdiv.id)
        school = OwnItem("schools", "First School", NOW)
        for one in (setra, man, school):
            papers.own_items.add(one)
        put_values(setra, {"plate": "CB 1234 AB"})
        papers.own_items.changed(setra)
        assert list(papers.own_items.listed("coaches")) == [man, setra]
        assert list(papers.own_items.listed("coaches", 1, 1)) == [setra]
        assert list(papers.own_items.offered()) == [school, man, setra]
        for words in ("setra", "cb 1234", "CB1234AB"):
            assert list(papers.own_items.search(words)) == [setra]
        assert list(papers.own_items.search("ivan dri")) == [man]
        link = OwnLink(man, "trip", agency.trip.id, NOW)
        papers.own_items.hang(link)
        papers.flush()
        assert list(papers.own_items.hung_on("trip", agency.trip.id)) == [link]
        assert list(papers.own_items.hung_on("deal", agency.trip.id)) == []
        assert list(papers.own_items.places(man, "trip")) == [agency.trip.id]
        elsewhere = papers.within(agency.varna.id)
        assert list(elsewhere.own_items.listed("coaches")) == [setra]
        assert list(elsewhere.own_items.hung_on("trip", agency.trip.id)) == []
        with pytest.raises(NotFound, match="no_such_item"):
            elsewhere.own_items.get(man.id)
        man.retired_at = NOW
        papers.flush()
        assert list(papers.own_items.listed("coaches")) == [setra, man]
        assert list(papers.own_items.search("ivan")) == []
        papers.own_items.take_off(link)
        papers.flush()
        assert list(papers.own_items.hung_on("trip", agency.trip.id)) == []

    await hold(check)


async def test_companions_by_name(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        tom = Companion(agency.anna, Relation.CHILD, "Tom Baker", NOW)
        eva = Companion(agency.anna, Relation.CHILD, "Eva Baker", NOW, traveller=7)
        for one in (tom, eva):
            papers.companions.add(one)
        papers.flush()
        assert list(papers.companions.search("baker")) == [tom]
        tom.name = "Tom Green"
        papers.flush()
        assert list(papers.companions.search("baker")) == []
        assert list(papers.companions.search("tom gr")) == [tom]
        tom.traveller = 8
        papers.flush()
        assert list(papers.companions.search("tom")) == []

    await hold(check)


async def test_lists_of_clients(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        lists, varnas = papers.client_lists, papers.within(agency.varna.id).client_lists
        assert list(lists.newest()) == [agency.pavel, agency.anna]
        assert list(lists.newest(1, 1)) == [agency.anna]
        assert list(lists.of_member(agency.boris)) == [agency.pavel, agency.anna]
        assert list(lists.of_member(agency.olga)) == []
        agency.anna.responsible = agency.olga
        papers.flush()
        assert list(lists.of_member(agency.olga)) == [agency.anna]
        assert list(lists.with_open_deals()) == [agency.pavel, agency.anna]
        assert list(varnas.with_open_deals()) == [agency.pavel]
        assert list(lists.of_trip(agency.trip)) == [agency.pavel, agency.anna]
        assert list(lists.of_trip(agency.trip, 1, 1)) == [agency.anna]
        assert list(varnas.of_trip(agency.trip)) == [agency.pavel]
        assert list(lists.of_trip(agency.later)) == []
        agency.first.lose("other plans", NOW)
        papers.flush()
        assert list(lists.of_trip(agency.trip)) == [agency.pavel]
        assert list(lists.unreachable()) == []
        assert agency.anna.person is not None
        agency.anna.person.unreachable_since = NOW
        agency.anna.tags, agency.pavel.tags = ("vip", "море"), ("vip", "auto")
        papers.flush()
        for one in (agency.anna, agency.pavel):
            papers.clients.renamed(one)
        assert list(lists.tagged("vip")) == [agency.pavel, agency.anna]
        assert list(lists.tagged("VI")) == []
        assert list(lists.tags(9)) == [TagCounted("auto", 1), TagCounted("vip", 2), TagCounted("море", 1)]
        assert list(lists.tags(1, 1, 1)) == [TagCounted("vip", 1)]
        agency.pavel.merged_into = agency.anna.id
        papers.flush()
        papers.clients.renamed(papers.clients.held(agency.pavel.id))
        assert list(lists.tags(9)) == [TagCounted("vip", 1), TagCounted("море", 1)]
        assert list(lists.unreachable()) == list(lists.newest()) == [agency.anna]

    await hold(check)
