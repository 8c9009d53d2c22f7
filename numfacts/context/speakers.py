"""Who says a sentence: the attributions of a text, and the speaker that a figure in it has.

“…,” John Healey said · said Mr Healey · he added (the last one named) · according to the ministry · X told Y.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import NamedTuple

SPEECH = re.compile(
    r"""
    \b(?:
        (?P<verb>s(?:aid|ays?|tated|uggested|tressed)|t(?:old|ells|estified|weeted)|warned|claimed|insisted
          |a(?:rgued|dmitted|cknowledged)|explained|replied|quipped|joked|groaned|moaned
          |recalled|cautioned|conceded|complained|remarked|vowed)
      | (?P<loose>a(?:dd(?:ed|s)|nnounced)|noted|wrote|d(?:eclared|isclosed)|c(?:on(?:firmed|tinued|cluded))
          |estimate[ds]|p(?:osted|redicted|ledged|romised)|re(?:vealed|ported))
        (?=\ that\b|\ ?[:,]|\ ?[“"]|\.\s|\.$|\ on\ [A-Z][a-z]+day\b)  # "added that", "wrote: …"; not "added 12 jobs"
      | (?P<put>puts?)(?=\ (?:the|it|its|his|her|their)\b[^.\n]{0,60}\bat\b)      # "Dr Alderton put the cost at"
      | (?P<according>[Aa]ccording\ to)
    )\b
    """,
    re.VERBOSE,
)
NAME = re.compile(
    r"""
    (?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Gen|Sen|Rep|Gov|Capt|Col|Sgt|Rev)\.?\ )?
    [A-Z][\w'’-]+(?:\ (?:[A-Z]\.|[A-Z][\w'’-]+|(?:de|van|von|bin|al|der|la)\b)){0,5}
    """,
    re.VERBOSE,
)
# "the ministry", "a spokesman for the bank", "police": speakers without a name, up to their noun
GROUP = re.compile(
    r"""
    (?:(?:the|a|an|its|his|her|their|our|one|another)\ )?(?:[\w’'-]+\ ){0,3}
    (?:spokesman|spokeswoman|spokesperson|sources?|board|residents|witnesses|critics|campaigners|traders|dealers|investigators|minister|ministry|secretary|president|officials?|police|company|bank|report|study
      |researchers|scientists|analysts?|economists?|government|agency|department|office|council|union|group|court|judge
      |prosecutors?|lawyers?|doctors|experts|authorities|firm|regulator|commission|institute|university|survey|statement
      |chairman|chief|executive|director|manager|coach|captain|officer|witness|family|army|military|authors?|team|reports)\b
    (?:\ (?:for|of)\ (?:the\ )?[A-Z][\w’'-]+(?:\ [A-Z][\w’'-]+)*)?
    """,
    re.VERBOSE,
)
INTRODUCED = re.compile(
    r"""
    \b(?:minister|president|secretary|chairman|chairwoman|chief|executive|director|manager|economist|analyst|professor
      |governor|mayor|senator|chancellor|spokesman|spokeswoman|leader|lawyer|coach|captain|founder|Mr|Mrs|Ms|Dr|Prof|Sir)
    [.,]?\ (?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.?\ )?(?P<name>[A-Z][\w'’-]+(?:\ [A-Z][\w'’-]+){1,3})
    """,
    re.VERBOSE,
)
# "The air force said", "Astronomers said": any short subject that opens the sentence
OPENING = re.compile(
    r"(?:But |And |Meanwhile,? )?(?P<who>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)(?: [\w’'-]+){1,3}|[A-Z][a-z]+s)"
)
# "…, the air force said": the same at the end of what is said
CLOSING = re.compile(r"[,”\"] (?P<who>the(?: [\w’'-]+){1,3})\Z")
ROLE = re.compile(r"(?:[a-z-]+\ ){1,3}(?P<name>[A-Z][\w'’-]+(?:\ [A-Z][\w'’-]+){1,3})")
OF_HOUSE = re.compile(r"\ (?:of|from|at|with)\ (?:the\ )?\Z")
TICKER = re.compile(r",? [A-Z]{2,6}: ?[A-Z0-9]{2,8}\Z")  # Raute Oyj OMX: RUTAV said
PLACED = re.compile(
    r"""
    (?P<who>\b(?:[Oo]fficials|[Pp]olice|[Aa]uthorities|[Pp]rosecutors|[Rr]esearchers|[Ss]cientists|[Rr]escuers))
    \ (?:in|at|from)\ (?:the\ )?\Z
    """,
    re.VERBOSE,
)
PRONOUNS = frozenset({"he", "she", "they", "it", "we"})
FILLERS = frozenset("has have had also later earlier then further previously is was being it".split())
TITLES = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Gen|Sen|Rep|Gov|Capt|Col|Sgt|Rev)\.?\ ")
NO_NAMES = frozenset(
    """All The This That These Those He She They It We I You In On At By For But And Or As If When While After Before
    There Here Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December His Her Their Its Our Such Some Most Many What
    Which Who How Last Next""".split()
)
ADDED = re.compile(r"\badd(?:ing|ed)\b|\bthat\b")  # “…,” she said, adding that 500 jobs
WINDOW = 120  # characters around the verb in which its speaker is looked for


class Attribution(NamedTuple):
    at: int  # where the speech verb begins
    speaker: str


def attributions(text: str) -> list[Attribution]:
    """-> the attributions of a text in order, pronouns resolved to the last speaker named, surnames to full names."""
    found: list[Attribution] = []
    full: dict[str, str] = {}
    last: str | None = None  # the last speaker who was a person: "the ministry said" does not make a "she"
    house: str | None = None  # the last speaker of any sort, for "it said"
    for match in SPEECH.finditer(text):
        speaker = (
            _after(text, match.end()) if match["according"] else _subject(text, match.start(), match.end())
        )
        if speaker is None:
            continue
        if speaker == "":  # a pronoun
            if text[max(0, match.start() - 5) : match.start()].lower().endswith((" it ", "\nit ", "they ")):
                found += [Attribution(match.start(), house)] if house else []
                continue
            since = found[-1].at if found else 0
            last = _introduced(text, since, match.start()) or last or _named_before(text, match.start())
            if last is not None:
                found.append(Attribution(match.start(), last))
            continue
        if speaker[:1].isupper():
            named = _full_name(speaker, full)
            if " " in named or TITLES.match(speaker):
                last = named
            speaker = named
        house = speaker
        found.append(Attribution(match.start(), speaker))
    return found


def _introduced(text: str, since: int, at: int) -> str | None:
    """The last person introduced by an office or a title since somebody was last quoted."""
    name = None
    for match in INTRODUCED.finditer(text, max(since, at - 600), at):
        name = match["name"]
    return name


def _named_before(text: str, at: int) -> str | None:
    """The last full name before a pronoun where nobody has been quoted yet."""
    names = [match.group().split(" ") for match in NAME.finditer(text, max(0, at - 400), at)]
    full = [words for words in names if len(words) > 1 and words[0] not in NO_NAMES]
    return _person(full[-1]) if full else None


def _full_name(name: str, full: dict[str, str]) -> str:
    """``Mr Healey`` -> "John Healey" where the text has named him so before."""
    bare = TITLES.sub("", name)
    surname = bare.split(" ")[-1]
    if " " not in bare and surname in full:
        return full[surname]
    if " " in bare:
        full[surname] = bare
        return bare
    return name


def _subject(text: str, start: int, end: int) -> str | None:
    """The speaker before the verb (``Mr Healey said``), else behind it (``said Mr Healey``); "" for a pronoun."""
    left = text[max(0, start - WINDOW) : start]
    left = left[max(left.rfind("\n"), left.rfind(". "), left.rfind("”"), left.rfind('"')) + 1 :].rstrip()
    before = _last_name(_less_fillers(left))
    if before is not None:
        return before
    return _after(text, end)


def _less_fillers(left: str) -> str:
    """``Mr Healey had also on Monday`` -> "Mr Healey"."""
    while left:
        word = left.rsplit(None, 1)[-1]
        if word.endswith("day") and word[:1].isupper() and left[: -len(word)].endswith(" on "):
            left = left[: -len(word) - 4].rstrip()
        elif word in FILLERS:
            left = left[: -len(word)].rstrip()
        else:
            break
    return left


def _last_name(left: str) -> str | None:
    """The name, group or pronoun that ends the text before the verb, past one apposition in commas."""
    if left.endswith(")") and (bracket := left.rfind("(", -42)) >= 0:
        left = left[:bracket].rstrip()  # "Raute Oyj (HEL: RUTAV) said"
    if left.rpartition(" ")[2].lower() in PRONOUNS:
        return ""
    if left.endswith(","):
        comma = left[:-1].rfind(",")
        if comma > 0 and len(left) - comma < 90:
            apposed = NAME.fullmatch(left[comma + 1 : -1].strip())
            if apposed is not None and " " in apposed.group():
                return apposed.group()  # "Her lawyer, Pavel Orlov, said"
            left = left[:comma]
    ticker = TICKER.search(left)
    left = left[: ticker.start()] if ticker else left
    names = list(NAME.finditer(left))
    name = names[-1] if names else None
    if name is not None and name.end() == len(left):
        house = OF_HOUSE.search(left, 0, name.start())
        if (
            house is not None
            and len(names) > 1
            and names[-2].end() == house.start()
            and " " in names[-2].group()
        ):
            name = names[-2]  # "Dr Wen Alderton of the Tallow Institute said"
        placed = PLACED.search(left, 0, name.start())
        if placed is not None:
            return placed["who"]  # "officials in Peru said"
        words = name.group().split(" ")
        while words and words[0] in NO_NAMES:
            words.pop(0)
        return _person(words) if words else None
    for match in GROUP.finditer(left):
        if match.end() == len(left):
            return match.group()
    opening = OPENING.fullmatch(left.lstrip(" \t“‘\"'"))
    opening = opening or CLOSING.search(left, max(0, len(left) - 50))
    return opening["who"] if opening else None


def _person(words: list[str]) -> str:
    return " ".join(words).removesuffix("'s").removesuffix("’s")


def _after(text: str, end: int) -> str | None:
    """``said Ryan Sweet, head of``, ``according to the ministry``."""
    right = text[end : end + WINDOW].lstrip()
    name = NAME.match(right)
    if name is not None and name.group().split(" ")[0] not in NO_NAMES:
        return _person(name.group().split(" "))
    role = ROLE.match(right)
    if role is not None and role["name"].split(" ")[0] not in NO_NAMES:
        return role["name"]  # "said campaigner Jude Harcourt, 38"
    group = GROUP.match(right)
    if group is not None:
        titled = NAME.match(right, group.end() + 1)  # "said prime minister Pedro Sanchez"
        if titled is None and right[group.end() : group.end() + 2] == ", ":
            titled = NAME.match(right, group.end() + 2)  # "said the director, Oliver Penhale"
            if titled is not None and " " in titled.group():
                return titled.group()
            titled = None
        if titled is not None and right[group.end()] == " " and titled.group().split(" ")[0] not in NO_NAMES:
            return _person(titled.group().split(" "))
        return group.group()
    return None


_place = attrgetter("at")


def _within(said: list[Attribution], span: tuple[int, int]) -> list[Attribution]:
    return said[bisect_left(said, span[0], key=_place) : bisect_left(said, span[1], key=_place)]


def speaker_of(
    start: int,
    sentence: tuple[int, int],
    quotation: int | None,
    said: list[Attribution],
    paragraph: tuple[int, int],
    text: str,
) -> str | None:
    """-> the attribution of the figure's own sentence, nearest first; for a quotation that of its paragraph, else
    the last speaker before it.  ``quotation`` is where the last quotation before the figure ends, None inside one.

    What stands unquoted behind “…,” said Ada Holt is told by the story: her age, her trade.
    """
    inside = _within(said, sentence)
    if inside:
        nearest = min(inside, key=lambda a: abs(a.at - start))
        if quotation is None or not sentence[0] < quotation <= nearest.at < start:
            return nearest.speaker
        return nearest.speaker if ADDED.search(text, nearest.at, start) else None
    if quotation is not None:
        return None
    beside = _within(said, paragraph)
    if beside:
        return min(beside, key=lambda a: abs(a.at - start)).speaker
    k = bisect_right(said, start, key=_place)
    return said[k - 1].speaker if k else None
