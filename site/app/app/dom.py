"""The few things done to the page: find a part by its data attribute, clone a template, set text, show and hide.

Looks follow from attributes alone; the app knows no class names and builds no markup.
"""

from pyscript import document

root = document.querySelector("[data-app]")


def part(name: str, within=root):
    """The element with `data-<name>` inside `within`."""
    return within.querySelector("[data-" + name + "]")


def parts(name: str, within=root) -> list:
    """All elements with `data-<name>` inside `within`."""
    found = within.querySelectorAll("[data-" + name + "]")
    return [found[i] for i in range(found.length)]


def clone(template: str):
    """A fresh copy of the first element of a template."""
    return document.querySelector('template[data-template="' + template + '"]').content.firstElementChild.cloneNode(
        True
    )


def clone_shape(template: str):
    """A fresh copy of the <g> of an SVG template."""
    return (
        document.querySelector('template[data-template="' + template + '"]').content.querySelector("g").cloneNode(True)
    )


def text(name: str, words: str, within=root) -> None:
    """Set the text of a part."""
    part(name, within).textContent = words


def show(element, visible: bool = True) -> None:
    element.hidden = not visible


def put(element, **attributes) -> None:
    """Set attributes; an underscore in a name stands for a hyphen."""
    for name, value in attributes.items():
        element.setAttribute(name.replace("_", "-"), str(value))


def place(element, **variables: float) -> None:
    """Set CSS variables in percent: place(bracket, start=12.5) sets --start to 12.5%."""
    for name, value in variables.items():
        element.style.setProperty("--" + name.replace("_", ""), f"{value:.2f}%")


def block(name: str) -> str:
    """The text of the page's data block `script[data-<name>]`."""
    return document.querySelector("script[data-" + name + "]").textContent
