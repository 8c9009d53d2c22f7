"""What the exit codes of every command mean."""

FINE = 0
FOUND = 1  # check: findings; extract --strict: rejected rows
UNUSABLE = 2  # wrong usage, or input that cannot be read or output that cannot be written
INTERRUPTED = 130  # what shells give for Ctrl-C
