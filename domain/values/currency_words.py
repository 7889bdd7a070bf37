"""What people write beside an amount: a currency, a thousand, or a word that changes nothing. Folded, as a set of words."""

import re
import unicodedata

_CURRENCIES = {
    "EUR": "€ e е eur euro euros evro evra евр ев евро 欧元 歐元 欧",
    "BGN": "bgn lv lev leva levs лв лев лева левов левове бгн 列弗 列瓦",
    "MKD": "mkd den denar denars denari denara ден денар денара денари денаров",
    "RSD": "rsd din dinar dinars dinari dinara дин динар динара динари динаров",
    "RUB": "₽ rub rur ruble rubles rouble roubles rubl rubley р руб рубль рубля рублей рубли рубла 卢布 盧布",
    "CNY": "cny cn rmb yuan kuai юань юаня юаней юани юана 元 块 塊 块钱 人民币 人民幣",
    "JPY": "jpy yen иена иены иен йена йени 円 日元 日圆 日币",
    "USD": "$ usd us dollar dollars dolar dolari bucks доллар доллара долларов доллары долар долара долари сша"
    " бакс бакса баксов баксы 美元 美金",
    "GBP": "£ gbp pound pounds sterling funt фунт фунта фунтов фунты фунтове паунд паунда паунди 英镑",
    "TRY": "₺ try tl lira liras лира лиры лир лири тл 里拉 土耳其里拉",
    "MKD RSD": "第纳尔",
    "CNY JPY": "¥",
    # What we do not count in, but are sometimes told.
    "PLN": "pln zl zł zloty zlotys злотый злотых злоты злота злоти 兹罗提",
    "CHF": "chf franc francs франк франка франков франки 法郎",
    "RON": "ron leu lei лей лея леев леи 列伊",
    "UAH": "₴ uah hrn грн гривна гривны гривен гривня гривни",
    "ALL": "lek leke лек лека леков леки",
    "HUF": "huf ft forint forints форинт форинта форинтов форинти",
    "CZK": "czk kc kč крона кроны крон крони",
    "KZT": "₸ kzt тенге",
    "GEL": "₾ gel лари",
    "HKD TWD": "港币 港元 台币",
    "KRW": "₩ krw won вон 韩元",
}
_TIMES = {
    1_000: "k thousand thousands tys tis тыс тысяч тысяча тысячи тыщ т к hil hiljadi hilyadi hiliadi"
    " хил хиляда хиляди 千 仟",
    10_000: "万 萬",
    # Whoever writes these means the amount all the same. "Per person" does not: it asks for a sum.
    1: "about around approx approximately circa ca only just exactly total in all"
    " около примерно приблизительно ровно только всего итого точно само общо"
    " 大约 大概 约 左右 一共 总共 共 正 整",
}
Meaning = frozenset[str] | int | None
"""The currencies that a word may mean, or how many times the number it makes; None when we cannot tell."""

WORDS: dict[str, frozenset[str] | int] = {
    **{word: times for times, words in _TIMES.items() for word in words.split()},
    **{word: frozenset(codes.split()) for codes, words in _CURRENCIES.items() for word in words.split()},
}

# Chinese sets no spaces between words: there the longest known one is taken.
_HAN = "\u3400-\u9fff"
_PIECE = re.compile(
    "|".join(
        [
            *sorted((word for word in WORDS if re.match(f"[{_HAN}]", word)), key=len, reverse=True),
            rf"[^\W\d_{_HAN}]+",
            r"\S",
        ]
    )
)


def meanings(beside: str) -> list[Meaning]:
    """Of every word and sign that says something; dots, dashes and the like say nothing."""
    pieces = _PIECE.findall(beside.casefold())
    return [WORDS.get(piece) for piece in pieces if piece in WORDS or _tells(piece[0])]


def _tells(character: str) -> bool:
    category = unicodedata.category(character)
    return character in "%‰" or category[0] in "LN" or category == "Sc"
