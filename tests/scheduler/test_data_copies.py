"""Copies of data: cut into ZIPs that fit, and told of once however often they are put together."""

from io import BytesIO
from zipfile import ZipFile

from sqlalchemy import func, select

from domain.usecases.own_data.copies import copy_made
from papers.own_data import in_parts, packed
from storage import SqlUnit
from storage.mapping import notices
from tests.deals import a_deal
from tests.world import NOON, World


def test_files_are_cut_into_parts_that_fit_in_their_order() -> None:
    assert in_parts([]) == [[]]
    assert in_parts([5, 5, 5], 10) == [[0, 1], [2]]
    assert in_parts([10, 1, 10], 10) == [[0], [1], [2]]
    assert in_parts([11, 1], 10) == [[0], [1]]


def test_the_same_files_are_the_same_bytes() -> None:
    files = [("data.json", b"{}" * 500), ("files/001-a.jpg", b"x" * 500)]
    assert packed(files, NOON) == packed(files, NOON)
    with ZipFile(BytesIO(packed(files, NOON))) as archive:
        assert archive.testzip() is None
        assert [one.filename for one in archive.infolist()] == [name for name, _content in files]


async def test_who_is_killed_before_it_was_written_down_begins_anew_and_nothing_is_sent_twice(
    world: World,
) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna)
    await anna.says("/mydata")
    put, killed = world.files.put, 0

    async def dies(content: bytes) -> str:
        nonlocal killed
        killed += 1
        await put(content)
        raise RuntimeError("killed")

    world.files.put = dies  # type: ignore[method-assign]
    await world.post(f"/sim/people/{anna.id}/tap", {"button": "📦 Send me my data"})
    try:
        await world.settle()
    except RuntimeError:
        world.files.put = put  # type: ignore[method-assign]
    await world.settle()
    await anna.looks()
    assert killed == 1
    assert "\n".join(anna.heard).count("[data-2027-03-01-1.zip]") == 1
    assert len(await world.files.names()) == 1, "the same bytes under the same name"

    def again(unit: SqlUnit) -> int:
        copy_made(world.desk(unit), 1, ["x" * 64])
        told = select(func.count()).select_from(notices).where(notices.c.kind == "data_copy")
        return unit.session.execute(told).scalar_one()

    assert await world.database.run(again) == 1
