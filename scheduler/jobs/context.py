"""The context of jobs: what the entries of the timetable work with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from scheduler.agency_desk import AgencyDesk
from scheduler.delivery.postman import Postman
from scheduler.jobs.audit_job import AuditJob
from scheduler.jobs.backing_up import BackupJob
from scheduler.jobs.carrying_over import CarryingOver
from scheduler.jobs.fetching import Fetcher
from scheduler.jobs.forgetting import Forgetting
from scheduler.jobs.importing import ImportJob
from scheduler.jobs.looking_at_groups import GroupLook
from scheduler.jobs.proving import Proving
from scheduler.jobs.reencrypt import Reencryption
from scheduler.jobs.translating import Translating
from scheduler.topics.posting import TopicPost
from storage import Database, SqlUnit
from storage.crypto.files import FileStore


@dataclass(frozen=True)
class JobContext:
    """One agency's, in one process."""

    database: Database
    agency: CurrentAgency
    clock: Callable[[], datetime]
    tokens: Callable[[], str]
    postman: Postman
    fetcher: Fetcher
    reencryption: Reencryption
    carrying_over: CarryingOver
    importing: ImportJob
    group_look: GroupLook
    topic_post: TopicPost
    translating: Translating
    backing_up: BackupJob | None = None
    """Not in the demo."""
    files: FileStore | None = None
    audit_job: AuditJob = field(default_factory=AuditJob)
    forgetting: Forgetting = field(default_factory=Forgetting)
    proving: Proving = field(default_factory=Proving)

    def desk(self, unit: SqlUnit) -> Desk:
        """The agency's own desk."""
        return AgencyDesk(self.agency, self.clock, self.tokens)(unit)
