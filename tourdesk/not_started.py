"""Why a command ends without having done its work: something the operator has to see to."""

UNKNOWN_TOKEN = "TOURDESK_TOKEN: Telegram does not know this token"  # noqa: S105 (the words, no token)


class NotStartedError(Exception):
    """Its message is one line that names the setting."""
