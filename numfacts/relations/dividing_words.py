"""The words by which one whole is divided among those who have a share of it, and those which tell that it is not.

"55 per cent Catholic, 30 per cent Jewish": of the names in one of ``GROUPS`` everybody has one; "15% did not know":
``NEITHER``.  How a list is written: ``word_lists``.
"""

from __future__ import annotations

import re

from numfacts.grammar.late_patterns import late
from numfacts.relations.word_lists import any_of


def _one_of(words: str) -> re.Pattern[str]:
    return late(rf"\b{any_of(words)}\b")


# Pieces of the patterns, each written once.
THE = r"(?:(?:the|its|their|his|her|all|all\ the)\ )?"
AND = r",?(?:\ and)?"
HEDGE = any_of("about around roughly some just only over almost nearly")


# Names of which everybody has one at most.  A Hispanic may be white, so the census words of America are not all here.
GROUPS = tuple(
    _one_of(names)
    for names in (
        # religions
        """hindus? jains? sikhs? buddhists? jews jewish
        muslims? sunnis? shias? shiites? druze
        catholics? orthodox protestants? anglicans? baptists? evangelicals? lutherans? methodists? mormons? christians?
        agnostics? atheists? secular""",
        # parties
        """democrats? democratic republicans? independents?
        labour conservatives? tory tories liberals? greens? unionists?
        communists? nationalists? socialists?""",
        # peoples
        "asians? blacks? coloureds? indigenous mestizo whites?",
        """arabs? kurds? kurdish turkmen uzbeks? chinese indians? malays?
        bosniaks? croats? russians? serbs? hutus? tutsis?""",
        # people
        "male males men female females women",
        "single unmarried married separated divorced widowed",
        "urban suburban rural",
        "recovered relapsed died",
        # things, and what they are made of
        "petrol gasoline diesel hydrogen electric plug-in hybrids?",
        """coal gas oil nuclear reactors?
        biomass dams? geothermal hydro hydroelectric hydropower renewables? solar turbines? wind""",
        "clay gravel loam peat sand silt",
        "acrylic cotton elastane linen nylon polyester silk viscose wool",
        "cabernet chardonnay grenache malbec merlot pinot sauvignon semillon shiraz syrah tempranillo",
        "aluminium carbon chromium copper iron lead nickel silver tin titanium zinc",
        "argon carbon helium hydrogen methane nitrogen oxygen",
        "grass seeds?",
        # money
        """bonds debt gilts loans securities treasuries equity equities shares stocks
        cash commodities gold infrastructure property real""",
        "cash debt shares stock",
        "card cards cash cheque cheques phone",
        # ways to travel, to live, to end
        """bikes? bicycles? cycl(?:e|ing) foot walk(?:ed|ing)?
        bus buses metro taxis? trains? trams? cars? driv(?:e|ing) drove""",
        "owned owner-occupied mortgaged rented let empty vacant",
        "early on.time punctual late cancelled",
        "won wins? drew drawn draws? lost defeats?",
        # marks
        "excellent outstanding good fair satisfactory mediocre inadequate poor",
    )
)
REST = _one_of("others? the_rest elsewhere something_else unknown neither none no_religion unaffiliated")
# Beside these the names of a group may overlap: cars are burnt and parties liked side by side.
NEEDS_A_WHOLE = _one_of(
    r"""have has had hold own owns owned use[ds]? using
    bought drink eat shop tried
    believe\w* like[ds]? prefer\w* say said think trust(?:ed)? want\w* worr\w+
    against approv\w+ back(?:ed|s)? favou?r\w* support\w* turnout voted? voting
    gained grew higher increase\w* more rose up
    cheaper cut down fell fewer less lost lower
    dearer"""
)

# The two sides of a question, and the answer that is none.
YES = _one_of(
    r"""yes aye for in_favou?r right would
    agree[ds]? approve[ds]? back(?:ed|s|ing)? favou?r(?:ed|s)? liked? support\w*
    happy optimistic satisfied expect(?:ed)?
    better good high higher improve[ds]? increase[ds]? rise rises rising rose
    keep kept remain stay(?:ed)?"""
)
NO = _one_of(
    r"""no nay not \w*n[’']t against wrong rival
    disagree\w* disapprove[ds]? dislik\w+ hated? oppos\w+ reject\w*
    dissatisfied pessimistic unhappy
    bad decline[ds]? decrease[ds]? deteriorat\w+ falls? falling fell low lower wors\w+
    drop(?:ped)? go leave left scrap\w*"""
)
NEITHER = _one_of(
    r"""neither neutral undecided not_decided uncertain unsure not_sure no_opinion no_preference no_view
    (?:do_not|did_not|don[’']t|didn[’']t|not)_know (?:could_not|would_not|couldn[’']t)_say
    did_not_answer declined_to_answer no_answer (?:do|does|did)_not_[a-z]+_at_all
    abstain\w* abstention blank spoilt
    about_right just_right the_same no_change no_difference unchanged (?:stayed|were|was)_(?:flat|stable|steady)"""
)
CHOICE = _one_of(r"choose chose elect opt(?:ed)? pick(?:ed)? plump\w* prefer\w* votes? voted")

# Another time, another place, another question: each share may have a whole of its own.
_ELSEWHERE = any_of(
    r"""ago earlier last previous\w* since until months? weeks? years?
    across among amongst at in(?!_favou?r\b|_cash\b)
    average compared each either every overall per respectively versus vs
    up_from down_from more_than_half turnout
    also as_many both even
    of_(?:them|those|these|whom|which) whose whom"""
)
ELSEWHERE = late(rf"\b{_ELSEWHERE}\b | ,\ too\b | [:?!] | \.\ | \(", re.VERBOSE)
OTHER_GROUP = _one_of("men women whites blacks democrats republicans")
_OTHER_TIME = any_of(
    r"""a_year_(?:ago|earlier) earlier last_(?:year|month|week) previous\w*
    compared than versus up_from down_from
    decrease\w* fell growth increase\w* rose
    and_also both men women per rate turnout whom which"""
)
OTHER_TIME = late(rf"\b{_OTHER_TIME}\b | \(", re.VERBOSE)


def tells_of_others(entry: str) -> bool:
    """-> whether a share is of another time, or of some people only: ``of Democrats``, ``in May``."""
    return bool(ELSEWHERE.search(entry) or OTHER_GROUP.search(entry))
