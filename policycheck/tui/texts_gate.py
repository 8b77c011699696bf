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
        'Det tar lengre tid enn vanlig. Teksten din er trygg.',
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
        'These may be fine. Write in a few words why you keep them. It is a note to yourself and stays here.',
        'Dette kan være greit. Skriv kort hvorfor du beholder det. Det er et notat til deg selv og blir her.',
        'Det här kan vara helt i sin ordning. Skriv kort varför du behåller det. Det är en anteckning till '
        'dig själv och stannar här.',
        'Nämä voivat olla kunnossa. Kirjoita lyhyesti, miksi jätät ne. Se on muistiinpano itsellesi ja '
        'pysyy täällä.',
    ),
    'gate.stopped': (
        'One of these could do harm. It is your own account and your choice: change it, or write why you '
        'keep it. Want to talk first? {reach}',
        'Noe av dette kan gjøre skade. Det er din egen konto og ditt valg: endre det, eller skriv hvorfor '
        'du beholder det. Vil du snakke med noen først? {reach}',
        'Något av det här kan göra skada. Det är ditt eget konto och ditt val: ändra det, eller skriv '
        'varför du behåller det. Vill du prata med någon först? {reach}',
        'Jokin näistä voi aiheuttaa vahinkoa. Tili ja valinta ovat sinun: muuta kohtaa tai kirjoita, miksi '
        'jätät sen. Haluatko ensin jutella? {reach}',
    ),
    'gate.second': (
        'On the organisation’s account a second person reads this first. Reach: {reach}. Then write why it '
        'stays and who read it.',
        'På virksomhetens konto leser en til dette først. Kontakt: {reach}. Skriv så hvorfor det blir '
        'stående, og hvem som har lest.',
        'På organisationens konto läser en person till det här först. Kontakt: {reach}. Skriv sedan varför '
        'det står kvar och vem som har läst.',
        'Organisaation tilillä toinen ihminen lukee tämän ensin. Yhteys: {reach}. Kirjoita sitten, miksi '
        'se jää ja kuka sen luki.',
    ),
    'gate.placeholder': (
        'Why it stays (at least 8 characters)',
        'Hvorfor det blir stående (minst 8 tegn)',
        'Varför det står kvar (minst 8 tecken)',
        'Miksi se jää (vähintään 8 merkkiä)',
    ),
    'gate.same': ('Same for all', 'Samme for alle', 'Samma för alla', 'Sama kaikille'),
    'gate.ask': ('Ask for it', 'Be om det', 'Be om det', 'Pyydä'),
    'gate.copy': ('Copy text', 'Kopier teksten', 'Kopiera texten', 'Kopioi teksti'),
    'gate.save_copy': ('Save and copy', 'Lagre og kopier', 'Spara och kopiera', 'Tallenna ja kopioi'),
    'gate.copy_unchecked': (
        'Copy it unchecked',
        'Kopier usjekket',
        'Kopiera ogranskad',
        'Kopioi tarkistamatta',
    ),
    'gate.copied_unchecked': (
        'Copied. Nobody has checked this text: let somebody read it.',
        'Kopiert. Ingen har sjekket denne teksten: la noen lese den.',
        'Kopierat. Ingen har granskat den här texten: låt någon läsa den.',
        'Kopioitu. Tätä tekstiä ei ole tarkistettu: anna jonkun lukea se.',
    ),
    'gate.copied': (
        'Copied. Paste it where you publish.',
        'Kopiert. Lim det inn der du publiserer.',
        'Kopierat. Klistra in det där du publicerar.',
        'Kopioitu. Liitä se julkaisupaikkaan.',
    ),
    'gate.not_arrived': (
        "Didn't arrive? Ctrl+P, “Save as…”.",
        'Kom det ikke fram? Ctrl+P, «Lagre som…».',
        'Kom det inte fram? Ctrl+P, ”Spara som…”.',
        'Eikö tullut perille? Ctrl+P, ”Tallenna nimellä…”.',
    ),
    'gate.request': (
        'Hello! Could you read this before it is published? policycheck asks for a second reader because of:',
        'Hei! Kan du lese dette før det publiseres? policycheck ber om en leser til på grunn av:',
        'Hej! Kan du läsa det här innan det publiceras? policycheck ber om en läsare till på grund av:',
        'Hei! Voisitko lukea tämän ennen julkaisua? policycheck pyytää toista lukijaa, koska:',
    ),
    # files
    'save.title': ('Save as', 'Lagre som', 'Spara som', 'Tallenna nimellä'),
    'save.where': (
        'Where? A path such as post.md.',
        'Hvor? En sti, for eksempel post.md.',
        'Var? En sökväg, till exempel post.md.',
        'Minne? Polku, esimerkiksi post.md.',
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
        'Saved with {count} kept places and their reasons in the front matter: {path}.',
        'Lagret, med {count} beholdte steder og begrunnelser øverst i fila: {path}.',
        'Sparat, med {count} behållna ställen och motiveringar överst i filen: {path}.',
        'Tallennettu; tiedoston alussa {count} jätettyä kohtaa perusteluineen: {path}.',
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
        'Kirjaus ei onnistunut: {problem}.',
    ),
}
"""By key."""
