"""Times within sentences, in four languages: which instants are meant, and what of the sentence is left."""

from datetime import date, datetime, time

import pytest

from domain.values.language import Language
from domain.values.reading.every import Cycle, Every
from domain.values.reading.moments import find_moment
from domain.values.refusals import Refusal

NOW = datetime(2026, 11, 25, 12, 0)
"""A Wednesday, at noon."""
EN, RU, BG, ZH = Language.ENGLISH, Language.RUSSIAN, Language.BULGARIAN, Language.CHINESE

SENTENCES = [
    (EN, "call Ivanova tomorrow 10", "26 10:00", "call Ivanova"),
    (EN, "call Ivanova tmrw 10am", "26 10:00", "call Ivanova"),
    (EN, "call Ivanova at 10 tomorrow", "26 10:00", "call Ivanova"),
    (EN, "call at 9 the day after tomorrow", "27 09:00", "call"),
    (EN, "call Anna at half past three", "25 15:30", "call Anna"),
    (EN, "call Anna at 3", "25 15:00", "call Anna"),
    (EN, "Tomorrow call Anna at 15:30", "26 15:30", "call Anna"),
    (EN, "call the hotel by Friday", "27", "call the hotel"),
    (EN, "send the contract on 27 November at 18:00", "27 18:00", "send the contract"),
    (EN, "send the contract next Friday", "27 | 12-04", "send the contract"),
    (EN, "ask for payment in 2 hours", "25 14:00", "ask for payment"),
    (EN, "in half an hour call Boris", "25 12:30", "call Boris"),
    (EN, "in 2 hours 30 minutes call back", "25 14:30", "call back"),
    (EN, "pay the hotel by the end of the week", "27", "pay the hotel"),
    (EN, "book 2 rooms for 3 people tomorrow at 11", "26 11:00", "book 2 rooms for 3 people"),
    (EN, "tomorrow 10 people arrive", "26 10:00 | 26", "10 people arrive"),
    (EN, "check deal 10 next week", "30 | 12-04", "check deal 10"),
    (EN, "check passports tonight", "25 18:00", "check passports"),
    (EN, "noon tomorrow lunch with the hotel", "26 12:00", "lunch with the hotel"),
    (EN, "Monday morning call Anna", "30 09:00", "call Anna"),
    (EN, "call Ivanova on Nov 27 at quarter to five", "27 04:45 | 27 16:45", "call Ivanova"),
    (EN, "send 3 offers by 6 pm", "25 18:00", "send 3 offers"),
    (EN, "on the first of December pay the rent", "12-01", "pay the rent"),
    (EN, "in two weeks on Monday ask Anna", "12-07", "ask Anna"),
    (RU, "завтра в 10 позвонить Ивановой", "26 10:00", "позвонить Ивановой"),
    (RU, "позвонить Ивановой завтра в десять", "26 10:00", "позвонить Ивановой"),
    (RU, "позвонить Ивановой в пятницу в 15:00", "27 15:00", "позвонить Ивановой"),
    (RU, "через час перезвонить Анне", "25 13:00", "перезвонить Анне"),
    (RU, "через полтора часа проверить оплату", "25 13:30", "проверить оплату"),
    (RU, "до пятницы отправить договор", "27", "отправить договор"),
    (RU, "в 10 позвонить Ивановой", "25 22:00 | 26 10:00", "позвонить Ивановой"),
    (RU, "поселить семью в 2 номера завтра", "26", "поселить семью в 2 номера"),
    (RU, "завтра утром отправить ваучер", "26 09:00", "отправить ваучер"),
    (RU, "сегодня в 7 вечера созвон", "25 19:00", "созвон"),
    (RU, "в половине четвёртого забрать паспорта", "25 15:30", "забрать паспорта"),
    (RU, "полдесятого утра завтра созвон", "26 09:30", "созвон"),
    (RU, "без четверти пять забрать билеты", "25 16:45", "забрать билеты"),
    (RU, "завтра в 3 часа дня встреча с отелем", "26 15:00", "встреча с отелем"),
    (RU, "к концу дня отправить", "25 18:00", "отправить"),
    (RU, "через 2 дня в 10 напомнить Анне", "27 10:00", "напомнить Анне"),
    (RU, "через три недели в понедельник оплатить", "12-14", "оплатить"),
    (RU, "первого декабря оплатить", "12-01", "оплатить"),
    (RU, "на следующей неделе в среду в 11 встреча", "12-02 11:00", "встреча"),
    (BG, "утре в 10 обади се на Иванова", "26 10:00", "обади се на Иванова"),
    (BG, "обади се на Иванова утре в десет и половина", "26 10:30", "обади се на Иванова"),
    (BG, "утре сутринта изпрати ваучера", "26 09:00", "изпрати ваучера"),
    (BG, "днес в 16 ч. обади се на Мария", "25 16:00", "обади се на Мария"),
    (BG, "след половин час се обади", "25 12:30", "се обади"),
    (BG, "до петък изпрати договора", "27", "изпрати договора"),
    (BG, "утре следобед в 3 обади се", "26 15:00", "обади се"),
    (BG, "утре в 3 без 10 обади се", "26 02:50 | 26 14:50", "обади се"),
    (BG, "довечера провери паспортите", "25 18:00", "провери паспортите"),
    (BG, "в сряда от 14:00 среща", "25 14:00 | 12-02 14:00", "среща"),
    (BG, "другата седмица във вторник обади се", "12-01", "обади се"),
    (ZH, "明天10点给伊万诺娃打电话", "26 10:00", "给伊万诺娃打电话"),
    (ZH, "明天下午三点给安娜打电话", "26 15:00", "给安娜打电话"),
    (ZH, "给安娜打电话,明天10:30", "26 10:30", "给安娜打电话"),
    (ZH, "后天上午10点半开会", "27 10:30", "开会"),
    (ZH, "周五前发合同", "27", "发合同"),
    (ZH, "半小时后回电话", "25 12:30", "回电话"),
    (ZH, "5点半打电话", "25 17:30", "打电话"),
    (ZH, "明早8点叫出租车", "26 08:00", "叫出租车"),
    (ZH, "今天下班前发邮件", "25 18:00", "发邮件"),
    (ZH, "下个月1号付款", "12-01", "付款"),
    (ZH, "两周后的周一联系", "12-07", "联系"),
    (ZH, "周末联系安娜", "28 | 29", "联系安娜"),
]
COMES_BACK = [
    (EN, "every Monday at 9 check the inbox", Every(Cycle.WEEK, 0), "30 09:00"),
    (EN, "every 5th of the month pay the rent", Every(Cycle.MONTH, 5), "12-05"),
    (EN, "weekly report on Fridays", Every(Cycle.WEEK, 4), "27"),
    (RU, "каждый день в 8:30 сводка", Every(Cycle.DAY), "26 08:30"),
    (RU, "по пятницам в 17 отчёт", Every(Cycle.WEEK, 4), "27 17:00"),
    (BG, "всеки понеделник в 9 провери документите", Every(Cycle.WEEK, 0), "30 09:00"),
    (ZH, "每月1号付房租", Every(Cycle.MONTH, 1), "12-01"),
    (ZH, "每周一上午9点检查", Every(Cycle.WEEK, 0), "30 09:00"),
]
NO_TIMES = [
    (EN, "buy sun cream"),
    (EN, "may call Anna"),
    (EN, "the room costs 31.50"),
    (RU, "поселить семью в 2 номера"),
    (BG, "обади се на 5 клиента"),
    (ZH, "给酒店打电话"),
]


