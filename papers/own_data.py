"""A client's data as ZIPs: one file of JSON to be read by anybody, and beside it the files that were sent."""

import io
from collections.abc import Sequence
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

LARGEST_PART = 20 * 1024 * 1024
"""Bytes of files in one ZIP: what Telegram takes within half a minute."""


def in_parts(sizes: Sequence[int], most: int = LARGEST_PART) -> list[list[int]]:
    """The places of these files, so many to a ZIP as fit; at least one ZIP."""
    parts: list[list[int]] = [[]]
    room = most
    for place, size in enumerate(sizes):
        if parts[-1] and size > room:
            parts.append([])
            room = most
        parts[-1].append(place)
        room -= size
    return parts


def packed(files: Sequence[tuple[str, bytes]], at: datetime) -> bytes:
    """Always the same bytes of the same files; pictures are small as they are."""
    whole = io.BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, content in files:
            entry = ZipInfo(name, at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED if name.endswith(".json") else ZIP_STORED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return whole.getvalue()
