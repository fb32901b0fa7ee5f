"""What ends a command before it can do its work, as one sentence for the person at the keyboard."""


class Stop(Exception):
    """Printed as it is, exit code 2. Photos that cannot be used are `PhotoError`s instead: they end nothing."""
