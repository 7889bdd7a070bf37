"""Child processes that need not load aiogram again: forked from one that has, which takes milliseconds, not seconds."""

import multiprocessing

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(
    ["bot.program", "scheduler.program", "tourdesk.running", "tourdesk.demo", "tests.warming"]
)


def warmed() -> None:
    """Returns when the process that is forked from has everything imported."""
    process = FORKING.Process(target=int)
    process.start()
    process.join()
