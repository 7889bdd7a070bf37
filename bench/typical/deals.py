"""The router of deals: its card, and the tap that is measured."""

from aiogram import F, Router, html
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from bench.typical.database import now
from bench.typical.models import Deal, History, User

STAGES = ("new", "inquiry", "documents", "deposit", "payment", "voucher", "notified", "travelled")
BUTTONS = {
    "pay": "💶 Record a payment",
    "payments": "🧾 Payments",
    "price": "🏷 Price",
    "papers": "📄 Papers",
    "voucher": "🎫 Voucher",
    "client": "👤 Client",
    "hand_over": "🤝 Hand over",
    "history": "🕘 History",
    "lose": "✖ Close the deal",
    "list": "◀ Deals",
}


class DealTap(CallbackData, prefix="deals"):
    """`stage` is the one the button was drawn at: an old button moves nothing."""

    verb: str
    number: int
    stage: str


async def advance(query: CallbackQuery, callback_data: DealTap, session: AsyncSession, user: User) -> None:
    deal = await session.scalar(
        select(Deal)
        .where(Deal.id == callback_data.number)
        .options(
            joinedload(Deal.client),
            joinedload(Deal.responsible),
            selectinload(Deal.travellers),
            selectinload(Deal.payments),
        )
    )
    if deal is None or deal.stage != callback_data.stage or deal.stage == STAGES[-1]:
        await query.answer("This deal has moved on.", show_alert=True)
        return
    came_from, deal.stage = deal.stage, STAGES[STAGES.index(deal.stage) + 1]
    deal.stage_since = now()
    facts = {"from": came_from, "to": deal.stage}
    session.add(History(deal_id=deal.id, user_id=user.id, what="advanced", facts=facts, at=now()))
    await session.commit()
    if isinstance(query.message, Message):
        await query.message.edit_text(card(deal), reply_markup=keyboard(deal))
    await query.answer(f"№ {deal.id}: {deal.stage}")


def card(deal: Deal) -> str:
    named = [traveller for traveller in deal.travellers if traveller.passport and traveller.born_on]
    return "\n".join(
        (
            f"<b>№ {deal.id} · {html.quote(deal.title)}</b>",
            f"{html.quote(deal.client.name)} · {deal.client.phone}",
            "📵 Not in Telegram: please call." if deal.client.user_id is None else "",
            f"Stage: <b>{deal.stage}</b>, since {deal.stage_since:%d.%m.%Y}",
            _missing(deal),
            f"{deal.seats} seats · {len(named)} with all data",
            *_sums(deal),
            f"Responsible: {html.quote(deal.responsible.name if deal.responsible else 'nobody yet')}",
        )
    )


def keyboard(deal: Deal) -> InlineKeyboardMarkup:
    following = STAGES[STAGES.index(deal.stage) + 1]
    onward, *others = (
        InlineKeyboardButton(
            text=label, callback_data=DealTap(verb=verb, number=deal.id, stage=deal.stage).pack()
        )
        for verb, label in {"next": f"▶ {following}", **BUTTONS}.items()
    )
    pairs = [others[place : place + 2] for place in range(0, len(others), 2)]
    return InlineKeyboardMarkup(inline_keyboard=[[onward], *pairs])


def _sums(deal: Deal) -> list[str]:
    if not deal.price_minor:
        return ["Price: not agreed yet"]
    return [
        f"Price {_money(deal, deal.price_minor)} · paid {_money(deal, deal.paid_minor)}",
        f"Deposit {_money(deal, deal.deposit_minor)}",
        f"To pay {_money(deal, deal.price_minor - deal.paid_minor)}",
    ]


def _missing(deal: Deal) -> str:
    if deal.stage == "inquiry" and not deal.price_minor:
        return "⏳ the price is not agreed"
    if deal.stage == "documents" and len(deal.travellers) < deal.seats:
        return "⏳ travellers are not entered"
    if deal.stage == "deposit" and deal.paid_minor < deal.deposit_minor:
        return "⏳ the deposit is not paid"
    return "✅ Nothing is missing for this step."


def _money(deal: Deal, minor: int) -> str:
    return f"{minor / 100:,.2f} {deal.currency}"


def deals(router: Router) -> None:
    router.callback_query.register(advance, DealTap.filter(F.verb == "next"))
