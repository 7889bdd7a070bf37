"""What colleagues noticed of the market, and the cards of the trip to Plovdiv: Kalina's deal is settled, Boris's are wanted."""

from collections.abc import Callable, Iterator

from domain.entities.client_facts import Board
from domain.entities.observations import Noticed, Watched
from domain.entities.settling import Told
from domain.ports.desk import Desk
from domain.queries.destinations import known_destination
from domain.usecases.observations.noting import note_observation
from domain.usecases.settling.settling import settle_deal
from domain.usecases.settling.writing import fill_data_card, record_deal, record_trip
from domain.values.translated import Translated
from tourdesk.season.acts import Act, Season


def acts() -> Iterator[Act]:
    yield Act(
        -15, "16:20", "petya", _noticed(Watched.SUPPLIER, "Балкан Тур", "От март вдигат с 5% автобусите")
    )
    yield Act(-7, "18:20", "vera", _trip)
    yield Act(-7, "18:25", "vera", _client)
    yield Act(-6, "11:05", "kalina", _kalina_writes)
    yield Act(-5, "10:20", "petya", _petya_settles)
    yield Act(
        -6,
        "10:40",
        "jing",
        _noticed(Watched.DESTINATION, "里斯本", "阿尔法玛区酒店三月起涨价，建议客户尽早预订"),
    )
    yield Act(
        -3,
        "13:15",
        "kalina",
        _noticed(Watched.DESTINATION, "Ohrid", "Hotel Belvedere renovates its pool till May"),
    )


def _noticed(about: Watched, place: str, words: str) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, _season: Season) -> None:
        known = known_destination(desk, place) if about is Watched.DESTINATION else Translated(place)
        note_observation(desk, Noticed(about, known, words))

    return does


def _trip(desk: Desk, season: Season) -> None:
    told = Told(5, "programme", "food", words="Старый город всем понравился, обед в первый день был поздно")
    record_trip(desk, season.trips["plovdiv"], told)


def _client(desk: Desk, season: Season) -> None:
    record_deal(desk, season.deals["plovdiv"], Told(5, "guide", wants_next="Охрид"))


def _kalina_writes(desk: Desk, season: Season) -> None:
    deal = season.deals["plovdiv_dineva"]
    record_deal(desk, deal, Told(4, "hotel", wants_next="Ohrid", words="Asks for a seat in front next time"))
    fill_data_card(desk, deal, {"stars": 3, "board": Board.HALF, "ask_next": "board"})


def _petya_settles(desk: Desk, season: Season) -> None:
    settle_deal(desk, season.deals["plovdiv_dineva"])
