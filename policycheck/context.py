"""Account, channel, reply, jurisdiction and the like in force for a draft, each with where it comes from."""

from __future__ import annotations

import time

from policycheck.model import JURISDICTIONS, Context, Draft, Setting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_SELLING = (
    'sale', 'sell', 'shop', 'market', 'advert', 'campaign', 'promot', 'offer', 'commerc', 'new customers',
    'salg', 'selge', 'annons', 'kampanj', 'tilbud', 'tilbod', 'nye kunder',
    'sälj', 'butik', 'reklam', 'marknad', 'erbjud', 'nya kunder',
    'myy', 'mainos', 'mainon', 'markkinoi', 'kauppa', 'tarjou', 'uusia asiakkaita',
)  # fmt: skip
"""Parts of words of which one stands in what a policy says of a channel that is there to sell."""

BUILT_IN = {'account': 'personal', 'channel': 'other', 'reply': False, 'paid': False}


def context(
    draft: Draft, policy: Mapping[str, Any], given: Mapping[str, Any], lang: str, today: str
) -> Context:
    """The settings in force: an option first, then what the draft says, then the policy, then the built-in.

    ``policy`` is the plain policy of an artefact, ``given`` the options by name, ``today`` an ISO date.
    """
    organisation = policy.get('organisation') or {}
    defaults = policy.get('defaults') or {}

    def setting(name: str) -> Setting:
        if given.get(name) is not None:
            return Setting(given[name], 'option')
        if name in draft.settings:
            return draft.settings[name]
        if defaults.get(name) is not None:
            return Setting(defaults[name], 'policy')
        return Setting(BUILT_IN[name], 'built-in')

    scheduled = draft.settings.get('scheduled')
    date = Setting(str(scheduled.value)[:10], scheduled.origin) if scheduled else Setting(today, 'today')
    origin = 'policy' if policy.get('path') else 'built-in'
    named = tuple(policy.get('jurisdictions') or ())
    periods = policy.get('silent_periods') or ()
    silent = any(period['from'] <= date.value <= period['to'] for period in periods)

    def known(name: str, value: Any) -> Setting:
        return Setting(given[name], 'option') if given.get(name) is not None else Setting(value, origin)

    channel = setting('channel')
    purpose = ((policy.get('channels') or {}).get(channel.value) or {}).get('purpose')
    if given.get('jurisdiction'):
        named = tuple(given['jurisdiction'])
    return Context(
        account=setting('account'),
        channel=channel,
        reply=setting('reply'),
        paid=setting('paid'),
        jurisdictions=Setting(named, 'policy') if named else Setting(JURISDICTIONS.get(lang, ()), 'language'),
        sector=known('sector', organisation.get('sector')),
        listed=known('listed', bool(organisation.get('listed'))),
        public_body=known('public_body', bool(organisation.get('public_body'))),
        date=date,
        silent_period=known('silent_period', silent),
        sales_channel=Setting(any(part in purpose.lower() for part in _SELLING) if purpose else None, origin),
    )


def applies(conditions: Mapping[str, Any], context: Context) -> bool:
    """Whether a rule with these ``applies`` keys speaks of a draft in this context."""
    return unmet(conditions, context) is None


def unmet(conditions: Mapping[str, Any], context: Context) -> str | None:
    """The first of these ``applies`` keys that does not hold in this context; None where all do."""
    for key, wanted in conditions.items():
        if wanted is None:
            continue
        if key == 'jurisdictions':
            # a draft in no particular jurisdiction is held to none of their special rules
            if not set(wanted) & set(context.jurisdictions.value):
                return key
        elif key in _LISTS:
            if getattr(context, _LISTS[key]).value not in wanted:
                return key
        elif bool(getattr(context, _FLAGS[key]).value) != bool(wanted):
            return key
    return None


def meant(key: str) -> str:
    """The field of a Context that a key of ``applies`` asks about: 'account' for 'accounts'."""
    return _LISTS.get(key) or _FLAGS.get(key) or key


_LISTS = {'accounts': 'account', 'channels': 'channel', 'sectors': 'sector'}
_FLAGS = {
    'replies': 'reply',
    'listed': 'listed',
    'public_body': 'public_body',
    'paid': 'paid',
    'silent_period': 'silent_period',
}


def today() -> str:
    """Today's date, ISO."""
    return time.strftime('%Y-%m-%d')
