"""What a copy sells, and for how much: from operator.toml to the checkout function's table and the host's headers.

A free copy, the default, leaves both files as they are in the repository: no table, forms lead nowhere else.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from markupsafe import Markup

from toolchain import headers
from toolchain.errors import BuildError
from toolchain.operator import Operator
from toolchain.pages.context import Offer
from toolchain.pages.language import Language
from toolchain.pages.names import full_name
from toolchain.pages.script import data_block

SAID = "pay.say."
"""Keys of the sentences that the page's script says."""
TABLE = "functions/lib/table.mjs"
HEAD = (
    "/** What is sold, written by the build from operator.toml (toolchain/selling.py). "
    "null: nothing, and the function answers 404. */\n"
)

# https://docs.stripe.com/currencies#zero-decimal and #three-decimal: how Stripe counts, which is not always what the
# Unicode CLDR says (Stripe counts ISK and UGX in hundredths of which only whole ones exist).
ZERO_DECIMAL = frozenset("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split())
WHOLE_ONLY = frozenset(("ISK", "UGX"))
THREE_DECIMAL = frozenset("BHD JOD KWD OMR TND".split())


def minor_units(price: Decimal, currency: str) -> int:
    """The price as Stripe counts it: 3.90 EUR is 390, 400 JPY is 400. Raises BuildError for parts there are none of."""
    factor = 1 if currency in ZERO_DECIMAL else 1000 if currency in THREE_DECIMAL else 100
    amount = price * factor
    if amount != int(amount) or amount <= 0 or (currency in WHOLE_ONLY and price != int(price)):
        raise BuildError(f"operator.toml: {price} is no price in {currency}.")
    return int(amount)


def for_sale(data: Mapping[str, Any]) -> bool:
    """Are the files of a document sold by a copy that sells? Never where photos of one's own are refused."""
    return bool(data["self_made"]["status"] != "not_accepted")


def table(operator: Operator, documents: Iterable[Mapping[str, Any]], languages: Sequence[Language]) -> Any:
    """What functions/lib/table.mjs holds; None for a free copy."""
    payments = operator.payments
    if not payments.on or payments.price is None:
        return None
    product = "pay.product" if payments.paid else "give.product"
    return {
        "mode": payments.mode,
        "amount": minor_units(payments.price, payments.currency),
        "currency": payments.currency.lower(),
        "checkout": payments.checkout_page,
        "receiptKey": payments.receipt_key,
        "documents": {
            data["id"]: {
                language.id: language.say(product, name=full_name(language, data)).unescape() for language in languages
            }
            for data in documents
            if for_sale(data) or not payments.paid
        },
    }


def table_module(sold: Any) -> str:
    """The text of functions/lib/table.mjs."""
    text = json.dumps(sold, ensure_ascii=False, sort_keys=True, indent=1 if sold else None)
    return f"{HEAD}export const table = {text};\n"


def write(
    root: Path, operator: Operator, documents: Iterable[Mapping[str, Any]], languages: Sequence[Language]
) -> None:
    """Bring the function's table and the policy of netlify.toml in line with operator.toml."""
    _replace(root / TABLE, table_module(table(operator, documents, languages)))
    netlify = root / headers.NETLIFY.name
    _replace(netlify, headers.FORMS.sub(form_action(operator), netlify.read_text(encoding="utf-8")))


def offer(language: Language, operator: Operator) -> Offer | None:
    """What the pages of a copy say about paying; None for a free copy."""
    payments = operator.payments
    if not payments.on or payments.price is None:
        return None
    words = {key.removeprefix(SAID): text for key, text in language.sentences.items() if key.startswith(SAID)}
    refund = Markup("")
    if payments.paid and payments.refund_days:
        link = Markup('<a href="{}">{}</a>').format(language.address("refunds/"), language.say("site.refunds"))
        refund = language.count("pay.refund", payments.refund_days, refunds=link)
    return Offer(
        mode=payments.mode,
        price=language.price(payments.price, payments.currency),
        refund=refund,
        settings=data_block({"mode": payments.mode, "key": payments.receipt_key, "words": words}),
    )


def form_action(operator: Operator) -> str:
    """The policy's directive about forms."""
    return " ".join(["form-action 'self'", *([operator.payments.checkout_page] if operator.payments.on else [])])


def rules(operator: Operator) -> list[headers.Rule]:
    """The site's headers as this operator needs them, whatever netlify.toml says at the moment."""
    return headers.with_forms_to(operator.payments.checkout_page if operator.payments.on else "", headers.rules())


def _replace(file: Path, text: str) -> None:
    if file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
