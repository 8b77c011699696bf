"""What a rule author is told before anybody else is: faults, dead weight and unlawful shapes of rules."""
