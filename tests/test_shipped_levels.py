"""What the shipped rules make of whole posts: how grave, in all four languages alike, and beside which notice."""

from __future__ import annotations

from typing import Any

import engine
import pytest

from policycheck.authoring.examples import fixed
from policycheck.compiled import Ruleset
from policycheck.model import ADVICE, LEVELS


def told(rules: Ruleset, text: str, lang: str, **given: Any) -> list[str]:
    """What a writer is told: the notice of rights, then each category above a note at its gravest, with the caps."""
    report = engine.report(rules, text, lang, **given)
    gravest: dict[str, str] = {}
    for flag in sorted(report.flags, key=lambda flag: -flag.level):
        caps = [
            one for one in flag.reasons[-1:] if one == 'only_this_part' or (one == 'account' and flag.opinion)
        ]
        if flag.level >= ADVICE:
            gravest.setdefault(flag.rule.category, ' '.join([LEVELS[flag.level], flag.rule.category, *caps]))
    return [*(['rights'] if report.rights else []), *gravest.values()]


@pytest.mark.parametrize(
    ('lang', 'text'),
    [
        ('en', 'Long day with Project Falcon again, and then the coffee machine broke down and cried.'),
        ('nb', 'I dag jobbet vi med Prosjekt Falk, og så var det kake og lønnsom prat i kantina.'),
        ('sv', 'I dag fikade vi med gänget från Projekt Falk och pratade mest om semestern.'),
        ('fi', 'Projekti Haukka nähtiin tänään kahvihuoneessa, ja pulla oli hyvää niin kuin aina.'),
    ],
)
def test_what_the_policy_calls_secret_is_one_in_any_post(shipped: Ruleset, lang: str, text: str) -> None:
    assert told(shipped, text, lang, account='personal') == ['warn confidential_info']


@pytest.mark.parametrize(
    ('lang', 'text'),
    [
        ('en', 'Unpaid overtime every week, and the brain of our site manager is of a goldfish.'),
        ('en', 'They pay us less than the men for the same job. Our bosses are a bunch of clowns.'),
        (
            'en',
            'I told the safety rep about the loose cables and the foreman called me a grass. What a bully.',
        ),
        ('en', 'No raise for three years, and my manager is a bloody idiot.'),
        ('nb', 'Ubetalt overtid hver uke, og avdelingslederen har hjerne som en gullfisk.'),
        ('nb', 'Vi får mindre betalt enn mennene for samme jobb. Sjefene våre er noen klovner.'),
        (
            'nb',
            'Jeg sa fra til verneombudet om de løse kablene, og formannen kalte meg angiver. For en bølle.',
        ),
        ('nb', 'Ingen lønnsøkning på tre år, og sjefen er en jævla idiot.'),
        ('sv', 'Obetald övertid varje vecka, och avdelningschefen har hjärna som en guldfisk.'),
        ('sv', 'Vi får sämre betalt än männen för samma jobb. Våra chefer är en samling clowner.'),
        ('sv', 'Jag sa till skyddsombudet om de lösa kablarna och förmannen kallade mig tjallare.'),
        ('sv', 'Ingen löneökning på tre år, och chefen är en jävla idiot.'),
        ('fi', 'Palkattomia ylitöitä joka viikko, ja osastopäälliköllä on kultakalan aivot.'),
        ('fi', 'Meille maksetaan vähemmän kuin miehille samasta työstä. Pomomme ovat pellejä.'),
        (
            'fi',
            'Kerroin työsuojeluvaltuutetulle irrallisista kaapeleista, ja työnjohtaja haukkui ilmiantajaksi.',
        ),
        ('fi', 'Kolmeen vuoteen ei palkankorotusta, ja pomo on helvetin idiootti.'),
    ],
)
def test_beside_the_notice_scorn_for_the_bosses_is_a_note(shipped: Ruleset, lang: str, text: str) -> None:
    assert told(shipped, text, lang, account='personal') == ['rights']


