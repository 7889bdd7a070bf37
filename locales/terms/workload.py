"""What is in a colleague's hands, in words and on one line."""

from domain.entities.workload import Workload
from locales.sentence import Joined, Sentence, _, n_, verbatim
from locales.terms.today import counted

SIGNS = _("🗂 open deals · 🔴 overdue · 📥 inquiries · 💬 questions · 🚌 leaving within a week")
_LEAVING = n_("🚌 {count} traveller leaves within a week", "🚌 {count} travellers leave within a week")


def work_lines(work: Workload) -> list[Sentence]:
    """What there is of each kind, one under another; nothing where there is nothing."""
    deals = (
        _("🗂 Open deals: {count}, overdue: {late}")(count=counted(work.deals), late=counted(work.overdue))
        if work.overdue
        else _("🗂 Open deals: {count}")(count=counted(work.deals))
    )
    found = [
        deals if work.deals else None,
        _("📥 Inquiries: {count}")(count=counted(work.inquiries)) if work.inquiries else None,
        _("💬 Questions waiting: {count}")(count=counted(work.questions)) if work.questions else None,
        _LEAVING(count=work.leaving) if work.leaving else None,
    ]
    return [one for one in found if one is not None]


def work_line(name: Sentence, work: Workload) -> Sentence:
    """ "Boris · Manager · 🗂 12 · 🔴 3 · 📥 2": of the same signs as Today's lines."""
    figures = (
        ("🗂", work.deals),
        ("🔴", work.overdue),
        ("📥", work.inquiries),
        ("💬", work.questions),
        ("🚌", work.leaving),
    )
    return _joined([name, *(_sign(sign, count) for sign, count in figures if count)])


def _joined(parts: list[Sentence]) -> Sentence:
    return Sentence("{parts}", facts={"parts": Joined(parts, by=" · ")})


def _sign(sign: str, count: int) -> Sentence:
    return verbatim(f"{sign} {counted(count).facts['text']}")
