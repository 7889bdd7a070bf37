"""What every step of a start works with: settings, keys, and the stack that undoes the steps at the end."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import cached_property

from domain.ports.agency import CurrentAgency
from storage.crypto.files import FileStore
from storage.crypto.sealing import Keys
from tourdesk.keys import KEY, secret_keys
from tourdesk.not_started import NotStartedError
from tourdesk.settings import Settings


@dataclass
class Setup:
    """Of one start. `parts` are those of the agency that this process runs."""

    settings: Settings
    parts: frozenset[str]
    stack: AsyncExitStack
    had_key: bool
    secrets: list[bytes]
    """The agency's key, and behind it those it replaced."""

    @cached_property
    def agency(self) -> CurrentAgency:
        return self.settings.agency_with(self.secrets[0])

    @cached_property
    def files(self) -> FileStore:
        return FileStore(str(self.settings.data / "files"), self.keys)

    @cached_property
    def keys(self) -> Keys:
        return Keys(*self.secrets)


def set_up(settings: Settings, parts: frozenset[str], stack: AsyncExitStack) -> Setup:
    """Raises NotStartedError when the data folder cannot be used."""
    had_key = (settings.data / KEY).exists()
    return Setup(settings, parts, stack, had_key, secrets_of(settings))


def secrets_of(settings: Settings) -> list[bytes]:
    """The agency's key, and behind it those it replaced; a first start makes one."""
    try:
        return secret_keys(settings.data)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "secret.key in it is damaged"
        raise NotStartedError(f"TOURDESK_DATA: the folder cannot be used: {why}") from None
