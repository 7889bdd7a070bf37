"""What the Dockerfile, compose.yaml and the systemd unit name is there, and is spelled as the program spells it."""

import ast
import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from typer import BadParameter

from tests.deploy.shipped import (
    HOUSE,
    argument,
    check_command,
    check_settings,
    composed,
    instructions,
    lines_of,
)

PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())


def test_the_checks_notice() -> None:
    with pytest.raises(BadParameter):
        check_command(["run", "--only", "nobody"])
    with pytest.raises(LookupError):
        check_command(["walk"])
    with pytest.raises(AssertionError):
        check_settings({"TOURDESK_TOKENS"})


def test_the_image_holds_every_room_and_nothing_that_is_not_there() -> None:
    copied = [rest.split() for name, rest in instructions() if name == "COPY" and "--from" not in rest]
    sources = [source for *some, _target in copied for source in some]

    assert [source for source in sources if not (HOUSE / source).exists()] == []
    rooms = {name.rstrip("*") for name in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]}
    assert rooms <= set(sources)
    ignored = set((HOUSE / ".dockerignore").read_text().split())
    assert not ignored & set(sources)
    assert {".git", ".env", "data"} <= ignored


def test_the_image_has_the_python_we_need_and_the_libraries_we_locked() -> None:
    images = [rest.split()[0] for name, rest in instructions() if name == "FROM"]
    [version] = {re.fullmatch(r"python:(\d+\.\d+)-slim", image)[1] for image in images}  # type: ignore[index]
    needed = PROJECT["project"]["requires-python"].removeprefix(">=")
    installs = [rest for name, rest in instructions() if name == "RUN" and "pip install" in rest]

    assert tuple(map(int, version.split("."))) >= tuple(map(int, needed.split(".")))
    assert "--require-hashes -r requirements.lock" in installs[0]
    assert "--no-deps" in installs[1]
    assert all("--hash=" in entry for entry in _locked())


def _locked() -> list[str]:
    text = (HOUSE / "requirements.lock").read_text().replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def test_the_image_runs_as_nobody_in_particular_and_tells_whether_it_lives() -> None:
    last_stage = instructions()[[name for name, _ in instructions()].index("FROM", 1) :]
    user = [rest for name, rest in last_stage if name == "USER"]
    assert user == ["tourdesk"]
    assert any(name == "RUN" and "useradd" in rest and "tourdesk" in rest for name, rest in last_stage)
    assert argument("ENTRYPOINT") == ["tourdesk"]
    assert "tourdesk" in PROJECT["project"]["scripts"]
    check_command(argument("CMD"))
    variables = dict(
        word.split("=", 1) for name, rest in last_stage if name == "ENV" for word in rest.split()
    )
    check_settings(set(variables))
    [health] = [rest for name, rest in last_stage if name == "HEALTHCHECK"]
    assert f":{variables['TOURDESK_STATUS_PORT']}/health" in health
    ast.parse(health[health.rindex('"-c", "') + 7 : health.rindex('"]')])


def test_compose_speaks_the_programs_language() -> None:
    services = composed()["services"]
    ours = {name: services[name] for name in ("bot", "scheduler")}
    volumes = set(composed()["volumes"])

    for name, service in ours.items():
        check_command(service["command"])
        assert name in service["command"]
        check_settings(set(service["environment"]))
        assert service["depends_on"]["database"]["condition"] == "service_healthy"
        assert service["volumes"] == ["data:/data"]
        assert service["environment"]["TOURDESK_DATA"] == "/data"
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
    database = services["database"]
    assert "pg_isready" in database["healthcheck"]["test"]
    assert {volume.partition(":")[0] for s in services.values() for volume in s["volumes"]} == volumes
    url = ours["bot"]["environment"]["TOURDESK_DATABASE"]
    user, name = database["environment"]["POSTGRES_USER"], database["environment"]["POSTGRES_DB"]
    assert re.fullmatch(
        rf"postgresql\+asyncpg://{user}:\$\{{POSTGRES_PASSWORD:\?[^}}]+\}}@database/{name}", url
    )


def test_the_example_of_an_environment_has_no_secrets_and_only_settings() -> None:
    example = lines_of("deploy/env.example")

    check_settings(set(example))
    asked = set(re.findall(r"\$\{(\w+)", (HOUSE / "compose.yaml").read_text()))
    assert asked | {"TOURDESK_TOKEN"} <= set(example)
    assert example["TOURDESK_TOKEN"] == example["POSTGRES_PASSWORD"] == ""


def _unit() -> configparser.ConfigParser:
    unit = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(HOUSE / "deploy/tourdesk.service")
    return unit


def test_the_unit_starts_the_program_and_keeps_it_in() -> None:
    service = _unit()["Service"]
    program, *words = service["ExecStart"].split()

    assert Path(program).name in PROJECT["project"]["scripts"]
    check_command(words)
    environment = re.findall(
        r"^Environment=(\w+)=", (HOUSE / "deploy/tourdesk.service").read_text(), re.MULTILINE
    )
    check_settings(set(environment))
    assert f"/var/lib/{service['StateDirectory']}" == service["WorkingDirectory"]
    assert (service["Restart"], service["RestartPreventExitStatus"]) == ("on-failure", "2")
    assert service["KillMode"] == "mixed", "what makes a backup is the program's to end"
    assert (service["DynamicUser"], service["NoNewPrivileges"], service["ProtectSystem"]) == (
        "yes",
        "yes",
        "strict",
    )


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd here")
    text = (HOUSE / "deploy/tourdesk.service").read_text()
    text = re.sub("(?m)^ExecStart=.*", "ExecStart=/bin/true", text)  # the program is not installed there
    (tmp_path / "tourdesk.service").write_text(text)
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / "tourdesk.service"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "tourdesk.service" not in told.stdout + told.stderr
