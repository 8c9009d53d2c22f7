"""The frozen values that flow through numfacts, in the order in which a figure passes through them."""

from numfacts.model.document import Document, DocumentError, Sentence
from numfacts.model.fact import KINDS, MODIFIERS, SECTIONS, Fact
from numfacts.model.figure import Figure, Phrase
from numfacts.model.finding import SEVERITIES, VERDICTS, Checked, Finding
from numfacts.model.mention import Mention, Unread
from numfacts.model.numeral import Numeral
from numfacts.model.quantity import Quantity
from numfacts.model.unit import Unit

__all__ = [
    "KINDS",
    "MODIFIERS",
    "SECTIONS",
    "SEVERITIES",
    "VERDICTS",
    "Checked",
    "Document",
    "DocumentError",
    "Fact",
    "Figure",
    "Finding",
    "Mention",
    "Numeral",
    "Phrase",
    "Quantity",
    "Sentence",
    "Unit",
    "Unread",
]
