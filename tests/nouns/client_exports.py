"""Clients as a file: what the tests that walk everything need to know of it."""

from domain.entities.client_exports import ClientFilter
from domain.queries import client_exports as queries
from domain.usecases.client_exports import giving
from tests.nouns.declared import calls, everybodys, forged

everybodys("given_clients")
forged("wanted_key", lambda _p, _t: ["", "tag:vip", "by:1,of:1,trip:1", "by:x,until:2027-01-01"])
forged("file_form", lambda _p, _t: ["csv", "xlsx", "vcf"])

ALL = ClientFilter()

calls(
    {
        "client_exports.give_clients": lambda d, _p, _t: giving.give_clients(d, ALL, "csv"),
        "queries.client_exports.branches_to_export": lambda d, _p, _t: queries.branches_to_export(d),
        "queries.client_exports.clients_chosen": lambda d, _p, _t: queries.clients_chosen(d, ALL),
        "queries.client_exports.keepers_to_export": lambda d, _p, _t: queries.keepers_to_export(d),
        "queries.client_exports.trips_to_export": lambda d, _p, _t: queries.trips_to_export(d),
        "queries.client_exports.clients_to_give": lambda d, _p, _t: queries.clients_to_give(d, ALL),
        "queries.client_exports.must_export": lambda d, _p, _t: queries.must_export(d),
    }
)
