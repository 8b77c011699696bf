"""What policycheck eval says, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

EVAL: dict[str, Texts] = {
    'eval.posts': {
        'en': '{count} posts, {unscreened} of them not screened',
        'nb': '{count} innlegg, {unscreened} av dem ikke sjekket',
        'sv': '{count} inlägg, {unscreened} av dem inte granskade',
        'fi': 'Julkaisuja: {count}, joista tarkistamatta {unscreened}',
    },
    'eval.recall': {
        'en': 'Found, by category and language (worst first)',
        'nb': 'Funnet, etter kategori og språk (dårligst først)',
        'sv': 'Hittat, efter kategori och språk (sämst först)',
        'fi': 'Löydetyt luokittain ja kielittäin (huonoin ensin)',
    },
    'eval.all': {'en': 'all', 'nb': 'alle', 'sv': 'alla', 'fi': 'kaikki'},
    'eval.all_in': {'en': 'all in {lang}', 'nb': 'alle ({lang})', 'sv': 'alla ({lang})', 'fi': 'kaikki, {lang}'},
    'eval.precision': {
        'en': 'Right among the flagged, by category',
        'nb': 'Riktige blant merknadene, etter kategori',
        'sv': 'Rätt bland inlägg med anmärkning, efter kategori',
        'fi': 'Oikeaan osuneet huomautukset luokittain',
    },
    'eval.near_misses': {
        'en': 'Near misses flagged',
        'nb': 'Harmløse, men lignende, som fikk merknad',
        'sv': 'Snarlika inlägg utan fel som fick anmärkning',
        'fi': 'Harmittomat mutta samannäköiset julkaisut, joista huomautettiin',
    },
    'eval.clean_flagged': {
        'en': 'Clean posts flagged at {level} or above',
        'nb': 'Harmløse innlegg som fikk {level} eller mer',
        'sv': 'Inlägg utan fel som fick {level} eller högre',
        'fi': 'Virheettömät julkaisut, joista huomautettiin vähintään tasolla {level}',
    },
    'eval.flags_on_clean': {
        'en': 'Flags per 1,000 clean posts: {levels}',
        'nb': 'Merknader per 1000 harmløse innlegg: {levels}',
        'sv': 'Anmärkningar per 1 000 inlägg utan fel: {levels}',
        'fi': 'Huomautuksia 1 000 virheetöntä julkaisua kohti: {levels}',
    },
    'eval.none': {'en': 'none', 'nb': 'ingen', 'sv': 'inga', 'fi': 'ei yhtään'},
    'eval.found_by': {
        'en': 'Found by: {finders}',
        'nb': 'Funnet av: {finders}',
        'sv': 'Hittat av: {finders}',
        'fi': 'Mikä löysi: {finders}',
    },
    'eval.no_rule': {
        'en': 'no rule is of the category {category}, which some posts are labelled with{near}: it is never found',
        'nb': 'ingen regel har kategorien {category}, som noen innlegg er merket med{near}: den blir aldri funnet',
        'sv': 'ingen regel har kategorin {category}, som några inlägg är märkta med{near}: den hittas aldrig',
        'fi': 'millään säännöllä ei ole luokkaa {category}, jolla julkaisuja on merkitty{near}: sitä ei löydy koskaan',
    },
    'eval.near': {
        'en': ' (did you mean {name}?)',
        'nb': ' (mente du {name}?)',
        'sv': ' (menade du {name}?)',
        'fi': ' (tarkoititko {name}?)',
    },
    'eval.worse': {
        'en': 'worse: {key} {name}: {now}, recorded {before}',
        'nb': 'dårligere: {key} {name}: {now}, var {before}',
        'sv': 'sämre: {key} {name}: {now}, var {before}',
        'fi': 'huonompi: {key} {name}: {now}, oli {before}',
    },
    'eval.gone': {
        'en': 'worse: {key} {name}: no longer among the posts',
        'nb': 'dårligere: {key} {name}: ikke lenger blant innleggene',
        'sv': 'sämre: {key} {name}: inte längre bland inläggen',
        'fi': 'huonompi: {key} {name}: ei enää julkaisujen joukossa',
    },
}  # fmt: skip
"""By key, then by language; what stands in braces is put in."""
