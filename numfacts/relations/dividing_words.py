"""The words by which one whole is divided, and those which tell that it is not: what ``divisions`` looks for.

"55 per cent Catholic, 30 per cent Jewish": names of ``GROUPS``, of which everybody has one; "did not know":
``NEITHER``.
"""

from __future__ import annotations

import re

MARK = re.compile(r"<[a-z]\d+>")
SHARE = re.compile(r"<[pf]\d+>")


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


# Names of which everybody has one at most.  A Hispanic may be white, so the census words of America are not all here.
GROUPS = tuple(
    re.compile(rf"\b(?:{'|'.join(names.split())})\b")
    for names in (
        """hindus? muslims? christians? jewish jews buddhists? sikhs? catholics? protestants? orthodox sunnis? shias?
        shiites? druze atheists?
        jains? anglicans? methodists? baptists?
        mormons? evangelicals? secular lutherans? agnostics?""",
        """democrats? democratic republicans? independents? labour conservatives? tory tories liberals? greens?
        socialists? unionists? communists? nationalists?""",
        "white whites black blacks asian asians coloured coloureds mestizo indigenous",
        """hutus? tutsis? serbs? croats? bosniaks? kurds? kurdish arabs? arab turkmen malays? chinese indians? uzbeks?
        russians?""",
        "male males men female females women",
        "petrol diesel electric hybrids? gasoline hydrogen plug-in",
        """coal gas oil nuclear hydro hydropower wind solar biomass geothermal renewables? hydroelectric dams? turbines?
        reactors?""",
        """shares stocks equity equities bonds cash property gold commodities real infrastructure gilts loans securities
        treasuries debt""",
        "sand silt clay loam gravel peat",
        "cotton wool polyester nylon silk linen elastane viscose acrylic",
        "merlot cabernet malbec shiraz syrah grenache tempranillo chardonnay sauvignon pinot semillon",
        "copper zinc tin nickel iron silver carbon chromium lead titanium aluminium",
        "nitrogen oxygen argon carbon hydrogen methane helium",
        "cars? bus buses trains? foot bikes? bicycles? cycl(?:e|ing) walk(?:ed|ing)? trams? metro taxis? driv(?:e"
        "|ing) drove",
        "excellent outstanding good fair poor satisfactory inadequate mediocre",
        "early late punctual on.time cancelled",
        "won lost drawn drew draws? wins? defeats?",
        "cash shares stock debt",
        "card cards cash phone cheque cheques",
        "recovered died relapsed",
        "seeds? grass",
        "single married divorced widowed unmarried separated",
        "urban rural suburban",
        "rented owned let mortgaged owner-occupied vacant empty",
    )
)
REST = _words(
    "others?", "no religion", "none", "neither", "unaffiliated", "unknown", "something else", "elsewhere", "the rest"
)  # fmt: skip
# Groups that share a whole only where a word says that they do; cars and shops are used, burnt, held side by side.
NEEDS_A_WHOLE = _words(
    "use[ds]?", "using", "have", "has", "had", "own", "owns", "owned", "tried", "eat", "drink", "shop", "hold",
    "bought",
    "like[ds]?", "trust(?:ed)?", "prefer\\w*", "worr\\w+", "support\\w*", "back(?:ed"
    "|s)?", "voted?", "voting", "say", "said",
    "think", "believe\\w*", "want\\w*", "rose", "fell", "up", "down", "gained", "lost", "more", "less", "fewer",
    "higher",
    "lower", "increase\\w*", "grew", "cut", "cheaper", "dearer", "approv\\w+", "favou?r\\w*", "turnout", "against",
)  # fmt: skip
YES = _words(
    "yes", "aye", "liked?", "in favou?r", "support\\w*", "back(?:ed|s|ing)?", "favou?r(?:ed"
    "|s)?", "agree[ds]?", "approve[ds]?", "better",
    "improve[ds]?", "rose", "ris(?:e|es"
    "|ing)", "increase[ds]?", "higher", "optimistic", "stay(?:ed)?", "remain", "expect(?:ed)?",
    "satisfied", "happy", "for", "would", "rise", "right", "good", "keep", "kept", "high",
)  # fmt: skip
NO = _words(
    "no", "nay", "dislik\\w+", "hated?", "oppos\\w+", "against",
    "disagree\\w*", "disapprove[ds]?", "reject\\w*", "wors\\w+", "deteriorat\\w+",
    "fell",
    "falls?", "falling", "decrease[ds]?", "decline[ds]?", "lower", "pessimistic", "go", "leave", "left", "dissatisfied",
    "unhappy",
    "not", "n[’']t", "\\w+n[’']t", "wrong", "bad", "rival", "scrap\\w*", "drop(?:ped)?", "low",
)  # fmt: skip
NEITHER = _words(
    "unchanged", "no change", "(?:stay(?:ed)?|remain(?:ed)?|about|much)? ?the same", "undecided", "unsure", "not sure",
    "(?:don[’']t|didn[’']t|did not|do not|not) know", "no opinion", "no view", "no preference", "neither", "neutral",
    "abstain\\w*", "abstention", "(?:could|would) not say", "couldn[’']t say", "blank", "spoilt", "(?:stayed|were"
    "|was) (?:flat|stable|steady)",
    "no answer", "did not answer", "uncertain", "not decided", "no difference", "made no difference",
    "declined to answer",
    "about right",
    "just right", "(?:do|does|did) not [a-z]+ at all",
)  # fmt: skip
CHOICE = _words(
    "votes?", "voted", "prefer\\w*", "choose", "chose", "pick(?:ed)?", "plump\\w*", "opt(?:ed)?", "elect"
)
# Another time, another group, another question.
ELSEWHERE = re.compile(
    r"""
    \b(?: in(?!\ favou?r\b|\ cash\b) | among | amongst | at | across | last | ago | years? | months? | weeks?
    | earlier | previous\w*
        | compared | versus | vs | since | until | up\ from | down\ from | both | either | each | every | per
        | even | respectively | overall | average | of\ (?:them|those|these|whom|which) | whose | whom | also | ,\ too
        | men | women | whites | blacks | democrats | republicans | turnout | as\ many | more\ than\ half
    )\b
    | [:?!] | \.\ | \(
    """,
    re.VERBOSE,
)
TIME = re.compile(
    r",? (?:last (?:year|month|week|quarter)|this year|in <d\d+>|(?:for|during) <d\d+>|over the (?:year"
    r"|period))(?![a-z])"
)
JOINED = re.compile(r",|;|\band\b|\bwith\b|\bwhile\b|\bbut\b")
# pay took <p> of the budget: what one has another has not, and the verb goes for all that follow
TAKES = re.compile(
    r"""
    \b(?: suppl(?:y|ies|ied) | provid(?:e|es|ed) | generat(?:e|es|ed) | produc(?:e|es|ed) | contribut(?:e|es|ed)
        | (?:bring|brings|brought)\ in | makes?\ up | made\ up | accounts?\ for | accounted\ for | represent(?:s|ed)?
        | constitut(?:e|es|ed) | form(?:s|ed) | use[sd]? | consum(?:e|es|ed) | takes?(?:\ up)? | took(?:\ up)?
        | hold[s]? | held
        | own(?:s|ed)? | control(?:s|led)? | pay[s]? | paid | financ(?:e|es|ed) | fund(?:s|ed)? | cover(?:s|ed)? | gets?
        | got | receiv(?:e|es|ed) | won | wins? | counts?\ for | counted\ for | had | has | have | claim(?:s|ed)?
        | captured? | secured? | polled | earn(?:s|ed)? | yield(?:s|ed)? | meets? | met | keeps? | kept | buys? | bought
        | absorb(?:s|ed)? | went\ to | cast | carr(?:y|ies|ied) | brings? | brought | filed | made | wrote
        | commit(?:s|ted)
        | lodged | did | do
    )(?:\ (?:just|about|only|some|over|almost|nearly))?\ $
    """,
    re.VERBOSE,
)
OF_ONE = re.compile(
    r" of (?:the |all |all the )?(?!(?:its|their|his|her|our|my)\b)(?P<whole>[a-z’'-]+(?: [a-z’'-]+){0,4}?)(?=,|;"
    r"| and | while | with |$)"
)
NAME_ONLY = re.compile(
    r",?;? ?(?:and |while |with |but )?(?:followed by |then |ahead of )?(?:the |an? |its "
    r"|other )?[a-z’'&.-]+(?: [a-z’'&.-]+){0,3}(?: for| at| with| on)? (?:a further |another |just |only |about "
    r"|some )?"
)
OWN_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|rose|fell|said|grew)\b")
PLACES = re.compile(
    r"\b(?:of|in) (?:people|adults|households|homes|men|women|pupils|children|families|voters in)\b"
)
# rose in <p> of towns, fell in <p> and were unchanged in <p>
WAYS = re.compile(
    r"(?:rose|increased|improved|climbed|grew|went up|were up|better)[^<;:.()]{0,30}\b(?:in|at"
    r"|for) (?P<a><[pf]\d+>)[^<;:.()]{0,40},?"
    r"[^<;:.()]{0,20}(?:fell|dropped|declined|decreased|worsened|went down|were down|worse)[^<;:.()]{0,30}\b(?:in|at"
    r"|for) (?P<b><[pf]\d+>)"
    r"(?:[^<;:.()]{0,40}\b(?:unchanged|flat|same|steady|stable|no change)\b[^<;:.()]{0,20}\b(?:in|at"
    r"|for) (?P<c><[pf]\d+>))?"
)
RESULT = re.compile(
    r"\b(?:vot(?:e|es|ed|ers|ing)|reject\w*|approv\w*|pass(?:ed|es)|beat|defeat\w*|referendum|ballot|elect\w*"
    r"|re-elected)\b"
    r"(?![^<]*\b(?:from|rose|fell|rise|increase\w*|turnout|raise|cut)\b)[^<:;.?!()]{0,60}[ (](?P<a><p\d+>)(?: to |-"
    r"|–)(?P<b><p\d+>)"
    r"(?! (?:in|last|a year|this))"
)
# shared 60% by the state and 50% by the city · invested 60% in shares, 35% in bonds · comes 55% from ads
ALLOTTED = re.compile(
    r"\b(?:invest(?:ed|s)|goes|go|went|comes?|came|shared|split|divided|paid|funded|financed|owned|held|spent"
    r"|allocated|devoted"
    r"|distributed|apportioned)(?: out)?:? (?P<a><[pf]\d+>)(?: (?P<way>in|on|to|by|for|from) )(?=[a-z])"
)


