"""What there is to do today, declared by noun. Whoever imports one of them has all lines."""

from domain.declarations import import_modules
from domain.queries.today.declared import LINES, Found, TodayLine, line_of, today

__all__ = ["LINES", "Found", "TodayLine", "line_of", "today"]

import_modules(__name__, __path__)
