"""What plain mode says, in the order of LANGUAGES; no signs that a screen reader stumbles over."""

from __future__ import annotations

PLAIN: dict[str, tuple[str, str, str, str]] = {
    'plain.no_terminal': (
        'Plain mode, because this is no terminal.',
        'Enkel modus, fordi dette ikke er en terminal.',
        'Enkelt läge, eftersom det här inte är en terminal.',
        'Pelkistetty tila, koska tämä ei ole pääte.',
    ),
    'plain.dumb': (
        'Plain mode, because this terminal can only show lines.',
        'Enkel modus, fordi denne terminalen bare kan vise linjer.',
        'Enkelt läge, eftersom den här terminalen bara kan visa rader.',
        'Pelkistetty tila, koska tämä pääte näyttää vain rivejä.',
    ),
    'plain.no_unicode': (
        'Plain mode, because this terminal is not set to UTF-8.',
        'Enkel modus, fordi denne terminalen ikke er satt til UTF-8.',
        'Enkelt läge, eftersom den här terminalen inte är inställd på UTF-8.',
        'Pelkistetty tila, koska tämän päätteen merkistö ei ole UTF-8.',
    ),
    'plain.write': (
        'Write or paste your draft. End with a line that holds only a full stop. Nothing '
        'leaves this computer.',
        'Skriv eller lim inn utkastet. Avslutt med en linje som bare har et punktum. '
        'Ingenting forlater denne maskinen.',
        'Skriv eller klistra in utkastet. Avsluta med en rad som bara har en punkt. Inget '
        'lämnar den här datorn.',
        'Kirjoita tai liitä luonnos. Lopeta riviin, jolla on pelkkä piste. Mikään ei lähde tältä koneelta.',
    ),
    'plain.no_text': ('There is no text.', 'Det er ingen tekst.', 'Det finns ingen text.', 'Tekstiä ei ole.'),
    'plain.found': ('Found: {counts}.', 'Funnet: {counts}.', 'Hittat: {counts}.', 'Löytyi: {counts}.'),
    'plain.nothing': (
        'Nothing found ({language}). That is no guarantee: read it aloud once.',
        'Ingenting funnet ({language}). Det er ingen garanti: les teksten høyt én gang.',
        'Inget hittat ({language}). Det är ingen garanti: läs texten högt en gång.',
        'Mitään ei löytynyt ({language}). Se ei ole tae: lue teksti kerran ääneen.',
    ),
    'plain.flag': (
        '{at} of {count}. {level}, line {line}: {title}. ({rule})',
        '{at} av {count}. {level}, linje {line}: {title}. ({rule})',
        '{at} av {count}. {level}, rad {line}: {title}. ({rule})',
        '{at}/{count}. {level}, rivi {line}: {title}. ({rule})',
    ),
    # the first letters of these four have to differ in each language
    'plain.word_next': ('next', 'neste', 'nästa', 'eteenpäin'),
    'plain.word_fix': ('fix', 'rett', 'rätta', 'korjaa'),
    'plain.word_keep': ('keep', 'behold', 'behåll', 'säilytä'),
    'plain.word_done': ('done', 'ferdig', 'klar', 'valmis'),
    'plain.ask_fix': (
        'next, fix, keep or done?',
        'neste, rett, behold eller ferdig?',
        'nästa, rätta, behåll eller klar?',
        'eteenpäin, korjaa, säilytä vai valmis?',
    ),
    'plain.ask_next': (
        'next or done?',
        'neste eller ferdig?',
        'nästa eller klar?',
        'eteenpäin vai valmis?',
    ),
    'plain.word_yes': ('yes', 'ja', 'ja', 'kyllä'),
    'plain.save': (
        'Save what you have changed, yes or no?',
        'Lagre det du har endret, ja eller nei?',
        'Spara det du har ändrat, ja eller nej?',
        'Tallennetaanko muutokset, kyllä vai ei?',
    ),
    'plain.ask': (
        'next, keep or done?',
        'neste, behold eller ferdig?',
        'nästa, behåll eller klar?',
        'eteenpäin, säilytä vai valmis?',
    ),
    'plain.reason': (
        'Why do you keep it? At least 8 characters:',
        'Hvorfor beholder du det? Minst 8 tegn:',
        'Varför behåller du det? Minst 8 tecken:',
        'Miksi säilytät sen? Vähintään 8 merkkiä:',
    ),
    'plain.by': (
        'Who else has read it? Name:',
        'Hvem andre har lest det? Navn:',
        'Vem mer har läst det? Namn:',
        'Kuka muu on lukenut sen? Nimi:',
    ),
    'plain.fixed': ('Fixed.', 'Rettet.', 'Rättat.', 'Korjattu.'),
    'plain.kept': ('Kept.', 'Beholdt.', 'Behållet.', 'Säilytetty.'),
    'plain.kept_already': (
        'Kept already: {words} ({rule}). {reason}',
        'Allerede beholdt: {words} ({rule}). {reason}',
        'Redan behållet: {words} ({rule}). {reason}',
        'Säilytetty jo: {words} ({rule}). {reason}',
    ),
    'plain.unknown': (
        'Type one of the words, or its first letter.',
        'Skriv ett av ordene, eller bare den første bokstaven.',
        'Skriv ett av orden, eller bara den första bokstaven.',
        'Kirjoita jokin sanoista tai sen ensimmäinen kirjain.',
    ),
    'plain.end_clear': (
        'Clear: nothing is left open.',
        'Klar: ingenting gjenstår.',
        'Klar: inget återstår.',
        'Valmis: mitään ei jäänyt avoimeksi.',
    ),
    'plain.end_reasons': (
        'Not finished. Places that need a reason: {count}.',
        'Ikke ferdig. Steder som må begrunnes: {count}.',
        'Inte klar. Ställen som behöver en motivering: {count}.',
        'Kesken. Perusteltavia kohtia: {count}.',
    ),
    'plain.end_stopped': (
        'Stopped, because something here could do harm. Places left open: {count}.',
        'Stoppet, fordi noe her kan gjøre skade. Steder som gjenstår: {count}.',
        'Stoppat, eftersom något här kan göra skada. Ställen som återstår: {count}.',
        'Seis, koska jokin tässä voi aiheuttaa vahinkoa. Avoimia kohtia: {count}.',
    ),
    'plain.end_unscreened': (
        'Not checked.',
        'Ikke sjekket.',
        'Inte granskat.',
        'Ei tarkistettu.',
    ),
    'plain.end_empty': (
        'There is no text.',
        'Det er ingen tekst.',
        'Det finns ingen text.',
        'Tekstiä ei ole.',
    ),
    'plain.text': ('Your text:', 'Teksten din:', 'Din text:', 'Tekstisi:'),
}
"""By key; 'plain.word_*' are what is typed."""
