"""What a column holds, by what stands above it: in four languages, and as other programs write it."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC
from functools import cache

from domain.entities.client_imports import Column
from domain.values.language import Language
from locales import Voice
from locales.terms.client_imports import COLUMNS

_NAMES: dict[Column, str] = {
    Column.NAME: (
        "name|full name|client|client name|customer|contact|contact name|fn|display name"
        "|имя и фамилия|фио|ф и о|полное имя|клиент|имя клиента|заказчик|контакт"
        "|име|имена|трите имена|име и фамилия|пълно име|име на клиента"
        "|姓名|名字|客户|客户姓名|客户名称|联系人|名称|全名"
    ),
    Column.FIRST_NAME: "first name|given name|forename|имя|собствено име|първо име|名",
    Column.MIDDLE_NAME: "middle name|patronymic|отчество|второе имя|бащино име|презиме|中间名",
    Column.LAST_NAME: "last name|surname|family name|фамилия|фамилно име|姓|姓氏",
    Column.LATIN_NAME: (
        "latin name|name in latin|name as in passport|passport name|латиницей|имя латиницей|имя латинскими буквами"
        "|фио латиницей|имя как в загранпаспорте|име на латиница|имена на латиница|латиница|име по паспорт"
        "|拼音|姓名拼音|英文名|护照姓名|拉丁姓名"
    ),
    Column.PHONE: (
        "phone|phones|telephone|tel|mobile|mobile phone|cell|phone number|mobile number|whatsapp|viber"
        "|телефон|телефоны|тел|мобильный|мобильный телефон|номер телефона|сотовый|моб"
        "|телефони|мобилен|мобилен телефон|телефонен номер|gsm|гсм"
        "|电话|手机|手机号|手机号码|电话号码|联系电话"
    ),
    Column.EMAIL: (
        "e mail|email|mail|e mail address|email address|почта|эл почта|электронная почта|имейл|емейл|мейл"
        "|електронна поща|ел поща|поща|邮箱|电子邮箱|电子邮件|邮件|邮箱地址"
    ),
    Column.TELEGRAM: (
        "telegram|tg|telegram name|telegram username|username|телеграм|телеграмм|тг|телеграм име|电报|电报账号"
    ),
    Column.BIRTHDAY: (
        "birthday|birth date|date of birth|born|dob|день рождения|дата рождения|др|д р|родился"
        "|рожден ден|дата на раждане|роден|рождена дата|生日|出生日期|出生年月日|出生"
    ),
    Column.ADDRESS: "address|home address|адрес|домашний адрес|адрес проживания|домашен адрес|地址|住址|家庭地址|通讯地址",
    Column.LANGUAGE: "language|languages|lang|язык|языки|език|езици|语言",
    Column.SOURCE: (
        "source|lead source|channel|how found|источник|откуда|откуда узнал|канал|източник|откъде|откъде ни знае"
        "|来源|客户来源|渠道"
    ),
    Column.TAGS: "tag|tags|label|labels|category|categories|group|groups|тег|теги|метки|метка|категория|группа"
    "|таг|тагове|етикети|етикет|категории|група|标签|分类|类别|分组",
    Column.NOTES: (
        "note|notes|comment|comments|remark|remarks|заметка|заметки|комментарий|комментарии|примечание|примечания"
        "|бележка|бележки|коментар|коментари|забележка|забележки|备注|说明|注释"
    ),
}


@cache
def _known() -> dict[str, Column]:
    """By a name in plain words: those that others give a column, and those that we do, in every language."""
    ours = {
        _plain(Voice(language, UTC, None).plain(words)): column
        for language in Language
        for column, words in COLUMNS.items()
    }
    return ours | {name: column for column, names in _NAMES.items() for name in names.split("|")}


def columns_of(header: Sequence[str]) -> tuple[Column | None, ...] | None:
    """What each column holds, None where it is unknown. None for a row that is no header: it names no column.

    One known word does not make a header of a row with figures in it.
    """
    found = [_column(cell) for cell in header]
    if Column.LAST_NAME not in found:
        found = [Column.NAME if one is Column.FIRST_NAME else one for one in found]
    elif Column.FIRST_NAME not in found:
        found = [Column.FIRST_NAME if one is Column.NAME else one for one in found]
    known = sum(one is not None for one in found)
    figures = any(any(c.isdigit() for c in cell) or "@" in cell for cell in header)
    return tuple(found) if known > 1 or (known and not figures) else None


def _column(cell: str) -> Column | None:
    words = _plain(cell)
    return _known().get(words) or _known().get(re.sub(r" ?\d+$", "", words))


def _plain(cell: str) -> str:
    folded = unicodedata.normalize("NFKC", cell).casefold().replace("ё", "е")
    return " ".join(re.split(r"[\W_]+", folded)).strip()
