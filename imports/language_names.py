"""The languages we speak, as lists of clients name them: by code, and by word in any of them."""

from domain.values.language import Language

_NAMES = {
    Language.ENGLISH: "en|eng|english|английский|английски|англ|英语|英文",
    Language.RUSSIAN: "ru|rus|russian|русский|руски|рус|俄语|俄文",
    Language.BULGARIAN: "bg|bul|bulgarian|болгарский|български|болг|бълг|保加利亚语|保加利亚文",
    Language.CHINESE: "zh|cn|chi|zho|chinese|mandarin|китайский|китайски|кит|中文|汉语|普通话|华语",
}
_BY_NAME = {name: language for language, names in _NAMES.items() for name in names.split("|")}


def language_named(cell: str) -> Language | None:
    """ "Russian", "RU", "ru-RU", "русский"; None for anything else."""
    word = cell.strip(" .").casefold()
    return _BY_NAME.get(word) or _BY_NAME.get(word.replace("_", "-").partition("-")[0])
