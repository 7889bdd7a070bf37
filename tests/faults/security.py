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
        "S14",
        "Patterns, quotes and commands in every text and every search",
        "Found as a plain comparison finds",
        (
            "faults/test_injection.py::test_a_search_finds_what_a_plain_comparison_finds",
            "faults/test_injection.py::test_what_means_something_to_sql_is_kept_as_it_was_said",
            "storage/test_search.py::test_the_database_answers_like_the_words_do",
        ),
    ),
)
