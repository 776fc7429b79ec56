//! The paragraphs of one file while their roles are being found.

use super::raw::Paragraph;
use super::shape::Shape;
use crate::model::{BlockRole, Reason};
use crate::text::words::Tokenizer;
use std::collections::BTreeSet;

/// The paragraphs of one file, their looks, and the roles known so far. All three have one length.
#[derive(Debug)]
pub(super) struct Page {
    pub blocks: Vec<Block>,
}

/// A paragraph of the page.
#[derive(Debug)]
pub(super) struct Block {
    pub paragraph: Paragraph,
    pub shape: Shape,
    /// What it is; the article's body as long as nothing else is known.
    pub role: BlockRole,
}

impl Block {
    /// Nothing speaks against its being the article's.
    pub(super) fn is_body(&self) -> bool {
        self.role == BlockRole::Body
    }

    pub(super) fn text(&self) -> &str {
        &self.paragraph.text
    }

    pub(super) fn set_aside(&mut self, reason: Reason) {
        self.role = BlockRole::Furniture(reason);
    }
}

impl Page {
    pub(super) fn new(paragraphs: Vec<Paragraph>, language: Option<&str>) -> Self {
        let tokenizer = Tokenizer::new(language);
        let block = |paragraph: Paragraph| Block {
            shape: Shape::new(&paragraph.text, &tokenizer),
            paragraph,
            role: BlockRole::Body,
        };
        Self {
            blocks: paragraphs.into_iter().map(block).collect(),
        }
    }

    /// The blocks from `start` to `end`, as far as there are such.
    pub(super) fn part(&self, start: usize, end: usize) -> &[Block] {
        let end = end.min(self.blocks.len());
        self.blocks.get(start.min(end)..end).unwrap_or_default()
    }

    /// The blocks from `start` on.
    pub(super) fn from(&self, start: usize) -> &[Block] {
        self.part(start, self.blocks.len())
    }

    /// Sets aside the blocks `start..end` that are still taken for the body.
    pub(super) fn set_aside(&mut self, start: usize, end: usize, reason: Reason) {
        let blocks = self.blocks.iter_mut().take(end).skip(start);
        for block in blocks.filter(|block| block.is_body()) {
            block.set_aside(reason);
        }
    }

    /// How many words of body stand before the block at `end`.
    pub(super) fn words_before(&self, end: usize) -> usize {
        let body = self.part(0, end).iter().filter(|block| block.is_body());
        body.map(|block| block.shape.words).sum()
    }

    /// What the headline and the body before the block at `end` tell of.
    pub(super) fn content_before(&self, end: usize) -> BTreeSet<String> {
        let told = |block: &&Block| block.is_body() || block.role == BlockRole::Headline;
        let blocks = self.part(0, end).iter().filter(told);
        blocks
            .flat_map(|block| block.shape.content.iter().cloned())
            .collect()
    }
}
