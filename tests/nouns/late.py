"""What is late: what the tests that walk everything need to know of it."""

from domain.queries import late
from tests.nouns.declared import calls

calls(
    {
        "queries.late.deals_due_soon": lambda d, _p, _t: late.deals_due_soon(d),
        "queries.late.deals_due_today": lambda d, _p, _t: late.deals_due_today(d),
        "queries.late.late_counts": lambda d, _p, _t: late.late_counts(d),
        "queries.late.late_inquiries": lambda d, _p, _t: late.late_inquiries(d),
        "queries.late.money_overdue": lambda d, _p, _t: late.money_overdue(d),
        "queries.late.overdue_deals": lambda d, _p, _t: late.overdue_deals(d),
        "queries.late.undecided_deals": lambda d, _p, _t: late.undecided_deals(d),
        "queries.late.unanswered_questions": lambda d, _p, _t: late.unanswered_questions(d),
    }
)
