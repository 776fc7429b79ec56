//! Quotes as they are compared.

use crate::compare::named::names::misspelt;
use crate::model::{Article, ArticleId, Place, Quote, QuoteId, QuoteKind, Relation, SentenceId};
use crate::parallel;
use crate::text::{Span, fold, stopwords::is_function_word, words::Tokenizer};
use std::collections::{BTreeMap, BTreeSet};

/// Fewer quotes than this are not worth a thread.
const WORTH: usize = 12;

/// So many words make an utterance that can be found again though none of them says much: "We did it".
pub(super) const SMALL_WORDS: usize = 3;

/// One quote as it is compared with others.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub id: QuoteId,
    pub article: ArticleId,
    pub sentence: SentenceId,
    pub span: Span,
    pub kind: QuoteKind,
    pub speaker: Option<String>,
    /// The folded words of the speaker's name.
    speaker_words: Vec<String>,
    pub venue: Option<String>,
    pub language: Option<String>,
    /// Its stems in order.
    stems: Vec<String>,
    /// The same as numbers, which are quick to compare.
    codes: Vec<usize>,
    /// Its folded text without the punctuation at the end.
    folded: String,
    /// Its text without the punctuation at the end.
    exact: String,
    /// Its distinct stems that are no function words.
    pub content: BTreeSet<String>,
    /// The same as numbers, sorted.
    pub numbers: Vec<usize>,
}

/// All quotes of some articles with at least one content word, or a few small ones.
pub(crate) fn versions(articles: &[Article], quotes: &[Quote]) -> Vec<Version> {
    let version = |at, quote: &Quote| {
        let article = articles.get(quote.sentence.article.index())?;
        Some(version(article, QuoteId(at as u32), quote))
    };
    let versions = parallel::map(quotes, WORTH, version);
    let mut versions: Vec<Version> = versions.into_iter().flatten().collect();
    versions.retain(|version| !version.content.is_empty() || version.stems.len() >= SMALL_WORDS);
    let stems: BTreeSet<String> = versions.iter().flat_map(|v| &v.stems).cloned().collect();
    let numbers: BTreeMap<String, usize> = stems.into_iter().zip(0..).collect();
    let number = |stem: &String| numbers.get(stem).copied();
    for version in &mut versions {
        version.numbers = version.content.iter().filter_map(number).collect();
        version.codes = version.stems.iter().filter_map(number).collect();
    }
    versions
}

fn version(article: &Article, id: QuoteId, quote: &Quote) -> Version {
    let language = article.language.as_deref();
    let text = article.slice(quote.span);
    let words = Tokenizer::new(language).words(text);
    let exact = text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    Version {
        id,
        article: quote.sentence.article,
        sentence: quote.sentence,
        span: quote.span,
        kind: quote.kind,
        speaker: quote.speaker.as_ref().map(|speaker| speaker.name.clone()),
        speaker_words: quote.speaker.as_ref().map_or_else(Vec::new, |speaker| {
            let folded = fold::fold(&speaker.name);
            folded.split_whitespace().map(str::to_owned).collect()
        }),
        venue: quote.venue.clone(),
        language: article.language.clone(),
        folded: fold::fold(&exact)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        exact,
        content: words
            .iter()
            .filter(|word| !is_function_word(&word.key, language))
            .map(|word| word.stem.clone())
            .collect(),
        numbers: Vec::new(),
        codes: Vec::new(),
        stems: words.into_iter().map(|word| word.stem).collect(),
    }
}

impl Version {
    /// Where its words stand.
    pub(super) fn place(&self) -> Place {
        Place {
            article: self.article,
            span: self.span,
        }
    }

    /// Its folded text.
    pub(super) fn text(&self) -> &str {
        &self.folded
    }

