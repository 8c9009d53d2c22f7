"""The frozen values that flow through numfacts, in the order in which a figure passes through them."""

from numfacts.model.document import Document, DocumentError, Sentence
from numfacts.model.fact import KINDS, MODIFIERS, SECTIONS, Fact
from numfacts.model.figure import Figure, Phrase
from numfacts.model.finding import SEVERITIES, VERDICTS, Checked, Finding, Rule
from numfacts.model.mention import Mention, Unread
from numfacts.model.numeral import Numeral
from numfacts.model.quantity import Quantity
from numfacts.model.relation import (
    Alone,
    Change,
    Exchange,
    Length,
    Life,
    Range,
    ReferenceRow,
    Relation,
    Repetition,
    Restatement,
    Share,
    Shares,
    Sourced,
    Total,
    Unsourced,
    Weekday,
)
from numfacts.model.story import Published, Story, Told
from numfacts.model.unit import Unit

__all__ = [
    "KINDS",
    "MODIFIERS",
    "SECTIONS",
    "SEVERITIES",
    "VERDICTS",
    "Alone",
    "Change",
    "Checked",
    "Document",
    "DocumentError",
    "Exchange",
    "Fact",
    "Figure",
    "Finding",
    "Length",
    "Life",
    "Mention",
    "Numeral",
    "Phrase",
    "Published",
    "Quantity",
    "Range",
    "ReferenceRow",
    "Relation",
    "Repetition",
    "Restatement",
    "Rule",
    "Sentence",
    "Share",
    "Shares",
    "Sourced",
    "Story",
    "Told",
    "Total",
    "Unit",
    "Unread",
    "Unsourced",
    "Weekday",
]
