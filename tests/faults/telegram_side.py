"""What Telegram, and the line to it, can do to us."""

from tests.faults.fault import Fault

FAULTS = (
    Fault(
        "1",
        "An update comes twice, one after the other",
        "One effect; the second is known by its number",
        (
            "stories/test_bad_input.py::test_the_same_update_twice_counts_once",
            "bot/test_inbox.py::test_what_comes_twice_is_taken_once",
        ),
        control="every row the inbox is given counted as new",
    ),
    Fault(
        "2",
        "An update comes sixteen times at once, while the first is still being taken",
        "Each is answered 200; one has an effect",
        ("faults/test_arriving.py::test_the_same_update_sixteen_times_at_once",),
        control="every row the inbox is given counted as new",
    ),
    Fault(
        "3",
        "Update numbers have gaps, go backwards, or begin anywhere after a week",
        "Each update is taken; nothing is told by “smaller than the last”",
        ("faults/test_arriving.py::test_numbers_begin_anywhere_after_a_week_of_silence",),
        control="the highest number kept as the offset after an empty answer",
    ),
    Fault(
        "4",
        "Thousands of updates wait after twenty hours away",
        "All are taken, each person's in order; taps of that time are gone; nothing is told of what is past",
        (
            "faults/test_arriving.py::test_what_was_said_while_we_were_away_is_answered_oldest_first",
            "stories/test_departures.py::test_down_at_the_due_time_is_told_late_and_never_after",
        ),
        control="the inbox fed newest first",
    ),
    Fault(
        "5",
        "A tap is too old to be answered",
        "It takes effect, and its answer is tried once",
        (
            "faults/test_arriving.py::test_a_tap_that_is_too_old_takes_effect_and_is_answered_once",
            "bot/test_delivery.py::test_a_tap_that_cannot_be_answered_still_shows_its_screen",
        ),
        control="a refused answer tried again",
    ),
    Fault(
        "6",
        "Updates nobody waits for: unknown kinds and fields, no sender, messages that cannot be seen any more",
        "Counted and done; the next one is taken",
        (
            "faults/test_arriving.py::test_what_nobody_waits_for_and_what_cannot_be_read_is_counted",
            "stories/test_bad_input.py::test_an_unknown_and_an_unreadable_update_stop_nobody",
        ),
        control="an unhandled update left waiting",
    ),
    Fault(
        "7",
        "What is no update: fields of other types, broken JSON, a hundred thousand brackets, a proxy's page",
        "Set aside or stepped over; nothing is acknowledged that was not stored; never 5xx",
        (
            "faults/test_arriving.py::test_an_answer_that_is_not_telegrams_acknowledges_nothing",
            "running/test_webhook.py::test_a_conversation_by_webhook_and_everything_that_is_not_one",
            "stories/test_bad_input.py::test_an_answer_that_is_no_json_is_stepped_over",
            "stories/test_bad_input.py::test_half_a_surrogate_is_replaced",
        ),
        control="the program before its repair: two pages of a proxy lost one update each",
    ),
)
