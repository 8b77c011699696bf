"""What detectors look for and what limits count is called, in the four languages."""

from __future__ import annotations

from policycheck.model import Texts

COUNTED: dict[str, Texts] = {
    'detect.email': {
        'en': 'an e-mail address',
        'nb': 'en e-postadresse',
        'sv': 'en e-postadress',
        'fi': 'sähköpostiosoite',
    },
    'detect.phone': {
        'en': 'a telephone number',
        'nb': 'et telefonnummer',
        'sv': 'ett telefonnummer',
        'fi': 'puhelinnumero',
    },
    'detect.iban': {
        'en': 'an account number (IBAN)',
        'nb': 'et kontonummer (IBAN)',
        'sv': 'ett kontonummer (IBAN)',
        'fi': 'tilinumero (IBAN)',
    },
    'detect.fodselsnummer': {
        'en': 'a Norwegian identity number',
        'nb': 'et fødselsnummer',
        'sv': 'ett norskt personnummer',
        'fi': 'norjalainen henkilötunnus',
    },
    'detect.personnummer': {
        'en': 'a Swedish identity number',
        'nb': 'et svensk personnummer',
        'sv': 'ett personnummer',
        'fi': 'ruotsalainen henkilötunnus',
    },
    'detect.hetu': {
        'en': 'a Finnish identity number',
        'nb': 'en finsk personkode',
        'sv': 'en finsk personbeteckning',
        'fi': 'henkilötunnus',
    },
    'detect.cpr': {
        'en': 'a Danish identity number',
        'nb': 'et dansk personnummer',
        'sv': 'ett danskt personnummer',
        'fi': 'tanskalainen henkilötunnus',
    },
    'detect.card': {
        'en': 'a card number',
        'nb': 'et kortnummer',
        'sv': 'ett kortnummer',
        'fi': 'korttinumero',
    },
    'detect.secret_key': {
        'en': 'a secret key',
        'nb': 'en hemmelig nøkkel',
        'sv': 'en hemlig nyckel',
        'fi': 'salainen avain',
    },
    'measure.length': {'en': 'characters', 'nb': 'tegn', 'sv': 'tecken', 'fi': 'merkkejä'},
    'measure.bytes': {'en': 'bytes', 'nb': 'byte', 'sv': 'byte', 'fi': 'tavuja'},
    'measure.hashtags': {'en': 'hashtags', 'nb': 'emneknagger', 'sv': 'hashtaggar', 'fi': 'aihetunnisteita'},
    'measure.lowercase_hashtags': {
        'en': 'hashtags of several words without capitals',
        'nb': 'emneknagger av flere ord uten store bokstaver',
        'sv': 'hashtaggar av flera ord utan stora bokstäver',
        'fi': 'monisanaisia aihetunnisteita ilman isoja kirjaimia',
    },
    'measure.emoji': {'en': 'emoji', 'nb': 'emojier', 'sv': 'emojier', 'fi': 'emojeja'},
    'measure.emoji_run': {
        'en': 'emoji in a row',
        'nb': 'emojier på rad',
        'sv': 'emojier i rad',
        'fi': 'emojeja peräkkäin',
    },
    'measure.caps': {
        'en': 'words in capitals',
        'nb': 'ord med store bokstaver',
        'sv': 'ord med versaler',
        'fi': 'sanoja isoin kirjaimin',
    },
    'measure.exclaims': {
        'en': 'exclamation marks',
        'nb': 'utropstegn',
        'sv': 'utropstecken',
        'fi': 'huutomerkkejä',
    },
    'measure.exclaim_run': {
        'en': 'exclamation marks in a row',
        'nb': 'utropstegn på rad',
        'sv': 'utropstecken i rad',
        'fi': 'huutomerkkejä peräkkäin',
    },
    'measure.sentence_words': {
        'en': 'words in the longest sentence',
        'nb': 'ord i den lengste setningen',
        'sv': 'ord i den längsta meningen',
        'fi': 'sanoja pisimmässä virkkeessä',
    },
    'measure.lix': {'en': 'LIX points', 'nb': 'LIX-poeng', 'sv': 'LIX-poäng', 'fi': 'LIX-pisteitä'},
    'measure.links': {'en': 'links', 'nb': 'lenker', 'sv': 'länkar', 'fi': 'linkkejä'},
    'measure.mentions': {
        'en': 'mentions (@)',
        'nb': 'omtaler (@)',
        'sv': 'omnämnanden (@)',
        'fi': 'mainintoja (@)',
    },
    'measure.fancy': {
        'en': 'decorative letters',
        'nb': 'pyntebokstaver',
        'sv': 'prydnadsbokstäver',
        'fi': 'koristekirjaimia',
    },
}
"""By family and key: a kind of ``detect``, with its article, or a measure of ``limit``."""
