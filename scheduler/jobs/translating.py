"""Asks the service the owner has named, outside of every transaction, and never for longer than a few seconds.

It speaks as LibreTranslate does: POST /translate with `q`, `source`, `target`, `format` and, if there is one, `api_key`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout

from domain.entities.bridge import BRIDGE, KEY_PLACE, BridgeState
from domain.usecases.bridge.settling import bridge_tested
from domain.usecases.bridge.translating import translation_found, translation_missed
from domain.values.language import Language
from storage import NotOurs, SqlUnit

if TYPE_CHECKING:
    from scheduler.jobs.context import JobContext

log = structlog.get_logger()

WITHIN = ClientTimeout(total=8, connect=4)
AT_ONCE = 10
"""Translations of one look."""
LARGEST = 100_000
"""Bytes of an answer: more is none."""
A_WORD = "Good morning"


@dataclass(frozen=True)
class _Service:
    state: BridgeState
    revision: int
    address: str
    key: str


@dataclass(frozen=True)
class _Wanted:
    number: int
    text: str
    into: Language


@dataclass(frozen=True)
class _Answer:
    text: str
    spoken: Language | None
    """None where the service does not say."""


class Translating:
    """Of one process."""

    async def look(self, context: "JobContext") -> int:
        """How many translations came, or did not."""
        service, wanted = await context.database.read(lambda unit: _wanted(context, unit))
        if service.state not in (BridgeState.TESTING, BridgeState.ON):
            for one in wanted:
                await context.database.run(lambda unit: translation_missed(context.desk(unit), one.number))  # noqa: B023
            return len(wanted)
        if service.state is not BridgeState.TESTING and not wanted:
            return 0
        async with ClientSession(timeout=WITHIN) as session:
            if service.state is BridgeState.TESTING:
                return await self._test(context, session, service)
            for one in wanted:
                answer = await _translated(session, service, one.text, one.into)
                await context.database.run(lambda unit: _end(context, unit, one, answer))  # noqa: B023
        return len(wanted)

    async def _test(self, context: "JobContext", session: ClientSession, service: _Service) -> int:
        answers = await _translated(session, service, A_WORD, Language.RUSSIAN) is not None
        await context.database.run(
            lambda unit: bridge_tested(context.desk(unit), service.revision, answers=answers)
        )
        return 1


def _wanted(context: "JobContext", unit: SqlUnit) -> tuple[_Service, list[_Wanted]]:
    desk = context.desk(unit)
    bridge = desk.agency.bridge
    try:
        key = unit.secrets.open(bridge.sealed_key, KEY_PLACE) if bridge.sealed_key else ""
    except NotOurs:
        log.error("the key of the translator cannot be opened")  # noqa: TRY400
        key = ""
    found = desk.archive.translations.wanted(AT_ONCE)
    wanted = [_Wanted(one.id, one.text, one.into) for one in found]
    revision = desk.agency.definitions.revision(BRIDGE)
    return _Service(desk.agency.bridge_state, revision, bridge.address, key), wanted


def _end(context: "JobContext", unit: SqlUnit, one: _Wanted, answer: _Answer | None) -> None:
    if answer is None:
        translation_missed(context.desk(unit), one.number)
    else:
        translation_found(context.desk(unit), one.number, one.text, answer.text, answer.spoken)


async def _translated(session: ClientSession, service: _Service, text: str, into: Language) -> _Answer | None:
    """None for whatever is no answer, and when none comes in time. Neither words nor the key go into the log."""
    asked = {"q": text, "source": "auto", "target": into.value, "format": "text"}
    asked |= {"api_key": service.key} if service.key else {}
    try:
        async with session.post(f"{service.address}/translate", json=asked, allow_redirects=False) as answer:
            body = await answer.content.read(LARGEST)
            told = orjson.loads(body) if answer.status == 200 else {}
    except (ClientError, TimeoutError, orjson.JSONDecodeError, ValueError) as error:
        log.warning("not translated", why=type(error).__name__)
        return None
    found = told.get("translatedText") if isinstance(told, dict) else None
    if not isinstance(found, str) or not found.strip():
        log.warning("not translated", status=answer.status)
        return None
    return _Answer(found.strip(), _spoken(told.get("detectedLanguage")))


def _spoken(detected: object) -> Language | None:
    """In which language it was written, as the service sees it: "zh-Hans" is Chinese, too."""
    code = detected.get("language") if isinstance(detected, dict) else None
    if not isinstance(code, str):
        return None
    return next((one for one in Language if one.value == code.partition("-")[0].casefold()), None)
