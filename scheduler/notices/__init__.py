"""The words and buttons of everything said unasked, by the kind of notice: made of how things are now."""

from domain.declarations import import_modules
from domain.entities.notices import Notice
from domain.ports.desk import Desk
from scheduler.notices.declared import WORDS
from scheduler.notices.message_content import MessageContent
from scheduler.notices.on_behalf import on_behalf
from scheduler.notices.own_text import in_own_words

import_modules(__name__, __path__)


def content_for(desk: Desk, notice: Notice) -> MessageContent:
    """What this notice says now. Raises NothingToSay, or NotFound when its subject is gone."""
    return on_behalf(desk, notice, in_own_words(desk, notice, WORDS[notice.kind](desk, notice)))
