"""What the shipped rules make of whole posts: how grave, in all four languages alike, and beside which notice."""

from __future__ import annotations

from typing import Any

import engine
import pytest

from policycheck.compiled import Ruleset
from policycheck.model import ADVICE, LEVELS


def told(rules: Ruleset, text: str, lang: str, **given: Any) -> list[str]:
    """What a writer is told: the notice of rights, then each category above a note at its gravest, with the caps."""
    report = engine.report(rules, text, lang, **given)
    gravest: dict[str, str] = {}
    for flag in sorted(report.flags, key=lambda flag: -flag.level):
        caps = [name for name in ('account', 'only_this_part') if name in flag.reasons[-1:]]
        if flag.level >= ADVICE:
            gravest.setdefault(flag.rule.category, ' '.join([LEVELS[flag.level], flag.rule.category, *caps]))
    return [*(['rights'] if report.rights else []), *gravest.values()]


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
