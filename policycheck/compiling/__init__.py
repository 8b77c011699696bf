"""Rules, word lists and policy to the one file that checks run on."""
