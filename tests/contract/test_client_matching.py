"""Whether a name of a file and a client's are one person's: the same in memory and in SQL."""

from domain.ports.repositories import Repositories
from tests.contract.a_small_agency import SmallAgency
from tests.contract.conftest import Hold


async def test_a_family_name_in_common_is_not_enough(hold: Hold) -> None:
    def check(papers: Repositories) -> None:
        agency = SmallAgency(papers)
        anna = agency.anna
        anna.latin_name = "ANNA PETROVA"
        alike = papers.clients.named_alike
        for name in ("Anna", "Petrova Anna", "anna petrova", "Anna Ivanova Petrova"):
            assert alike(anna, name), name
        for name in ("Natalia Petrova", "Ivanova", "Anna Ivanova", "Pavel"):
            assert not alike(anna, name), name

    await hold(check)
