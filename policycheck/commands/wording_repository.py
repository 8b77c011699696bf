"""What baseline, cache and init --repo say in their own words, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

REPOSITORY: dict[str, Texts] = {
    'cache.none': {
        'en': 'Nothing is kept: this user has no home folder.',
        'nb': 'Ingenting er lagret: brukeren har ingen hjemmemappe.',
        'sv': 'Inget sparas: användaren har ingen hemkatalog.',
        'fi': 'Mitään ei säilytetä: käyttäjällä ei ole kotikansiota.',
    },
    'cache.info': {'en': 'In {folder}:', 'nb': 'I {folder}:', 'sv': 'I {folder}:', 'fi': '{folder}:'},
    'cache.clear': {
        'en': 'Removed from {folder}:',
        'nb': 'Fjernet fra {folder}:',
        'sv': 'Borttaget från {folder}:',
        'fi': 'Poistettu kansiosta {folder}:',
    },
    'cache.holds': {
        'en': 'compiled rules: {rules}, logs of verdicts: {logs}, {size} MB; no text of any post',
        'nb': 'kompilerte regelsett: {rules}, logger med resultater: {logs}, {size} MB; ingen tekst fra innlegg',
        'sv': 'kompilerade regler: {rules}, loggar med resultat: {logs}, {size} MB; ingen text ur inlägg',
        'fi': 'käännettyjä sääntöjä: {rules}, tuloslokeja: {logs}, {size} Mt; ei julkaisujen tekstiä',
    },
    'baseline.written': {
        'en': '{path}: {count} findings written down. From now on only new ones are told.',
        'nb': '{path}: {count} funn er notert. Fra nå av meldes bare nye.',
        'sv': '{path}: {count} fynd har antecknats. Från och med nu nämns bara nya.',
        'fi': '{path}: {count} löydöstä kirjattu. Tästä lähtien kerrotaan vain uusista.',
    },
    'baseline.written.one': {
        'en': '{path}: 1 finding written down. From now on only new ones are told.',
        'nb': '{path}: 1 funn er notert. Fra nå av meldes bare nye.',
        'sv': '{path}: 1 fynd har antecknats. Från och med nu nämns bara nya.',
        'fi': '{path}: 1 löydös kirjattu. Tästä lähtien kerrotaan vain uusista.',
    },
    'baseline.state': {
        'en': 'New: {new}. Known: {known}. Gone: {gone}.',
        'nb': 'Nye: {new}. Kjente: {known}. Borte: {gone}.',
        'sv': 'Nya: {new}. Kända: {known}. Borta: {gone}.',
        'fi': 'Uusia: {new}. Tunnettuja: {known}. Poistuneita: {gone}.',
    },
    'baseline.unknown': {
        'en': 'Unknown: {count}, in files that could not be read whole; they stay in the baseline: {files}',
        'nb': 'Ukjent: {count}, i filer som ikke kunne leses i sin helhet; de blir stående: {files}',
        'sv': 'Okänt: {count}, i filer som inte kunde läsas i sin helhet; fynden står kvar i baselinen: {files}',
        'fi': 'Ei tiedossa: {count}, tiedostoissa, joita ei voitu lukea loppuun; ne jäävät vertailutiedostoon: {files}',
    },
    'baseline.pruned': {
        'en': '{path}: {gone} taken out, {left} left.',
        'nb': '{path}: {gone} tatt ut, {left} igjen.',
        'sv': '{path}: {gone} borttagna, {left} kvar.',
        'fi': '{path}: {gone} poistettu, {left} jäljellä.',
    },
    'baseline.gone': {
        'en': '{path}: {count} known findings are gone; policycheck baseline prune takes them out',
        'nb': '{path}: {count} kjente funn er borte; policycheck baseline prune tar dem ut',
        'sv': '{path}: {count} kända fynd är borta; policycheck baseline prune tar bort dem',
        'fi': '{path}: {count} tunnettua löydöstä on poistunut; policycheck baseline prune karsii ne',
    },
    'baseline.gone.one': {
        'en': '{path}: 1 known finding is gone; policycheck baseline prune takes it out',
        'nb': '{path}: 1 kjent funn er borte; policycheck baseline prune tar det ut',
        'sv': '{path}: 1 känt fynd är borta; policycheck baseline prune tar bort det',
        'fi': '{path}: 1 tunnettu löydös on poistunut; policycheck baseline prune karsii sen',
    },
    'baseline.rules': {'en': 'By rule', 'nb': 'Etter regel', 'sv': 'Per regel', 'fi': 'Säännöittäin'},
    'baseline.files': {'en': 'By file', 'nb': 'Etter fil', 'sv': 'Per fil', 'fi': 'Tiedostoittain'},
    'repo.would': {
        'en': 'These files will be written:',
        'nb': 'Disse filene blir skrevet:',
        'sv': 'De här filerna skrivs:',
        'fi': 'Nämä tiedostot kirjoitetaan:',
    },
    'repo.there': {
        'en': '{path} is there already and stays as it is; the part for it:',
        'nb': '{path} finnes fra før og blir stående; delen som skal inn:',
        'sv': '{path} finns redan och lämnas orörd; den här delen ska in:',
        'fi': '{path} on jo olemassa ja jää ennalleen; siihen kuuluva osa:',
    },
    'repo.ask': {
        'en': 'Write them? y yes, n no: ',
        'nb': 'Skal de skrives? j ja, n nei: ',
        'sv': 'Ska de skrivas? j ja, n nej: ',
        'fi': 'Kirjoitetaanko? k kyllä, e ei: ',
    },
    'repo.nothing': {
        'en': 'Nothing was written.',
        'nb': 'Ingenting ble skrevet.',
        'sv': 'Inget skrevs.',
        'fi': 'Mitään ei kirjoitettu.',
    },
    'repo.written': {
        'en': '{path} written',
        'nb': '{path} skrevet',
        'sv': '{path} skriven',
        'fi': '{path} kirjoitettu',
    },
    'repo.next': {
        'en': 'Next: policycheck baseline create, then pre-commit install',
        'nb': 'Så: policycheck baseline create, og deretter pre-commit install',
        'sv': 'Sedan: policycheck baseline create, och därefter pre-commit install',
        'fi': 'Seuraavaksi: policycheck baseline create ja sitten pre-commit install',
    },
}
