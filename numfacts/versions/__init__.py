"""Two versions of a story and their facts: which published numbers changed.

Document + Facts, twice -> sentences in pairs -> facts in pairs -> Differences
"""
