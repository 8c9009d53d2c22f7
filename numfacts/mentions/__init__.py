"""Document -> mentions: one scan finds where figures may stand, each is read once, nothing overlaps."""
