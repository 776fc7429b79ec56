//! Words that the user adds to the word lists.

/// Words that the user knows and the word lists do not: from the settings file, which counts for all
/// stories, and from story files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Names with their other spellings, the first of each list standing for all.
    pub names: Vec<Vec<String>>,
    /// What lines begin with that are no part of an article: "Sign up for our letter".
    pub furniture: Vec<String>,
    /// Reporting verbs, each in one form: "deadpanned", "fired back".
    pub speech_verbs: Vec<String>,
}

impl Vocabulary {
    /// Adds the words of another.
    pub fn add(&mut self, other: &Self) {
        self.names.extend(other.names.iter().cloned());
        self.furniture.extend(other.furniture.iter().cloned());
        self.speech_verbs.extend(other.speech_verbs.iter().cloned());
    }
}
