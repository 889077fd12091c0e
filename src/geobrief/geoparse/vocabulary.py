"""The small closed lists of English words by which the context of a name is read, all in lower case."""

from __future__ import annotations

__all__ = [
    "BEFORE_OF",
    "CALENDAR",
    "CALLED",
    "DIRECTIONS",
    "FUNCTION_WORDS",
    "LOCATIVE",
    "NAMED_AFTER_PLACES",
    "NAMED_THINGS",
    "OF_A_LINE",
    "PEOPLE",
    "PERSON_VERBS",
    "PLACE_NOUNS",
    "ROADS",
    "ROLES",
    "SHIPS_AND_CLUBS",
    "SHORT_ROADS",
    "TITLES",
    "TREATIES",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """mr mrs ms miss mx dr prof professor sir dame lord lady madam rev reverend fr father sister brother
    rabbi imam sheikh sheik pastor bishop archbishop cardinal pope saint king queen prince princess duke
    duchess count countess emperor emir sultan ayatollah gen general lt lieutenant col colonel maj major
    capt captain cmdr commander adm admiral sgt sergeant cpl corporal pvt private pfc spc cpt marshal
    brig brigadier president pres chancellor premier minister secretary ambassador governor gov senator
    sen representative rep congressman congresswoman mayor councilman councilwoman councillor councilor
    alderman commissioner sheriff deputy officer detective det inspector constable chief justice judge
    attorney prosecutor coroner coach chairman chairwoman chairperson speaker spokesman spokeswoman
    director principal superintendent supt agent trooper firefighter aunt uncle mp mla ceo"""
)
"""Titles that stand before a person's name."""

ROADS = _words(
    """street st road rd avenue ave drive dr boulevard blvd lane ln parkway pkwy highway hwy freeway
    expressway turnpike alley avenida calle rue strasse"""
)
"""What makes a road of the name some words before it."""

SHORT_ROADS = _words("court ct place pl square sq terrace way row close walk grove circle loop trail")
"""What makes a road of the name directly before it."""

ROLES = _words(
    """actor actress author singer rapper musician composer drummer guitarist artist painter poet novelist
    writer journalist reporter columnist editor photographer filmmaker producer presenter host comedian
    model activist lawyer solicitor barrister economist analyst historian scientist physicist researcher
    astronaut architect engineer surgeon quarterback linebacker receiver pitcher catcher outfielder
    forward midfielder defender striker goalkeeper guard winger boxer golfer swimmer sprinter driver
    jockey captain manager owner founder chairman president minister senator spokesman spokeswoman
    spokesperson detective officer suspect victim defendant wife husband son daughter mother father
    brother sister colleague teammate tycoon billionaire politician lawmaker legislator"""
)
"""What a person is, in lower case directly before the name: "actor Paris"."""

PEOPLE = ROLES | _words(
    """man woman boy girl baby child teenager student pupil worker soldier fighter commander officer smuggler
    trafficker broker fixer dealer friend someone somebody"""
)
"""Who may be "called" something that is a place elsewhere: "a singer called Milan"."""

CALLED = _words("called named nicknamed dubbed codenamed code-named")
"""What says that a name follows."""

PERSON_VERBS = _words(
    """said says told tells added adds explained recalled joked laughed smiled testified tweeted wrote
    writes replied asked argued insisted quipped noted remarked thinks thought believes believed knows
    knew loves loved scored pleaded died married"""
)
"""What a bare surname does more often than a place does."""

LOCATIVE = _words(
    """in at near from to into across around outside inside through throughout toward towards between via
    within along off over beyond above below leaving reaching visiting entering attacked invaded left
    across onto beside amid surrounding around upstream downstream"""
)
"""Words after which a name is a place."""

BEFORE_OF = _words(
    """miles kilometers kilometres km outskirts coast side part parts suburb suburbs streets people residents
    university area areas border"""
)
"""Words before "of" and a place: "miles north of", "the outskirts of"."""

DIRECTIONS = _words(
    """north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central downtown uptown midtown upstate mid
    upper lower greater inner outer metro metropolitan coastal rural suburban mainland nearby inland
    eastward old modern ancient imperial postwar wartime occupied historic saharan nazi soviet communist
    colonial medieval divided neighbouring neighboring"""
)
"""Words that part or describe a place, and leave its name a name."""

CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    christmas easter"""
)

FUNCTION_WORDS = _words(
    """a an the in on at of to from by for with as and or but nor so yet if when while since until after
    before because although though that this these those there here it its he she they we you i his her
    their our your my is are was were be been has have had do does did will would can could may might
    must shall should not no yes what which who whom whose where why how both either neither each every
    all some any many few more most other such only also just then than now today tomorrow yesterday
    meanwhile however moreover additionally according among amid despite during under over near across
    between against about into inside outside within without around throughout toward towards through
    like unlike per via once still even again too very per versus vs see"""
)
"""Words that are never part of a place's name by themselves."""

PLACE_NOUNS = _words(
    """city town village capital state province region county district port island country nation republic
    municipality settlement hamlet suburb neighbourhood neighborhood community territory prefecture
    governorate emirate canton department oblast commune borough parish peninsula river lake sea"""
)
"""What a name is said to be, before "of" or directly: "the city of Kayseri", "the capital Kyiv"."""

SHIPS_AND_CLUBS = _words("uss hms hmas hmcs ins rfa mv ms ss fc afc sc ac cf cd rb sv vfl tsg psv")
"""Acronyms before a name that make a ship or a club of it."""

NAMED_AFTER_PLACES = _words(
    """virus ebolavirus variant strain syndrome disease fever flu cheese wine whisky whiskey sauce sausage
    terrier terriers shepherd shepherds sheepdog cocktail cocktails"""
)
"""What is called after a place and found anywhere."""

NAMED_THINGS = _words(
    """tanker trawler freighter ferry ship vessel boat yacht warship destroyer frigate corvette cruiser
    submarine icebreaker schooner barge tugboat tug dredger carrier containership supertanker coaster liner
    panamax airliner locomotive satellite spacecraft rocket typhoon cyclone hurricane storm discotheque disco
    nightclub club bar pub restaurant cafe café bistro pizzeria diner hotel motel hostel casino cinema film
    movie musical opera novel album song single band sitcom series magazine newspaper tabloid startup brand
    label retailer supermarket carmaker insurer airline brewer brewery horse racehorse stallion mare filly
    dog cat"""
)
"""Lower-case words after which a name is that of a thing, a business or a work: "the tanker Kazan"."""

OF_A_LINE = _words("to train bus coach tram plane flight jet shuttle express metro line")
"""Words behind "aboard the" and a name that make it where a train goes, as kinds of ships do."""

TREATIES = _words(
    "accord accords agreement agreements convention conventions declaration pact protocol treaty"
)
"""What is named after the place where it was signed, and means it no more."""
