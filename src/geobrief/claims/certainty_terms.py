"""The words that tell how sure a claim is, one pattern a standing; they are searched in lower-case text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from geobrief.model import Certainty

__all__ = ["DISOWNED", "SUPPOSED", "TERMS", "is_negated", "outside"]


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})")


_SAYINGS: Final = (
    r"(?:claims?|charges?|reports?|allegations?|accusations?|rumou?rs|suggestions?|ideas?|notions?|accounts?|version"
    r"|assertions?|theor(?:y|ies)|findings?|talk|blame|responsibility|criticisms?|insinuations?|complaints?|concerns?"
    r"|objections?|fears|figures?|numbers?|tolls?|estimates?)\b"
)
_FALSE: Final = (
    r"(?:false|untrue|baseless|unfounded|groundless|fabricat(?:ed|ions?)|fakes?|(?:a\s)?lies?"
    r"|nonsense|a\shoax|(?:wrong|incorrect|inaccurate)(?!\sto))\b"
)
_BE: Final = r"(?:is|are|was|were|be|been|being|[’']s|[’']re)"
_WHOSE: Final = r"(?:an?|the|its|his|her|their|our)"

_DENIED: Final = _any(
    # Who denies an entry or a visa says nothing about a claim.
    r"den(?:y|ies|ied|ying)\b(?!\s(?:him|her|them|us|me|entry|access|permission|bail|visas?|asylum|an?)\b)",
    r"denials?\b",
    r"(?:refut|repudiat)(?:e|es|ed|ing)\b",
    r"(?:rebut(?:s|ted|ting)?|disavow(?:s|ed|ing)?|disclaim(?:s|ed|ing)?)\b",
    rf"(?:reject|dismiss)(?:s|es|ed|ing)?\s(?:[\w’'-]+\s){{0,3}}{_SAYINGS}",
    r"dismiss(?:es|ed|ing)?\s(?:[\w’'-]+\s){1,4}as\b",
    r"rul(?:es|ed|ing)\sout\b",
    r"contradict(?:s|ed|ing)?\b",
    rf"(?:call|brand|label)(?:s|ed|l?ing|led)?\s(?:[\w’'-]+\s){{1,4}}{_FALSE}",
    rf"{_BE}\s(?:\w+ly\s)?{_FALSE}",
    r"no\struth\s(?:in|to)\b",
    r"not\strue\b",
)
DISOWNED: Final = _any(
    r"nothing\sto\sdo\swith\b",
    r"not\s(?:behind|involved|responsible|to\sblame)\b",
    r"no\s(?:part|role|involvement|hand)\sin\b",
)
"""Denials without the verb, where a source speaks: "they were not behind it, the rebels said"."""
_DOUBTED: Final = _any(
    r"(?<!no )(?<!without )(?<!without a )doubt(?:s|ed|ing|ful)?\b",
    r"(?:s[ck]eptic(?:al|s|ism)?|dubious|questionable)\b",
    r"(?:unlikely|implausible|improbable|unconvinced)\b",
    r"disput(?:e|es|ed|ing)\s(?:the|that|this|those|these|his|her|its|their|whether)\b",
    r"(?:question|challeng|contest)(?:s|es|ed|e|ing)?\s(?:whether|if|how"
    r"|(?:the|that|those|these|his|her|its|their)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:figures?|numbers?|toll|counts?|estimates?|accuracy|value|need|wisdom|legality|claims?|account|version|findings|sums?))\b",
    r"(?:call(?:s|ed|ing)?\sinto|open\sto)\s(?:question|doubt)\b",
    r"wonder(?:s|ed|ing)?\s(?:whether|if|aloud)\b",
    r"not\s(?:\w+ly\s)?(?:convinced|persuaded|credible|sure\s(?:that|whether|if))\b",
    r"(?:no|little|scant)\s(?:\w+\s)?(?:evidence|proof|indications?|signs?)\s(?:that|of|for|to)\b",
    r"(?:hard|difficult)\sto\sbelieve\b",
    r"far\sfrom\s(?:certain|clear|sure)\b",
    r"not\s(?:at\sall\s|yet\s)?(?:clear|certain)\sthat\b",
    rf"{_BE}\s(?:\w+ly\s)?(?:disputed|contested|in\sdispute|in\sdoubt|in\squestion)\b(?!\sby\b)",
    r"(?:few|nobody|no\sone|hardly\sanyone)\s(?:[\w’'-]+\s){0,3}?(?:believes?|expects?|thinks?)\b",
    r"remains\sto\sbe\sseen\b",
)
_POSSIBLE: Final = _any(
    r"(?:may|might)\b(?!\s\d)",
    # What could be seen was there.
    r"could\b(?!\s(?:not|only|no\slonger|barely|hardly|see|hear|smell|(?:still\s)?be\s(?:seen|heard|felt))\b)",
    r"possib(?:le|ly|ility|ilities)\b",
    r"(?:perhaps|maybe|potentially|probably|presumably|conceivably)\b",
    r"(?<!the )(?<!\ba )suspected\b",
    rf"(?:{_BE}|has|have|had)\s(?:\w+\s)?likely\b(?!\sto\b)",
    r"(?:appear|seem)(?:s|ed)?\s(?:that|likely|as\sif)\b",
    r"(?<!the )(?<!a )(?<!two )(?<!three )(?<!all )suspect(?:s|ing)?\s(?:that|it|the|of|he|she|they|an?|some"
    r"|[\w’'-]+\s(?:is|was|are|were|has|have|had))\b",
    r"warn(?:s|ed)?\b",
    r"(?<!without )(?<!early )(?<!early-)warnings?\b(?!\s(?:shots?|systems?|signs?|lights?|zones?))",
    r"speculat(?:e|es|ed|ing|ion)\b",
    r"fear(?:s|ed|ing)?\b(?!\s(?:and|or|in|as)\b)",
    r"(?:at\srisk\sof|risk(?:s|ed|ing)?\s\w+ing)\b",
    r"threaten(?:s|ed|ing)?\sto\b",
    r"(?:appear|seem)(?:s|ed)?\sto\b",
    rf"{_BE}\s(?:\w+ly\s)?considering\b",
    r"(?:mull(?:s|ed|ing)|mooted)\b",
    r"(?:unclear|not\s(?:yet\s|immediately\s)?(?:clear|known|certain))\s(?:whether|if|how|who|what|why)\b",
)
_EXPECTED: Final = _any(
    r"(?<!the )(?<!political )(?<!free )(?<!at )(?<!good )(?<!ill )will\b"
    r"(?!\s(?:not\s|neither\s)?(?:say|comment|confirm)\b)",
    r"(?:shall|would(?!\s(?:not\s|neither\s)?(?:say|comment|confirm|like|love|(?:\w+\s)?have)\b))\b",
    r"(?:wo|would)n[’']t\b(?!\s(?:say|comment))",
    r"[a-z]+[’']ll\b",
    r"(?<!had )plan(?:s|ned|ning)?\s(?:to|for|on|an?|another|new|more|further|up\sto|some|two|three"
    r"|four|five|six|several|(?=\d))\b",
    # What had been planned came otherwise.
    r"(?<!as )(?<!than )(?<!had )(?<!been )(?<!originally )planned\b",
    r"wants\sto\b",
    rf"{_WHOSE}\s(?:[\w-]+\s)?plans?\b(?!\sof\sthe\b)",
    r"(?<!as )(?<!than )expect(?:s|ed|ing|ation|ations)?\b",
    r"(?<!as )(?<!than )forecast(?:s|ed|ing)?\b",
    r"(?<!as )(?<!than )predict(?:s|ed|ing|ion|ions)?\b",
    r"(?:project(?:s|ed)\s(?:that|to|at|for)|projections?)\b",
    r"(?:aim|hop)(?:e|s|es|ed|ing)?\s(?:to|that|for|at)\b",
    rf"{_WHOSE}\s(?:[\w-]+\s)?(?:target|goal|ambition)\s(?:of|is|was|for|to)\b",
    r"inten(?:d|ds|ded|ding|t|tion|tions)\b",
    rf"{_BE}\s(?:\w+ly\s)?due\sto\b(?!\s(?:an?|the|its|his|her|their|this|bad|poor|heavy|high|low|strong|severe|lack|rising"
    r"|growing|technical|human|concerns?|fears?|[a-z]+(?:ion|ness|ity|ism|ance|ence|ages?|ings?|ers?))\b)",
    rf"{_BE}\s(?:\w+ly\s)?due\s(?:in|on|at|by|back|out|next|before|tomorrow|for)\b",
    r"(?:scheduled|slated|earmarked)\b",
    r"(?:set|poised|going|on\strack|on\scourse|gearing\sup)\sto\b",
    rf"{_BE}\s(?:just\s)?about\sto\b",
    r"(?:pledg|promis)(?:e|es|ed|ing)\b",
    r"vow(?:s|ed|ing)?\b",
    r"(?:agree|offer|propose|prepare|decide|undertake|commit)(?:s|d|ed|ing)?\sto\b",
    r"(?:preparing|proposing|deciding)\sto\b",
    rf"{_BE}\s(?:\w+ly\s|very\s|more\s|most\s)?likely\sto\b",
    r"should\s(?:be\s(?:able|ready|finished|completed?|over)|reach|arrive|open|start|begin|finish|end|resume|return|come)\b",
    r"(?:is|are)\sto\s(?!the\b|an?\b|its\b|his\b|her\b|their\b|blame\b)[a-z]",
)
_CLAIMED: Final = _any(
    # A flood that claims lives claims nothing, nor does who claims a benefit.
    r"(?<!insurance )(?<!asylum )(?<!territorial )claim(?:s|ed|ing)?\b"
    r"(?!\s(?:[\w,-]+\s){0,4}(?:lives|victims)\b|\s(?:benefits|asylum|a\sseat)\b)",
    r"alleg(?:e|es|ed|edly|ing|ation|ations)\b",
    r"purport(?:s|ed|edly|ing)?\b",
    r"accus(?:e|es|ed|ing|ation|ations)\b",
    r"supposedly\b",
    r"boast(?:s|ed|ing)?\b",
    r"without\s(?:any\s|giving\s|offering\s|providing\s|citing\s){0,2}(?:evidence|proof)\b(?!\sof\b)",
)
_REPORTED: Final = _any(
    r"reportedly\b",
    # A report by somebody is his word; unnamed reports are hearsay.
    r"report(?:ed|s|ing|(?!\s(?:\w+\s)?(?:by|from)\b))\b(?!\s(?:to|for)\s(?:work|duty|police))",
    r"(?:unconfirmed|unverified|apparently)\b",
    r"not\s(?:yet\s)?(?:be(?:en)?\s)?(?:independently\s)?(?:verif(?:y|ied)|confirmed)\b",
    # What somebody will not confirm is hearsay still.
    r"(?:declin|refus)(?:e|es|ed|ing)\sto\sconfirm\b(?!\sor\b)",
    r"(?:(?:would|will)\snot|(?:would|wo)n[’']t)\s(?:\w+ly\s)?(?:confirm|verify)\b",
    r"rumou?r(?:s|ed)?\b",
    rf"{_BE}\s(?:\w+ly\s)?(?:said|believed|thought|understood)\s(?:to|that)\b",
    r"revelations?\b",
    r"reveal(?:s|ed)\b",
    r"leaked\s(?:\w+\s){0,2}(?:documents?|files?|e-?mails?|letters?|memos?|recordings?|drafts?|cop(?:y|ies)|papers?|plans?)\b",
    r"sources?\s(?:say|said|told|close)\b",
    r"(?:satellite|aerial)\s(?:imagery|images|photos|photographs)\b",
    r"(?:word|news)\sthat\b",
)
TERMS: Final[tuple[tuple[Certainty, re.Pattern[str]], ...]] = (
    ("denied", _DENIED),
    ("doubted", _DOUBTED),
    ("possible", _POSSIBLE),
    ("expected", _EXPECTED),
    ("claimed", _CLAIMED),
    ("reported", _REPORTED),
)
"""In the order of `model.CERTAINTIES`."""
SUPPOSED: Final = frozenset({"denied", "doubted", "possible", "claimed"})
"""Standings that "not" takes away; what is not expected is a forecast all the same."""

_NEGATED = re.compile(
    r"(?:\b(?:not|never|neither|nor|cannot|without|nobody|no\sone)|n[’']t)"
    r"\s(?:(?:\w+ly|yet|ever|even|been|be|is|are|was|were|either|to)\s){0,3}$"
    r"|\b(?:declin|refus)(?:e|es|ed|ing)\sto\s(?:(?:either\s)?confirm\sor\s)?$"
    r"|\b(?:confirm(?:ed|s|ing)?\s(?:or|nor)|(?:hard|impossible)\sto)\s$"
)
_LOOK_BACK: Final = 48
_ASIDE = re.compile(r",\s(?:which|who|whose|whom|where)\s[^,;:]{1,200},|\([^()]{1,200}\)|—[^—.]{1,200}—")


def is_negated(lowered: str, start: int) -> bool:
    """Whether the word at `start` stands under a "not" of its own clause, as in "did not deny"."""
    return _NEGATED.search(lowered[max(0, start - _LOOK_BACK) : start]) is not None


def outside(lowered: str) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence outside relative clauses and brackets, whose hedges are their own."""
    at = 0
    for aside in _ASIDE.finditer(lowered):
        yield at, aside.start()
        at = aside.end() - 1
    yield at, len(lowered)
