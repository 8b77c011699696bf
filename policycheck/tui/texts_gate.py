"""What the gate and the saving of files say, in the order of LANGUAGES."""

from __future__ import annotations

GATE: dict[str, tuple[str, str, str, str]] = {
    # the gate
    'gate.title_wait': (
        'The check is not finished',
        'Sjekken er ikke ferdig',
        'Granskningen är inte klar',
        'Tarkistus on kesken',
    ),
    'gate.wait': (
        'It takes longer than usual. Your text is safe.',
        'Det tar lengre tid enn vanlig. Teksten din er i behold.',
        'Det tar längre tid än vanligt. Din text är i behåll.',
        'Tämä kestää tavallista kauemmin. Tekstisi on tallessa.',
    ),
    'gate.wait_on': ('Wait', 'Vent', 'Vänta', 'Odota'),
    'gate.empty': (
        'There is no text yet.',
        'Det er ingen tekst ennå.',
        'Det finns ingen text än.',
        'Tekstiä ei vielä ole.',
    ),
    'gate.title_reasons': (
        'Before you publish',
        'Før du publiserer',
        'Innan du publicerar',
        'Ennen julkaisua',
    ),
    'gate.title_stopped': (
        'Before you publish',
        'Før du publiserer',
        'Innan du publicerar',
        'Ennen julkaisua',
    ),
    'gate.title_second': ('Not yet', 'Ikke ennå', 'Inte än', 'Ei vielä'),
    'gate.reasons': (
        'These may be fine. Write in a few words why you keep them. {where}',
        'Dette kan være greit. Skriv kort hvorfor du beholder det. {where}',
        'Det här kan vara helt i sin ordning. Skriv kort varför du behåller det. {where}',
        'Nämä voivat olla kunnossa. Kirjoita lyhyesti, miksi säilytät ne. {where}',
    ),
    'gate.stopped': (
        'One of these could do harm. It is your own account and your choice: change it, or '
        'write why you keep it. {where} Want to talk first? {reach}',
        'Noe av dette kan gjøre skade. Det er din egen konto og ditt valg: endre det, eller '
        'skriv hvorfor du beholder det. {where} Vil du snakke med noen først? {reach}',
        'Något av det här kan göra skada. Det är ditt eget konto och ditt val: ändra det, '
        'eller skriv varför du behåller det. {where} Vill du prata med någon först? {reach}',
        'Jokin näistä voi aiheuttaa vahinkoa. Tili ja valinta ovat sinun: muuta kohtaa tai '
        'kirjoita, miksi säilytät sen. {where} Haluatko jutella ensin? {reach}',
    ),
    'gate.second': (
        'On the organisation’s account a second person reads this first. Reach: {reach}. Then '
        'write why it stays and who read it. {where}',
        'På virksomhetens konto skal en til lese dette først. Kontakt: {reach}. Skriv så '
        'hvorfor det blir stående, og hvem som har lest. {where}',
        'På organisationens konto ska en person till läsa det här först. Kontakt: {reach}. '
        'Skriv sedan varför det står kvar och vem som har läst. {where}',
        'Organisaation tilille menevän tekstin lukee ensin toinenkin ihminen. Yhteys: '
        '{reach}. Kirjoita sitten, miksi se jää ja kuka sen luki. {where}',
    ),
    'gate.placeholder': (
        'Why it stays (at least 8 characters)',
        'Hvorfor det blir stående (minst 8 tegn)',
        'Varför det står kvar (minst 8 tecken)',
        'Miksi se jää (vähintään 8 merkkiä)',
    ),
    'gate.same': ('Same for all', 'Samme for alle', 'Samma för alla', 'Sama kaikille'),
    'gate.ask': ('Ask a reader', 'Spør en leser', 'Fråga en läsare', 'Pyydä lukijaa'),
    'gate.copy': ('Copy text', 'Kopier teksten', 'Kopiera texten', 'Kopioi teksti'),
    'gate.save_copy': ('Save and copy', 'Lagre og kopier', 'Spara och kopiera', 'Tallenna ja kopioi'),
    'gate.copy_unchecked': (
        'Copy it unchecked',
        'Kopier usjekket',
        'Kopiera ogranskad',
        'Kopioi tarkistamatta',
    ),
    'gate.copied_unchecked': (
        'Copied. This text has not been checked: let somebody read it.',
        'Kopiert. Teksten er ikke sjekket: la noen lese den.',
        'Kopierat. Texten är inte granskad: låt någon läsa den.',
        'Kopioitu. Tätä tekstiä ei ole tarkistettu: anna jonkun lukea se.',
    ),
    'gate.copied': (
        'Copied. Paste it where you publish.',
        'Kopiert. Lim inn teksten der du publiserer.',
        'Kopierat. Klistra in texten där du publicerar.',
        'Kopioitu. Liitä teksti sinne, missä julkaiset.',
    ),
    'gate.not_arrived': (
        "Didn't arrive? Ctrl+P, “Save as…”.",
        'Kom den ikke fram? Ctrl+P, «Lagre som…».',
        'Kom den inte fram? Ctrl+P, ”Spara som…”.',
        'Eikö tullut perille? Ctrl+P, ”Tallenna nimellä…”.',
    ),
    'gate.request': (
        'Hello! Could you read this before it is published? policycheck asks for a second reader because of:',
        'Hei! Kan du lese dette før det publiseres? policycheck ber om en leser til på grunn av:',
        'Hej! Kan du läsa det här innan det publiceras? policycheck ber om en läsare till på grund av:',
        'Hei! Voisitko lukea tämän ennen julkaisua? policycheck pyytää toista lukijaa näistä syistä:',
    ),
    # where the reasons are kept
    'gate.here': (
        'It is a note to yourself and stays on this computer.',
        'Det er et notat til deg selv og blir på denne maskinen.',
        'Det är en anteckning till dig själv och stannar på den här datorn.',
        'Se on muistiinpano itsellesi ja pysyy tällä koneella.',
    ),
    'gate.file': (
        'It is saved at the top of the file, where your colleagues can read it.',
        'Det lagres øverst i filen, der kollegene dine kan lese det.',
        'Det sparas överst i filen, där dina kollegor kan läsa det.',
        'Se tallennetaan tiedoston alkuun, mistä työkaverisi voivat lukea sen.',
    ),
    # files
    'save.title': ('Save as', 'Lagre som', 'Spara som', 'Tallenna nimellä'),
    'save.where': (
        'What is the file to be called? It is saved in {folder}.',
        'Hva skal filen hete? Den lagres i {folder}.',
        'Vad ska filen heta? Den sparas i {folder}.',
        'Minkä nimiseksi tiedosto tallennetaan? Kansio: {folder}.',
    ),
    'save.do': ('Save', 'Lagre', 'Spara', 'Tallenna'),
    'save.exists': (
        '{path} is there already. Replace it?',
        '{path} finnes fra før. Vil du erstatte den?',
        '{path} finns redan. Vill du ersätta den?',
        '{path} on jo olemassa. Korvataanko se?',
    ),
    'save.replace': ('Replace', 'Erstatt', 'Ersätt', 'Korvaa'),
    'save.done': ('Saved: {path}.', 'Lagret: {path}.', 'Sparat: {path}.', 'Tallennettu: {path}.'),
    'save.done_reasons': (
        'Saved: {path}. The reasons stand at the top of the file ({count}).',
        'Lagret: {path}. Begrunnelsene står øverst i filen ({count}).',
        'Sparat: {path}. Motiveringarna står överst i filen ({count}).',
        'Tallennettu: {path}. Perustelut ovat tiedoston alussa ({count}).',
    ),
    'save.failed': (
        '{path} could not be saved: {problem}. Your text is still here.',
        '{path} kunne ikke lagres: {problem}. Teksten din er fortsatt her.',
        '{path} kunde inte sparas: {problem}. Din text finns kvar här.',
        'Tallennus ei onnistunut ({path}): {problem}. Tekstisi on yhä tässä.',
    ),
    'save.changed': (
        '{path} was changed by another program meanwhile, so it is not saved. Ctrl+P, “Save as…”.',
        '{path} er endret av et annet program, så den er ikke lagret. Ctrl+P, «Lagre som…».',
        '{path} har ändrats av ett annat program, så den är inte sparad. Ctrl+P, ”Spara som…”.',
        'Toinen ohjelma on muuttanut tiedostoa {path}, joten sitä ei tallennettu. Ctrl+P, ”Tallenna '
        'nimellä…”.',
    ),
    'open.title': ('Open a draft', 'Åpne et utkast', 'Öppna ett utkast', 'Avaa luonnos'),
    'open.where': (
        'Which file? Text or Markdown.',
        'Hvilken fil? Tekst eller Markdown.',
        'Vilken fil? Text eller Markdown.',
        'Mikä tiedosto? Teksti tai Markdown.',
    ),
    'open.do': ('Open', 'Åpne', 'Öppna', 'Avaa'),
    'record.failed': (
        'The record could not be written: {problem}.',
        'Loggen kunne ikke skrives: {problem}.',
        'Loggen kunde inte skrivas: {problem}.',
        'Merkintää lokiin ei voitu kirjoittaa: {problem}.',
    ),
}
"""By key."""
