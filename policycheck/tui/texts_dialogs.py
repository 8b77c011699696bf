"""What the dialogs and short messages of the app say, in the order of LANGUAGES."""

from __future__ import annotations

DIALOGS: dict[str, tuple[str, str, str, str]] = {
    'ok': ('OK', 'OK', 'OK', 'OK'),
    'back': ('Back to the text', 'Tilbake til teksten', 'Tillbaka till texten', 'Takaisin tekstiin'),
    'cancel': ('Cancel', 'Avbryt', 'Avbryt', 'Peruuta'),
    'close': ('Close (Esc)', 'Lukk (Esc)', 'Stäng (Esc)', 'Sulje (Esc)'),
    # keep this place
    'keep.title': (
        'Keep this place',
        'Behold dette stedet',
        'Behåll det här stället',
        'Säilytä tämä kohta',
    ),
    'keep.what': (
        'Only {words} is kept, and only while its sentence stays as it is.',
        'Bare {words} beholdes, og bare så lenge setningen er som nå.',
        'Bara {words} behålls, och bara så länge meningen ser ut som nu.',
        'Vain {words} säilytetään, ja vain niin kauan kuin virke pysyy tällaisena.',
    ),
    'keep.reason': (
        'Why do you keep it? At least 8 characters.',
        'Hvorfor beholder du det? Minst 8 tegn.',
        'Varför behåller du det? Minst 8 tecken.',
        'Miksi säilytät sen? Vähintään 8 merkkiä.',
    ),
    'keep.optional': (
        'Why? A few words, if you like.',
        'Hvorfor? Noen ord, om du vil.',
        'Varför? Några ord, om du vill.',
        'Miksi? Muutama sana, jos haluat.',
    ),
    'keep.by': (
        'Who else has read it? Name of the second reader.',
        'Hvem andre har lest det? Navn på den andre leseren.',
        'Vem mer har läst det? Namn på den andra läsaren.',
        'Kuka muu on lukenut sen? Toisen lukijan nimi.',
    ),
    'keep.do': ('Keep it', 'Behold', 'Behåll', 'Säilytä'),
    'keep.done': (
        'Kept. K takes it back.',
        'Beholdt. K angrer.',
        'Behållet. K ångrar.',
        'Säilytetty. K peruu.',
    ),
    'keep.undone': (
        'No longer kept.',
        'Ikke lenger beholdt.',
        'Inte längre behållet.',
        'Säilytys peruttu.',
    ),
    'keep.beside': (
        '{path} beside this file keeps it.',
        'Unntaket står i {path} ved siden av filen.',
        'Undantaget står i {path} bredvid filen.',
        'Poikkeus on tiedostossa {path} tämän vieressä.',
    ),
    'keep.waiver': (
        'This entry keeps nothing. Correct or delete it at the top of the file.',
        'Unntaket har ingen virkning. Rett eller slett det øverst i filen.',
        'Undantaget gör ingen nytta. Rätta eller ta bort det överst i filen.',
        'Poikkeus ei vaikuta. Korjaa tai poista se tiedoston alusta.',
    ),
    'keep.short': (
        'A few more words, please: at least 8 characters.',
        'Noen flere ord, takk: minst 8 tegn.',
        'Några ord till, tack: minst 8 tecken.',
        'Vielä muutama sana, kiitos: vähintään 8 merkkiä.',
    ),
    # short messages
    'told.no_fix': (
        'There is no ready fix here. The advice below says what helps.',
        'Her finnes det ikke noe ferdig forslag. Rådet under sier hva som hjelper.',
        'Här finns inget färdigt förslag. Rådet nedanför säger vad som hjälper.',
        'Tähän ei ole valmista korjausta. Alla oleva neuvo auttaa.',
    ),
    'told.fixed': (
        'Fixed. Ctrl+Z takes it back.',
        'Rettet. Ctrl+Z angrer.',
        'Rättat. Ctrl+Z ångrar.',
        'Korjattu. Ctrl+Z peruu.',
    ),
    'told.copied_wrong': (
        'A report for the owner of the rule is copied. Paste it into an e-mail.',
        'En melding til den som eier regelen, er kopiert. Lim den inn i en e-post.',
        'Ett meddelande till regelns ägare är kopierat. Klistra in det i ett mejl.',
        'Viesti säännön omistajalle on kopioitu. Liitä se sähköpostiin.',
    ),
    'told.copied_ask': (
        'A question to {who} is copied. Paste it where you reach them.',
        'Et spørsmål til {who} er kopiert. Lim det inn der du når dem.',
        'En fråga till {who} är kopierad. Klistra in den där du når dem.',
        'Kysymys on kopioitu ({who}). Liitä se sinne, mistä heidät tavoittaa.',
    ),
    'told.paste': (
        'Paste with Ctrl+Shift+V, Shift+Insert or the right mouse button.',
        'Lim inn med Ctrl+Shift+V, Shift+Insert eller høyre museknapp.',
        'Klistra in med Ctrl+Skift+V, Skift+Insert eller höger musknapp.',
        'Liitä näppäimillä Ctrl+Vaihto+V tai Vaihto+Insert tai hiiren oikealla painikkeella.',
    ),
    'told.rules_wrong': (
        '{problem}. The old rules are still in use.',
        '{problem}. De gamle reglene brukes fortsatt.',
        '{problem}. De gamla reglerna används fortfarande.',
        '{problem}. Vanhat säännöt ovat yhä käytössä.',
    ),
    'wrong.title': (
        'About a flag of policycheck',
        'Om en merknad fra policycheck',
        'Om en anmärkning från policycheck',
        'Policycheckin huomautuksesta',
    ),
    'wrong.text': (
        'The rule {rule} marked {words} ({language}, {channel}, version {version}). I think that is wrong, '
        'because: ',
        'Regelen {rule} merket {words} ({language}, {channel}, versjon {version}). Jeg mener det er feil, '
        'fordi: ',
        'Regeln {rule} markerade {words} ({language}, {channel}, version {version}). Jag tycker att det är '
        'fel, eftersom: ',
        'Sääntö {rule} merkitsi kohdan {words} ({language}, {channel}, versio {version}). Mielestäni se on '
        'väärin, koska: ',
    ),
    'wrong.own': (
        '[your words, if you want to share them]',
        '[ordene dine, hvis du vil dele dem]',
        '[dina ord, om du vill dela dem]',
        '[sanasi, jos haluat kertoa ne]',
    ),
    'ask.text': (
        'Hello! I would like to publish this on {channel}: {words}. policycheck says: {title}. Is it all '
        'right, or how would you put it?',
        'Hei! Jeg vil gjerne publisere dette ({channel}): {words}. policycheck sier: {title}. Er det '
        'greit, eller hvordan ville du sagt det?',
        'Hej! Jag vill gärna publicera det här ({channel}): {words}. policycheck säger: {title}. Går det '
        'bra, eller hur skulle du uttrycka det?',
        'Hei! Haluaisin julkaista tämän ({channel}): {words}. policycheck sanoo: {title}. Sopiiko se, tai '
        'miten itse sanoisit sen?',
    ),
}
"""By key."""
