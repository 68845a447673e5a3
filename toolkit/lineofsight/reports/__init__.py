"""What is seen: papers, tables, bars and charts as strings and display bundles; no widgets."""
