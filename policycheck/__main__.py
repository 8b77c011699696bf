from policycheck.cli import program

program()
