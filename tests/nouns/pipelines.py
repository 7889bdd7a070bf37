"""Pipelines, their steps and kinds of trips: what the tests that walk everything need to know of them."""

from domain.entities.pipeline import SHIPPED
from domain.ports.desk import Desk
from domain.queries import other_pipelines as elsewhere
from domain.queries import pipelines as queries
from domain.usecases.deals import other_pipelines
from domain.usecases.settings import pipelines, steps, trip_kinds
from domain.values.language import Language
from tests.nouns.declared import calls, forged, opened_with, settled

ENGLISH = Language.ENGLISH
COPY, KIND = "p1", "k1"
"""A copy of the shipped pipeline, and a kind of trips."""


@settled
def other_stages(desk: Desk) -> None:
    """Weddings go through stages of their own, and there is a kind of trips."""
    assert pipelines.copy_pipeline(desk, SHIPPED, ENGLISH, "Weddings") == COPY
    assert trip_kinds.make_kind(desk, ENGLISH, "Pilgrimage") == KIND


forged("key", lambda _p, _t: [COPY, KIND])
forged("step", lambda _p, _t: ["p1-1"])
forged("to", lambda _p, _t: ["p1-2"])
forged("pipeline", lambda _p, _t: [COPY])
opened_with("pipeline", lambda _p, _t: SHIPPED)
opened_with("step", lambda _p, _t: "new")
opened_with("stage", lambda _p, _t: "new")
opened_with("trip_kind", lambda _p, _t: KIND)


calls(
    {
        "settings.make_pipeline": lambda d, _p, _t: pipelines.make_pipeline(
            d, ENGLISH, "Pilgrimages", ["Blessing", "Home"]
        ),
        "settings.copy_pipeline": lambda d, _p, _t: pipelines.copy_pipeline(d, SHIPPED, ENGLISH, "Trips"),
        "settings.name_pipeline": lambda d, _p, _t: pipelines.name_pipeline(d, SHIPPED, 0, ENGLISH, "Usual"),
        "settings.retire_pipeline": lambda d, _p, _t: pipelines.retire_pipeline(d, COPY, 1, retired=True),
        "settings.pipeline_as_shipped": lambda d, _p, _t: pipelines.pipeline_as_shipped(d, SHIPPED, 0),
        "settings.use_pipeline": lambda d, _p, _t: pipelines.use_pipeline(d, "trips", COPY, 0),
        "settings.add_stage": lambda d, _p, _t: steps.add_stage(d, SHIPPED, 0, ENGLISH, "Call"),
        "settings.add_substage": lambda d, _p, _t: steps.add_substage(
            d, SHIPPED, 0, "deposit", ENGLISH, "Half"
        ),
        "settings.name_step": lambda d, _p, _t: steps.name_step(d, SHIPPED, 0, "new", ENGLISH, "Fresh"),
        "settings.say_to_client": lambda d, _p, _t: steps.say_to_client(d, SHIPPED, 0, "new", ENGLISH, "Yes"),
        "settings.take_words_back": lambda d, _p, _t: steps.take_words_back(d, SHIPPED, 0, "new"),
        "settings.switch_need": lambda d, _p, _t: steps.switch_need(d, SHIPPED, 0, "new", "price_agreed"),
        "settings.switch_enter": lambda d, _p, _t: steps.switch_enter(d, SHIPPED, 0, "new", "deposit_wanted"),
        "settings.switch_flag": lambda d, _p, _t: steps.switch_flag(d, SHIPPED, 0, "new", "vouchers"),
        "settings.move_step": lambda d, _p, _t: steps.move_step(d, SHIPPED, 0, "deposit", 1),
        "settings.retire_step": lambda d, _p, _t: steps.retire_step(d, SHIPPED, 0, "deposit", "payment"),
        "settings.bring_back_step": lambda d, _p, _t: steps.bring_back_step(d, SHIPPED, 0, "deposit"),
        "settings.make_kind": lambda d, _p, _t: trip_kinds.make_kind(d, ENGLISH, "Pilgrimage"),
        "settings.change_kind": lambda d, _p, _t: trip_kinds.change_kind(d, KIND, 1, retired=True),
        "settings.set_trip_kind": lambda d, _p, t: trip_kinds.set_trip_kind(d, t.trip, None),
        "deals.go_elsewhere": lambda d, _p, t: other_pipelines.go_elsewhere(d, t.deal, "new", "p1-2"),
        "queries.other_pipelines.other_pipelines": lambda d, _p, t: elsewhere.other_pipelines(d, t.deal),
        "queries.other_pipelines.steps_elsewhere": lambda d, _p, t: elsewhere.steps_elsewhere(
            d, t.deal, COPY
        ),
        "queries.pipelines.kind_to_see": lambda d, _p, _t: queries.kind_to_see(d, KIND),
        "queries.pipelines.kinds_to_choose": lambda d, _p, t: queries.kinds_to_choose(d, t.trip),
        "queries.pipelines.kinds_to_plan": lambda d, _p, _t: queries.kinds_to_plan(d),
        "queries.pipelines.pipeline_as_shipped": lambda d, _p, _t: queries.pipeline_as_shipped(d, SHIPPED),
        "queries.pipelines.pipeline_to_see": lambda d, _p, _t: queries.pipeline_to_see(d, SHIPPED),
        "queries.pipelines.pipelines_to_see": lambda d, _p, _t: queries.pipelines_to_see(d),
        "queries.pipelines.step_to_see": lambda d, _p, _t: queries.step_to_see(d, SHIPPED, "new"),
    }
)
