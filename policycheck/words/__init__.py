"""The words of a language: phrases, word lists, forms, and the table that both speeds look them up in."""
