"""Every line of Today has its words and what it opens, and every key of the staff its command."""

from collections import Counter

import pytest

from bot.conversation.keyboard import KEYS, keys_of
from bot.conversation.today import OPENS
from domain.entities.people import Role
from domain.ports.desk import Actor
from domain.queries.today import LINES
from locales.terms import today as terms
from tests.house.test_words import ROUTES
from tests.storage import things


def test_each_line_is_looked_up_said_and_opened() -> None:
    assert LINES.keys() == terms.TODAY.keys() == OPENS.keys()


@pytest.mark.parametrize("role", [*Role])
def test_no_two_lines_of_a_role_have_one_place(role: Role) -> None:
    ranks = Counter(line.ranks[role] for line in LINES.values() if role in line.ranks)
    assert ranks
    assert [rank for rank, count in ranks.items() if count > 1] == []


@pytest.mark.parametrize("role", [*Role])
def test_the_keys_of_each_role_are_commands_of_theirs(role: Role) -> None:
    actor = Actor(things.person(), things.member("Boris", role=role))
    keys = keys_of(actor)
    assert 3 <= len(keys) <= 6
    assert all(ROUTES.commands[key.command].is_for(actor) for key in keys)
    assert len({key.command for key in KEYS.values()}) == len(KEYS)
