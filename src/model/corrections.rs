//! All that a reader says of a comparison, and of which texts it was said.

use super::{Article, Correction};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a reader says of a comparison, in the order in which it was said: of two that contradict
/// each other the later one counts.
///
/// Values that have corrections in common share them, so that every earlier state can be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    all: Vec<Arc<Correction>>,
    texts: Vec<Text>,
}

/// A text that corrections are about, as it was when they were saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The outlet that it was said to be of.
    pub outlet: String,
    /// Its file, as the reader named it.
    pub file: String,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
}

impl Text {
    /// An article's.
    pub fn of(article: &Article) -> Self {
        Self {
            outlet: article.outlet.clone(),
            file: article.source.clone(),
            sha256: article.reading.sha256.clone(),
        }
    }
}

impl Corrections {
    /// All of them, in order.
    pub fn all(&self) -> &[Arc<Correction>] {
        &self.all
    }

    /// The texts that they were about when they were saved; none where that is not known.
    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// The same corrections, about these texts. What is known of others that they name is kept.
    #[must_use]
    pub fn about(&self, mut texts: Vec<Text>) -> Self {
        let all = self.all.clone();
        let passages = || all.iter().flat_map(|it| it.passages());
        let others = self.texts.iter().filter(|text| {
            passages().any(|it| it.outlet == text.outlet)
                && texts.iter().all(|it| it.outlet != text.outlet)
        });
        let others: Vec<Text> = others.cloned().collect();
        texts.extend(others);
        Self { all, texts }
    }

    /// Adds one. It takes the place of an earlier one that says something of the same kind of the
    /// same thing; an empty note takes the note away.
    #[must_use]
    pub fn with(&self, correction: Correction) -> Self {
        let mut next = self.keeping(|earlier| !correction.replaces(earlier));
        let empty = matches!(&correction, Correction::Note { text, .. } if text.is_empty());
        if !empty {
            next.all.push(Arc::new(correction));
        }
        next
    }

    /// Those of them that are to be kept.
    #[must_use]
    pub fn keeping(&self, kept: impl Fn(&Correction) -> bool) -> Self {
        let all = self.all.iter().filter(|it| kept(it)).cloned().collect();
        let texts = self.texts.clone();
        Self { all, texts }
    }

    /// Whether one of them says just this.
    pub fn contains(&self, correction: &Correction) -> bool {
        self.all.iter().any(|it| **it == *correction)
    }
}

impl FromIterator<Correction> for Corrections {
    fn from_iter<T: IntoIterator<Item = Correction>>(all: T) -> Self {
        Self {
            all: all.into_iter().map(Arc::new).collect(),
            texts: Vec::new(),
        }
    }
}
