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
    'eval.posts.one': {
        'en': '1 post, {unscreened} not screened',
        'nb': '1 innlegg, {unscreened} ikke sjekket',
        'sv': '1 inlägg, {unscreened} inte granskat',
        'fi': 'Julkaisuja: 1, joista tarkistamatta {unscreened}',
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
        'en': 'Right among the flagged',
        'nb': 'Riktige blant merknadene',
        'sv': 'Rätt bland inlägg med anmärkning',
        'fi': 'Oikeaan osuneet huomautukset',
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
        'en': 'Flags per 1,000 clean posts:',
        'nb': 'Merknader per 1000 harmløse innlegg:',
        'sv': 'Anmärkningar per 1 000 inlägg utan fel:',
        'fi': 'Huomautuksia 1 000 virheetöntä julkaisua kohti:',
    },
    'eval.none': {'en': 'none', 'nb': 'ingen', 'sv': 'inga', 'fi': 'ei yhtään'},
    'eval.by_category': {'en': 'by category', 'nb': 'etter kategori', 'sv': 'efter kategori', 'fi': 'luokittain'},
    'eval.by_language': {'en': 'by language', 'nb': 'etter språk', 'sv': 'efter språk', 'fi': 'kielittäin'},
    'eval.by_level': {'en': 'by level', 'nb': 'etter nivå', 'sv': 'efter nivå', 'fi': 'tasoittain'},
    'eval.by_finder': {
        'en': 'by finder',
        'nb': 'etter finnemåte',
        'sv': 'efter hur de hittades',
        'fi': 'löytötavoittain',
    },
    'eval.no_rule': {
        'en': 'no rule is of the category {category}{near}: correct it, or write a rule that finds it',
        'nb': 'ingen regel har kategorien {category}{near}: rett den, eller skriv en regel som finner den',
        'sv': 'ingen regel har kategorin {category}{near}: rätta den, eller skriv en regel som hittar den',
        'fi': 'millään säännöllä ei ole luokkaa {category}{near}: korjaa se tai kirjoita sääntö, joka löytää sen',
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
