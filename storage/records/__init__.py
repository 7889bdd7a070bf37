"""All papers of the agency within one transaction: the answer of the database to `domain.records`."""

from sqlalchemy.orm import Session

from domain import records as wanted
from storage.records.clients import SqlClients, SqlInteractions
from storage.records.deals import SqlDeals
from storage.records.documents import SqlDocuments
from storage.records.inquiries import SqlInquiries
from storage.records.people import SqlInvitations, SqlPeople, SqlStaff
from storage.records.told import SqlHistory, SqlNotices
from storage.records.trips import SqlTrips


class SqlRecords(wanted.Records):
    """Good for one transaction, like the session it works in."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.people = SqlPeople(session)
        self.staff = SqlStaff(session)
        self.invitations = SqlInvitations(session)
        self.clients = SqlClients(session)
        self.inquiries = SqlInquiries(session)
        self.trips = SqlTrips(session)
        self.deals = SqlDeals(session)
        self.documents = SqlDocuments(session)
        self.interactions = SqlInteractions(session)
        self.history = SqlHistory(session)
        self.notices = SqlNotices(session)

    def flush(self) -> None:
        self._session.flush()


__all__ = ["SqlRecords"]
