"""What is said of meaning: scores, exemplars, and how to get it, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

MEANING: dict[str, Texts] = {
    'why.like': {
        'en': 'Found by meaning, not by words: line {line} of {path}.',
        'nb': 'Funnet på meningen, ikke på ordene: linje {line} i {path}.',
        'sv': 'Hittat på innebörden, inte på orden: rad {line} i {path}.',
        'fi': 'Löytyi merkityksestä, ei sanoista: rivi {line} ({path}).',
    },
    'change.meaning': {
        'en': 'found by meaning alone: {after} at most',
        'nb': 'funnet på meningen alene: høyst {after}',
        'sv': 'hittat enbart på innebörden: högst {after}',
        'fi': 'löytyi pelkästä merkityksestä: enintään {after}',
    },
    'reads': {
        'en': 'It reads like {category}: score {score}, enough from {threshold}. Nearest examples:',
        'nb': 'Det ligner på {category}: {score} poeng, nok fra {threshold}. Nærmeste eksempler:',
        'sv': 'Det liknar {category}: {score} poäng, och {threshold} räcker. Närmaste exempel:',
        'fi': 'Se muistuttaa luokkaa {category}: pisteitä {score}, raja {threshold}. Lähimmät esimerkit:',
    },
    'reads.below': {
        'en': 'By meaning it is no {category}: score {score}, enough from {threshold}. Nearest examples:',
        'nb': 'Etter meningen er det ikke {category}: {score} poeng, nok fra {threshold}. Nærmeste eksempler:',
        'sv': 'Till innebörden är det inte {category}: {score} poäng, och {threshold} behövs. Närmaste exempel:',
        'fi': 'Merkitykseltään se ei ole {category}: pisteitä {score}, raja {threshold}. Lähimmät esimerkit:',
    },
    'reads.near': {
        'en': 'It scores {score} for {category} (enough from {threshold}), but a harmless example is nearer:',
        'nb': 'Det får {score} poeng for {category} (nok fra {threshold}), men et harmløst eksempel er nærmere:',
        'sv': 'Det får {score} poäng för {category} ({threshold} räcker), men ett harmlöst exempel är närmare:',
        'fi': 'Se saa {score} pistettä luokassa {category} (raja {threshold}), mutta harmiton esimerkki on lähempänä:',
    },
    'reads.far': {
        'en': 'It scores {score} for {category} (enough from {threshold}), but no example is close enough:',
        'nb': 'Det får {score} poeng for {category} (nok fra {threshold}), men ingen eksempler er nære nok:',
        'sv': 'Det får {score} poäng för {category} ({threshold} räcker), men inget exempel är nära nog:',
        'fi': 'Se saa {score} pistettä luokassa {category} (raja {threshold}), mutta esimerkit ovat liian kaukana:',
    },
    'reads.veto': {
        'en': 'It scores {score} for {category} (enough from {threshold}), but reads more like harmless ones:',
        'nb': 'Det får {score} poeng for {category} (nok fra {threshold}), men ligner mer på de harmløse:',
        'sv': 'Det får {score} poäng för {category} ({threshold} räcker), men det liknar de harmlösa mer:',
        'fi': 'Se saa {score} pistettä luokassa {category} (raja {threshold}), mutta muistuttaa enemmän harmittomia:',
    },
    'reads.here': {
        'en': 'Such posts are usual {where}, as this one is: it needs to read less like them.',
        'nb': 'Slike innlegg er vanligst {where}, og dit hører dette: da skal det mindre likhet til.',
        'sv': 'Sådana inlägg är vanliga {where}, och det här hör dit: då räcker mindre likhet.',
        'fi': 'Tällaiset julkaisut ovat tavallisia {where}, ja tämä on yksi niistä: vähempikin yhtäläisyys riittää.',
    },
    'reads.elsewhere': {
        'en': 'Such posts are usual {where}, and this is none of those: it has to read more like them.',
        'nb': 'Slike innlegg er vanligst {where}, og dit hører ikke dette: da skal det større likhet til.',
        'sv': 'Sådana inlägg är vanliga {where}, men det här hör inte dit: då krävs större likhet.',
        'fi': 'Tällaiset julkaisut ovat tavallisia {where}, eikä tämä kuulu niihin: yhtäläisyyttä tarvitaan enemmän.',
    },
    'usual.personal': {
        'en': 'on personal accounts',
        'nb': 'på private kontoer',
        'sv': 'på privata konton',
        'fi': 'omilla tileillä',
    },
    'usual.official': {
        'en': 'on official accounts',
        'nb': 'på offisielle kontoer',
        'sv': 'på officiella konton',
        'fi': 'virallisilla tileillä',
    },
    'usual.reply': {'en': 'in replies', 'nb': 'i svar', 'sv': 'i svar', 'fi': 'vastauksissa'},
    'reads.flags': {'en': 'shows it', 'nb': 'viser det', 'sv': 'visar det', 'fi': 'osuu'},
    'reads.passes': {'en': 'harmless', 'nb': 'harmløst', 'sv': 'harmlöst', 'fi': 'harmiton'},
    'not.like': {
        'en': 'Its only finder is meaning (like: {category}, line {line} of {path}).',
        'nb': 'Den leter bare etter mening (like: {category}, linje {line} i {path}).',
        'sv': 'Den går bara efter innebörd (like: {category}, rad {line} i {path}).',
        'fi': 'Se etsii vain merkitystä (like: {category}, rivi {line}, {path}).',
    },
    'not.like.unlearned': {
        'en': 'It goes by meaning (like: {category}), of which nothing has been learned yet{how}.',
        'nb': 'Den går etter mening (like: {category}), og der er ingenting lært ennå{how}.',
        'sv': 'Den går efter innebörd (like: {category}), och där har inget lärts in än{how}.',
        'fi': 'Se etsii merkitystä (like: {category}), josta ei ole vielä opittu mitään{how}.',
    },
    'test.meaning': {
        'en': '{rule}: examples not run, it goes by meaning alone and that is not at hand{how}',
        'nb': '{rule}: eksemplene er ikke prøvd, den går bare etter mening, og det mangler her{how}',
        'sv': '{rule}: exemplen är inte prövade, den går bara efter innebörd, och det saknas här{how}',
        'fi': '{rule}: esimerkkejä ei kokeiltu, se etsii vain merkitystä, eikä sitä nyt lueta{how}',
    },
    'not.like.off': {
        'en': 'It goes by meaning (like: {category}), and meaning is off here{how}.',
        'nb': 'Den går etter mening (like: {category}), og det er av her{how}.',
        'sv': 'Den går efter innebörd (like: {category}), och det är avstängt här{how}.',
        'fi': 'Se etsii merkitystä (like: {category}), jota ei nyt lueta{how}.',
    },
}
