"""`GET /form`, in the demo alone: a page as an agency's web site has it, in four languages, that posts to `/intake`."""

import json
from html import escape
from string import Template

from domain.values.language import Language
from locales import Sentence, Voice, _
from locales.terms.languages import LANGUAGES
from web.doors import Answer, Backend, Visit, door

DEMO_TOKEN = "demo-intake"  # noqa: S105  (of a practice agency: everybody may know it)

_WORDS: dict[str, Sentence] = {
    "title": _("Ask for a tour"),
    "name": _("Your name"),
    "phone": _("Phone"),
    "email": _("E-mail"),
    "text": _("Where would you like to go?"),
    "people": _("People"),
    "since": _("From day"),
    "until": _("Until day"),
    "send": _("Send"),
    "sent": _("Thank you! We have your inquiry and will write to you."),
    "twice": _("We have this inquiry already."),
    "lost": _("There is no connection. Please try again."),
    "wrong": _("This could not be sent. Please look it over: a phone number or an e-mail is needed."),
}
_CSP = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'"


@door("GET", "/form", only_demo=True)
async def form(visit: Visit, backend: Backend) -> Answer:
    language = language_of(visit)
    voice = Voice(language, backend.agency.latest.zone, None)
    words = {name: voice.plain(sentence) for name, sentence in _WORDS.items()}
    agency = backend.agency.latest.name
    page = _PAGE.substitute(
        {name: escape(text) for name, text in words.items()},
        agency=escape(agency),
        language=language.value,
        languages=_languages(language),
        token=DEMO_TOKEN,
        told=json.dumps({key: words[key] for key in ("sent", "twice", "lost", "wrong")}).replace(
            "<", "\\u003c"
        ),
    )
    return Answer(200, page.encode(), headers={"Content-Security-Policy": _CSP})


def language_of(visit: Visit) -> Language:
    """The one that is asked for, else the first that the browser likes of those we speak."""
    liked = [visit.query.get("lang", ""), *visit.headers.get("Accept-Language", "").split(",")]
    codes = [one.partition(";")[0].partition("-")[0].strip().lower() for one in liked]
    known = {one.value: one for one in Language}
    return next((known[code] for code in codes if code in known), Language.ENGLISH)


def _languages(chosen: Language) -> str:
    return " · ".join(
        f"<b>{escape(name)}</b>" if one is chosen else f'<a href="?lang={one.value}">{escape(name)}</a>'
        for one, name in LANGUAGES.items()
    )


_PAGE = Template("""<!doctype html>
<html lang="$language">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title · $agency</title>
<style>
  body { font: 16px/1.4 system-ui, sans-serif; background: #eef3f6; color: #1d2b33; margin: 0; }
  main { max-width: 26rem; margin: 1.5rem auto; background: #fff; padding: 1.5rem; border-radius: 14px; }
  h1 { font-size: 1.4rem; margin: 0 0 .2rem; } nav { font-size: .85rem; color: #5b6b75; margin-bottom: 1rem; }
  label { display: block; margin: .7rem 0 0; font-size: .9rem; color: #41525c; }
  input, textarea { width: 100%; box-sizing: border-box; font: inherit; padding: .55rem; border: 1px solid #c3ced5;
    border-radius: 8px; margin-top: .2rem; background: #fff; color: inherit; }
  .two { display: flex; gap: .8rem; } .two label { flex: 1; min-width: 0; }
  button { margin-top: 1rem; width: 100%; font: inherit; font-weight: 600; padding: .7rem; border: 0; border-radius: 8px;
    background: #0b6e8f; color: #fff; cursor: pointer; }
  .unseen { position: absolute; left: -9999px; } [role=status] { min-height: 1.4em; margin: .8rem 0 0; }
</style>
<main>
  <h1>$title</h1><nav>$agency · $languages</nav>
  <form id="ask">
    <label>$name<input name="name" autocomplete="name"></label>
    <label>$phone<input name="phone" type="tel" autocomplete="tel"></label>
    <label>$email<input name="email" type="email" autocomplete="email"></label>
    <label>$text<textarea name="text" rows="3"></textarea></label>
    <label>$people<input name="people" inputmode="numeric"></label>
    <div class="two"><label>$since<input name="from" type="date"></label>
      <label>$until<input name="to" type="date"></label></div>
    <input class="unseen" name="contact_me_by_fax" tabindex="-1" autocomplete="off" aria-hidden="true">
    <button>$send</button><p role="status"></p>
  </form>
</main>
<script>
const words = $told, form = document.getElementById("ask"), status = form.querySelector("[role=status]");
const another = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16)).join("");
let key = another(), sent = "";
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = JSON.stringify(Object.fromEntries(new FormData(form)));
  if (sent && sent !== body) key = another();
  sent = body;
  const answer = await fetch("/intake", {
    method: "POST",
    headers: {"Authorization": "Bearer $token", "Content-Type": "application/json", "Idempotency-Key": key},
    body,
  }).catch(() => null);
  status.textContent = !answer ? words.lost : answer.status === 201 ? words.sent : answer.ok ? words.twice : words.wrong;
});
</script>
</html>
""")
