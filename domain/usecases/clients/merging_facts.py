"""Two files of one client become one: what is known of the client goes over where the file that stays does not know it.

The file left behind says what it said. Of tags each goes over by itself.
"""

from collections.abc import Sequence

from domain.entities.client_facts import FACTS, KEEPERS, MOST_TAGS, SECRET, correct, fact_of, is_known, tell
from domain.entities.clients import Client
from domain.ports.desk import Desk

_TAG = "#"
RESPONSIBLE, BRANCH = KEEPERS


def merge_facts(desk: Desk, behind: Client, file: Client) -> list[str]:
    """Both are held. The keys of what was taken over; the history of the file that stays tells it, but for what is sealed."""
    taken = [key for key in FACTS if key != "tags" and _lacks(file, behind, key)]
    for key in taken:
        setattr(file, key, fact_of(behind, key))
    tell(file, *(key for key in taken if key in behind.told))
    tags = [tag for tag in behind.tags if tag not in file.tags][: MOST_TAGS - len(file.tags)]
    file.tags = (*file.tags, *tags)
    took = [*taken, *(f"{_TAG}{tag}" for tag in tags), *_take_over_keeper(desk, behind, file)]
    if took:
        desk.note("client", file.id, "facts_taken_over", other=behind.id, fact_keys=took)
    return took


def give_facts_back(desk: Desk, behind: Client, file: Client, took: Sequence[str]) -> None:
    """Of what was taken over, what nobody has changed since. Both are held."""
    back = [key for key in took if key in FACTS and fact_of(file, key) == fact_of(behind, key)]
    for key in back:
        setattr(file, key, None)
    correct(file, *back)
    tags = {key.removeprefix(_TAG) for key in took if key.startswith(_TAG)}
    file.tags = tuple(tag for tag in file.tags if tag not in tags)
    _give_keeper_back(desk, behind, file, took)


def _lacks(file: Client, behind: Client, key: str) -> bool:
    """What is sealed is not opened for it. Nobody was sent by themselves."""
    if key == "referred_by" and behind.referred_by == file.id:
        return False
    return not _known(file, key) and _known(behind, key)


def _known(file: Client, key: str) -> bool:
    return is_known(getattr(file, f"sealed_{key}") if key in SECRET else fact_of(file, key))


def _take_over_keeper(desk: Desk, behind: Client, file: Client) -> list[str]:
    clients = desk.archive.clients
    took = []
    keeper = clients.responsible_of(behind)
    if keeper is not None and clients.responsible_of(file) is None:
        file.responsible = keeper
        took.append(RESPONSIBLE)
    if file.branch is None and behind.branch is not None:
        file.branch = behind.branch
        took.append(BRANCH)
    return took


def _give_keeper_back(desk: Desk, behind: Client, file: Client, took: Sequence[str]) -> None:
    clients = desk.archive.clients
    if RESPONSIBLE in took and clients.responsible_of(file) is clients.responsible_of(behind):
        file.responsible = None
    if BRANCH in took and file.branch == behind.branch:
        file.branch = None
