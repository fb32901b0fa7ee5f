"""Who runs this copy of the site, and whether it sells: operator.toml, read once per build.

Everything is optional: a copy whose operator says nothing says exactly that on its pages. What is given is checked
here, so that no page can show half an address or a price without a currency.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from toolchain.errors import BuildError
from toolchain.paths import ROOT

OPERATOR = ROOT / "operator.toml"
MODES = ("free", "paid", "donation")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
SITE = re.compile(r"https://[a-z0-9.-]+(:\d+)?")
PRICE = re.compile(r"\d{1,4}\.\d\d|\d{1,6}")
COUNTRY = re.compile(r"[A-Z]{2}")
CURRENCY = re.compile(r"[A-Z]{3}")
RECEIPT_KEY = re.compile(r"[A-Za-z0-9+/]{43}=")
"""32 bytes in base64."""
CHECKOUT_PAGE = "https://checkout.stripe.com"

KEYS: dict[str, dict[str, type]] = {
    "operator": dict.fromkeys(("name", "address", "country", "support_email", "privacy_email", "host", "site"), str),
    "payments": {
        **dict.fromkeys(("mode", "price", "currency", "receipt_key", "checkout_page"), str),
        **dict.fromkeys(("records_years", "refund_days"), int),
    },
    "updated": dict.fromkeys(("privacy", "terms", "refunds"), str),
}


class Payments(NamedTuple):
    """Whether the files are sold. `price` is None unless the mode needs one."""

    mode: str
    """free, paid or donation."""
    price: Decimal | None
    """What the files of one document cost, tax included; for donations what is suggested."""
    currency: str
    """ISO 4217, "" where nothing is sold."""
    records_years: int
    refund_days: int
    receipt_key: str = ""
    """Public key of the receipts: Ed25519, base64 of its 32 bytes."""
    checkout_page: str = CHECKOUT_PAGE
    """Origin of the payment page: the only other one that forms may lead to."""

    @property
    def paid(self) -> bool:
        """Are files sold?"""
        return self.mode == "paid"

    @property
    def on(self) -> bool:
        """Can money change hands at all, for files or as a donation?"""
        return self.mode != "free"


class Operator(NamedTuple):
    """Who answers for this copy; every text is "" where nothing is said."""

    name: str
    address: str
    country: str
    """ISO 3166, two letters."""
    support_email: str
    privacy_email: str
    """The support address where no other is given."""
    host: str
    """Who serves the files."""
    site: str
    """Scheme and host without a slash at the end, for canonical addresses."""
    payments: Payments
    updated: Mapping[str, date]
    """"privacy", "terms" and "refunds": when each text was last changed."""

    @property
    def known(self) -> bool:
        """Is there somebody to write to? Needs a name and one address of either kind."""
        return bool(self.name and (self.address or self.privacy_email))


def read(path: Path = OPERATOR) -> Operator:
    """The operator of this copy. Raises BuildError with every mistake of the file."""
    try:
        with open(path, "rb") as handle:
            data = tomllib.load(handle)
    except FileNotFoundError:
        raise BuildError(f"{path.name} is missing; docs/operators.md shows an empty one.") from None
    except tomllib.TOMLDecodeError as problem:
        raise BuildError(f"{path.name}: {problem}.") from None
    if wrong := [*_shape(data), *_mistakes(data)]:
        raise BuildError(f"{path.name}: {' '.join(wrong)}")
    who, payments, updated = (data.get(name, {}) for name in KEYS)
    texts = {key: str(who.get(key, "")).strip() for key in KEYS["operator"]}
    texts["privacy_email"] = texts["privacy_email"] or texts["support_email"]
    price = payments.get("price", "")
    return Operator(
        **texts,
        payments=Payments(
            mode=payments.get("mode", "free"),
            price=Decimal(price) if price else None,
            currency=payments.get("currency", ""),
            records_years=payments.get("records_years", 0),
            refund_days=payments.get("refund_days", 0),
            receipt_key=payments.get("receipt_key", ""),
            checkout_page=payments.get("checkout_page") or CHECKOUT_PAGE,
        ),
        updated={key: date.fromisoformat(updated[key]) for key in KEYS["updated"]},
    )


def _shape(data: Mapping[str, Any]) -> list[str]:
    """Unknown tables and keys, and values of the wrong type."""
    wrong = [f"[{name}] is unknown." for name in data if name not in KEYS or not isinstance(data[name], dict)]
    for table, keys in KEYS.items():
        found = data.get(table, {})
        for key, value in found.items() if isinstance(found, dict) else ():
            if key not in keys:
                wrong.append(f"[{table}] {key} is unknown.")
            elif not isinstance(value, keys[key]) or isinstance(value, bool):
                wrong.append(f"[{table}] {key} must be {'text' if keys[key] is str else 'a whole number'}.")
    return wrong


def _mistakes(data: Mapping[str, Any]) -> list[str]:
    """Values that mean nothing, and values that another one needs."""
    if _shape(data):
        return []
    who, payments, updated = (data.get(name, {}) for name in KEYS)
    wrong = []
    forms = (
        (who, "support_email", EMAIL, "an e-mail address"),
        (who, "privacy_email", EMAIL, "an e-mail address"),
        (who, "country", COUNTRY, "a country as two capital letters"),
        (who, "site", SITE, "an address like https://example.org, without a path"),
        (payments, "price", PRICE, "a price like 3.90"),
        (payments, "currency", CURRENCY, "a currency as three capital letters"),
        (payments, "receipt_key", RECEIPT_KEY, "a public key as docs/payments.md makes one"),
        (payments, "checkout_page", SITE, "an address like https://pay.example.org, without a path"),
    )
    for table, key, form, what in forms:
        if table.get(key) and not form.fullmatch(table[key]):
            wrong.append(f"{key} is not {what}: {table[key]!r}.")
    mode = payments.get("mode", "free")
    if mode not in MODES:
        wrong.append(f"mode is one of {', '.join(MODES)}, not {mode!r}.")
    if mode == "paid":
        keys = ("price", "currency", "records_years", "refund_days", "receipt_key")
        needed = [key for key in keys if not payments.get(key)]
        needed += [key for key in ("name", "address", "country", "support_email", "site") if not who.get(key)]
        if needed:
            wrong.append(f"Who sells must give {', '.join(needed)}.")
    if mode == "donation" and not (payments.get("price") and payments.get("currency")):
        wrong.append("Who takes donations must give price and currency of what is suggested.")
    wrong += [f"{key} is negative." for key in ("records_years", "refund_days") if payments.get(key, 0) < 0]
    for key in KEYS["updated"]:
        try:
            date.fromisoformat(updated.get(key, ""))
        except ValueError:
            wrong.append(f"[updated] {key} must be a day like 2026-11-26.")
    return wrong
