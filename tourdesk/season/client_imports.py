"""Clients from files: those of a fair were added and can be taken back; those of an old list wait to be looked at."""

from collections.abc import Callable, Iterator

from domain.entities.client_imports import ImportState
from domain.entities.files import SentFile
from domain.ports.desk import Desk
from domain.usecases.client_imports.doing import start
from domain.usecases.client_imports.sending import send_clients
from sandbox import past
from tourdesk.season.acts import Act, Season

FAIR = (
    "Име;Телефон;Имейл;Източник;Етикети;Бележка\n"
    "Десислава Колева;0887 310 501;d.koleva@example.com;борса;борса;иска Охрид през май\n"
    "Калоян Минчев;0887 310 502;;борса;борса;\n"
    "Теменужка Радева;0887 310 503;radeva@example.com;борса;борса, море;с две внучки\n"
    "Явор Златев;0887 310 504;;борса;борса;\n"
    "Ралица Пенчева;0887 310 505;ralica.p@example.com;борса;борса;само уикенд\n"
)
OLD_LIST = (
    "Трите имена;GSM;Поща;Рожден ден\n"
    "Снежана Илиева Бонева;0888 420 601;s.boneva@example.com;03.06.1971\n"
    "Тихомир Христов Савов;0888 420 602;;19.11.1964\n"
    "Георги Димитров;+359 88 720 0202;georgi.d@example.com;\n"
    "Наталия Петрова;+7 916 123-45-67;;\n"
    "Ивайло Донев;няма;;\n"
)
"""Two are new, one is on file, one has the phone of a client under another name, and one is wrong."""


def acts() -> Iterator[Act]:
    yield Act(-12, "10:40", "boris", _sends("борса.csv", FAIR))
    yield Act(-12, "12:10", "boris", _takes_over)
    yield Act(-3, "17:20", "boris", _sends("стар списък.csv", OLD_LIST))


def _sends(name: str, text: str) -> Callable[[Desk, Season], None]:
    """As a spreadsheet of these parts writes it."""

    def does(desk: Desk, season: Season) -> None:
        kept = past.kept_file(season.sandbox, name, "text/csv", text.encode("windows-1251"))
        send_clients(desk, SentFile(kept.id, kept.unique_id, name, "text/csv", kept.size, is_photo=False))

    return does


def _takes_over(desk: Desk, _season: Season) -> None:
    """All that is read by then."""
    for one in desk.repositories.client_imports.listed():
        if one.state is ImportState.READY:
            start(desk, one.id)
