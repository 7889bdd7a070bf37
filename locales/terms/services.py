"""Services of a deal in words: for colleagues, for their client, for their supplier."""

from collections.abc import Iterable, Iterator
from datetime import date

from domain.entities.services import Service, ServiceKind, ServiceStatus, Stop, SupplierAnswer
from locales.sentence import Joined, Sentence, Weekday, _
from locales.terms.today import counted, today_words

KINDS: dict[ServiceKind, Sentence] = {
    ServiceKind.FLIGHT: _("Flight"),
    ServiceKind.HOTEL: _("Hotel"),
    ServiceKind.TRANSFER: _("Transfer"),
    ServiceKind.INSURANCE: _("Insurance"),
    ServiceKind.EXCURSION: _("Excursion"),
    ServiceKind.OTHER: _("Something else"),
}
STATUSES: dict[ServiceStatus, Sentence] = {
    ServiceStatus.ASKED: _("⏳ waits for the supplier"),
    ServiceStatus.CONFIRMED: _("✅ confirmed"),
    ServiceStatus.REFUSED: _("✖ refused by the supplier"),
    ServiceStatus.CANCELLED: _("🗑 cancelled by us"),
}
ANSWERED: dict[SupplierAnswer, Sentence] = {
    SupplierAnswer.CONFIRMED: _("✅ <b>The supplier has confirmed</b>"),
    SupplierAnswer.REFUSED: _("✖ <b>The supplier has refused</b>"),
    SupplierAnswer.ANOTHER_TIME: _("🗓 <b>The supplier offers another day or time</b>"),
}
SAID: dict[SupplierAnswer, Sentence] = {
    SupplierAnswer.CONFIRMED: _("The supplier confirmed by the link, {at}"),
    SupplierAnswer.REFUSED: _("The supplier refused by the link, {at}"),
    SupplierAnswer.ANOTHER_TIME: _("The supplier offered another time by the link, {at}"),
}

today_words("options")(
    lambda count, _now, _facts: _("⏰ Options running out · {count}")(count=counted(count))
)


def service_named(one: Service) -> Sentence:
    """ "Flight FB 431"; what is none of the kinds by its title alone."""
    if one.kind is ServiceKind.OTHER:
        return _("{title}")(title=one.title)
    return _("{kind} {title}")(kind=KINDS[one.kind], title=one.title)


def service_line(one: Service, today: date) -> Sentence:
    """On a colleague's list."""
    facts = {"sign": _sign(one, today), "service": service_named(one)}
    when = when_words(one.first)
    if when is None:
        return _("{sign} {service}")(**facts)
    return _("{sign} {service} · {when}")(**facts, when=when)


def _sign(one: Service, today: date) -> str:
    if one.status is ServiceStatus.ASKED:
        late = one.option_until is not None and one.option_until < today
        return "🔴" if late else "⏳"
    return {"confirmed": "✅", "refused": "✖"}.get(one.status.value, "🗑")


def when_words(stop: Stop) -> Sentence | None:
    """ "Friday 12 December, 06:40"."""
    if stop.day is None:
        return None
    if stop.time is None:
        return _("{day}")(day=Weekday(stop.day))
    return _("{day}, {time}")(day=Weekday(stop.day), time=stop.time)


def stop_words(stop: Stop) -> Sentence | None:
    """With the place."""
    when = when_words(stop)
    if when is None:
        return _("{place}")(place=stop.place) if stop.place else None
    return _("{when}, {place}")(when=when, place=stop.place) if stop.place else when


def service_lines(one: Service) -> Iterator[Sentence]:
    """What it is, when and where: for anybody."""
    begins, ends = stop_words(one.first), stop_words(one.last)
    if begins is not None:
        yield _("🗓 {day}")(day=begins)
    if ends is not None:
        yield _("– {when}")(when=ends)


def client_line(one: Service) -> Sentence:
    """On a client's card: "🔖 Flight FB 431: 12 December, 06:40, Sofia → 07:30, Skopje · No. X7Y2Z"."""
    parts = [part for part in (stop_words(one.first), stop_words(one.last)) if part is not None]
    told = _("🔖 {service}")(service=service_named(one))
    if parts:
        told = _("🔖 {service}: {when}")(service=service_named(one), when=Joined(parts, by=" → "))
    if one.confirmation:
        return _("{service} · no. {number}")(service=told, number=one.confirmation)
    return told


def notice_line(one: Service) -> Sentence:
    """In a notice of the departure: "🔖 Flight FB 431, 06:40, Sofia"."""
    first = one.first
    facts = [fact for fact in (first.time, first.place) if fact]
    if not facts:
        return _("🔖 {service}")(service=service_named(one))
    return _("🔖 {service}, {when}")(service=service_named(one), when=Joined(facts, by=", "))


def option_words(one: Service, today: date) -> Sentence | None:
    """Until when it is held for us, as long as nobody has confirmed."""
    until = one.option_until
    if until is None or not one.is_held:
        return None
    if until < today:
        return _("🔴 Late: the option ran out on {day}")(day=until)
    if until == today:
        return _("⏰ The option runs out today")
    return _("⏰ Option by {day}")(day=until)


def money_lines(one: Service) -> Iterable[Sentence]:
    """For colleagues who may see money."""
    if one.price is not None:
        yield _("💶 Price: {amount}")(amount=one.price)
    if one.net is not None:
        yield _("💶 Net: {amount}")(amount=one.net)