    /// The folded texts of two versions in the order of characters.
    pub(super) fn texts<'a>(&'a self, other: &'a Self) -> (&'a str, &'a str) {
        (self.text().min(other.text()), self.text().max(other.text()))
    }

    /// How many content words two versions share.
    pub(super) fn common(&self, other: &Self) -> usize {
        let (mut own, mut others) = (
            self.numbers.iter().peekable(),
            other.numbers.iter().peekable(),
        );
        let mut both = 0;
        while let Some((x, y)) = own.peek().zip(others.peek()) {
            let order = x.cmp(y);
            both += usize::from(order.is_eq());
            if order.is_le() {
                own.next();
            }
            if order.is_ge() {
                others.next();
            }
        }
        both
    }

    /// The share of the content words of the shorter of two versions that both have, 0 to 1.
    pub(super) fn share(&self, other: &Self) -> f64 {
        let shorter = self.content.len().min(other.content.len()).max(1);
        self.common(other) as f64 / shorter as f64
    }

    /// The share of the words of the shorter of two versions that stand in the other one in the
    /// same order, 0 to 1.
    pub(super) fn order(&self, other: &Self) -> f64 {
        let mut row = vec![0usize; other.codes.len() + 1];
        for word in &self.codes {
            let mut diagonal = 0;
            for (at, theirs) in other.codes.iter().enumerate() {
                let above = row.get(at + 1).copied().unwrap_or_default();
                let left = row.get(at).copied().unwrap_or_default();
                let best = if word == theirs {
                    diagonal + 1
                } else {
                    above.max(left)
                };
                diagonal = above;
                if let Some(cell) = row.get_mut(at + 1) {
                    *cell = best;
                }
            }
        }
        let shorter = self.stems.len().min(other.stems.len()).max(1);
        row.last().copied().unwrap_or_default() as f64 / shorter as f64
    }

    /// The longest run of stems that stands in both versions; the first of equal ones.
    pub(super) fn run(&self, other: &Self) -> &[String] {
        let mut longest = 0..0;
        for start in 0..self.codes.len() {
            let own = self.codes.get(start..).unwrap_or_default();
            if own.len() <= longest.len() {
                break;
            }
            for there in 0..other.codes.len() {
                let theirs = other.codes.get(there..).unwrap_or_default();
                let length = own.iter().zip(theirs).take_while(|(x, y)| x == y).count();
                if length > longest.len() {
                    longest = start..start + length;
                }
            }
        }
        self.stems.get(longest).unwrap_or_default()
    }

    /// Whether nothing says that two versions have different speakers: one of the names is
    /// unknown, one is part of the other, they end in the same surname, or look like spellings of
    /// one name.
    pub(super) fn may_share_speaker(&self, other: &Self) -> bool {
        if self.speaker.is_none() || other.speaker.is_none() {
            return true;
        }
        let (a, b) = (&self.speaker_words, &other.speaker_words);
        let within = |part: &[String], whole: &[String]| part.iter().all(|w| whole.contains(w));
        a.last() == b.last() || within(a, b) || within(b, a) || misspelt(&a.join(" "), &b.join(" "))
    }

    /// Whether two versions are known to have one speaker.
    pub(super) fn shares_speaker(&self, other: &Self) -> bool {
        self.speaker.is_some() && other.speaker.is_some() && self.may_share_speaker(other)
    }

    /// The speaker's name, or a word for an unknown one.
    pub(super) fn name(&self) -> &str {
        self.speaker.as_deref().unwrap_or("unnamed speaker")
    }
}

/// How two versions of one utterance differ.
pub(super) fn relation(x: &Version, y: &Version) -> Relation {
    if [x.kind, y.kind].contains(&QuoteKind::Indirect) {
        Relation::Indirect
    } else if x.exact == y.exact {
        Relation::Verbatim
    } else if x.folded == y.folded {
        Relation::Typography
    } else if within(&x.stems, &y.stems) || within(&y.stems, &x.stems) {
        Relation::Trimmed
    } else {
        Relation::Altered
    }
}

/// Whether `short` stands in `long` in one piece.
fn within(short: &[String], long: &[String]) -> bool {
    short.len() <= long.len()
        && long
            .windows(short.len().max(1))
            .any(|window| window == short)
}
