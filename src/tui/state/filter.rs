//! Which rows and findings are shown.

use super::message::Class;
use crate::model::{
    ArticleId, Comparison, Finding, FindingId, FindingKind, Row, RowVerdict, SentenceId, Value,
};
use crate::text::fold::{fold, same};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What is shown and what is left out: the verdict classes choose rows, the rest chooses findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Verdicts whose rows are hidden.
    pub hidden: BTreeSet<RowVerdict>,
    /// Whether furniture is shown.
    pub furniture: bool,
    /// The only kinds of findings to stop at; all where empty.
    pub kinds: BTreeSet<FindingKind>,
    /// The only outlets whose findings to stop at; all where empty.
    pub outlets: BTreeSet<ArticleId>,
    /// The only speakers whose quotes findings must stand beside; anybody where empty.
    pub speakers: BTreeSet<String>,
    /// The only names that a finding's passages must hold one of; any where empty.
    pub names: BTreeSet<String>,
    /// What a finding's reason or words must hold; anything where empty.
    pub text: String,
    /// Whether rows and findings that were reviewed are left out.
    pub unreviewed: bool,
}

/// An entry of the filter menu.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A kind of finding.
    Kind(FindingKind),
    /// An outlet.
    Outlet(ArticleId),
    /// What was not reviewed yet.
    Unreviewed,
    /// Somebody who is quoted in the passages.
    Speaker(String),
    /// A name in the passages.
    Name(String),
}

impl Filter {
    /// Whether findings are left out by kind, outlet or text.
    pub fn narrows(&self) -> bool {
        let passages = !(self.speakers.is_empty() && self.names.is_empty());
        passages || !(self.kinds.is_empty() && self.outlets.is_empty() && self.text.is_empty())
    }

    /// Whether anything at all is filtered.
    pub fn is_on(&self) -> bool {
        self.narrows() || self.unreviewed || !self.hidden.is_empty()
    }

    /// Whether rows of this class are shown.
    pub fn shows(&self, class: Class) -> bool {
        match class {
            Class::Verdict(verdict) => !self.hidden.contains(&verdict),
            Class::Furniture => self.furniture,
        }
    }

    /// Shows or hides a class.
    pub fn toggle(&mut self, class: Class) {
        match class {
            Class::Furniture => self.furniture = !self.furniture,
            Class::Verdict(verdict) => {
                if !self.hidden.remove(&verdict) {
                    self.hidden.insert(verdict);
                }
            }
        }
    }

    /// Switches an entry of the menu.
    pub fn choose(&mut self, entry: Entry) {
        match entry {
            Entry::Kind(kind) => switch(&mut self.kinds, kind),
            Entry::Outlet(outlet) => switch(&mut self.outlets, outlet),
            Entry::Speaker(name) => switch(&mut self.speakers, name),
            Entry::Name(name) => switch(&mut self.names, name),
            Entry::Unreviewed => self.unreviewed = !self.unreviewed,
        }
    }

    /// Whether an entry of the menu is switched on.
    pub fn chosen(&self, entry: &Entry) -> bool {
        match entry {
            Entry::Kind(kind) => self.kinds.contains(kind),
            Entry::Outlet(outlet) => self.outlets.contains(outlet),
            Entry::Speaker(name) => self.speakers.contains(name),
            Entry::Name(name) => self.names.contains(name),
            Entry::Unreviewed => self.unreviewed,
        }
    }

    /// Whether a finding is one to stop at; `text` is the folded [`Filter::text`].
    fn passes(&self, story: &Comparison, finding: &Finding, text: &str) -> bool {
        let told = || {
            fold(&finding.why).contains(text)
                || finding.kind.words().contains(text)
                || finding.places.iter().any(|place| {
                    let article = story.articles.get(place.article.index());
                    article.is_some_and(|a| fold(a.slice(place.span)).contains(text))
                })
        };
        (self.kinds.is_empty() || self.kinds.contains(&finding.kind))
            && (self.outlets.is_empty()
                || finding.articles.iter().any(|a| self.outlets.contains(a))
                || finding
                    .places
                    .iter()
                    .any(|p| self.outlets.contains(&p.article)))
            && (self.speakers.is_empty()
                || speakers(story, finding).any(|name| has(&self.speakers, name)))
            && (self.names.is_empty() || names(story, finding).any(|name| has(&self.names, name)))
            && (text.is_empty() || told())
    }

