"""Told once: whoever writes to us for the first time reads above the answer how their data are kept.

Nothing waits for it: what they asked for stands below. Who goes on has agreed; one tap says it at once.
"""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import Message
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back, go
from bot.links.home import HOME
from bot.links.privacy import AGREE, PRIVACY, TOLD_PRIVACY
from domain.queries.consents import privacy_agreed, privacy_untold
from domain.usecases.consents.privacy import agree_to_privacy, told_privacy
from locales import _
from locales.terms.privacy import in_short, whole_notice

routes = Routes(rank=351)


@routes.says_above
def tell_privacy(exchange: Exchange) -> None:
    """To whom something is said anyway, in their own chat."""
    event = exchange.event
    said = any(isinstance(one, Message) for one in exchange.outgoing)
    if not said or not event.private or event.edited or not privacy_untold(exchange.desk):
        return
    told_privacy(exchange.desk)
    exchange.draw_above(told(exchange), TOLD_PRIVACY)


@routes.draws(TOLD_PRIVACY)
def told(exchange: Exchange) -> Screen:
    text = in_short(exchange.desk.agency)
    if privacy_agreed(exchange.desk):
        return Screen(text, ((go(_("🔏 Read it all"), PRIVACY),),))
    return Screen(text, ((act(_("✅ I agree"), AGREE), go(_("🔏 Read it all"), PRIVACY)),))


@routes.draws(PRIVACY)
def privacy(exchange: Exchange) -> Screen:
    """For everybody: staff read what clients read."""
    desk = exchange.desk
    if privacy_untold(desk):
        told_privacy(desk)
    text = whole_notice(desk.agency, exchange.voice.language)
    agrees = not desk.actor.is_staff and not privacy_agreed(desk)
    return Screen(text, (*(((act(_("✅ I agree"), AGREE),),) if agrees else ()), (back(HOME),)))


@routes.does(AGREE)
def agree(exchange: Exchange) -> None:
    agree_to_privacy(exchange.desk)
    exchange.note(_("Thank you."))
    exchange.show(TOLD_PRIVACY)


@routes.command("privacy", _("How we keep your data"), for_clients=True, rank=870)
def reads(exchange: Exchange, _argument: str) -> None:
    exchange.show(PRIVACY)
