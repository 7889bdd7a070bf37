"""Surnames held against each other: one up to the feminine ending, in any script, wherever it stands in the name."""

from collections.abc import Iterable

from domain.values.names import words_of
from domain.values.spelling import is_chinese, spellings

_FEMININE = {
    "ova": ("ov", ""),  # "Petrova" of Petrov, "Nováková" of Novák
    "eva": ("ev",),
    "ina": ("in",),
    "skaia": ("ski",),
    "tskaia": ("tski",),
    "ska": ("ski",),
    "tska": ("tski",),
    "aia": ("oi", "i"),  # "Толстая" of Толстой
    "opoulou": ("opoulos",),
    "idou": ("idis",),
}
_SLAVIC = ("ov", "ova", "ev", "eva", "ski", "ska", "skaia", "enko", "chuk")
"""By such an ending a surname is told from a first name, whichever stands first."""
_PATRONYMIC = ("vich", "vna", "ichna", "inichna")
_CHINESE = (
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie "
    "Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Yuan Pan Cai Jiang Yu Du Ye Cheng Su Wei Lü Lv "
    "Ding Ren Shen Yao Lu Cui Zhong Tan Liao Fan Jin Shi Jia Xia Fu Fang Bai Zou Meng Xiong Qin Qiu Yin "
    "Xue Yan Lei Hou Long Duan Hao Kong Shao Mao Wan Gu Lai Kang Qian Niu Hong Gong"
)
"""The commonest surnames of China in Latin letters: there they stand first."""
_FIRST_IN_CHINA = frozenset(word for name in _CHINESE.split() for word in spellings(name))


def share_surname(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of these names and one of those are of one family, as far as the surname tells."""
    theirs = [*others]
    return any(_alike(name, other) for name in names for other in theirs)


def _alike(name: str, other: str) -> bool:
    return bool(_surnames(name) & _surnames(other))


def _surnames(name: str) -> set[str]:
    """The stems of the word that is the surname; nothing of a name of one word, which may be a first name."""
    words = [word for word in words_of(name) if not _ends(word, _PATRONYMIC)]
    if not words:
        return set()
    if all(map(is_chinese, "".join(words))):
        whole = "".join(words)
        return {whole[0]} if len(whole) > 1 else set()
    if len(words) == 1:
        return set()
    return _stems(_surname(words))


def _surname(words: list[str]) -> str:
    """The last word; the first where that alone looks like a surname."""
    first, last = words[0], words[-1]
    if not _ends(last, _SLAVIC) and (_ends(first, _SLAVIC) or _is_chinese_surname(first)):
        return first
    return last


def _is_chinese_surname(word: str) -> bool:
    return bool(spellings(word) & _FIRST_IN_CHINA)


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return any(spelt.endswith(endings) and len(spelt) > 4 for spelt in spellings(word))


def _stems(word: str) -> set[str]:
    found = spellings(word)
    for spelt in spellings(word):
        for ending, others in _FEMININE.items():
            if spelt.endswith(ending) and len(spelt) > len(ending) + 1:
                found |= {spelt.removesuffix(ending) + other for other in others}
    return found
