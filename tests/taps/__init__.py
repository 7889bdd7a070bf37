"""What each job costs whoever does it, in taps and typed answers; `python -m tests.taps` prints the table."""

# isort: off
from tests.taps import (
    deals,
    passports,
    trips,
    inquiries,
    clients,
    inbox,
    interactions,
    services,
    settling,
    staff,
)

# isort: on
from tests.taps.jobs import JOBS, Job, table

PLAYED = (deals, passports, trips, inquiries, clients, inbox, interactions, services, settling, staff)
"""Imported, their jobs are declared, in the order of the table."""

__all__ = ["JOBS", "PLAYED", "Job", "table"]
