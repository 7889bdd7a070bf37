"""`python -m sandbox`: a process of its own that says its address in one line and stops on a signal."""

import argparse
import asyncio
import signal
import sys

from sandbox.server import DEMO_TOKEN, Sandbox


async def main() -> None:
    asked = _arguments()
    sandbox = Sandbox(
        token=asked.token,
        bot_username=asked.username,
        bot_name=asked.name,
    )
    try:
        await sandbox.start(port=asked.port, host=asked.host)
    except OSError as error:
        sys.stderr.write(f"Cannot listen on port {asked.port}: {error.strerror}\n")
        sys.exit(2)
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    sys.stdout.write(f"Sandbox at {sandbox.url}\n")
    sys.stdout.flush()
    await stopping.wait()
    await sandbox.stop()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A Telegram to practise on.")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--token", default=DEMO_TOKEN)
    parser.add_argument("--username", default="tourdesk_demo_bot")
    parser.add_argument("--name", default="Tourdesk")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main())
