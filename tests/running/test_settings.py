"""Settings that are wrong: one line that names the key, exit code 2, and no value is printed."""

import socket
from pathlib import Path

import pytest
from aiohttp import ClientSession

from domain.entities.pipeline import DEFAULT
from sandbox import Sandbox
from storage import Database
from tests.running.program import Program, alone
from tests.storage.things import NOON, client, deal, keep

TOKEN = "4711:Never-to-be-Printed"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("token", ""),
        ("token", "Never-to-be-Printed"),
        ("token", "4711:Never to be Printed"),
        ("zone", "Europe/Printed"),
        ("currency", "Printed"),
        ("region", "Printed"),
        ("pipeline", "/Printed.toml"),
        ("database", "mysql://olga:Printed@host/name"),
        ("database", "Printed"),
        ("database", "sqlite+aiosqlite:////Printed/is/no/folder.db"),
        ("webhook_url", "Printed"),
        ("webhook_port", "Printed"),
        ("webhook_port", "70000"),
        ("status_port", "Printed"),
        ("web_port", "70000"),
        ("web_url", "Printed"),
        ("webhook_secret", "Printed, and more"),
        ("api_url", "Printed"),
        ("data", "/dev/null/Printed"),
    ],
)
async def test_a_wrong_setting_is_named_in_one_line(key: str, value: str, tmp_path: Path) -> None:
    with Program(tmp_path, "run", **{"token": TOKEN, key: value}) as program:
        assert await program.ends() == 2

    [line] = program.output.splitlines()
    assert line.startswith(f"TOURDESK_{key.upper()}: ")
    assert "Printed" not in line


async def test_every_wrong_setting_has_its_line(tmp_path: Path) -> None:
    with Program(tmp_path, "run", zone="Nowhere", currency="XXX") as program:
        assert await program.ends() == 2

    assert [line.partition(":")[0] for line in program.output.splitlines()] == [
        "TOURDESK_TOKEN",
        "TOURDESK_CURRENCY",
        "TOURDESK_ZONE",
    ]


async def test_a_file_of_stages_with_which_nothing_would_work(sandbox: Sandbox, tmp_path: Path) -> None:
    """A need that nobody knows. A step less than an open deal stands at is no harm: it is still read, and goes on."""
    own, house = tmp_path / "own.toml", DEFAULT.read_text()
    settings = {"token": sandbox.token, "api_url": sandbox.api_url, "pipeline": str(own)}
    own.write_text(house.replace("fully_paid", "fully_payd"))
    assert await told(tmp_path, **settings) == (
        2,
        "TOURDESK_PIPELINE: the file of stages has needs nobody knows: fully_payd",
    )
    own.write_text(house)
    assert (await told(tmp_path, **settings))[0] == 0

    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'data/tourdesk.db'}")
    closed = deal(client("Maria"), step_key="gone", closed_at=NOON)
    await keep(database, deal(client(), step_key="deposit"), closed)
    await database.close()
    own.write_text(house.replace('key = "deposit"', 'key = "prepaid"'))
    assert (await told(tmp_path, **settings))[0] == 0


async def told(folder: Path, **settings: str) -> tuple[int, str]:
    """Of a start that is over soon: the exit code, and what it said last."""
    with Program(folder, "owner-link", **settings) as program:
        code = await program.ends()
    return code, program.output.strip().splitlines()[-1]


async def test_a_token_that_telegram_does_not_know(sandbox: Sandbox, tmp_path: Path) -> None:
    for words in (("run",), ("run", "--only", "scheduler"), ("owner-link",)):
        with Program(tmp_path, *words, token="1:Another-secret", api_url=sandbox.api_url) as program:
            assert await program.ends() == 2
        assert program.output.splitlines()[-1] == "TOURDESK_TOKEN: Telegram does not know this token"
        assert "Another-secret" not in program.output
        assert "Traceback" not in program.output


async def test_the_key_of_the_agency_is_its_owners_alone_and_a_damaged_one_is_told(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    settings = {"token": sandbox.token, "api_url": sandbox.api_url}
    with Program(tmp_path, "owner-link", **settings) as program:
        assert await program.ends() == 0
    key = tmp_path / "data" / "secret.key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in key.parent.glob(".secret*")] == []

    key.write_text("")
    with Program(tmp_path, "run", **settings) as program:
        assert await program.ends() == 2
    assert program.output.startswith("TOURDESK_DATA: ")


async def test_the_command_line_itself(tmp_path: Path, http: ClientSession) -> None:
    """In a Python of its own: help comes without aiogram, and a busy port or a missing token is one line."""
    code, told = await alone(tmp_path, "-X", "importtime", "-m", "tourdesk", "--help")
    assert code == 0
    assert "A travel agency that lives in Telegram." in told
    assert " aiogram" not in told
    assert " telegram" not in told

    code, told = await alone(tmp_path, "-m", "tourdesk", "run")
    assert (code, told) == (2, "TOURDESK_TOKEN: Field required\n")

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told = await alone(tmp_path, "-m", "tourdesk", "demo", "--port", str(port), "--no-open")
    assert code == 2
    assert told.splitlines()[-1].startswith(f"Cannot listen on port {port}: ")
    assert "Choose another: make demo PORT=" in told
    assert "Traceback" not in told

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told = await alone(tmp_path, "-m", "sandbox", "--port", str(port))
    assert code == 2
    assert told.startswith(f"Cannot listen on port {port}: ")
    assert told.count("\n") == 1
