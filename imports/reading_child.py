"""The process in which a file that came in is read: told what to do and the file on its standard input, it answers in portions.

It is nobody's: a file that is made to fell whoever reads it fells this child, within the memory that it may have.
"""

import io
import pickle
import struct
import sys
import traceback
from collections.abc import Iterator
from enum import IntEnum
from itertools import islice
from typing import Any, BinaryIO

from domain.values.refusals import Refusal
from ops.children import be_modest

HEAD = struct.Struct(">BQ")
"""Before every portion: what it is, and how many bytes follow."""

PORTION = 200
"""Rows."""

MEMORY = 1 << 30
NICE = 10
"""People's answers come first."""


class Answer(IntEnum):
    """What a portion is."""

    ROWS = 0
    END = 1
    REFUSED = 2
    FAILED = 3


def work() -> None:
    """Reads one file, and ends."""
    be_modest(MEMORY, NICE)
    came, answers = sys.stdin.buffer, sys.stdout.buffer
    order = came.read(HEAD.unpack(came.read(HEAD.size))[1])
    content = io.BytesIO(came.read())
    try:
        read, args = pickle.loads(order)  # noqa: S301  (written by our own parent, through a pipe nobody else has)
        for portion in _portions(read(content, *args)):
            _tell(answers, Answer.ROWS, portion)
        _tell(answers, Answer.END, None)
    except Refusal as refusal:
        _tell(answers, Answer.REFUSED, (refusal.kind, refusal.facts))
    except Exception:  # noqa: BLE001  (whatever went wrong is told to the parent, who is waiting)
        _tell(answers, Answer.FAILED, traceback.format_exc()[-2000:])


def _portions(read: Iterator[Any]) -> Iterator[list[Any]]:
    while portion := list(islice(read, PORTION)):
        yield portion


def _tell(answers: BinaryIO, kind: Answer, what: Any) -> None:
    told = pickle.dumps(what)
    answers.write(HEAD.pack(kind, len(told)) + told)
    answers.flush()


if __name__ == "__main__":
    work()
