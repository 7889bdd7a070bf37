"""The agency: what the owner has settled, beside what belongs to this process."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import time
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.entities.books import BOOKS, Books
from domain.entities.bridge import BRIDGE, Bridge, BridgeState, bridge_state
from domain.entities.definitions import Definitions
from domain.entities.holidays import HOLIDAYS
from domain.entities.hours import HOURS, WORKING_HOURS, Hours
from domain.entities.pipeline import PIPELINE, PIPELINE_USE, TRIP_KIND, Pipelines
from domain.entities.presence import Presence
from domain.entities.privacy import PRIVACY, PrivacyNotice
from domain.entities.profile import PROFILE, Profile
from domain.entities.staff_groups import STAFF_GROUP, StaffGroups
from domain.entities.timing import TIMING, Timing

if TYPE_CHECKING:
    from domain.ports.repositories import Repositories


@dataclass(frozen=True)
class Agency:
    """At one moment. `secret` seals links; it is kept outside the database."""

    secret: bytes
    definitions: Definitions = field(default_factory=Definitions)
    nightly: time | None = None
    """When backups are made each night, once there is a key to lock them with."""
    has_backup_key: Callable[[], bool] = lambda: True
    """Asked anew each time: the owner makes the key while the agency runs."""
    web_url: str | None = None
    """Where links of ours lead that open in a browser, without a slash at its end; None: there are none."""

    @property
    def profile(self) -> Profile:
        return self.definitions.one(PROFILE)

    @cached_property
    def pipelines(self) -> Pipelines:
        settled = self.definitions
        return Pipelines(settled.all(PIPELINE), settled.all(TRIP_KIND), settled.one(PIPELINE_USE))

    @cached_property
    def presence(self) -> Presence:
        settled = self.definitions
        return Presence(settled.all(HOLIDAYS), settled.all(WORKING_HOURS), self.hours, self.zone)

    @property
    def bridge(self) -> Bridge:
        return self.definitions.one(BRIDGE)

    @property
    def bridge_state(self) -> BridgeState:
        return bridge_state(self.definitions)

    @cached_property
    def staff_groups(self) -> StaffGroups:
        return StaffGroups(self.definitions.all(STAFF_GROUP))

    @property
    def hours(self) -> Hours:
        return self.definitions.one(HOURS)

    @property
    def timing(self) -> Timing:
        return self.definitions.one(TIMING)

    @property
    def privacy(self) -> PrivacyNotice:
        return self.definitions.one(PRIVACY)

    @property
    def books(self) -> Books:
        return self.definitions.one(BOOKS)

    @property
    def name(self) -> str:
        return self.profile.name

    @property
    def currency(self) -> str:
        return self.profile.currency

    @property
    def zone(self) -> ZoneInfo:
        return self.profile.where

    @property
    def region(self) -> str:
        return self.profile.region

    @property
    def phone(self) -> str | None:
        return self.profile.phone

    @property
    def pay_to(self) -> str | None:
        return self.profile.pay_to

    @property
    def backup_at(self) -> time | None:
        """When backups are made; None: there is no key, and none are made."""
        return self.nightly if self.has_backup_key() else None

    def seal(self, text: str) -> str:
        """28 characters that nobody without the secret can make for this text (HMAC-SHA-256, 168 bits)."""
        digest = hmac.new(self.secret, text.encode(), hashlib.sha256).digest()
        return urlsafe_b64encode(digest[:21]).decode()


class CurrentAgency:
    """The agency as one process knows it: in each transaction it is what stands in the database there.

    The definitions are read again only after somebody, in whatever process, has changed one.
    """

    def __init__(self, agency: Agency) -> None:
        self._latest = agency

    @property
    def latest(self) -> Agency:
        """As the last transaction of this process saw it: for what is said outside of any."""
        return self._latest

    def within(self, papers: "Repositories") -> Agency:
        """As this transaction sees it, before it changes anything itself."""
        agency = self._known(papers)
        papers.go_by(lambda: agency.pipelines)
        return agency

    def _known(self, papers: "Repositories") -> Agency:
        known = self._latest
        if papers.definitions.version() == known.definitions.version:
            return known
        agency = replace(known, definitions=papers.definitions.current())
        if agency.definitions.version > known.definitions.version:
            self._latest = agency
        return agency
