"""The texts that speed.py runs on: single sentences and whole articles, from a corpus or from seeds/.

``workloads(None, seed=0)["articles"]`` are the stories of seeds/, shuffled and repeated.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

from numfacts.documents.layout import sentences
from numfacts.model import Document

SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCE = range(20, 401)  # characters
ARTICLE = range(2000, 15001)
REPEATS = 200  # of seeds/, which is 23 kB


def workloads(corpus: Path | None, seed: int) -> dict[str, list[str]]:
    """-> sentences, sentences that hold a digit, and articles, each in one shuffled order.

    ``corpus`` is JSON Lines with a ``text``.
    """
    texts = _corpus(corpus) if corpus else stories() * REPEATS
    shuffled = random.Random(seed)
    shuffled.shuffle(texts)
    cut = [sentence for text in texts for sentence in _sentences(text)]
    shuffled.shuffle(cut)
    return {
        "sentences": cut,
        "sentences with a digit": [text for text in cut if any(map(str.isdigit, text))],
        "articles": [text for text in texts if len(text) in ARTICLE],
    }


def _corpus(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as rows:
        return [json.loads(row)["text"] for row in rows if row.strip()]


def stories() -> list[str]:
    """-> the sample stories of seeds/."""
    return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir()) if path.is_file()]


def _sentences(text: str) -> list[str]:
    found = (text[start:end] for start, end, _ in sentences(Document(text)))
    return [sentence for sentence in found if len(sentence) in SENTENCE]
