"""Mistakes of the rulebook, collected so that a maintainer sees all of them at once."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake: the file below specs/, the dotted key ("" for the file itself) and a sentence."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.message}" if self.key else f"{self.file}: {self.message}"


class RulebookError(ValueError):
    """The rulebook cannot be used; `mistakes` holds everything that is wrong with it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = sorted(mistakes)
        count = len(self.mistakes)
        title = f"{count} mistake{'s' if count != 1 else ''} in the rulebook:"
        super().__init__("\n".join([title, *(f"  {mistake}" for mistake in self.mistakes)]))
