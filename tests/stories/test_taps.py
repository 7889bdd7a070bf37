"""What each job costs in taps and typed answers, played as people do it; the plays are in `tests/taps/`."""

from pathlib import Path

import pytest

from tests.taps import JOBS, Job, table
from tests.world import World

PAGE = Path(__file__).parents[2] / "docs/measurements.md"


@pytest.mark.parametrize("job", JOBS, ids=[job.name for job in JOBS])
async def test_a_job_costs_what_the_page_says(world: World, job: Job) -> None:
    """Dearer is a defect; cheaper is good news that belongs into the table: change `now` where the job is declared."""
    cost = (await job.play(world)).cost
    assert cost == job.now, f"“{job.name}” takes {cost} and not {job.now}"


def test_the_page_has_the_table() -> None:
    assert table() in PAGE.read_text(), "`python -m tests.taps` prints it"
