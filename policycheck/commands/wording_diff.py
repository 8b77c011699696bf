"""What rules diff says in its own words, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

DIFF: dict[str, Texts] = {
    'diff.newly_fires': {
        'en': 'Newly fires: {count} ({share} per 1,000 posts)',
        'nb': 'Slår til nå, men ikke før: {count} ({share} per 1000 innlegg)',
        'sv': 'Slår till nu men inte förut: {count} ({share} per 1 000 inlägg)',
        'fi': 'Huomauttaa nyt, ei ennen: {count} ({share} / 1 000 julkaisua)',
    },
    'diff.stops_firing': {
        'en': 'Stops firing: {count} ({share} per 1,000 posts)',
        'nb': 'Slår ikke til lenger: {count} ({share} per 1000 innlegg)',
        'sv': 'Slår inte till längre: {count} ({share} per 1 000 inlägg)',
        'fi': 'Ei enää huomauta: {count} ({share} / 1 000 julkaisua)',
    },
    'diff.other_level': {
        'en': 'Another level: {count} ({share} per 1,000 posts)',
        'nb': 'Annet nivå: {count} ({share} per 1000 innlegg)',
        'sv': 'Annan nivå: {count} ({share} per 1 000 inlägg)',
        'fi': 'Toinen taso: {count} ({share} / 1 000 julkaisua)',
    },
    'diff.added': {
        'en': 'Rules that are new: {rules}',
        'nb': 'Nye regler: {rules}',
        'sv': 'Nya regler: {rules}',
        'fi': 'Uudet säännöt: {rules}',
    },
    'diff.removed': {
        'en': 'Rules that are gone: {rules}',
        'nb': 'Regler som er borte: {rules}',
        'sv': 'Regler som är borta: {rules}',
        'fi': 'Poistuneet säännöt: {rules}',
    },
    'diff.verdicts': {
        'en': 'Posts with another verdict: {verdicts}; posts flagged that were clean: {flagged}.',
        'nb': 'Innlegg med annet utfall: {verdicts}; innlegg som var uten funn og nå får merknad: {flagged}.',
        'sv': 'Inlägg med annat utfall: {verdicts}; inlägg som var utan fynd och nu får anmärkning: {flagged}.',
        'fi': 'Julkaisuja, joiden tulos muuttui: {verdicts}; ennen puhtaita, nyt huomautettavaa: {flagged}.',
    },
    'diff.posts': {
        'en': 'Posts compared: {posts}; not screened: {not_screened}; unreadable: {unreadable}.',
        'nb': 'Innlegg sammenlignet: {posts}; ikke sjekket: {not_screened}; uleselige: {unreadable}.',
        'sv': 'Inlägg jämförda: {posts}; inte granskade: {not_screened}; oläsbara: {unreadable}.',
        'fi': 'Julkaisuja verrattu: {posts}; ei tarkistettu: {not_screened}; ei voitu lukea: {unreadable}.',
    },
}
"""By key, then by language; what stands in braces is put in."""
