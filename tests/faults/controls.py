"""Checks of the checks: the product is broken in one place, and the test of the fault must notice.

`make controls` does it in a copy of the house, one place after another.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PATIENCE = 120.0
"""Seconds. A broken program may also never come to rest: that is noticed, too."""


@dataclass(frozen=True)
class Control:
    """`whole` stands once in `file`; with `broken` in its place, `test` must fail."""

    fault: str
    file: str
    whole: str
    broken: str
    test: str
    database: str = "sqlite"


CONTROLS = (
    Control(
        "58",
        "storage/database.py",
        "        if not self.shared:\n            return await call()",
        "        if self.has_keys or not self.shared:\n            return await call()",
        "running/test_cut_lines.py::test_who_starts_while_lines_are_cut_comes_up",
        "postgresql",
    ),
    Control(
        "58",
        "tourdesk/start/storage.py",
        "await database.reached(agreed.set)",
        "await agreed.set()",
        "running/test_cut_lines.py::test_who_starts_while_lines_are_cut_comes_up",
        "postgresql",
    ),
    Control(
        "2",
        "bot/transport/inbox/inbox.py",
        "if row[0] in fresh and row[0] not in flooded:",
        "if True:",
        "faults/test_arriving.py::test_the_same_update_sixteen_times_at_once",
    ),
    Control(
        "3",
        "bot/transport/receiving/polling.py",
        "default=0)",
        "default=self._offset)",
        "faults/test_arriving.py::test_numbers_begin_anywhere_after_a_week_of_silence",
    ),
    Control(
        "4",
        "bot/transport/inbox/user_queues.py",
        "self.waiting.append(",
        "self.waiting.appendleft(",
        "faults/test_arriving.py::test_what_was_said_while_we_were_away_is_answered_oldest_first",
    ),
    Control(
        "7",
        "bot/transport/receiving/polling.py",
        """if status == 200 and body.startswith(b'{"ok":true'):""",
        "if True:",
        "faults/test_arriving.py::test_an_answer_that_is_not_telegrams_acknowledges_nothing",
    ),
    Control(
        "8",
        "bot/transport/inbox/worker.py",
        "if await self._quarantine(update_id, repr(error), tries=TRIES):",
        "if await self._quarantine(update_id, repr(error), tries=99):",
        "faults/test_arriving.py::test_a_poisonous_update_is_set_aside_and_the_next_is_taken_at_once",
    ),
    Control(
        "12",
        "bot/transport/answering/delivery.py",
        "return passes(error) and (asked_wait(error) or 0.0) <= patience",
        "return passes(error)",
        "faults/test_line.py::test_a_limit_longer_than_anybody_waits_is_not_waited_out",
    ),
    Control(
        "19",
        "scheduler/delivery/sending.py",
        "*before, last = fitting(html)",
        "*before, last = [html]",
        "faults/test_line.py::test_a_long_letter_comes_in_parts",
    ),
    Control(
        "20",
        "bot/transport/calls/patience.py",
        "TelegramServerError | ClientDecodeError",
        "TelegramServerError",
        "faults/test_line.py::test_an_answer_that_is_not_telegrams_is_asked_for_again",
    ),
    Control(
        "21",
        "scheduler/delivery/postman.py",
        "twice = PERHAPS_SAID if envelope.perhaps_said else None",
        "twice = None",
        "faults/test_line.py::test_what_may_have_been_heard_twice_is_noted",
    ),
    Control(
        "36",
        "domain/usecases/documents/documents.py",
        ">= MOST_TO_CHECK:",
        ">= 10 * MOST_TO_CHECK:",
        "faults/test_uploads.py::test_so_many_papers_wait_and_no_more",
    ),
    Control(
        "44",
        "scheduler/program.py",
        "failed(error)",
        "raise",
        "faults/test_post.py::test_one_failing_entry_holds_up_no_other",
    ),
    Control(
        "46",
        "storage/transactions.py",
        "        connection.invalidate()\n",
        "        pass\n",
        "faults/test_storing.py::test_a_commit_that_fails_leaves_no_transaction_open",
    ),
    Control(
        "56",
        "storage/engine/engines.py",
        "    except BaseException:\n        await connection.invalidate()\n        raise",
        "    except BaseException:\n        raise",
        "storage/test_database.py::test_what_is_kept_after_work_that_was_broken_off_is_kept",
        database="postgresql",
    ),
    Control(
        "57",
        "bot/transport/inbox/worker.py",
        "            case Turn.GONE:\n                return None\n",
        "            case Turn.GONE:\n                pass\n",
        "faults/test_storing.py::test_a_commit_whose_answer_is_lost_is_not_done_again",
    ),
    Control(
        "15",
        "scheduler/delivery/outcomes.py",
        "case BadRequest() | ChatMigrated():",
        "case BadRequest():",
        "faults/test_post.py::test_a_chat_that_says_it_moved_is_not_written_to_again",
    ),
    Control(
        "46",
        "tourdesk/logs.py",
        "        with suppress(OSError):\n            self._out.flush()",
        "        self._out.flush()",
        "faults/test_machine.py::test_no_room_for_the_log_holds_up_nobody",
    ),
    Control(
        "47",
        "ops/database_file.py",
        "return found.st_dev, found.st_ino",
        "return 0, 0",
        "faults/test_machine.py::test_a_database_that_is_taken_away_or_bent_ends_the_program",
    ),
    Control(
        "58",
        "storage/transactions.py",
        "        if not _worth_another_try(error):\n            raise\n        return work()",
        "        raise",
        "faults/test_server.py::test_of_two_in_a_deadlock_both_get_done",
    ),
    Control(
        "63",
        "ops/database_file.py",
        "return path.stat().st_size < int",
        "return path.stat().st_size < 0 * int",
        "faults/test_machine.py::test_a_database_that_is_taken_away_or_bent_ends_the_program",
    ),
    Control(
        "S1",
        "bot/transport/receiving/webhook.py",
        "if len(told) == 1 else",
        "if told else",
        "faults/test_webhook_attacks.py::test_without_the_secret_nothing_comes_in",
    ),
    Control(
        "S2",
        "bot/conversation/events.py",
        'raise Unreadable("a number is too large")',
        "pass",
        "faults/test_webhook_attacks.py::test_no_body_breaks_anything",
    ),
    Control(
        "S8",
        "locales/voice.py",
        "return escape(shown, quote=False) if marked else shown",
        "return shown",
        "faults/test_injection.py::test_no_name_is_markup_in_any_screen_or_letter",
    ),
    Control(
        "S9",
        "papers/workbook.py",
        'page.write_string(row, column, legible(cell), looks["text"])',
        'page.write(row, column, legible(cell), looks["text"])',
        "faults/test_injection.py::test_no_name_is_a_formula_on_any_list",
    ),
    Control(
        "S10",
        "domain/values/file_types.py",
        'content.startswith(b"%PDF-") and not _active(content)',
        'content.startswith(b"%PDF-")',
        "faults/test_uploads.py::test_only_papers_are_kept",
    ),
    Control(
        "S11",
        "bot/transport/inbox/parsing.py",
        'one_line(sent.file_name or "")[-80:]',
        '(sent.file_name or "")[-80:]',
        "faults/test_uploads.py::test_a_file_name_is_only_words",
    ),
)


def main(wanted: list[str]) -> int:
    """How many breaks went unnoticed."""
    chosen = [control for control in CONTROLS if not wanted or control.fault in wanted]
    unnoticed = []
    with tempfile.TemporaryDirectory() as folder:
        house = Path(folder) / "house"
        shutil.copytree(
            HOUSE, house, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__")
        )
        for control in chosen:
            noticed = _noticed(house, control)
            print(f"{control.fault}: {'noticed' if noticed else 'NOT NOTICED'}", flush=True)
            if not noticed:
                unnoticed.append(control.fault)
    print(f"broken {len(chosen)}, noticed {len(chosen) - len(unnoticed)}")
    return len(unnoticed)


def _noticed(house: Path, control: Control) -> bool:
    path = house / control.file
    whole = path.read_text()
    path.write_text(whole.replace(control.whole, control.broken))
    known = os.environ | {"PYTHONPATH": str(house), "TOURDESK_TEST_DATABASES": control.database}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"tests/{control.test}"]
    try:
        done = subprocess.run(
            command, cwd=house, env=known, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(whole)
    return done.returncode == 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
