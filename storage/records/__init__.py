"""All papers of the agency within one transaction: the answer of the database to `domain.records`."""

from domain import records as wanted
from storage.records.backups import SqlBackups
from storage.records.branches import SqlBranches
from storage.records.clients import SqlClients, SqlInteractions
from storage.records.deals import SqlDeals
from storage.records.documents import SqlDocuments
from storage.records.guesses import SqlGuesses
from storage.records.inquiries import SqlInquiries
from storage.records.people import SqlInvitations, SqlPeople, SqlStaff
from storage.records.told import SqlHistory, SqlNotices
from storage.records.trips import SqlTrips
from storage.session import Session


class SqlRecords(wanted.Records):
    """Good for one transaction, like the session it works in."""

    def __init__(self, session: Session, reach: int | None = None) -> None:
        self._session = session
        self._narrower: dict[int, SqlRecords] = {}
        self.branches = SqlBranches(session)
        self.people = SqlPeople(session)
        self.staff = SqlStaff(session)
        self.invitations = SqlInvitations(session)
        self.guesses = SqlGuesses(session)
        self.clients = SqlClients(session)
        self.inquiries = SqlInquiries(session, reach)
        self.trips = SqlTrips(session)
        self.deals = SqlDeals(session, reach)
        self.documents = SqlDocuments(session, reach)
        self.interactions = SqlInteractions(session, reach)
        self.history = SqlHistory(session, reach)
        self.notices = SqlNotices(session, reach)
        self.backups = SqlBackups(session)

    def within(self, reach: int) -> "SqlRecords":
        if reach not in self._narrower:
            self._narrower[reach] = SqlRecords(self._session, reach)
        return self._narrower[reach]

    def flush(self) -> None:
        self._session.flush()


__all__ = ["SqlRecords"]
