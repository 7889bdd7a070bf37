"""Everything that can go wrong, as far as anybody here has thought of it, and what holds it.

`make faults` runs the tests of every row; a house test sees that each of them exists.
"""

from tests.faults import machine, people, security, telegram_side
from tests.faults.fault import Fault

CATALOGUE: tuple[Fault, ...] = (*telegram_side.FAULTS, *people.FAULTS, *machine.FAULTS, *security.FAULTS)
