//! The paragraphs of one file while their roles are being found.

pub(super) mod marks;
pub(super) mod shape;

use crate::load::page::shape::Shape;
use crate::load::raw::{Kind, Paragraph};
use crate::model::{BlockRole, Reason};

/// The paragraphs of one file.
#[derive(Debug)]
pub(in crate::load) struct Page {
    pub blocks: Vec<Block>,
    /// Whether somebody declares the headline, so that it need not be guessed.
    pub titled: bool,
    /// Whether its lines and the blank ones between them are as somebody put them.
    pub lined: bool,
}

/// A paragraph, its looks, and what is known of its role.
#[derive(Debug)]
pub(in crate::load) struct Block {
    pub paragraph: Paragraph,
    pub shape: Shape,
    /// What it is; the article's body as long as nothing else is known.
    pub role: BlockRole,
}

impl Block {
    /// Nothing speaks against its being the article's.
    pub(in crate::load) fn is_body(&self) -> bool {
        self.role == BlockRole::Body
    }

    pub(in crate::load) fn text(&self) -> &str {
        &self.paragraph.text
    }

    pub(in crate::load) fn set_aside(&mut self, reason: Reason) {
        self.role = BlockRole::Furniture(reason);
    }
}

impl Page {
    pub(in crate::load) fn new(paragraphs: Vec<Paragraph>, titled: bool) -> Self {
        let block = |paragraph: Paragraph| Block {
            shape: Shape::new(&paragraph.text),
            role: match paragraph.kind {
                Kind::Aside(reason) => BlockRole::Furniture(reason),
                Kind::Text | Kind::Quote => BlockRole::Body,
            },
            paragraph,
        };
        Self {
            blocks: paragraphs.into_iter().map(block).collect(),
            titled,
            lined: false,
        }
    }

    /// The blocks from `start` to `end`, as far as there are such.
    pub(in crate::load) fn part(&self, start: usize, end: usize) -> &[Block] {
        let end = end.min(self.blocks.len());
        self.blocks.get(start.min(end)..end).unwrap_or_default()
    }

    /// The blocks from `start` on.
    pub(in crate::load) fn from(&self, start: usize) -> &[Block] {
        self.part(start, self.blocks.len())
    }

    /// Sets aside the blocks `start..end` that are still taken for the body.
    pub(in crate::load) fn set_aside(&mut self, start: usize, end: usize, reason: Reason) {
        let blocks = self.blocks.iter_mut().take(end).skip(start);
        for block in blocks.filter(|block| block.is_body()) {
            block.set_aside(reason);
        }
    }
}
