"""The whole product behind a webhook, on a database made by `bench.prepare`."""

import asyncio
import gc
import secrets
import sys
from zoneinfo import ZoneInfo

from bench.prepare import database_in, now
from bot.program import BotProgram, telegram
from domain.desk import Agency
from domain.pipeline import Pipeline

AGENCY = Agency("Bench", "EUR", ZoneInfo("Europe/Sofia"), b"not a secret", Pipeline.read())


async def main(port: int, api_url: str, folder: str) -> None:
    database = database_in(folder)
    await database.migrate()
    program = BotProgram(
        telegram("42:bench-not-a-secret", api_url), database, AGENCY, now, secrets.token_urlsafe
    )
    await program.open()
    await program.listen(f"http://127.0.0.1:{port}/hook", "bench", "127.0.0.1", port)
    gc.collect()
    gc.freeze()
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
