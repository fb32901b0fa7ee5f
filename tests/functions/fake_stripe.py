"""A stand-in for the part of Stripe that the checkout function uses, as a process of its own: strict about every
parameter and the API version, with a page where a test pays, and switches for bad days.

    POST /v1/checkout/sessions        create (idempotent by Idempotency-Key)
    GET  /v1/checkout/sessions/<id>   look
    GET  /pay/<id>                    the hosted page; its buttons pay, decline or lead back
    POST /switch                      form: mode = up, down, slow, processing

Parameters and answers: docs.stripe.com/api/checkout/sessions. Run: python -m tests.functions.fake_stripe PORT
"""

import json
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

VERSION = "2025-03-31.basil"
SECRET = "sk_test_pixid"
SLOW = 20  # seconds: longer than the function waits
ALLOWED = {
    "mode": r"payment",
    "submit_type": r"pay|donate",
    "locale": r"auto|[a-z]{2}(-[A-Z]{2})?",
    "client_reference_id": r"[A-Za-z0-9_-]{1,200}",
    "success_url": r"http://127\.0\.0\.1:\d+/.*",
    "cancel_url": r"http://127\.0\.0\.1:\d+/.*",
    "line_items[0][quantity]": r"[1-9]\d*",
    "line_items[0][adjustable_quantity][enabled]": r"true|false",
    "line_items[0][adjustable_quantity][maximum]": r"\d{1,2}",
    "line_items[0][price_data][currency]": r"[a-z]{3}",
    "line_items[0][price_data][unit_amount]": r"\d+",
    "line_items[0][price_data][product_data][name]": r".{1,250}",
    "metadata[pixid_document]": r".{1,500}",
    "metadata[pixid_key]": r".{1,500}",
}
REQUIRED = {"mode", "success_url", "line_items[0][quantity]", "line_items[0][price_data][currency]"}

sessions: dict[str, dict[str, Any]] = {}
answered: dict[str, tuple[str, str]] = {}  # Idempotency-Key -> (parameters, session id)
state: dict[str, Any] = {"mode": "up", "charged": 0, "created": 0}


class Fake(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/state":
            return self._json(200, state)
        if found := re.fullmatch(r"/pay/(\w+)", self.path):
            return self._page(sessions[found[1]])
        if found := re.fullmatch(r"/v1/checkout/sessions/(\w+)", self.path):
            if not self._welcome():
                return None
            session = sessions.get(found[1])
            return self._json(200, public(session)) if session else self._error(404, "resource_missing")
        return self._error(404, "no such path")

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        form = dict(parse_qsl(text, keep_blank_values=True))
        if self.path == "/switch":
            state["mode"] = form["mode"]
            return self._json(200, state)
        if found := re.fullmatch(r"/pay/(\w+)/(pay|decline|cancel)", self.path):
            return self._press(sessions[found[1]], found[2])
        if self.path != "/v1/checkout/sessions":
            return self._error(404, "no such path")
        if self._welcome():
            return self._create(text, form)
        return None

    def _welcome(self) -> bool:
        """Is the caller who it should be, and is this a good day?"""
        if state["mode"] == "down":
            self._error(500, "api_error")
        elif self.headers.get("Authorization") != f"Bearer {SECRET}":
            self._error(401, "invalid_api_key")
        elif self.headers.get("Stripe-Version") != VERSION:
            self._error(400, "api_version")
        else:
            if state["mode"] == "slow":
                time.sleep(SLOW)
            return True
        return False

    def _create(self, text: str, form: dict[str, str]) -> None:
        key = self.headers.get("Idempotency-Key")
        if not key or self.headers.get("Content-Type") != "application/x-www-form-urlencoded":
            return self._error(400, "idempotency_key or content type missing")
        wrong = [name for name, value in form.items() if not re.fullmatch(ALLOWED.get(name, r"(?!)"), value)]
        if wrong or REQUIRED - set(form):
            return self._error(400, "parameter_unknown", ", ".join([*wrong, *(REQUIRED - set(form))]))
        if key in answered:
            if answered[key][0] != text:
                return self._error(400, "idempotency_error")
            return self._json(200, public(sessions[answered[key][1]]), {"Idempotent-Replayed": "true"})
        state["created"] += 1
        id = f"cs_test_{state['created']:012d}"
        sessions[id] = {
            "id": id, "object": "checkout.session", "mode": "payment", "status": "open", "payment_status": "unpaid",
            "created": int(time.time()), "form": form, "url": f"http://{self.headers['Host']}/pay/{id}",
            "metadata": {name[9:-1]: value for name, value in form.items() if name.startswith("metadata[")},
        }  # fmt: skip
        answered[key] = (text, id)
        return self._json(200, public(sessions[id]))

    def _page(self, session: dict[str, Any]) -> None:
        form = session["form"]
        amount = f"{form['line_items[0][price_data][unit_amount]']} {form['line_items[0][price_data][currency]']}"
        product = form["line_items[0][price_data][product_data][name]"]
        buttons = "".join(
            f'<form method="post" action="/pay/{session["id"]}/{what}"><button>{what}</button></form>'
            for what in ("pay", "decline", "cancel")
        )
        status = "<p id='declined'>Your card was declined.</p>" if session.get("declined") else ""
        head = "<!doctype html><link rel='icon' href='data:,'><title>Pay</title>"
        self._send(200, f"{head}<h1>{product}</h1><p>{amount}</p>{status}{buttons}", "text/html")

    def _press(self, session: dict[str, Any], what: str) -> None:
        if what == "cancel":
            return self._send(303, "", "text/plain", {"Location": session["form"]["cancel_url"]})
        if what == "decline":
            session["declined"] = True
            return self._send(303, "", "text/plain", {"Location": f"/pay/{session['id']}"})
        if session["status"] == "open":
            session["status"] = "complete"
            session["payment_status"] = "unpaid" if state["mode"] == "processing" else "paid"
            state["charged"] += 1
        address = session["form"]["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"])
        return self._send(303, "", "text/plain", {"Location": address})

    def _json(self, status: int, data: object, more: dict[str, str] | None = None) -> None:
        self._send(status, json.dumps(data), "application/json", more)

    def _error(self, status: int, code: str, param: str = "") -> None:
        self._json(status, {"error": {"type": "invalid_request_error", "code": code, "param": param}})

    def _send(self, status: int, text: str, kind: str, more: dict[str, str] | None = None) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet."""


def public(session: dict[str, Any]) -> dict[str, Any]:
    """What the API shows of a session; a complete one has no address."""
    shown = {name: value for name, value in session.items() if name not in ("form", "declined")}
    return shown | ({"url": None} if session["status"] != "open" else {})


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Fake)
    print(server.server_port, flush=True)
    server.serve_forever()
