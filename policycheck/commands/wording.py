"""What the commands other than check say in their own words, in the four languages of the readers."""

from __future__ import annotations

from policycheck.commands.wording_diff import DIFF
from policycheck.commands.wording_eval import EVAL
from policycheck.commands.wording_fix import FIX
from policycheck.commands.wording_meaning import MEANING
from policycheck.commands.wording_notices import NOTICES
from policycheck.commands.wording_repository import REPOSITORY
from policycheck.commands.wording_why import WHY
from policycheck.commands.wording_whynot import WHY_NOT
from policycheck.model import Texts


def say(key: str, language: str, /, **values: object) -> str:
    """The message of that key with its values put in; the one in the singular, where there is one, for a count of 1.

    >>> say('found.words', 'nb', count=2)
    '2 former'
    """
    singular = MESSAGES.get(f'{key}.one') if values.get('count') == 1 else None
    return (singular or MESSAGES[key])[language].format(**values)


MESSAGES: dict[str, Texts] = {
    **DIFF,
    **EVAL,
    **FIX,
    **MEANING,
    **NOTICES,
    **REPOSITORY,
    **WHY,
    **WHY_NOT,
    # rules list and show
    'level.off': {'en': 'OFF', 'nb': 'AV', 'sv': 'AV', 'fi': 'POIS'},
    'rules.count': {
        'en': 'Rules: {count}. More about one: policycheck rules show ID',
        'nb': 'Regler: {count}. Mer om én: policycheck rules show ID',
        'sv': 'Regler: {count}. Mer om en: policycheck rules show ID',
        'fi': 'Sääntöjä: {count}. Lisää yhdestä: policycheck rules show TUNNUS',
    },
    'words.found': {
        'en': 'Found without a list: {names}',
        'nb': 'Finnes uten liste: {names}',
        'sv': 'Hittas utan lista: {names}',
        'fi': 'Löytyvät ilman listaa: {names}',
    },
    'words.named': {
        'en': 'Named in policycheck.yaml: {names}',
        'nb': 'Nevnes i policycheck.yaml: {names}',
        'sv': 'Nämns i policycheck.yaml: {names}',
        'fi': 'Nimetään tiedostossa policycheck.yaml: {names}',
    },
    'words.count': {
        'en': 'Word lists: {count}. What is in one: policycheck rules forms "{{NAME}}" --lang en',
        'nb': 'Ordlister: {count}. Hva som står i en: policycheck rules forms "{{NAME}}" --lang nb',
        'sv': 'Ordlistor: {count}. Vad som står i en: policycheck rules forms "{{NAME}}" --lang sv',
        'fi': 'Sanalistoja: {count}. Mitä yhdessä on: policycheck rules forms "{{NAME}}" --lang fi',
    },
    'locked': {
        'en': 'locked: lowered only with by: and a name',
        'nb': 'låst: senkes bare med by: og et navn',
        'sv': 'låst: sänks bara med by: och ett namn',
        'fi': 'lukittu: alennetaan vain kohdalla by: ja nimellä',
    },
    'list.locked': {'en': 'locked', 'nb': 'låst', 'sv': 'låst', 'fi': 'lukittu'},
    'opinion': {
        'en': 'about opinions: gentler on a personal account',
        'nb': 'om meninger: mildere på en privat konto',
        'sv': 'om åsikter: mildare på ett privat konto',
        'fi': 'mielipidesääntö: lievempi omalla tilillä',
    },
    'policy.level': {
        'en': 'your organisation has set the level: {reason}',
        'nb': 'virksomheten din har satt nivået: {reason}',
        'sv': 'din organisation har satt nivån: {reason}',
        'fi': 'organisaatiosi on asettanut tason: {reason}',
    },
    'part.words': {'en': 'Words', 'nb': 'Ord', 'sv': 'Ord', 'fi': 'Sanat'},
    'policy.words': {
        'en': 'your organisation has changed what it looks for: {reason}',
        'nb': 'virksomheten din har endret hva den ser etter: {reason}',
        'sv': 'din organisation har ändrat vad den letar efter: {reason}',
        'fi': 'organisaatiosi on muuttanut, mitä se etsii: {reason}',
    },
    'rule.overrides': {
        'en': 'stands in the place of the rule that comes along: {reason}',
        'nb': 'står i stedet for regelen som følger med: {reason}',
        'sv': 'står i stället för regeln som följer med: {reason}',
        'fi': 'korvaa mukana tulevan säännön: {reason}',
    },
    'part.applies': {'en': 'Applies', 'nb': 'Gjelder', 'sv': 'Gäller', 'fi': 'Koskee'},
    'part.file': {'en': 'File', 'nb': 'Fil', 'sv': 'Fil', 'fi': 'Tiedosto'},
    'part.owner': {'en': 'Looked after by', 'nb': 'Følges opp av', 'sv': 'Sköts av', 'fi': 'Ylläpitäjä'},
    'part.category': {'en': 'Category', 'nb': 'Kategori', 'sv': 'Kategori', 'fi': 'Luokka'},
    'applies.everywhere': {'en': 'everywhere', 'nb': 'overalt', 'sv': 'överallt', 'fi': 'kaikkialla'},
    'applies.accounts': {'en': 'accounts', 'nb': 'kontoer', 'sv': 'konton', 'fi': 'tilit'},
    'applies.channels': {'en': 'channels', 'nb': 'kanaler', 'sv': 'kanaler', 'fi': 'kanavat'},
    'applies.replies': {'en': 'replies', 'nb': 'svar', 'sv': 'svar', 'fi': 'vastaukset'},
    'applies.sectors': {'en': 'sectors', 'nb': 'bransjer', 'sv': 'branscher', 'fi': 'toimialat'},
    'applies.jurisdictions': {'en': 'countries', 'nb': 'land', 'sv': 'länder', 'fi': 'maat'},
    'applies.listed': {
        'en': 'listed companies',
        'nb': 'børsnoterte selskaper',
        'sv': 'börsnoterade bolag',
        'fi': 'pörssiyhtiöt',
    },
    'applies.public_body': {
        'en': 'public bodies',
        'nb': 'offentlige virksomheter',
        'sv': 'myndigheter och kommuner',
        'fi': 'julkiset organisaatiot',
    },
    'applies.paid': {
        'en': 'paid posts',
        'nb': 'betalte innlegg',
        'sv': 'betalda inlägg',
        'fi': 'maksetut julkaisut',
    },
    'yes': {'en': 'yes', 'nb': 'ja', 'sv': 'ja', 'fi': 'kyllä'},
    'no': {'en': 'no', 'nb': 'nei', 'sv': 'nej', 'fi': 'ei'},
    'show.added': {
        'en': 'Your organisation adds',
        'nb': 'Virksomheten din legger til',
        'sv': 'Din organisation lägger till',
        'fi': 'Organisaatiosi lisää',
    },
    'show.taken': {
        'en': 'Your organisation takes out',
        'nb': 'Virksomheten din tar ut',
        'sv': 'Din organisation tar bort',
        'fi': 'Organisaatiosi poistaa',
    },
    'show.find': {'en': 'Finds', 'nb': 'Finner', 'sv': 'Hittar', 'fi': 'Löytää'},
    'show.points': {
        'en': 'Adds up points, {needs} are needed ({within})',
        'nb': 'Legger sammen poeng, {needs} trengs ({within})',
        'sv': 'Lägger ihop poäng, {needs} behövs ({within})',
        'fi': 'Laskee pisteet yhteen, tarvitaan {needs} ({within})',
    },
    'within.sentence': {'en': 'in a sentence', 'nb': 'i en setning', 'sv': 'i en mening', 'fi': 'virkkeessä'},
    'within.post': {'en': 'in a post', 'nb': 'i et innlegg', 'sv': 'i ett inlägg', 'fi': 'julkaisussa'},
    'within.first_line': {
        'en': 'in the first line',
        'nb': 'i første linje',
        'sv': 'på första raden',
        'fi': 'ensimmäisellä rivillä',
    },
    'show.require': {
        'en': 'Asks for the label “{label}” ({within}) after',
        'nb': 'Krever merkingen «{label}» ({within}) ved',
        'sv': 'Kräver märkningen ”{label}” ({within}) vid',
        'fi': 'Vaatii merkinnän ”{label}” ({within}), kun tekstissä on',
    },
    'show.regex': {
        'en': 'Finds by pattern',
        'nb': 'Finner etter mønster',
        'sv': 'Hittar efter mönster',
        'fi': 'Löytää kaavalla',
    },
    'show.tokens': {
        'en': 'Finds by token pattern',
        'nb': 'Finner etter tokenmønster',
        'sv': 'Hittar efter tokenmönster',
        'fi': 'Löytää sanekaavalla',
    },
    'show.detect': {'en': 'Recognises', 'nb': 'Kjenner igjen', 'sv': 'Känner igen', 'fi': 'Tunnistaa'},
    'show.limit': {
        'en': '{measure}: at most {most}',
        'nb': '{measure}: høyst {most}',
        'sv': '{measure}: högst {most}',
        'fi': '{measure}: enintään {most}',
    },
    'show.limit_channel': {
        'en': '{measure}: no more than the channel takes',
        'nb': '{measure}: ikke mer enn kanalen tillater',
        'sv': '{measure}: inte mer än kanalen tillåter',
        'fi': '{measure}: ei enempää kuin kanavaan sopii',
    },
    'show.flags': {'en': 'Flagged', 'nb': 'Får merknad', 'sv': 'Får anmärkning', 'fi': 'Huomautetaan'},
    'show.passes': {'en': 'Passes', 'nb': 'Går fri', 'sv': 'Utan anmärkning', 'fi': 'Ei huomautettavaa'},
    'show.fixes': {'en': 'Fix', 'nb': 'Rettelse', 'sv': 'Rättelse', 'fi': 'Korjaus'},
    # rules test
    'test.expected': {'en': 'expected', 'nb': 'ventet', 'sv': 'väntat', 'fi': 'odotettu'},
    'test.found': {'en': 'found', 'nb': 'funnet', 'sv': 'hittat', 'fi': 'löytyi'},
    'test.nothing': {
        'en': 'no flag',
        'nb': 'ingen merknad',
        'sv': 'ingen anmärkning',
        'fi': 'ei huomautusta',
    },
    'test.counts': {
        'en': 'Rules: {rules}. Examples: {total}; {held} hold, {failed} fail.',
        'nb': 'Regler: {rules}. Eksempler: {total}; {held} stemmer, {failed} stemmer ikke.',
        'sv': 'Regler: {rules}. Exempel: {total}; {held} stämmer, {failed} stämmer inte.',
        'fi': 'Sääntöjä: {rules}. Esimerkkejä: {total}; {held} täsmää, {failed} ei täsmää.',
    },
    'test.off': {
        'en': '{rule}: not tested, the policy switches it off',
        'nb': '{rule}: ikke testet, slått av i reglene',
        'sv': '{rule}: inte testad, avstängd i reglerna',
        'fi': '{rule}: ei testattu, ohjeet poistavat sen käytöstä',
    },
    # rules forms
    'found.words': {
        'en': '{count} forms',
        'nb': '{count} former',
        'sv': '{count} former',
        'fi': '{count} muotoa',
    },
    'found.itself': {
        'en': 'only itself',
        'nb': 'bare seg selv',
        'sv': 'bara sig själv',
        'fi': 'vain se itse',
    },
    'found.case': {
        'en': 'only itself, in this very case',
        'nb': 'bare seg selv, med disse store og små bokstavene',
        'sv': 'bara sig själv, med just dessa stora och små bokstäver',
        'fi': 'vain se itse, juuri näin isoin ja pienin kirjaimin',
    },
    'found.list': {
        'en': 'word list ({count})',
        'nb': 'ordliste ({count})',
        'sv': 'ordlista ({count})',
        'fi': 'sanalista ({count})',
    },
    'found.names': {
        'en': 'names of the policy ({count})',
        'nb': 'navn fra reglene ({count})',
        'sv': 'namn ur reglerna ({count})',
        'fi': 'ohjeiden nimet ({count})',
    },
    'found.class': {
        'en': 'recognised in the text',
        'nb': 'gjenkjennes i teksten',
        'sv': 'känns igen i texten',
        'fi': 'tunnistetaan tekstistä',
    },
    'found.first': {
        'en': 'words that begin so',
        'nb': 'ord som begynner slik',
        'sv': 'ord som börjar så',
        'fi': 'näin alkavat sanat',
    },
    'found.last': {
        'en': 'words that end in one of {count} forms',
        'nb': 'ord som slutter på en av {count} former',
        'sv': 'ord som slutar på en av {count} former',
        'fi': 'sanat, joiden loppuna jokin {count} muodosta',
    },
    'forms.patterns': {
        'en': 'Patterns for spaCy’s Matcher; the numbers stand for',
        'nb': 'Mønstre til Matcher i spaCy; tallene står for',
        'sv': 'Mönster till Matcher i spaCy; talen står för',
        'fi': 'spaCyn Matcherin kaavat; numerot tarkoittavat',
    },
    'forms.gap': {
        'en': 'then, after at most {words} words',
        'nb': 'så, etter høyst {words} ord',
        'sv': 'sedan, efter högst {words} ord',
        'fi': 'sitten, enintään {words} sanan päästä',
    },
    'forms.start': {
        'en': 'at the start of a clause',
        'nb': 'først i en setning',
        'sv': 'först i en sats',
        'fi': 'lauseen alussa',
    },
    # parse
    'parse.sentence': {'en': 'Sentence', 'nb': 'Setning', 'sv': 'Mening', 'fi': 'Virke'},
    'parse.clause': {'en': 'clause', 'nb': 'delsetning', 'sv': 'sats', 'fi': 'lause'},
    'parse.mark': {
        'en': '{mark} by {cue}: {scope}',
        'nb': '{mark} ved {cue}: {scope}',
        'sv': '{mark} genom {cue}: {scope}',
        'fi': '{mark}, tästä {cue}: {scope}',
    },
    # init
    'init.written': {
        'en': 'Written: {path}',
        'nb': 'Skrevet: {path}',
        'sv': 'Skrivet: {path}',
        'fi': 'Kirjoitettu: {path}',
    },
    'init.next': {
        'en': 'Look it through, then check a draft below that folder: policycheck check {example}',
        'nb': 'Se over filen, og sjekk så et utkast i den mappen: policycheck check {example}',
        'sv': 'Se igenom filen och granska sedan ett utkast i den mappen: policycheck check {example}',
        'fi': 'Katso tiedosto läpi ja tarkista sitten luonnos siinä kansiossa: policycheck check {example}',
    },
}
"""By key, then by language; what stands in braces is put in."""
