"""Imports every noun's declarations, and gives them."""

from domain.declarations import import_modules
from tests import nouns
from tests.nouns import declared

import_modules(nouns.__name__, nouns.__path__)

__all__ = ["declared"]
