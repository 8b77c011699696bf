"""The commands of the command line, one module each: ``run(words) -> exit code``."""
