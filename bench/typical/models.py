"""The tables, by SQLAlchemy's declarative mapper."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, ForeignKey
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(AsyncAttrs, DeclarativeBase):
    type_annotation_map = {datetime: DateTime(timezone=True), dict[str, Any]: JSON}  # noqa: RUF012 (so SQLAlchemy wants it)


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str]
    role: Mapped[str]
    language: Mapped[str]


class Client(Base):
    __tablename__ = "clients"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    phone: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)


class Traveller(Base):
    __tablename__ = "travellers"

    id: Mapped[int] = mapped_column(primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), index=True)
    name: Mapped[str]
    born_on: Mapped[date | None]
    passport: Mapped[str | None]


class Payment(Base):
    __tablename__ = "payments"

    id: Mapped[int] = mapped_column(primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), index=True)
    minor: Mapped[int]
    method: Mapped[str]
    received_on: Mapped[date]


class Deal(Base):
    __tablename__ = "deals"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    seats: Mapped[int]
    price_minor: Mapped[int]
    deposit_minor: Mapped[int]
    currency: Mapped[str]
    stage: Mapped[str] = mapped_column(index=True)
    stage_since: Mapped[datetime]
    created_at: Mapped[datetime]
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    version: Mapped[int] = mapped_column()
    client: Mapped[Client] = relationship()
    responsible: Mapped[User | None] = relationship()
    travellers: Mapped[list[Traveller]] = relationship(order_by=Traveller.id)
    payments: Mapped[list[Payment]] = relationship(order_by=Payment.id)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (of two taps at once one fails, instead of both moving it)

    @property
    def paid_minor(self) -> int:
        return sum(payment.minor for payment in self.payments)


class History(Base):
    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    what: Mapped[str]
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class Conversation(Base):
    """Where somebody is in a conversation: aiogram's state and its data."""

    __tablename__ = "conversations"

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    user_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    state: Mapped[str | None]
    facts: Mapped[dict[str, Any]]
