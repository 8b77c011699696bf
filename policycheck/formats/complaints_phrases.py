# ruff: noqa: E501  one sentence a line, as it is told
"""What can be wrong with phrases, entries and patterns, by the English sentence: nb, sv, fi."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str, str]] = {
    # what a phrase names
    "there is no class or word list '{name}'": ('det finnes ingen klasse eller ordliste «{name}»', 'det finns ingen klass eller ordlista ”{name}”', 'luokkaa tai sanalistaa ”{name}” ei ole'),
    "there is no class or word list '{name}'; policycheck rules list --words names them": ('det finnes ingen klasse eller ordliste «{name}»; policycheck rules list --words viser dem', 'det finns ingen klass eller ordlista ”{name}”; policycheck rules list --words visar dem', 'luokkaa tai sanalistaa ”{name}” ei ole; policycheck rules list --words näyttää ne'),
    'the word list {name} has no {lang}; write {lang}: in it, or take {{name}} out here': ('ordlisten {name} har ikke {lang}; skriv {lang}: i den, eller ta {{name}} ut her', 'ordlistan {name} har inte {lang}; skriv {lang}: i den, eller ta bort {{name}} här', 'sanalistassa {name} ei ole kieltä {lang}; kirjoita siihen {lang}: tai poista {{name}} tästä'),
    'the word list {name} includes itself; take one of these entries out': ('ordlisten {name} inneholder seg selv; ta ut en av disse linjene', 'ordlistan {name} innehåller sig själv; ta bort en av de här raderna', 'sanalista {name} sisältää itsensä; poista jokin näistä riveistä'),
    'the word list {name} includes itself through {way}; take one of these entries out': ('ordlisten {name} inneholder seg selv gjennom {way}; ta ut en av disse linjene', 'ordlistan {name} innehåller sig själv genom {way}; ta bort en av de här raderna', 'sanalista {name} sisältää itsensä ({way}); poista jokin näistä riveistä'),
    "'{name}' is no name of a class; names have small letters, digits and _": ('«{name}» er ikke et klassenavn; navn har små bokstaver a–z, tall og _', '”{name}” är inget klassnamn; namn har små bokstäver a–z, siffror och _', '”{name}” ei ole luokan nimi; nimessä on pieniä kirjaimia a–z, numeroita ja _'),
    # signs
    '{sign} is never closed; add {closing}, or write {escaped} for the sign itself': ('{sign} lukkes aldri; legg til {closing}, eller skriv {escaped} for selve tegnet', '{sign} stängs aldrig; lägg till {closing}, eller skriv {escaped} för själva tecknet', '{sign} ei sulkeudu; lisää {closing} tai kirjoita {escaped}, jos tarkoitat merkkiä'),
    'the quotation mark is never closed; add ", or write {escaped} for the sign': ('anførselstegnet lukkes aldri; legg til ", eller skriv {escaped} for selve tegnet', 'citattecknet stängs aldrig; lägg till ", eller skriv {escaped} för själva tecknet', 'lainausmerkki ei sulkeudu; lisää " tai kirjoita {escaped}, jos tarkoitat merkkiä'),
    '{sign} closes nothing; take it out or write {escaped}': ('{sign} lukker ingenting; ta det ut, eller skriv {escaped}', '{sign} stänger ingenting; ta bort det, eller skriv {escaped}', '{sign} ei sulje mitään; poista se tai kirjoita {escaped}'),
    '{sign} is out of place here; write {escaped} for the sign itself': ('{sign} kan ikke stå her; skriv {escaped} for selve tegnet', '{sign} kan inte stå här; skriv {escaped} för själva tecknet', '{sign} ei voi olla tässä; kirjoita {escaped}, jos tarkoitat merkkiä'),
    'cannot read {sign} here; write {escaped} for the sign itself': ('{sign} kan ikke leses her; skriv {escaped} for selve tegnet', '{sign} kan inte läsas här; skriv {escaped} för själva tecknet', 'merkkiä {sign} ei voi lukea tässä; kirjoita {escaped}, jos tarkoitat merkkiä'),
    "'|' cannot stand beside a relation; put the alternatives into brackets of their own, or write one phrase for each": ('| kan ikke stå sammen med ~ eller &; sett alternativene i egne parenteser, eller skriv én frase for hvert', '| kan inte stå ihop med ~ eller &; sätt alternativen inom egna parenteser, eller skriv en fras för varje', '| ei voi olla merkkien ~ tai & vieressä; pane vaihtoehdot omiin sulkeisiin tai kirjoita fraasi kullekin'),
    '{sign} cannot stand inside alternatives; write one phrase for each': ('{sign} kan ikke stå inne i alternativer; skriv én frase for hvert', '{sign} kan inte stå inne i alternativ; skriv en fras för varje', '{sign} ei voi olla vaihtoehtojen sisällä; kirjoita fraasi kullekin'),
    'parentheses are nested too deep; split the phrase': ('parentesene ligger for dypt i hverandre; del opp frasen', 'parenteserna är nästlade för djupt; dela upp frasen', 'sulkeita on liikaa sisäkkäin; jaa fraasi'),
    # words
    'the phrase is empty': ('frasen er tom', 'frasen är tom', 'fraasi on tyhjä'),
    'something is missing here': ('her mangler noe', 'här saknas något', 'tästä puuttuu jotain'),
    'something is missing before {sign}': ('det mangler noe foran {sign}', 'något saknas före {sign}', 'merkin {sign} edestä puuttuu jotain'),
    'something is missing after {sign}': ('det mangler noe etter {sign}', 'något saknas efter {sign}', 'merkin {sign} jäljestä puuttuu jotain'),
    'a word is missing here': ('her mangler et ord', 'här saknas ett ord', 'tästä puuttuu sana'),
    'there is no word here': ('her er det ikke noe ord', 'här finns inget ord', 'tässä ei ole sanaa'),
    '... stands between words; nothing comes before it': ('... står mellom ord; det kommer ingenting foran', '... står mellan ord; det kommer ingenting före', '... on sanojen välissä; sen edellä ei ole mitään'),
    '... stands between words; nothing comes after it': ('... står mellom ord; det kommer ingenting etter', '... står mellan ord; det kommer ingenting efter', '... on sanojen välissä; sen jäljessä ei ole mitään'),
    'a gap spans 1 to {most} words': ('et hull har plass til 1–{most} ord', 'en lucka rymmer 1–{most} ord', 'väliin mahtuu 1–{most} sanaa'),
    'before or after * stands a part of one word, two letters or more': ('foran eller etter * står en del av ett ord, minst to bokstaver', 'före eller efter * står en del av ett ord, minst två bokstäver', 'merkin * edessä tai jäljessä on yhden sanan osa, vähintään kaksi kirjainta'),
    'more than {most} alternatives in one phrase; put them into a word list': ('mer enn {most} alternativer i én frase; sett dem i en ordliste', 'fler än {most} alternativ i en fras; sätt dem i en ordlista', 'yhdessä fraasissa on yli {most} vaihtoehtoa; pane ne sanalistaan'),
    # what is likely meant otherwise
    'the lines of this text become one phrase; write | after the key, and one phrase a line': ('linjene blir til én frase; skriv | etter nøkkelen, og én frase per linje', 'raderna blir till en fras; skriv | efter nyckeln, och en fras per rad', 'riveistä tulee yksi fraasi; kirjoita | avaimen jälkeen ja yksi fraasi riville'),
    "'- ' is looked for as it stands; write the phrase without it": ('«- » blir lett etter slik det står; skriv frasen uten', '”- ” söks som det står; skriv frasen utan', 'merkkejä ”- ” etsitään sellaisenaan; kirjoita fraasi ilman niitä'),
    'in phrases -word excepts nothing, only in a word list; clear such posts with adjust: - {has: ..., level: off}, or write \\- for the sign': ('-ord unntar ingenting i fraser, bare i ordlister; frita slike innlegg med adjust: - {has: ..., level: off}, eller skriv \\- for selve tegnet', '-ord undantar ingenting i fraser, bara i ordlistor; släpp förbi sådana inlägg med adjust: - {has: ..., level: off}, eller skriv \\- för själva tecknet', '-sana rajaa pois vain sanalistassa, ei fraasissa; päästä tällaiset julkaisut kohdalla adjust: - {has: ..., level: off}, tai kirjoita \\-, jos tarkoitat merkkiä'),
    'the comma is looked for as it stands; write one phrase a line, or (a|b), or put it in "..." where you mean the sign': ('kommaet blir lett etter slik det står; skriv én frase per linje, eller (a|b), eller sett det i "..." hvis du mener tegnet', 'kommat söks som det står; skriv en fras per rad, eller (a|b), eller sätt det inom "..." om du menar tecknet', 'pilkkua etsitään sellaisenaan; kirjoita yksi fraasi riville tai (a|b), tai pane se merkkeihin "...", jos tarkoitat merkkiä'),
    # entries of word lists
    'an exception is one word, or a part of one with *': ('et unntak er ett ord, eller en del av et med *', 'ett undantag är ett ord, eller en del av ett med *', 'poikkeus on yksi sana tai sanan osa ja *'),
    'an entry of a word list has no ~, & or not; write a phrase in a rule for that': ('en linje i en ordliste har ikke ~, & eller not; skriv en frase i en regel for det', 'en rad i en ordlista har inte ~, & eller not; skriv en fras i en regel för det', 'sanalistan rivillä ei ole merkkejä ~ ja & eikä sanaa not; kirjoita niitä varten fraasi sääntöön'),
    'an entry of a word list has no ... and no ^': ('en linje i en ordliste har ikke ... og ikke ^', 'en rad i en ordlista har varken ... eller ^', 'sanalistan rivillä ei ole merkkejä ... ja ^'),
    # regular expressions
    'cannot read the pattern at column {column}: {problem}': ('mønsteret kan ikke leses, kolonne {column}: {problem}', 'mönstret kan inte läsas, kolumn {column}: {problem}', 'kaavaa ei voi lukea, sarake {column}: {problem}'),
    'the pattern also matches nothing at all, so it would match everywhere': ('mønsteret passer også på ingenting, så det ville slått til overalt', 'mönstret passar också på ingenting, så det skulle slå till överallt', 'kaava sopii myös tyhjään, joten se osuisi kaikkialle'),
}  # fmt: skip