@pytest.mark.parametrize(
    ('lang', 'text', 'expected'),
    [
        ('en', 'No breaks again, and our customers are morons, the lot of them.', 'warn colleague_disparagement'),
        ('en', "Short staffed for weeks, somebody should break our supervisor's legs.", 'stop colleague_disparagement'),
        ('en', 'They cut our night bonus. The pikeys in management can choke.', 'stop discrimination_profanity'),
        ('nb', 'Ingen pauser igjen, og kundene våre er noen idioter.', 'warn colleague_disparagement'),
        ('nb', 'Underbemannet i ukevis, og noen burde brekke beina på sjefen vår.', 'stop colleague_disparagement'),
        ('nb', 'De kuttet nattillegget vårt. De pakkisene i ledelsen kan dra.', 'stop discrimination_profanity'),
        ('sv', 'Inga raster igen, och våra kunder är idioter allihop.', 'warn colleague_disparagement'),
        ('sv', 'Underbemannat i veckor, och någon borde bryta benen av vår chef.', 'stop colleague_disparagement'),
        ('sv', 'De drog in vårt nattillägg. Blattarna i ledningen kan dra.', 'stop discrimination_profanity'),
        ('fi', 'Ei taukoja taaskaan, ja meidän asiakkaat ovat idiootteja.', 'warn colleague_disparagement'),
        ('fi', 'Vajaalla viikkoja, ja jonkun pitäisi katkaista meidän pomon jalat.', 'stop colleague_disparagement'),
        ('fi', 'Meiltä vietiin yölisä. Johdon mutakuonot saavat painua.', 'stop discrimination_profanity'),
    ],
)  # fmt: skip
def test_beside_the_notice_other_people_are_still_spoken_of(
    shipped: Ruleset, lang: str, text: str, expected: str
) -> None:
    assert told(shipped, text, lang, account='personal') == ['rights', f'{expected} only_this_part']


@pytest.mark.parametrize(
    ('lang', 'text', 'expected'),
    [
        (
            'en',
            'Our manager is a complete moron.',
            'advice colleague_disparagement account',
        ),
        ('en', 'My colleague in accounts is a complete idiot.', 'warn colleague_disparagement'),
        ('nb', 'Sjefen min er en udugelig bølle.', 'advice colleague_disparagement account'),
        ('nb', 'Kollegaen min på regnskap er en komplett idiot.', 'warn colleague_disparagement'),
        ('sv', 'Min chef är en inkompetent översittare.', 'advice colleague_disparagement account'),
        ('sv', 'Min kollega på ekonomi är en komplett idiot.', 'warn colleague_disparagement'),
        ('fi', 'Pomoni on osaamaton kiusaaja.', 'advice colleague_disparagement account'),
        ('fi', 'Työkaverini kirjanpidossa on täysi idiootti.', 'warn colleague_disparagement'),
    ],
)
def test_of_a_boss_it_is_an_opinion_and_of_a_colleague_none(
    shipped: Ruleset, lang: str, text: str, expected: str
) -> None:
    assert expected in told(shipped, text, lang, account='personal')


