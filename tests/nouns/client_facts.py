"""What is known of a client: what the tests that walk everything need to know of it."""

from domain.entities.client_facts import GROUPS
from domain.queries import client_facts as queries
from domain.usecases.clients import facts, noticing
from tests.nouns.declared import calls, forged, opened_with

forged("group", lambda _p, _t: [*GROUPS])
opened_with("group", lambda _p, _t: "travel")
opened_with("fact", lambda _p, _t: "prefers")

calls(
    {
        "clients.change_fact": lambda d, p, _t: facts.change_fact(d, p.client, "stars", 3),
        "clients.change_tags": lambda d, p, _t: facts.change_tags(d, p.client, ["vip"]),
        "clients.tell_fact": lambda d, _p, _t: facts.tell_fact(d, "email", "anna@example.com"),
        "clients.notice_contact": lambda d, _p, _t: noticing.notice_contact(d, 7001, "+359888000111"),
        "queries.client_facts.branches_of_clients": lambda d, _p, _t: queries.branches_of_clients(d),
        "queries.client_facts.fact_to_change": lambda d, p, _t: queries.fact_to_change(d, p.client, "stars"),
        "queries.client_facts.facts_of": lambda d, p, _t: queries.facts_of(d, p.client),
        "queries.client_facts.keepers_to_choose": lambda d, _p, _t: queries.keepers_to_choose(d),
        "queries.client_facts.my_facts": lambda d, _p, _t: queries.my_facts(d),
        "queries.client_facts.known_facts": lambda d, p, _t: queries.known_facts(
            d, d.archive.clients.get(p.client)
        ),
    }
)
