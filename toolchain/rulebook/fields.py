"""Kinds of fields a spec is made of: each checks a value as TOML gives it and describes itself as JSON Schema."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Complain = Callable[[str, str], None]
"""Takes the dotted key and a sentence."""


class Field(Protocol):
    """One kind of value."""

    def check(self, value: Any, key: str, complain: Complain) -> None: ...

    def schema(self) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Text:
    """A text without line breaks or blanks around it; `pattern` must match all of it, `hint` says so in words."""

    pattern: str = ".+"
    hint: str = "a text"

    def check(self, value: Any, key: str, complain: Complain) -> None:
        if not isinstance(value, str) or not re.fullmatch(self.pattern, value) or value != value.strip():
            complain(key, f"must be {self.hint}, not {value!r}")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True)
class Choice:
    """One of the closed words."""

    words: Sequence[str]

    def check(self, value: Any, key: str, complain: Complain) -> None:
        if value not in self.words:
            complain(key, f"must be one of {', '.join(self.words)}, not {value!r}")

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Number:
    """A number from `low` to `high`, whole if `whole`."""

    low: float
    high: float
    whole: bool = False

    def check(self, value: Any, key: str, complain: Complain) -> None:
        kinds = (int,) if self.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not self.low <= value <= self.high:
            what = "a whole number" if self.whole else "a number"
            complain(key, f"must be {what} from {self.low:g} to {self.high:g}, not {value!r}")

    def schema(self) -> dict[str, Any]:
        bounds = {"minimum": self.low} | ({} if math.isinf(self.high) else {"maximum": self.high})
        return {"type": "integer" if self.whole else "number"} | bounds


@dataclass(frozen=True)
class Pair:
    """Two numbers. `ordered`: an interval [least, greatest], where [0, x] is "at most x" and [x, inf] "at least x"."""

    item: Number
    ordered: bool = False

    def check(self, value: Any, key: str, complain: Complain) -> None:
        if not isinstance(value, list) or len(value) != 2:
            ends = "least, greatest" if self.ordered else "width, height"
            complain(key, f"must be two numbers, [{ends}], not {value!r}")
            return
        found: list[str] = []
        for place in (0, 1):
            if not (self.ordered and place == 1 and value[1] == math.inf):
                self.item.check(value[place], f"[{place}]", lambda where, message: found.append(f"{where} {message}"))
        for message in found:
            complain(key, message)
        if self.ordered and not found and value[0] > value[1]:
            complain(key, f"the least value {value[0]:g} is greater than the greatest {value[1]:g}")

    def schema(self) -> dict[str, Any]:
        last = {"type": "number", "minimum": self.item.low} if self.ordered else self.item.schema()  # or inf
        return {"type": "array", "prefixItems": [self.item.schema(), last], "minItems": 2, "maxItems": 2}


@dataclass(frozen=True)
class ListOf:
    """A list of at least one item, none twice."""

    item: Field

    def check(self, value: Any, key: str, complain: Complain) -> None:
        if not isinstance(value, list) or not value:
            complain(key, f"must be a list with at least one item, not {value!r}")
            return
        for place, item in enumerate(value):
            self.item.check(item, f"{key}[{place}]", complain)
            if item in value[:place]:
                complain(f"{key}[{place}]", f"{item!r} stands there twice")

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema(), "minItems": 1, "uniqueItems": True}


@dataclass(frozen=True)
class Table:
    """Named fields. `required` must be there; of `one_of` at least one."""

    fields: Mapping[str, Field]
    required: Sequence[str] = ()
    one_of: Sequence[str] = ()

    def check(self, value: Any, key: str, complain: Complain) -> None:
        if not isinstance(value, dict):
            complain(key, f"must be a table {{...}} with {', '.join(self.fields)}, not {value!r}")
            return
        for name, item in value.items():
            where = f"{key}.{name}" if key else name
            if name in self.fields:
                self.fields[name].check(item, where, complain)
            else:
                complain(where, f"unknown key; known here: {', '.join(self.fields)}")
        for name in self.required:
            if name not in value:
                complain(f"{key}.{name}" if key else name, "is missing")
        if self.one_of and not any(name in value for name in self.one_of):
            complain(key, f"needs at least one of {', '.join(self.one_of)}")

    def schema(self) -> dict[str, Any]:
        made: dict[str, Any] = {
            "type": "object",
            "properties": {name: item.schema() for name, item in self.fields.items()},
            "additionalProperties": False,
        }
        if self.required:
            made["required"] = list(self.required)
        if self.one_of:
            made["anyOf"] = [{"required": [name]} for name in self.one_of]
        return made


@dataclass(frozen=True)
class Keyed:
    """A table whose keys the maintainer chooses (short lower-case words)."""

    item: Field
    key: Text = field(default_factory=lambda: Text(r"[a-z0-9][a-z0-9-]*", "lower-case letters, digits and hyphens"))

    def check(self, value: Any, key: str, complain: Complain) -> None:
        if not isinstance(value, dict) or not value:
            complain(key, f"must be a table with at least one entry, not {value!r}")
            return
        for name, item in value.items():
            self.key.check(name, f"{key}.{name}", complain)
            self.item.check(item, f"{key}.{name}", complain)

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.item.schema(), "minProperties": 1}
