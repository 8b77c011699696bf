"""What the texts of a rule may not ask, as a policy would put it, and what they may."""

from __future__ import annotations

import pytest

from policycheck.lint import protected

BANS = {
    'en': """
pay: Talking about salaries is prohibited.
pay: Keep your pay to yourself.
pay: Salaries are confidential.
pay: Please don't compare payslips with each other online.
pay: It is not allowed to post about bonuses.
pay: What you earn is a private matter.
pay: Discuss pay only with your manager.
pay: Nobody should post, share or discuss their wages.
hours: No posts about overtime, please.
hours: Our working hours are not to be discussed in public.
staffing: Leave the vacancies out of your posts.
staffing: Avoid mentioning that we are understaffed.
conditions: Working conditions are not to be discussed with outsiders.
conditions: Please refrain from commenting on harassment at our sites.
union: Never join a union.
union: Comments on the strike are not welcome.
union: Do not contact the union about this.
whistleblowing: No contact with authorities.
whistleblowing: Do not talk to the labour inspectorate.
whistleblowing: Never report wrongdoing outside the company.
whistleblowing: Employees must not blow the whistle in social media.
whistleblowing: Complaints to the regulator are not acceptable.
criticism: Never speak ill of us.
criticism: Say nothing negative about the company.
criticism: Criticism of managers is not tolerated.
criticism: Keep your criticism to yourself.
criticism: Our decisions must not be criticised.
media: No interviews with journalists.
media: Do not answer reporters.
media: It is forbidden to speak to the press.
positive: Always loyal.
positive: Positive comments only.
positive: If you have nothing nice to say, say nothing.
positive: Loyalty to the company comes first and is expected of everybody.
secrecy: What happens at work stays at work.
secrecy: Never share anything about your work.
off_duty: You represent us in your free time too.
off_duty: What you do outside work must not put us in a bad light.
private: Ask your manager before you post on your own account.
private: Add us as a friend.
""",
    'nb': """
pay: Å snakke om lønn er forbudt.
pay: Hold lønna di for deg selv.
pay: Lønn er en privatsak.
pay: Lønn snakker vi ikke om.
pay: Lønna skal ikke diskuteres på nett.
pay: Snakk om lønn bare med lederen din.
pay: Ingen innlegg om bonus, takk.
hours: Legg ikke ut noe om turnusen.
hours: Overtid er ikke noe vi skriver om.
staffing: Unngå å nevne at vi er underbemannet.
staffing: Ingen kommentarer om bemanningen.
conditions: Forholdene på jobben skal ikke nevnes.
conditions: Ikke skriv om trakassering på sosiale medier.
union: Ikke meld deg inn i fagforeningen.
union: Skriv aldri om streiken.
whistleblowing: Ingen kontakt med myndighetene.
whistleblowing: Snakk aldri med Arbeidstilsynet på egen hånd.
whistleblowing: Du skal ikke varsle utenfor bedriften.
whistleblowing: Det er ikke lov å melde fra til tilsynet.
criticism: Snakk aldri stygt om oss.
criticism: Kritikk av ledelsen er ikke akseptert.
criticism: Skriv ikke noe negativt om sjefen.
criticism: Si ingenting negativt om arbeidsplassen.
media: Ingen intervjuer med pressen.
media: Svar aldri journalister.
media: Du må ikke ta kontakt med avisen.
positive: Alltid lojal.
positive: Del bare positive ting.
positive: Lojalitet mot virksomheten går alltid foran.
secrecy: Det som skjer på jobben, blir på jobben.
secrecy: Del aldri noe fra jobben.
off_duty: Du representerer oss også i fritida.
private: Legg oss til som venn.
private: Spør lederen før du skriver på din egen profil.
""",
    'sv': """
pay: Det är förbjudet att prata om lön.
pay: Behåll lönen för dig själv.
pay: Lönen är konfidentiell.
pay: Löner diskuterar vi inte.
pay: Lönen ska inte diskuteras på nätet.
pay: Prata om lönen bara med din chef.
pay: Inga inlägg om bonusar, tack.
hours: Lägg inte ut något om schemat.
hours: Övertid ska inte nämnas.
staffing: Undvik att nämna att vi är underbemannade.
staffing: Inga kommentarer om bemanningen.
conditions: Arbetsmiljön ska inte kommenteras utåt.
conditions: Skriv inte om trakasserier i sociala medier.
union: Gå inte med i facket.
union: Prata aldrig om strejken.
whistleblowing: Ingen kontakt med myndigheter.
whistleblowing: Prata aldrig med Arbetsmiljöverket på egen hand.
whistleblowing: Du får inte slå larm utanför företaget.
whistleblowing: Missförhållanden ska inte anmälas utåt.
criticism: Säg inget negativt om chefen.
criticism: Tala aldrig illa om oss.
criticism: Kritik mot ledningen är inte acceptabelt.
criticism: Inga klagomål på företaget.
media: Inga intervjuer med pressen.
media: Svara aldrig journalister.
media: Ta inte kontakt med tidningen.
positive: Alltid lojal.
positive: Bara positiva inlägg.
positive: Lojalitet mot företaget förväntas.
secrecy: Det som händer på jobbet stannar på jobbet.
secrecy: Dela aldrig något från jobbet.
off_duty: Du representerar oss också på fritiden.
private: Lägg till oss som vän.
private: Fråga chefen innan du skriver på ditt eget konto.
""",
    'fi': """
pay: Palkasta puhuminen on kielletty.
pay: Pidä palkkasi omana tietonasi.
pay: Palkka on luottamuksellinen.
pay: Palkoista ei keskustella.
pay: Puhu palkasta vain esihenkilön kanssa.
pay: Älä jaa palkkakuittiasi verkossa, äläkä kerro, mitä tienaat.
pay: Ei keskustelua bonuksista.
hours: Älä julkaise työvuorolistaa.
hours: Ylitöistä ei puhuta.
staffing: Vältä mainitsemasta henkilöstöpulaa.
staffing: Irtisanomisista ei saa kirjoittaa.
conditions: Työoloista ei kirjoiteta somessa.
conditions: Häirinnästä kertominen somessa on kielletty.
union: Älä liity liittoon.
union: Lakosta ei puhuta.
whistleblowing: Ei yhteyttä viranomaisiin.
whistleblowing: Älä soita aluehallintovirastoon.
whistleblowing: Epäkohdista ei kerrota ulkopuolisille.
whistleblowing: Viranomaisille ei vastata ilman lupaa.
criticism: Älä puhu meistä pahaa.
criticism: Johdon arvostelu on kielletty.
criticism: Yhtiöstä ei sanota mitään kielteistä.
criticism: Ei mitään negatiivista pomosta.
media: Ei haastatteluja medialle.
media: Älä vastaa toimittajille.
media: Lehdistölle ei puhuta.
positive: Aina lojaali.
positive: Vain myönteisiä julkaisuja.
positive: Lojaaliutta odotetaan kaikilta.
secrecy: Mitä töissä tapahtuu, se jää töihin.
secrecy: Älä kerro työpaikan asioista.
off_duty: Edustat meitä myös vapaa-ajalla.
private: Lisää meidät kaveriksi.
private: Kysy esihenkilöltä ennen kuin kirjoitat omalla tililläsi.
""",
}

