"""Lists of clients: what the tests that walk everything need to know of them."""

from domain.queries import client_lists as queries
from domain.queries.client_lists import ClientsWho
from tests.nouns.declared import calls, everybodys, forged

everybodys("client_lists")
forged("which", lambda _p, _t: [*(one.value for one in ClientsWho), "#vip"])

calls(
    {
        "queries.client_lists.clients_who": lambda d, _p, _t: [
            queries.clients_who(d, which) for which in ClientsWho
        ],
        "queries.client_lists.clients_tagged": lambda d, _p, _t: queries.clients_tagged(d, "vip"),
        "queries.client_lists.tags_of_clients": lambda d, _p, _t: queries.tags_of_clients(d),
        "queries.client_lists.clients_of_trip": lambda d, _p, t: queries.clients_of_trip(d, t.trip),
    }
)
