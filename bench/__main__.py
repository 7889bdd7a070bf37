"""`python -m bench [part …] [--long]`: the parts that are named, or all, one after the other."""

import argparse
import asyncio
import importlib

PARTS = (
    "update",
    "mapper",
    "startup",
    "post",
    "payments",
    "waiting",
    "size",
    "growth",
    "clients",
    "timeline",
    "inbox",
    "coach",
    "fields",
    "clients_file",
)


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    told.add_argument("parts", nargs="*", choices=[*PARTS, []], help=", ".join(PARTS))
    told.add_argument("--long", action="store_true", help="in full size: minutes instead of seconds")
    asked = told.parse_args()
    for name in asked.parts or PARTS:
        part = importlib.import_module(f"bench.{name}")
        print(f"\n{name}: {str(part.__doc__).splitlines()[0]}", flush=True)
        asyncio.run(part.main(long=asked.long))


main()
