# ruff: noqa: E501  one sentence a line, as it is told
"""What can be wrong with the words of a command line and what it names, by the English sentence: nb, sv, fi."""

from __future__ import annotations

RUNS: dict[str, tuple[str, str, str]] = {
    '--staged and --diff: choose one': ('--staged og --diff: velg én', '--staged och --diff: välj en', '--staged ja --diff: valitse toinen'),
    "--diff: git knows no commit '{name}' here; in a shallow clone, fetch it first": ('--diff: git kjenner ingen commit «{name}» her; hent den først hvis klonen er grunn', '--diff: git känner ingen commit ”{name}” här; hämta den först om klonen är grund', '--diff: git ei tunne committia ”{name}”; hae se ensin, jos klooni on matala'),
    '{option} asks git what has changed, and this folder is in no git repository; leave the option out, or run git init': ('{option} spør git hva som er endret, og denne mappen er ikke i noe git-repo; sløyf valget, eller kjør git init', '{option} frågar git vad som har ändrats, och den här mappen ligger inte i något git-arkiv; utelämna valet, eller kör git init', '{option} kysyy gitiltä, mikä on muuttunut, eikä tämä kansio ole git-varastossa; jätä valinta pois tai aja git init'),
    'git cannot show what is staged of it': ('git kan ikke vise hva som er lagt til av den', 'git kan inte visa vad som är tillagt av den', 'git ei voi näyttää, mitä siitä on lisätty'),
    "--jobs is a number from 1 to {most}, not '{given}'": ('--jobs er et tall fra 1 til {most}, ikke «{given}»', '--jobs är ett tal från 1 till {most}, inte ”{given}”', '--jobs on luku 1–{most}, ei ”{given}”'),
    'policycheck fix works on files; give a path': ('policycheck fix arbeider på filer; oppgi en sti', 'policycheck fix arbetar med filer; ange en sökväg', 'policycheck fix käsittelee tiedostoja; anna polku'),
    '--output: two reports cannot go into one file': ('--output: to rapporter kan ikke gå i samme fil', '--output: två rapporter kan inte gå i samma fil', '--output: kaksi raporttia ei mahdu samaan tiedostoon'),
    '--output: this file is checked as a draft; write the report elsewhere': ('--output: denne filen sjekkes som utkast; skriv rapporten et annet sted', '--output: den här filen granskas som utkast; skriv rapporten någon annanstans', '--output: tämä tiedosto tarkistetaan luonnoksena; kirjoita raportti muualle'),
    '--output cannot be written: {reason}': ('--output kan ikke skrives: {reason}', '--output kan inte skrivas: {reason}', '--output: ei voida kirjoittaa: {reason}'),
    "--output wants FORMAT=FILE, as in sarif=report.sarif, not '{given}'": ('--output skal være FORMAT=FIL, som sarif=report.sarif, ikke «{given}»', '--output ska vara FORMAT=FIL, som sarif=report.sarif, inte ”{given}”', '--output on muotoa MUOTO=TIEDOSTO, kuten sarif=report.sarif, ei ”{given}”'),
    "--output: there is no format '{name}'": ('--output: det finnes ikke noe format «{name}»', '--output: det finns inget format ”{name}”', '--output: muotoa ”{name}” ei ole'),
    '--output wants a file, and this is a folder': ('--output skal være en fil, og dette er en mappe', '--output ska vara en fil, och det här är en mapp', '--output on tiedosto, ja tämä on kansio'),
    "--map wants KEY=COLUMN,KEY=COLUMN with keys {known}, not '{part}'": ('--map skal være NØKKEL=KOLONNE,NØKKEL=KOLONNE med nøklene {known}, ikke «{part}»', '--map ska vara NYCKEL=KOLUMN,NYCKEL=KOLUMN med nycklarna {known}, inte ”{part}”', '--map on muotoa AVAIN=SARAKE,AVAIN=SARAKE, avaimet {known}, ei ”{part}”'),
    '--map has to say which column is the text, as in text=body': ('--map må si hvilken kolonne som er teksten, som text=body', '--map måste säga vilken kolumn som är texten, som text=body', '--map kertoo, mikä sarake on teksti, kuten text=body'),
    "the line between posts cannot be '{line}', which Markdown has other uses for; take one such as {example}": ('linjen mellom innlegg kan ikke være «{line}», som Markdown bruker til annet; ta en som {example}', 'raden mellan inlägg kan inte vara ”{line}”, som Markdown använder till annat; ta en som {example}', 'julkaisujen välinen rivi ei voi olla ”{line}”, jolla on Markdownissa muuta käyttöä; ota esimerkiksi {example}'),
    'meaning: on, but no model is installed: {how}': ('meaning: on, men ingen modell er installert: {how}', 'meaning: on, men ingen modell är installerad: {how}', 'meaning: on, mutta mallia ei ole asennettu: {how}'),
    'the baseline cannot be read: {reason}': ('baselinen kan ikke leses: {reason}', 'baselinen kan inte läsas: {reason}', 'vertailutiedostoa ei voida lukea: {reason}'),
    'the baseline is of another version; make it anew: policycheck baseline create': ('baselinen er fra en annen versjon; lag den på nytt: policycheck baseline create', 'baselinen är från en annan version; gör om den: policycheck baseline create', 'vertailutiedosto on toisesta versiosta; tee se uudelleen: policycheck baseline create'),
    'this is no baseline of policycheck, or not a whole one': ('dette er ingen baseline fra policycheck, eller ikke en hel', 'det här är ingen baseline från policycheck, eller inte en hel', 'tämä ei ole policycheckin vertailutiedosto tai se on vajaa'),
    # the command line itself
    "there is no option '{name}'": ('det finnes ikke noe valg «{name}»', 'det finns inget val ”{name}”', 'valintaa ”{name}” ei ole'),
    "'{name}' is one too many": ('«{name}» er én for mye', '”{name}” är en för mycket', '”{name}” on liikaa'),
    "argument {name}: '{value}' is not known": ('{name}: «{value}» er ukjent', '{name}: ”{value}” är okänt', '{name}: ”{value}” on tuntematon'),
    'argument {name}: expected one argument': ('{name}: her mangler en verdi', '{name}: här saknas ett värde', '{name}: arvo puuttuu'),
    'the following arguments are required: {names}': ('dette mangler: {names}', 'detta saknas: {names}', 'tämä puuttuu: {names}'),
    "policycheck: there is no command '{name}'": ('policycheck: det finnes ingen kommando «{name}»', 'policycheck: det finns inget kommando ”{name}”', 'policycheck: komentoa ”{name}” ei ole'),
    'usage: policycheck COMMAND [OPTIONS]   (policycheck COMMAND --help tells more)': ('bruk: policycheck KOMMANDO [VALG]   (policycheck KOMMANDO --help sier mer)', 'användning: policycheck KOMMANDO [VAL]   (policycheck KOMMANDO --help säger mer)', 'käyttö: policycheck KOMENTO [VALINNAT]   (policycheck KOMENTO --help kertoo lisää)'),
    # waivers
    'policycheck holds keep: and a list of waivers': ('policycheck har keep: og en liste over unntak', 'policycheck har keep: och en lista med undantag', 'kohdassa policycheck on keep: ja luettelo poikkeuksista'),
    'keep holds a list of waivers, each with rule, words and reason': ('keep har en liste over unntak, hvert med rule, words og reason', 'keep har en lista med undantag, vart och ett med rule, words och reason', 'keep on luettelo poikkeuksista, joilla on rule, words ja reason'),
    'reasons are written into front matter in YAML or TOML alone; put yours into policycheck.keep.yaml': ('begrunnelser skrives bare i filhoder i YAML eller TOML; legg dine i policycheck.keep.yaml', 'skäl skrivs bara i filens början när den är i YAML eller TOML; lägg dina i policycheck.keep.yaml', 'perustelut kirjoitetaan tiedoston alkuun vain YAML- tai TOML-muodossa; lisää omasi tiedostoon policycheck.keep.yaml'),
    'the waivers in this front matter share their lines; write each as a table [[policycheck.keep]]': ('unntakene i hodet på filen deler linjer; skriv hvert som en tabell [[policycheck.keep]]', 'undantagen i filens början delar rader; skriv vart och ett som en tabell [[policycheck.keep]]', 'tiedoston alun poikkeukset ovat samoilla riveillä; kirjoita kukin taulukoksi [[policycheck.keep]]'),
    # the reader's own settings
    "'{name}' is no setting": ('«{name}» er ingen innstilling', '”{name}” är ingen inställning', '”{name}” ei ole asetus'),
    "{key} is true or false, not '{value}'": ('{key} er true eller false, ikke «{value}»', '{key} är true eller false, inte ”{value}”', '{key} on true tai false, ei ”{value}”'),
    "{key} is one of {choices}, not '{value}'": ('{key} er en av {choices}, ikke «{value}»', '{key} är någon av {choices}, inte ”{value}”', '{key} on jokin näistä: {choices}, ei ”{value}”'),
    '{key} has to be a single value': ('{key} må være én enkelt verdi', '{key} måste vara ett enda värde', '{key} on yksi arvo'),
}  # fmt: skip
