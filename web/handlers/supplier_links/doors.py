"""Two doors for one link: to look at what is to be confirmed, and to answer. Only a post says anything; robots see nothing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from urllib.parse import parse_qs

from domain.entities.services import Service, SupplierAnswer
from domain.ports.desk import Desk
from domain.usecases.services.links import Said, answer_by_link, look_by_link, peek_by_link
from domain.values import text
from domain.values.language import Language, guess_language
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, Voice, _
from storage import SqlUnit
from web.doors import Answer, Backend, Rejected, Visit, door
from web.handlers.supplier_links.page import ask_page, closed_page, preview_page
from web.limits import Rate

PATH = "/s/{token}"
SELDOM = Rate(0.2, 20)
"""Of one link, whoever comes by it."""
LONGEST_NUMBER, LONGEST_WORDS = 60, 500
FARTHEST = timedelta(days=3 * 366)
_ROBOTS = re.compile(
    r"bot\b|crawl|spider|preview|facebookexternalhit|^whatsapp|^viber|vkshare|slurp|embed|headless|scan"
    r"|^curl|^wget|^python|^go-http|^java|^okhttp|^axios|^node",
    re.I,
)
_REFUSED = {
    "time_wanted": _("Please give the day and the hour."),
    "too_long": _("That is too long. Please write it shorter."),
    "answered_too_often": _("This link was answered too often. Please call us."),
}


def says_no(visit: Visit, why: Rejected) -> Answer:
    """In a page, in the language of who looks."""
    voice = Voice(_language(visit), UTC, None)
    told = _("Too many at once. Please come again in a minute.")
    return closed_page(voice, told if why.status == 429 else _FAILED, why.status)


_FAILED = _("This did not work just now. Please try again in a minute.")


@door("GET", PATH, says_no=says_no)
async def look(visit: Visit, backend: Backend) -> Answer:
    if visit.method != "GET" or is_robot(visit):
        return await backend.database.run(lambda unit: preview_page(_voice(backend.desk(unit), visit)))
    return await _answered(visit, backend, look_by_link)


@door("POST", PATH, largest=8 * 1024, says_no=says_no)
async def answer(visit: Visit, backend: Backend) -> Answer:
    fields = {name: values[0] for name, values in parse_qs(visit.body.decode("utf-8", "replace")).items()}
    return await _answered(visit, backend, partial(_say, fields=fields))


def _say(desk: Desk, token: str, fields: dict[str, str]) -> Service:
    """Raises NotFound, Refusal."""
    peek_by_link(desk, token)
    return answer_by_link(desk, token, said_in(fields, desk.now))


async def _answered(visit: Visit, backend: Backend, does: Callable[[Desk, str], Service]) -> Answer:
    token = visit.args["token"]
    backend.must_not_guess(visit)
    backend.must_be_seldom(("supplier link", token), SELDOM)

    def work(unit: SqlUnit) -> Answer:
        desk = backend.desk(unit)
        one = does(desk, token)
        return ask_page(_voice(desk, visit, one), desk.agency, one, answered=visit.method == "POST")

    def again(unit: SqlUnit, told: Sentence) -> Answer:
        """As it was, with what was wrong."""
        desk = backend.desk(unit)
        one = peek_by_link(desk, token)
        return ask_page(_voice(desk, visit, one), desk.agency, one, wrong=told)

    try:
        return await backend.database.run(work)
    except NotFound:
        backend.guessed(visit)
        gone = _("This link is not open any more. Please ask the agency for a new one.")
        return await backend.database.run(
            lambda unit: closed_page(_voice(backend.desk(unit), visit), gone, 404)
        )
    except Refusal as why:
        wrong = _REFUSED.get(why.kind, _FAILED)
        return await backend.database.run(partial(again, told=wrong))


def said_in(fields: dict[str, str], now: datetime) -> Said:
    """Raises Refusal: time_wanted, too_long, nothing_written."""
    kind = fields.get("answer", "")
    if kind not in {*SupplierAnswer}:
        raise Refusal("nothing_written")
    chosen = SupplierAnswer(kind)
    number = _short(fields.get("number", ""), LONGEST_NUMBER) if chosen is SupplierAnswer.CONFIRMED else None
    at = _moment(fields, now) if chosen is SupplierAnswer.ANOTHER_TIME else None
    return Said(chosen, number, at, _short(fields.get("words", ""), LONGEST_WORDS))


def _short(written: str, most: int) -> str | None:
    cleaned = text.one_line(written)
    return text.words(cleaned, most) if cleaned else None


def _moment(fields: dict[str, str], now: datetime) -> datetime:
    """As browsers send a day and an hour. Raises Refusal: time_wanted."""
    try:
        at = datetime.strptime(f"{fields.get('day', '')} {fields.get('time', '')[:5]}", "%Y-%m-%d %H:%M")  # noqa: DTZ007 (by the clock there)
    except ValueError:
        raise Refusal("time_wanted") from None
    today = now.replace(tzinfo=None)
    if not today - timedelta(days=2) < at < today + FARTHEST:
        raise Refusal("time_wanted")
    return at


def is_robot(visit: Visit) -> bool:
    """Who draws previews, fetches in advance, or says nothing of itself."""
    agent = visit.headers.get("User-Agent", "")
    purpose = f"{visit.headers.get('Purpose', '')} {visit.headers.get('Sec-Purpose', '')}"
    early = "prefetch" in purpose or "preview" in purpose or visit.headers.get("X-Moz") == "prefetch"
    return early or not agent or _ROBOTS.search(agent) is not None


def _voice(desk: Desk, visit: Visit, one: Service | None = None) -> Voice:
    return Voice.at(desk, _language(visit, one))


def _language(visit: Visit, one: Service | None = None) -> Language:
    """What was chosen on the page, the first that the supplier speaks, or what the browser asks for."""
    chosen = visit.query.get("lang", "")
    if chosen in {*Language}:
        return Language(chosen)
    if one is not None and one.supplier is not None and one.supplier.languages:
        return Language(one.supplier.languages[0])
    wanted = (part.partition(";")[0].strip() for part in visit.headers.get("Accept-Language", "").split(","))
    return guess_language(next(wanted, None))
