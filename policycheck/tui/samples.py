"""The prepared drafts of the first run: short, invented, with a fix, a tip, a reason and a right in each."""

from __future__ import annotations

SAMPLES: dict[str, str] = {
    'en': 'What a day at the plant!!! We worked on something that is still confidential.\n\n'
    'My manager is a clueless bully. My pay has not moved in three years.\n',
    'nb': 'For en dag på anlegget!!! Vi jobbet med noe som fortsatt er konfidensielt.\n\n'
    'Sjefen min er en udugelig bølle. Lønna mi har stått stille i tre år.\n',
    'sv': 'Vilken dag på anläggningen!!! Vi jobbade med något som fortfarande är konfidentiellt.\n\n'
    'Min chef är en oduglig översittare. Min lön har stått stilla i tre år.\n',
    'fi': 'Mikä päivä laitoksella!!! Teimme työtä, joka on vielä luottamuksellista.\n\n'
    'Pomoni on kyvytön kiusaaja. Palkkani on junnannut paikallaan kolme vuotta.\n',
}
"""By language of the screens."""
