"""What people can do to us who mean harm."""

from tests.faults.fault import Fault

FAULTS = (
    Fault(
        "S1",
        "Ten thousand wrong secrets at the webhook",
        "Each is answered 401; nothing comes in",
        ("faults/test_webhook_attacks.py::test_without_the_secret_nothing_comes_in",),
    ),
    Fault(
        "S2",
        "Five thousand bodies bent out of shape, and one that unpacks to sixty megabytes",
        "No 5xx, no step that fails, nothing left lying",
        (
            "faults/test_webhook_attacks.py::test_no_body_breaks_anything",
            "faults/test_webhook_attacks.py::test_a_little_body_that_unpacks_to_a_large_one",
        ),
    ),
    Fault(
        "S3",
        "Every button is forged by everybody, for their own, another's, another branch's, and no things",
        "What the matrix of rights allows, and nothing else",
        (
            "rights/test_taps.py::test_no_forged_tap_changes_or_tells_what_it_must_not",
            "rights/test_taps.py::test_made_up_numbers_other_peoples_screens_and_groups_are_silent",
            "rights/test_use_cases.py::test_the_matrix_holds",
        ),
    ),
    Fault(
        "S4",
        "Every button again, after another, by many at once, by who works here no more",
        "One effect",
        (
            "rights/test_taps.py::test_a_second_tap_of_the_same_button_has_no_effect",
            "rights/test_at_once.py::test_one_effect_however_many_press",
            "stories/test_dismissal.py::test_another_role_takes_the_old_buttons_away",
        ),
    ),
    Fault("S5", "A Mini App's initData, forged or old", "", no_room="no room yet: there is no Mini App"),
    Fault(
        "S6",
        "Invitations guessed, used, ended, opened by sixteen at once, looked for at rest",
        "One comes in; five guesses and no link is opened for an hour; no token in clear",
        (
            "stories/test_failed_links.py::test_sixteen_open_one_invitation_and_one_comes_in",
            "stories/test_failed_links.py::test_after_five_guesses_no_link_is_opened_for_an_hour",
            "stories/test_failed_links.py::test_a_link_that_was_ours_once_is_no_guess",
        ),
    ),
    Fault(
        "S7",
        "Another branch's numbers at every repository and every use case",
        "Answered like what does not exist",
        (
            "rights/test_repositories.py::test_no_repository_gives_away_another_branchs_things",
            "rights/test_use_cases.py::test_another_branchs_number_is_answered_like_one_that_does_not_exist",
        ),
    ),
    Fault(
        "S8",
        "Four hundred nasty names in every screen and every letter, in four languages",
        "Read by Telegram without one foreign entity; none too long",
        (
            "faults/test_injection.py::test_no_name_is_markup_in_any_screen_or_letter",
            "scheduler/test_notices.py::test_every_kind_arrives_whole_and_its_buttons_lead_somewhere",
        ),
    ),
    Fault(
        "S9",
        "Nasty names in lists as PDF and XLSX",
        "Texts stay texts; no formula but ours; no list fails",
        ("faults/test_injection.py::test_no_name_is_a_formula_on_any_list",),
    ),
    Fault(
        "S10",
        "Sixty files that are not what they say",
        "Kept by the list of kinds only; memory bounded",
        (
            "faults/test_uploads.py::test_only_papers_are_kept",
            "faults/test_uploads.py::test_what_is_declared_too_large_is_never_fetched",
            "faults/test_uploads.py::test_a_jpeg_with_something_behind_it_is_kept_as_a_jpeg",
        ),
    ),
    Fault(
        "S11",
        "File names that are paths, devices, turned round, or endless",
        "They never become paths, and are shown as letters",
        ("faults/test_uploads.py::test_a_file_name_is_only_words",),
    ),
    Fault(
        "S12",
        "Tokens, words, names and numbers in logs, at rest, in tracebacks",
        "Nowhere",
        (
            "house/test_logs.py::test_a_run_with_a_leak_fails_and_names_the_place",
            "house/test_logs.py::test_a_librarys_error_is_written_without_the_token",
            "stories/test_secrets.py::test_a_number_is_nowhere_in_clear_once_it_is_heard",
            "stories/test_secrets.py::test_not_even_in_the_bytes_of_the_file",
        ),
    ),
    Fault("S13", "Somebody asks to be forgotten", "", no_room="no room yet: nobody is forgotten on request"),
    Fault(
        "S14",
        "Patterns, quotes and commands in every text and every search",
        "Found as a plain comparison finds",
        (
            "faults/test_injection.py::test_a_search_finds_what_a_plain_comparison_finds",
            "faults/test_injection.py::test_what_means_something_to_sql_is_kept_as_it_was_said",
            "storage/test_search.py::test_the_database_answers_like_the_words_do",
        ),
    ),
    Fault(
        "S15",
        "One person who does not stop, and five hundred strangers at once",
        "Everybody is answered once; the others come first",
        (
            "faults/test_names.py::test_a_crowd_of_strangers_at_once_hears_us_each_once",
            "bot/test_limits.py::test_a_flood_is_set_aside_and_told_once_and_the_others_come_first",
        ),
    ),
)
