"""The words of the history: what was done to backups."""

from bot.handlers.history.declared import act
from locales import _

act("backup", "backup_wanted", _("Backup asked for"))
act("backup", "backup_made", _("Backup made: {rows} rows, {files} files"))
act("backup", "backup_failed", _("Backup failed: {why}"))
act("backup", "restored", _("Restored as of {made_at}"))
act("backup", "doubtful_waiting", _("Messages in doubt sent again: {count}"))
act("backup", "doubtful_dropped", _("Messages in doubt not sent: {count}"))
