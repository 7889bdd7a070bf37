"""The papers within reach: what the trade asks of whoever keeps them, a file for each noun. `storage/` answers.

Every method is synchronous. `get` raises NotFound when there is no such thing. `locked` does the same and holds the row until
the transaction ends. Lists come in a stable order; `limit` and `offset` page through them.
"""

from collections.abc import Callable
from typing import Protocol

from domain.entities.pipeline import Pipelines
from domain.ports.backups import Backups
from domain.ports.branches import Branches
from domain.ports.client_exports import GivenClients
from domain.ports.client_imports import ClientImports, ImportedRows
from domain.ports.client_lists import ClientLists
from domain.ports.client_topics import ClientTopics
from domain.ports.clients import Clients
from domain.ports.companions import Companions
from domain.ports.consents import Consents
from domain.ports.conversations import Conversations
from domain.ports.data_copies import DataCopies
from domain.ports.deals import Deals
from domain.ports.definition_imports import DefinitionImports
from domain.ports.definitions import DefinitionRows
from domain.ports.documents import Documents
from domain.ports.failed_links import FailedLinks
from domain.ports.families import Families, FamilyProposals
from domain.ports.fields import FieldFiles, FieldUse
from domain.ports.files import Files
from domain.ports.forgets import Forgets
from domain.ports.history import History
from domain.ports.ideas import Feedbacks, Ideas, PollAnswers, VotePolls, Votes
from domain.ports.inquiries import Inquiries
from domain.ports.interactions import Interactions
from domain.ports.invitations import Invitations
from domain.ports.later import LaterMessages
from domain.ports.merging import Doubts, Merges
from domain.ports.notices import Notices
from domain.ports.observations import Observations
from domain.ports.offers import Offers
from domain.ports.own_kinds import OwnItems
from domain.ports.people import People
from domain.ports.personal_links import PersonalLinks
from domain.ports.services import Services
from domain.ports.settling import JourneyRecords, Settlements
from domain.ports.staff import Staff
from domain.ports.suppliers import Suppliers
from domain.ports.today import Today
from domain.ports.translations import Translations
from domain.ports.trips import Trips
from domain.ports.web_posts import WebPosts


class Repositories(Protocol):
    """All papers of one agency, within one transaction; or those of them within somebody's reach.

    Out of reach is answered like what does not exist: NotFound, and lists and counts without it.
    """

    branches: Branches
    people: People
    staff: Staff
    invitations: Invitations
    failed_links: FailedLinks
    clients: Clients
    companions: Companions
    families: Families
    family_proposals: FamilyProposals
    client_lists: ClientLists
    client_topics: ClientTopics
    client_imports: ClientImports
    given_clients: GivenClients
    imported_rows: ImportedRows
    doubts: Doubts
    merges: Merges
    consents: Consents
    data_copies: DataCopies
    forgets: Forgets
    personal_links: PersonalLinks
    inquiries: Inquiries
    trips: Trips
    deals: Deals
    documents: Documents
    files: Files
    interactions: Interactions
    conversations: Conversations
    history: History
    notices: Notices
    backups: Backups
    ideas: Ideas
    votes: Votes
    vote_polls: VotePolls
    poll_answers: PollAnswers
    feedback: Feedbacks
    later_messages: LaterMessages
    observations: Observations
    services: Services
    settlements: Settlements
    journey_records: JourneyRecords
    suppliers: Suppliers
    offers: Offers
    definitions: DefinitionRows
    definition_imports: DefinitionImports
    field_use: FieldUse
    field_files: FieldFiles
    own_items: OwnItems
    today: Today
    translations: Translations
    web_posts: WebPosts

    def within(self, reach: int) -> "Repositories":
        """The papers of this branch and those that are everybody's."""

    def go_by(self, pipelines: Callable[[], Pipelines]) -> None:
        """What is due of deals is what these pipelines let them wait for."""

    def flush(self) -> None:
        """Gives new things their numbers."""
