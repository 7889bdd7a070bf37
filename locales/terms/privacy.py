"""The privacy notice as it is shipped, in short and whole; and how somebody agreed."""

from domain.entities.consents import Given
from domain.ports.agency import Agency
from domain.values.language import Language
from locales.sentence import Sentence, _, lines

HOW: dict[Given, Sentence] = {
    Given.CHAT: _("in the chat"),
    Given.WENT_ON: _("was shown it and went on"),
    Given.PHONE: _("on the phone"),
    Given.PAPER: _("in writing"),
}


def in_short(agency: Agency) -> Sentence:
    """What everybody reads once, above what they asked for."""
    return _(
        "🔏 {agency} keeps what you tell us here to plan and book your trip, and shares only what the trip needs. "
        "If you go on, you agree."
    )(agency=agency.name)


def whole_notice(agency: Agency, language: Language) -> Sentence:
    """The agency's own words in this language, or ours; with its link, if there is one."""
    notice = agency.privacy
    own, link = notice.texts.get(language), notice.links.get(language)
    return lines(
        _("<b>🔏 Your data with us</b>"),
        "",
        *([own] if own is not None else _ours(agency)),
        "" if link else None,
        link,
    )


def _ours(agency: Agency) -> list[Sentence | None]:
    profile = agency.profile
    address = _("Address: {address}")(address=profile.address) if profile.address else None
    return [
        _("Who keeps your data: {agency}")(agency=profile.name),
        address,
        _("Phone: {phone}")(phone=profile.phone) if profile.phone else None,
        _("We keep what a trip needs: names, phones, messages, passports, payments."),
        _("Hotels, carriers and border control get only what your trip requires. We sell no data."),
        _("Payments and contracts stay as long as the law requires; everything else only until you object."),
        _("A copy, a correction, or everything deleted: /mydata, or simply write to us."),
    ]
