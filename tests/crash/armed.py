"""`python -m tests.crash.armed <place>:<k> <words>`: the command line, in a process that dies at that place."""

import sys

from ops.fault_points import arm
from tourdesk.cli import app

if __name__ == "__main__":
    arm(sys.argv[1])
    app(sys.argv[2:], prog_name="tourdesk")
