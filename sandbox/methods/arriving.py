"""How updates reach the bot: getUpdates, or a webhook."""

import re
from collections.abc import Awaitable

from sandbox.calls import Call
from sandbox.methods.register import method
from sandbox.polling import read_allowed
from sandbox.refusals import bad_request, conflict
from sandbox.telegram import Telegram
from sandbox.webhook import Webhook
from sandbox.world import Json

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method("getUpdates")
def get_updates(telegram: Telegram, call: Call) -> Awaitable[bytes]:
    if telegram.delivery.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    return telegram.polling.updates(call)


@method("setWebhook")
def set_webhook(telegram: Telegram, call: Call) -> bool:
    """Unlike Telegram, plain http and any port are taken: this server never leaves the machine."""
    url = call.text("url").strip()
    if not url:
        return _unset(telegram, call)
    if not url.startswith(("https://", "http://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        too_long = len(secret) > 256
        raise bad_request(f"secret token {'is too long' if too_long else 'contains unallowed characters'}")
    read_allowed(call, telegram.world.updates)
    telegram.polling.terminate("terminated by setWebhook request")
    _forget(telegram, call)
    telegram.delivery.set(Webhook(url, secret, min(max(call.integer("max_connections") or 40, 1), 100)))
    telegram.world.events.publish(kind="state")
    return True


@method("deleteWebhook")
def delete_webhook(telegram: Telegram, call: Call) -> bool:
    return _unset(telegram, call)


def _unset(telegram: Telegram, call: Call) -> bool:
    telegram.delivery.set(None)
    _forget(telegram, call)
    telegram.world.events.publish(kind="state")
    return True


def _forget(telegram: Telegram, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        telegram.world.updates.clear()


@method("getWebhookInfo")
def get_webhook_info(telegram: Telegram, _call: Call) -> Json:
    webhook = telegram.delivery.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.world.updates),
    }
    if webhook is not None:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
        if webhook.last_error_at is not None:
            info |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    if telegram.world.updates.allowed:
        info["allowed_updates"] = telegram.world.updates.allowed
    return info
