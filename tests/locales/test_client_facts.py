"""What is known of a client has a name, each of it."""

from domain.entities.client_facts import TELLABLE
from locales.terms.client_facts import FACTS


def test_every_fact_has_a_name() -> None:
    assert FACTS.keys() == {*TELLABLE, "responsible", "branch"}
