"""The words of the history: what was settled about the agency."""

from bot.handlers.history.declared import act, page, reads
from bot.handlers.settings.kinds import KIND_NAMES
from bot.links.settings import SETTINGS
from domain.entities.definitions import THE_AGENCY
from locales import _
from locales.terms.deals import step_kept

page("agency", _("<b>What was changed in the settings</b>"), card=SETTINGS, only=THE_AGENCY)
act("agency", "imported", _("Applied from {file}: {count}"))
act("agency", "taken_over", _("From a file: {kind_of_definition} {name}"))
act("agency", "settled_first", _("Taken from the installation: {settled}"))
reads(lambda kept: KIND_NAMES[kept], "kind_of_definition", "settled")
act("agency", "pipeline_made", _("Stages added: {label}"))
act("agency", "pipeline_named", _("Stages are called: {label}"))
act("agency", "pipeline_used", _("New deals go through: {label}"))
act("agency", "stage_added", _("Stage added: {label}"))
act("agency", "stage_named", _("Stage “{step}” is called: {label}"))
act("agency", "stage_changed", _("Stage changed: {step}"))
act("agency", "stage_reads", _("The client reads at “{step}”: {text}"))
act("agency", "stage_reads_ours", _("The client reads the default text at “{step}”"))
act("agency", "pipeline_retired", _("Stages retired: {label}"))
act("agency", "pipeline_as_shipped", _("Standard stages as at first again: {label}"))
act("agency", "pipeline_brought_back", _("Stages brought back: {label}"))
act("agency", "stage_moved", _("Stage moved: {step}"))
act("agency", "stage_retired", _("Stage retired: {step}"))
act("agency", "stage_brought_back", _("Stage brought back: {step}"))
act("agency", "kind_made", _("Kind of trip added: {label}"))
act("agency", "kind_changed", _("Kind of trip changed: {label}"))
act("deal", "stage_gone", _("Moved from {from} to {to}: the stage was retired"))
act("trip", "kind_changed", _("Kind: {label}"))
reads(step_kept, "step")
