"""How often ``numfacts diff`` is exactly right, on stories edited by rule.

    python benchmarks/diff_edits.py                 # the table
    python benchmarks/diff_edits.py --errors        # and every edit that was told wrong

Every story of seeds/ and seeds/gold/ is edited in each way, ``--draws`` times at places drawn with a fixed seed.  An
edit is right when the diff tells what was edited and not a thing beside it: one digit of one figure changed (so that
a figure of its kind is still read there) is one ``changed`` at that place; two paragraphs swapped are ``moved`` figures
of what changed its order; other words around figures, and figures in another form, are nothing at all.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

from edits_by_rule import EDITS, Story, body
from gold_stories import FOLDER, read_story

from numfacts.documents import read
from numfacts.model import Document
from numfacts.model.difference import Difference
from numfacts.pipeline import Settings, differences_between, facts_of
from numfacts.versions.differences import compared

SEEDS = FOLDER.parent


def stories() -> list[Story]:
    documents = [
        document
        for path in sorted(SEEDS.iterdir())
        if path.suffix in (".md", ".txt")
        for document in read(path)
    ]
    for path in sorted(FOLDER.glob("*.toml")):
        gold = read_story(path)
        documents.append(Document(gold.text, gold.name, gold.published, gold.locale))
    return [
        Story(
            document,
            compared(facts_of(document)),
            body(document),
        )
        for document in documents
    ]


def main(given: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--draws", type=int, default=5, help="edits of each sort and story (default: 5)")
    arguments.add_argument("--stories", type=int, help="only the first ones")
    arguments.add_argument("--errors", action="store_true", help="print every edit that was told wrong")
    options = arguments.parse_args(given)
    told = stories()[: options.stories]
    print(f"{len(told)} stories, {sum(len(story.facts) for story in told)} figures\n")
    print("| edit | made | told exactly right |\n|---|---:|---:|")
    wrong: list[str] = []
    for edit in EDITS:
        made = right = 0
        for story in told:
            for number in range(options.draws):
                edited = edit(story, Random(f"{story.document.doc_id} {number}"))
                if edited is None:
                    continue
                made += 1
                new = story.document._replace(text=edited.text)
                found = differences_between(story.document, new, Settings())
                if edited.wanted(found, compared(facts_of(new))):
                    right += 1
                else:
                    wrong.append(_told(edit.__name__, story, found))
        share = f"{right} ({100 * right / made:.1f}%)" if made else "–"
        print(f"| {edit.__name__.replace('_', ' ')} | {made} | {share} |")
    if options.errors:
        print("\n".join(["", *wrong]))


def _told(name: str, story: Story, found: list[Difference]) -> str:
    lines = [f"{name}: {Path(story.document.doc_id).name}"]
    for each in found:
        sentences = [" ".join(fact.sentence.split()) for fact in (each.old, each.new) if fact is not None]
        lines += [f"    {each.kind} {each.message}", *(f"        {sentence}" for sentence in sentences)]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
