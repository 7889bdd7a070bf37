"""The words with which somebody takes back what they have sent, as a reply to it."""

_WORDS = {
    *("🗑", "❌", "✖", "↩"),
    *("take back", "take it back", "undo", "delete", "delete it", "remove", "remove it"),
    *("отозвать", "отзови", "отозви", "удалить", "удали", "убери", "отмени", "отменить"),
    *("оттегли", "изтрий", "махни", "върни"),
    *("撤回", "删除", "删掉", "取消"),
}
_AROUND = " .!…,。！"
_AS_PICTURE = "\ufe0f"


def wants_back(text: str | None) -> bool:
    """Nothing else stands there: "delete the second room" is said to somebody."""
    return (text or "").replace(_AS_PICTURE, "").casefold().strip(_AROUND) in _WORDS
