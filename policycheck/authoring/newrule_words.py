"""The words of ``policycheck rules new``: questions, comments and first texts, in four languages."""

from __future__ import annotations

QUESTIONS: dict[str, dict[str, str]] = {
    'en': {
        'opening': 'A new rule, {name}. Enter takes what stands in brackets.',
        'languages': 'In which languages (en, nb, sv, fi)?',
        'level': 'How grave is a hit: note, advice (TIP), warn (REASON), stop?',
        'opinion': 'Is it about opinions: of the employer, managers, pay, politics (yes, no)?',
        'title.en': 'What is it called in English, in 45 characters at most?',
        'title.nb': 'What is it called in Norwegian, in 45 characters at most?',
        'title.sv': 'What is it called in Swedish, in 45 characters at most?',
        'title.fi': 'What is it called in Finnish, in 45 characters at most?',
        'words.en': 'Which English words or phrases flag, with commas between?',
        'words.nb': 'Which Norwegian words or phrases flag, with commas between?',
        'words.sv': 'Which Swedish words or phrases flag, with commas between?',
        'words.fi': 'Which Finnish words or phrases flag, with commas between?',
        'one_of': 'Please answer with',
        'yes': 'yes',
        'no': 'no',
    },
    'nb': {
        'opening': 'En ny regel, {name}. Enter tar det som står i klammer.',
        'languages': 'På hvilke språk (en, nb, sv, fi)?',
        'level': 'Hvor alvorlig er et treff: note (MERK), advice (TIPS), warn (BEGRUNN), stop (STOPP)?',
        'opinion': 'Gjelder den meninger: om arbeidsgiver, ledere, lønn, politikk (ja, nei)?',
        'title.en': 'Hva heter den på engelsk, med høyst 45 tegn?',
        'title.nb': 'Hva heter den på norsk, med høyst 45 tegn?',
        'title.sv': 'Hva heter den på svensk, med høyst 45 tegn?',
        'title.fi': 'Hva heter den på finsk, med høyst 45 tegn?',
        'words.en': 'Hvilke engelske ord eller fraser slår den til på, med komma mellom?',
        'words.nb': 'Hvilke norske ord eller fraser slår den til på, med komma mellom?',
        'words.sv': 'Hvilke svenske ord eller fraser slår den til på, med komma mellom?',
        'words.fi': 'Hvilke finske ord eller fraser slår den til på, med komma mellom?',
        'one_of': 'Svar med',
        'yes': 'ja',
        'no': 'nei',
    },
    'sv': {
        'opening': 'En ny regel, {name}. Enter tar det som står inom hakparentes.',
        'languages': 'På vilka språk (en, nb, sv, fi)?',
        'level': 'Hur allvarlig är en träff: note (NOTERA), advice (TIPS), warn (MOTIVERA), stop (STOPP)?',
        'opinion': 'Gäller den åsikter: om arbetsgivaren, chefer, lön, politik (ja, nej)?',
        'title.en': 'Vad heter den på engelska, med högst 45 tecken?',
        'title.nb': 'Vad heter den på norska, med högst 45 tecken?',
        'title.sv': 'Vad heter den på svenska, med högst 45 tecken?',
        'title.fi': 'Vad heter den på finska, med högst 45 tecken?',
        'words.en': 'Vilka engelska ord eller fraser slår den till på, med komma emellan?',
        'words.nb': 'Vilka norska ord eller fraser slår den till på, med komma emellan?',
        'words.sv': 'Vilka svenska ord eller fraser slår den till på, med komma emellan?',
        'words.fi': 'Vilka finska ord eller fraser slår den till på, med komma emellan?',
        'one_of': 'Svara med',
        'yes': 'ja',
        'no': 'nej',
    },
    'fi': {
        'opening': 'Uusi sääntö, {name}. Enter hyväksyy sen, mitä hakasulkeissa on.',
        'languages': 'Millä kielillä (en, nb, sv, fi)?',
        'level': 'Kuinka vakava osuma on: note (HUOMAA), advice (VINKKI), warn (PERUSTELE), stop (SEIS)?',
        'opinion': 'Koskeeko se mielipiteitä: työnantajasta, johdosta, palkasta, politiikasta (kyllä, ei)?',
        'title.en': 'Mikä sen nimi on englanniksi, enintään 45 merkkiä?',
        'title.nb': 'Mikä sen nimi on norjaksi, enintään 45 merkkiä?',
        'title.sv': 'Mikä sen nimi on ruotsiksi, enintään 45 merkkiä?',
        'title.fi': 'Mikä sen nimi on suomeksi, enintään 45 merkkiä?',
        'words.en': 'Mistä englannin sanoista tai fraaseista se huomauttaa, pilkuin erotettuina?',
        'words.nb': 'Mistä norjan sanoista tai fraaseista se huomauttaa, pilkuin erotettuina?',
        'words.sv': 'Mistä ruotsin sanoista tai fraaseista se huomauttaa, pilkuin erotettuina?',
        'words.fi': 'Mistä suomen sanoista tai fraaseista se huomauttaa, pilkuin erotettuina?',
        'one_of': 'Vastaa jollakin näistä:',
        'yes': 'kyllä',
        'no': 'ei',
    },
}
"""By the author's language, then by question."""