def _said(found: str) -> list[str]:
    """ "26 10:00" is of November 2026, "12-04" of December."""
    return [one if one[2:3] == "-" else f"11-{one}" for one in found.split(" | ")]


@pytest.mark.parametrize(("language", "sentence", "meant", "rest"), SENTENCES)
def test_a_time_is_found_in_a_sentence(language: Language, sentence: str, meant: str, rest: str) -> None:
    found = find_moment(sentence, NOW, language)
    assert found is not None
    read = [f"{one.day:%m-%d}" + (f" {one.at:%H:%M}" if one.at else "") for one in found.readings]
    assert (read, found.rest, found.every) == (_said(meant), rest, None)


@pytest.mark.parametrize(("language", "sentence", "every", "first"), COMES_BACK)
def test_what_comes_back_is_told_with_its_first_time(
    language: Language, sentence: str, every: Every, first: str
) -> None:
    found = find_moment(sentence, NOW, language)
    assert found is not None
    (one,) = found.readings
    assert (found.every, f"{one.day:%m-%d}" + (f" {one.at:%H:%M}" if one.at else "")) == (
        every,
        _said(first)[0],
    )


@pytest.mark.parametrize(("language", "sentence"), NO_TIMES)
def test_numbers_of_other_things_are_no_times(language: Language, sentence: str) -> None:
    assert find_moment(sentence, NOW, language) is None


def test_a_day_that_the_calendar_does_not_have_is_refused() -> None:
    with pytest.raises(Refusal, match="no_such_day"):
        find_moment("31.02 в 10 позвонить", NOW, RU)


def test_what_is_over_is_read_as_it_was_written() -> None:
    found = find_moment("call Anna yesterday at 10", NOW, EN)
    assert found is not None
    assert [(one.day, one.at) for one in found.readings] == [(date(2026, 11, 24), time(10))]


def test_what_comes_back_on_the_31st_falls_on_the_last_day_of_shorter_months() -> None:
    monthly = Every(Cycle.MONTH, 31)
    days = [date(2027, 1, 31)]
    for _ in range(3):
        days.append(monthly.after(days[-1]))
    assert [(day.month, day.day) for day in days] == [(1, 31), (2, 28), (3, 31), (4, 30)]
    assert Every(Cycle.WORKDAY).after(date(2026, 11, 27)) == date(2026, 11, 30), "from Friday to Monday"
