"""How a report ends, in the four languages of the readers: verdicts, why a draft was not screened, the counts."""

from __future__ import annotations

from policycheck.model import Texts

ENDS: dict[str, Texts] = {
    'verdict.stop.official': {
        'en': 'Let a second person look before you publish.',
        'nb': 'La en til lese før du publiserer.',
        'sv': 'Låt en person till läsa innan du publicerar.',
        'fi': 'Pyydä toista lukemaan ennen kuin julkaiset.',
    },
    'verdict.stop.personal': {
        'en': 'Have a reason ready if you publish it as it is.',
        'nb': 'Ha en begrunnelse klar hvis du publiserer det slik det er.',
        'sv': 'Ha en motivering redo om du publicerar det som det är.',
        'fi': 'Mieti perustelu valmiiksi, jos julkaiset sen sellaisenaan.',
    },
    'verdict.warn': {
        'en': 'Say why you keep it, or change it.',
        'nb': 'Si hvorfor du beholder det, eller endre det.',
        'sv': 'Säg varför du behåller det, eller ändra det.',
        'fi': 'Kerro, miksi säilytät sen, tai muuta sitä.',
    },
    'verdict.advice': {
        'en': 'Take it or leave it.',
        'nb': 'Gjør som du vil med rådet.',
        'sv': 'Gör som du vill.',
        'fi': 'Päätä itse, noudatatko vinkkiä.',
    },
    'verdict.note': {
        'en': 'Only small things.',
        'nb': 'Bare småting.',
        'sv': 'Bara småsaker.',
        'fi': 'Vain pikkuasioita.',
    },
    'verdict.kept': {
        'en': 'Nothing new found. Kept by a waiver or known from before: {count}; policycheck explain shows them.',
        'nb': 'Ingen nye funn. Unntak eller kjent fra før: {count}; policycheck explain viser dem.',
        'sv': 'Inget nytt hittades. Undantag eller kända sedan tidigare: {count}; policycheck explain visar dem.',
        'fi': 'Ei mitään uutta. Poikkeuksia tai ennestään tunnettuja: {count}; policycheck explain näyttää ne.',
    },
    'verdict.clean': {
        'en': 'Nothing found. That is no guarantee: read it aloud once.',
        'nb': 'Ingen funn. Det er ingen garanti: les det høyt én gang.',
        'sv': 'Inget hittades. Det är ingen garanti: läs det högt en gång.',
        'fi': 'Mitään ei löytynyt. Se ei ole tae: lue teksti kerran ääneen.',
    },
    'verdict.hidden': {
        'en': 'Not shown: {count} below {level}.',
        'nb': 'Ikke vist: {count} under {level}.',
        'sv': 'Visas inte: {count} under {level}.',
        'fi': 'Ei näytetä: {count} alempaa kuin {level}.',
    },
    'unscreened.language': {
        'en': 'Not screened: it seems to be {language}; English, Norwegian, Swedish and Finnish are read.',
        'nb': 'Ikke sjekket: ser ut til å være {language}; verktøyet leser norsk, svensk, finsk og engelsk.',
        'sv': 'Inte granskat: det verkar vara {language}; svenska, norska, finska och engelska kan läsas.',
        'fi': 'Ei tarkistettu: kieli näyttää olevan {language}; '
        'policycheck lukee suomea, ruotsia, norjaa ja englantia.',
    },
    'unscreened.said': {
        'en': 'Not screened: the draft says it is in {language}; '
        'English, Norwegian, Swedish and Finnish are read.',
        'nb': 'Ikke sjekket: utkastet sier at det er på {language}; '
        'verktøyet leser norsk, svensk, finsk og engelsk.',
        'sv': 'Inte granskat: utkastet säger att det är på {language}; '
        'svenska, norska, finska och engelska kan läsas.',
        'fi': 'Ei tarkistettu: luonnoksen mukaan sen kieli on {language}; '
        'policycheck lukee suomea, ruotsia, norjaa ja englantia.',
    },
    'unscreened.unknown': {
        'en': 'Not screened: it does not seem to be in English, Norwegian, Swedish or Finnish; '
        'no other language is read.',
        'nb': 'Ikke sjekket: teksten ser ikke ut til å være på norsk, svensk, finsk eller engelsk; '
        'verktøyet leser ingen andre språk.',
        'sv': 'Inte granskat: texten verkar inte vara på svenska, norska, finska eller engelska; '
        'andra språk kan inte läsas.',
        'fi': 'Ei tarkistettu: teksti ei näytä olevan suomea, ruotsia, norjaa eikä englantia; '
        'muita kieliä policycheck ei lue.',
    },
    'unscreened.empty': {
        'en': 'Not screened: there is no text in it.',
        'nb': 'Ikke sjekket: det er ingen tekst her.',
        'sv': 'Inte granskat: här finns ingen text.',
        'fi': 'Ei tarkistettu: tekstiä ei ole.',
    },
    'unscreened.other': {
        'en': 'Not screened.',
        'nb': 'Ikke sjekket.',
        'sv': 'Inte granskat.',
        'fi': 'Ei tarkistettu.',
    },
    'interrupted': {
        'en': 'Interrupted: the report is not whole, the rest of the files were not looked at.',
        'nb': 'Avbrutt: rapporten er ikke fullstendig, resten av filene ble ikke sett på.',
        'sv': 'Avbrutet: rapporten är inte fullständig, resten av filerna har inte granskats.',
        'fi': 'Keskeytetty: raportti on vajaa, loppuja tiedostoja ei tarkistettu.',
    },
    'closing': {
        'en': '{total} in all: {flagged} flagged, {clean} clean, '
        '{not_screened} not screened, {unreadable} unreadable.',
        'nb': '{total} i alt: {flagged} med merknader, {clean} uten funn, '
        '{not_screened} ikke sjekket, {unreadable} uleselige.',
        'sv': 'Totalt {total}: {flagged} med anmärkning, {clean} utan fynd, '
        '{not_screened} som inte granskats, {unreadable} som inte gick att läsa.',
        'fi': 'Yhteensä {total}: huomautettavaa {flagged}, ei löydöksiä {clean}, '
        'ei tarkistettu {not_screened}, ei voitu lukea {unreadable}.',
    },
    'meaning.missing': {
        'en': 'Meaning is off, words alone decide. To find what is said sideways too: {how} '
        '(or meaning: off in policycheck.yaml)',
        'nb': 'Mening er av, bare ordene teller. For å finne det som sies indirekte også: {how} '
        '(eller meaning: off i policycheck.yaml)',
        'sv': 'Bara orden granskas, inte innebörden. Så hittas även det som sägs indirekt: {how} '
        '(meaning: off i policycheck.yaml tar bort den här raden)',
        'fi': 'Merkityksen tunnistus ei ole käytössä, vain sanat ratkaisevat. Näin löytyvät epäsuoratkin ilmaisut: '
        '{how} (tai meaning: off tiedostoon policycheck.yaml)',
    },
    'meaning.windows': {
        'en': 'Meaning is off, words alone decide. No model comes ready for Windows. In WSL: {how}; or name '
        'a folder with an ONNX model, embedder: ./model in policycheck.yaml, and run policycheck train '
        '(or meaning: off there)',
        'nb': 'Mening er av, bare ordene teller. Ingen modell er klar for Windows. I WSL: {how}; eller oppgi '
        'en mappe med en ONNX-modell, embedder: ./model i policycheck.yaml, og kjør policycheck train '
        '(eller meaning: off der)',
        'sv': 'Betydelse är av, bara orden räknas. Det finns ingen färdig modell för Windows. I WSL: {how}; '
        'eller ange en mapp med en ONNX-modell, embedder: ./model i policycheck.yaml, och kör '
        'policycheck train (eller meaning: off där)',
        'fi': 'Merkitys ei ole käytössä, vain sanat ratkaisevat. Windowsille ei ole valmista mallia. '
        'WSL:ssä: {how}; tai nimeä ONNX-mallin kansio, embedder: ./model tiedostoon policycheck.yaml, '
        'ja aja policycheck train (tai sinne meaning: off)',
    },
    'meaning.unlearned': {
        'en': 'Meaning is off, words alone decide: nothing has been learned yet with the model that is set. '
        'To learn from the example posts: {how} (or meaning: off in policycheck.yaml)',
        'nb': 'Mening er av, bare ordene teller: ingenting er lært ennå med modellen som er valgt. '
        'Lær av eksempelinnleggene: {how} (eller meaning: off i policycheck.yaml)',
        'sv': 'Betydelse är av, bara orden räknas: inget har lärts in än med den valda modellen. '
        'Lär av exempelinläggen: {how} (eller meaning: off i policycheck.yaml)',
        'fi': 'Merkitys ei ole käytössä, vain sanat ratkaisevat: valitulla mallilla ei ole vielä opittu mitään. '
        'Opeta esimerkkijulkaisuista: {how} (tai meaning: off tiedostoon policycheck.yaml)',
    },
}
