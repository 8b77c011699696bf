# ruff: noqa: E501  one sentence a line, as it is told
"""What can be wrong with files, drafts and their front matter, by the English sentence: nb, sv, fi."""

from __future__ import annotations

FILES: dict[str, tuple[str, str, str]] = {
    'cannot be read: {reason}': ('kan ikke leses: {reason}', 'kan inte läsas: {reason}', 'ei voida lukea: {reason}'),
    'the file cannot be read: {reason}': ('filen kan ikke leses: {reason}', 'filen kan inte läsas: {reason}', 'tiedostoa ei voida lukea: {reason}'),
    'there is no such file or folder': ('det finnes ingen slik fil eller mappe', 'det finns ingen sådan fil eller mapp', 'sellaista tiedostoa tai kansiota ei ole'),
    'there is no such file': ('det finnes ingen slik fil', 'det finns ingen sådan fil', 'sellaista tiedostoa ei ole'),
    'this is a folder; name a file': ('dette er en mappe; oppgi en fil', 'det här är en mapp; ange en fil', 'tämä on kansio; anna tiedosto'),
    'this is no ordinary file': ('dette er ingen vanlig fil', 'det här är ingen vanlig fil', 'tämä ei ole tavallinen tiedosto'),
    'the app opens one post: a text or Markdown file': ('appen åpner ett innlegg: en tekst- eller Markdown-fil', 'appen öppnar ett inlägg: en text- eller Markdownfil', 'sovellus avaa yhden julkaisun: teksti- tai Markdown-tiedoston'),
    'the folder cannot be opened: {reason}': ('mappen kan ikke åpnes: {reason}', 'mappen kan inte öppnas: {reason}', 'kansiota ei voida avata: {reason}'),
    'larger than 10 MB; give the posts in smaller files': ('større enn 10 MB; del innleggene på mindre filer', 'större än 10 MB; dela upp inläggen på mindre filer', 'yli 10 Mt; anna julkaisut pienemmissä tiedostoissa'),
    'this is {encoding}; save the file as UTF-8': ('dette er {encoding}; lagre filen som UTF-8', 'filen är {encoding}; spara den som UTF-8', 'tämä on {encoding}; tallenna tiedosto UTF-8-muodossa'),
    'this is no text: it has a NUL byte; give a text file': ('dette er ingen tekst: den har en NUL-byte; oppgi en tekstfil', 'det här är ingen text: filen har en NUL-byte; ange en textfil', 'tämä ei ole tekstiä: siinä on NUL-tavu; anna tekstitiedosto'),
    'byte {byte} is not UTF-8; save the file as UTF-8': ('byte {byte} er ikke UTF-8; lagre filen som UTF-8', 'byte {byte} är inte UTF-8; spara filen som UTF-8', 'tavu {byte} ei ole UTF-8:aa; tallenna tiedosto UTF-8-muodossa'),
    '"text" has to be text in quotation marks': ('"text" må være tekst i anførselstegn', '"text" måste vara text inom citattecken', '"text" on tekstiä lainausmerkeissä'),
    '"id" has to be text or a whole number': ('"id" må være tekst eller et heltall', '"id" måste vara text eller ett heltal', '"id" on tekstiä tai kokonaisluku'),
    'not a row of JSON ({what}); write {"text": "..."} on one line': ('ikke en rad med JSON ({what}); skriv {"text": "..."} på én linje', 'raden är inte JSON ({what}); skriv {"text": "..."} på en rad', 'ei JSON-rivi ({what}); kirjoita {"text": "..."} yhdelle riville'),
    'a row has to be an object: {"text": "..."}': ('en rad må være et objekt: {"text": "..."}', 'en rad måste vara ett objekt: {"text": "..."}', 'rivin on oltava olio: {"text": "..."}'),
    'the row has no "text"': ('raden har ingen "text"', 'raden har ingen "text"', 'rivillä ei ole kenttää "text"'),
    'not JSON; correct it or give it another ending': ('ikke JSON; rett det, eller gi filen en annen endelse', 'filen är inte JSON; rätta den, eller ge den en annan ändelse', 'ei JSONia; korjaa tai vaihda tiedoston pääte'),
    'no YAML; correct it or give it another ending': ('ikke YAML; rett det, eller gi filen en annen endelse', 'filen är inte YAML; rätta den, eller ge den en annan ändelse', 'ei YAMLia; korjaa tai vaihda tiedoston pääte'),
    'the row has no cell for the text of the post': ('raden har ingen celle for teksten i innlegget', 'raden har ingen cell för inläggets text', 'rivillä ei ole solua julkaisun tekstille'),
    'a quotation mark is opened here and never closed; close it': ('et anførselstegn åpnes her og lukkes aldri; lukk det', 'ett citattecken öppnas här och stängs aldrig; stäng det', 'lainausmerkki avataan tässä eikä sitä suljeta; sulje se'),
    'text after a closing quotation mark; write "" for a mark': ('tekst etter et avsluttende anførselstegn; skriv "" for et tegn', 'text efter ett avslutande citattecken; skriv "" för ett tecken', 'tekstiä sulkevan lainausmerkin jälkeen; merkki kirjoitetaan ""'),
    "there is no column '{name}'; there are: {head}": ('det finnes ingen kolonne «{name}»; disse finnes: {head}', 'det finns ingen kolumn ”{name}”; dessa finns: {head}', 'saraketta ”{name}” ei ole; nämä ovat: {head}'),
    'no column here is called text, message or the like (there are: {shown}); say which one is: --map text=COLUMN': ('ingen kolonne heter text, message eller lignende (disse finnes: {shown}); si hvilken det er: --map text=KOLONNE', 'ingen kolumn heter text, message eller liknande (dessa finns: {shown}); säg vilken det är: --map text=KOLUMN', 'minkään sarakkeen nimi ei ole text, message tai vastaava (sarakkeet: {shown}); kerro, mikä se on: --map text=SARAKE'),
    "'{name}' of post {number} is not one text": ('«{name}» i innlegg {number} er ikke én tekst', '”{name}” i inlägg {number} är inte en text', 'julkaisun {number} ”{name}” ei ole yksi teksti'),
    # front matter and settings of drafts
    '{key} stands twice in the front matter; keep one': ('{key} står to ganger i hodet på filen; behold én', '{key} står två gånger i filens början; behåll en', '{key} on tiedoston alussa kahdesti; jätä yksi'),
    '{key} has to be a single value in the front matter': ('{key} må være én enkelt verdi i hodet på filen', '{key} måste vara ett enda värde i filens början', '{key} on tiedoston alussa yksi arvo'),
    'the front matter is not YAML ({problem}); correct it or remove it': ('hodet på filen er ikke YAML ({problem}); rett det eller fjern det', 'filens början är inte YAML ({problem}); rätta den eller ta bort den', 'tiedoston alku ei ole YAMLia ({problem}); korjaa tai poista se'),
    'the front matter is not JSON ({problem}); correct it or remove it': ('hodet på filen er ikke JSON ({problem}); rett det eller fjern det', 'filens början är inte JSON ({problem}); rätta den eller ta bort den', 'tiedoston alku ei ole JSONia ({problem}); korjaa tai poista se'),
    'the front matter is not TOML ({problem}); correct it or remove it': ('hodet på filen er ikke TOML ({problem}); rett det eller fjern det', 'filens början är inte TOML ({problem}); rätta den eller ta bort den', 'tiedoston alku ei ole TOMLia ({problem}); korjaa tai poista se'),
    '{key} holds keep: and a list of waivers, not a text': ('under {key} skal det stå keep: og en liste over unntak, ikke en tekst', '{key} har keep: och en lista med undantag, inte en text', 'kohdassa {key} on keep: ja luettelo poikkeuksista, ei tekstiä'),
    '{key} is true or false': ('{key} er true eller false', '{key} är true eller false', '{key} on true tai false'),
    '{key} has to be text': ('{key} må være tekst', '{key} måste vara text', '{key} on tekstiä'),
    "account is personal or official, not '{text}'": ('account er personal eller official, ikke «{text}»', 'account är personal eller official, inte ”{text}”', 'account on personal tai official, ei ”{text}”'),
    "there is no channel '{text}'": ('det finnes ingen kanal «{text}»', 'det finns ingen kanal ”{text}”', 'kanavaa ”{text}” ei ole'),
    "there is no channel '{text}'; one of {channels}; write other for one not named here": ('det finnes ingen kanal «{text}»; en av {channels}; skriv other for en som ikke er nevnt', 'det finns ingen kanal ”{text}”; välj någon av {channels}, eller skriv other för en som inte nämns', 'kanavaa ”{text}” ei ole; jokin näistä: {channels}; kirjoita other, jos kanava puuttuu'),
    "lang is a code such as en, nb, sv or fi, not '{text}'": ('lang er en kode som en, nb, sv eller fi, ikke «{text}»', 'lang är en kod som en, nb, sv eller fi, inte ”{text}”', 'lang on tunnus kuten en, nb, sv tai fi, ei ”{text}”'),
    'scheduled has to be a date such as 2027-01-15': ('scheduled må være en dato som 2027-01-15', 'scheduled måste vara ett datum som 2027-01-15', 'scheduled on päivämäärä kuten 2027-01-15'),
    # writing
    'the file has changed since it was read; run the command again': ('filen er endret siden den ble lest; kjør kommandoen på nytt', 'filen har ändrats sedan den lästes; kör kommandot igen', 'tiedosto on muuttunut lukemisen jälkeen; aja komento uudelleen'),
    'the file is read-only; nothing was changed': ('filen er skrivebeskyttet; ingenting ble endret', 'filen är skrivskyddad; inget ändrades', 'tiedosto on kirjoitussuojattu; mitään ei muutettu'),
    'cannot be written: {reason}; nothing was changed': ('kan ikke skrives: {reason}; ingenting ble endret', 'kan inte skrivas: {reason}; inget ändrades', 'ei voida kirjoittaa: {reason}; mitään ei muutettu'),
}  # fmt: skip

REASONS: dict[str, tuple[str, str, str]] = {
    'Permission denied': ('ingen tilgang', 'åtkomst nekas', 'ei käyttöoikeutta'),
    'No such file or directory': ('finnes ikke', 'finns inte', 'ei ole olemassa'),
    'Is a directory': ('det er en mappe', 'det är en mapp', 'se on kansio'),
    'No space left on device': ('disken er full', 'disken är full', 'levy on täynnä'),
    'Read-only file system': ('disken er skrivebeskyttet', 'disken är skrivskyddad', 'levy on kirjoitussuojattu'),
    'Input/output error': ('feil på disken', 'fel på disken', 'levyvirhe'),
    'it is closed': ('den er lukket', 'den är stängd', 'se on suljettu'),
}  # fmt: skip
"""What the system says, as far as it is met often."""
