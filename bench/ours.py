"""The bot as in service behind a webhook, on a database made by `bench.prepare`.

Without the limit per person: one manager taps for all, and would be slowed to five taps a second.
"""

import asyncio
import gc
import os
import secrets
import sys

from bench.prepare import now
from bench.telling import Telling
from bot.program import BotProgram, telegram
from domain.ports.agency import Agency, CurrentAgency
from storage import Database
from storage.crypto.sealing import Keys
from tourdesk.logs import write_logs

AGENCY = Agency(b"not a secret")


async def main(port: int, api_url: str, database_url: str) -> None:
    sys.stderr = open(os.devnull, "w")  # noqa: ASYNC230, PTH123, SIM115 (logs are written as in service, and nobody reads them)
    write_logs(readable=False)
    database = Database(database_url, Keys(b"not a secret"))
    program = BotProgram(
        telegram("42:bench-not-a-secret", api_url),
        database,
        CurrentAgency(AGENCY),
        now,
        secrets.token_urlsafe,
    )
    await program.open()
    program.watch()
    await program.listen(f"http://127.0.0.1:{port}/hook", "bench", "127.0.0.1", port)
    gc.collect()
    gc.freeze()
    Telling(lambda: database.statements).ready()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
