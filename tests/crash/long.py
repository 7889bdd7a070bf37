"""`make crash`: at least 20 kills and 1,000 updates, on SQLite; prints what was lost, doubled and out of order."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.crash.harness import crash


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        report = asyncio.run(crash(Path(folder), None, talkers=10, tours=14, kills=25))
    print(report)
    return 0 if report.held else 1


if __name__ == "__main__":
    sys.exit(main())
