"""What people who write rules ask of them: examples, figures, explanations, comparisons, first files."""
