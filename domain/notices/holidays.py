"""Notices about holidays: to who stands in, and to whoever comes back."""

from domain.entities.notices import Audience, notice_kind

STANDS_IN = notice_kind("stands_in", Audience.STAFF)
"""To the deputy: a holiday was planned, changed or taken back."""
HOLIDAY_ENTERED = notice_kind("holiday_entered", Audience.STAFF, "my_holidays")
"""To the colleague: somebody else has entered or changed their holiday."""
HANDED_OVER = notice_kind("holiday_handed_over", Audience.STAFF, "today")
"""To who stands in, when it begins: what waits."""
WELCOME_BACK = notice_kind("holiday_over", Audience.STAFF, "today")
"""To the colleague, when it is over: what was done meanwhile."""
