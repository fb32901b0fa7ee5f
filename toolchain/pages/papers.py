"""Paper of print sheets as shops call it."""

PAPERS = [
    ("10x15", "10 × 15 cm"),
    ("13x18", "13 × 18 cm"),
    ("4x6in", "4 × 6 in"),
    ("5x7in", "5 × 7 in"),
    ("a4", "A4"),
    ("a5", "A5"),
    ("letter", "Letter"),
]
"""Paper of print sheets (pixid.sheet.PAPERS) as shops call it."""
