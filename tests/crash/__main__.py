"""`python -m tests.crash` is the long form: started so, and not by a module's name, no forked process imports this again."""

import sys

from tests.crash.long import main

sys.exit(main(*sys.argv[1:]))
