"""Rows that were not taken, as a CSV file with the reason in a column of its own: to be corrected and sent again."""

import csv
import io
import json
from collections.abc import Sequence

from domain.entities.client_imports import Column
from imports.disarming import disarmed
from imports.separators import separator_for
from locales import Voice
from locales.terms.client_imports import COLUMNS, LINE, REASONS, WRONG

NAME = "errors.csv"


def written(rows: Sequence[tuple[int, str, str, str]], columns: Sequence[str], voice: Voice) -> bytes:
    """Of rows (line, why, the cell that is wrong, all cells as JSON); what the columns hold, "" where that is unknown."""
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=separator_for(voice.language))
    names = [voice.plain(COLUMNS[Column(one)]) if one else "" for one in columns]
    writer.writerow([*names, voice.plain(WRONG), voice.plain(LINE)])
    for line, why, cell, told in rows:
        cells: list[str] = json.loads(told)
        cells += [""] * (len(columns) - len(cells))
        reason = voice.plain(REASONS[why](cell=cell))
        writer.writerow([*map(disarmed, cells), disarmed(reason), line])
    return kept.getvalue().encode("utf-8-sig")
