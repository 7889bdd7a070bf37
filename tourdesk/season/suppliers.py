"""Of whom the agency buys: an operator, a hotel, a coach firm and an insurer, as Olga and Boris have written them down."""

from collections.abc import Callable, Iterator

from domain.entities.suppliers import SupplierKind
from domain.ports.desk import Desk
from domain.usecases.suppliers.keeping import add_supplier, speak
from domain.values.language import Language
from tourdesk.season.acts import Act, Season


def acts() -> Iterator[Act]:
    yield Act(
        -26,
        "10:15",
        "olga",
        _added(
            "Эгей Трэвел",
            SupplierKind.OPERATOR,
            "Комиссия 11%, оплата за 21 день, отмена до 30 дней бесплатно",
            Language.RUSSIAN,
            contact="Мария Костадинова",
            phone="+359888300411",
            email="maria@aegean.example",
        ),
    )
    yield Act(-26, "10:25", "olga", _added("Hotel Belvedere", SupplierKind.HOTEL, None, Language.ENGLISH))
    yield Act(
        -25,
        "11:05",
        "boris",
        _added(
            "Балкан Тур",
            SupplierKind.CARRIER,
            "Автобуси от 19 до 53 места; 30% при заявка, остатъкът 7 дни преди тръгване",
            Language.BULGARIAN,
            contact="Стоян",
            phone="+359888300412",
        ),
    )
    yield Act(-25, "11:20", "boris", _added("Булстрах", SupplierKind.INSURER, None, Language.BULGARIAN))


def _added(
    name: str, kind: SupplierKind, terms: str | None, language: Language, **known: str
) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, _season: Season) -> None:
        one = add_supplier(desk, name, kind, terms=terms, **known)
        speak(desk, one.id, language)

    return does
