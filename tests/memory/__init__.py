"""The ports of the trade without a database: for tests of rules. `tests/contract` holds them to what SQL answers."""

from domain.ports.definition_imports import DefinitionImports
from domain.ports.definitions import DefinitionRows
from domain.ports.fields import FieldFiles, FieldUse
from domain.ports.ideas import Feedbacks, Ideas, VotePolls, Votes
from domain.ports.own_kinds import OwnItems
from domain.ports.repositories import (
    Backups,
    Branches,
    Clients,
    Deals,
    Documents,
    FailedLinks,
    Files,
    History,
    Inquiries,
    Interactions,
    Invitations,
    Notices,
    People,
    Repositories,
    Staff,
    Trips,
)
from tests.memory.deals import MemoryDeals
from tests.memory.definition_imports import MemoryDefinitionImports
from tests.memory.definitions import MemoryDefinitions
from tests.memory.fields import MemoryFieldFiles, MemoryFieldUse
from tests.memory.ideas import MemoryFeedbacks, MemoryIdeas, MemoryVotePolls, MemoryVotes
from tests.memory.own_kinds import MemoryOwnItems
from tests.memory.people import (
    MemoryBranches,
    MemoryFailedLinks,
    MemoryInvitations,
    MemoryPeople,
    MemoryStaff,
)
from tests.memory.shelf import Things
from tests.memory.told import MemoryBackups, MemoryHistory, MemoryNotices
from tests.memory.trade import (
    MemoryClients,
    MemoryDocuments,
    MemoryFiles,
    MemoryInquiries,
    MemoryInteractions,
)
from tests.memory.trips import MemoryTrips


class Memory:
    """Typed by the port: mypy holds each of these to its Protocol. Nothing is undone when work fails."""

    def __init__(self, things: Things | None = None, reach: int | None = None) -> None:
        self.things = things or Things()
        at = (self.things, reach)
        self.branches: Branches = MemoryBranches(*at)
        self.people: People = MemoryPeople(*at)
        self.staff: Staff = MemoryStaff(*at)
        self.invitations: Invitations = MemoryInvitations(*at)
        self.failed_links: FailedLinks = MemoryFailedLinks(self.things)
        self.clients: Clients = MemoryClients(*at)
        self.inquiries: Inquiries = MemoryInquiries(*at)
        self.trips: Trips = MemoryTrips(*at)
        self.deals: Deals = MemoryDeals(*at)
        self.documents: Documents = MemoryDocuments(*at)
        self.files: Files = MemoryFiles(*at)
        self.interactions: Interactions = MemoryInteractions(*at)
        self.history: History = MemoryHistory(*at)
        self.notices: Notices = MemoryNotices(*at)
        self.backups: Backups = MemoryBackups(*at)
        self.ideas: Ideas = MemoryIdeas(*at)
        self.votes: Votes = MemoryVotes(*at)
        self.vote_polls: VotePolls = MemoryVotePolls(*at)
        self.feedback: Feedbacks = MemoryFeedbacks(*at)
        self.definitions: DefinitionRows = MemoryDefinitions(self.things)
        self.definition_imports: DefinitionImports = MemoryDefinitionImports(*at)
        self.field_use: FieldUse = MemoryFieldUse(self.things)
        self.field_files: FieldFiles = MemoryFieldFiles(*at)
        self.own_items: OwnItems = MemoryOwnItems(*at)

    def within(self, reach: int) -> Repositories:
        return Memory(self.things, reach)

    def flush(self) -> None:
        self.things.flush()


def memory() -> Repositories:
    return Memory()
