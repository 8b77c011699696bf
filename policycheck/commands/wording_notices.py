"""What a run says on standard error while it goes on, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

NOTICES: dict[str, Texts] = {
    'notice.reading': {
        'en': 'policycheck: reading the rules; this takes some seconds and is done once ...',
        'nb': 'policycheck: leser reglene; det tar noen sekunder og gjøres én gang ...',
        'sv': 'policycheck: läser reglerna; det tar några sekunder och görs en gång ...',
        'fi': 'policycheck: luetaan sääntöjä; se kestää hetken ja tehdään kerran ...',
    },
    'notice.stdin': {
        'en': 'policycheck: write or paste the post; Ctrl-D on a line of its own ends it',
        'nb': 'policycheck: skriv eller lim inn innlegget; avslutt med Ctrl-D på en egen linje',
        'sv': 'policycheck: skriv eller klistra in inlägget; avsluta med Ctrl-D på en egen rad',
        'fi': 'policycheck: kirjoita tai liitä julkaisu; lopeta painamalla Ctrl-D omalla rivillään',
    },
    'notice.progress': {
        'en': 'policycheck: {count} drafts ...',
        'nb': 'policycheck: {count} utkast ...',
        'sv': 'policycheck: {count} utkast ...',
        'fi': 'policycheck: luonnoksia {count} ...',
    },
    'notice.interrupted': {
        'en': 'interrupted: the files after this were not looked at, the report is not whole',
        'nb': 'avbrutt: filene etter dette ble ikke sett på, rapporten er ikke fullstendig',
        'sv': 'avbrutet: filerna efter detta har inte granskats, rapporten är inte fullständig',
        'fi': 'keskeytetty: tämän jälkeisiä tiedostoja ei tarkistettu, raportti on vajaa',
    },
    'notice.ended': {
        'en': 'policycheck: interrupted',
        'nb': 'policycheck: avbrutt',
        'sv': 'policycheck: avbrutet',
        'fi': 'policycheck: keskeytetty',
    },
    'notice.stdout': {
        'en': 'policycheck: standard output is closed; open it, or write to /dev/null',
        'nb': 'policycheck: standard ut er lukket; åpne den, eller skriv til /dev/null',
        'sv': 'policycheck: standard ut är stängd; öppna den, eller skriv till /dev/null',
        'fi': 'policycheck: vakiotuloste on suljettu; avaa se tai kirjoita kohteeseen /dev/null',
    },
    'notice.no_drafts.folder': {
        'en': 'no drafts here; in a folder, files that end in {endings} are read',
        'nb': 'ingen utkast her; i en mappe leses filer som slutter på {endings}',
        'sv': 'inga utkast här; i en mapp läses filer som slutar på {endings}',
        'fi': 'ei luonnoksia; kansiosta luetaan tiedostot, joiden pääte on {endings}',
    },
    'notice.no_drafts.file': {
        'en': 'no drafts here; a post has a text, message or the like, or say which it is: --map text=NAME',
        'nb': 'ingen utkast her; et innlegg har text, message eller lignende, eller si hva det heter: --map text=NAVN',
        'sv': 'inga utkast här; ett inlägg har text, message eller liknande, eller säg vad det heter: --map text=NAMN',
        'fi': 'ei luonnoksia; julkaisulla on text, message tai vastaava, tai kerro sen nimi: --map text=NIMI',
    },
}