SAME_EVERYWHERE = {
    'stop finance_claims': [
        ('en', 'Guaranteed 9 % a year on your savings with us.'),
        ('nb', 'Garantert 9 % i året på sparepengene hos oss.'),
        ('sv', 'Garanterat 9 % om året på dina sparpengar hos oss.'),
        ('fi', 'Takaamme rahoillesi 8 prosentin vuosituoton.'),
    ],
    'stop health_claims': [
        ('en', 'Our heat lamp cures cancer.'),
        ('nb', 'Varmelampa vår kurerer kreft.'),
        ('sv', 'Vår värmelampa botar cancer.'),
        ('fi', 'Lämpölamppumme parantaa syövän.'),
    ],
    'stop astroturfing': [
        ('en', 'We pay 20 euros for every positive review on Google.'),
        ('nb', 'Vi betaler 200 kroner for hver positive anmeldelse på Google.'),
        ('sv', 'Vi betalar 200 kronor för varje positiv recension på Google.'),
        ('fi', 'Maksamme 20 euroa jokaisesta myönteisestä Google-arviosta.'),
    ],
    'stop newsjacking': [
        ('en', 'Thoughts with the victims of the landslide. Use code HELP for 20 % off today!'),
        ('nb', 'Tankene går til ofrene for skredet. Bruk koden HJELP og få 20 % i dag!'),
        ('sv', 'Tankarna går till offren för skredet. Använd koden HJÄLP och få 20 % i dag!'),
        ('fi', 'Ajatuksemme ovat maanvyöryn uhrien luona. Koodilla APU saat tänään 20 % alennusta!'),
    ],
    'stop discrimination_profanity': [
        ('en', 'Refugees are parasites.'),
        ('nb', 'Flyktninger er parasitter.'),
        ('sv', 'Flyktingar är parasiter.'),
        ('fi', 'Pakolaiset ovat loisia.'),
        ('en', 'Foreigners should be shot.'),
        ('nb', 'Utlendinger burde skytes.'),
        ('sv', 'Muslimer borde skjutas.'),
        ('fi', 'Pakolaiset pitäisi hirttää.'),
    ],
    'warn urgency_scarcity': [
        ('en', 'Only a few left, tomorrow it is too late!'),
        ('nb', 'Bare noen få igjen, i morgen er det for sent!'),
        ('sv', 'Bara några få kvar, i morgon är det för sent!'),
        ('fi', 'Vain muutama jäljellä, huomenna on liian myöhäistä!'),
    ],
}


@pytest.mark.parametrize(
    ('expected', 'lang', 'text'),
    [(expected, lang, text) for expected, posts in SAME_EVERYWHERE.items() for lang, text in posts],
)
def test_a_fault_is_as_grave_in_every_language(shipped: Ruleset, expected: str, lang: str, text: str) -> None:
    assert expected in told(shipped, text, lang, account='official')


@pytest.mark.parametrize(
    ('lang', 'text'),
    [
        ('en', 'Alone on nights. Olav, 84, who has dementia, fell again.'),
        ('nb', 'Alene på natt. Olav på 84, som har demens, falt igjen.'),
        ('sv', 'Ensam på natten. Olof, 84, som har demens, föll igen.'),
        ('fi', 'Taas liian vähän hoitajia osastolla, ja muistisairas rouva Virtanen odotti kaksi tuntia.'),
    ],
)
def test_a_patient_who_can_be_known_is_a_stop(shipped: Ruleset, lang: str, text: str) -> None:
    (said,) = [one for one in told(shipped, text, lang, account='personal') if 'personal_data' in one]
    assert said.startswith('stop')


@pytest.mark.parametrize(
    ('text', 'given', 'expected'),
    [
        ('Acme Heater is the best thing that I have bought.', {}, 'warn undisclosed_advertising'),
        ('Acme Heater is the best thing that I have bought.', {'paid': True}, 'stop undisclosed_advertising'),
        ('Our Acme Heater is climate neutral, since we buy carbon offsets.', {}, 'stop green_claims'),
        (
            'Our Acme Heater is climate neutral, since we buy carbon offsets.',
            {'jurisdiction': ['US']},
            'warn green_claims',
        ),
        (
            'Our Acme Heater is climate neutral, since we buy carbon offsets.',
            {'jurisdiction': ['US', 'SE']},
            'stop green_claims',
        ),
    ],
)
def test_a_level_follows_who_pays_and_whose_law_holds(
    shipped: Ruleset, text: str, given: dict[str, Any], expected: str
) -> None:
    assert expected in told(shipped, text, 'en', **{'account': 'personal', **given})


