"""What explain says of a rule that fired, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

WHY: dict[str, Texts] = {
    # why a rule fired
    'why.kept': {
        'en': 'It counts no longer, a waiver keeps it: {said}',
        'nb': 'Den teller ikke lenger, et unntak gjelder: {said}',
        'sv': 'Den räknas inte längre, ett undantag gäller: {said}',
        'fi': 'Sitä ei enää lasketa, siitä on poikkeus: {said}',
    },
    'why.phrase': {
        'en': 'It fits line {line} of {path}: {phrase}',
        'nb': 'Det passer med linje {line} i {path}: {phrase}',
        'sv': 'Det passar rad {line} i {path}: {phrase}',
        'fi': 'Se vastaa riviä {line} ({path}): {phrase}',
    },
    'why.inside': {
        'en': 'Line {line} fits here too: {phrase}',
        'nb': 'Linje {line} passer også her: {phrase}',
        'sv': 'Rad {line} passar också här: {phrase}',
        'fi': 'Myös rivi {line} sopii tähän: {phrase}',
    },
    'why.fills': {
        'en': '{words} stands for {part}',
        'nb': '{words} står for {part}',
        'sv': '{words} står för {part}',
        'fi': '{words} vastaa kohtaa {part}',
    },
    'why.clause': {
        'en': 'All of it stands in one clause: {words}',
        'nb': 'Alt står i én delsetning: {words}',
        'sv': 'Allt står i en sats: {words}',
        'fi': 'Kaikki on yhdessä lauseessa: {words}',
    },
    'why.sentence': {
        'en': 'All of it stands in one sentence: {words}',
        'nb': 'Alt står i én setning: {words}',
        'sv': 'Allt står i en mening: {words}',
        'fi': 'Kaikki on yhdessä virkkeessä: {words}',
    },
    'why.marks': {
        'en': 'Marks on it: {marks}',
        'nb': 'Markert som: {marks}',
        'sv': 'Kännetecken: {marks}',
        'fi': 'Piirteet: {marks}',
    },
    'why.no_marks': {
        'en': 'It carries no mark: it is not denied, quoted, asked or the like.',
        'nb': 'Uten markering: ikke benektet, sitert, stilt som spørsmål eller lignende.',
        'sv': 'Det är inte negerat, citerat, ställt som fråga eller liknande.',
        'fi': 'Ei piirteitä: kohtaa ei kielletä, lainata, kysytä tai vastaavaa.',
    },
    'why.points': {
        'en': 'Points: {sum}, of {needs} that are needed ({path}).',
        'nb': 'Poeng: {sum}, av {needs} som trengs ({path}).',
        'sv': 'Poäng: {sum}, och {needs} behövs ({path}).',
        'fi': 'Pisteitä {sum}, tarvitaan {needs} ({path}).',
    },
    'why.line': {
        'en': '{points} for {words}, line {line}: {phrase}',
        'nb': '{points} for {words}, linje {line}: {phrase}',
        'sv': '{points} för {words}, rad {line}: {phrase}',
        'fi': '{points}, {words}, rivi {line}: {phrase}',
    },
    'why.found': {
        'en': '{words}, line {line}: {phrase}',
        'nb': '{words}, linje {line}: {phrase}',
        'sv': '{words}, rad {line}: {phrase}',
        'fi': '{words}, rivi {line}: {phrase}',
    },
    'why.limit': {
        'en': '{measure}: {value}, and at most {at_most} pass (line {line} of {path}).',
        'nb': '{measure}: {value}, og høyst {at_most} går fri (linje {line} i {path}).',
        'sv': '{measure}: {value}, och högst {at_most} går fria (rad {line} i {path}).',
        'fi': '{measure}: {value}, ja enintään {at_most} hyväksytään (rivi {line}, {path}).',
    },
    'why.detect': {
        'en': 'It looks like {kind} (line {line} of {path}).',
        'nb': 'Det ser ut som {kind} (linje {line} i {path}).',
        'sv': 'Det ser ut som {kind} (rad {line} i {path}).',
        'fi': 'Se on muodoltaan {kind} (rivi {line}, {path}).',
    },
    'why.reworded': {
        'en': 'Your organisation has changed the words that this rule looks for: {said}',
        'nb': 'Virksomheten din har endret ordene som regelen ser etter: {said}',
        'sv': 'Din organisation har ändrat orden som regeln letar efter: {said}',
        'fi': 'Organisaatiosi on muuttanut sanoja, joita sääntö etsii: {said}',
    },
    # what made the level
    'change.rule': {
        'en': 'the rule says {after} (line {line})',
        'nb': 'regelen sier {after} (linje {line})',
        'sv': 'regeln säger {after} (rad {line})',
        'fi': 'sääntö sanoo {after} (rivi {line})',
    },
    'change.policy': {
        'en': 'your organisation makes that {after}: {said}',
        'nb': 'virksomheten din gjør det til {after}: {said}',
        'sv': 'din organisation gör det till {after}: {said}',
        'fi': 'organisaatiosi asettaa tason {after}: {said}',
    },
    'change.adjust': {
        'en': 'line {line} makes it {after}: {because}',
        'nb': 'linje {line} gjør det til {after}: {because}',
        'sv': 'rad {line} gör det till {after}: {because}',
        'fi': 'rivi {line}: {after} ({because})',
    },
    'change.off': {
        'en': 'line {line} clears it: {because}',
        'nb': 'linje {line} opphever merknaden: {because}',
        'sv': 'rad {line} tar bort anmärkningen: {because}',
        'fi': 'rivi {line} poistaa huomautuksen: {because}',
    },
    'change.account': {
        'en': 'an opinion on a personal account is {after} at most',
        'nb': 'en mening på en privat konto er høyst {after}',
        'sv': 'en åsikt på ett privat konto är högst {after}',
        'fi': 'mielipide omalla tilillä on enintään {after}',
    },
    'change.shield': {
        'en': 'beside the notice of rights an opinion is {after} at most',
        'nb': 'ved siden av rettighetsmerknaden er en mening høyst {after}',
        'sv': 'intill upplysningen om dina rättigheter är en åsikt högst {after}',
        'fi': 'oikeusilmoituksen rinnalla mielipide on enintään {after}',
    },
    'held.has': {
        'en': '{words} stands nearby',
        'nb': '{words} står i nærheten',
        'sv': '{words} står i närheten',
        'fi': 'lähellä on {words}',
    },
    'held.label': {
        'en': 'the label is there',
        'nb': 'merkingen er på plass',
        'sv': 'märkningen finns där',
        'fi': 'merkintä on paikallaan',
    },
}
"""By key, then by language; what stands in braces is put in."""
