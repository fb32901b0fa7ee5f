"""On whom of the London portraits the matte was tuned and its network trained; everybody else is only ever scored."""

TUNED = ("002", "012", "022", "044", "062", "092", "096", "104", "112", "126", "136", "172")
"""People on whom the method's parameters were chosen."""
ALSO_TUNED = ("008", "018", "034", "066", "090", "120", "128", "140", "006", "042")
"""People on whom ours were looked at while they were written; nobody of these two rows is scored."""
LEARNT = tuple(sorted(TUNED + ALSO_TUNED))
"""People the network learns from."""
CHECKED = LEARNT[3::7]
"""Left out where the course of the training is to be seen."""


def is_scored(person: str) -> bool:
    """Was nothing tuned on this person?"""
    return person not in LEARNT
