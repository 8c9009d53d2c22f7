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
    Length,
    Life,
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
from numfacts.model.story import Story, Told
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
    "Fact",
    "Figure",
    "Finding",
    "Length",
    "Life",
    "Mention",
    "Numeral",
    "Phrase",
    "Quantity",
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
