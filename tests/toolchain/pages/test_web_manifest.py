"""What an installed PixID says of itself."""

import json

from tests.toolchain.pages.rendered import site


def test_icons_and_shortcuts_lead_somewhere() -> None:
    made = json.loads(site()["manifest.webmanifest"])
    assert {icon["purpose"] for icon in made["icons"]} == {"any", "maskable"}
    assert all(icon["src"].lstrip("/") in site() for icon in made["icons"])
    assert made["shortcuts"] and all(f"{entry['url'].strip('/')}/index.html" in site() for entry in made["shortcuts"])
    assert made["start_url"] == "/" and made["display"] == "standalone"


def test_photos_are_taken_from_other_apps_and_from_files() -> None:
    made = json.loads(site()["manifest.webmanifest"])
    assert made["share_target"]["action"] == "/share/"
    assert made["share_target"]["params"]["files"] == [{"name": "photo", "accept": ["image/*"]}]
    assert "image/heic" in made["file_handlers"][0]["accept"]


def test_every_page_names_the_manifest_of_its_language() -> None:
    for path, data in site().items():
        if path.endswith(".html"):
            assert b'<link rel="manifest" href="/manifest.webmanifest">' in data, path
