"""One file per command; each offers ``command``, which returns the exit code."""
