"""All doors there are, collected from the files that declare them."""

from domain.declarations import import_modules
from web import handlers
from web.doors import DOORS, Door


def all_doors(*, demo: bool = False) -> list[Door]:
    """In order of their paths; with those that only a demo has, if it is one."""
    import_modules(handlers.__name__, handlers.__path__)
    return [made for _key, made in sorted(DOORS.items()) if demo or not made.only_demo]
