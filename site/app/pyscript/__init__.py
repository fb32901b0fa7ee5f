"""Of PyScript's own Python library what this app uses, under PyScript's names: the page, and JavaScript's modules.

PyScript's has much else and finds out in what kind of Python and thread it runs: 3 ms more of the page's thread.
"""

import sys

import js
from polyscript import js_modules

window = js
document = js.document
sys.modules["pyscript.js_modules"] = js_modules
