"""What may be done by whom: the roles of the staff, and the rights with the roles that have them."""

from enum import StrEnum
from typing import Self


class Role(StrEnum):
    """What a staff member is in the agency."""

    OWNER = "owner"
    MANAGER = "manager"
    OPERATOR = "operator"
    ACCOUNTANT = "accountant"
    GUIDE = "guide"


_SALES = (Role.MANAGER, Role.OPERATOR)
_MONEY = (*_SALES, Role.ACCOUNTANT)
_ALL = (*_MONEY, Role.GUIDE)


class Right(StrEnum):
    """What a use case asks for before it does anything: its name, and the roles that have it. Owners have every right."""

    roles: frozenset[Role]

    def __new__(cls, value: str, *roles: Role) -> Self:
        right = str.__new__(cls, value)
        right._value_ = value
        right.roles = frozenset({Role.OWNER, *roles})
        return right

    INVITE_STAFF = "invite_staff"
    SEE_TEAM = "see_team", Role.MANAGER
    PLAN_TRIPS = "plan_trips", Role.MANAGER
    SEE_TRIPS = "see_trips", *_ALL
    TAKE_INQUIRIES = "take_inquiries", *_SALES
    SEE_DEALS = "see_deals", *_MONEY
    OPEN_DEALS = "open_deals", *_SALES
    MOVE_DEALS = "move_deals", *_SALES
    OVERRIDE = "override", Role.MANAGER
    CHECK_DOCUMENTS = "check_documents", *_SALES
    SEE_MONEY = "see_money", *_MONEY
    RECORD_PAYMENTS = "record_payments", *_MONEY
    SEE_PARTICIPANTS = "see_participants", *_ALL
    ANSWER_CLIENTS = "answer_clients", *_SALES
    CHANGE_CLIENTS = "change_clients", *_SALES
    MERGE_CLIENTS = "merge_clients", Role.MANAGER
    KEEP_CONSENTS = "keep_consents", *_SALES
    GIVE_OUT_DATA = "give_out_data", Role.MANAGER
    IMPORT_CLIENTS = "import_clients", Role.MANAGER
    EXPORT_CLIENTS = "export_clients", Role.MANAGER
    TIE_GROUPS = "tie_groups", Role.MANAGER
    NOTE_MARKET = "note_market", *_ALL
    SEE_SUPPLIERS = "see_suppliers", *_SALES
    KEEP_SUPPLIERS = "keep_suppliers", Role.MANAGER
    WRITE_CARDS = "write_cards", *_SALES, Role.GUIDE
    SETTLE_DEALS = "settle_deals", Role.MANAGER, Role.ACCOUNTANT
    KEEP_REPLIES = "keep_replies", Role.MANAGER
    CORRECT_NOTES = "correct_notes"
    KEEP_BACKUPS = "keep_backups"
    JUDGE_IDEAS = "judge_ideas"
    CHANGE_SETTINGS = "change_settings"


DAILY = frozenset(
    {
        Right.SEE_TRIPS,
        Right.TAKE_INQUIRIES,
        Right.SEE_DEALS,
        Right.OPEN_DEALS,
        Right.MOVE_DEALS,
        Right.CHECK_DOCUMENTS,
        Right.SEE_MONEY,
        Right.RECORD_PAYMENTS,
        Right.SEE_PARTICIPANTS,
        Right.ANSWER_CLIENTS,
        Right.NOTE_MARKET,
        Right.SEE_SUPPLIERS,
        Right.WRITE_CARDS,
    }
)
"""What work goes on with while somebody is away. What else they may decide waits for them, or for who may decide it, too."""

RIGHTS: dict[Role, frozenset[Right]] = {
    role: frozenset(right for right in Right if role in right.roles) for role in Role
}