COMMENTS: dict[str, dict[str, str]] = {
    'en': {
        'head': '{name}. All keys: docs/rules.md; phrases: docs/phrase-language.md',
        'languages': 'the rule is written in these; without this line in all four',
        'level': 'note < advice < warn < stop',
        'opinion': 'true where it is about opinions of the employer, managers, pay, politics: gentler on '
        'personal accounts',
        'why': 'what may come of it, in two sentences at most, without blame',
        'advice': 'what to write instead',
        'find': 'one phrase a line; {product} ~ cheap: both in one clause',
        'adjust': 'when the level is another: no flag inside quotations and questions',
        'sources': 'what the rule rests on, and the day you last read it',
        'examples': 'the tests of the rule: put posts of your own here',
        'flags': 'a post, with [[ ]] around the words that are flagged',
        'passes': 'a post that looks alike and is fine',
    },
    'nb': {
        'head': '{name}. Alle nøkler: docs/rules.md; fraser: docs/phrase-language.md',
        'languages': 'språkene regelen er skrevet på; uten denne linjen gjelder alle fire',
        'level': 'note < advice < warn < stop',
        'opinion': 'true når den gjelder meninger om arbeidsgiver, ledere, lønn, politikk: mildere på '
        'private kontoer',
        'why': 'hva det kan føre til, høyst to setninger, uten bebreidelser',
        'advice': 'hva man kan skrive i stedet',
        'find': 'én frase per linje; {product} ~ billig: begge i samme delsetning',
        'adjust': 'når nivået er et annet: ingen merknad i sitater og spørsmål',
        'sources': 'hva regelen bygger på, og dagen du sist leste det',
        'examples': 'testene til regelen: skriv egne innlegg her',
        'flags': 'et innlegg, med [[ ]] rundt ordene som får merknad',
        'passes': 'et innlegg som ligner, og som er greit',
    },
    'sv': {
        'head': '{name}. Alla nycklar: docs/rules.md; fraser: docs/phrase-language.md',
        'languages': 'språken som regeln är skriven på; utan den här raden alla fyra',
        'level': 'note < advice < warn < stop',
        'opinion': 'true när den gäller åsikter om arbetsgivaren, chefer, lön, politik: mildare på privata '
        'konton',
        'why': 'vad det kan leda till, högst två meningar, utan förebråelser',
        'advice': 'vad man kan skriva i stället',
        'find': 'en fras per rad; {product} ~ billig: båda i samma sats',
        'adjust': 'när nivån är en annan: ingen anmärkning i citat och frågor',
        'sources': 'vad regeln vilar på, och dagen du senast läste det',
        'examples': 'regelns tester: skriv egna inlägg här',
        'flags': 'ett inlägg, med [[ ]] runt orden som får anmärkning',
        'passes': 'ett inlägg som liknar och som är bra',
    },
    'fi': {
        'head': '{name}. Kaikki avaimet: docs/rules.md; fraasit: docs/phrase-language.md',
        'languages': 'kielet, joilla sääntö on kirjoitettu; ilman tätä riviä kaikki neljä',
        'level': 'note < advice < warn < stop',
        'opinion': 'true, kun se koskee mielipiteitä työnantajasta, johdosta, palkasta, politiikasta: '
        'lievempi omilla tileillä',
        'why': 'mitä siitä voi seurata, enintään kaksi virkettä, syyttelemättä',
        'advice': 'mitä voi kirjoittaa sen sijaan',
        'find': 'yksi fraasi rivillä; {product} ~ halpa: molemmat samassa lauseessa',
        'adjust': 'milloin taso on toinen: ei huomautusta lainauksissa eikä kysymyksissä',
        'sources': 'mihin sääntö perustuu, ja päivä, jona viimeksi luit sen',
        'examples': 'säännön testit: kirjoita tähän omia julkaisuja',
        'flags': 'julkaisu, jossa [[ ]] on huomautettavien sanojen ympärillä',
        'passes': 'samannäköinen julkaisu, jossa ei ole huomautettavaa',
    },
}
"""By the author's language, then by what is explained."""

TEXTS: dict[str, dict[str, str]] = {
    'en': {
        'why': 'Readers may take it otherwise than you mean it.',
        'advice': 'Say the same in other words, or leave it out.',
    },
    'nb': {
        'why': 'Leserne kan forstå det annerledes enn du mener.',
        'advice': 'Si det samme med andre ord, eller la det være.',
    },
    'sv': {
        'why': 'Läsarna kan förstå det på ett annat sätt än du menar.',
        'advice': 'Säg samma sak med andra ord, eller låt bli.',
    },
    'fi': {
        'why': 'Lukijat voivat ymmärtää sen toisin kuin tarkoitat.',
        'advice': 'Sano sama toisin sanoin, tai jätä se pois.',
    },
}
"""By the language of the rule: texts to begin with."""
