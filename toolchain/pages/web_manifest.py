"""manifest.webmanifest of each language: what an installed PixID is called, looks like and takes."""

import json
from collections.abc import Iterable, Mapping

from toolchain.pages.table import Site

NAME = "manifest.webmanifest"
POPULAR = ("us-passport", "schengen-visa", "gb-passport-digital", "in-passport-icao")
"""Documents of the icon's menu; those a copy does not have are left out."""
SHARE = "share/"
"""Where the system hands over shared photos: site/worker/shared.mjs answers, no server ever does."""
TYPES = {
    "image/jpeg": [".jpg", ".jpeg"],
    "image/png": [".png"],
    "image/webp": [".webp"],
    "image/heic": [".heic", ".heif"],
    "image/avif": [".avif"],
}


def manifests(sites: Iterable[Site], names: Mapping[str, str]) -> dict[str, bytes]:
    """Path below dist -> JSON. `names` of assets to addresses."""
    return {site.language.file(NAME): _manifest(site, names) for site in sites}


def _manifest(site: Site, names: Mapping[str, str]) -> bytes:
    language = site.language
    documents = {str(data["id"]): data for data in site.documents}
    made = {
        "id": "/",
        "name": language.say("pwa.name").unescape(),
        "short_name": language.say("site.name").unescape(),
        "description": language.say("site.footer").unescape(),
        "lang": language.id,
        "dir": language.dir,
        "start_url": language.address(""),
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "categories": ["photo", "utilities", "travel"],
        "icons": [
            _icon(names["icon-192.png"], "192x192", "any"),
            _icon(names["icon-512.png"], "512x512", "any"),
            _icon(names["icon-maskable.png"], "512x512", "maskable"),
        ],
        "shortcuts": [
            {"name": language.name_of(documents[id]), "url": language.address(f"{id}/")}
            for id in POPULAR
            if id in documents
        ],
        "share_target": {
            "action": language.address(SHARE),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {"files": [{"name": "photo", "accept": ["image/*"]}]},
        },
        "file_handlers": [{"action": language.address(""), "accept": TYPES}],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _icon(address: str, sizes: str, purpose: str) -> dict[str, str]:
    return {"src": address, "sizes": sizes, "type": "image/png", "purpose": purpose}
