"""Files of definitions that owners have sent."""

from domain.entities.definition_imports import DefinitionImport
from domain.entities.files import StoredFile
from storage.mapping.definition_imports import definition_imports
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlDefinitionImports(Repository[DefinitionImport]):
    kind, table, missing = DefinitionImport, definition_imports, "no_such_import"
    loads = (one("by", one("person")), one("file"))

    def with_file(self, file: StoredFile) -> DefinitionImport | None:
        return self._first(self._all().where(definition_imports.c.file_id == file.id))
