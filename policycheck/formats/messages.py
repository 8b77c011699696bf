"""What the reports say in their own words, in the four languages of the readers."""

from __future__ import annotations

from policycheck.formats.ends import ENDS
from policycheck.formats.names import NAMES
from policycheck.formats.names_counted import COUNTED
from policycheck.model import LEVELS, Texts


def say(key: str, language: str, /, **values: object) -> str:
    """The message of that key with its values put in.

    >>> say('place.row', 'nb', id='7')
    'innlegg 7'
    """
    return MESSAGES[key][language].format(**values)


def number(value: float, digits: int, language: str) -> str:
    """A number with so many digits behind the sign that a language has for it.

    >>> number(0.333, 2, 'fi')
    '0,33'
    """
    written = f'{value:.{digits}f}'
    return written if language == 'en' else written.replace('.', ',')


def word(family: str, key: str, language: str) -> str:
    """The reader's word for a key of a family such as 'origin'; the key itself where there is none."""
    texts = MESSAGES.get(f'{family}.{key}')
    return texts[language] if texts else key


def not_shown(count: int, level: int, language: str) -> str:
    """How many flags are below the level that is shown."""
    return say('verdict.hidden', language, count=count, level=word('level', LEVELS[level], language))


def unscreened(reason: str | None, lang: str, origin: str, language: str) -> str:
    """Why a draft was not screened: ``lang`` and ``origin`` as its report has them, ``reason`` too."""
    key = f'unscreened.{reason}'
    if reason == 'language':
        key = 'unscreened.said' if origin == 'draft' else 'unscreened.unknown' if lang == 'und' else key
    name = language_told(lang, origin, language)
    return say(key if key in MESSAGES else 'unscreened.other', language, language=name)


def language_told(lang: str, origin: str, language: str) -> str:
    """The reader's word for the language of a draft; with the draft's own code where it says it itself.

    >>> language_told('da', 'draft', 'en'), language_told('da', 'detected', 'en')
    ('Danish (da)', 'Danish')
    """
    name = word('language', lang, language)
    if origin != 'draft':
        return name
    return say('quote', language, words=lang) if name == lang else f'{name} ({lang})'


