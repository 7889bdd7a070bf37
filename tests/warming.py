"""Imported by the process that others are forked from: what every start does alike is done once, before the fork."""

import gc
import ssl
from functools import cache

import phonenumbers  # noqa: F401  (imported where it is first needed, which is at every start)

import storage.mapping  # noqa: F401
from domain.values.language import Language
from locales.catalogs import words_of

ssl.create_default_context = cache(ssl.create_default_context)  # type: ignore[assignment]
for language in Language:
    words_of(language)
gc.collect()
gc.freeze()  # a collection in the child then looks at its own objects only, and copies no page of the others
