//! Quotes as they are compared.

use crate::model::{ArticleId, Comparison, Quote, QuoteId, QuoteKind, Relation, SentenceId};
use crate::text::{Span, fold, stopwords::is_function_word, words::Tokenizer};
use std::collections::{BTreeMap, BTreeSet};

/// One quote as it is compared with others.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub id: QuoteId,
    pub article: ArticleId,
    pub sentence: SentenceId,
    pub span: Span,
    pub kind: QuoteKind,
    pub speaker: Option<String>,
    pub venue: Option<String>,
    pub language: Option<String>,
    /// Its stems in order.
    stems: Vec<String>,
    /// Its folded text without the punctuation at the end.
    folded: String,
    /// Its text without the punctuation at the end.
    exact: String,
    /// Its distinct stems that are no function words.
    pub content: BTreeSet<String>,
}

/// Share of the shorter quote's content words that both must have to be one utterance.
const SAME: f64 = 0.6;

/// The same for quotes of one speaker in linked sentences.
const SAME_IN_LINKED: f64 = 0.3;

/// The same, of short quotes too, where the link has at least the score [`SURE`].
const SAME_IN_SURE: f64 = 0.5;
const SURE: f64 = 0.8;

/// The same for quotes of different speakers: the words must speak for themselves.
const SAME_DESPITE_SPEAKER: f64 = 0.85;

/// How many content words those must share besides; fewer when they are the same to the letter.
const MANY: usize = 5;
const FEW: usize = 3;

/// All quotes of a comparison with at least one content word.
pub(super) fn versions(comparison: &Comparison) -> Vec<Version> {
    let quotes = comparison.facts.quotes.iter().enumerate();
    quotes
        .map(|(at, quote)| version(comparison, QuoteId(at as u32), quote))
        .filter(|version| !version.content.is_empty())
        .collect()
}

/// Content words in more quotes than this say nothing about which two are one utterance.
const COMMON: usize = 60;

/// Pairs of quotes that share a content word that not all quotes have, by the earlier one.
pub(super) fn likely_pairs(versions: &[Version]) -> BTreeSet<(usize, usize)> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, version) in versions.iter().enumerate() {
        for word in &version.content {
            holders.entry(word).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for holders in holders.values().filter(|holders| holders.len() <= COMMON) {
        for (n, &at) in holders.iter().enumerate() {
            pairs.extend(holders.iter().skip(n + 1).map(|&other| (at, other)));
        }
    }
    pairs
}

/// The quotes of named speakers that were said at a named venue.
pub(super) fn with_venue(comparison: &Comparison) -> Vec<Version> {
    let named = |version: &Version| {
        version.speaker.is_some()
            && version
                .venue
                .as_deref()
                .is_some_and(|v| v.starts_with(char::is_uppercase))
    };
    versions(comparison).into_iter().filter(named).collect()
}

fn version(comparison: &Comparison, id: QuoteId, quote: &Quote) -> Version {
    let article = comparison.article(quote.sentence.article);
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
        stems: words.into_iter().map(|word| word.stem).collect(),
    }
}

impl Version {
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
        self.content.intersection(&other.content).count()
    }

    /// Whether nothing says that two versions have different speakers: one of the names is
    /// unknown, one is part of the other, or they end in the same surname.
    pub(super) fn may_share_speaker(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (&self.speaker, &other.speaker) else {
            return true;
        };
        let surname = |name: &str| name.split_whitespace().last().map(fold::fold);
        if surname(a) == surname(b) {
            return true;
        }
        let words = |name: &str| -> BTreeSet<String> {
            fold::fold(name)
                .split_whitespace()
                .map(str::to_owned)
                .collect()
        };
        let (a, b) = (words(a), words(b));
        a.is_subset(&b) || b.is_subset(&a)
    }

    /// Whether two versions are known to have one speaker.
    fn shares_speaker(&self, other: &Self) -> bool {
        self.speaker.is_some() && other.speaker.is_some() && self.may_share_speaker(other)
    }

    /// The speaker's name, or a word for an unknown one.
    pub(super) fn name(&self) -> &str {
        self.speaker.as_deref().unwrap_or("unnamed speaker")
    }
}

/// Whether two quotes of different articles give one utterance.
pub(super) fn same_utterance(comparison: &Comparison, x: &Version, y: &Version) -> bool {
    let common = x.common(y);
    if common == 0 {
        return false;
    }
    let share = common as f64 / x.content.len().min(y.content.len()) as f64;
    let link = comparison.link(x.sentence, y.sentence);
    let linked = link.is_some();
    let indirect = [x.kind, y.kind].contains(&QuoteKind::Indirect);
    if !x.may_share_speaker(y) {
        let many = if x.folded == y.folded { FEW } else { MANY };
        return !indirect && share >= SAME_DESPITE_SPEAKER && common >= many;
    }
    if x.shares_speaker(y) && linked && common >= 2 && share >= SAME_IN_LINKED {
        return true;
    }
    let sure = link.is_some_and(|link| link.score >= SURE);
    if x.shares_speaker(y) && sure && !indirect && share >= SAME_IN_SURE {
        return true;
    }
    if indirect {
        return false;
    }
    let long_enough = common >= 2 || (x.folded == y.folded && (linked || x.shares_speaker(y)));
    share >= SAME && long_enough
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
