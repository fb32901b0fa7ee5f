"""The document of a page: from its data block or, on the page that stands for any document, from the rulebook.

That page is what the service worker answers for an address never visited; it is filled in from the same entry.
"""

import json

from pyscript import document as page
from pyscript import window

from app.dom import block, clone, part, parts, put, root, show
from app.words import month, say
from pixid import packed
from pixid.document import Document, from_data
from pixid.edits import switches
from pixid.wording import plain, self_made


async def document() -> Document:
    """The page's document."""
    shell = page.querySelector("[data-shell]")
    if shell is None:
        data = json.loads(block("document-data"))
        data["id"] = root.dataset.document
        return from_data(packed.restored(data))
    response = await window.fetch(root.dataset.rulebook)
    found = packed.parse(await response.text()).document(window.location.pathname.strip("/").split("/")[-1])
    _fill(shell, found)
    return found


def _fill(shell, found: Document) -> None:
    part("shell-name", shell).textContent = found.name
    page.title = found.name + " – PixID"
    put(root, data_document=found.id)
    for gap in parts("document-name"):
        gap.textContent = found.name
    part("shell-answer", shell).textContent = _size(found)
    made = part("shell-made", shell)
    made.textContent = self_made(found)
    show(made, found.self_made.status in ("not_accepted", "conditional"))
    for switch in switches(found):
        line = clone("shell-edit")
        line.textContent = switch.text
        part("shell-edits", shell).appendChild(line)
    for i in range(len(found.data["sources"])):
        source = found.source(i)
        line = clone("shell-source")
        put(line, id="source-" + str(i + 1))
        link = line.querySelector("a")
        link.textContent = source.title
        if source.url:
            put(link, href=source.url)
        line.querySelector("span").textContent = say("shell.read", read=month(source.read))
        part("shell-sources", shell).appendChild(line)


def _size(found: Document) -> str:
    """The size of the print and of the file, as far as stated."""
    sizes = []
    if found.print is not None:
        sizes.append(say("shell.print", width=plain(found.print.width_mm), height=plain(found.print.height_mm)))
    digital = found.digital
    if digital is not None and digital.width_px_min and digital.height_px_min:
        sizes.append(say("shell.file", width=digital.width_px_min, height=digital.height_px_min))
    return ". ".join(sizes) + "." if sizes else ""
