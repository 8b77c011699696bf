"""Names of mailboxes that belong to a role, and endings of file names that look like domains."""

FILES = frozenset((
    'png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'avif', 'css', 'js', 'mjs', 'ts', 'json', 'html', 'pdf',
    'mp4',
))  # fmt: skip
"""Last parts of image@2x.png and the like, which are no domains."""

ROLES = frozenset((
    'info', 'post', 'mail', 'email', 'epost', 'e-post', 'kontakt', 'contact', 'hello', 'hei', 'hej',
    'moi', 'hi', 'office', 'admin', 'administration', 'help', 'hjelp', 'hjalp', 'support', 'tuki',
    'asiakaspalvelu', 'asiakastuki', 'kundeservice', 'kundservice', 'kundtjanst', 'kundtjänst',
    'customerservice', 'customercare', 'service', 'servicedesk', 'helpdesk', 'sales', 'salg', 'salj',
    'sälj', 'forsaljning', 'försäljning', 'myynti', 'order', 'orders', 'ordre', 'bestilling', 'tilaus',
    'tilaukset', 'booking', 'bookings', 'bokning', 'varaus', 'varaukset', 'reservasjon', 'reception',
    'resepsjon', 'vastaanotto', 'faktura', 'regnskap', 'ekonomi', 'billing', 'invoice', 'invoices',
    'laskutus', 'lasku', 'talous', 'accounts', 'press', 'presse', 'media', 'viestinta', 'viestintä',
    'kommunikasjon', 'kommunikation', 'communications', 'pr', 'marketing', 'marked', 'marknad',
    'markkinointi', 'jobb', 'jobs', 'job', 'careers', 'career', 'rekry', 'rekrytointi', 'rekrytering',
    'rekruttering', 'recruitment', 'hr', 'personvern', 'privacy', 'dpo', 'gdpr', 'dataskydd',
    'tietosuoja', 'varsling', 'varsel', 'visselblasning', 'whistleblowing', 'whistleblower', 'compliance',
    'kirjaamo', 'registrator', 'postmottak', 'postmottaket', 'arkiv', 'toimisto', 'neuvonta', 'palaute',
    'feedback', 'tilbakemelding', 'newsletter', 'nyhetsbrev', 'uutiskirje', 'news', 'abuse', 'security',
    'sikkerhet', 'postmaster', 'webmaster', 'hostmaster', 'noreply', 'donotreply', 'ikkesvar',
    'redaksjon', 'redaksjonen', 'redaktion', 'toimitus', 'editor', 'tips', 'vinkki', 'vinkit', 'events',
    'event', 'arrangement', 'tapahtumat', 'team', 'webshop', 'shop', 'butikk', 'butik', 'kauppa',
    'verkkokauppa', 'partner', 'partners', 'legal', 'juridisk', 'git', 'root', 'firstname.lastname',
    'fornavn.etternavn', 'förnamn.efternamn', 'etunimi.sukunimi',
))  # fmt: skip
"""Mailboxes that are nobody's own, lower case; also with more behind a dot or hyphen (post.oslo@)."""

ALONE = frozenset((
    'hr', 'pr', 'hi', 'mail', 'team', 'tips', 'job', 'git', 'root', 'editor', 'event', 'service',
    'marked', 'order', 'partner',
))  # fmt: skip
"""Those of ROLES that are also names of people: only alone."""
