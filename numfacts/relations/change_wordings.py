"""The words between the figures of a change, as patterns over what stands before, between and behind them.

``OLD.search(", up from ")``, ``OLD.search(", compared with last year's ")``: the figure behind is where it came from.
All are tried on lower-case text of ``changes.LONGEST`` characters at most.
"""

from __future__ import annotations

import re

from numfacts.grammar.late_patterns import late

# What makes a figure the new one, the old one, the size

NEW = late(
    r"""
    \bto (?: \ (?: a|an|the|reach|about|total|record|new|high|low|of|its|their|just|only
              | (?:finish|end|close|settle|stand)(?:\ the\ (?:day|week|session))?\ at ) ){0,4}
    \ ?$
    """,
    re.VERBOSE,
)
COMPARED = late(r"\b(?:compared (?:with|to)|against|versus|vs\.?)(?: \w+){0,3} ?$")
OLD = late(
    r"""
    (?: \bfrom | \b(?:compared\ (?:with|to)|against|versus|vs\.?)
      | \((?:last\ year|(?:prior|previous)\ (?:year|period|quarter|month)|[qh][1-4])?:   # "£36m (2022: £32m)"
      | \bhaving\ (?:ended|finished|closed|started|begun|opened|stood)(?:\ [a-z]+){0,4}\ at
      | \bwhich\ (?:had\ )?(?:stood|been|was|were|ended|closed)(?:\ on\ [a-z]+day)?(?:\ at|\ worth)?
      | ^\ (?:more|less|higher|lower|fewer|up|down)\ than | ^\ on(?=\ the\ $)
      | ^\ on(?=\ (?:the\ |its\ )?(?:previous|prior|last|year))
      | \b(?:rise|increase|gain|growth|jump|improvement|decline|drop|fall|decrease)\ (?:over|on|from) )
    (?: \ (?:the|a|an|its|their|just|only|some|revised|restated|earlier|last|of|record|level|high|low|peak
            |total|previous|prior|(?:day|week|month|quarter|season|year)(?:[’']s)?) ){0,5}
    \ ?$
    """,
    re.VERBOSE,
)
RANGING = late(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything|everything) from ?$")
# Between a level and the size of its move: "were 6,210, down", "£12m last year, a rise of", "baht (up"
LEVEL_THEN_SIZE = late(
    r"""
    [^;]{0,60}? (?:[,(–—-]+\ ?|\ for\ ) (?:(?:which|that|this)\ is\ |representing\ |marking\ |meaning\ )?
    (?: (?: up | down | higher | lower | (?:an?|the)\ (?:[a-z-]+\ ){0,2}? (?:[a-z]+)\ of | an? ) (?:\ by)? \ ? )?
    """,
    re.VERBOSE,
)
OR = late(r",?\ (?:or|that\ is|i\.e\.)\ (?:by\ |of\ |up\ |down\ )?", re.VERBOSE)  # "to 4,710, or 10.1%"
CLAUSE = late(r"[,;:()—–]|\b(?:and|but|when|while|which|who|as|after|because|since|if|where)\b")
STAKE = late(
    r" (?:stake|holding|shareholding|interest|share|slice|coupon|tax|levy|duty|tariff)\b(?! (?:rise|price))"
)
STAKE_OF = late(r"\b(?:stake|holding|shareholding|interest|slice) of (?:about |some )?$")
# What ties two figures to one clause, and what parts them

