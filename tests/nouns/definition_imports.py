"""Files of definitions that owners have sent: what the tests that walk everything need to know of them."""

from domain.entities.definition_imports import DefinitionImport
from domain.entities.files import SentFile
from domain.entities.profile import PROFILE, Profile
from domain.notices.settings import DEFINITIONS_READ, DEFINITIONS_REFUSED
from domain.queries import definition_imports as queries
from domain.usecases.settings import importing
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import a_file

TOML = SentFile("toml", "unique", "agency.toml", "text/plain", 100, is_photo=False)


@new_one
def definition_import() -> DefinitionImport:
    return DefinitionImport(things.member(), a_file(NOON), NOON)


@one_more
def sent(few: Few) -> None:
    few.records.definition_imports.add(DefinitionImport(few.member, a_file(NOON), NOON))


@in_each_branch
def a_file_of_definitions(its: Branched) -> dict[str, int]:
    """It is everybody's who may change the settings."""
    text = 'tourdesk = 1\n[profile]\nname = "Another"\n'
    one = DefinitionImport(its.lead, a_file(its.desk.now, "agency.toml"), its.desk.now, text)
    its.desk.repositories.definition_imports.add(one)
    its.desk.repositories.flush()
    return {"imported": one.id}


asked_for(definition_imports="imported")


@notice_facts
def said_of_imports(told: Told) -> Facts:
    one = DefinitionImport(told.member, a_file(told.now, told.name, content_hash="0" * 64), told.now)
    told.records.definition_imports.add(one)
    told.records.flush()
    return {
        DEFINITIONS_READ: {"imported": one.id},
        DEFINITIONS_REFUSED: {"imported": one.id, "reason": "content_gone"},
    }


calls(
    {
        "settings.send_definitions": lambda d, _p, _t: importing.send_definitions(d, TOML),
        "settings.take_over": lambda d, _p, t: importing.take_over(
            d, t.imported, [queries.Proposal(PROFILE, "", Profile("Another"))]
        ),
        "queries.definition_imports.definitions_to_give": lambda d, _p, _t: queries.definitions_to_give(d),
        "queries.definition_imports.import_to_see": lambda d, _p, t: queries.import_to_see(d, t.imported),
    }
)
