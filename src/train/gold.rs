//! Annotated stories as they lie in a folder.

use super::TrainError;
use crate::model::{Article, ArticleId, Block, BlockRole, Reading, Sentence, SentenceId};
use crate::text::{Span, clean};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A story whose pairs readers have marked.
#[derive(Debug)]
pub(super) struct Story {
    /// The articles, with the sentences that the readers saw.
    pub articles: Vec<Article>,
    /// The pairs that tell the same: the whole fact, or a part of it.
    pub pairs: BTreeMap<(SentenceId, SentenceId), Grade>,
}

/// How much of a fact two sentences share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grade {
    /// A part of it.
    Weak,
    /// All of it.
    Strong,
}

/// `gold.json`; other fields are for other uses.
#[derive(Deserialize)]
struct File {
    documents: Vec<Document>,
    pairs: Vec<Pair>,
}

#[derive(Deserialize)]
struct Document {
    file: String,
    sentences: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

/// Two sentences by file and number (from 0), with 1 for a weak and 2 for a strong pair.
#[derive(Deserialize)]
struct Pair {
    a: (String, u32),
    b: (String, u32),
    strength: u8,
}

/// The stories of `folder`: each of its folders with a `gold.json`, in order of their names.
pub(super) fn stories(folder: &Path) -> Result<Vec<Story>, TrainError> {
    let unreadable = |error: std::io::Error| TrainError::new(folder, error.to_string());
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path().join("gold.json");
        if file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    files.iter().map(|file| story(file)).collect()
}

fn story(path: &Path) -> Result<Story, TrainError> {
    let wrong = |what: String| TrainError::new(path, what);
    let json = fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    let file: File = serde_json::from_str(&json).map_err(|error| wrong(error.to_string()))?;
    let numbered = file.documents.iter().zip(0..);
    let articles = numbered.map(|(document, id)| article(document, ArticleId(id)));
    let articles: Vec<Article> = articles.collect();
    let place = |(name, number): &(String, u32)| {
        let article = articles.iter().find(|article| article.source == *name);
        article
            .filter(|article| (*number as usize) < article.sentences.len())
            .map(|article| SentenceId::new(article.id, *number))
            .ok_or_else(|| {
                wrong(format!(
                    "a pair names {name} {number}, which is no sentence"
                ))
            })
    };
    let mut pairs = BTreeMap::new();
    for pair in &file.pairs {
        let (a, b) = (place(&pair.a)?, place(&pair.b)?);
        let grade = if pair.strength > 1 {
            Grade::Strong
        } else {
            Grade::Weak
        };
        pairs.insert((a.min(b), a.max(b)), grade);
    }
    Ok(Story { articles, pairs })
}

/// An article of exactly the document's sentences, a paragraph each.
fn article(document: &Document, id: ArticleId) -> Article {
    let (mut text, mut sentences, mut blocks) = (String::new(), Vec::new(), Vec::new());
    for (sentence, at) in document.sentences.iter().zip(0..) {
        let start = text.len();
        text.push_str(&clean::clean(&sentence.text).replace('\n', " "));
        let span = Span::new(start, text.len());
        text.push('\n');
        let line = at + 1;
        sentences.push(Sentence {
            paragraph: at,
            span,
            line,
        });
        blocks.push(Block {
            span,
            line,
            role: BlockRole::Body,
            quoted: false,
        });
    }
    Article {
        id,
        outlet: document.file.clone(),
        source: document.file.clone(),
        text,
        headline: None,
        byline: None,
        published: None,
        url: None,
        language: None,
        blocks,
        sentences,
        reading: Reading::default(),
    }
}
