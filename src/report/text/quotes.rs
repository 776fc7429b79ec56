//! Who is quoted by whom, and in which words.

use super::source;
use crate::model::{ArticleId, Comparison, Quote, QuoteId, Relation, SameQuote};
use crate::report::page::{Page, Rich, Role};
use crate::report::phrases::{self, changes, manner, outlet, place, quoted, relation};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// A quote that one outlet alone gives stands in full among the passages; here this many
/// characters of it are enough to know it again.
const GIST: usize = 60;

/// What one speaker is quoted with.
#[derive(Default)]
struct Said<'a> {
    /// Utterances that several outlets give.
    shared: Vec<&'a SameQuote>,
    /// Quotes that one outlet alone gives.
    alone: Vec<&'a Quote>,
}

/// Who is quoted by several outlets, with the versions of what they said; then who is quoted by
/// one alone.
pub(super) fn section(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    if comparison.facts.quotes.is_empty() || !page.look.shows_quotes() {
        return Ok(());
    }
    page.heading("Who is quoted by whom")?;
    let speakers = by_speaker(comparison);
    let (mut several, one): (Vec<_>, Vec<_>) = speakers
        .into_iter()
        .partition(|(_, said)| !said.shared.is_empty() || outlets_of(said).len() > 1);
    several.sort_by_key(|(_, said)| Reverse((said.shared.len(), said.alone.len())));
    for (name, said) in &several {
        page.blank()?;
        page.put("", &Rich::default().with(named(name), Role::Kind))?;
        for same in &said.shared {
            versions(page, comparison, same)?;
        }
        for article in outlets_of(said) {
            let name = format!("only {}", outlet(comparison, article));
            let quotes = said
                .alone
                .iter()
                .filter(|quote| quote.sentence.article == article);
            let rich = Rich::default().with(&name, Role::Outlet);
            page.put("  ", &rich.with(&gists(comparison, quotes), Role::Plain))?;
        }
    }
    if !one.is_empty() {
        page.blank()?;
        page.put(
            "",
            &Rich::default().with("Quoted by one outlet only", Role::Kind),
        )?;
    }
    for (name, said) in one {
        let outlets: Vec<_> = outlets_of(&said).iter().map(ToString::to_string).collect();
        let by = format!("{} ({})", named(name), outlets.concat());
        let rich = Rich::default().with(&by, Role::Outlet);
        page.put(
            "  ",
            &rich.with(&gists(comparison, said.alone.iter()), Role::Plain),
        )?;
    }
    Ok(())
}

fn named(speaker: &str) -> &str {
    if speaker.is_empty() {
        "speaker not named"
    } else {
        speaker
    }
}

/// The outlets that alone give some quotes.
fn outlets_of(said: &Said<'_>) -> BTreeSet<ArticleId> {
    said.alone
        .iter()
        .map(|quote| quote.sentence.article)
        .collect()
}

fn by_speaker(comparison: &Comparison) -> BTreeMap<&str, Said<'_>> {
    let mut speakers: BTreeMap<&str, Said<'_>> = BTreeMap::new();
    let mut given = BTreeSet::new();
    for same in &comparison.same_quotes {
        given.extend(same.members.iter().copied());
        let quotes = same.members.iter().map(|id| comparison.quote(*id));
        let name = quotes.map(speaker).find(|name| !name.is_empty());
        speakers
            .entry(name.unwrap_or_default())
            .or_default()
            .shared
            .push(same);
    }
    for (quote, id) in comparison.facts.quotes.iter().zip(0..) {
        if !given.contains(&QuoteId(id)) {
            speakers
                .entry(speaker(quote))
                .or_default()
                .alone
                .push(quote);
        }
    }
    speakers
}

fn speaker(quote: &Quote) -> &str {
    quote.speaker.as_ref().map_or("", |speaker| &speaker.name)
}

/// The versions of one utterance, with the words that differ.
fn versions(page: &mut Page<'_>, comparison: &Comparison, same: &SameQuote) -> io::Result<()> {
    let versions = phrases::versions(comparison, &same.members, same.relation);
    let relates = relation(comparison, &same.members, same.relation);
    page.put("  ", &Rich::default().with(relates, Role::Kind))?;
    for (quote, text, marks) in &versions {
        let rich = source(
            comparison,
            quote.sentence.article,
            &manner(comparison, quote),
        );
        page.put("     ", &rich.with_marked(text, marks, page.look))?;
    }
    let differ = [Relation::Trimmed, Relation::Altered].contains(&same.relation);
    if let (true, [(a, first, _), (b, second, _)]) = (differ, versions.as_slice()) {
        let changed = changes(first, second);
        if !changed.is_empty() {
            let order = format!("{} → {}", a.sentence.article, b.sentence.article);
            page.say("     ", &format!("changed, {order}: {changed}"))?;
        }
    }
    Ok(())
}

/// The places and beginnings of quotes.
fn gists<'a>(comparison: &'a Comparison, quotes: impl Iterator<Item = &'a &'a Quote>) -> String {
    let parts: Vec<_> = quotes
        .map(|quote| {
            let (at, kind) = (place(comparison, quote.sentence), quote.kind);
            let gist = gist(quoted(comparison, quote));
            // Marks of the report's own would make a quotation of what is none.
            if kind.is_marked() {
                format!("{at} “{gist}”")
            } else {
                format!("{at}, {}: {gist}", kind.manner())
            }
        })
        .collect();
    format!(": {}", parts.join("; "))
}

/// The beginning of a quote, cut between words.
fn gist(text: &str) -> String {
    let mut gist = String::new();
    for word in text.split_whitespace() {
        if gist.chars().count() + word.chars().count() > GIST {
            gist.push_str(" …");
            break;
        }
        if !gist.is_empty() {
            gist.push(' ');
        }
        gist.push_str(word);
    }
    gist
}