VOTES = re.compile(
    r"(?P<a><p\d+>) of (?:the )?(?:votes?|ballots?|poll)(?: cast)?,? (?:to|against"
    r"|with) (?:(?:[a-z-]+\.? ){1,4}[a-z-]+[’']s? )?(?P<b><p\d+>)"
    r"(?! (?:in|last|a year|four|five|of))"
)
# backed by 54% of MPs and opposed by 46%
BACKED = re.compile(
    r"\b(?:backed|supported|approved|favou?red|accepted) by (?P<a><p\d+>)[^<;:.()]{0,30}\b(?:and|but"
    r"|while) (?:was )?(?:opposed|rejected"
    r"|disapproved of|refused) by (?P<b><p\d+>)(?! of)"
)
# share the profit 45%, 35% and 20%
BARE = re.compile(
    r"\b(?:shared?|split|divided?)\b[^<;:.()]{0,40}:? (?P<a><[pf]\d+>)(?:,|-| to) ?(?P<b><[pf]\d+>)(?:(?:,| and|, and"
    r"|-| to) ?(?P<c><[pf]\d+>))?"
)
# the biggest owners are Hale (47%), Orr (33%) and Lowe (20%)
BRACKETS = re.compile(
    r"\b(?:owners?|shareholders?|makes? up|account(?:s|ed)? for|exports|imports|of the (?:vote|market)|market share"
    r"|sources?)\b[^<>]{0,80}"
    r"(?P<a><p\d+>)\)?[^<>()]{0,30}[, ](?:and "
    r"|by )?[a-z’'-]+(?: [a-z’'-]+){0,3} \((?P<b><p\d+>)\)(?:,? (?:and )?[a-z’'-]+"
    r"(?: [a-z’'-]+){0,3} \((?P<c><p\d+>)\))?"
)
# the herd is 58% Friesian, 27% Jersey and 15% Ayrshire
MADE_OF = re.compile(
    r"(?:\b(?:is|are|was|were|be|being|contains?|compris(?:es|ing)|breaks? down (?:as|into)|broke down as|mix(?:es)?"
    r"|:)|mixture of|blend of)"
    r"(?: (?:about|roughly|made of"
    r"|around))? ?(?P<a><[pf]\d+>)(?P<x>(?: [a-z-]+){1,2}),? (?P<b><[pf]\d+>)(?P<y>(?: [a-z-]+){1,2}),?"
    r"(?: and)? (?P<c><[pf]\d+>)(?P<z>(?: [a-z-]+){1,2}?)(?=[.;,)]|$| and )"
)
# 60% of the land is forest, 25% is farmed and 15% is built on
MASSES = re.compile(
    r"(?P<a><[pf]\d+>) of (?:the |its |their |all |all the )?(?:[a-z’'-]+ )?(?:land|area|territory|island|country"
    r"|budget|money|spending|costs?|waste|rubbish|energy"
    r"|electricity|power|water|forest|farmland|sales|revenues?|income|output|crop|harvest|trade|traffic|proceeds"
    r"|profits?|turnover|fund|exports|imports)"
    r" (?:is|are|was|were|goes|go|went|comes|came|will go)(?: [a-z’'-]+){1,5},? (?P<b><[pf]\d+>)(?: (?:is|are|was"
    r"|were|goes|go|went|comes|came|will go))?"
    r"(?: [a-z’'-]+){1,5},? (?P<c><[pf]\d+>)"
)
# makes 48% of its sales in Asia, 32% in Europe and 20% in America
BY_PLACE = re.compile(
    r"\b(?:makes?|made|earn(?:s|ed)?|gets?|got|generat(?:es?|ed)|deriv(?:es?|ed)|sells?|sold|has|have|had|does"
    r"|did) (?P<a><[pf]\d+>) of"
    r" (?:its|their|the|his|her) (?:annual |total )?(?:sales|revenues?|profits?|turnover|income|business|output"
    r"|exports|workers|workforce|staff|shops|stores|assets"
    r"|employees|production|workforce) (?P<way>in|from|to"
    r"|abroad) [a-z’' -]{2,30},? (?P<b><[pf]\d+>) (?P=way) [a-z’' -]{2,30}?,? (?:and )?(?P<c><[pf]\d+>) (?P=way) "
)
# 65% of its money in bonds, 20% in shares and 15% in cash
HELD = re.compile(
    r"(?P<a><[pf]\d+>)(?: of (?:its|their|the|his|her) [a-z]+)? (?:is |are |was "
    r"|were )?in ASSET[^<;:.()]{0,30} (?P<b><[pf]\d+>) in ASSET[^<;:.()]{0,30}"
    r" (?P<c><[pf]\d+>) in ASSET".replace(
        "ASSET",
        r"(?:[a-z-]+ ){0,2}(?:shares|stocks|equit(?:y|ies)|bonds|cash|property|gold|gilts|treasuries|infrastructure"
        r"|loans|debt|commodities|land|deposits)\b",
    )
)
NO_PARTS = re.compile(
    r"\b(?:female|male|men|women|under|over|aged|young|old|older|younger|elderly|minority|foreign|disabled|hispanic"
    r"|latino|poor"
    r"|rich|gay|immigrants?|graduates?|in|on|at|by|for|from|to|higher|lower|up|down|more|less|above|below|lead|chance"
    r"|likely"
    r"|married|homeowners|students?|unemployed|said|say|had|have|of|worried|sure|certain|ahead|behind|cheaper|dearer"
    r"|off|among|amongst|across|accurate|sensitive|specific|effective|efficient"
    r"|complete|full|empty|sold|booked|done|finished|correct|discount|smaller|larger|bigger|worse|better|faster"
    r"|slower)\b"
)
LARGEST = re.compile(r"\b(?:largest|biggest|main|leading|top) [a-z ]{3,30}\b(?:with|at|on) $")
CONTROL = re.compile(
    r"\b(?:controls?|controlled|(?:will|would|to) (?:have|hold|own|get|control))(?: about| some)? $"
)


