//! One outlet's text, as it was read.

use super::{ArticleId, SentenceId};
use crate::text::{Span, sentences};
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// One outlet's text.
///
/// Invariants: `blocks` are in order, do not overlap, and between them `text` holds only line
/// breaks; `sentences` are in order, and those of a body block cover it but for white space; every
/// sentence lies in exactly one body block; `text` holds no control character but `\n`.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its place in the story.
    pub id: ArticleId,
    /// Who published it.
    pub outlet: String,
    /// Where it was read from, as the user named it.
    pub source: String,
    /// The whole cleaned text of the file, furniture included: paragraphs divided by line breaks.
    pub text: String,
    /// The headline.
    pub headline: Option<Span>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published, ISO 8601, as exact as the file gives it.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// ISO 639-1 code of the language it is written in, where known.
    pub language: Option<String>,
    /// The pieces of the text, one a paragraph of the source, each with what it is.
    pub blocks: Vec<Block>,
    /// The sentences of the body.
    pub sentences: Vec<Sentence>,
    /// How it was read.
    pub reading: Reading,
}

/// How an article was read: for people who doubt what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The form of its file in words: "saved web page, UTF-8".
    pub format: String,
    /// Where each field was found, in words: "JSON-LD datePublished", "the text".
    pub fields: BTreeMap<Field, String>,
    /// What the reader did that nobody would expect, a sentence each.
    pub notes: Vec<String>,
    /// The SHA-256 of its file, in hexadecimal digits; empty where no file was read.
    #[serde(skip)]
    pub sha256: String,
    /// Spellings that the user says are one name, the form that stands for all first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Vec<String>>,
    /// Reporting verbs that the user adds to those that are known.
    #[serde(skip)]
    pub speech_verbs: Vec<String>,
}

/// What is known of an article beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Who published it.
    Outlet,
    /// Its headline.
    Headline,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Published,
    /// Its address.
    Url,
    /// The language it is written in.
    Language,
}

impl Field {
    /// Where a field was found that only the article's text gives.
    pub const IN_THE_TEXT: &str = "the text";
}

/// A paragraph of the source, or a line that stands for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Its first line in the source file, from 1.
    pub line: u32,
    /// What it is.
    pub role: BlockRole,
    /// The format marks it as somebody's words: a block quote, which may have no quotation marks.
    pub quoted: bool,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockRole {
    /// The headline.
    Headline,
    /// Who wrote it, and when.
    Byline,
    /// A paragraph of the article.
    Body,
    /// Not the article: set aside, never aligned, never counted.
    Furniture(Reason),
}

/// Why a block was set aside as furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A photo credit or caption.
    Credit,
    /// The byline again.
    RepeatedByline,
    /// The headline again.
    RepeatedHeadline,
    /// A heading such as "Latest news" or "Read more".
    SectionHeading,
    /// A heading between the article's own paragraphs.
    Subheading,
    /// An item of a list of other headlines.
    HeadlineList,
    /// A teaser of another article: title, bar, sentence.
    Teaser,
    /// A block that stands in the file twice.
    Repeated,
    /// A share button, newsletter plea, copyright line or the like.
    Boilerplate,
    /// What the outlet says that the article got wrong.
    Correction,
    /// Follows the end of the article.
    AfterEnd,
    /// A bare separator such as `|` or `***`.
    Separator,
    /// A post, video or the like of another site, shown inside the page.
    Embed,
    /// A reader says so.
    Reader,
}

impl Reason {
    /// The reason in words, for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Credit => "photo credit or caption",
            Self::RepeatedByline => "byline printed again",
            Self::RepeatedHeadline => "headline printed again",
            Self::SectionHeading => "heading of a list of other articles",
            Self::Subheading => "heading inside the article",
            Self::HeadlineList => "list of other headlines",
            Self::Teaser => "teaser of another article",
            Self::Repeated => "block printed twice",
            Self::Boilerplate => "site text, not the article",
            Self::Correction => "correction by the outlet",
            Self::AfterEnd => "after the end of the article",
            Self::Separator => "separator",
            Self::Embed => "post or film of another site",
            Self::Reader => "set aside by a reader",
        }
    }
}

/// The smallest passage that is aligned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Which paragraph of the body it stands in, from 0.
    pub paragraph: u32,
    /// Where it stands in the article's text, without the white space around it.
    pub span: Span,
    /// The line of the source file where its paragraph begins, from 1.
    pub line: u32,
}

/// How many words a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In the sentences of the body.
    pub body: usize,
    /// In the blocks that were set aside.
    pub aside: usize,
    /// In all, headline and byline included.
    pub all: usize,
}

impl Words {
    /// The part of the file that was set aside, 0 to 1.
    pub fn aside_share(self) -> f64 {
        self.aside as f64 / self.all.max(1) as f64
    }
}

impl Sentence {
    /// The sentences of the body that `blocks` of `text` make.
    pub fn of_body(text: &str, blocks: &[Block], language: Option<&str>) -> Vec<Self> {
        let body = blocks.iter().filter(|block| block.role == BlockRole::Body);
        (0..)
            .zip(body)
            .flat_map(|(paragraph, block)| {
                let spans = sentences::split(block.span.of(text), language);
                spans.into_iter().map(move |span| Self {
                    paragraph,
                    span: span.shift(block.span.start),
                    line: block.line,
                })
            })
            .collect()
    }
}

impl Article {
    /// The text of a span of this article.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The text of the sentence at `index`, `""` where there is none.
    pub fn sentence(&self, index: u32) -> &str {
        self.sentences
            .get(index as usize)
            .map_or("", |s| self.slice(s.span))
    }

    /// The ids of its sentences, in order.
    pub fn sentence_ids(&self) -> impl Iterator<Item = SentenceId> + '_ {
        (0..self.sentences.len() as u32).map(|index| SentenceId::new(self.id, index))
    }

    /// The sentence that holds the byte at `offset` of the text.
    pub fn sentence_at(&self, offset: usize) -> Option<SentenceId> {
        let at = self.sentences.partition_point(|s| s.span.end <= offset);
        let holds = self.sentences.get(at)?.span.start <= offset;
        holds.then(|| SentenceId::new(self.id, at as u32))
    }

    /// The language it is written in, as ISO 639-1 has it, without a country: `en`.
    pub fn language_code(&self) -> Option<&str> {
        self.language.as_deref()?.split(['-', '_']).next()
    }

    /// The headline's text.
    pub fn headline(&self) -> Option<&str> {
        self.headline.map(|span| self.slice(span))
    }

    /// How many words it has (UAX #29), by what they belong to.
    pub fn words(&self) -> Words {
        let count = |span: Span| self.slice(span).unicode_words().count();
        Words {
            body: self.sentences.iter().map(|s| count(s.span)).sum(),
            aside: self.furniture().map(|(block, _)| count(block.span)).sum(),
            all: self.blocks.iter().map(|block| count(block.span)).sum(),
        }
    }

    /// How many paragraphs the body has.
    pub fn paragraphs(&self) -> u32 {
        self.sentences.last().map_or(0, |s| s.paragraph + 1)
    }

    /// The blocks that were set aside, with the reasons.
    pub fn furniture(&self) -> impl Iterator<Item = (&Block, Reason)> {
        self.blocks.iter().filter_map(|block| match block.role {
            BlockRole::Furniture(reason) => Some((block, reason)),
            _ => None,
        })
    }
}
