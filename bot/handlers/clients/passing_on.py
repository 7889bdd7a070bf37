"""What a client has written or sent is with a colleague: said in one line, and for a minute it can be taken back."""

from contextlib import suppress
from datetime import timedelta

from bot.conversation.contents import original_of, sent_in, words_of
from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import active_flow
from bot.conversation.last_screen import last_screen
from bot.conversation.routes import Routes
from bot.conversation.screen import Row, Screen, act, column, go
from bot.flows.clients.who import number_of
from bot.links.clients import SEND_WORDS, SENT, TAKE_BACK
from bot.links.home import HOME
from domain.entities.interactions import Enclosed, Interaction, Medium, Original, Sent
from domain.queries.messages import addressees_of_mine, next_addressees, question_of_mine
from domain.usecases.clients.messages import ask_agency, take_back
from domain.usecases.inquiries.intake import Introduction, become_client
from domain.values.refusals import Refusal
from locales import Sentence, Weekday, _, n_

routes = Routes()

TOGETHER = timedelta(minutes=1)
"""What follows so closely is told of in the same line."""
SENT_NOW = n_("✉️ Sent. {who} will answer you here.", "✉️ {count} messages sent. {who} will answer you here.")
SENT_LATER = n_("✉️ Sent. We answer from {at}.", "✉️ {count} messages sent. We answer from {at}.")


def send_to_agency(exchange: Exchange, reply: int | None = None) -> None:
    """All of the event goes to whoever looks after this client, at once."""
    event = exchange.event
    contact = event.contact
    if contact is not None and contact.own:
        with suppress(Refusal):  # a number that nobody could call is passed on as it stands
            phone = number_of(exchange, contact)
            become_client(exchange.desk, Introduction(exchange.desk.actor.name, phone, vouched=True))
    said = ask_agency(exchange.desk, words_of(event), reply=reply, sent=sent_in(event))
    show_sent(exchange, said)


def show_sent(exchange: Exchange, said: Interaction) -> None:
    """What comes in a burst, as lines or as an album, is told of in one message."""
    screen = last_screen(exchange)
    earlier = screen.view[1] if screen is not None and screen.view[0] == SENT.key else []
    last = question_of_mine(exchange.desk, earlier[-1]) if earlier else None
    if screen is None or last is None or last.taken_back_at or said.at - last.at > TOGETHER:
        exchange.show(SENT, [said.id])
        return
    together = [*earlier, said.id]
    exchange.draw(sent(exchange, together), [SENT.key, together], screen, in_place=True)


@routes.draws(SENT)
def sent(exchange: Exchange, numbers: list[int]) -> Screen:
    said = [question_of_mine(exchange.desk, number) for number in numbers]
    home = (go(_("🏠 Home"), HOME),)
    if said[-1].taken_back_at is not None:
        return Screen(_("↩️ Taken back."), (home,))
    may = any(one.can_be_taken_back(exchange.desk.now) for one in said)
    return Screen(
        _told(exchange, said), (*column([act(_("↩️ Undo"), TAKE_BACK, numbers) if may else None]), home)
    )


def _told(exchange: Exchange, said: list[Interaction]) -> Sentence:
    """Who answers; outside the office's hours, from when on."""
    desk, last = exchange.desk, said[-1]
    opens = desk.agency.hours.next_open(last.at, desk.agency.zone)
    if opens > last.at:
        at = opens.astimezone(desk.agency.zone)
        if at.date() == desk.today:
            return SENT_LATER(count=len(said), at=at.time())
        later = _("{day}, {time}")(day=Weekday(at.date()), time=at.time())
        return SENT_LATER(count=len(said), at=later)
    names = [member.first_name for member in addressees_of_mine(desk, last.id)]
    who: Sentence | str = names[0] if names else desk.agency.name
    if names[1:]:
        who = _("{name} or a colleague")(name=who)
    return SENT_NOW(count=len(said), who=who)


@routes.does(TAKE_BACK)
def undo(exchange: Exchange, numbers: list[int]) -> None:
    """All that was told of in this line and is not older than a minute; the last of it at least."""
    for number in numbers:
        one = question_of_mine(exchange.desk, number)
        if number == numbers[-1] or one.can_be_taken_back(exchange.desk.now):
            take_back(exchange.desk, number)
    exchange.show(SENT, numbers)


_SPOKEN = {"voice", "video", "video_note", "audio"}
"""What a client says for a person to hear, whatever is being asked."""


@routes.takes_beside
def spoken_beside(exchange: Exchange) -> bool:
    """A voice or a video answers no question: it is for a person."""
    if exchange.desk.actor.is_staff or exchange.event.other not in _SPOKEN:
        return False
    send_to_agency(exchange)
    return True


@routes.offers_instead
def send_instead(exchange: Exchange) -> Row | None:
    """Words that are no answer may be a question to us."""
    event = exchange.event
    original = original_of(event)
    if exchange.desk.actor.is_staff or not (event.text or original):
        return None
    names = [member.first_name for member in next_addressees(exchange.desk)]
    label = _("✉️ Send it to {name}")(name=names[0] if names else exchange.desk.agency.name)
    kept = (original.medium.value, original.message) if original else (None, None)
    return (act(label, SEND_WORDS, words_of(event), *kept),)


@routes.does(SEND_WORDS)
def send_words(exchange: Exchange, text: str, medium: str | None = None, message: int | None = None) -> None:
    """The question that was open is asked again below."""
    running = active_flow(exchange)
    enclosed = None
    if medium in set(Medium) and message is not None:
        enclosed = Enclosed(Original(Medium(medium), exchange.event.chat_id, message))
    tapped = exchange.screen
    exchange.leave_tapped()
    if tapped is not None and (running is None or running.screen is None or tapped.id != running.screen.id):
        tapped.actions, tapped.revision = [], tapped.revision + 1  # once is enough
        exchange.unit.screens.save(tapped)
    show_sent(exchange, ask_agency(exchange.desk, text, sent=Sent(enclosed=enclosed)))
    if running is not None and not running.state.paused:
        running.draw()
