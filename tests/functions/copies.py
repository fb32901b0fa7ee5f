"""A copy of the site that sells, with its function and the stand-in for Stripe, each a process of its own."""

import base64
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode
from urllib.request import urlopen

from tests.browser.cable import Cable
from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages.operators import SELLER
from toolchain import node, selling, worker
from toolchain.function import Function
from toolchain.operator import Operator
from toolchain.pages import build
from toolchain.pages.language import ENGLISH
from toolchain.paths import DIST, ROOT
from toolchain.server import Server

SECRET = "sk_test_pixid"
SOLD, REFUSED, OTHER, PRINTED = "us-dv-lottery", "am-passport", "us-passport", "schengen-visa"
KEYS = """
const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"]);
const text = async (format, key) => Buffer.from(await crypto.subtle.exportKey(format, key)).toString("base64");
console.log(JSON.stringify([await text("pkcs8", privateKey), await text("raw", publicKey)]));
"""


@cache
def keys() -> tuple[str, str]:
    """A pair for receipts: private (PKCS8) and public (raw), base64."""
    command = [str(node.node()), "--input-type=module", "-e", KEYS]
    private, public = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert len(base64.b64decode(public)) == 32
    return private, public


class Stripe:
    """The running stand-in."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.functions.fake_stripe", "0"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self._process.stdout is not None
        self.address = f"http://127.0.0.1:{self._process.stdout.readline().strip()}"

    def switch(self, mode: str) -> None:
        """up, down, slow, processing"""
        urlopen(f"{self.address}/switch", urlencode({"mode": mode}).encode()).close()

    def state(self) -> dict[str, Any]:
        """How many sessions were made and how many people charged."""
        with urlopen(f"{self.address}/state") as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@contextmanager
def stripe() -> Iterator[Stripe]:
    running = Stripe()
    try:
        yield running
    finally:
        running.close()


class Copy(NamedTuple):
    """A running copy; visitors come by its cable."""

    server: Server
    cable: Cable
    stripe: Stripe
    operator: Operator


def operator(peer: Stripe, mode: str = "paid") -> Operator:
    payments = SELLER.payments._replace(
        mode=mode, price=Decimal("3.90"), currency="EUR", receipt_key=keys()[1], checkout_page=peer.address
    )
    return SELLER._replace(payments=payments)


def settings(peer: Stripe, origin: str) -> dict[str, str]:
    """The function's environment."""
    return {
        "STRIPE_SECRET_KEY": SECRET,
        "STRIPE_API_BASE": peer.address,
        "PIXID_RECEIPT_KEY": keys()[0],
        "PIXID_ORIGIN": origin.rstrip("/"),
    }


def function_of(folder: Path, who: Operator) -> Path:
    """The function with the operator's table, in `folder`."""
    shutil.copytree(ROOT / "functions", folder / "functions")
    table = selling.table(who, rulebook(), [ENGLISH])
    (folder / selling.TABLE).write_text(selling.table_module(table))
    return folder / "functions" / "checkout.mjs"


@contextmanager
def selling_copy(folder: Path, mode: str = "paid") -> Iterator[Copy]:
    """Build a copy with four documents in `folder` and serve it."""
    with stripe() as peer:
        who = operator(peer, mode)
        dist = folder / "dist"
        documents = [data for data in rulebook() if data["id"] in (SOLD, REFUSED, OTHER, PRINTED)]
        build.write(dist, build.gather(ROOT, documents, [ENGLISH], who))
        for name in ("vendor", "graphs"):
            shutil.copytree(DIST / name, dist / name)
        worker.write(dist, [ENGLISH])
        module = function_of(folder, who)
        with (
            Function(module) as function,
            Server(dist, 0, selling.rules(who), function) as server,
            Cable(server.address) as cable,
        ):
            function.settings.update(settings(peer, cable.address))
            yield Copy(server, cable, peer, who)
