"""What people say plainly about their own work is told of their rights in every language, and other things are not."""

from __future__ import annotations

import engine
import pytest

from policycheck.compiled import Ruleset
from policycheck.model import LANGUAGES

PLAIN = [
    (
        'I reported the fraud and now they want to fire me.',
        'Jeg varslet om svindelen, og nå vil de sparke meg.',
        'Jag slog larm om bedrägeriet och nu vill de sparka mig.',
        'Ilmoitin petoksesta, ja nyt minut halutaan irtisanoa.',
    ),
    (
        'I told the authorities about the illegal dumping and lost my job.',
        'Jeg meldte fra til myndighetene om den ulovlige dumpingen og mistet jobben.',
        'Jag anmälde den olagliga dumpningen till myndigheterna och förlorade jobbet.',
        'Kerroin viranomaisille laittomasta dumppauksesta ja menetin työni.',
    ),
    (
        'My wage is lower than what the men get for the same work.',
        'Lønna mi er lavere enn det mennene får for samme jobb.',
        'Min lön är lägre än vad männen får för samma jobb.',
        'Palkkani on pienempi kuin miesten samasta työstä.',
    ),
    (
        'I earn 14 euros an hour.',
        'Jeg tjener 190 kroner timen.',
        'Jag tjänar 150 kronor i timmen.',
        'Tienaan 14 euroa tunnissa.',
    ),
    (
        'We work twelve hours without a break.',
        'Vi jobber tolv timer uten pause.',
        'Vi jobbar tolv timmar utan rast.',
        'Teemme töitä kaksitoista tuntia ilman taukoa.',
    ),
    (
        'My boss touches the girls in the warehouse.',
        'Sjefen min tar på jentene på lageret.',
        'Min chef tafsar på tjejerna på lagret.',
        'Pomoni koskettelee tyttöjä varastolla.',
    ),
    (
        'I was harassed by my manager and nobody did anything.',
        'Jeg ble trakassert av lederen min, og ingen gjorde noe.',
        'Jag blev trakasserad av min chef och ingen gjorde något.',
        'Esihenkilöni ahdisteli minua, eikä kukaan tehnyt mitään.',
    ),
    (
        'Join the union, we need a collective agreement here.',
        'Meld dere inn i fagforeningen, vi trenger tariffavtale her.',
        'Gå med i facket, vi behöver kollektivavtal här.',
        'Liittykää liittoon, tarvitsemme tänne työehtosopimuksen.',
    ),
    (
        'We are going on strike on Monday.',
        'Vi streiker på mandag.',
        'Vi går ut i strejk på måndag.',
        'Menemme lakkoon maanantaina.',
    ),
    (
        'The fire exits are blocked and nobody cares.',
        'Rømningsveiene er sperret, og ingen bryr seg.',
        'Nödutgångarna är blockerade och ingen bryr sig.',
        'Hätäpoistumistiet on tukittu, eikä kukaan välitä.',
    ),
    (
        'We have no helmets and two people got hurt last week.',
        'Vi har ikke hjelmer, og to ble skadd forrige uke.',
        'Vi har inga hjälmar och två skadades förra veckan.',
        'Meillä ei ole kypäriä, ja viime viikolla kaksi loukkaantui.',
    ),
    (
        'They are two weeks late with our pay.',
        'Lønna vår er to uker forsinket.',
        'Vår lön är två veckor försenad.',
        'Palkkamme on kaksi viikkoa myöhässä.',
    ),
    (
        'I am not allowed to take my holiday.',
        'Jeg får ikke ta ut ferien min.',
        'Jag får inte ta ut min semester.',
        'En saa pitää lomaani.',
    ),
    (
        'I was fired because I am pregnant.',
        'Jeg fikk sparken fordi jeg er gravid.',
        'Jag fick sparken för att jag är gravid.',
        'Sain potkut, koska olen raskaana.',
    ),
    (
        'Nobody here has a written contract.',
        'Ingen her har skriftlig kontrakt.',
        'Ingen här har skriftligt avtal.',
        'Kenelläkään täällä ei ole kirjallista sopimusta.',
    ),
    (
        'Three of us care for forty patients at night.',
        'Vi er tre som passer førti pasienter om natta.',
        'Vi är tre som sköter fyrtio patienter på natten.',
        'Meitä on kolme hoitamassa neljääkymmentä potilasta yöllä.',
    ),
    (
        'I have worked thirty days in a row.',
        'Jeg har jobbet tretti dager på rad.',
        'Jag har jobbat trettio dagar i sträck.',
        'Olen tehnyt töitä kolmekymmentä päivää putkeen.',
    ),
    (
        'The company hides the accidents from the inspectors.',
        'Selskapet skjuler ulykkene for tilsynet.',
        'Företaget döljer olyckorna för inspektionen.',
        'Yhtiö salaa tapaturmat tarkastajilta.',
    ),
    (
        'The accounts are false and I have seen it myself.',
        'Regnskapet er falskt, og jeg har sett det selv.',
        'Bokföringen är falsk och jag har sett det själv.',
        'Kirjanpito on väärennetty, ja olen nähnyt sen itse.',
    ),
    (
        "We are told to lie to the patients' families.",
        'Vi får beskjed om å lyve for pårørende.',
        'Vi blir tillsagda att ljuga för de anhöriga.',
        'Meitä käsketään valehtelemaan omaisille.',
    ),
    (
        "My shifts are changed with one day's notice.",
        'Vaktene mine endres med én dags varsel.',
        'Mina pass ändras med en dags varsel.',
        'Vuorojani muutetaan päivän varoitusajalla.',
    ),
    (
        'The bullying at work has made me ill.',
        'Mobbingen på jobben har gjort meg syk.',
        'Mobbningen på jobbet har gjort mig sjuk.',
        'Työpaikkakiusaaminen on sairastuttanut minut.',
    ),
    (
        'They make us clock out and keep working.',
        'Vi må stemple ut og jobbe videre.',
        'Vi måste stämpla ut och jobba vidare.',
        'Meidän on leimattava ulos ja jatkettava töitä.',
    ),
    (
        'The ventilation is broken and we breathe solvents all day.',
        'Ventilasjonen er ødelagt, og vi puster inn løsemidler hele dagen.',
        'Ventilationen är trasig och vi andas lösningsmedel hela dagen.',
        'Ilmanvaihto on rikki, ja hengitämme liuottimia koko päivän.',
    ),
    (
        'They pay foreigners less than us.',
        'De betaler utlendinger mindre enn oss.',
        'De betalar utlänningar mindre än oss.',
        'Ulkomaalaisille maksetaan vähemmän kuin meille.',
    ),
    (
        'I am the safety rep and nobody answers my mails.',
        'Jeg er verneombud, og ingen svarer på e-postene mine.',
        'Jag är skyddsombud och ingen svarar på mina mejl.',
        'Olen työsuojeluvaltuutettu, eikä kukaan vastaa viesteihini.',
    ),
    (
        'HR told me not to talk about my salary.',
        'HR sa at jeg ikke får snakke om lønna mi.',
        'HR sa att jag inte får prata om min lön.',
        'HR kielsi minua puhumasta palkastani.',
    ),
    (
        'Told the inspectors the truth. Got sacked on the Friday.',
        'Sa sannheten til tilsynet. Fikk sparken på fredag.',
        'Berättade sanningen för inspektörerna. Fick sparken på fredagen.',
        'Kerroin tarkastajille totuuden. Perjantaina tuli potkut.',
    ),
    (
        'Women here get two pounds less an hour than the men.',
        'Kvinnene her får tjue kroner mindre i timen enn mennene.',
        'Kvinnorna här får tjugo kronor mindre i timmen än männen.',
        'Naiset saavat täällä kaksi euroa vähemmän tunnissa kuin miehet.',
    ),
    (
        'The shift leader gropes the summer staff.',
        'Skiftlederen beføler sommervikarene.',
        'Skiftledaren tafsar på sommarvikarierna.',
        'Vuoropäällikkö lääppii kesätyöntekijöitä.',
    ),
    (
        'Emergency exit in the warehouse has been locked for three weeks.',
        'Nødutgangen på lageret har vært låst i tre uker.',
        'Nödutgången på lagret har varit låst i tre veckor.',
        'Varaston hätäuloskäynti on ollut lukossa kolme viikkoa.',
    ),
    (
        'Nobody on our site has a harness.',
        'Ingen på byggeplassen vår har sele.',
        'Ingen på vårt bygge har sele.',
        'Kenelläkään työmaallamme ei ole valjaita.',
    ),
    (
        'My leave was cancelled again, third time this year.',
        'Ferien min ble avlyst igjen, tredje gang i år.',
        'Min semester drogs in igen, tredje gången i år.',
        'Lomani peruttiin taas, kolmannen kerran tänä vuonna.',
    ),
    (
        'I have worked here for a year without a contract.',
        'Jeg har jobbet her i et år uten kontrakt.',
        'Jag har jobbat här ett år utan avtal.',
        'Olen ollut täällä vuoden töissä ilman sopimusta.',
    ),
    (
        'Two nurses for thirty residents last night.',
        'To pleiere på tretti beboere i natt.',
        'Två sköterskor på trettio boende i natt.',
        'Kaksi hoitajaa kolmellekymmenelle asukkaalle viime yönä.',
    ),
    (
        'Twelve shifts in a row and then they called me in again.',
        'Tolv vakter på rad, og så ringte de meg inn igjen.',
        'Tolv pass i rad och sedan ringde de in mig igen.',
        'Kaksitoista vuoroa putkeen, ja sitten soitettiin taas töihin.',
    ),
    (
        'Our boss never reports injuries to the authorities.',
        'Sjefen vår melder aldri skader til myndighetene.',
        'Vår chef anmäler aldrig skador till myndigheterna.',
        'Pomomme ei koskaan ilmoita tapaturmista viranomaisille.',
    ),
    (
        'They doctored the timesheets so we lost our overtime.',
        'De jukset med timelistene så vi mistet overtiden.',
        'De fuskade med tidrapporterna så vi förlorade övertiden.',
        'Tuntilistoja kaunisteltiin, ja meiltä jäi ylityöt saamatta.',
    ),
    (
        'I was ordered to lie to a customer about the leak.',
        'Jeg fikk ordre om å lyve til en kunde om lekkasjen.',
        'Jag fick order om att ljuga för en kund om läckan.',
        'Minut käskettiin valehdella asiakkaalle vuodosta.',
    ),
    (
        'The rota changes the night before, every week.',
        'Turnusen endres kvelden før, hver uke.',
        'Schemat ändras kvällen före, varje vecka.',
        'Työvuorolista muuttuu edellisenä iltana joka viikko.',
    ),
    (
        'We clock out at four and clean until five, unpaid.',
        'Vi stempler ut klokka fire og vasker til fem, ubetalt.',
        'Vi stämplar ut klockan fyra och städar till fem, obetalt.',
        'Leimaamme ulos neljältä ja siivoamme viiteen ilman palkkaa.',
    ),
    (
        'Mould in the staff room, we all cough.',
        'Mugg på pauserommet, alle hoster.',
        'Mögel i personalrummet, alla hostar.',
        'Taukotilassa on hometta, kaikki yskivät.',
    ),
    (
        'Agency workers get no sick pay here.',
        'De innleide får ikke sykepenger her.',
        'De inhyrda får ingen sjuklön här.',
        'Vuokratyöläiset eivät saa täällä sairausajan palkkaa.',
    ),
    (
        'My manager read out my sick note to the whole team.',
        'Lederen min leste opp sykmeldingen min for hele teamet.',
        'Min chef läste upp mitt läkarintyg för hela gruppen.',
        'Esihenkilöni luki sairauslomatodistukseni koko tiimille.',
    ),
    (
        'We voted to organise and they closed our branch.',
        'Vi stemte for å organisere oss, og de la ned avdelingen.',
        'Vi röstade för att gå med i facket och de lade ner avdelningen.',
        'Äänestimme järjestäytymisestä, ja toimipisteemme suljettiin.',
    ),
    (
        'I have not been paid for three months.',
        'Jeg har ikke fått lønn på tre måneder.',
        'Jag har inte fått lön på tre månader.',
        'En ole saanut palkkaa kolmeen kuukauteen.',
    ),
    (
        'We get no extra pay for nights at the hospital.',
        'Vi får ikke tillegg for netter på sykehuset.',
        'Vi får inget tillägg för nätter på sjukhuset.',
        'Emme saa yölisää sairaalassa.',
    ),
    (
        'My boss takes my tips.',
        'Sjefen tar tipsen min.',
        'Chefen tar min dricks.',
        'Pomo vie tippini.',
    ),
    (
        'I worked sixty hours last week and got paid for forty.',
        'Jeg jobbet seksti timer forrige uke og fikk betalt for førti.',
        'Jag jobbade sextio timmar förra veckan och fick betalt för fyrtio.',
        'Tein viime viikolla kuusikymmentä tuntia ja sain palkan neljästäkymmenestä.',
    ),
    (
        'I am alone with twenty-five residents every night.',
        'Jeg er alene med tjuefem beboere hver natt.',
        'Jag är ensam med tjugofem boende varje natt.',
        'Olen joka yö yksin kahdenkymmenenviiden asukkaan kanssa.',
    ),
    (
        'We are always too few at work.',
        'Vi er alltid for få på jobb.',
        'Vi är alltid för få på jobbet.',
        'Meitä on aina liian vähän töissä.',
    ),
    (
        'The scaffolding on our site is not safe.',
        'Stillaset på byggeplassen vår er ikke trygt.',
        'Ställningen på vårt bygge är inte säker.',
        'Työmaamme teline ei ole turvallinen.',
    ),
    (
        'The lift truck at our warehouse has no brakes.',
        'Trucken på lageret vårt har ikke bremser.',
        'Trucken på vårt lager har inga bromsar.',
        'Varastomme trukissa ei ole jarruja.',
    ),
    (
        'I got burned at work because nobody had shown me the machine.',
        'Jeg brant meg på jobb fordi ingen hadde vist meg maskinen.',
        'Jag brände mig på jobbet för att ingen hade visat mig maskinen.',
        'Poltin itseni töissä, koska kukaan ei ollut näyttänyt konetta.',
    ),
    (
        'We have asbestos in the school where I work.',
        'Vi har asbest på skolen der jeg jobber.',
        'Vi har asbest på skolan där jag jobbar.',
        'Koulussa, jossa olen töissä, on asbestia.',
    ),
    (
        'The boss said I would lose my job if I joined the union.',
        'Sjefen sa at jeg ville miste jobben hvis jeg meldte meg inn i fagforeningen.',
        'Chefen sa att jag skulle förlora jobbet om jag gick med i facket.',
        'Pomo sanoi, että menetän työni, jos liityn liittoon.',
    ),
    (
        'They refuse to talk to our union.',
        'De nekter å snakke med fagforeningen vår.',
        'De vägrar prata med vårt fack.',
        'He kieltäytyvät puhumasta liittomme kanssa.',
    ),
    (
        'I was elected shop steward and got fewer shifts.',
        'Jeg ble valgt til tillitsvalgt og fikk færre vakter.',
        'Jag blev vald till facklig företrädare och fick färre pass.',
        'Minut valittiin luottamusmieheksi, ja sain vähemmän vuoroja.',
    ),
    (
        'A manager asked me to sleep with him.',
        'En leder spurte om jeg ville ligge med ham.',
        'En chef frågade om jag ville ligga med honom.',
        'Esihenkilö pyysi minua sänkyyn kanssaan.',
    ),
    (
        'They call me ugly names at work because I am from Somalia.',
        'De kaller meg stygge ting på jobben fordi jeg er fra Somalia.',
        'De kallar mig fula saker på jobbet för att jag är från Somalia.',
        'Minua haukutaan töissä, koska olen Somaliasta.',
    ),
    (
        'My boss shouts at us every day.',
        'Sjefen min kjefter på oss hver dag.',
        'Min chef skriker åt oss varje dag.',
        'Pomoni huutaa meille joka päivä.',
    ),
    (
        'They sell old meat with a new date where I work.',
        'De selger gammelt kjøtt med ny dato der jeg jobber.',
        'De säljer gammalt kött med nytt datum där jag jobbar.',
        'Työpaikallani myydään vanhaa lihaa uudella päiväyksellä.',
    ),
    (
        'I saw the boss take money from the till and I reported it.',
        'Jeg så sjefen ta penger fra kassa, og jeg meldte fra.',
        'Jag såg chefen ta pengar ur kassan och jag anmälde det.',
        'Näin pomon ottavan rahaa kassasta, ja ilmoitin siitä.',
    ),
    (
        'We must be on call every weekend without pay.',
        'Vi må ha bakvakt hver helg uten betaling.',
        'Vi måste ha jour varje helg utan betalning.',
        'Meidän pitää päivystää joka viikonloppu ilman korvausta.',
    ),
    (
        'I earn less than the new guy.',
        'Jeg tjener mindre enn han nye.',
        'Jag tjänar mindre än den nya killen.',
        'Tienaan vähemmän kuin se uusi tyyppi.',
    ),
    (
        'The bus has no toilet break for us drivers.',
        'Vi bussjåfører har ikke tid til å gå på do.',
        'Vi busschaufförer hinner inte gå på toaletten.',
        'Me bussikuskit emme ehdi vessaan.',
    ),
    (
        'They fired my colleague because she was sick.',
        'De sparket kollegaen min fordi hun var syk.',
        'De sparkade min kollega för att hon var sjuk.',
        'Työkaverini sai potkut, koska hän oli sairas.',
    ),
    (
        'My contract says 80 %, but I only get 50.',
        'Kontrakten min sier 80 %, men jeg får bare 50.',
        'Mitt avtal säger 80 %, men jag får bara 50.',
        'Sopimuksessani lukee 80 %, mutta saan vain 50.',
    ),
    (
        'The temperature in the kitchen is 40 degrees and we faint.',
        'Det er 40 grader på kjøkkenet, og vi besvimer.',
        'Det är 40 grader i köket och vi svimmar.',
        'Keittiössä on 40 astetta, ja me pyörrymme.',
    ),
    (
        'I make 28 000 a month before tax.',
        'Jeg tjener 38 000 i måneden før skatt.',
        'Jag tjänar 28 000 i månaden före skatt.',
        'Tienaan 2600 kuussa ennen veroja.',
    ),
    (
        'I was alone on the ward with twenty patients tonight.',
        'Jeg var alene på avdelingen med tjue pasienter i natt.',
        'Jag var ensam på avdelningen med tjugo patienter i natt.',
        'Olin yöllä yksin osastolla kahdenkymmenen potilaan kanssa.',
    ),
    (
        'The fire exit at work has been locked since August.',
        'Nødutgangen på jobben har vært låst siden august.',
        'Nödutgången på jobbet har varit låst sedan augusti.',
        'Työpaikan hätäuloskäynti on ollut lukossa elokuusta.',
    ),
    (
        'My shift leader touches the girls in the kitchen.',
        'Skiftlederen min tar på jentene på kjøkkenet.',
        'Min skiftledare tar på tjejerna i köket.',
        'Vuoropäällikköni koskettelee keittiön tyttöjä.',
    ),
    (
        'We were told to change the dates on the inspection report.',
        'Vi fikk beskjed om å endre datoene i kontrollrapporten.',
        'Vi blev tillsagda att ändra datumen i besiktningsrapporten.',
        'Meitä käskettiin muuttamaan tarkastusraportin päivämääriä.',
    ),
    (
        'I got sacked after I joined the union.',
        'Jeg fikk sparken etter at jeg meldte meg inn i fagforeningen.',
        'Jag fick sparken efter att jag gick med i facket.',
        'Sain potkut liityttyäni liittoon.',
    ),
    (
        'I have not had a pay rise for six years.',
        'Jeg har ikke fått lønnsøkning på seks år.',
        'Jag har inte fått någon löneförhöjning på sex år.',
        'En ole saanut palkankorotusta kuuteen vuoteen.',
    ),
    (
        'My supervisor yells at the trainees until they cry.',
        'Lederen min skriker til lærlingene til de gråter.',
        'Min arbetsledare skriker åt praktikanterna tills de gråter.',
        'Esimieheni huutaa harjoittelijoille, kunnes nämä itkevät.',
    ),
    (
        'We are two people doing the work of five.',
        'Vi er to som gjør jobben til fem.',
        'Vi är två som gör fem personers jobb.',
        'Meitä on kaksi tekemässä viiden ihmisen työt.',
    ),
    (
        'I found out that the company dumps chemicals in the river.',
        'Jeg har oppdaget at firmaet dumper kjemikalier i elva.',
        'Jag har upptäckt att företaget dumpar kemikalier i ån.',
        'Sain selville, että firma laskee kemikaaleja jokeen.',
    ),
]
"""The same in each of LANGUAGES."""

