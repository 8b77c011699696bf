"""What is said on the first run, in help, on leaving and of the settings, in the order of LANGUAGES."""

from __future__ import annotations

START: dict[str, tuple[str, str, str, str]] = {
    # leaving and coming back
    'leave.title': ('Leave?', 'Avslutte?', 'Avsluta?', 'Lopetetaanko?'),
    'leave.text': (
        'This text is nowhere but here. If you leave, it is gone.',
        'Denne teksten finnes bare her. Avslutter du, er den borte.',
        'Den här texten finns bara här. Avslutar du är den borta.',
        'Tämä teksti on vain tässä. Jos lopetat, se katoaa.',
    ),
    'leave.stay': ('Keep writing', 'Fortsett å skrive', 'Fortsätt skriva', 'Jatka kirjoittamista'),
    'leave.save': ('Save…', 'Lagre…', 'Spara…', 'Tallenna…'),
    'leave.go': (
        'Leave without it',
        'Avslutt uten å lagre',
        'Avsluta utan att spara',
        'Lopeta tallentamatta',
    ),
    'drop.title': ('Another draft?', 'Et annet utkast?', 'Ett annat utkast?', 'Toinen luonnos?'),
    'drop.text': (
        'This text is nowhere but here. If you go on, it is gone.',
        'Denne teksten finnes bare her. Går du videre, er den borte.',
        'Den här texten finns bara här. Går du vidare är den borta.',
        'Tämä teksti on vain tässä. Jos jatkat, se katoaa.',
    ),
    'drop.go': (
        'Go on without it',
        'Fortsett uten å lagre',
        'Fortsätt utan att spara',
        'Jatka tallentamatta',
    ),
    'back.again': (
        'Your last draft is back. Ctrl+Z does not reach past this point.',
        'Det siste utkastet ditt er tilbake. Ctrl+Z kan ikke angre lenger tilbake enn dette.',
        'Ditt senaste utkast är tillbaka. Ctrl+Z kan inte ångra längre tillbaka än så här.',
        'Viimeisin luonnoksesi on palautettu. Ctrl+Z ei peru tätä aiempia muutoksia.',
    ),
    'back.not_kept': (
        'A safety copy of your text cannot be kept: {problem}.',
        'Sikkerhetskopien av teksten kan ikke lagres: {problem}.',
        'Säkerhetskopian av texten kan inte sparas: {problem}.',
        'Tekstin varmuuskopiota ei voi tallentaa: {problem}.',
    ),
    'settings.where': (
        'Settings: {settings}\nSafety copy, while the app runs: {state}\nRules: '
        '{policy}\nNothing is sent anywhere. Delete these files whenever you like.',
        'Innstillinger: {settings}\nSikkerhetskopi, mens programmet går: {state}\nRegler: '
        '{policy}\nIngenting sendes noe sted. Du kan slette disse filene når du vil.',
        'Inställningar: {settings}\nSäkerhetskopia, medan programmet är igång: {state}\nRegler: '
        '{policy}\nInget skickas någonstans. Du kan ta bort filerna när du vill.',
        'Asetukset: {settings}\nVarmuuskopio, kun ohjelma on käynnissä: {state}\nSäännöt: '
        '{policy}\nMitään ei lähetetä minnekään. Voit poistaa nämä tiedostot milloin vain.',
    ),
    'settings.built_in': ('built in', 'innebygd', 'inbyggda', 'policycheckin omat'),
    'settings.failed': (
        'The settings could not be saved: {problem}.',
        'Innstillingene kunne ikke lagres: {problem}.',
        'Inställningarna kunde inte sparas: {problem}.',
        'Asetuksia ei voitu tallentaa: {problem}.',
    ),
    'off.only_tips': (
        'Only a TIP or a NOTE can be turned off.',
        'Bare TIPS og MERK kan slås av.',
        'Bara TIPS och NOTERA kan stängas av.',
        'Vain VINKKI ja HUOMAA voidaan poistaa käytöstä.',
    ),
    'off.done': (
        'Turned off for you. Under Rules you can turn it on again.',
        'Slått av for deg. Du kan slå det på igjen under Regler.',
        'Avstängt för dig. Du kan slå på det igen under Regler.',
        'Poistettu käytöstä sinulta. Voit ottaa sen taas käyttöön kohdassa Säännöt.',
    ),
    'choose.theme.dark': ('dark', 'mørkt', 'mörkt', 'tumma'),
    'choose.theme.light': ('light', 'lyst', 'ljust', 'vaalea'),
    'choose.theme.contrast': ('high contrast', 'høy kontrast', 'hög kontrast', 'suuri kontrasti'),
    'choose.glyphs.unicode': ('✖ ⚠ ℹ §', '✖ ⚠ ℹ §', '✖ ⚠ ℹ §', '✖ ⚠ ℹ §'),
    'choose.glyphs.shapes': ('■ ▲ ● §', '■ ▲ ● §', '■ ▲ ● §', '■ ▲ ● §'),
    'choose.glyphs.ascii': ('[X] [!] [i] [R]', '[X] [!] [i] [R]', '[X] [!] [i] [R]', '[X] [!] [i] [R]'),
    'choose.language.en': ('English', 'English', 'English', 'English'),
    'choose.language.nb': ('Norsk', 'Norsk', 'Norsk', 'Norsk'),
    'choose.language.sv': ('Svenska', 'Svenska', 'Svenska', 'Svenska'),
    'choose.language.fi': ('Suomi', 'Suomi', 'Suomi', 'Suomi'),
    # the first run
    'first.title': (
        'Welcome: step {step} of 3',
        'Velkommen: steg {step} av 3',
        'Välkommen: steg {step} av 3',
        'Tervetuloa: vaihe {step}/3',
    ),
    'first.1': (
        'policycheck reads your post before others do. Nothing you write leaves this '
        'computer. Which language do you want on the screen?',
        'policycheck leser innlegget ditt før andre gjør det. Ingenting du skriver, forlater '
        'denne maskinen. Hvilket språk vil du ha på skjermen?',
        'policycheck läser ditt inlägg innan andra gör det. Inget du skriver lämnar den här '
        'datorn. Vilket språk vill du ha på skärmen?',
        'policycheck lukee julkaisusi ennen muita. Mikään kirjoittamasi ei lähde tältä '
        'koneelta. Minkä kielen haluat näytölle?',
    ),
    'first.2': (
        'Which rules do you want to use? Your organisation may have a file called policycheck.yaml.',
        'Hvilke regler vil du bruke? Virksomheten din kan ha en fil som heter policycheck.yaml.',
        'Vilka regler vill du använda? Din organisation kan ha en fil som heter policycheck.yaml.',
        'Mitä sääntöjä haluat käyttää? Organisaatiollasi voi olla tiedosto nimeltä policycheck.yaml.',
    ),
    'first.found': (
        'The ones found here: {path}',
        'De som ligger her: {path}',
        'De som finns här: {path}',
        'Täältä löytyneitä: {path}',
    ),
    'first.starter': (
        'The ones that come with policycheck',
        'De som følger med policycheck',
        'De som följer med policycheck',
        'Policycheckin omia',
    ),
    'first.file': (
        'A file of our own…',
        'En egen fil…',
        'En egen fil…',
        'Oman tiedoston sääntöjä…',
    ),
    'first.no_file': (
        'There is no file {path}.',
        'Det finnes ingen fil {path}.',
        'Det finns ingen fil {path}.',
        'Tiedostoa {path} ei ole.',
    ),
    'first.3': (
        'Want to try it on a draft we made up? You can delete it whenever you like.',
        'Vil du prøve med et oppdiktet utkast? Du kan slette det når du vil.',
        'Vill du prova med ett påhittat utkast? Du kan ta bort det när du vill.',
        'Haluatko kokeilla keksityllä luonnoksella? Voit poistaa sen milloin vain.',
    ),
    'first.sample': ('Yes, show me', 'Ja, vis meg', 'Ja, visa mig', 'Kyllä, näytä'),
    'first.empty': ('No, an empty page', 'Nei, en tom side', 'Nej, en tom sida', 'Ei, tyhjä sivu'),
    'first.hint': (
        'Arrow keys and Enter, or the mouse. Esc skips all of this.',
        'Piltaster og Enter, eller musen. Esc hopper over alt dette.',
        'Piltangenter och Enter, eller musen. Esc hoppar över allt det här.',
        'Nuolinäppäimet ja Enter, tai hiiri. Esc ohittaa kaiken tämän.',
    ),
    'first.now': (
        'F8 goes from flag to flag. Where there is a fix, F4 uses it. For a draft of your '
        'own: Ctrl+A, then write.',
        'F8 går fra merknad til merknad. F4 bruker forslaget der det finnes. Eget utkast: '
        'trykk Ctrl+A og skriv.',
        'F8 går från anmärkning till anmärkning. F4 använder förslaget där det finns. Eget '
        'utkast: tryck på Ctrl+A och skriv.',
        'F8 siirtyy huomautuksesta toiseen. F4 käyttää ehdotusta, jos sellainen on. Oma '
        'luonnos: paina Ctrl+A ja kirjoita.',
    ),
    # help
    'help.draft': (
        'Write here. Words that deserve a second look are underlined while you write. Nothing is changed '
        'unless you press a key, and Ctrl+Z takes everything back.',
        'Skriv her. Ord som fortjener et ekstra blikk, blir understreket mens du skriver. Ingenting endres '
        'uten at du trykker på en tast, og Ctrl+Z angrer alt.',
        'Skriv här. Ord som förtjänar en extra titt stryks under medan du skriver. Inget ändras utan att '
        'du trycker på en tangent, och Ctrl+Z ångrar allt.',
        'Kirjoita tähän. Sanat, joita kannattaa vielä katsoa, alleviivataan kirjoittaessasi. Mikään ei '
        'muutu ilman näppäintä, ja Ctrl+Z peruu kaiken.',
    ),
    'help.flags': (
        'What was found, one line each. Enter goes to the words. You decide what to do with each.',
        'Det som ble funnet, én linje for hvert funn. Enter går til ordene. Du bestemmer hva '
        'du gjør med hvert av dem.',
        'Det som hittades, en rad för varje fynd. Enter går till orden. Du bestämmer vad du '
        'gör med vart och ett.',
        'Huomautukset, yksi kullakin rivillä. Enter siirtyy sanoihin. Sinä päätät, mitä kullekin teet.',
    ),
    'help.why': (
        'Why a place is marked, what happened to others, what to write instead and whom to ask. The arrow '
        'keys scroll.',
        'Hvorfor et sted er merket, hva som har skjedd med andre, hva du heller kan skrive, og hvem du kan '
        'spørre. Bla med piltastene.',
        'Varför ett ställe är markerat, vad som hänt andra, vad du hellre kan skriva och vem du kan fråga. '
        'Piltangenterna rullar.',
        'Miksi kohta on merkitty, mitä muille on käynyt, mitä voit kirjoittaa ja keneltä kysyä. '
        'Nuolinäppäimet vierittävät.',
    ),
    'help.rules': (
        'The rules that read along. Each one says why it is there and shows examples that are '
        'run as you look. Type a sentence below to try it.',
        'Reglene som teksten sjekkes mot. Hver av dem sier hvorfor den finnes, og viser '
        'eksempler som kjøres mens du ser på. Skriv en setning nederst for å prøve.',
        'Reglerna som texten granskas mot. Var och en säger varför den finns och visar '
        'exempel som körs medan du tittar. Skriv en mening längst ned för att prova.',
        'Säännöt, joilla teksti tarkistetaan. Kukin kertoo, miksi se on olemassa, ja näyttää, '
        'miten esimerkeille käy. Kokeile virkettä alarivillä.',
    ),
    'help.levels': (
        'STOP: a second person should look first. REASON: say why you keep it. TIP and NOTE: take it or '
        'leave it. RIGHTS: you may say this.',
        'STOPP: en til bør lese først. BEGRUNN: si hvorfor du beholder det. TIPS og MERK: gjør som du vil. '
        'RETTIGHET: dette kan du si.',
        'STOPP: en person till bör läsa först. MOTIVERA: säg varför du behåller det. TIPS och NOTERA: gör '
        'som du vill. RÄTTIGHET: det här får du säga.',
        'SEIS: toisen pitäisi katsoa ensin. PERUSTELE: kerro, miksi jätät sen. VINKKI ja HUOMAA: tee miten '
        'haluat. OIKEUS: tämän saat sanoa.',
    ),
    'help.private': (
        'Nothing you write leaves this computer. No statistics are kept.',
        'Ingenting du skriver, forlater denne maskinen. Det føres ingen statistikk.',
        'Inget du skriver lämnar den här datorn. Ingen statistik förs.',
        'Mikään kirjoittamasi ei lähde tältä koneelta. Tilastoja ei pidetä.',
    ),
}
"""By key."""
