"""Child processes that need not load aiogram again: forked from one that has, which takes milliseconds, not seconds."""

import multiprocessing

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["bot.program", "scheduler.program", "tourdesk.running", "tourdesk.demo"])
