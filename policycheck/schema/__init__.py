"""How rules, packs, policies and example posts are written down: the keys and what they may hold."""
