"""What people can do to us without meaning harm."""

from tests.faults.fault import Fault

FAULTS = (
    Fault(
        "26",
        "Every button is pressed twice at once",
        "One effect; the second shows where things stand",
        (
            "rights/test_taps.py::test_a_second_tap_of_the_same_button_has_no_effect",
            "bot/test_engine.py::test_two_taps_at_once_are_one",
            "stories/test_bad_input.py::test_two_taps_at_once_are_one",
            "stories/test_bad_input.py::test_a_double_tap_starts_a_conversation_once",
        ),
    ),
    Fault(
        "27",
        "Two colleagues press what excludes each other",
        "One wins; the other is told who did",
        (
            "stories/test_deals.py::test_two_who_move_one_deal_move_it_once",
            "stories/test_inquiries.py::test_the_second_of_two_colleagues_hears_who_was_first",
            "stories/test_passports.py::test_two_managers_at_once",
            "stories/test_payments.py::test_two_accountants_record_the_same_transfer",
            "storage/test_deals_at_once.py::test_of_sixteen_who_move_one_deal_at_once_one_does",
        ),
    ),
    Fault(
        "28",
        "Buttons of last month, and of a stage that is over",
        "Nothing is done; the screen is shown as it is now",
        (
            "stories/test_bad_input.py::test_the_buttons_of_last_week_show_where_things_stand",
            "bot/test_engine.py::test_a_button_of_yesterday_shows_where_things_stand",
            "stories/test_deals.py::test_who_may_not_move_a_deal_cannot_even_with_an_old_button",
        ),
    ),
    Fault(
        "29",
        "/start in the middle, a month's silence in the middle, a restart in the middle",
        "The draft is kept, and goes on at the same question",
        (
            "stories/test_bad_input.py::test_start_in_the_middle_loses_nothing",
            "bot/test_engine.py::test_a_restart_in_the_middle_loses_nothing",
            "bot/test_engine.py::test_cancel_keeps_the_draft_and_it_goes_on",
            "faults/test_names.py::test_a_draft_waits_a_month",
        ),
    ),
    Fault(
        "30",
        "Amounts as people write them, and as nobody should",
        "Read to the cent or refused; sums lose nothing",
        (
            "domain/test_money.py::test_an_amount_is_read_as_the_region_writes_it",
            "domain/test_money.py::test_anything_else_is_refused",
            "domain/test_money.py::test_sums_lose_nothing",
            "stories/test_payments.py::test_an_amount_that_cannot_be_is_refused_until_it_can",
        ),
    ),
    Fault(
        "31",
        "Days that do not exist, short years, hours left out or doubled, passports that end too early",
        "Read, or refused with the reason",
        (
            "domain/test_reading.py::test_a_day_that_is_none_is_refused",
            "domain/test_reading.py::test_a_short_year_is_of_this_century",
            "domain/test_local_time.py::test_spring_in_sofia",
            "domain/test_local_time.py::test_autumn_in_sofia",
            "domain/test_travellers.py::test_six_months_after_the_return",
            "stories/test_trips.py::test_each_wrong_answer_is_refused_where_it_is_given",
        ),
    ),
    Fault(
        "32",
        "NUL, half surrogates, unseen and turning letters, a hundred marks, pages of paste",
        "Cleaned once at the door; the same on both databases",
        (
            "domain/test_text.py::test_nothing_unseen_is_left",
            "domain/test_text.py::test_too_much_is_refused_with_its_length",
            "storage/test_columns.py::test_text_that_cannot_be_kept_is_refused",
            "stories/test_bad_input.py::test_strange_letters_come_through_as_they_are",
        ),
    ),
    Fault(
        "33",
        "Names that are formulas, markup, SQL",
        "Letters, wherever they are shown, printed or searched",
        (
            "faults/test_injection.py::test_no_name_is_markup_in_any_screen_or_letter",
            "papers/test_workbook.py::test_what_a_person_wrote_stays_text",
            "storage/test_search.py::test_patterns_are_letters",
        ),
    ),
    Fault(
        "34",
        "A phone in every spelling",
        "One client",
        (
            "bot/test_phones.py::test_one_number_however_it_is_spelled",
            "stories/test_inquiries.py::test_a_known_phone_is_a_known_client",
        ),
    ),
    Fault(
        "35",
        "A spreadsheet to import: another encoding, a million rows, formulas, a bomb",
        "Words that say what to do, or every row once",
        (
            "imports/test_client_files.py::test_no_formula_leaves_us",
            "imports/test_client_rows.py::test_formulas_stay_words",
            "imports/test_tables.py::test_a_bomb_is_not_unpacked",
            "imports/test_tables.py::test_a_chinese_table_in_any_encoding",
            "imports/test_tables.py::test_a_russian_table_in_any_encoding",
            "imports/test_tables.py::test_what_is_refused",
            "stories/test_client_import.py::test_a_file_that_cannot_be_read_gets_a_sentence_until_one_can",
            "stories/test_client_import.py::test_two_files_at_once_bring_nobody_twice",
        ),
    ),
    Fault(
        "36",
        "Files by other names and of other kinds, and very many of them",
        "By the list only; names never become paths; so many and no more",
        (
            "faults/test_uploads.py::test_only_papers_are_kept",
            "faults/test_uploads.py::test_so_many_papers_wait_and_no_more",
            "scheduler/test_fetching.py::test_a_program_named_jpg_is_refused_and_anna_is_told",
        ),
    ),
    Fault(
        "37",
        "An album of which one file fails",
        "The others are kept, and it is named",
        ("stories/test_passports.py::test_an_album_with_one_file_too_big_keeps_the_others",),
    ),
    Fault(
        "38",
        "A voice, a sticker, a place, somebody else's contact where words are awaited",
        "A hint, and the question again",
        (
            "stories/test_bad_input.py::test_a_sticker_and_a_voice_message_are_no_destination",
            "stories/test_inquiries.py::test_only_a_phone_that_telegram_vouches_for_opens_a_kept_file",
        ),
    ),
    Fault(
        "39",
        "A client leaves Telegram in the middle of paying",
        "The deal is kept; the papers go by hand; staff are told whom to call",
        (
            "stories/test_vouchers.py::test_a_client_who_blocked_us_is_not_written_to",
            "stories/test_vouchers.py::test_who_has_no_telegram_gets_it_by_hand",
            "stories/test_departures.py::test_who_cannot_be_reached_is_called_by_phone",
        ),
    ),
    Fault(
        "40",
        "An invitation is opened twice, too late, by a stranger, by sixteen at once",
        "One comes in",
        ("faults/test_names.py::test_of_sixteen_who_open_one_invitation_one_comes_in",),
    ),
)
