"""What the machine, the database and the operator can do to us."""

from tests.faults.fault import Fault

FAULTS = (
    Fault(
        "41",
        "The process is killed at any point",
        "Nothing lost, nothing applied twice",
        (
            "crash/test_kills.py::test_nothing_is_lost_when_processes_are_killed",
            "backups/test_kills.py::test_a_backup_killed_in_the_middle_leaves_no_archive_and_the_next_one_works",
        ),
    ),
    Fault(
        "42",
        "The process is told to stop with work under way",
        "It ends what it has begun; the rest waits for the next start",
        (
            "bot/test_inbox.py::test_closing_finishes_what_is_under_way_and_leaves_the_rest_for_the_next_start",
            "scheduler/test_postman.py::test_closing_finishes_what_is_being_sent_and_leaves_the_rest",
            "running/test_polling.py::test_the_owner_comes_in_by_the_link_and_is_there_after_a_restart",
        ),
    ),
    Fault(
        "43",
        "Something computes for seconds inside the loop",
        "Told with the stack; papers are made in a child",
        (
            "status/test_watchdog.py::test_a_blocked_loop_is_told_with_its_stack",
            "status/test_watchdog.py::test_a_loop_that_runs_is_left_in_peace",
        ),
    ),
    Fault(
        "44",
        "A task in the background, or an entry of the timetable, fails",
        "Logged, begun again; the others have their turn",
        (
            "bot/test_supervisor.py::test_a_task_that_fails_is_begun_again",
            "faults/test_post.py::test_one_failing_entry_holds_up_no_other",
        ),
    ),
    Fault(
        "45",
        "The child that makes papers dies or eats its memory",
        "The next paper is made by another",
        (
            "papers/test_press.py::test_a_child_that_dies_or_has_too_little_room_is_followed_by_another",
            "papers/test_press.py::test_a_slow_paper_is_given_up_and_the_next_one_is_made",
        ),
    ),
    Fault(
        "46",
        "The disk is full",
        "Nothing is acknowledged; it goes on by itself when there is room; a log that finds none holds up nobody",
        (
            "bot/test_transient_errors.py::test_a_full_disk_is_waited_out",
            "faults/test_machine.py::test_no_room_for_the_log_holds_up_nobody",
            "faults/test_storing.py::test_a_full_disk_keeps_everything_waiting_and_then_goes_on",
            "faults/test_storing.py::test_a_commit_that_fails_leaves_no_transaction_open",
            "stories/test_alarms.py::test_the_disk_is_nearly_full",
        ),
    ),
    Fault(
        "47",
        "The folder cannot be written, the database is gone, or its file is taken away while we run",
        "One line that names it, exit code 2; not ready, and said so",
        (
            "faults/test_machine.py::test_a_database_that_is_taken_away_or_bent_ends_the_program",
            "running/test_settings.py::test_a_wrong_setting_is_named_in_one_line",
            "status/test_pages.py::test_a_database_that_is_gone_is_named_and_nothing_else",
        ),
    ),
    Fault(
        "48",
        "Somebody else holds the database",
        "Waited for; nothing half done",
        (
            "faults/test_storing.py::test_who_holds_the_file_is_waited_for",
            "storage/test_database.py::test_the_writer_waits_for_another_program",
        ),
    ),
    Fault(
        "49",
        "The clock jumps by hours, a day, back; the machine is set to another place's time",
        "Nothing is told twice, no storm",
        (
            "faults/test_post.py::test_a_jumping_clock_tells_everything_once",
            "faults/test_machine.py::test_the_clock_of_another_place_changes_nothing",
        ),
    ),
    Fault(
        "50",
        "Clocks change on the night of what is due",
        "Told exactly once",
        (
            "stories/test_departures.py::test_when_clocks_change_everybody_hears_exactly_once",
            "domain/test_local_time.py::test_the_day_before_is_the_same_time_on_the_wall_or_the_first_after_it",
        ),
    ),
    Fault(
        "51",
        "The scheduler was down when something was due",
        "Told late, and never after it is over",
        (
            "stories/test_departures.py::test_down_at_the_due_time_is_told_late_and_never_after",
            "storage/test_outbox.py::test_what_nobody_needs_any_more_is_dropped",
        ),
    ),
    Fault(
        "52",
        "Two schedulers at once",
        "Everything is said once",
        (
            "scheduler/test_postman.py::test_two_postmen_say_everything_once_and_to_each_in_order",
            "storage/test_outbox.py::test_two_leasers_share_without_overlap",
        ),
    ),
    Fault(
        "53",
        "A sender is slower than its lease",
        "Its mark comes too late and is refused",
        (
            "scheduler/test_postman.py::test_a_lease_that_was_outlived_marks_nothing",
            "storage/test_outbox.py::test_a_lapsed_lease_goes_to_another_and_the_late_ending_is_refused",
        ),
    ),
    Fault(
        "54",
        "A handler that keeps a little of every update",
        "Noticed by what is still alive afterwards",
        ("faults/test_memory.py::test_no_update_leaves_anything_of_ours_behind",),
    ),
    Fault(
        "55",
        "More is brought than can be taken, by one person or by all; no descriptor is left",
        "The rest is set aside or asked for later; the others come first",
        (
            "bot/test_transient_errors.py::test_who_brings_more_than_can_be_held_is_asked_to_come_again",
            "faults/test_machine.py::test_without_descriptors_what_is_brought_waits_at_the_door",
            "bot/test_limits.py::test_a_flood_is_set_aside_and_told_once_and_the_others_come_first",
            "bot/test_limits.py::test_who_floods_us_is_told_in_their_language",
        ),
    ),
    Fault(
        "56",
        "The k-th statement of a piece of work fails, or its commit; or it is broken off",
        "All or nothing, and what others do afterwards is kept",
        (
            "faults/test_storing.py::test_whatever_statement_fails_nothing_half_is_kept",
            "faults/test_storing.py::test_the_sabotage_would_notice_what_is_kept_by_halves",
            "storage/test_database.py::test_what_fails_leaves_nothing",
            "storage/test_database.py::test_what_a_failed_commit_left_open_is_not_kept_by_whoever_comes_next",
            "storage/test_database.py::test_what_is_kept_after_work_that_was_broken_off_is_kept",
        ),
    ),
    Fault(
        "57",
        "A commit is done, and its answer is lost",
        "Not done again",
        ("faults/test_storing.py::test_a_commit_whose_answer_is_lost_is_not_done_again",),
    ),
    Fault(
        "58",
        "PostgreSQL cuts the line, restarts, sees a deadlock, has no connection left",
        "Tried again once; nothing lost; who starts meanwhile waits, and says so",
        (
            "running/test_cut_lines.py::test_who_starts_while_lines_are_cut_comes_up",
            "running/test_cut_lines.py::test_lines_that_are_cut_while_tables_are_made",
            "running/test_cut_lines.py::test_a_database_that_is_away_is_waited_for_and_one_can_be_stopped_meanwhile",
            "running/test_cut_lines.py::test_a_server_that_takes_nobody_just_now_is_waited_for",
            "running/test_cut_lines.py::test_who_runs_is_stopped_in_peace_although_the_database_is_away",
            "faults/test_server.py::test_a_server_that_restarts_loses_nothing",
            "faults/test_server.py::test_of_two_in_a_deadlock_both_get_done",
            "faults/test_server.py::test_when_no_connection_is_left_what_comes_waits",
            "faults/test_storing.py::test_a_server_that_cuts_every_line_loses_nothing",
            "storage/test_database.py::test_tried_again_once",
            "storage/test_database.py::test_a_lost_connection_is_replaced",
        ),
    ),
    Fault(
        "59", "Redis is gone", "", no_room="no room yet: there is none: conversations live in the database"
    ),
    Fault(
        "60",
        "A migration is killed at each statement, run twice, run by several, run beside the last version",
        "The same tables; the last version goes on",
        (
            "upgrades/test_killed.py::test_killed_at_each_statement",
            "upgrades/test_killed.py::test_several_processes_at_once_make_the_tables_once",
            "upgrades/test_expanding.py::test_the_program_before_this_one_gets_the_same_answers",
            "storage/test_migrations.py::test_up_down_up",
            "storage/test_migrations.py::test_migrating_twice_changes_nothing",
        ),
    ),
    Fault(
        "61",
        "A backup while people talk",
        "A whole one",
        ("backups/test_drill.py::test_a_backup_made_while_people_talk_tells_the_same_story",),
    ),
    Fault(
        "62",
        "Everything is restored on an empty machine",
        "All is there; nobody is told a second time",
        (
            "backups/test_restoring.py::test_what_was_backed_up_is_there_again_on_an_empty_machine",
            "backups/test_restoring.py::test_nobody_is_told_a_second_time_unasked",
        ),
    ),
    Fault(
        "63",
        "A database or a backup that is cut, bent, of another version, another bot, another key",
        "Refused by name before anything is written; a page that is bent is found at night",
        (
            "faults/test_machine.py::test_a_database_that_is_taken_away_or_bent_ends_the_program",
            "running/test_keys.py::test_a_wrong_or_missing_key_is_one_line",
            "backups/test_checking.py::test_a_database_that_does_not_hold_together_is_found_at_night",
            "backups/test_restoring.py::test_a_harmed_archive_is_refused_by_name_and_the_whole_one_restored",
            "backups/test_restoring.py::test_a_wrong_key_a_newer_program_another_bot_and_another_archive_are_refused",
        ),
    ),
    Fault(
        "64",
        "Settings that are missing, wrong, of another bot",
        "One line that names the key, exit code 2, no value printed",
        (
            "running/test_settings.py::test_a_wrong_setting_is_named_in_one_line",
            "running/test_settings.py::test_every_wrong_setting_has_its_line",
            "running/test_settings.py::test_a_token_that_telegram_does_not_know",
            "running/test_cut_lines.py::test_who_is_not_let_in_ends_at_once_with_one_line",
            "running/test_ending.py::test_whoever_ends_says_why",
            "running/test_settings.py::test_the_command_line_itself",
        ),
    ),
)
