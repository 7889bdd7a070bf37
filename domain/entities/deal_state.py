"""Whether a deal is open, and at which stage it stands."""

from datetime import datetime

from domain.entities.stages import LOST
from domain.values.labels import Names
from domain.values.refusals import Refusal


class DealState:
    """The part of a deal that says where it stands."""

    id: int
    step_key: str
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_lost(self) -> bool:
        return self.step_key == LOST

    @property
    def stage(self) -> str:
        return self.step_key.partition(".")[0]

    @property
    def substage(self) -> str | None:
        return self.step_key.partition(".")[2] or None

    def must_be_open(self) -> None:
        """Raises Refusal: deal_closed."""
        if not self.is_open:
            raise Refusal("deal_closed", number=self.id)

    def must_stand_at(self, expected: str, names: Names) -> None:
        """`expected` is the step somebody saw, `names` are the owner's for steps. Raises Refusal: already_moved."""
        if self.step_key != expected:
            raise Refusal("already_moved", number=self.id, step=self.step_key, names=names)
