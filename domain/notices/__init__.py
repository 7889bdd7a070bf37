"""The kinds of notices, declared by noun. Whoever imports one of them has them all."""

from domain.declarations import import_modules
from domain.entities.notices import KINDS

__all__ = ["KINDS"]

import_modules(__name__, __path__)
