"""Questions and answers, calls that were made; one question of last evening has no answer yet."""

from collections.abc import Iterator

from domain.ports.desk import Desk
from domain.usecases.clients.messages import answer_question, ask_agency
from sandbox import past
from tourdesk.cast import character
from tourdesk.season.acts import Act, Season

ASKED = "Скажите, во сколько лучше быть на парковке? Мы с ребёнком и двумя чемоданами."


def acts() -> Iterator[Act]:
    yield Act(-12, "18:20", "georgi", _georgi_asks)
    yield Act(-12, "18:41", "boris", _boris_answers)
    yield Act(-1, "19:50", "anna", _anna_asks)


def _georgi_asks(desk: Desk, season: Season) -> None:
    season.questions["georgi"] = _asked(desk, season, "georgi", "ohrid_georgi", "Има ли Wi-Fi в автобуса?")


def _boris_answers(desk: Desk, season: Season) -> None:
    answer_question(desk, season.questions["georgi"], "Да, и контакти до всяка седалка.")


def _anna_asks(desk: Desk, season: Season) -> None:
    _asked(desk, season, "anna", "ohrid_anna", ASKED)


def _asked(desk: Desk, season: Season, who: str, deal: str, text: str) -> int:
    past.said(season.sandbox, character(who).id, text)
    return ask_agency(desk, text, deal=season.deals[deal]).id
