//! A page with all that speakers are found by.

use super::cast::Cast;
use super::cues::{self, Cue};
use super::page::Page;
use super::reference;
use super::referent::Reference;

/// A page with all that speakers are found by.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// The entities of the story.
    pub cast: &'a Cast,
    /// Who is meant, by sentence.
    pub references: Vec<Vec<Reference>>,
    /// The reporting verbs outside marks, by sentence.
    pub cues: Vec<Vec<Cue>>,
}

impl<'a> Scene<'a> {
    /// Reads what a page has of references and verbs.
    pub(super) fn of(page: &'a Page<'a>, cast: &'a Cast) -> Self {
        let sentences = 0..page.sentences.len();
        let cues: Vec<_> = sentences.map(|s| cues::find(page, s)).collect();
        Self {
            page,
            cast,
            references: reference::find(page, cast, &cues),
            cues,
        }
    }

    /// The references of a sentence.
    pub(super) fn references(&self, sentence: usize) -> &[Reference] {
        self.references.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The cues of a sentence.
    pub(super) fn cues(&self, sentence: usize) -> &[Cue] {
        self.cues.get(sentence).map_or(&[], Vec::as_slice)
    }
}
