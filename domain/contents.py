"""What a file really is, told by its first bytes: a name and a type are only claims."""

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def type_of(content: bytes) -> str | None:
    """The type, as `ACCEPTED_TYPES` names it; None for anything that is not a photo or a PDF."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return "image/heic"
    return "application/pdf" if content.startswith(b"%PDF-") else None
