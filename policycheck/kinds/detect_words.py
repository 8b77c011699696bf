"""How personal e-mail addresses and secret keys look."""

from __future__ import annotations

import re

from policycheck.kinds.mailboxes import ALONE, FILES, ROLES
from policycheck.kinds.might import may_hold_key, may_hold_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int, int]

# One start a run (the look-behind), and bounded parts: RFC 5321, 4.5.3.1 gives 64 and 255.
_MAIL = (
    r"(?<![\w.+%'@-])(?P<lead>[.%'-]{0,8})(?P<local>\w[\w.+%'-]{0,63})@"
    r'(?P<domain>(?:[^\W_](?:[^\W_]|-){0,62}\.){1,8}(?P<last>[^\W\d_]{2,24}|xn--[0-9a-z-]{2,59}))(?![\w@])'
)
_KEYS = (
    r'-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----'
    r'|(?<![\w.-])(?:'
    r'(?:AKIA|ASIA)[A-Z0-9]{16}'  # Amazon Web Services
    r'|gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255}'  # GitHub
    r'|gl(?:pat|dt|rt)-[\w-]{20,255}'  # GitLab
    r'|xox[abeprs]-[0-9A-Za-z-]{10,255}'  # Slack
    r'|(?:[sr]k_live|whsec)_[A-Za-z0-9]{16,255}'  # Stripe
    r'|AIza[\w-]{35}'  # Google
    r'|sk-(?=[\w-]{0,250}[0-9])(?=[\w-]{0,250}[A-Z])[\w-]{20,255}'  # OpenAI, Anthropic
    r'|SG\.[\w-]{16,32}\.[\w-]{16,64}'  # SendGrid
    r'|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,64}|pypi-AgE[\w-]{30,255}'  # npm, Hugging Face, PyPI
    r'|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000}'  # JSON Web Token, RFC 7519
    r')(?![\w-])'
    r'|(?<=://)[^\s:/@?#]{1,64}:[^\s:/@]{3,128}@(?=[\w\[])'  # name:password@host, RFC 3986 3.2.1
    r'|(?<=hooks\.slack\.com/services/)T[A-Z0-9]{6,12}/B[A-Z0-9]{6,12}/[A-Za-z0-9]{16,32}'
)
_NAMED = (
    r'(?i)(?<![^\W_])(?:password|passwd|passwort|passphrase|passcode|pwd|passord(?:et|ene)?|passfrase'
    r'|lösenord(?:et|en)?|lösen|salasana(?:si|ni|mme|nne)?|tunnussana'
    r'|(?P<long>(?:api|access|secret|client|private|auth)[ _-]?(?:key|secret|token|nøkkel|nyckel|avain)'
    r'|secret|token|api-?(?:nøkkel|nyckel|nøkkelen|nyckeln|avain)))["\']?'
    r'(?P<sign>\s{0,3}[:=]\s{0,3}|\s(?:is|er|är|on)(?::\s|\s))'
    r'(?P<open>["\'`«“]?)(?P<token>[^\s"\'`«»“”<>]{4,255})'
)
_PLACEHOLDER = r'[*•·xX._-]+\Z|https?://|www\.|[{\[(%$]|\w+\('
_ENDING = '.,;:!?)]}'


def mails(text: str) -> Iterator[Place]:
    """E-mail addresses of people: not of roles (info@, support@), not handles (@ola@mastodon.social)."""
    for match in re.finditer(_MAIL, text):
        if match['last'].lower() not in FILES and not _is_role(match['local'].lower()):
            yield match.start('local'), match.end()


def secrets(text: str) -> Iterator[Place]:
    """Keys in the formats of common services, private keys (their first line), words after ``password:``.

    Raises nothing; of ``password: word`` the word is the place, and it must look like one that
    somebody made up: letters with digits or signs, no placeholder.
    """
    if may_hold_key(text):
        for match in re.finditer(_KEYS, text):
            yield match.span()
    if not may_hold_name(text.lower()):
        return
    for match in re.finditer(_NAMED, text):
        token = match['token'].rstrip(_ENDING)
        if len(match['token']) - len(token) == 1 and match['token'][-1] == '!':
            token = match['token']
        if not re.match(_PLACEHOLDER, token) and _is_secret(token, match):
            yield match.start('token'), match.start('token') + len(token)


def _is_role(local: str) -> bool:
    local = local.partition('+')[0]
    if local in ROLES or re.sub('[._-]', '', local) in ROLES:
        return True
    first = re.split('[._-]', local, maxsplit=1)[0]
    return first in ROLES and first not in ALONE


def _is_secret(token: str, match: re.Match[str]) -> bool:
    letters = any(sign.isalpha() for sign in token)
    digits = any(sign.isdigit() for sign in token)
    others = any(not sign.isalnum() and sign not in "-.,/'" for sign in token)
    if match['long']:
        return len(token) >= 12 and letters and digits
    if match['sign'].strip() not in (':', '='):
        return len(token) >= 6 and letters and digits
    if letters and (digits or others):
        return len(token) >= 6
    if match['sign'] == '=' or match['open']:
        return letters and len(token) >= 6
    return digits and token.isdigit()
