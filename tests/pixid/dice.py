"""Pseudo-random numbers that are the same on every Python, from a fixed seed."""


class Dice:
    """A linear congruential generator (Numerical Recipes' constants)."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def part(self) -> float:
        """A number in 0..1."""
        self._state = (1664525 * self._state + 1013904223) % 4294967296
        return self._state / 4294967296

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.part()

    def whole(self, low: int, high: int) -> int:
        """An integer, both ends included."""
        return low + int(self.part() * (high - low + 1))

    def normal(self, sd: float) -> float:
        """Bell-shaped around 0: the sum of twelve."""
        return sd * (sum([self.part() for _ in range(12)]) - 6)
