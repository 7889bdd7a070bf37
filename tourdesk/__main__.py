"""`python -m tourdesk` is the command line."""

from tourdesk.cli import app

app()
