"""What the README tells is what there is: every route, fault and option of the control API stands in it."""

import re
from pathlib import Path

import sandbox
from sandbox import Sandbox, control
from sandbox.faults import OF_CALLS, OF_UPDATES
from sandbox.methods import METHODS

README = (Path(sandbox.__file__).parent / "README.md").read_text()


def test_every_control_call_is_documented() -> None:
    for route in control.routes():
        path = re.sub(r"\{id:[^}]*\}", "{id}", route.path)
        if path.startswith("/sim/"):
            assert f"`{route.method} {path}" in README, path


def test_every_method_is_documented() -> None:
    told = {name.lower() for name in re.findall(r"`(\w+)`", README)}

    assert METHODS.keys() <= told


def test_every_fault_is_documented() -> None:
    for kind in (*OF_CALLS, *OF_UPDATES):
        assert f"| `{kind}` |" in README


def test_the_first_example_is_true() -> None:
    assert Sandbox().token in README
    for option in ("start_at", "rate_limits", "webhook_retry_delays", "bot_username", "bot_name"):
        assert option in README
