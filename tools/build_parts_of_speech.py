"""Writes numfacts/lexicon/parts_of_speech.txt: which English words can be verbs, and which are adjectives.

    python tools/build_parts_of_speech.py

Sources: the lexicon of Brill's tagger as TextBlob keeps it (the part of speech that a word has most often in the Brown
corpus and the Penn Treebank; MIT license) and the SPECIALIST lexicon of the National Library of Medicine as LemmInflect
keeps it (every part of speech that a word can have).  Both come with these packages; no text of a corpus is in them.
What an ending tells already (-ly, -ing, most of -ed, a plural) has no row: see numfacts/grammar/parts_of_speech.py.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from textwrap import fill

OUT = Path(__file__).parent.parent / "numfacts" / "lexicon" / "parts_of_speech.txt"
HEADER = """\
# Parts of speech that no ending tells.  Row grammar: a class, then its words, lower case, blank-separated.
#   verb        a base form that is mostly a verb: reduce
#   noun_verb   a base form that is mostly a noun, and can be a verb: plan
#   noun        a noun in -ed: hundred
#   noun_ing    a form in -ing that is mostly a noun: meeting
#   past        a past form that is no participle: fell
#   past_both   a past form that is a participle too: sold
#   participle  a participle that is no past form: grown
#   adjective   mostly an adjective
# Written by tools/build_parts_of_speech.py, which names the sources; do not edit.
"""
ADJECTIVE_ENDINGS = ("ous", "ful", "ive", "able", "ible", "less", "ish")


def main() -> None:
    classes: dict[str, list[str]] = defaultdict(list)
    possible = parts_of_speech()
    tags = most_often()
    for word in sorted(tags.keys() | BOTH):
        name = "past_both" if word in BOTH else class_of(word, tags[word], possible.get(word, set()))
        if name:
            classes[name].append(word)
    with OUT.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for name in ("verb", "noun_verb", "noun", "noun_ing", "past", "past_both", "participle", "adjective"):
            rows = defaultdict[str, list[str]](list)
            for word in classes[name]:
                rows[word[0]].append(word)
            for words in rows.values():
                out.writelines(f"{name} {row}\n" for row in fill(" ".join(words), 106).splitlines())
    print({name: len(words) for name, words in classes.items()})


def most_often() -> dict[str, str]:
    """Brill's lexicon: lower-case word -> its most frequent tag of the Penn Treebank."""
    text = folder_of("textblob").joinpath("en", "en-lexicon.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith(";;;"))
    return {
        row[0]: row[1].split("|")[0]
        for row in rows
        if len(row) == 2 and row[0].isascii() and row[0].isalpha() and row[0].islower() and len(row[0]) > 1
    }


def parts_of_speech() -> dict[str, set[str]]:
    """The SPECIALIST lexicon: word -> "noun", "verb", "adj" …"""
    possible: dict[str, set[str]] = defaultdict(set)
    for word, part, _ in lemma_rows():
        possible[word].add(part)
    return possible


def lemma_rows() -> Iterator[list[str]]:
    packed = folder_of("lemminflect").joinpath("resources", "lemma_lu.csv.gz").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        yield line.split(",")


def folder_of(package: str) -> Path:
    """Where a package lies; it is not imported, as only a file of it is read."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install '.[lexicon]'")
    return Path(spec.origin).parent


def class_of(word: str, tag: str, possible: set[str]) -> str | None:
    verb = "verb" in possible
    if tag in ("VB", "VBP") and verb:
        return "verb"
    if tag == "VBD" and verb and not word.endswith("ed"):
        return "past"
    if tag == "VBN" and verb and not word.endswith("ed"):
        return "participle"
    if tag == "NN" and word.endswith("ing"):
        return "noun_ing"
    if tag == "NN" and verb:
        return "noun_verb"
    if tag == "NN" and word.endswith("ed"):
        return "noun"
    if tag in ("JJR", "JJS"):
        return "adjective"  # warmer, shyest
    if tag.startswith("JJ") and word.endswith(("ed", "ing")):
        return None if verb else "adjective"  # salaried
    if tag.startswith("JJ") and (verb or "noun" not in possible) and not word.endswith(ADJECTIVE_ENDINGS):
        return "adjective"
    return None


# Irregular verbs whose past is their participle too (Quirk et al., A Comprehensive Grammar of the English Language).
BOTH = frozenset(
    """
bent bet bid bled bought bound bred brought built burnt burst cast caught cost crept cut dealt dreamt dug dwelt fed
felt fled flung forecast fought found ground had heard held hit hung hurt kept knit knelt laid leant leapt learnt led
left lent let lit lost made meant met misled offset overheard paid put quit read rebuilt rent repaid rid said sat sent
set shed shod shone shot shut slain slept slid slit smelt sold sought sped spelt spent spilt spin split spoilt spread
spun stood stuck stung strung struck swept swung taught thought thrust told undercut understood upheld upset wept
withheld withstood won wound wrung
""".split()
)


if __name__ == "__main__":
    main()
