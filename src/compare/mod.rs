//! Links and rows to verdicts and findings.
