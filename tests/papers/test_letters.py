"""Every letter of the four languages is really on the paper, in our own fonts, and never an empty box."""

import pytest

from domain.values.language import Language
from papers.voucher import voucher
from tests.papers import reading
from tests.papers.cast import voice, voucher_facts

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
BULGARIAN = "абвгдежзийклмнопрстуфхцчшщъьюяѝ"
LATIN = "abcdefghijklmnopqrstuvwxyzàáâãäåąæçćčďđèéêëęěğìíîïıłñńňòóôõöøőœřśșşšßťțùúûüůűýÿźżž"
SIGNS = "0123456789№€₽$£¥✓—–«»„“”’…·•°×+-=@#*_$\\/<>[]{}()&%!?"
CHINESE_SIGNS = "，。、；：？！（）《》“”【】·元"
OURS = {"Inter-Regular", "Inter-Bold", "NotoSansSC-Regular"}


@pytest.mark.parametrize(
    ("language", "alphabet"),
    [
        (Language.ENGLISH, LATIN + LATIN.upper().replace("ß", "") + SIGNS),
        (Language.RUSSIAN, RUSSIAN + RUSSIAN.upper()),
        (Language.BULGARIAN, BULGARIAN + BULGARIAN.upper()),
        (Language.CHINESE, CHINESE_SIGNS + "王李张刘陈杨赵黄周吴奥赫里德"),
    ],
)
def test_an_alphabet_is_on_the_paper_thin_and_bold(language: Language, alphabet: str) -> None:
    spaced = " ".join(alphabet)

    paper = voucher(voucher_facts(client=spaced, place=spaced), voice(language))

    assert reading.boxes(paper) == 0
    assert reading.fonts(paper) <= OURS
    assert set(alphabet) <= reading.letters(paper)


@pytest.mark.parametrize(
    "name", ["李䶮", "欧阳𬭛", "喆堃㛃", "張學友", "Nguyễn Thị Ánh", "Θεοδώρα", "Ђорђе Љубиша Ѓорѓи"]
)
def test_a_rare_name_is_on_the_paper(name: str) -> None:
    paper = voucher(voucher_facts(client=name, travellers=(name,)), voice())

    assert reading.boxes(paper) == 0
    assert reading.fonts(paper) <= OURS
    assert name in reading.words(paper)


def test_every_chinese_character_of_gbk_has_its_shape() -> None:
    pairs = (bytes([first, second]) for first in range(0x81, 0xFF) for second in range(0x40, 0xFF))
    all_of_them = [
        letter for pair in pairs if "\u3400" <= (letter := pair.decode("gbk", "ignore")) <= "\u9fff"
    ]
    lines = ["".join(all_of_them[at : at + 60]) for at in range(0, len(all_of_them), 60)]

    paper = voucher(voucher_facts(bring="\n".join(lines)), voice(Language.CHINESE))

    assert len(all_of_them) > 20_900
    assert reading.boxes(paper) == 0
    assert reading.fonts(paper) <= OURS


def test_a_letter_that_no_font_has_is_noticed_by_these_tests() -> None:
    paper = voucher(voucher_facts(client="Anna \U00013000"), voice())

    assert reading.boxes(paper) == 1


def test_scripts_we_do_not_speak_are_still_readable() -> None:
    assert reading.boxes(voucher(voucher_facts(client="שלום سلام ქართ"), voice())) == 0


def test_emoji_leave_a_name_as_it_is() -> None:
    paper = voucher(voucher_facts(client="Anna 🌸 Petrova ✈️", bring="✅ Passport"), voice())

    assert reading.boxes(paper) == 0
    assert "Issued to Anna Petrova" in reading.words(paper)
    assert " Passport" in reading.words(paper)
