"""Keeping the catalogs: new sentences of the code come in, and whatever is missing or wrong is named."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from domain.values.language import Language
from locales.catalogs import FOLDER, TRANSLATED

HOUSE = Path(__file__).parent.parent
ROOMS = ("bot", "locales", "papers", "scheduler", "tourdesk", "web")
_PLACE = re.compile(r"\{\w+\}")
_TAG = re.compile(r"</?\w+[^>]*>")


def template() -> Catalog:
    """Every sentence in the code, with the file it stands in."""
    catalog = Catalog(project="Tourdesk")
    for room in ROOMS:
        found = extract_from_dir(
            str(HOUSE / room), method_map=[("**.py", "python")], keywords={"_": None, "n_": (1, 2)}
        )
        for file, _line, message, comments, context in found:
            catalog.add(message, locations=[(f"{room}/{file}", 0)], auto_comments=comments, context=context)
    return catalog


def read_catalog(language: Language) -> Catalog:
    """The language's `.po` file as Babel reads it."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=str(language), domain="tourdesk")


def update() -> None:
    """Merges the code's sentences into every catalog; what nobody says any more is dropped."""
    wanted = template()
    for language in TRANSLATED:
        catalog = read_catalog(language)
        catalog.update(wanted, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with (FOLDER / f"{language}.po").open("wb") as file:
            write_po(file, catalog, width=110, omit_header=False, sort_output=True, include_lineno=False)


def faults() -> list[str]:
    """One line for every sentence that is missing, fuzzy, short of a plural form or has other places or tags."""
    wanted = template()
    return [
        fault for language in TRANSLATED for fault in _faults(str(language), read_catalog(language), wanted)
    ]


def _faults(language: str, catalog: Catalog, wanted: Catalog) -> Iterator[str]:
    for message in wanted:
        if not message.id:
            continue
        translated = catalog.get(message.id if isinstance(message.id, str) else message.id[0])
        if translated is None:
            yield f"{language}: missing: {_name(message)}"
        else:
            yield from (f"{language}: {fault}: {_name(message)}" for fault in _wrong(translated, catalog))
    for message in catalog:
        if message.id and wanted.get(message.id if isinstance(message.id, str) else message.id[0]) is None:
            yield f"{language}: nobody says: {_name(message)}"


def _wrong(message: Message, catalog: Catalog) -> Iterator[str]:
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    if message.fuzzy:
        yield "fuzzy"
    if not forms or not all(forms):
        yield "not translated"
        return
    if len(ids) > 1 and len(forms) != catalog.num_plurals:
        yield f"{len(forms)} of {catalog.num_plurals} plural forms"
    for pattern, what in ((_PLACE, "places"), (_TAG, "tags")):
        allowed = set(pattern.findall(ids[-1]))
        for form in forms:
            found = set(pattern.findall(form))
            if found != allowed and not (
                what == "places" and len(ids) > 1 and found == allowed - {"{count}"}
            ):
                yield f"other {what}"


def _name(message: Message) -> str:
    return repr(message.id if isinstance(message.id, str) else message.id[0])