    /// The findings to stop at.
    pub fn findings(&self, story: &Comparison) -> Vec<FindingId> {
        let text = fold(&self.text);
        (0..)
            .zip(&story.findings)
            .filter(|(id, finding)| {
                let row = story.rows.get(finding.row.index());
                let reviewed = || {
                    let of = &story.corrected;
                    let row = of.rows.get(&finding.row);
                    let said = of.findings.get(&FindingId(*id));
                    row.into_iter().chain(said).any(|it| it.reviewed)
                };
                !(self.unreviewed && reviewed())
                    && row.is_none_or(|row| self.shows(Class::Verdict(row.verdict)))
                    && self.passes(story, finding, &text)
            })
            .map(|(id, _)| FindingId(id))
            .collect()
    }
}

/// Puts an entry into a set, or takes it out.
fn switch<T: Ord>(set: &mut BTreeSet<T>, entry: T) {
    if !set.remove(&entry) {
        set.insert(entry);
    }
}

/// Whether a name is among some, however it is printed.
fn has(names: &BTreeSet<String>, name: &str) -> bool {
    names.iter().any(|it| same(it, name))
}

/// The sentences of a finding's row.
fn passages<'a>(story: &'a Comparison, finding: &Finding) -> impl Iterator<Item = SentenceId> + 'a {
    let row = story.rows.get(finding.row.index());
    row.into_iter().flat_map(Row::sentences)
}

/// Who is quoted in a finding's passages.
fn speakers<'a>(story: &'a Comparison, finding: &Finding) -> impl Iterator<Item = &'a str> {
    let quotes = passages(story, finding).flat_map(|id| story.quotes_of(id));
    quotes.filter_map(|quote| Some(quote.speaker.as_ref()?.name.as_str()))
}

/// Who and what is named in a finding's passages.
fn names<'a>(story: &'a Comparison, finding: &Finding) -> impl Iterator<Item = &'a str> {
    let facts = passages(story, finding).flat_map(|id| story.facts_of(id));
    facts.filter_map(|fact| match &fact.value {
        Value::Name(name) => Some(name.as_str()),
        _ => None,
    })
}

/// Names with how many findings have each, those of most findings first; names that differ in
/// typography alone are one, as it is printed first.
fn counted<'a, I: Iterator<Item = &'a str>>(
    story: &'a Comparison,
    of: fn(&'a Comparison, &'a Finding) -> I,
    entry: fn(String) -> Entry,
) -> Vec<(Entry, usize)> {
    let mut counts = BTreeMap::<String, (&str, usize)>::new();
    for finding in &story.findings {
        let told = of(story, finding).map(|name| (fold(name), name));
        for (key, name) in told.collect::<BTreeMap<String, &str>>() {
            counts.entry(key).or_insert((name, 0)).1 += 1;
        }
    }
    let mut counts: Vec<(&str, usize)> = counts.into_values().collect();
    counts.sort_by_key(|(name, count)| (Reverse(*count), *name));
    let entries = counts.into_iter();
    entries
        .map(|(name, count)| (entry(name.to_owned()), count))
        .collect()
}

/// The entries of the filter menu with how many findings each stands for.
pub fn entries(story: &Comparison) -> Vec<(Entry, usize)> {
    let count = |test: &dyn Fn(&Finding) -> bool| story.findings.iter().filter(|f| test(f)).count();
    let kinds = FindingKind::ALL
        .into_iter()
        .map(|kind| (Entry::Kind(kind), count(&|f| f.kind == kind)))
        .filter(|(_, count)| *count > 0);
    let outlets = story.articles.iter().map(|article| {
        let about = |f: &Finding| {
            f.articles.contains(&article.id) || f.places.iter().any(|p| p.article == article.id)
        };
        (Entry::Outlet(article.id), count(&about))
    });
    let open = count(&|_| true).saturating_sub(
        story
            .corrected
            .findings
            .values()
            .filter(|it| it.reviewed)
            .count(),
    );
    let unreviewed = std::iter::once((Entry::Unreviewed, open));
    kinds
        .chain(outlets)
        .chain(counted(story, speakers, Entry::Speaker))
        .chain(counted(story, names, Entry::Name))
        .chain(unreviewed)
        .collect()
}
