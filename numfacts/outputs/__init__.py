"""Tables of facts to files: one file per format, found by ``outputs/formats.py``."""
