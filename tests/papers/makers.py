"""Makers of papers that a press would rather not meet. Light to import: the child does it at every start."""

import os
import sys
import time


def number_of_the_child() -> bytes:
    return str(os.getpid()).encode()


def sleep_long() -> bytes:
    time.sleep(30)
    return b""


def fall_dead() -> bytes:
    os._exit(9)


def eat_memory() -> bytes:
    return bytes(1 << 30)


def refuse(why: str) -> bytes:
    raise ValueError(why)


def chatter() -> bytes:
    print("a library says hello", flush=True)
    return b"paper"


def modules() -> bytes:
    return " ".join(sys.modules).encode()


def surroundings() -> bytes:
    return " ".join(os.environ).encode()
