//! Which passages tell the same, and how sure that is.

use super::{ArticleId, FindingId, SentenceId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which passages of a story tell the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// Sentences that state the same, by `a`, then `b`.
    pub links: Vec<Link>,
    /// The alignment table, in reading order.
    pub rows: Vec<Row>,
}

/// Two sentences of different articles that state the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The sentence of the earlier article.
    pub a: SentenceId,
    /// The sentence of the later article; `a.article < b.article`.
    pub b: SentenceId,
    /// How sure, 0 to 1.
    pub score: f64,
    /// What a reader is told.
    pub verdict: LinkVerdict,
    /// What speaks for it, weightiest first.
    pub evidence: Vec<Evidence>,
}

impl Link {
    /// The reason for it in one line. A story has a hundred thousand links, so it is put together
    /// where it is shown.
    pub fn why(&self) -> String {
        let parts: Vec<String> = self.evidence.iter().map(Evidence::words).collect();
        if parts.is_empty() {
            "no shared words of note".to_owned()
        } else {
            parts.join("; ")
        }
    }
}

/// What a reader is told of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkVerdict {
    /// Nothing that matters differs.
    Agree,
    /// Something that matters differs.
    Diverge,
    /// Too unsure to claim.
    Unsure,
}

/// One piece of what speaks for a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What kind of thing is shared.
    pub kind: EvidenceKind,
    /// What is shared, in the articles' own words.
    pub text: String,
    /// Its share of the score, 0 to 1.
    pub weight: f64,
}

impl Evidence {
    /// What it is and what it says.
    fn words(&self) -> String {
        let text = &self.text;
        match self.kind {
            EvidenceKind::Quote => format!("quoted {text}"),
            EvidenceKind::Speaker => format!("same speaker ({text})"),
            EvidenceKind::Name => format!("names {text}"),
            EvidenceKind::Number => format!("number {text}"),
            EvidenceKind::Date => format!("date {text}"),
            EvidenceKind::Words => format!("words {text}"),
            EvidenceKind::Meaning => format!("meaning {text}"),
            EvidenceKind::Utterance => format!("one utterance of {text}"),
            EvidenceKind::Toll => format!("both count {text}"),
            EvidenceKind::Context | EvidenceKind::Reader => text.clone(),
        }
    }
}

/// What kind of thing two sentences share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// Quoted words.
    Quote,
    /// Who speaks.
    Speaker,
    /// Names.
    Name,
    /// Numbers with their units.
    Number,
    /// Dates.
    Date,
    /// Rare words.
    Words,
    /// Words of like meaning.
    Meaning,
    /// Their place in the two articles, and how their neighbours fit.
    Context,
    /// One utterance, of which both give words; the text names its speaker.
    Utterance,
    /// How many people an event killed, hurt, saved and so on, which both count.
    Toll,
    /// Nothing that they share: a reader paired them.
    Reader,
}

/// Pairs of sentences of different articles, the earlier first, that tell one thing however little
/// else they share, with what that is.
pub type Joined = BTreeMap<(SentenceId, SentenceId), Joint>;

/// What two sentences that are [`Joined`] both tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joint {
    /// Words of one utterance of this speaker.
    Utterance(String),
    /// How many the event killed, hurt, saved and so on, in words: "the dead (247, 250)".
    Toll(String),
    /// A long number, as each writes it: "“19.78 seconds”, “19.79 seconds”".
    Amount(String),
}

/// One line of the alignment table: what each article tells of one piece, or that it does not.
///
/// Every sentence of every article stands in exactly one row; a row's articles are the keys of
/// `cells`, `elsewhere` and `nearest` and the members of `omitted_by`, which between them name
/// every article of the story: `cells`, `elsewhere` and `omitted_by` share none. An article that is
/// in `nearest` alone may or may not tell the piece: neither is claimed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What a reader is told of it.
    pub verdict: RowVerdict,
    /// The sentences that tell it, by article; none is empty.
    pub cells: BTreeMap<ArticleId, Vec<SentenceId>>,
    /// Articles that tell it in a sentence that stands in another row.
    pub elsewhere: BTreeMap<ArticleId, SentenceId>,
    /// Articles that do not tell it.
    pub omitted_by: Vec<ArticleId>,
    /// For articles that do not tell it, or not for sure, the sentence that comes nearest.
    pub nearest: BTreeMap<ArticleId, Nearest>,
    /// What is worth stopping at, in order of place.
    pub findings: Vec<FindingId>,
    /// The verdict's reason in one line.
    pub why: String,
}

