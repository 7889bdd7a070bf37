"""Observations of the market: the newest, those of one destination or supplier, those of where a trip goes, and one of them."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.observations import Observation

OBSERVATIONS = View[[int]]("observations", place=0)
OBSERVED = View[[str, int]]("observed", place=1)
"""The names of destinations or of suppliers under which something was noted."""
OBSERVATIONS_UNDER = View[[str, str, int]]("observations_under", place=2)
"""Whether it is a destination or a supplier, its key, and the page."""
OBSERVATIONS_OF_TRIP = View[[int, int]]("observations_of_trip", place=1)
OBSERVATION = View[[int]]("observation", place=1)
OBSERVATION_SLOTS = Slots[Observation]("observation")
SHOW_OBSERVATION_FILE = Action[[int]]("show_observation_file")
WITHDRAWING_OBSERVATION = View[[int]]("withdrawing_observation")
WITHDRAW_OBSERVATION = Action[[int]]("withdraw_observation")
