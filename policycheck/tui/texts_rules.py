"""What the rules screen says, in the order of LANGUAGES."""

from __future__ import annotations

RULES: dict[str, tuple[str, str, str, str]] = {
    'rules.search': ('Search the rules', 'Søk i reglene', 'Sök i reglerna', 'Hae säännöistä'),
    'rules.try': (
        'Try a sentence here',
        'Prøv en setning her',
        'Prova en mening här',
        'Kokeile virkettä tässä',
    ),
    'rules.tried_yes': ('Flagged: {words}.', 'Merket: {words}.', 'Markerat: {words}.', 'Merkitty: {words}.'),
    'rules.tried_no': (
        'This rule finds nothing here ({language}).',
        'Denne regelen finner ingenting her ({language}).',
        'Den här regeln hittar inget här ({language}).',
        'Tämä sääntö ei löydä tästä mitään ({language}).',
    ),
    'rules.tried_others': (
        'Others do: {rules}.',
        'Andre gjør: {rules}.',
        'Andra gör: {rules}.',
        'Muut löytävät: {rules}.',
    ),
    'rules.count': ('{count} rules.', '{count} regler.', '{count} regler.', '{count} sääntöä.'),
    'rules.off': (
        '{count} turned off for you.',
        '{count} slått av for deg.',
        '{count} avstängda för dig.',
        '{count} poissa käytöstä sinulta.',
    ),
    'rules.off_for_you': (
        'Turned off for you. O turns it on.',
        'Slått av for deg. O slår den på.',
        'Avstängd för dig. O slår på den.',
        'Poissa käytöstä sinulta. O ottaa käyttöön.',
    ),
    'rules.no_case': (
        'No case recorded.',
        'Ingen sak er notert.',
        'Inget fall är antecknat.',
        'Ei kirjattua tapausta.',
    ),
    'rules.checked': (
        'Sources last read: {day}.',
        'Kildene sist lest: {day}.',
        'Källorna senast lästa: {day}.',
        'Lähteet luettu viimeksi: {day}.',
    ),
    'rules.running': ('Running the examples…', 'Kjører eksemplene…', 'Kör exemplen…', 'Ajetaan esimerkkejä…'),
    'rules.flags': (
        'Has to be flagged: {held} of {all}',
        'Skal merkes: {held} av {all}',
        'Ska markeras: {held} av {all}',
        'Pitää merkitä: {held}/{all}',
    ),
    'rules.passes': (
        'Has to pass: {held} of {all}',
        'Skal gå fri: {held} av {all}',
        'Ska gå fri: {held} av {all}',
        'Pitää jättää rauhaan: {held}/{all}',
    ),
    'rules.fixes': (
        'Fixes: {held} of {all}',
        'Rettelser: {held} av {all}',
        'Rättelser: {held} av {all}',
        'Korjaukset: {held}/{all}',
    ),
    'rules.fails': ('does not hold', 'stemmer ikke', 'stämmer inte', 'ei pidä paikkaansa'),
    'rules.ran': (
        'Examples of {at} of {all} rules run, {failed} rules fail.',
        'Eksemplene til {at} av {all} regler er kjørt, {failed} regler feiler.',
        'Exemplen till {at} av {all} regler är körda, {failed} regler fallerar.',
        'Esimerkit ajettu: {at}/{all} sääntöä, {failed} pettää.',
    ),
    'rules.no_editor': (
        'No editor could be opened. The file is {path}.',
        'Fant ingen editor å åpne. Fila er {path}.',
        'Ingen editor kunde öppnas. Filen är {path}.',
        'Muokkainta ei voitu avata. Tiedosto on {path}.',
    ),
}
"""By key."""
