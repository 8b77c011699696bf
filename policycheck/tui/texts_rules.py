"""What the rules screen says, in the order of LANGUAGES."""

from __future__ import annotations

RULES: dict[str, tuple[str, str, str, str]] = {
    # folders of the rules that come along
    'topic.advertising': ('Advertising', 'Reklame', 'Reklam', 'Mainonta'),
    'topic.claims': ('Claims', 'Påstander', 'Påståenden', 'Väitteet'),
    'topic.colleagues': ('Colleagues', 'Kolleger', 'Kollegor', 'Työkaverit'),
    'topic.competitors': ('Competitors', 'Konkurrenter', 'Konkurrenter', 'Kilpailijat'),
    'topic.crisis': ('Crises', 'Kriser', 'Kriser', 'Kriisit'),
    'topic.employer': ('Employer', 'Arbeidsgiver', 'Arbetsgivare', 'Työnantaja'),
    'topic.engagement': ('Likes and shares', 'Likes og delinger', 'Gilla och dela', 'Tykkäykset ja jaot'),
    'topic.inside': ('Inside information', 'Innsideinformasjon', 'Insiderinformation', 'Sisäpiiritieto'),
    'topic.legal': ('Law', 'Juss', 'Juridik', 'Lakiasiat'),
    'topic.people': ('People', 'Mennesker', 'Människor', 'Ihmiset'),
    'topic.privacy': ('Privacy', 'Personvern', 'Integritet', 'Yksityisyys'),
    'topic.replies': ('Replies', 'Svar', 'Svar', 'Vastaukset'),
    'topic.rights': ('Your rights', 'Dine rettigheter', 'Dina rättigheter', 'Oikeutesi'),
    'topic.role': ('Your role', 'Din rolle', 'Din roll', 'Roolisi'),
    'topic.secrecy': ('Secrecy', 'Taushet', 'Sekretess', 'Salassapito'),
    'topic.selling': ('Selling', 'Salg', 'Försäljning', 'Myynti'),
    'topic.service': ('Service', 'Kundeservice', 'Kundservice', 'Asiakaspalvelu'),
    'topic.style': ('Style', 'Stil', 'Stil', 'Tyyli'),
    # the screen
    'rules.search': ('Search the rules', 'Søk i reglene', 'Sök i reglerna', 'Hae säännöistä'),
    'rules.try': (
        'Try a sentence here',
        'Prøv en setning her',
        'Prova en mening här',
        'Kokeile virkettä tässä',
    ),
    'rules.tried_yes': (
        'Flagged: {words}.',
        'Gir merknad: {words}.',
        'Ger anmärkning: {words}.',
        'Huomautetaan: {words}.',
    ),
    'rules.tried_no': (
        'This rule finds nothing here ({language}).',
        'Denne regelen finner ingenting her ({language}).',
        'Den här regeln hittar inget här ({language}).',
        'Tämä sääntö ei löydä tästä mitään ({language}).',
    ),
    'rules.tried_others': (
        'Other rules flag it: {rules}.',
        'Andre regler gir merknad: {rules}.',
        'Andra regler ger anmärkning: {rules}.',
        'Muut säännöt huomauttavat: {rules}.',
    ),
    'rules.count': ('{count} rules.', '{count} regler.', '{count} regler.', 'Sääntöjä: {count}.'),
    'rules.off': (
        '{count} turned off for you.',
        '{count} slått av for deg.',
        '{count} avstängda för dig.',
        'Poissa käytöstä sinulta: {count}.',
    ),
    'rules.off_for_you': (
        'Turned off for you. O turns it on.',
        'Slått av for deg. O slår den på.',
        'Avstängd för dig. O slår på den.',
        'Poissa käytöstä sinulta. O ottaa käyttöön.',
    ),
    'rules.no_case': (
        'No case is known.',
        'Ingen kjente tilfeller.',
        'Inga kända fall.',
        'Ei tunnettuja tapauksia.',
    ),
    'rules.checked': (
        'Sources last read: {day}.',
        'Kildene sist lest: {day}.',
        'Källorna senast lästa: {day}.',
        'Lähteet luettu viimeksi: {day}.',
    ),
    'rules.running': (
        'Running the examples…',
        'Kjører eksemplene…',
        'Kör exemplen…',
        'Kokeillaan esimerkkejä…',
    ),
    'rules.flags': (
        'Has to be flagged: {held} of {all}',
        'Skal gi merknad: {held} av {all}',
        'Ska ge anmärkning: {held} av {all}',
        'Pitää huomauttaa: {held}/{all}',
    ),
    'rules.passes': (
        'Has to pass: {held} of {all}',
        'Skal gå fri: {held} av {all}',
        'Ska gå fri: {held} av {all}',
        'Ei pidä huomauttaa: {held}/{all}',
    ),
    'rules.fixes': (
        'Fixes: {held} of {all}',
        'Rettelser: {held} av {all}',
        'Rättelser: {held} av {all}',
        'Korjaukset: {held}/{all}',
    ),
    'rules.fails': ('does not hold', 'stemmer ikke', 'stämmer inte', 'ei täsmää'),
    'rules.ran': (
        'Examples of {at} of {all} rules run; rules that fail: {failed}.',
        'Eksemplene til {at} av {all} regler er kjørt; regler som feiler: {failed}.',
        'Exemplen till {at} av {all} regler är körda; regler som inte stämmer: {failed}.',
        'Esimerkit kokeiltu: {at}/{all} sääntöä; ei täsmää: {failed}.',
    ),
    'rules.no_editor': (
        'No editor could be opened. The file is {path}.',
        'Fant ikke noe redigeringsprogram. Fila er {path}.',
        'Ingen textredigerare kunde öppnas. Filen är {path}.',
        'Tekstieditoria ei voitu avata. Tiedosto on {path}.',
    ),
}
"""By key."""