@pytest.mark.parametrize(
    ('lang', 'text'),
    [
        ('en', 'The offer ends 30 November 2026, 50 pieces left.'),
        ('nb', 'Tilbudet slutter 30. november 2026, 50 stykker igjen.'),
        ('sv', 'Erbjudandet slutar 30 november 2026, 50 stycken kvar.'),
        ('fi', 'Tarjous on voimassa 30.11.2026 asti, 50 kappaletta jäljellä.'),
    ],
)
def test_an_end_that_is_named_hurries_nobody(shipped: Ruleset, lang: str, text: str) -> None:
    assert 'urgency_scarcity' not in ' '.join(told(shipped, text, lang, account='official'))


def test_beside_a_topic_of_the_day_all_that_rides_on_bad_news_weighs_more() -> None:
    lighter = [
        (rule_id, one.get('raise') or one.get('level'))
        for rule_id, (_, rule) in engine.shipped_files().items()
        if rule.get('category') == 'newsjacking' and rule['level'] != 'stop'
        for one in rule['adjust']
        if one.get('sensitive_topic') == 'true'
    ]
    assert lighter == [
        ('crisis/bad-news', '1'),
        ('crisis/idioms', '1'),
        ('crisis/joke', '1'),
        ('crisis/weather-sale', 'stop'),
    ]


@pytest.mark.parametrize(
    ('lang', 'text'),
    [
        ('en', 'A customer wrote to us “no more ragheads in the queue” on Monday.'),
        ('nb', 'En kunde skrev til oss «ikke flere svartinger i køen» på mandag.'),
        ('sv', 'En kund skrev till oss ”inga fler svartskallar i kön” i måndags.'),
        ('fi', 'Asiakas kirjoitti meille ”ei enää neekereitä jonoon” maanantaina.'),
    ],
)
def test_a_slur_that_is_quoted_is_a_note(shipped: Ruleset, lang: str, text: str) -> None:
    (flag,) = engine.flags(shipped, 'people/discrimination', text, lang, account='personal')
    assert LEVELS[flag.level] == 'note'


@pytest.mark.parametrize(
    ('lang', 'text', 'fixed_text'),
    [
        (
            'en',
            'Advertising is boring, but use my code LARS20.',
            'Ad: Advertising is boring, but use my code LARS20.',
        ),
        ('nb', 'Bruk koden min LARS20 #reklame', 'Reklame: Bruk koden min LARS20 #reklame'),
        (
            'sv',
            'Reklam är tråkigt, men använd min kod LARS20.',
            'Reklam: Reklam är tråkigt, men använd min kod LARS20.',
        ),
        (
            'fi',
            'Mainos on tylsää, mutta käytä koodiani LARS20.',
            'Mainos: Mainos on tylsää, mutta käytä koodiani LARS20.',
        ),
        ('en', '#sponsored Use my code LARS20.', 'Ad: Use my code LARS20.'),
        # a weak or false label with the name of who pays gives way as a whole
        ('en', 'In partnership with Ellos: use my code LARS20.', 'Ad: use my code LARS20.'),
        ('nb', 'I samarbeid med Ellos: bruk koden min LARS20.', 'Reklame: bruk koden min LARS20.'),
        ('nb', 'Gave fra Ellos: bruk koden min LARS20.', 'Reklame: bruk koden min LARS20.'),
        ('sv', 'Samarbete med Ellos: använd min kod LARS20.', 'Reklam: använd min kod LARS20.'),
        ('sv', 'Annonssamarbete med Acme: Acme Heater är så varm.', 'Reklam: Acme Heater är så varm.'),
        ('fi', 'Yhteistyössä Ellos: käytä koodiani LARS20.', 'Mainos: käytä koodiani LARS20.'),
    ],
)
def test_a_label_stands_first_and_by_itself(shipped: Ruleset, lang: str, text: str, fixed_text: str) -> None:
    flags = engine.flags(shipped, 'advertising/code-or-gift', text, lang, account='personal')
    assert fixed(text, flags) == fixed_text
    assert engine.flags(shipped, 'advertising/code-or-gift', fixed_text, lang, account='personal') == []


