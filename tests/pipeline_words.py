"""Whatever was settled about stages, every deal's step, every stage and every pipeline has words in each language."""

from datetime import UTC

from domain.ports.desk import Desk
from domain.queries.deals_by_stage import stage_counts
from domain.values.language import Language
from locales import Voice
from locales.terms.deals import pipeline_words, stage_words


def can_be_said(desk: Desk) -> None:
    pipelines = desk.agency.pipelines
    told = [stage_words(deal.step_key, pipelines.names) for deal in desk.repositories.deals.newest(500)]
    for one in stage_counts(desk):
        told += [pipeline_words(one.pipeline, pipelines.all)]
        told += [stage_words(stage, pipelines.names) for stage in one.stages]
    for language in Language:
        assert all(Voice(language, UTC, None).plain(words).strip() for words in told)