LAWFUL = {
    'en': """
Do not share a patient's name.
Ask the press office before you speak on behalf of us to journalists.
Show our prices.
Don't disclose salaries of named colleagues you handle in HR.
You may speak about your pay.
You need not keep your pay to yourself.
Nobody may be punished for talking about pay.
Nothing here limits your right to report wrongdoing.
It is not forbidden to criticise the company.
Do not promise that the training will pay off.
Never post a customer's account number.
Do not answer reporters in our name.
When journalists ask what we think, the press office answers.
Tell the safety representative too, so that it is put right.
Do not write about patients after your shift.
Do not criticise other customers.
No threats against managers.
Check the opening hours before you post.
Do not promise answers outside working hours.
Be positive that the figure is right before you post it.
On our accounts we do not write about shifts of named people.
Never publish the results before the report is out.
""",
    'nb': """
Ikke del navnet på en pasient.
Spør pressekontakten før du uttaler deg for oss til journalister.
Vis prisene våre.
Ikke røp lønna til navngitte kolleger du behandler i HR.
Du kan snakke om lønna di.
Du trenger ikke holde lønna for deg selv.
Ingen kan straffes for å snakke om lønn.
Ingenting her begrenser retten din til å varsle.
Det er ikke forbudt å kritisere bedriften.
Skriv ikke at det lønner seg.
Legg aldri ut kontonummeret til en kunde.
Svar ikke journalister i vårt navn.
Når journalister spør hva vi mener, svarer pressekontakten.
Si også fra til verneombudet, så det blir rettet.
Ikke lov svar utenfor arbeidstid.
Kritiser ikke andre kunder.
Ingen trusler mot ledere.
Publiser aldri resultatene før rapporten er ute.
""",
    'sv': """
Dela inte namnet på en patient.
Fråga presskontakten innan du uttalar dig för oss till journalister.
Visa våra priser.
Avslöja inte lönen för namngivna kollegor som du hanterar i HR.
Du får prata om din lön.
Du behöver inte behålla lönen för dig själv.
Ingen får straffas för att prata om lön.
Inget här begränsar din rätt att slå larm.
Det är inte förbjudet att kritisera företaget.
Skriv inte att det lönar sig.
Lägg aldrig ut en kunds kontonummer.
Svara inte journalister i vårt namn.
När journalister frågar vad vi tycker svarar presskontakten.
Berätta också för skyddsombudet, så att det åtgärdas.
Lova inte svar utanför arbetstid.
Kritisera inte andra kunder.
Inga hot mot chefer.
Publicera aldrig resultatet innan rapporten är ute.
""",
    'fi': """
Älä kerro potilaan nimeä.
Kysy viestinnältä ennen kuin puhut toimittajille puolestamme.
Näytä hintamme.
Älä paljasta nimettyjen työtovereiden palkkoja, joita käsittelet henkilöstöosastolla.
Saat puhua palkastasi.
Sinun ei tarvitse pitää palkkaasi omana tietonasi.
Ketään ei saa rangaista palkasta puhumisesta.
Mikään tässä ei rajoita oikeuttasi ilmoittaa väärinkäytöksistä.
Yhtiön arvostelu ei ole kiellettyä.
Älä lupaa, että koulutus kannattaa.
Älä julkaise asiakkaan tilinumeroa.
Älä vastaa toimittajille meidän nimissämme.
Kun toimittaja kysyy kantaamme, viestintä vastaa.
Kerro myös työsuojeluvaltuutetulle, jotta asia korjataan.
Älä lupaa vastauksia työajan ulkopuolella.
Älä arvostele muita asiakkaita.
Ei uhkailua esihenkilöitä kohtaan.
Älä julkaise tuloksia ennen raporttia.
""",
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(lang, line) for lang, block in table.items() for line in block.strip().splitlines()]


@pytest.mark.parametrize(('lang', 'line'), rows(BANS))
def test_bans_are_seen(lang: str, line: str) -> None:
    shape, _, text = line.partition(': ')
    assert shape in [name for name, _ in protected.read().banned(lang, text)]


@pytest.mark.parametrize(('lang', 'text'), rows(LAWFUL))
def test_what_may_be_asked(lang: str, text: str) -> None:
    assert list(protected.read().banned(lang, text)) == []
