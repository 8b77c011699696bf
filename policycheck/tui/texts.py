"""What the app says in its own words: by key, in the order of LANGUAGES (en, nb, sv, fi)."""

from __future__ import annotations

from policycheck.formats.messages import MESSAGES
from policycheck.model import LANGUAGES
from policycheck.tui.texts_dialogs import DIALOGS
from policycheck.tui.texts_gate import GATE
from policycheck.tui.texts_keys import KEYS
from policycheck.tui.texts_plain import PLAIN
from policycheck.tui.texts_rules import RULES
from policycheck.tui.texts_start import START

Four = tuple[str, str, str, str]


def _heading(key: str) -> Four:
    """The word that reports head a part with, as headings are written here."""
    en, nb, sv, fi = (MESSAGES[key][lang].upper() for lang in LANGUAGES)
    return en, nb, sv, fi


TEXTS: dict[str, Four] = {
    **KEYS,
    **DIALOGS,
    **GATE,
    **START,
    **PLAIN,
    **RULES,
    'tab.check': ('Check', 'Sjekk', 'Granska', 'Tarkista'),
    'tab.rules': ('Rules', 'Regler', 'Regler', 'Säännöt'),
    # the draft
    'draft.title': ('Draft', 'Utkast', 'Utkast', 'Luonnos'),
    'draft.new': ('new file', 'ny fil', 'ny fil', 'uusi tiedosto'),
    'draft.empty': (
        'Write or paste your draft here. Nothing leaves this computer.',
        'Skriv eller lim inn utkastet her. Ingenting forlater denne maskinen.',
        'Skriv eller klistra in utkastet här. Inget lämnar den här datorn.',
        'Kirjoita tai liitä luonnos tähän. Mikään ei lähde tältä koneelta.',
    ),
    'draft.length': ('{length} characters', '{length} tegn', '{length} tecken', '{length} merkkiä'),
    'draft.limit': ('{length} of {limit}', '{length} av {limit}', '{length} av {limit}', '{length}/{limit}'),
    'draft.over': (
        '{length} of {limit}: {over} too many',
        '{length} av {limit}: {over} for mange',
        '{length} av {limit}: {over} för många',
        '{length}/{limit}: {over} liikaa',
    ),
    # the flags
    'flags.title': ('Flags', 'Merknader', 'Anmärkningar', 'Huomautukset'),
    'flags.count': ('{at} of {all}', '{at} av {all}', '{at} av {all}', '{at}/{all}'),
    'flags.none_yet': (
        'Flags appear here while you write.',
        'Merknadene kommer her mens du skriver.',
        'Anmärkningarna kommer här medan du skriver.',
        'Huomautukset näkyvät tässä, kun kirjoitat.',
    ),
    'flags.none': (
        'Nothing found by {rules} rules in {language}. That is no guarantee: read it aloud once.',
        '{rules} regler fant ingenting ({language}). Det er ingen garanti: les teksten høyt én gang.',
        '{rules} regler hittade inget ({language}). Det är ingen garanti: läs texten högt en gång.',
        '{rules} sääntöä ei löytänyt mitään ({language}). Se ei ole tae: lue teksti kerran ääneen.',
    ),
    'flags.unscreened': (
        'This looks like {language}. Only English, Norwegian, Swedish and Finnish can be '
        'checked. Wrong guess? Ctrl+L sets the language.',
        'Dette ser ut som {language}. Bare engelsk, norsk, svensk og finsk kan sjekkes. Er '
        'det feil? Velg språk med Ctrl+L.',
        'Det här ser ut som {language}. Bara engelska, norska, svenska och finska kan '
        'granskas. Är det fel? Välj språk med Ctrl+L.',
        'Kieli näyttää olevan {language}. Vain englannin, norjan, ruotsin ja suomen voi '
        'tarkistaa. Onko kieli väärä? Valitse se: Ctrl+L.',
    ),
    'flags.unscreened_said': (
        'The draft says it is in {language}. Only English, Norwegian, Swedish and Finnish can be '
        'checked. Is that wrong? Ctrl+L sets the language.',
        'Utkastet sier at det er på {language}. Bare engelsk, norsk, svensk og finsk kan sjekkes. Er '
        'det feil? Velg språk med Ctrl+L.',
        'Utkastet säger att det är på {language}. Bara engelska, norska, svenska och finska kan '
        'granskas. Är det fel? Välj språk med Ctrl+L.',
        'Luonnoksen mukaan sen kieli on {language}. Vain englannin, norjan, ruotsin ja suomen voi '
        'tarkistaa. Onko se väärin? Valitse kieli: Ctrl+L.',
    ),
    'flags.failed': (
        'This text cannot be checked just now: {problem}. Your text is safe. Press Ctrl+P and '
        'choose “Try again”.',
        'Teksten kan ikke sjekkes akkurat nå: {problem}. Teksten din er i behold. Trykk '
        'Ctrl+P og velg «Prøv igjen».',
        'Texten kan inte granskas just nu: {problem}. Din text är i behåll. Tryck på Ctrl+P '
        'och välj ”Försök igen”.',
        'Tekstiä ei voi nyt tarkistaa: {problem}. Tekstisi on tallessa. Paina Ctrl+P ja '
        'valitse ”Yritä uudelleen”.',
    ),
    'flags.loading': (
        'Reading the rules. The first time this can take half a minute; you can write already.',
        'Leser reglene. Den første gangen kan det ta et halvt minutt, men du kan begynne å skrive.',
        'Läser reglerna. Den första gången kan det ta en halv minut, men du kan börja skriva.',
        'Luetaan sääntöjä. Ensimmäisellä kerralla siihen voi mennä puoli minuuttia, mutta '
        'voit jo kirjoittaa.',
    ),
    # why, and what to do
    'why.title': (
        'Why, and what to do',
        'Hvorfor, og hva du kan gjøre',
        'Varför, och vad du kan göra',
        'Miksi, ja mitä voit tehdä',
    ),
    'why.none': (
        'Here you will read why a place is marked, what to write instead and whom to ask.',
        'Her står det hvorfor et sted er merket, hva du heller kan skrive, og hvem du kan spørre.',
        'Här står det varför ett ställe är markerat, vad du hellre kan skriva och vem du kan fråga.',
        'Tässä kerrotaan, miksi kohta on merkitty, mitä voit kirjoittaa sen sijaan ja keneltä voit kysyä.',
    ),
    'part.where': ('WHERE', 'HVOR', 'VAR', 'MISSÄ'),
    'part.why': ('WHY', 'HVORFOR', 'VARFÖR', 'MIKSI'),
    'part.before': ('IT HAS HAPPENED', 'DETTE HAR SKJEDD', 'DET HAR HÄNT', 'NÄIN ON KÄYNYT'),
    'part.try': ('TRY', 'PRØV', 'PROVA', 'KOKEILE'),
    'part.ask': ('ASK', 'SPØR', 'FRÅGA', 'KYSY'),
    'part.reads_like': _heading('part.reads_like'),
    'part.agreed': _heading('part.agreed'),
    'part.level': ('WHAT COUNTED', 'DETTE TELTE', 'DET HÄR VÄGDE IN', 'VAIKUTTI TASOON'),
    'part.law': ('YOUR RIGHTS', 'DINE RETTIGHETER', 'DINA RÄTTIGHETER', 'OIKEUTESI'),
    'part.know': ('GOOD TO KNOW', 'GREIT Å VITE', 'BRA ATT VETA', 'HYVÄ TIETÄÄ'),
    'part.report': ('WHERE TO REPORT', 'SI FRA HER', 'RAPPORTERA HÄR', 'ILMOITA TÄNNE'),
    'part.kept': ('KEPT', 'BEHOLDT', 'BEHÅLLET', 'SÄILYTETTY'),
    'part.source': ('SOURCES', 'KILDER', 'KÄLLOR', 'LÄHTEET'),
    'part.found': ('FOUND BY', 'FUNNET AV', 'HITTAT AV', 'LÖYTÄJÄ'),
    'why.rights_too': (
        'You have a right to talk about work',
        'Du har rett til å snakke om jobben',
        'Du har rätt att prata om ditt jobb',
        'Sinulla on oikeus puhua työstäsi',
    ),
    'why.nobody': (
        'No contact is named for this.',
        'Ingen kontakt er oppgitt for dette.',
        'Ingen kontakt är angiven för det här.',
        'Tälle ei ole nimetty yhteyshenkilöä.',
    ),
    'why.use': ('(F4 does it)', '(F4 gjør det)', '(F4 gör det)', '(F4 tekee sen)'),
    'act.first': ('F6, then', 'F6, så', 'F6, sedan', 'F6, sitten'),
    'act.fix': ('F Fix', 'F Rett', 'F Rätta', 'F Korjaa'),
    'act.edit': ('U Edit', 'U Endre', 'U Ändra', 'U Muokkaa'),
    'act.keep': ('K Keep…', 'K Behold…', 'K Behåll…', 'K Säilytä…'),
    'act.wrong': ('W Wrong?', 'W Feil?', 'W Fel?', 'W Väärin?'),
    'act.more': ('E More', 'E Mer', 'E Mer', 'E Lisää'),
    'act.ask': ('A Ask', 'A Spør', 'A Fråga', 'A Kysy'),
    'act.unkeep': ('K Take back', 'K Angre', 'K Ångra', 'K Peru'),
    # the line on top
    'context.auto': ('{language}?', '{language}?', '{language}?', '{language}?'),
    'context.title': (
        'Where will this be published?',
        'Hvor skal dette publiseres?',
        'Var ska det publiceras?',
        'Missä tämä julkaistaan?',
    ),
    'context.channel': ('Channel', 'Kanal', 'Kanal', 'Kanava'),
    'context.account': ('Account', 'Konto', 'Konto', 'Tili'),
    'context.reply': (
        'Is it a reply?',
        'Er det et svar?',
        'Är det ett svar?',
        'Onko se vastaus?',
    ),
    'context.language': ('Language of the text', 'Språket i teksten', 'Textens språk', 'Tekstin kieli'),
    'context.find_out': (
        'as the text shows',
        'ut fra teksten',
        'utifrån texten',
        'tekstin mukaan',
    ),
    'context.as_policy': ('as the rules say', 'som reglene sier', 'som reglerna säger', 'ohjeiden mukaan'),
    'context.short_personal': ('personal', 'privat', 'privat', 'oma tili'),
    'context.short_official': ('official', 'offisiell', 'officiellt', 'virallinen'),
    'context.short_reply': ('reply', 'svar', 'svar', 'vastaus'),
    'context.no_channel': (
        'no channel chosen',
        'ingen kanal valgt',
        'ingen kanal vald',
        'kanavaa ei valittu',
    ),
    # the status line
    'state.empty': ('', '', '', ''),
    'state.loading': ('reading the rules…', 'leser reglene…', 'läser reglerna…', 'luetaan sääntöjä…'),
    'state.checking': ('checking…', 'sjekker…', 'granskar…', 'tarkistetaan…'),
    'state.failed': ("CAN'T CHECK", 'KAN IKKE SJEKKE', 'KAN INTE GRANSKA', 'EI VOI TARKISTAA'),
    'state.unscreened': ('NOT CHECKED', 'IKKE SJEKKET', 'INTE GRANSKAT', 'EI TARKISTETTU'),
    'state.stopped': ('STOPPED', 'STOPPET', 'STOPPAT', 'SEIS'),
    'state.reasons': (
        'NEEDS A REASON',
        'TRENGER BEGRUNNELSE',
        'BEHÖVER MOTIVERAS',
        'VAATII PERUSTELUN',
    ),
    'state.clear': ('CLEAR', 'KLAR', 'KLAR', 'VALMIS'),
    'state.finished': ('copied', 'kopiert', 'kopierat', 'kopioitu'),
    'status.local': (
        'nothing leaves this computer',
        'ingenting forlater maskinen',
        'inget lämnar datorn',
        'mikään ei lähde koneelta',
    ),
    'small': (
        'Larger window: 60 × 18',
        'Større vindu: 60 × 18',
        'Större fönster: 60 × 18',
        'Isompi ikkuna: 60 × 18',
    ),
}
"""Each text in four languages; what stands in braces is put in."""
