"""What each job costs whoever does it, in taps and typed answers; `python -m tests.taps` prints the table."""

from tests.taps import deals, passports, trips, inquiries, clients  # noqa: F401, I001
from tests.taps.jobs import JOBS, Job, table

__all__ = ["JOBS", "Job", "table"]