OTHERWISE = [
    ('en', 'I reported a pothole on my street last week and they have already mended it.'),
    ('en', 'Ran ten kilometres thirty days in a row. My knees are tired.'),
    ('en', 'The fire exits were blocked in the nightclub scene, great film.'),
    ('en', 'We have no masks for the carnival, who can lend us three?'),
    ('en', 'Our rent is lower than what my sister pays in Oslo.'),
    ('en', 'We clock out early on Fridays and go for a swim.'),
    ('nb', 'Har gått tur ti dager på rad i ferien, beina er som gelé.'),
    ('nb', 'Vi har ikke hjelmer til ungene, noen som selger brukt alpinhjelm?'),
    ('nb', 'Mugg med navn på pauserommet er livet.'),
    ('nb', 'Vi er seks som skal på hytta med fjorten gjester, hvem tar madrassene?'),
    ('sv', 'Jag anmälde mig till loppet och förlorade vadet, nu måste jag springa.'),
    ('sv', 'Vi är fyra som ska på kräftskiva med tjugo gäster, vem tar sillen?'),
    ('sv', 'Andas in den här havsluften, inga avgaser på två veckor!'),
    ('fi', 'Meillä ei ole kypäriä lapsille, lainaisiko joku hiihtolomaksi?'),
    ('fi', 'Hengitän merituulta, en pakokaasuja. Loma alkoi!'),
    ('fi', 'Lapset salaavat mummolta, että maljakko meni vahingossa rikki.'),
    ('en', 'The ladder at home is not safe, I must buy a new one.'),
    ('nb', 'Stigen hjemme er ikke trygg, jeg må kjøpe ny.'),
    ('sv', 'Stegen hemma är inte säker, jag måste köpa en ny.'),
    ('fi', 'Kotona tikkaat ovat huonot, ostan uudet.'),
    ('en', 'I burned myself on the sausage in the park.'),
    ('nb', 'Jeg brant meg på pølsa i parken.'),
    ('sv', 'Jag brände mig på korven i parken.'),
    ('fi', 'Poltin itseni makkaraan puistossa.'),
    ('en', 'We are always too few for football on Sundays.'),
    ('nb', 'Vi er alltid for få til fotball på søndager.'),
    ('sv', 'Vi är alltid för få till fotbollen på söndagar.'),
    ('fi', 'Meitä on aina liian vähän sunnuntain jalkapalloon.'),
    ('en', 'My son refuses to talk to his teacher.'),
    ('nb', 'Sønnen min nekter å snakke med læreren.'),
    ('sv', 'Min son vägrar prata med sin lärare.'),
    ('fi', 'Poikani kieltäytyy puhumasta opettajalle.'),
]


@pytest.mark.parametrize('row', PLAIN, ids=lambda row: row[0])
def test_every_language_tells_of_the_right(row: tuple[str, ...], shipped: Ruleset) -> None:
    told = dict(zip(LANGUAGES, row, strict=True))
    assert [
        lang
        for lang, text in told.items()
        if not engine.report(shipped, text, lang, account='personal').rights
    ] == []


@pytest.mark.parametrize(('lang', 'text'), OTHERWISE)
def test_what_only_sounds_alike_is_left_alone(lang: str, text: str, shipped: Ruleset) -> None:
    assert engine.report(shipped, text, lang, account='personal').rights == ()
