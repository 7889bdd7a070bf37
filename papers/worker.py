"""The press's child: reads orders from its standard input, writes papers to its standard output."""

import os
import pickle
import struct
import sys
import traceback
from typing import BinaryIO

from ops.children import be_modest

HEAD = struct.Struct(">BQ")
"""Before every order and every paper: how it went, and how many bytes follow."""

DONE, FAILED = 0, 1

NICE = 5


def work(memory: int) -> None:
    """Works until the parent closes the pipe, or is gone."""
    be_modest(memory, NICE)
    orders, papers = sys.stdin.buffer, _papers()
    while head := orders.read(HEAD.size):
        order = orders.read(HEAD.unpack(head)[1])
        state, paper = _made(order)
        papers.write(HEAD.pack(state, len(paper)) + paper)
        papers.flush()


def _made(order: bytes) -> tuple[int, bytes]:
    try:
        make, args = pickle.loads(order)  # noqa: S301  (written by our own parent, through a pipe nobody else has)
        return DONE, make(*args)
    except Exception:  # noqa: BLE001  (whatever went wrong is told to the parent, who is waiting)
        return FAILED, traceback.format_exc().encode(errors="replace")


def _papers() -> BinaryIO:
    """The way back to the parent, out of reach of anything that prints."""
    papers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return papers
