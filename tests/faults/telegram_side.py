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
    ),
    Fault(
        "2",
        "An update comes sixteen times at once, while the first is still being taken",
        "Each is answered 200; one has an effect",
        ("faults/test_arriving.py::test_the_same_update_sixteen_times_at_once",),
    ),
    Fault(
        "3",
        "Update numbers have gaps, go backwards, or begin anywhere after a week",
        "Each update is taken; none is told by “smaller than the last”",
        ("faults/test_arriving.py::test_numbers_begin_anywhere_after_a_week_of_silence",),
    ),
    Fault(
        "4",
        "Thousands of updates wait after twenty hours away",
        "All are taken, each person's in order; the taps are gone; nothing past is told",
        (
            "faults/test_arriving.py::test_what_was_said_while_we_were_away_is_answered_oldest_first",
            "stories/test_departures.py::test_down_at_the_due_time_is_told_late_and_never_after",
        ),
    ),
    Fault(
        "5",
        "A tap is too old to be answered",
        "It takes effect, and its answer is tried once",
        (
            "faults/test_arriving.py::test_a_tap_that_is_too_old_takes_effect_and_is_answered_once",
            "bot/test_delivery.py::test_a_tap_that_cannot_be_answered_still_shows_its_screen",
        ),
    ),
    Fault(
        "6",
        "Updates nobody waits for: unknown kinds and fields, no sender, messages out of sight",
        "Counted and done; the next one is taken",
        (
            "faults/test_arriving.py::test_what_nobody_waits_for_and_what_cannot_be_read_is_counted",
            "stories/test_bad_input.py::test_an_unknown_and_an_unreadable_update_stop_nobody",
        ),
    ),
    Fault(
        "7",
        "What is no update: other types, broken JSON, endless brackets, a proxy's page",
        "Set aside or stepped over; what was not stored is not acknowledged; never 5xx",
        (
            "faults/test_arriving.py::test_an_answer_that_is_not_telegrams_acknowledges_nothing",
            "running/test_webhook.py::test_a_conversation_by_webhook_and_everything_that_is_not_one",
            "stories/test_bad_input.py::test_an_answer_that_is_no_json_is_stepped_over",
            "stories/test_bad_input.py::test_half_a_surrogate_is_replaced",
        ),
    ),
    Fault(
        "8",
        "An update on which a step fails whenever it is tried",
        "Three tries, then set aside; the owners hear once; the next is taken within a second",
        (
            "faults/test_arriving.py::test_a_poisonous_update_is_set_aside_and_the_next_is_taken_at_once",
            "bot/test_inbox.py::test_what_is_wrong_itself_is_set_aside_and_the_lane_goes_on",
            "stories/test_alarms.py::test_updates_were_set_aside_and_many_schedulers_say_it_once",
        ),
    ),
    Fault(
        "9",
        "Polling and a webhook at once; a second process on the same file",
        "The stranger's webhook is taken away; the second process ends with one line; what a stranger saw comes to us, too",
        (
            "faults/test_arriving.py::test_another_program_that_asks_for_our_updates_takes_none_of_them",
            "faults/test_arriving.py::test_a_webhook_set_by_somebody_else_does_not_end_polling",
            "running/test_process_lock.py::test_a_second_process_on_the_same_file_is_refused_until_the_first_is_gone",
            "running/test_webhook.py::test_a_conversation_by_webhook_and_everything_that_is_not_one",
        ),
    ),
    Fault(
        "10",
        "The webhook is deleted, moved, or given another secret",
        "It is set again within a minute",
        (
            "bot/test_webhook_watch.py::test_what_somebody_changed_is_set_again",
            "bot/test_webhook_watch.py::test_another_secret_shows_in_who_is_turned_away",
        ),
    ),
    Fault(
        "11",
        "A mailing is told to wait for 1, 35, 3600 seconds",
        "It waits that long; conversations do not; nothing is lost",
        (
            "faults/test_line.py::test_a_limit_for_a_mailing_holds_up_no_conversation",
            "scheduler/test_postman.py::test_a_flood_limit_is_kept_to_the_second_and_in_order",
        ),
    ),
    Fault(
        "12",
        "An answer to a person is told to wait",
        "Waited out while they would wait; else given up at once, and the next word shows the screen",
        (
            "faults/test_line.py::test_a_limit_longer_than_anybody_waits_is_not_waited_out",
            "bot/test_delivery.py::test_what_passes_is_tried_again",
        ),
    ),
    Fault(
        "13",
        "Somebody blocked the bot, left, or threw it out",
        "Marked; not written to; staff are told whom to call; welcome again",
        (
            "bot/test_delivery.py::test_who_blocked_the_bot_is_marked_and_welcome_again",
            "scheduler/test_postman.py::test_who_blocked_us_is_not_written_to_again",
            "stories/test_bad_input.py::test_who_blocks_the_bot_is_marked_and_comes_back",
            "stories/test_departures.py::test_who_cannot_be_reached_is_called_by_phone",
        ),
    ),
    Fault(
        "14",
        "A chat that is not there",
        "Ended, and not tried again",
        ("scheduler/test_postman.py::test_a_chat_that_is_not_there_is_not_asked_again",),
    ),
    Fault(
        "15",
        "A group gets another number",
        "Counted and done: the agency writes to people only, and keeps no group's number",
        (
            "faults/test_arriving.py::test_what_nobody_waits_for_and_what_cannot_be_read_is_counted",
            "faults/test_post.py::test_a_chat_that_says_it_moved_is_not_written_to_again",
        ),
    ),
    Fault(
        "16",
        "A message would not change",
        "Taken for success",
        ("bot/test_delivery.py::test_a_screen_that_did_not_change_is_not_sent_twice",),
    ),
    Fault(
        "17",
        "A message cannot be edited any more",
        "A new one takes its place",
        ("bot/test_delivery.py::test_a_screen_that_was_deleted_comes_anew",),
    ),
    Fault(
        "18",
        "Words that Telegram cannot read as HTML",
        "Said without formatting",
        (
            "bot/test_delivery.py::test_words_that_are_no_html_are_sent_plainly",
            "scheduler/test_postman.py::test_words_that_cannot_be_parsed_go_as_plain_text",
        ),
    ),
    Fault(
        "19",
        "Texts longer than a message or a caption, cut inside a tag, an entity, a family",
        "Parts that fit, tags whole, nothing lost",
        (
            "bot/test_lengths.py::test_parts_fit_hold_their_tags_and_lose_nothing",
            "bot/test_lengths.py::test_no_part_is_empty_and_no_sign_is_torn",
            "bot/test_delivery.py::test_a_long_text_comes_in_parts_with_its_buttons_below",
            "faults/test_line.py::test_a_long_letter_comes_in_parts",
        ),
    ),
    Fault(
        "20",
        "5xx, a page of HTML, an empty or half answer",
        "Tried again; nobody's work ends of it",
        (
            "faults/test_line.py::test_an_answer_that_is_not_telegrams_is_asked_for_again",
            "bot/test_delivery.py::test_what_passes_is_tried_again",
            "scheduler/test_postman.py::test_a_telegram_that_is_down_is_waited_for_however_long",
        ),
    ),
    Fault(
        "21",
        "The line breaks before the effect, or after it",
        "Said; at most twice, and noted as perhaps said before",
        (
            "faults/test_line.py::test_what_may_have_been_heard_twice_is_noted",
            "scheduler/test_postman.py::test_a_broken_line_loses_nothing_and_doubles_at_most_once",
        ),
    ),
    Fault(
        "22",
        "Telegram is slow, hangs, or is away",
        "Others are answered meanwhile; no transaction waits for it; all is said later",
        (
            "faults/test_line.py::test_a_telegram_that_is_slow_for_one_is_not_for_the_others",
            "bot/test_network.py::test_a_long_day_touches_no_network_inside_a_transaction",
            "scheduler/test_postman.py::test_a_telegram_that_is_away_stops_nobody",
            "running/test_polling.py::test_it_waits_for_a_telegram_that_is_away_and_can_be_stopped_meanwhile",
        ),
    ),
    Fault(
        "23",
        "A file is gone, too big, or breaks off on the way",
        "The sender is told; no half file is kept",
        (
            "scheduler/test_fetching.py::test_a_file_too_big_for_telegram_is_told",
            "scheduler/test_fetching.py::test_a_file_that_is_gone_is_believed_only_after_a_while",
            "scheduler/test_fetching.py::test_a_broken_line_is_tried_again",
        ),
    ),
    Fault(
        "24",
        "People without a name, with sixty-four emoji for one, with unseen letters, or the same name",
        "Shown as something that can be seen; found",
        ("faults/test_names.py::test_everybody_has_a_name_that_can_be_seen",),
    ),
    Fault(
        "25",
        "A topic is closed or deleted, the bot is degraded in a group",
        "",
        no_room="no room yet: the agency writes to people only",
    ),
)
