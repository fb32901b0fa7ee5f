"""What the site says about being there without a network, and to feed readers."""

PWA: dict[str, str] = {
    "pwa.name": "PixID passport photos",
    "pwa.kept": "Works offline",
    "pwa.full": "Online only: this device has no room left",
    "pwa.update": "A newer PixID is ready. Updating reloads this page, and a photo on it has to be chosen again.",
    "pwa.update.now": "Update",
    "pwa.update.later": "Later",
    "pwa.shared": "Your photo is here, on this device. Choose its document.",
    "pwa.unshared": "The photo did not arrive: this device may have no room left for it. Choose its document, then the photo there.",
    "feed.title": "PixID: changes of photo rules",
    "shell.title": "Photo check without a network",
    "shell.description": "A document’s rules from the device itself.",
    "shell.name": "this document",
    "shell.stored": "There is no network, and this page was not opened before. These are the rules kept on your device; with a network the page shows all of them.",
}
