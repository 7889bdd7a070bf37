"""All papers of the agency within one transaction: the answer of the database to `domain.ports.repositories`."""

from collections.abc import Callable

from domain.entities.pipeline import Pipelines
from domain.ports import repositories as wanted
from storage.repositories.backups import SqlBackups
from storage.repositories.branches import SqlBranches
from storage.repositories.client_exports import SqlGivenClients
from storage.repositories.client_imports import SqlClientImports, SqlImportedRows
from storage.repositories.client_lists import SqlClientLists
from storage.repositories.client_topics import SqlClientTopics
from storage.repositories.clients import SqlClients
from storage.repositories.companions import SqlCompanions
from storage.repositories.consents import SqlConsents
from storage.repositories.conversations import SqlConversations
from storage.repositories.data_copies import SqlDataCopies
from storage.repositories.deals import SqlDeals
from storage.repositories.definition_imports import SqlDefinitionImports
from storage.repositories.definitions import SqlDefinitions
from storage.repositories.documents import SqlDocuments
from storage.repositories.failed_links import SqlFailedLinks
from storage.repositories.families import SqlFamilies, SqlFamilyProposals
from storage.repositories.fields import SqlFieldFiles, SqlFieldUse
from storage.repositories.files import SqlFiles
from storage.repositories.forgets import SqlForgets
from storage.repositories.history import SqlHistory
from storage.repositories.ideas import SqlFeedbacks, SqlIdeas, SqlPollAnswers, SqlVotePolls, SqlVotes
from storage.repositories.inquiries import SqlInquiries
from storage.repositories.interactions import SqlInteractions
from storage.repositories.invitations import SqlInvitations
from storage.repositories.later_messages import SqlLaterMessages
from storage.repositories.merging import SqlDoubts, SqlMerges
from storage.repositories.notices import SqlNotices
from storage.repositories.observations import SqlObservations
from storage.repositories.offers import SqlOffers
from storage.repositories.own_kinds import SqlOwnItems
from storage.repositories.people import SqlPeople
from storage.repositories.personal_links import SqlPersonalLinks
from storage.repositories.services import SqlServices
from storage.repositories.settling import SqlJourneyRecords, SqlSettlements
from storage.repositories.staff import SqlStaff
from storage.repositories.suppliers import SqlSuppliers
from storage.repositories.today import SqlToday
from storage.repositories.translations import SqlTranslations
from storage.repositories.trips import SqlTrips
from storage.repositories.web_posts import SqlWebPosts
from storage.session import Session


class SqlRepositories(wanted.Repositories):
    """Good for one transaction, like the session it works in."""

    def __init__(self, session: Session, reach: int | None = None) -> None:
        self._session = session
        self._narrower: dict[int, SqlRepositories] = {}
        self._of_the_agency(session, reach)
        self._of_clients(session, reach)
        self._of_the_trade(session, reach)

    def _of_the_agency(self, session: Session, reach: int | None) -> None:
        self.branches = SqlBranches(session)
        self.people = SqlPeople(session)
        self.staff = SqlStaff(session)
        self.invitations = SqlInvitations(session)
        self.failed_links = SqlFailedLinks(session)
        self.history = SqlHistory(session, reach)
        self.notices = SqlNotices(session, reach)
        self.backups = SqlBackups(session)
        self.ideas = SqlIdeas(session, reach)
        self.votes = SqlVotes(session)
        self.vote_polls = SqlVotePolls(session)
        self.poll_answers = SqlPollAnswers(session)
        self.feedback = SqlFeedbacks(session)
        self.definitions = SqlDefinitions(session)
        self.definition_imports = SqlDefinitionImports(session)
        self.field_use = SqlFieldUse(session)
        self.field_files = SqlFieldFiles(session)
        self.own_items = SqlOwnItems(session, reach)
        self.translations = SqlTranslations(session)
        self.web_posts = SqlWebPosts(session)
        self.today = SqlToday(session, reach)

    def _of_clients(self, session: Session, reach: int | None) -> None:
        self.clients = SqlClients(session, reach)
        self.companions = SqlCompanions(session)
        self.families = SqlFamilies(session)
        self.family_proposals = SqlFamilyProposals(session)
        self.client_lists = SqlClientLists(session, reach)
        self.client_topics = SqlClientTopics(session)
        self.client_imports = SqlClientImports(session, reach)
        self.given_clients = SqlGivenClients(session, reach)
        self.imported_rows = SqlImportedRows(session)
        self.doubts = SqlDoubts(session)
        self.merges = SqlMerges(session)
        self.consents = SqlConsents(session)
        self.data_copies = SqlDataCopies(session)
        self.forgets = SqlForgets(session)
        self.personal_links = SqlPersonalLinks(session)

    def _of_the_trade(self, session: Session, reach: int | None) -> None:
        self.inquiries = SqlInquiries(session, reach)
        self.offers = SqlOffers(session, reach)
        self.trips = SqlTrips(session)
        self.deals = SqlDeals(session, reach)
        self.services = SqlServices(session, reach)
        self.suppliers = SqlSuppliers(session, reach)
        self.documents = SqlDocuments(session, reach)
        self.files = SqlFiles(session, reach)
        self.settlements = SqlSettlements(session, reach)
        self.journey_records = SqlJourneyRecords(session, reach)
        self.interactions = SqlInteractions(session, reach)
        self.conversations = SqlConversations(session, reach)
        self.later_messages = SqlLaterMessages(session, reach)
        self.observations = SqlObservations(session)

    def within(self, reach: int) -> "SqlRepositories":
        if reach not in self._narrower:
            self._narrower[reach] = SqlRepositories(self._session, reach)
        return self._narrower[reach]

    def go_by(self, pipelines: Callable[[], Pipelines]) -> None:
        self._session.pipelines = pipelines

    def flush(self) -> None:
        self._session.flush()


__all__ = ["SqlRepositories"]
