//! Passages that several outlets print from one text.

use crate::model::{ArticleId, Comparison, QuoteKind, Row, SentenceId};
use crate::parallel;
use crate::text::{Span, fold::fold};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Fewer sentences or links than this are not worth a thread.
const WORTH: usize = 16;

/// Shorter sentences are alike too easily.
const SHORTEST: usize = 12;

/// How many words a run has by which passages are held against each other.
const RUN: usize = 5;

/// The share of the runs of the shorter sentence that the longer must have too.
const COPIED: f64 = 0.6;

/// Articles that share so many copies print one text, quotations and all.
const SEVERAL: usize = 2;

/// Groups of sentences that are one text printed by several outlets: one voice, however many.
///
/// Two linked sentences are one text when they share most of their runs of five words (w-shingling:
/// Broder, On the resemblance and containment of documents, 1997); a changed word costs five runs. A
/// shorter sentence is, and one that quotes somebody, when it is the same and stands beside another copy
/// in both, or in articles that share several: two outlets that quote one statement are two voices.
pub(super) fn shared_origin(comparison: &Comparison) -> Vec<Vec<SentenceId>> {
    let mut groups = Groups::default();
    let claimed = comparison.links.iter();
    let claimed = claimed.filter(|link| link.score >= comparison.settings.confident);
    let links: Vec<(SentenceId, SentenceId)> = claimed.map(|link| (link.a, link.b)).collect();
    let linked: BTreeSet<SentenceId> = links.iter().flat_map(|&(a, b)| [a, b]).collect();
    let linked: Vec<SentenceId> = linked.into_iter().collect();
    let texts = parallel::map(&linked, WORTH, |_, &id| text_of(comparison, id));
    let texts: BTreeMap<SentenceId, Text> = linked.into_iter().zip(texts).collect();
    let copies = parallel::map(&links, WORTH, |_, (a, b)| likeness(&texts[a], &texts[b]));
    let of = |wanted: Likeness| {
        let found = links.iter().zip(&copies).filter(move |it| *it.1 == wanted);
        found.map(|(pair, _)| *pair)
    };
    let mut of_one_text: BTreeMap<(ArticleId, ArticleId), usize> = BTreeMap::new();
    for (a, b) in of(Likeness::Copy) {
        groups.unite(a, b);
        *of_one_text.entry((a.article, b.article)).or_default() += 1;
    }
    let printed = |a: SentenceId, b: SentenceId| {
        let copies = of_one_text.get(&(a.article, b.article));
        copies.is_some_and(|copies| *copies >= SEVERAL)
    };
    let mut rest: Vec<(SentenceId, SentenceId)> = of(Likeness::Perhaps).collect();
    loop {
        let beside = |&(a, b): &(SentenceId, SentenceId)| {
            printed(a, b)
                || [1, -1].iter().any(|&by| {
                    step(a, by)
                        .zip(step(b, by))
                        .is_some_and(|(x, y)| groups.united(x, y))
                })
        };
        let (found, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(beside);
        if found.is_empty() {
            return groups.all();
        }
        for (a, b) in found {
            groups.unite(a, b);
        }
        rest = others;
    }
}

/// The sentence before or after another.
fn step(id: SentenceId, by: i32) -> Option<SentenceId> {
    let index = id.index.checked_add_signed(by)?;
    Some(SentenceId { index, ..id })
}

/// How many voices tell each row: outlets that print one text are one.
pub(super) fn voices(comparison: &Comparison) -> Vec<usize> {
    let groups = comparison.shared_origin.iter().enumerate();
    let copies = groups.flat_map(|(at, group)| group.iter().map(move |id| (*id, at)));
    let group_of: BTreeMap<SentenceId, usize> = copies.collect();
    let rows = comparison.rows.iter();
    rows.map(|row| voices_of(row, &group_of)).collect()
}

fn voices_of(row: &Row, group_of: &BTreeMap<SentenceId, usize>) -> usize {
    let mut texts: BTreeMap<usize, BTreeSet<ArticleId>> = BTreeMap::new();
    for id in row.sentences() {
        if let Some(group) = group_of.get(&id) {
            texts.entry(*group).or_default().insert(id.article);
        }
    }
    let mut voices: Vec<BTreeSet<ArticleId>> = row.cells.keys().map(|&id| [id].into()).collect();
    for copies in texts.into_values() {
        let (joined, mut rest): (Vec<_>, Vec<_>) = voices
            .into_iter()
            .partition(|voice| !voice.is_disjoint(&copies));
        rest.extend((!joined.is_empty()).then(|| joined.into_iter().flatten().collect()));
        voices = rest;
    }
    voices.len()
}

/// Sentences in groups, each known by its first.
#[derive(Default)]
struct Groups(BTreeMap<SentenceId, SentenceId>);

impl Groups {
    /// The first sentence of the group that a sentence belongs to: itself, where it has none yet.
    fn first(&self, id: SentenceId) -> SentenceId {
        let mut at = id;
        while let Some(&before) = self.0.get(&at).filter(|before| **before != at) {
            at = before;
        }
        at
    }

    fn united(&self, a: SentenceId, b: SentenceId) -> bool {
        a == b || self.0.contains_key(&a) && self.first(a) == self.first(b)
    }

    fn unite(&mut self, a: SentenceId, b: SentenceId) {
        let (first, second) = (self.first(a), self.first(b));
        self.0.insert(first.max(second), first.min(second));
        self.0.entry(first.min(second)).or_insert(first.min(second));
    }

    /// The groups of more than one.
    fn all(&self) -> Vec<Vec<SentenceId>> {
        let mut groups: BTreeMap<SentenceId, Vec<SentenceId>> = BTreeMap::new();
        for &id in self.0.keys() {
            groups.entry(self.first(id)).or_default().push(id);
        }
        groups
            .into_values()
            .filter(|group| group.len() > 1)
            .collect()
    }
}

/// A sentence as it is held against others.
struct Text {
    /// Its folded text.
    folded: String,
    /// The runs of the words that it does not quote.
    own: Runs,
    /// Those of all its words, where it quotes some.
    all: Option<Runs>,
}

impl Text {
    /// The runs of all its words.
    fn all(&self) -> &Runs {
        self.all.as_ref().unwrap_or(&self.own)
    }
}

/// The runs of [`RUN`] words of a text, sorted, each once, as hashes of 64 bits, of which two hardly
/// ever meet; none of a short text.
struct Runs(Vec<u64>);

impl Runs {
    fn of(folded: &str) -> Self {
        let words = folded.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        if words.len() < SHORTEST {
            return Self(Vec::new());
        }
        let hash = |run: &[&str]| {
            let mut hasher = DefaultHasher::new();
            run.hash(&mut hasher);
            hasher.finish()
        };
        let mut runs: Vec<u64> = words.windows(RUN).map(hash).collect();
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// Whether two texts are one.
    fn copied(&self, other: &Self) -> bool {
        let (short, long) = if self.0.len() <= other.0.len() {
            (&self.0, &other.0)
        } else {
            (&other.0, &self.0)
        };
        let shared = short.iter().filter(|run| long.binary_search(run).is_ok());
        !short.is_empty() && shared.count() as f64 >= COPIED * short.len() as f64
    }
}

/// A sentence without what it quotes; `None` where it quotes nothing.
fn unquoted(comparison: &Comparison, id: SentenceId) -> Option<String> {
    let article = comparison.article(id.article);
    let sentence = article.sentences.get(id.index as usize)?;
    let quotes = comparison.quotes_of(id).iter();
    let mut marked = quotes
        .filter(|quote| quote.kind != QuoteKind::Indirect)
        .peekable();
    marked.peek()?;
    let (mut own, mut at) = (String::new(), sentence.span.start);
    for quote in marked {
        own.push_str(article.slice(Span::new(at, quote.span.start.max(at))));
        at = quote.span.end.max(at);
    }
    own.push_str(article.slice(Span::new(at, sentence.span.end.max(at))));
    Some(own)
}

fn text_of(comparison: &Comparison, id: SentenceId) -> Text {
    let folded = fold(comparison.sentence(id));
    let whole = Runs::of(&folded);
    let (own, all) = match unquoted(comparison, id) {
        Some(own) => (Runs::of(&fold(&own)), Some(whole)),
        None => (whole, None),
    };
    Text {
        folded: folded.split_whitespace().collect::<Vec<_>>().join(" "),
        own,
        all,
    }
}

/// How far two sentences are one text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// By what they say in their own words.
    Copy,
    /// If what stands beside them is.
    Perhaps,
    Apart,
}

fn likeness(a: &Text, b: &Text) -> Likeness {
    if a.own.copied(&b.own) {
        Likeness::Copy
    } else if a.folded == b.folded || a.all().copied(b.all()) {
        Likeness::Perhaps
    } else {
        Likeness::Apart
    }
}

#[cfg(test)]
mod tests {
    use super::Runs;
    use crate::text::fold::fold;

    #[test]
    fn a_changed_word_leaves_one_text_and_a_shared_quote_does_not_make_one() {
        let wire = "The ferry sank within minutes of leaving the harbour of Port Sella on \
                    Tuesday night, the coast guard said in a statement";
        let edited = wire
            .replace("Tuesday", "Tuesday,")
            .replace("minutes", "seconds");
        let runs = |text: &str| Runs::of(&fold(text));
        let one = |x: &str, y: &str| runs(x).copied(&runs(y));
        assert!(one(wire, &edited));
        let own = "Hours later the coast guard said in a statement that it had never been told \
                   how many passengers were on board the ship";
        assert!(!one(wire, own));
    }
}
