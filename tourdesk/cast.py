"""The demo's cast: colleagues of every role, one of whom works in Chinese, and clients in four languages."""

from dataclasses import dataclass
from typing import Any

from domain.entities.people import Role


@dataclass(frozen=True)
class Character:
    """Somebody with a phone in the demo; without a role, a client."""

    id: int
    first_name: str
    last_name: str
    username: str
    language: str
    phone: str
    role: Role | None = None

    @property
    def key(self) -> str:
        """ "olga": how the season and the page's hints call them."""
        return self.username.partition("_")[0]

    @property
    def name(self) -> str:
        """As the bot says it: the family's name first where the language has it so."""
        names = (
            (self.last_name, self.first_name) if self.language == "zh" else (self.first_name, self.last_name)
        )
        return ("" if self.language == "zh" else " ").join(names)

    def introduced(self) -> dict[str, Any]:
        """As the sandbox wants to meet them."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language,
            "phone": self.phone,
            "role_hint": self.role.value if self.role else "client",
        }


STAFF = (
    Character(101, "Olga", "Marinova", "olga_owner", "en", "+359888100101", Role.OWNER),
    Character(102, "Борис", "Стоянов", "boris_manager", "bg", "+359888100102", Role.MANAGER),
    Character(103, "Kalina", "Ivanova", "kalina_operator", "en", "+359888100103", Role.OPERATOR),
    Character(104, "静", "陈", "jing_operator", "zh", "+359888100104", Role.OPERATOR),
    Character(105, "Вера", "Соколова", "vera_guide", "ru", "+359888100105", Role.GUIDE),
    Character(106, "Петя", "Тодорова", "petya_accountant", "bg", "+359888100106", Role.ACCOUNTANT),
)
CLIENTS = (
    Character(201, "Анна", "Петрова", "anna_client", "ru", "+79161234567"),
    Character(202, "Георги", "Димитров", "georgi_client", "bg", "+359887200202"),
    Character(203, "美", "李", "mei_client", "zh", "+8613800200203"),
    Character(204, "Emily", "O'Brien", "emily_client", "en", "+447700900204"),
)


IN_VIEW = 3
"""So many colleagues stand before the clients on the page: those whom its story begins with."""
EVERYBODY = (*STAFF[:IN_VIEW], *CLIENTS, *STAFF[IN_VIEW:])


def character(key: str) -> Character:
    """By "olga", "boris", "anna" and so on."""
    return next(one for one in EVERYBODY if one.key == key)
