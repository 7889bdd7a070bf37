"""Bank accounts: where clients pay to, with the check digits that tell a slip of the finger."""

import re
from dataclasses import dataclass

from domain.values.refusals import Refusal

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_ACCOUNT, _BIK = re.compile(r"\d{20}"), re.compile(r"\d{9}")
_CORRESPONDENT = re.compile(r"30101\d{15}")
_WEIGHTS = (7, 1, 3)


@dataclass(frozen=True)
class BankAccount:
    """An IBAN with the bank's BIC, or Russian requisites: account, the bank's BIK and its correspondent account."""

    number: str
    bank: str | None = None
    """BIC or BIK."""
    correspondent: str | None = None

    @property
    def is_russian(self) -> bool:
        return self.number.isdigit()

    @property
    def shown(self) -> str:
        """An IBAN in groups of four, as banks write it; a Russian account in one piece."""
        if self.is_russian:
            return self.number
        return " ".join(self.number[at : at + 4] for at in range(0, len(self.number), 4))


def bare(text: str) -> str:
    """Without the spaces and hyphens that people put in between, in capitals."""
    return re.sub(r"[\s\-\u2010-\u2015]", "", text).upper()


def check_account(account: BankAccount) -> None:
    """Raises Refusal: not_an_iban, iban_digits, not_a_bic, and those of Russian requisites."""
    if account.is_russian:
        check_russian(account)
        return
    if not _IBAN.fullmatch(account.number):
        raise Refusal("not_an_iban")
    if int("".join(str(int(sign, 36)) for sign in account.number[4:] + account.number[:4])) % 97 != 1:
        raise Refusal("iban_digits")
    if account.bank is not None and not _BIC.fullmatch(account.bank):
        raise Refusal("not_a_bic")


def check_russian(account: BankAccount) -> None:
    """Raises Refusal: not_a_bik, not_an_account, account_digits, not_a_correspondent, correspondent_digits."""
    bik = account.bank or ""
    check_bik(bik)
    if not _ACCOUNT.fullmatch(account.number):
        raise Refusal("not_an_account")
    if _weighed(_own_prefix(bik) + account.number):
        raise Refusal("account_digits")
    if account.correspondent is not None:
        check_correspondent(account.correspondent, bik)


def check_bik(bik: str) -> None:
    """Raises Refusal: not_a_bik."""
    if not _BIK.fullmatch(bik):
        raise Refusal("not_a_bik")


def check_correspondent(correspondent: str, bik: str) -> None:
    """Raises Refusal: not_a_correspondent, correspondent_digits."""
    if not _CORRESPONDENT.fullmatch(correspondent):
        raise Refusal("not_a_correspondent")
    if correspondent[-3:] != bik[-3:] or _weighed(f"0{bik[4:6]}{correspondent}"):
        raise Refusal("correspondent_digits")


def _own_prefix(bik: str) -> str:
    """An account with the central bank itself is weighed like a correspondent one."""
    return f"0{bik[4:6]}" if bik[-3:] in {"000", "001", "002"} else bik[-3:]


def _weighed(digits: str) -> int:
    """Zero for a number whose check digit fits: each digit times 7, 1, 3 in turn, modulo 10."""
    return sum(int(digit) * _WEIGHTS[at % 3] % 10 for at, digit in enumerate(digits)) % 10
