"""What fix says in its own words, in the four languages of the readers."""

from __future__ import annotations

from policycheck.model import Texts

FIX: dict[str, Texts] = {
    'fix.file': {
        'en': '{path}: {count} changed',
        'nb': '{path}: {count} endret',
        'sv': '{path}: {count} ändrade',
        'fi': '{path}: {count} muutettu',
    },
    'fix.would': {
        'en': '{path}: {count} would change',
        'nb': '{path}: {count} ville blitt endret',
        'sv': '{path}: {count} skulle ändras',
        'fi': '{path}: {count} muuttuisi',
    },
    'fix.refused': {
        'en': '{path}: {count} left alone: the change would raise a new flag, or cannot be written there',
        'nb': '{path}: {count} fikk stå: endringen ville gitt en ny merknad eller kan ikke skrives der',
        'sv': '{path}: {count} fick stå kvar: ändringen skulle ge en ny anmärkning eller kan inte skrivas där',
        'fi': '{path}: {count} jätettiin ennalleen: muutos toisi uuden huomautuksen, tai sitä ei voi kirjoittaa siihen',
    },
    'fix.made': {
        'en': '{line}:{column}: “{old}” → “{new}”  [{rule}]',
        'nb': '{line}:{column}: «{old}» → «{new}»  [{rule}]',
        'sv': '{line}:{column}: ”{old}” → ”{new}”  [{rule}]',
        'fi': '{line}:{column}: ”{old}” → ”{new}”  [{rule}]',
    },
    'fix.ask': {
        'en': 'Make this change? y yes, n no, a all from here, q stop: ',
        'nb': 'Vil du gjøre denne endringen? j ja, n nei, a alle herfra, q stopp: ',
        'sv': 'Vill du göra ändringen? j ja, n nej, a alla härifrån, q sluta: ',
        'fi': 'Tehdäänkö muutos? k kyllä, e ei, a kaikki tästä eteenpäin, q lopeta: ',
    },
    'fix.none': {
        'en': 'Nothing to change. Other flags need a person: policycheck check',
        'nb': 'Ingenting å endre. Andre merknader må et menneske ta stilling til: policycheck check',
        'sv': 'Inget att ändra. Andra anmärkningar måste en människa ta ställning till: policycheck check',
        'fi': 'Ei muutettavaa. Muut huomautukset ratkaisee ihminen: policycheck check',
    },
    'fix.unsafe': {
        'en': 'More changes are offered, and they may change what you say: look with '
        '--unsafe --diff or --unsafe --interactive',
        'nb': 'Det finnes flere endringer, og de kan endre hva du sier: se på dem med '
        '--unsafe --diff eller --unsafe --interactive',
        'sv': 'Det finns fler ändringar, och de kan ändra vad du säger: titta med '
        '--unsafe --diff eller --unsafe --interactive',
        'fi': 'Muutoksia olisi enemmän, ja ne voivat muuttaa sitä, mitä sanot: katso '
        '--unsafe --diff tai --unsafe --interactive',
    },
}