MESSAGES: dict[str, Texts] = {
    **NAMES,
    **COUNTED,
    **ENDS,
    # the parts of a flag
    'part.why': {'en': 'Why', 'nb': 'Hvorfor', 'sv': 'Varför', 'fi': 'Miksi'},
    'part.instead': {'en': 'Instead', 'nb': 'I stedet', 'sv': 'I stället', 'fi': 'Sen sijaan'},
    'part.fix': {'en': 'Change', 'nb': 'Endre', 'sv': 'Ändra', 'fi': 'Muuta'},
    'part.know': {'en': 'Good to know', 'nb': 'Greit å vite', 'sv': 'Bra att veta', 'fi': 'Hyvä tietää'},
    'part.with': {
        'en': 'Together with',
        'nb': 'Sammen med',
        'sv': 'Tillsammans med',
        'fi': 'Yhdessä näiden kanssa',
    },
    'part.also': {
        'en': 'Also',
        'nb': 'Også',
        'sv': 'Även',
        'fi': 'Myös',
    },
    'part.before': {
        'en': 'It has happened',
        'nb': 'Dette har skjedd',
        'sv': 'Det har hänt',
        'fi': 'Näin on käynyt',
    },
    'part.reads_like': {'en': 'Reads like', 'nb': 'Ligner på', 'sv': 'Liknar', 'fi': 'Muistuttaa esimerkkiä'},
    'part.agreed': {
        'en': 'Meaning agrees; reads like',
        'nb': 'Meningen peker samme vei; ligner på',
        'sv': 'Innebörden pekar åt samma håll; liknar',
        'fi': 'Merkitys tukee tätä; muistuttaa esimerkkiä',
    },
    'part.ask': {'en': 'Ask', 'nb': 'Spør', 'sv': 'Fråga', 'fi': 'Kysy'},
    'part.level': {'en': 'Level', 'nb': 'Nivå', 'sv': 'Nivå', 'fi': 'Taso'},
    'part.law': {'en': 'Your rights', 'nb': 'Dine rettigheter', 'sv': 'Dina rättigheter', 'fi': 'Oikeutesi'},
    'part.source': {'en': 'Source', 'nb': 'Kilde', 'sv': 'Källa', 'fi': 'Lähde'},
    'part.report': {
        'en': 'Where to report',
        'nb': 'Her kan du si fra',
        'sv': 'Här kan du rapportera',
        'fi': 'Tänne voit ilmoittaa',
    },
    'fix.replace': {
        'en': '“{old}” → “{new}”',
        'nb': '«{old}» → «{new}»',
        'sv': '”{old}” → ”{new}”',
        'fi': '”{old}” → ”{new}”',
    },
    'fix.insert': {
        'en': 'add “{new}”',
        'nb': 'sett inn «{new}»',
        'sv': 'lägg till ”{new}”',
        'fi': 'lisää ”{new}”',
    },
    'fix.remove': {
        'en': 'leave out “{old}”',
        'nb': 'sløyf «{old}»',
        'sv': 'stryk ”{old}”',
        'fi': 'jätä pois ”{old}”',
    },
    'quote': {'en': '“{words}”', 'nb': '«{words}»', 'sv': '”{words}”', 'fi': '”{words}”'},
    'read.none': {
        'en': 'none was read; this is general knowledge',
        'nb': 'ingen er lest; dette er allmenn kunnskap',
        'sv': 'ingen är läst; det här är allmän kunskap',
        'fi': 'mitään ei ole luettu; tämä on yleistietoa',
    },
    'read.on': {
        'en': '{source} (read {day})',
        'nb': '{source} (lest {day})',
        'sv': '{source} (läst {day})',
        'fi': '{source} (luettu {day})',
    },
    'ask.nobody': {
        'en': '{topic} (the policy names nobody)',
        'nb': '{topic} (ingen er oppgitt i reglene)',
        'sv': '{topic} (ingen anges i reglerna)',
        'fi': '{topic} (ohjeissa ei nimetä ketään)',
    },
    # whom the shipped rules ask; an organisation's own topics stand as it wrote them
    'topic.communications': {
        'en': 'communications',
        'nb': 'kommunikasjon',
        'sv': 'kommunikationsansvarig',
        'fi': 'viestintä',
    },
    'topic.investors': {
        'en': 'investor relations',
        'nb': 'investorkontakt',
        'sv': 'ansvarig för investerarrelationer',
        'fi': 'sijoittajasuhteet',
    },
    'topic.privacy': {
        'en': 'privacy',
        'nb': 'personvern',
        'sv': 'dataskyddsansvarig',
        'fi': 'tietosuoja',
    },
    'topic.reporting': {
        'en': 'the whistleblowing channel',
        'nb': 'varslingskanalen',
        'sv': 'visselblåsarkanalen',
        'fi': 'ilmoituskanava',
    },
    'topic.safety': {
        'en': 'health and safety',
        'nb': 'HMS',
        'sv': 'arbetsmiljöansvarig',
        'fi': 'työsuojelu',
    },
    'topic.security': {
        'en': 'security',
        'nb': 'sikkerhet',
        'sv': 'säkerhetsansvarig',
        'fi': 'turvallisuus',
    },
    'ask.out_of_hours': {
        'en': 'outside office hours: {at}',
        'nb': 'utenom arbeidstid: {at}',
        'sv': 'utanför kontorstid: {at}',
        'fi': 'työajan ulkopuolella: {at}',
    },
    'report.none': {
        'en': 'your organisation has named no channel',
        'nb': 'arbeidsgiveren din har ikke oppgitt noen varslingskanal',
        'sv': 'din arbetsgivare har inte angett någon kanal',
        'fi': 'työnantajasi ei ole nimennyt ilmoituskanavaa',
    },
    'more.places': {
        'en': 'also at {places}',
        'nb': 'også {places}',
        'sv': 'även {places}',
        'fi': 'myös {places}',
    },
    # where and by whom
    'place.row': {'en': 'post {id}', 'nb': 'innlegg {id}', 'sv': 'inlägg {id}', 'fi': 'julkaisu {id}'},
    'account.personal': {
        'en': 'personal account',
        'nb': 'privat konto',
        'sv': 'privat konto',
        'fi': 'oma tili',
    },
    'account.official': {
        'en': 'official account',
        'nb': 'offisiell konto',
        'sv': 'officiellt konto',
        'fi': 'virallinen tili',
    },
    'channel.other': {
        'en': 'no particular channel',
        'nb': 'ingen bestemt kanal',
        'sv': 'ingen särskild kanal',
        'fi': 'ei tiettyä kanavaa',
    },
    'reply.yes': {'en': 'a reply', 'nb': 'et svar', 'sv': 'ett svar', 'fi': 'vastaus'},
    'reply.no': {'en': 'not a reply', 'nb': 'ikke et svar', 'sv': 'inte ett svar', 'fi': 'ei vastaus'},
    'law': {
        'en': 'law of {codes}',
        'nb': 'regler for {codes}',
        'sv': 'lagen i {codes}',
        'fi': 'maa: {codes}',
    },
    'law.none': {
        'en': "no country's law in particular",
        'nb': 'ikke noe bestemt lands regler',
        'sv': 'inget särskilt lands lag',
        'fi': 'ei tiettyä maata',
    },
}
"""By key, then by language; what stands in braces is put in."""
