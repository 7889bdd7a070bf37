"""Whose files were given, as a filter says it: by its own facts alone, so that the history can be read for ever."""

from domain.entities.client_exports import ClientFilter, filter_from
from locales.sentence import Joined, Sentence, _, verbatim


def travelled_words(wanted: ClientFilter) -> Sentence | None:
    """Who was away when; None where that does not matter."""
    since, until = wanted.travelled_since, wanted.travelled_until
    if since and until:
        return _("Travelled between {first} and {last}")(first=since, last=until)
    if since:
        return _("Travelled since {first}")(first=since)
    return _("Travelled until {last}")(last=until) if until else None


def filter_words(key: str) -> Joined:
    """Numbers stand for colleagues, branches and trips. Raises ValueError for what is no filter."""
    wanted = filter_from(key)
    told = [
        _("branch #{number}")(number=wanted.branch) if wanted.branch is not None else None,
        _("clients of colleague #{number}")(number=wanted.responsible)
        if wanted.responsible is not None
        else None,
        verbatim(f"#{wanted.tag}") if wanted.tag else None,
        _("trip #{number}")(number=wanted.trip) if wanted.trip is not None else None,
        travelled_words(wanted),
        _("who agreed to mailings") if wanted.mailings else None,
    ]
    return Joined([one for one in told if one] or [_("all clients")])
