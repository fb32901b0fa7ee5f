"""On whom of the London portraits the matte was tuned and its network trained; everybody else is only ever scored."""

TUNED = ("002", "012", "022", "044", "062", "092", "096", "104", "112", "126", "136", "172")
"""People on whom the method's parameters were chosen."""
ALSO_TUNED = ("008", "018", "034", "066", "090", "120", "128", "140", "006", "042")
"""People on whom ours were looked at while they were written; nobody of these two rows is scored."""
LEARNT_FIRST = tuple(sorted(TUNED + ALSO_TUNED))
"""People from whom the network learns in its first course."""
JOINED = ("010", "016", "026", "064", "068", "094", "118", "124", "134")
"""People it learns from too in its second; they were scored before. By their numbers alone: with CHECKED two of five of
those who were scored, the one before where somebody has no hair, so that all three such people stay scored."""
CHECKED = ("032", "102", "138")
"""People who are neither learnt from nor scored: on them the course of the training is seen, and choices are made."""
LEARNT = tuple(sorted(LEARNT_FIRST + JOINED))
"""People the network learns from."""


def is_scored(person: str) -> bool:
    """Was nothing tuned on this person?"""
    return person not in LEARNT + CHECKED
