"""What explain says of a rule that did not fire, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

WHY_NOT: dict[str, Texts] = {
    'explain.nothing': {
        'en': 'No rule flags this draft.',
        'nb': 'Ingen regel gir merknad her.',
        'sv': 'Ingen regel ger anmärkning här.',
        'fi': 'Mikään sääntö ei huomauta tästä.',
    },
    'explain.silent': {
        'en': '{rule} does not flag this draft; --why-not {rule} tells what stopped it.',
        'nb': '{rule} gir ingen merknad her; --why-not {rule} sier hva som stoppet den.',
        'sv': '{rule} ger ingen anmärkning här; --why-not {rule} säger vad som stoppade den.',
        'fi': '{rule} ei huomauta tästä; --why-not {rule} kertoo, mikä esti.',
    },
    'not.head': {
        'en': '{rule} does not flag this draft.',
        'nb': '{rule} gir ingen merknad her.',
        'sv': '{rule} ger ingen anmärkning här.',
        'fi': '{rule} ei huomauta tästä.',
    },
    'not.fires': {
        'en': '{rule} does flag this draft:',
        'nb': '{rule} gir merknad her:',
        'sv': '{rule} ger anmärkning här:',
        'fi': '{rule} huomauttaa tästä:',
    },
    'not.kept': {
        'en': '{rule} finds something in this draft, and a waiver keeps it:',
        'nb': '{rule} finner noe her, og et unntak gjelder for det:',
        'sv': '{rule} hittar något här, och ett undantag gäller för det:',
        'fi': '{rule} löytää tästä jotakin, mutta siitä on poikkeus:',
    },
    'not.level': {
        'en': '{rule} flags this draft as {level}, which is below the level shown:',
        'nb': '{rule} gir merknaden {level} her, som er under nivået som vises:',
        'sv': '{rule} ger anmärkningen {level} här, och den ligger under nivån som visas:',
        'fi': '{rule} huomauttaa tästä tasolla {level}, joka on näytettävää tasoa alempi:',
    },
    'not.off': {
        'en': 'Your organisation has switched it off: {said}',
        'nb': 'Virksomheten din har slått den av: {said}',
        'sv': 'Din organisation har stängt av den: {said}',
        'fi': 'Organisaatiosi on poistanut sen käytöstä: {said}',
    },
    'not.off.by': {
        'en': 'Decided by {by}.',
        'nb': 'Bestemt av {by}.',
        'sv': 'Beslutat av {by}.',
        'fi': 'Päättäjä: {by}.',
    },
    'not.applies': {
        'en': 'It counts only where this holds: {wanted} (line {line} of {path}). This draft: {value} ({origin}).',
        'nb': 'Den gjelder bare her: {wanted} (linje {line} i {path}). Utkastet: {value} ({origin}).',
        'sv': 'Den gäller bara här: {wanted} (rad {line} i {path}). Utkastet: {value} ({origin}).',
        'fi': 'Se koskee vain näitä: {wanted} (rivi {line}, {path}). Luonnos: {value} ({origin}).',
    },
    'not.nothing': {'en': 'none', 'nb': 'ingen', 'sv': 'ingen', 'fi': 'ei mikään'},
    'not.no language': {
        'en': 'It is written for posts in {languages}; this one was read as {lang}.',
        'nb': 'Den er skrevet for innlegg på {languages}; dette ble lest som {lang}.',
        'sv': 'Den är skriven för inlägg på {languages}; det här lästes som {lang}.',
        'fi': 'Se on kirjoitettu näille kielille: {languages}; tämä luettiin kielellä {lang}.',
    },
    'not.cleared': {
        'en': 'It found {words}, but that was cleared: {changes}.',
        'nb': 'Den fant {words}, men merknaden ble opphevet: {changes}.',
        'sv': 'Den hittade {words}, men anmärkningen togs bort: {changes}.',
        'fi': 'Se löysi kohdan {words}, mutta huomautus poistui: {changes}.',
    },
    'not.at least': {
        'en': 'Phrases of it that stand here: {found}, and it takes {needs} (line {line} of {path}):',
        'nb': 'Bare {found} av frasene står her, og det trengs {needs} (linje {line} i {path}):',
        'sv': 'Bara {found} av fraserna står här, och det behövs {needs} (rad {line} i {path}):',
        'fi': 'Vain {found} sen fraaseista on tässä, ja tarvitaan {needs} (rivi {line}, {path}):',
    },
    'not.words': {
        'en': 'Phrases in this language: {phrases} ({path}). None fits; nearest:',
        'nb': 'Fraser på dette språket: {phrases} ({path}). Ingen passer; nærmest:',
        'sv': 'Fraser på det här språket: {phrases} ({path}). Ingen passar; närmast:',
        'fi': 'Fraaseja tällä kielellä: {phrases} ({path}). Mikään ei täsmää; lähimpänä:',
    },
    'not.points': {
        'en': 'The points add up to {sum}, and it takes {needs} {within} (line {line} of {path}):',
        'nb': 'Poengene blir {sum}, og det trengs {needs} {within} (linje {line} i {path}):',
        'sv': 'Poängen blir {sum}, och det behövs {needs} {within} (rad {line} i {path}):',
        'fi': 'Pisteitä on {sum}, ja tarvitaan {needs} {within} (rivi {line}, {path}):',
    },
    'not.label': {
        'en': 'What calls for the label “{label}” is here, and the label is in its place ({within}).',
        'nb': 'Det som krever merkingen «{label}», står her, og merkingen er på plass ({within}).',
        'sv': 'Det som kräver märkningen ”{label}” står här, och märkningen finns på plats ({within}).',
        'fi': 'Tekstissä on merkintää ”{label}” edellyttävä kohta, ja merkintä on paikallaan ({within}).',
    },
    'not.limit': {
        'en': '{measure}: {value}, and at most {at_most} pass (line {line} of {path}).',
        'nb': '{measure}: {value}, og høyst {at_most} går fri (linje {line} i {path}).',
        'sv': '{measure}: {value}, och högst {at_most} går fria (rad {line} i {path}).',
        'fi': '{measure}: {value}, ja enintään {at_most} hyväksytään (rivi {line}, {path}).',
    },
    'not.limit.none': {
        'en': 'This channel sets no limit: {measure}.',
        'nb': 'Denne kanalen har ingen grense: {measure}.',
        'sv': 'Den här kanalen har ingen gräns: {measure}.',
        'fi': 'Tällä kanavalla ei ole rajaa: {measure}.',
    },
    'not.detect': {
        'en': 'Nothing here is {kinds} (line {line} of {path}).',
        'nb': 'Ingenting her er {kinds} (linje {line} i {path}).',
        'sv': 'Inget här är {kinds} (rad {line} i {path}).',
        'fi': 'Tässä ei ole mitään näistä: {kinds} (rivi {line}, {path}).',
    },
    'not.detect.digits': {
        'en': 'Numbers with a check digit count only where it is right.',
        'nb': 'Numre med kontrollsiffer teller bare når sifferet stemmer.',
        'sv': 'Nummer med kontrollsiffra räknas bara när siffran stämmer.',
        'fi': 'Tarkistusmerkillinen numero lasketaan vain, kun merkki on oikein.',
    },
    'not.or': {
        'en': '{others} or {last}',
        'nb': '{others} eller {last}',
        'sv': '{others} eller {last}',
        'fi': '{others} tai {last}',
    },
    'not.patterns': {
        'en': 'None of its patterns fits here (line {line} of {path}).',
        'nb': 'Ingen av mønstrene passer her (linje {line} i {path}).',
        'sv': 'Inget av mönstren passar här (rad {line} i {path}).',
        'fi': 'Mikään sen kaavoista ei osu tähän (rivi {line}, {path}).',
    },
    'not.other notice': {
        'en': 'Its words are here, but one notice of rights is shown, the first: {rule}.',
        'nb': 'Ordene står her, men bare én rettighetsmerknad vises, den første: {rule}.',
        'sv': 'Orden står här, men bara en upplysning om rättigheter visas, den första: {rule}.',
        'fi': 'Sanat ovat tässä, mutta oikeusilmoituksista näytetään vain ensimmäinen: {rule}.',
    },
    'near.line': {
        'en': 'line {line}: {phrase}',
        'nb': 'linje {line}: {phrase}',
        'sv': 'rad {line}: {phrase}',
        'fi': 'rivi {line}: {phrase}',
    },
    'near.missing': {
        'en': 'missing here: {missing}',
        'nb': 'mangler her: {missing}',
        'sv': 'saknas här: {missing}',
        'fi': 'puuttuu: {missing}',
    },
    'near.unnamed': {
        'en': 'policycheck.yaml names nothing for {missing}',
        'nb': 'policycheck.yaml nevner ikke noe for {missing}',
        'sv': 'policycheck.yaml nämner inget för {missing}',
        'fi': 'policycheck.yaml ei nimeä mitään kohtaan {missing}',
    },
    'near.clause': {
        'en': '{left} and {right} do not stand in one clause',
        'nb': '{left} og {right} står ikke i samme delsetning',
        'sv': '{left} och {right} står inte i samma sats',
        'fi': '{left} ja {right} eivät ole samassa lauseessa',
    },
    'near.sentence': {
        'en': '{left} and {right} do not stand in one sentence',
        'nb': '{left} og {right} står ikke i samme setning',
        'sv': '{left} och {right} står inte i samma mening',
        'fi': '{left} ja {right} eivät ole samassa virkkeessä',
    },
    'near.neighbours': {
        'en': '{left} and {right} stand more than one sentence apart',
        'nb': '{left} og {right} står mer enn én setning fra hverandre',
        'sv': '{left} och {right} står mer än en mening ifrån varandra',
        'fi': '{left} ja {right} ovat yli yhden virkkeen päässä toisistaan',
    },
    'near.order': {
        'en': '{left} and {right} stand in the other order',
        'nb': '{left} og {right} står i motsatt rekkefølge',
        'sv': '{left} och {right} står i omvänd ordning',
        'fi': '{left} ja {right} ovat toisessa järjestyksessä',
    },
    'near.apart': {
        'en': '{left} and {right} do not stand side by side in this order',
        'nb': '{left} og {right} står ikke ved siden av hverandre i denne rekkefølgen',
        'sv': '{left} och {right} står inte intill varandra i den ordningen',
        'fi': '{left} ja {right} eivät ole vierekkäin tässä järjestyksessä',
    },
    'near.gap': {
        'en': '{words} words stand between {left} and {right}, at most {allowed} may',
        'nb': 'det står {words} ord mellom {left} og {right}, høyst {allowed} er lov',
        'sv': 'det står {words} ord mellan {left} och {right}, högst {allowed} får stå där',
        'fi': 'kohtien {left} ja {right} välissä on {words} sanaa, enintään {allowed} saa olla',
    },
    'near.overlap': {
        'en': '{left} and {right} share words, and one word cannot be both',
        'nb': '{left} og {right} deler ord, og ett ord kan ikke være begge',
        'sv': '{left} och {right} delar ord, och ett ord kan inte vara båda',
        'fi': 'kohdissa {left} ja {right} on samoja sanoja, eikä sama sana voi olla molemmat',
    },
    'near.clause start': {
        'en': '{left} does not open a clause',
        'nb': '{left} står ikke først i en delsetning',
        'sv': '{left} inleder ingen sats',
        'fi': '{left} ei aloita lausetta',
    },
    'near.not denied': {
        'en': '{left} is not denied: {right} does not reach it',
        'nb': '{left} blir ikke benektet: {right} når ikke dit',
        'sv': '{left} negeras inte: {right} når inte dit',
        'fi': 'kohtaa {left} ei kielletä: {right} ei ulotu siihen',
    },
}
"""By key, then by language; what stands in braces is put in."""
