"""The finished file: what it is, the link that saves it, and what was done to the photo for it."""

from pyscript.js_modules import engine_port

from app.dom import clone, part, put, show, text
from app.pace import breath
from app.words import say
from pixid import wording, words
from pixid.catalogue import joined
from pixid.making import formats
from pixid.wording import no_file, self_made

KB = 1024  # bytes, as in the rulebook


async def show_file(made, name: str, ready: bool) -> None:
    """The row of the file, or the sentence that says why there is none. `name`: the document's; `ready`: nothing is
    left to change, so that saving comes first."""
    note, steps = _note(made), done(made)
    await breath()
    row = [_row(made, name)] if made.file is not None else []
    await breath()
    part("file-list").replaceChildren(*row)
    text("file-note", note)
    show(part("file-note"), bool(note))
    text("operations-text", steps)
    show(part("operations"), bool(made.operations))
    show(part("files"))
    show(_get_files(), made.file is not None)
    put(part("actions"), data_primary="files" if made.file is not None and ready else "photo")


def hide() -> None:
    part("file-list").replaceChildren()
    show(part("files"), False)
    show(_get_files(), False)
    put(part("actions"), data_primary="photo")


def _get_files():
    return part("actions").querySelector('[data-action="get-files"]')


def _row(made, name: str):
    row = clone("file")
    url = engine_port.fileUrl(made.file.handle)
    kilobytes = round(made.file.size / KB)
    put(part("file-picture", row), src=url, alt=say("file.alt", document=name))
    text("file-facts", _facts(made, kilobytes), row)
    link = part("output", row)
    name = made.report.document.id + (".png" if made.format == "png" else ".jpg")
    put(link, href=url, download=name, aria_label=say("file.save", kb=kilobytes))
    choice = part("format", row)
    show(choice, len(formats(made.report.document)) > 1 and not made.report.frame.whole)
    put(choice.querySelector('[value="' + made.format + '"]'), selected="")
    least, most = made.report.document.file_bytes()
    if made.file.size < least or (most is not None and made.file.size > most):
        text("file-warning", say("file.outside", kb=kilobytes), row)
        show(part("file-warning", row))
    return row


def _facts(made, kilobytes: int) -> str:
    size = {"width": made.width, "height": made.height, "dpi": made.dpi, "kb": kilobytes}
    printed = made.report.document.print
    if printed is None:
        return say("file.facts", **size)
    return say("file.facts.print", width_mm=_plain(printed.width_mm), height_mm=_plain(printed.height_mm), **size)


def _note(made) -> str:
    """Whether the authority takes such a photo, where that is not plain; why there is no file, where there is none."""
    document = made.report.document
    sentences = [] if document.self_made.status == "accepted" else [self_made(document)]
    if made.why_not and made.why_not != "self-made-refused":  # a refusal says why in its own sentence
        sentences.append(_no_file(made))
    return " ".join(sentences)


def _no_file(made) -> str:
    picture = made.report.evidence.picture
    photo = {"photo": picture.name, "width": picture.width, "height": picture.height}
    sentence = {"crop-forbidden": "file.original", "as-is": "file.as_it_is"}.get(made.why_not)
    header = made.report.evidence.header
    located = made.why_not == "crop-forbidden" and header is not None and header.has_gps
    return (say(sentence, **photo) if sentence else no_file(made)) + (" " + words.NOTES["location"] if located else "")


def done(made) -> str:
    """What was done to the photo, in a sentence or two; "" where nothing was."""
    if not made.operations:
        return ""
    steps = joined(wording.operations(made))
    return " ".join(
        [say("operations" if made.backdrop is None else "operations.background", steps=steps[0].upper() + steps[1:])]
        + wording.notes(made)
    )


def _plain(number: float) -> str:
    """35 and 50.8, never 35.0."""
    return str(int(number)) if number == int(number) else str(number)