# What begins another clause, or another figure's; a verb of change may only lead to an end point: ", climbing from".
BREAK = late(
    r"""
    [;:?!] | \.\s
    | \b(?: while | but | whereas | although | though | which | who | whose | after | because | despite | followed
          | representing | including | valued | worth | giving | (?<!compared\ )with | as | when | said | says
          | excluding | plus | had | has | have | was | were | is | are | will | and )\b
    """,
    re.VERBOSE,
)
# Behind a number that joined or left: "hired 50 nurses, taking the total from"
TAKING = late(
    r"[a-z ]{0,30}, (?:taking|bringing|pushing|lifting|raising|cutting|reducing) [a-z ]{1,30} (?:from|to) "
)
MOVES_ON = late(r"[a-z’' ]{0,40},? (?P<verb>[a-z]+) (?:from|to) (?:about |just )?")
# "sales of £50m were up from", "were 5% higher than", "£50m (2022: £40m)"
NO_BREAK = late(
    r"""
    \b(?:was|were|is|are)\ (?=(?:up|down|higher|lower)\ |$) | \([a-z0-9 ]{0,20}:\ ?$ | \bbetween\ [a-z ]{1,30}\ and\b
    """,
    re.VERBOSE,
)
WAS = late(r",? (?:was|were|is|are) (?:up |down )?")
# Behind a size, before the end points: "fell by 8%, with 1,530 recorded"
WITH = late(r",? with (?:about |just |only )?")
# Before a size that stands last: "from £7, shedding 15%", "to 23, having added 8"
BY_WHICH = late(r"(?:(?: [a-z]+){1,4},|,)? (?:having )?(?P<verb>[a-z]+) (?:by |about |some |another )?")
# Between where a figure came from and where it went: "which stood at 90 in May, fell to", "had been 90, climbed to"
THEN = late(r"(?: [a-z]+){0,3} ?,? (?P<verb>[a-z]+) (?:back )?(?:to|by) (?:just |only |about )?")
# What says that the size is of another thing, or of another time, than the end points

# Between two levels of which the size tells behind: "was 180 metres in 1990 and is 150 metres now, a fall of"
WAS_AND_IS = late(
    r"[^;:]{0,50}\band (?:now )?(?:is|are|has|have|had|was|were|stands at|stood at)(?: now| just| only| about| at)? $"
)
A_MOVE_OF = late(
    r"[^;:.]{0,30}, (?:which is )?an? (?:[a-z]+ )?(?P<noun>[a-z]+) of (?:about |some |more than |nearly )?$"
)
# The size is of another thing than the end points: "on a comparable-store basis", "in constant currency".
BASIS = late(
    r"""
    \b(?: comparable[\ -](?:store|sales|basis) | same[\ -]store | like[\ -]for[\ -]like | organic(?:ally)? | underlying
      | constant[\ -](?:currency|currencies|prices|exchange) | currency[\ -](?:neutral|adjusted)
      | in\ (?:local\ currency|(?:real|volume|dollar|rupee|euro|sterling)\ terms|volume|value)
      | adjusted\ for\ inflation | inflation[\ -]adjusted | annuali[sz]ed | pro[\ -]forma
      | on\ an?\ [a-z]+(?:[\ -][a-z]+){0,3}\ basis
    )\b
    """,
    re.VERBOSE,
)
BASIS_BEHIND = late(r"[^,;:.]{0,30}?,?\ (?:at|in|on|when)\ ")
YEAR_ON_YEAR = late(
    r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|on the year|y/y|yoy|annually|from a year (?:ago|earlier))\b"
)
# Beside a size of a day, a week or a month, "against 987" is of another time: mostly of a year ago.
BRIEF = late(
    r"\b(?:last|this|past|previous|the) (?:week|month|quarter)\b|\bon (?:the (?:day|week|month)|[a-z]+day)\b"
)
# Behind the old end point: "in April", "the month before": of another time than a year-on-year size.
OTHER_TIME = late(
    r"""
    ,?\ ?(?: in\ (?:the\ )?(?:january|february|march|april|may|june|july|august|september|october|november|december
             |previous\ (?:month|quarter)|(?:first|second|third|fourth)\ quarter)
      | (?:a|the|in\ the)\ (?:previous\ )?(?:month|quarter|week)(?:\ (?:ago|before|earlier))?
    )\b (?!\ (?:last\ year|a\ year|of\ last|\d{4}|,?\ \d{4}))
    """,
    re.VERBOSE,
)
