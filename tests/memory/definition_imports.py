"""Files of definitions, in memory."""

from domain.entities.definition_imports import DefinitionImport
from domain.entities.files import StoredFile
from domain.ports.definition_imports import DefinitionImports
from tests.memory.shelf import Shelf, Things, in_memory


class MemoryDefinitionImports(Shelf[DefinitionImport]):
    kind, missing = DefinitionImport, "no_such_import"

    def add(self, one: DefinitionImport) -> None:
        self.hold(one)

    def with_file(self, file: StoredFile) -> DefinitionImport | None:
        return next((one for one in self.all_seen() if one.file is file), None)


@in_memory
def definition_imports(things: Things, reach: int | None) -> DefinitionImports:
    return MemoryDefinitionImports(things, reach)