/// The sentences that claimed links join to each.
pub type Claimed = BTreeMap<SentenceId, Vec<SentenceId>>;

impl Row {
    /// How many articles tell it, in this row or another.
    pub fn tellers(&self) -> usize {
        self.cells.len() + self.elsewhere.len()
    }

    /// Where each of its articles tells it first, be it in a sentence that stands in another row: an
    /// article that opens with a piece and comes back to it has it twice. Such a sentence is linked to
    /// more than half of the other articles of the row.
    pub fn first_told(&self, claimed: &Claimed) -> BTreeMap<ArticleId, SentenceId> {
        let own = self.cells.iter();
        let own = own.filter_map(|(article, cell)| Some((*article, *cell.first()?)));
        let mut firsts: BTreeMap<ArticleId, SentenceId> = own.collect();
        let mut linked: BTreeMap<SentenceId, BTreeSet<ArticleId>> = BTreeMap::new();
        for own in self.sentences() {
            for &again in claimed.get(&own).into_iter().flatten() {
                linked.entry(again).or_default().insert(own.article);
            }
        }
        let others = self.cells.len().saturating_sub(1);
        for (again, with) in linked {
            let first = firsts.get_mut(&again.article);
            if let Some(first) = first.filter(|_| 2 * with.len() > others) {
                *first = again.min(*first);
            }
        }
        firsts
    }
}

/// What a reader is told of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowVerdict {
    /// Told by at least two, and something that matters differs.
    Diverge,
    /// Told by some, alike.
    Partial,
    /// Told by one.
    Single,
    /// Told by all, and nothing that matters differs.
    Agree,
    /// Perhaps told by several: shown side by side, not claimed.
    Unsure,
}

/// The sentence of an article that comes nearest to what it does not tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// The sentence.
    pub sentence: SentenceId,
    /// The score of the pair, 0 to 1.
    pub score: f64,
    /// Whether it may tell the piece after all.
    pub absence: Absence,
    /// What the two share and what is missing, in one line.
    pub why: String,
}

/// How sure it is that an article does not tell a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// No sentence comes near: "does not state this".
    Clear,
    /// Some sentence may tell it: "not clearly stated".
    Doubtful,
}

impl Absence {
    /// What the score of the nearest sentence says, where pairs are shown from `unsure` on.
    pub fn of(score: f64, unsure: f64) -> Self {
        if score >= unsure {
            Self::Doubtful
        } else {
            Self::Clear
        }
    }

    /// What is said of the outlet.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Clear => "not stated",
            Self::Doubtful => "not clearly stated",
        }
    }
}

impl RowVerdict {
    /// All of them, in the order in which the keys 1 to 5 switch them.
    pub const ALL: [Self; 5] = [
        Self::Diverge,
        Self::Partial,
        Self::Single,
        Self::Agree,
        Self::Unsure,
    ];

    /// The sign that stands for it beside its word, so that colour is never the only one.
    pub const fn glyph(self) -> char {
        match self {
            Self::Diverge => '≠',
            Self::Partial => '◐',
            Self::Single => '∅',
            Self::Agree => '=',
            Self::Unsure => '?',
        }
    }

    /// The sign for terminals that show ASCII only.
    pub const fn ascii(self) -> char {
        match self {
            Self::Diverge => '!',
            Self::Partial => '%',
            Self::Single => '-',
            Self::Agree => '=',
            Self::Unsure => '?',
        }
    }

    /// Its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Diverge => "diverge",
            Self::Partial => "told by some",
            Self::Single => "told by one",
            Self::Agree => "agree",
            Self::Unsure => "unsure",
        }
    }
}

impl Row {
    /// How sure it is that an article does not tell the row; `None` of one that tells it.
    pub fn absence(&self, article: ArticleId) -> Option<Absence> {
        let near = self.nearest.get(&article).map(|near| near.absence);
        let omits = self.omitted_by.contains(&article);
        near.or_else(|| omits.then_some(Absence::Clear))
    }

    /// Whether an article may tell the row though no sentence of it is claimed to: one comes near,
    /// or several together make it too likely to say that it does not.
    pub fn is_perhaps_told_by(&self, article: ArticleId) -> bool {
        let absence = self.absence(article);
        let unsaid = absence.is_some() && !self.omitted_by.contains(&article);
        unsaid || absence == Some(Absence::Doubtful)
    }

    /// The sentences of the row, by article.
    pub fn sentences(&self) -> impl Iterator<Item = SentenceId> + '_ {
        self.cells.values().flatten().copied()
    }
}