@pytest.mark.parametrize(
    ('lang', 'account', 'text', 'grave'),
    [
        ('en', 'official', 'You sent a drawing to our page: the winners hear from us on Monday.', None),
        ('en', 'official', 'Take that comment off our page or you will hear from us.', 'silencing_criticism'),
        ('en', 'official', 'We get asked if we buy followers. Count them and guess.', None),
        ('en', 'official', 'For the launch we buy followers, five thousand of them.', 'astroturfing'),
        ('en', 'personal', "IT'S A GIRL!!!! Cried all the way home!!!!", None),
        ('en', 'personal', 'PASSED OVER AGAIN!!!! Cried all the way home!!!!', 'hot_state_wrong_account'),
        ('en', 'official', 'Blood pressure is taken in the canteen, for people over 50 and anyone pregnant.', None),
        ('en', 'personal', 'The tall woman in the canteen is pregnant by her boss.', 'personal_data'),
        ('en', 'personal', 'Which idiot in the office put the stapler in the fridge? It was me.', None),
        ('en', 'personal', 'Which idiot in the office broke the fridge? As always.', 'colleague_disparagement'),
        ('sv', 'official', 'Du som skrev en recension i tävlingen: vi hör av oss till vinnarna.', None),
        ('sv', 'official', 'Ta bort recensionen. Annars hör vi av oss till din arbetsgivare.', 'silencing_criticism'),
        ('sv', 'official', 'Kritiska insändare publiceras i samma spalt som de vänliga.', None),
        ('sv', 'official', 'Kritiska insändare raderas samma dag.', 'silencing_criticism'),
        ('sv', 'personal', 'Jag gillar inte kanelbullar. Så, nu är det sagt.', None),
        ('sv', 'personal', 'Jag hatar min chef. Så, nu är det sagt!!!', 'hot_state_wrong_account'),
        ('sv', 'personal', 'Barnen vaknar innan alla andra på campingen.', None),
        ('sv', 'personal', 'Ni får veta det innan alla andra: kontoret i Umeå stängs.', 'confidential_info'),
        ('sv', 'personal', 'Å sjöscoutkårens vägnar lovar jag härmed att det blir sol på lägret.', None),
        ('sv', 'personal', 'Å bolagets vägnar lovar jag härmed att alla får pengarna tillbaka.', 'mandate'),
    ],
)  # fmt: skip
def test_the_same_words_without_what_they_hint_at(
    shipped: Ruleset, lang: str, account: str, text: str, grave: str | None
) -> None:
    found = [one.split()[1] for one in told(shipped, text, lang, account=account)]
    assert grave in found if grave else not found


@pytest.mark.parametrize(
    ('lang', 'text', 'expected'),
    [
        # who turns out to have been the idiot scorns nobody else
        ('nb', 'Hvem er den tullingen på kontoret som har satt alarmen på halv seks? Det var meg.', []),
        (
            'nb',
            'Hvem er den tullingen på kontoret som har satt alarmen? Det var meg han skrek til.',
            ['warn colleague_disparagement'],
        ),
        ('fi', 'Joku idiootti toimistolla oli tilannut viisi sataa vihkoa. Minähän se olin.', []),
        (
            'fi',
            'Joku idiootti toimistolla oli tilannut viisi sataa vihkoa. Minähän se olin, joka ne kantoi.',
            ['warn colleague_disparagement'],
        ),
        # what is forbidden is taught, not asked for
        (
            'fi',
            'Kurssilla kysyttiin, saako kaverin tililtä antaa tähtiä. Ei saa, se on lain vastaista.',
            [],
        ),
    ],
)
def test_near_misses_of_rules_that_know_meaning(
    shipped: Ruleset, lang: str, text: str, expected: list[str]
) -> None:
    assert told(shipped, text, lang, account='personal') == expected
