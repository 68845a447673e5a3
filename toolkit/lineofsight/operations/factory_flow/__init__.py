"""The factory: a plan with more variants, the line that has to make them, and who was asked."""
