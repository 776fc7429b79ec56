//! Files to articles: the only code that reads files.
