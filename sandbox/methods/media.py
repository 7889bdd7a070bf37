"""Sending files: uploaded, attached, or known by file_id; alone or as an album. And getFile, the way back."""

from typing import Any

from sandbox.calls import Call, Upload
from sandbox.files import StoredFile, as_json
from sandbox.films import shape
from sandbox.methods.reach import place_of
from sandbox.methods.register import method
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.text.reading import read_caption
from sandbox.world import Json

PHOTO_LIMIT = 10 * 1024 * 1024
ALBUM = range(2, 11)
CAPTIONED = ("photo", "document", "voice", "video", "audio")
_KINDS = (*CAPTIONED, "sticker")


@method("sendPhoto", "sendDocument", "sendVoice", "sendAudio", "sendVideo", "sendVideoNote", "sendSticker")
def send_file(telegram: Telegram, call: Call) -> Json:
    kind = "video_note" if call.method == "sendVideoNote" else call.method.lower().removeprefix("send")
    content = file_content(telegram, call, kind, call.params.get(kind), call.params)
    if kind in CAPTIONED:
        content |= read_caption(call.text("caption"), call.text("parse_mode"), call.json("caption_entities"))
    place = place_of(telegram, call)
    telegram.limiter.spend(place.chat.id)
    return place.post(telegram, content)


@method("sendMediaGroup")
def send_album(telegram: Telegram, call: Call) -> list[Json]:
    media = call.json("media")
    if not isinstance(media, list) or not media:
        raise bad_request("there are no messages to send")
    if len(media) not in ALBUM:
        raise bad_request(f"too {'many' if len(media) > 1 else 'few'} messages to send as an album")
    kinds = {str(item.get("type")) for item in media}
    if not (kinds <= {"photo", "video"} or kinds in ({"document"}, {"audio"})):
        raise bad_request("can't use the media of the specified type in the album")
    contents = [input_media(telegram, call, item) for item in media]
    place = place_of(telegram, call)
    telegram.limiter.spend(place.chat.id, len(contents))
    album = telegram.world.new_album()
    return [place.post(telegram, content, album=album) for content in contents]


@method("getFile")
def get_file(telegram: Telegram, call: Call) -> Json:
    stored = telegram.world.files.link(call.text("file_id"))
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


def input_media(telegram: Telegram, call: Call, item: Json) -> Json:
    """The content an InputMedia object makes."""
    kind = str(item.get("type"))
    if kind not in _KINDS:
        raise bad_request(f"type {kind!r} is unsupported for InputMedia")
    content = file_content(telegram, call, kind, item.get("media"), item)
    entities = item.get("caption_entities")
    return content | read_caption(item.get("caption") or "", item.get("parse_mode") or "", entities)


def file_content(telegram: Telegram, call: Call, kind: str, given: Any, told: Json) -> Json:
    """A file as a message holds it; a photo comes in several sizes, a video in the size `told`."""
    upload = _upload(call, kind, given)
    if upload is not None:
        return _keep(telegram, kind, upload, told)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if str(given).startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = telegram.world.files.find(str(given))
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise bad_request(f"can't use file of type {known.kind.title()} as {kind.title()}")
    return shown(kind, [known])


def _upload(call: Call, kind: str, given: Any) -> Upload | None:
    if isinstance(given, str) and given.startswith("attach://"):
        return call.uploads.get(given.removeprefix("attach://"))
    return call.uploads.get(kind) if given is None else None


def _keep(telegram: Telegram, kind: str, upload: Upload, told: Json) -> Json:
    files = telegram.world.files
    if not upload.data:
        raise bad_request("file must be non-empty")
    if kind != "photo":
        return shown(kind, [shape(files.keep(kind, upload.name, upload.mime, upload.data), told)])
    if len(upload.data) > PHOTO_LIMIT:
        why = f"file of size {len(upload.data)} bytes is too big for a photo"
        raise bad_request(f"{why}; the maximum size is {PHOTO_LIMIT} bytes")
    sizes = files.photo(upload.name, upload.mime, upload.data)
    if _is_unfit(sizes[-1]):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return shown(kind, sizes)


def _is_unfit(photo: StoredFile) -> bool:
    wide, high = photo.width, photo.height
    return not wide or not high or max(wide, high) / min(wide, high) > 20


def shown(kind: str, files: list[StoredFile]) -> Json:
    """The field of a message that holds these files."""
    if kind == "photo":
        return {"photo": [as_json(stored) for stored in files]}
    return {kind: as_json(files[0])}
