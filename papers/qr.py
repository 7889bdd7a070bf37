"""A link as a picture, to be scanned from a screen or from paper."""

from io import BytesIO


def link_picture(address: str) -> bytes:
    """A PNG that a photo's compression leaves readable."""
    import segno

    picture = BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=12, border=4)
    return picture.getvalue()
