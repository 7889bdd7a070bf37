"""Observations of the market, newest first, found by what they are about and by their words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from domain.entities.files import StoredFile
from domain.entities.observations import Observation, Watched
from storage.mapping.observations import observations
from storage.repositories.loads import one
from storage.repositories.repository import Repository
from storage.search.tokens import add_tokens, matching, replace_tokens, text_tokens, text_words

_NEWEST = observations.c.id.desc()
_LATELY = 100
"""Among so many the names are found that are offered."""


class SqlObservations(Repository[Observation]):
    kind, table, missing = Observation, observations, "no_such_observation"
    loads = (one("author", one("person")), one("file"))

    def add(self, thing: Observation, /) -> None:
        self.session.add(thing)
        self.session.flush()
        add_tokens(self.session, "observation", thing.id, _tokens(thing))

    def corrected(self, observation: Observation) -> None:
        replace_tokens(self.session, "observation", observation.id, _tokens(observation))

    def latest(self, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
        return self._list(self._shown().order_by(_NEWEST).limit(limit).offset(offset))

    def under(
        self, about: Watched, keys: Sequence[str], limit: int = 8, offset: int = 0
    ) -> Sequence[Observation]:
        found = self._shown().where(observations.c.about == about, observations.c.key.in_(keys))
        return self._list(found.order_by(_NEWEST).limit(limit).offset(offset))

    def count(self, about: Watched, keys: Sequence[str]) -> int:
        theirs = observations.c.about == about, observations.c.key.in_(keys)
        counted = select(func.count()).select_from(observations)
        shown = observations.c.withdrawn_at.is_(None)
        return self.session.scalar(counted.where(*theirs, shown)) or 0

    def newest_names(self, about: Watched, limit: int = 8) -> Sequence[Observation]:
        lately = self._shown().where(observations.c.about == about).order_by(_NEWEST).limit(_LATELY)
        by_name: dict[str, Observation] = {}
        for each in self._list(lately):
            by_name.setdefault(each.key, each)
        return list(by_name.values())[:limit]

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
        words = text_words(text)
        if not words:
            return []
        found = self._shown().where(*matching("observation", observations.c.id, words))
        return self._list(found.order_by(_NEWEST).limit(limit).offset(offset))

    def with_file(self, file: StoredFile) -> Observation | None:
        return self._first(self._all().where(observations.c.file_id == file.id))

    def _shown(self) -> Select[Any]:
        return self._all().where(observations.c.withdrawn_at.is_(None))


def _tokens(thing: Observation) -> set[str]:
    """Its own words, and what it is about in every language."""
    return text_tokens(thing.text).union(*(text_tokens(name) for name in thing.place.all()))
