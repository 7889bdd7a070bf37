"""Polls: sending them, and stopping them. Quizzes, media and closing by themselves are refused."""

from typing import Any

from sandbox.calls import Call
from sandbox.keyboards import read_markup
from sandbox.methods.reach import chat_of, message_of, place_of
from sandbox.methods.register import method
from sandbox.polls import Poll
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.text.reading import read_formatted
from sandbox.world import Json

MOST_OPTIONS = 12
LONGEST_QUESTION = 300
LONGEST_OPTION = 100
_UNKNOWN = (
    "open_period",
    "close_date",
    "explanation",
    "explanation_media",
    "correct_option_id",
    "correct_option_ids",
    "description",
    "media",
    "country_codes",
    "members_only",
    "shuffle_options",
    "allow_adding_options",
    "hide_results_until_closes",
)


@method("sendPoll")
def send_poll(telegram: Telegram, call: Call) -> Json:
    _check_known(call)
    question = _plain(call.text("question"), call.text("question_parse_mode"), call.json("question_entities"))
    options = _options(call.json("options"))
    place = place_of(telegram, call)
    if not place.chat.polls_allowed and place.chat.bot_status != "administrator":
        raise bad_request("not enough rights to send polls to the chat")
    poll = Poll(
        telegram.world.new_poll(),
        _measured(question, LONGEST_QUESTION, "question"),
        _checked(options),
        anonymous=call.params.get("is_anonymous") is None or call.flag("is_anonymous"),
        multiple=call.flag("allows_multiple_answers"),
        revoting=call.params.get("allows_revoting") is None or call.flag("allows_revoting"),
        closed=call.flag("is_closed"),
    )
    telegram.limiter.spend(place.chat.id)
    telegram.world.polls[poll.id] = poll
    return place.post(telegram, {"poll": poll.redraw()})


def _check_known(call: Call) -> None:
    kind = call.text("type")
    if kind == "quiz":
        raise bad_request("this sandbox knows no quizzes")
    if kind not in ("", "regular"):
        raise bad_request("unsupported poll type specified")
    for name in _UNKNOWN:
        if call.params.get(name) not in (None, False, "", "false"):
            raise bad_request(f"this sandbox does not know {name} of a poll")


def _options(given: Any) -> list[str]:
    """Their words; each is a String, or an InputPollOption with a text."""
    if given is not None and not isinstance(given, list):
        raise bad_request("expected an Array of InputPollOption")
    return [_option(one) for one in given or []]


def _option(given: Any) -> str:
    unread = "can't parse InputPollOption: "
    if isinstance(given, str):
        return _plain(given, "", None)
    if not isinstance(given, dict):
        raise bad_request(unread + "Expected InputPollOption to be an Object")
    if not isinstance(given.get("text"), str):
        raise bad_request(unread + 'Can\'t find field "text"')
    if given.get("media") is not None:
        raise bad_request("this sandbox does not know media of a poll's option")
    return _plain(given["text"], given.get("text_parse_mode") or "", given.get("text_entities"))


def _plain(source: str, parse_mode: str, entities: Any) -> str:
    """In questions and options Telegram keeps custom emoji only, which nothing here uses."""
    return read_formatted(source, parse_mode, entities)[0]


def _checked(options: list[str]) -> list[str]:
    if not options:
        raise bad_request("poll must have at least one answer option")
    if len(options) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    return [_measured(option, LONGEST_OPTION, "options") for option in options]


def _measured(text: str, most: int, what: str) -> str:
    """Counted in characters, not in UTF-16 units."""
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > most:
        raise bad_request(f"poll {what} length must not exceed {most}")
    return text


@method("stopPoll")
def stop_poll(telegram: Telegram, call: Call) -> Json:
    chat = chat_of(telegram, call)
    markup = read_markup(call.json("reply_markup"), private=chat.person is not None, only_inline=True)
    message = message_of(chat, call, "message with poll to stop not found")
    if "poll" not in message.content:
        raise bad_request("message is not a poll")
    if message.sender is not None or message.origin is not None:
        raise bad_request("poll can't be stopped")
    poll = telegram.world.polls[message.content["poll"]["id"]]
    if poll.closed:
        raise bad_request("poll has already been closed")
    poll.closed = True
    message.inline = markup
    shown = poll.redraw()
    telegram.world.poll_changed(poll)
    telegram.tell_bot("poll", shown, chat=chat.id, lane=f"poll:{poll.id}")
    return shown
