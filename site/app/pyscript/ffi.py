"""What turns lists and dictionaries into JavaScript's."""

from jsffi import to_js as to_js
