"""The short form of the crash test; `make crash` is the long one."""

from pathlib import Path

from tests.crash.harness import crash


async def test_nothing_is_lost_when_the_program_is_killed(tmp_path: Path, database_url: str) -> None:
    report = await crash(tmp_path, database_url, talkers=4, tours=3, kills=3)

    print("\n", report)
    assert report.kills == 3
    assert (report.lost, report.twice, report.out_of_order, report.notices_lost) == (0, 0, 0, 0)
    assert report.notices_repeated <= report.kills
