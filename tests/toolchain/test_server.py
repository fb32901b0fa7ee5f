"""The dev server behaves like the deployed site: headers, types, compression, validators, 404 page."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from toolchain import headers
from toolchain.errors import BuildError
from toolchain.server import Request, Server

RULES = [headers.Rule("/*", {"X-Everywhere": "yes"}), headers.Rule("/vendor/*", {"Cache-Control": "immutable"})]
WASM = b"\0asm" + bytes(range(256)) * 40


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    site = tmp_path / "dist"
    for name, data in {
        "index.html": b"<p>home</p>" * 50,
        "404.html": b"<p>not here</p>",
        "_headers": b"/*\n",
        "us-passport/index.html": b"<p>passport</p>",
        "vendor/a.wasm": WASM,
        "vendor/a.mjs": b"export {};\n",
        "vendor/a.onnx": b"onnx",
        "vendor/a.weights": b"weights",
        "assets/a.png": b"\x89PNG",
        "with space.txt": b"text",
    }.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    with Server(site, rules=RULES) as running:
        yield running


def ask(
    server: Server, path: str, method: str = "GET", body: bytes | None = None, **more: str
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=10)
    connection.request(method, path, body=body, headers={name.replace("_", "-"): value for name, value in more.items()})
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response, data


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/us-passport/", "text/html; charset=utf-8"),
        ("/vendor/a.wasm", "application/wasm"),
        ("/vendor/a.mjs", "text/javascript; charset=utf-8"),
        ("/vendor/a.onnx", "application/octet-stream"),
        ("/vendor/a.weights", "application/octet-stream"),
        ("/assets/a.png", "image/png"),
        ("/with%20space.txt?x=1", "text/plain; charset=utf-8"),
    ],
)
def test_files_come_with_their_type_and_the_rules(server: Server, path: str, kind: str) -> None:
    response, data = ask(server, path)
    assert response.status == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["X-Everywhere"] == "yes"
    assert int(response.headers["Content-Length"]) == len(data) > 0


def test_caching_is_the_rule_or_else_the_hosts_default(server: Server) -> None:
    assert ask(server, "/vendor/a.mjs")[0].headers.get_all("Cache-Control") == ["immutable"]
    assert ask(server, "/")[0].headers.get_all("Cache-Control") == ["public, max-age=0, must-revalidate"]


def test_brotli_only_for_who_accepts_it(server: Server) -> None:
    plain, data = ask(server, "/vendor/a.wasm", Accept_Encoding="gzip, deflate")
    assert data == WASM
    assert "Content-Encoding" not in plain.headers
    packed, data = ask(server, "/vendor/a.wasm", Accept_Encoding="gzip, br;q=0.9")
    assert packed.headers["Content-Encoding"] == "br"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert len(data) < len(WASM)
    assert brotli.decompress(data) == WASM
    assert packed.headers["ETag"] != plain.headers["ETag"]


def test_a_picture_is_not_compressed_twice(server: Server) -> None:
    assert "Content-Encoding" not in ask(server, "/assets/a.png", Accept_Encoding="br")[0].headers


def test_a_changed_file_is_sent_anew(server: Server) -> None:
    _, before = ask(server, "/us-passport/", Accept_Encoding="br")
    (server.root / "us-passport" / "index.html").write_bytes(b"<p>another text</p>")
    _, after = ask(server, "/us-passport/", Accept_Encoding="br")
    assert brotli.decompress(before) == b"<p>passport</p>"
    assert brotli.decompress(after) == b"<p>another text</p>"


def test_a_known_file_is_not_sent_again(server: Server) -> None:
    tag = ask(server, "/")[0].headers["ETag"]
    response, data = ask(server, "/", If_None_Match=tag)
    assert (response.status, data) == (304, b"")
    assert ask(server, "/", If_None_Match='"other"')[0].status == 200


@pytest.mark.parametrize("path", ["/nowhere", "/nowhere/", "/vendor/", "/_headers", "/us-passport/index.htm"])
def test_what_is_not_there_gets_the_404_page_with_the_rules(server: Server, path: str) -> None:
    response, data = ask(server, path)
    assert (response.status, data) == (404, b"<p>not here</p>")
    assert response.headers["X-Everywhere"] == "yes"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/vendor/..%2f..%2fsecret.txt",
        "/link.txt",
        "/..%5csecret.txt",
        "/%00",
        "//etc/passwd",
    ],
)
def test_nothing_outside_the_site_is_served(server: Server, path: str) -> None:
    response, data = ask(server, path)
    assert response.status == 404
    assert b"secret" not in data


def test_a_folder_without_its_slash_is_sent_to_it(server: Server) -> None:
    response, _ = ask(server, "/us-passport")
    assert (response.status, response.headers["Location"]) == (301, "/us-passport/")


def test_head_is_get_without_the_body(server: Server) -> None:
    response, data = ask(server, "/", method="HEAD")
    assert (response.status, data) == (200, b"")
    assert int(response.headers["Content-Length"]) == len(b"<p>home</p>" * 50)


def test_uploads_are_refused_and_noticed(server: Server) -> None:
    response, _ = ask(server, "/upload", method="POST", body=b"a photo")
    assert response.status == 405
    assert server.requests == [Request("POST", "/upload", 7)]


def test_a_taken_port_is_said_in_a_sentence(server: Server, tmp_path: Path) -> None:
    port = urlsplit(server.address).port
    assert port is not None
    with pytest.raises(BuildError, match=rf"^Cannot serve on port {port}: Address already in use"):
        Server(tmp_path, port, RULES)
