"""Pipelines and kinds of trips, where the owner settles them. `seen` is the revision that was shown."""

from bot.conversation.links import Action, View

PIPELINES = View[[]]("pipelines")
PIPELINE = View[[str, int]]("pipeline", place=1)
STEP = View[[str, str]]("pipeline_step")
STEP_NAMES = View[[str, str]]("step_names")
"""Of a step; of the pipeline itself when the step is empty."""
STEP_NEEDS = View[[str, str]]("step_needs")
STEP_ENTERS = View[[str, str]]("step_enters")
STEP_RETIRE = View[[str, str, int]]("step_retire", place=2)
SWITCH_NEED = Action[[str, int, str, str]]("switch_need")
SWITCH_ENTER = Action[[str, int, str, str]]("switch_enter")
SWITCH_FLAG = Action[[str, int, str, str]]("switch_flag")
MOVE_STAGE = Action[[str, int, str, int]]("move_stage")
RETIRE_STEP = Action[[str, int, str, str | None]]("retire_step")
BRING_BACK_STEP = Action[[str, int, str]]("bring_back_step")
PIPELINE_USES = View[[str]]("pipeline_uses")
USE_PIPELINE = Action[[str, str, int]]("use_pipeline")
TRIP_KINDS = View[[int]]("trip_kinds", place=0)
TRIP_KIND = View[[str, int]]("trip_kind", place=1)
KIND_PIPELINE = Action[[str, int, str]]("kind_pipeline")
RETIRE_KIND = Action[[str, int, bool]]("retire_trip_kind")
KINDS_OF_TRIP = View[[int]]("kinds_of_trip")
SET_KIND = Action[[int, str | None]]("set_trip_kind")
