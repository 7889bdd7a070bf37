"""The page in words: what is to be confirmed, and three ways to answer. It runs no scripts and asks nothing of other hosts."""

from html import escape

from domain.entities.services import Service, ServiceStatus, SupplierAnswer
from domain.ports.agency import Agency
from domain.values.language import Language
from locales import Fact, Sentence, Voice, _, lines
from locales.terms.clients import PEOPLE
from locales.terms.services import service_lines, service_named
from web.doors import Answer

STYLE = """
*{box-sizing:border-box}
body{margin:0;font:17px/1.45 system-ui,sans-serif;background:#f2f4f7;color:#16202c}
main{max-width:34rem;margin:0 auto;padding:1rem}
section,details{background:#fff;border-radius:14px;padding:1rem;margin:0 0 .8rem}
h1{font-size:1.25rem;margin:.2rem 0 .6rem}
p{margin:.3rem 0}
label{display:block;margin:.6rem 0 .2rem;color:#4b5866}
input,textarea{width:100%;font:inherit;padding:.65rem;border:1px solid #b9c3ce;border-radius:10px;background:#fff;color:inherit}
button{width:100%;min-height:3rem;margin-top:.8rem;font:inherit;font-weight:600;border:0;border-radius:12px;background:#1f6feb;color:#fff}
button.no{background:#b42318}
summary{min-height:2rem;font-weight:600}
.said{border-left:4px solid #1a7f37}
.wrong{border-left:4px solid #b42318}
nav a{display:inline-block;padding:.6rem .8rem .6rem 0}
a{color:#1f6feb}
@media(prefers-color-scheme:dark){body{background:#10161d;color:#e8edf2}section,details{background:#1b232c}
input,textarea{background:#10161d;border-color:#465360}label{color:#a9b4c0}a{color:#79b0ff}}
"""
NAMES = {
    Language.ENGLISH: "English",
    Language.BULGARIAN: "Български",
    Language.RUSSIAN: "Русский",
    Language.CHINESE: "中文",
}


def ask_page(
    voice: Voice, agency: Agency, one: Service, *, answered: bool = False, wrong: Sentence | None = None
) -> Answer:
    """What was said last stands first; as long as the link lives it can be said otherwise."""
    parts = [
        _boxed(voice, wrong, "wrong") if wrong else "",
        _boxed(voice, _said(one, answered=answered), "said") if one.answer else "",
        _asked(voice, agency, one),
        _confirms(voice, one),
        _another_time(voice, one),
        _refuses(voice),
        _languages(voice),
    ]
    title = _("{agency} asks you to confirm")(agency=agency.name)
    return _page(voice, title, "".join(parts), 422 if wrong else 200)


def closed_page(voice: Voice, told: Sentence, status: int) -> Answer:
    return _page(voice, told, _boxed(voice, told, "wrong") + _languages(voice), status)


def preview_page(voice: Voice) -> Answer:
    """All that a robot reads."""
    told = _("A request to confirm a booking. Please open the link.")
    return _page(voice, told, _boxed(voice, told, "said"), 200)


def _asked(voice: Voice, agency: Agency, one: Service) -> str:
    title = _("{agency} asks you to confirm")(agency=agency.name)
    told = lines(
        _("<b>{service}</b>")(service=service_named(one)),
        *service_lines(one),
        PEOPLE(count=one.deal.seats),
        _("{words}")(words=one.words) if one.words else None,
    )
    phone = _("Questions? Call us: {phone}")(phone=agency.phone) if agency.phone else None
    body = voice.html(told).replace("\n", "<br>")
    asks = f"<p>{voice.html(phone)}</p>" if phone else ""
    return f"<section><h1>{voice.html(title)}</h1><p>{body}</p>{asks}</section>"


def _said(one: Service, *, answered: bool) -> Sentence:
    """What the supplier has said, and what became of it."""
    thanks = _("Thank you, we have it.") if answered else None
    if one.answer is SupplierAnswer.REFUSED:
        return lines(thanks, _("You said that it is not possible."))
    if one.answer is SupplierAnswer.CONFIRMED:
        number: Fact = one.confirmation or "—"
        return lines(thanks, _("You have confirmed it. Number: {number}")(number=number))
    if one.proposed is not None:
        return lines(thanks, _("You offer {at}. The agency will answer you.")(at=one.proposed))
    if one.status is ServiceStatus.CONFIRMED:
        return lines(thanks, _("The agency has accepted your time."))
    return lines(thanks, _("Your other time does not suit. Can you confirm it as asked?"))


def _confirms(voice: Voice, one: Service) -> str:
    asks, does = _("Your confirmation number, if there is one"), _("Confirm")
    number = escape(one.confirmation or "")
    return (
        f'<section><form method="post"><label for="number">{voice.html(asks)}</label>'
        f'<input id="number" name="number" maxlength="60" autocomplete="off" value="{number}">'
        f'<button name="answer" value="confirmed">{voice.html(does)}</button></form></section>'
    )


def _another_time(voice: Voice, one: Service) -> str:
    offer, day, hour = _("Another day or time"), _("Day"), _("Hour, by the clock there")
    does, first = _("Offer this time"), one.first
    known = f' value="{first.day.isoformat()}"' if first.day else ""
    return (
        f'<details><summary>{voice.html(offer)}</summary><form method="post">'
        f'<label for="day">{voice.html(day)}</label><input id="day" type="date" name="day"{known} required>'
        f'<label for="time">{voice.html(hour)}</label>'
        f'<input id="time" type="time" name="time" value="{first.clock or ""}" required>'
        f"{_words(voice, 'later')}"
        f'<button name="answer" value="another_time">{voice.html(does)}</button></form></details>'
    )


def _refuses(voice: Voice) -> str:
    no, does = _("It is not possible"), _("Say no")
    return (
        f'<details><summary>{voice.html(no)}</summary><form method="post">{_words(voice, "no")}'
        f'<button class="no" name="answer" value="refused">{voice.html(does)}</button></form></details>'
    )


def _words(voice: Voice, where: str) -> str:
    label = voice.html(_("A few words, if you like"))
    return (
        f'<label for="words-{where}">{label}</label>'
        f'<textarea id="words-{where}" name="words" rows="2" maxlength="500"></textarea>'
    )


def _languages(voice: Voice) -> str:
    others = (one for one in Language if one is not voice.language)
    links = " ".join(
        f'<a href="?lang={one.value}" lang="{one.value}" hreflang="{one.value}">{NAMES[one]}</a>'
        for one in others
    )
    return f"<nav>{links}</nav>"


def _boxed(voice: Voice, told: Sentence, kind: str) -> str:
    body = voice.html(told).replace("\n", "<br>")
    return f'<section class="{kind}" role="status">{body}</section>'


def _page(voice: Voice, title: Sentence, body: str, status: int) -> Answer:
    page = (
        f'<!doctype html><html lang="{voice.language.value}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(voice.plain(title))}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>"
    )
    return Answer(status, page.encode())
