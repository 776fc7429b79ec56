//! How the wording of two passages differs, word by word.
