"""Words by which the content scan recognises persons and special categories.

Common names in Flanders and frequent names of newcomers; the lists need not be complete, since
names come by the column, not one by one. Lower case, without diacritics.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_NAMES = _words(
    """
    adam amina ahmad ahmed aisha ali alexander amber amira an anna anouk arne arthur aya
    bart bilal bram camille charlotte dries elena elias elif elise ella emma emily emre
    ewout fatima femke finn fleur hamza hannah hasan hassan ibrahim ines iris jan jana
    jasper jef jelle jens jeroen johan jonas joris jules julia juliette karel karim kato
    khadija kobe koen lander lars laura lena lieve lina lisa liam lore lotte louise lucas
    luna maria marie marieke mark mathis matteo mehmet milan mila mira mohamed mohammed
    mohammad mustafa myriam nathan nina noah noor nora oleksandr olena olivia omar pieter
    rayan robbe rune ruben salma sander sara sarah senne seppe sofia sofie stan stijn thomas
    tim tom tuur victor vince wout yasmin yasmine youssef yusuf zeynep zoe
    """
)

SURNAMES = _words(
    """
    aerts amrani baert bauwens bogaert bogaerts bosmans christiaens claes claessens coppens
    cools cornelis daems declercq degroote demir depoorter desmet devos dhondt dubois
    goossens hendrickx hermans ivanova jacobs janssen janssens kaya kovalenko lambrechts
    lemmens lenaerts maes martens mertens michiels moens nguyen pauwels peeters pieters
    segers shevchenko smet smets stevens sahin thijs thys timmermans vandenberghe verbeke
    verhaegen verhoeven vermeersch vermeulen verstraete vos willems wouters wuyts yilmaz
    yildiz
    """
)

HEALTH_WORDS = _words(
    """
    adhd astma autisme autismespectrumstoornis depressie diabetes dyscalculie dyslexie
    dyspraxie epilepsie handicap hiv kanker medicatie psychiatrisch rolstoel rugzakje
    seropositief slechthorend slechtziend verslaving ziekte zwanger zwangerschap
    """
)

CREED_WORDS = _words(
    """
    anglicaans atheist boeddhist christelijk christen evangelisch hindoe islam islamitisch
    jodendom joods katholiek moslim orthodox protestant protestants soenniet sjiiet
    vrijzinnig homoseksueel lesbisch biseksueel vakbond vakbondslid partijlid blank zwart
    kaukasisch
    """
)

CONVICTION_WORDS = _words(
    """
    aangehouden delict gedetineerd gevangenis jeugdrechtbank jeugdrechter misdrijf strafblad
    strafrechtelijk veroordeeld veroordeling verdachte
    """
)

# Words that make a name of a country, or a nationality, and not of a person.
COUNTRY_WORDS = _words(
    """
    afrika afrikaanse america amerika amerikaanse antigua arabie arabische arabiers barbuda bekend
    bissau bosnie brits britse burkina centraal costa democratische dominicaanse emiraten
    equatoriaal faso federatie gekend geen grenadines guinea heilige herzegovina ierland
    indische kaapverdie kitts koninkrijk korea lanka leone lucia macedonie marino niet nevis
    nieuw noord oost onbekend papoea principe republiek rica russische salvador saoedi
    sierra slowaakse sri staten stoel sudan syrische timor tobago tome trinidad tsjechische
    turkse vaticaanstad verenigd verenigde vincent volksrepubliek west zeeland zuid
    """
)
