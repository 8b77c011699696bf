"""What rules test --coverage says, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

COVERAGE: dict[str, Texts] = {
    'coverage.phrase': {
        'en': 'no example is flagged by “{phrase}”',
        'nb': 'ingen eksempler får merknad av «{phrase}»',
        'sv': 'inget exempel får anmärkning av ”{phrase}”',
        'fi': 'yksikään esimerkki ei saa huomautusta fraasista ”{phrase}”',
    },
    'coverage.minus': {
        'en': 'no example holds “{phrase}”, which takes points away',
        'nb': 'ingen eksempler har «{phrase}», som trekker poeng fra',
        'sv': 'inget exempel har ”{phrase}”, som drar ifrån poäng',
        'fi': 'yhdessäkään esimerkissä ei ole fraasia ”{phrase}”, joka vähentää pisteitä',
    },
    'coverage.adjust': {
        'en': 'no example is changed by this line of adjust',
        'nb': 'ingen eksempler endres av denne linjen i adjust',
        'sv': 'inget exempel ändras av den här raden i adjust',
        'fi': 'tämä adjust-rivi ei muuta yhtäkään esimerkkiä',
    },
    'coverage.adjust_lang': {
        'en': 'no example in {languages} is changed by this line of adjust',
        'nb': 'ingen eksempler på {languages} endres av denne linjen i adjust',
        'sv': 'inget exempel på {languages} ändras av den här raden i adjust',
        'fi': 'tämä adjust-rivi ei muuta yhtäkään esimerkkiä kielillä {languages}',
    },
    'coverage.fix': {
        'en': 'no example under fixes puts in “{phrase}”',
        'nb': 'ingen eksempler under fixes retter «{phrase}»',
        'sv': 'inget exempel under fixes rättar ”{phrase}”',
        'fi': 'yksikään esimerkki kohdassa fixes ei korjaa fraasia ”{phrase}”',
    },
    'coverage.language': {
        'en': 'the examples in {languages} flag nothing',
        'nb': 'eksemplene på {languages} får ingen merknad',
        'sv': 'exemplen på {languages} får ingen anmärkning',
        'fi': 'esimerkit ({languages}) eivät saa huomautuksia',
    },
    'coverage.phrases': {'en': 'phrases', 'nb': 'fraser', 'sv': 'fraser', 'fi': 'fraaseja'},
    'coverage.entries': {
        'en': 'lines of adjust',
        'nb': 'linjer i adjust',
        'sv': 'rader i adjust',
        'fi': 'adjust-rivejä',
    },
    'coverage.counts': {
        'en': 'Phrases: {phrases}; tried by an example: {tried}. Lines of adjust: {adjust}; tried: '
        '{adjusted}.',
        'nb': 'Fraser: {phrases}; prøvd av et eksempel: {tried}. Linjer i adjust: {adjust}; prøvd: '
        '{adjusted}.',
        'sv': 'Fraser: {phrases}; prövade av ett exempel: {tried}. Rader i adjust: {adjust}; prövade: '
        '{adjusted}.',
        'fi': 'Fraaseja: {phrases}; esimerkin kokeilemia: {tried}. Adjust-rivejä: {adjust}; kokeiltuja: '
        '{adjusted}.',
    },
}