GENDER = r"\b(?:men|women|whites|blacks|democrats|republicans)\b"
OTHER_OF = re.compile(r" of (?:the |its |all |their )?(?!(?:other|no)\b)([a-z’'-]+(?: [a-z’'-]+)?)")
SINGLE_NOUNS = re.compile(
    r"\b(?:is|are|was|were|be|by (?:religion|party|race|faith|sex|fuel|source))\b|[:–(]|, $|^$"
)


REST_TOLD = re.compile(
    r"""
    (?: \bthe\ (?:remaining|other)\ (?:just\ |about\ |some\ |almost\ |nearly\ )?
      | ^(?:the|its|their)\ (?:rest|remainder|balance|others)(?:,|\ [–—-]+|\ \(|\ \((?:or
      |about)\ )?(?:\ or)?(?:\ (?:about|some))?\ ?
      | ^the\ (?:rest|remainder|balance)\ (?:is|was|of|makes\ up)\ )(?P<rest><p\d+>)
    """,
    re.VERBOSE,
)
NO_REST = re.compile(
    r"\b(?:of (?:them|those|these|whom|which)|year|years|month|in <d\d+>|by <d\d+>|later|then)\b"
)
OTHER_TIME = re.compile(
    r"\b(?:compared|versus|than|up from|down from|from <p\d+>|rose|fell|increase\w*|decrease\w*|growth|last (?:year"
    r"|month|week)"
    r"|a year (?:ago|earlier)|earlier|previous\w*|turnout|rate|per|whom|which|men|women|and also|both)\b|\("
)
