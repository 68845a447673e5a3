"""Work that crosses three units: every scorecard is green, and what lies between them waits."""
