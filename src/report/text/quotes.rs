//! Who is quoted by whom, and in which words.

use super::{outlet, position, source};
use crate::model::{Comparison, FindingKind, Quote, QuoteId, Relation, SameQuote};
use crate::report::page::{Page, Rich, Role};
use crate::text::diff::{Op, own_words, words};
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

/// The speakers, those whom most outlets quote first, with the versions of what they said.
pub(super) fn section(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    if comparison.facts.quotes.is_empty() || !wanted(page) {
        return Ok(());
    }
    page.heading("Who is quoted by whom")?;
    let mut speakers: Vec<_> = by_speaker(comparison).into_iter().collect();
    speakers.sort_by_key(|(name, said)| {
        let quotes = said.shared.len() + said.alone.len();
        (
            name.is_empty(),
            std::cmp::Reverse((said.shared.len(), quotes)),
        )
    });
    for (name, said) in speakers {
        page.blank()?;
        let name = if name.is_empty() {
            "Speaker not named"
        } else {
            name
        };
        page.put("", &Rich::default().with(name, Role::Kind))?;
        for same in &said.shared {
            versions(page, comparison, same)?;
        }
        alone(page, comparison, &said.alone)?;
    }
    Ok(())
}

/// Whether the kinds asked for are about quotes.
fn wanted(page: &Page<'_>) -> bool {
    use FindingKind::{Attribution, QuoteAltered, QuoteTrimmed};
    [Attribution, QuoteAltered, QuoteTrimmed]
        .iter()
        .any(|kind| page.look.shows(*kind))
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
    let quotes: Vec<_> = same
        .members
        .iter()
        .map(|id| comparison.quote(*id))
        .collect();
    let texts: Vec<_> = quotes.iter().map(|quote| text(comparison, quote)).collect();
    let differ = same.relation > Relation::Typography;
    let marks = if differ {
        own_words(&texts)
    } else {
        vec![Vec::new(); texts.len()]
    };
    page.put(
        "  ",
        &Rich::default().with(relation(same.relation), Role::Kind),
    )?;
    for ((quote, text), marks) in quotes.iter().zip(&texts).zip(marks) {
        let rich = source(
            comparison,
            quote.sentence.article,
            &manner(comparison, quote),
        );
        page.put("     ", &rich.with_marked(text, &marks, page.look))?;
    }
    if let (true, [first, second]) = (differ, texts.as_slice()) {
        let changed = changes(first, second);
        if !changed.is_empty() {
            let order = format!(
                "{} → {}",
                quotes[0].sentence.article, quotes[1].sentence.article
            );
            page.say("     ", &format!("changed, {order}: {changed}"))?;
        }
    }
    Ok(())
}

/// How versions relate, as a line of its own.
const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Verbatim => "word for word the same",
        Relation::Typography => "the same words",
        Relation::Trimmed => "one version gives less",
        Relation::Altered => "the words differ",
        Relation::Indirect => "quoted by one, reported by the other",
    }
}

/// Where a quote stands and how it is given: "¶4 of 8, in quotation marks, told Elm Radio".
fn manner(comparison: &Comparison, quote: &Quote) -> String {
    let kind = match quote.kind {
        crate::model::QuoteKind::Direct => "quoted",
        crate::model::QuoteKind::Fragment => "quoted in part",
        crate::model::QuoteKind::Unmarked => "quoted without marks",
        crate::model::QuoteKind::Indirect => "reported",
    };
    let mut parts = vec![place(comparison, quote), kind.to_owned()];
    parts.extend(quote.verb.as_ref().map(|verb| format!("“{verb}”")));
    parts.extend(quote.venue.as_ref().map(|venue| format!("to {venue}")));
    parts.join(", ")
}

fn place(comparison: &Comparison, quote: &Quote) -> String {
    let id = quote.sentence;
    let sentence = comparison
        .article(id.article)
        .sentences
        .get(id.index as usize);
    let paragraph = sentence.map_or(0, |sentence| sentence.paragraph + 1);
    position(comparison, id.article, &[paragraph])
}

fn text<'a>(comparison: &'a Comparison, quote: &Quote) -> &'a str {
    comparison.article(quote.sentence.article).slice(quote.span)
}

/// "come to → reach; halt → end"; words that fell away or came in are named as such.
fn changes(a: &str, b: &str) -> String {
    let telling = |text: &str| text.chars().any(char::is_alphanumeric);
    let changes: Vec<_> = words(a, b)
        .into_iter()
        .map(|change| (change.op, change.a.of(a).trim(), change.b.of(b).trim()))
        .filter(|(op, a, b)| *op != Op::Equal && (telling(a) || telling(b)))
        .map(|(_, a, b)| match (a.is_empty(), b.is_empty()) {
            (false, true) => format!("without “{a}”"),
            (true, _) => format!("with “{b}”"),
            _ => format!("{a} → {b}"),
        })
        .collect();
    changes.join("; ")
}

/// The quotes that one outlet alone gives, outlet by outlet, in a line each.
fn alone(page: &mut Page<'_>, comparison: &Comparison, quotes: &[&Quote]) -> io::Result<()> {
    let mut outlets: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for quote in quotes {
        let gist = gist(text(comparison, quote));
        let line = format!("{} “{gist}”", place(comparison, quote));
        outlets
            .entry(quote.sentence.article)
            .or_default()
            .push(line);
    }
    for (article, lines) in outlets {
        let name = format!("only {}", outlet(comparison, article));
        page.put("  ", &Rich::default().with(&name, Role::Outlet))?;
        for line in lines {
            page.say("     ", &line)?;
        }
    }
    Ok(())
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
