"""Operators as tests need them: nobody, somebody, somebody who sells, somebody who takes donations."""

from datetime import date
from decimal import Decimal

from toolchain.operator import Operator, Payments

UPDATED = dict.fromkeys(("privacy", "terms", "refunds"), date(2026, 3, 13))
FREE = Payments("free", None, "", 0, 0)
NOBODY = Operator("", "", "", "", "", "", "", FREE, UPDATED)
SOMEBODY = Operator(
    "Example Ltd", "1 Example Street, London", "GB", "help@example.org", "privacy@example.org", "Example Host, Oslo",
    "https://example.org", FREE, UPDATED,
)  # fmt: skip
SELLER = SOMEBODY._replace(payments=Payments("paid", Decimal("3.90"), "EUR", 7, 14))
GIVEN = SOMEBODY._replace(payments=Payments("donation", None, "", 0, 0))
