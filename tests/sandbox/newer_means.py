"""The second half of the long day in test_second_opinion: everything beside words, files and buttons."""

from typing import Any

from tests.sandbox.line import ANNA, BORIS, CHEN, Line

GO = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}

CLUB = -1_001_000_000_003
ALL_KINDS = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "poll",
    "poll_answer",
]


async def members_come_and_go(line: Line) -> None:
    await line.ok("getUpdates", allowed_updates=ALL_KINDS, limit=1)
    club = {"id": CLUB, "title": "Club", "members": [ANNA, BORIS], "bot": "administrator"}
    await line.sim("POST", "groups", club)
    await line.sim("POST", f"people/{CHEN}/join", {"chat": CLUB})
    await line.sim("POST", f"groups/{CLUB}/promote", {"person": BORIS})
    await line.sim("POST", f"groups/{CLUB}/kick", {"person": CHEN, "by": BORIS})
    await line.ok("unbanChatMember", chat_id=CLUB, user_id=CHEN)
    await line.sim("POST", f"groups/{CLUB}/add", {"person": CHEN})
    await line.ok("banChatMember", chat_id=CLUB, user_id=CHEN)
    for user in (ANNA, BORIS, CHEN, 42):
        await line.ok("getChatMember", chat_id=CLUB, user_id=user)
    await line.ok("getChatAdministrators", chat_id=CLUB)
    await line.sim("POST", f"people/{BORIS}/leave", {"chat": CLUB})
    await line.sim("POST", f"groups/{CLUB}/kick")
    await line.sim("POST", f"groups/{CLUB}/add")


async def people_ask_to_join(line: Line) -> None:
    club = {"id": CLUB - 1, "title": "Club", "members": [ANNA], "bot": "administrator"}
    await line.sim("POST", "groups", club)
    where = {"chat_id": CLUB - 1}
    made = await line.ok("createChatInviteLink", name="Ohrid", creates_join_request=True, **where)
    link = made["invite_link"]
    for method in ("declineChatJoinRequest", "approveChatJoinRequest"):
        await line.sim("POST", f"people/{BORIS}/join", {"link": link})
        await line.ok(method, user_id=BORIS, **where)
    far = 4_000_000_000
    await line.ok("editChatInviteLink", invite_link=link, member_limit=5, expire_date=far, **where)
    await line.sim("POST", f"people/{CHEN}/join", {"link": link})
    await line.ok("revokeChatInviteLink", invite_link=link, **where)


async def topics_are_kept(line: Line) -> None:
    forum = CLUB - 2
    club = {"id": forum, "title": "Forum", "members": [ANNA, BORIS], "forum": True, "bot": "administrator"}
    await line.sim("POST", "groups", club)
    made = await line.ok("createForumTopic", chat_id=forum, name="Ohrid", icon_color=16_766_590)
    where = {"chat_id": forum, "message_thread_id": made["message_thread_id"]}
    await line.ok("sendMessage", text="x", **where)
    await line.says(BORIS, "y", chat=forum, thread=made["message_thread_id"])
    await line.ok("editForumTopic", name="Bled", **where)
    for method in ("closeForumTopic", "reopenForumTopic", "deleteForumTopic"):
        await line.ok(method, **where)
    thread = (await line.sim("POST", f"people/{ANNA}/topic", {"chat": forum, "create": "Vienna"}))["thread"]
    await line.sim("POST", f"people/{ANNA}/topic", {"chat": forum, "rename": thread, "name": "Wien"})
    await line.sim("POST", f"people/{ANNA}/topic", {"chat": forum, "close": thread})


async def words_are_typed_behind_the_bots_name(line: Line) -> None:
    asked = await line.sim("POST", f"people/{ANNA}/inline", {"query": "ohrid", "wait": False})
    place = {"latitude": 1, "longitude": 2, "title": "Quay"}
    said = {"input_message_content": {"message_text": "<b>Ohrid</b>", "parse_mode": "HTML"}}
    results: list[dict[str, Any]] = [
        {"type": "article", "id": "a", "title": "Ohrid", "reply_markup": GO, **said},
        {"type": "location", "id": "l", **place},
        {"type": "venue", "id": "v", "address": "Ohrid", **place},
        {"type": "contact", "id": "c", "phone_number": "+1", "first_name": "Guide"},
    ]
    await line.ok("answerInlineQuery", inline_query_id=asked["inline_query_id"], results=results)
    for result in results:
        await line.sim("POST", f"people/{ANNA}/inline", {"query": "ohrid"})
        picked = await line.sim("POST", f"people/{ANNA}/pick", {"result": result["id"]})
        if result["id"] == "a":
            await line.taps(ANNA, "Go", wait=False)
            await line.ok("editMessageText", inline_message_id=picked["inline_message_id"], text="Bled")


async def invoices_are_paid(line: Line) -> None:
    bill = {"title": "Ohrid", "description": "Deposit", "payload": "deal-7", "currency": "EUR"}
    prices = [{"label": "Deposit", "amount": 9000}, {"label": "Insurance", "amount": 900}]
    await line.ok("sendInvoice", chat_id=ANNA, provider_token="1:TEST:a", prices=prices, **bill)
    for ok in (False, True):
        asked = await line.sim("POST", f"people/{ANNA}/pay", {"wait": False})
        query = asked["pre_checkout_query_id"]
        await line.ok("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=ok, error_message="Sold out")


async def polls_are_held(line: Line) -> None:
    for anonymous in (True, False):
        more: dict[str, Any] = {
            "is_anonymous": anonymous,
            "allows_multiple_answers": True,
            "reply_markup": GO,
        }
        sent = await line.ok(
            "sendPoll", chat_id=ANNA, question="When?", options=["Monday", "Tuesday"], **more
        )
        for options in (["Monday"], []):
            await line.sim("POST", f"people/{ANNA}/vote", {"options": options})
        where = {"chat_id": BORIS, "from_chat_id": ANNA, "message_id": sent["message_id"]}
        await line.ok("forwardMessage", **where)
        await line.ok("copyMessage", **where)
        await line.ok("stopPoll", chat_id=ANNA, message_id=sent["message_id"])
