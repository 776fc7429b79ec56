//! How outlets' versions of one utterance differ, as findings.

use super::likeness::{self, Links, Retold, SAME};
use super::swaps::{self, Side, Swap};
use super::versions::{Version, relation};
use super::wording::{self, Alteration, Manner};
use super::{RowOf, row_of};
use super::{nested, occasions};
use crate::compare::clash::listed;
use crate::model::{
    ArticleId, Comparison, FactKind, Finding, FindingKind, Place, QuoteKind, Relation, RowId,
    Severity, Value,
};
use crate::text::diff::Op;
use crate::text::words::Tokenizer;
use crate::text::{Span, fold::fold};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many content words an utterance must have lost to count as trimmed.
const TRIMMED: usize = 3;

/// How many content words of an utterance an outlet must quote for the rest to be left out, and how many
/// the piece must have that is: a word alone is its own quotation, and none is missed.
const GIST: usize = 2;

/// The share of the words of the shorter of two versions that must stand in the longer in order, where
/// other words changed, too.
const KEPT: f64 = 0.75;

/// How much of what is left out a reason shows, in characters.
const CUT: usize = 80;

/// The differences between the members of one group.
pub(super) fn findings(
    comparison: &Comparison,
    members: &[&Version],
    rows: &RowOf,
) -> Vec<Finding> {
    let links = Links {
        links: &comparison.links,
        settings: &comparison.settings,
    };
    let mut swaps = Vec::new();
    let mut cuts = Vec::new();
    for (a, b) in outlets(members) {
        for (x, y) in pairs(members, a, b) {
            if has_twin(members, x, b) || has_twin(members, y, a) {
                continue;
            }
            if occasions::are_two(comparison, x, y) || occasions::is_said_again(members, x, y) {
                continue;
            }
            let telling = likeness::chance(links, x, y) >= SAME
                || likeness::retold(links, x, y) != Retold::No;
            if telling {
                let found = differ(comparison, x, y).into_iter();
                swaps.extend(found.filter(|swap| !is_given(members, swap)));
            }
        }
        cuts.extend(cut(comparison, members, (a, b)));
    }
    cuts.retain(|cut| !swaps.iter().any(|swap| shows(swap, cut)));
    let mut found = swaps::findings(comparison, swaps, rows);
    found.extend(trims(comparison, &cuts, rows));
    found
}

/// Whether a swap shows the words already that a version lacks.
fn shows(swap: &Swap<'_>, cut: &Cut<'_>) -> bool {
    let words = fold(cut.words);
    let has =
        |side: &Side<'_>| side.version.id == cut.longer.id && fold(side.words).contains(&words);
    let lacks = |side: &Side<'_>| side.version.id == cut.shorter.id;
    swap.sides.iter().any(has) && swap.sides.iter().any(lacks)
}

/// Whether an article gives a version word for word too: then its other versions are further words
/// of the speaker, not changes of this one. Two versions that differ in the speaker alone are no
/// twins.
fn has_twin(members: &[&Version], version: &Version, article: ArticleId) -> bool {
    let others = members.iter().filter(|v| v.article == article);
    others
        .filter(|other| version.may_share_speaker(other))
        .any(|other| relation(version, other) < Relation::Trimmed)
}

/// Whether the article of a version that lacks words gives them in another version of the utterance:
/// a headline's few words, say, and the whole further down.
fn is_given(members: &[&Version], swap: &Swap<'_>) -> bool {
    let [x, y] = &swap.sides;
    let given = |side: &Side<'_>, words: &str| {
        let own = members.iter().filter(|v| v.article == side.version.article);
        let mut others = own.filter(|v| v.id != side.version.id);
        !words.is_empty() && others.any(|v| v.text().contains(&fold(words)))
    };
    swap.kind == FindingKind::QuoteAltered && (given(x, y.words) || given(y, x.words))
}

/// The pairs of articles of a group.
fn outlets(members: &[&Version]) -> Vec<(ArticleId, ArticleId)> {
    let articles: BTreeSet<ArticleId> = members.iter().map(|v| v.article).collect();
    let articles: Vec<ArticleId> = articles.into_iter().collect();
    let later = |(at, a): (usize, &ArticleId)| {
        let later = articles.iter().skip(at + 1);
        later.map(|b| (*a, *b)).collect::<Vec<_>>()
    };
    articles.iter().enumerate().flat_map(later).collect()
}

/// The pairs of versions of two articles.
fn pairs<'a>(
    members: &[&'a Version],
    a: ArticleId,
    b: ArticleId,
) -> impl Iterator<Item = (&'a Version, &'a Version)> {
    let of = |id: ArticleId| members.iter().filter(move |v| v.article == id);
    of(a).flat_map(move |x| of(b).map(move |y| (*x, *y)))
}

/// How two versions differ in who says them or in their words.
fn differ<'a>(comparison: &'a Comparison, x: &'a Version, y: &'a Version) -> Vec<Swap<'a>> {
    let named = is_person(comparison, x) && is_person(comparison, y);
    let relation = relation(x, y);
    if named && !x.may_share_speaker(y) {
        let side = |version: &'a Version| Side {
            version,
            at: version.span.start,
            words: version.name(),
        };
        return vec![Swap {
            kind: FindingKind::Attribution,
            severity: Severity::Notable,
            sides: [side(x), side(y)],
        }];
    }
    let few = x.content.len().min(y.content.len()) < 2;
    let translated = !comparison.speak_alike(x.article, y.article);
    // Of what both report the words are the outlets' own.
    let reported = [x, y].iter().all(|v| v.kind == QuoteKind::Indirect);
    if few || translated || reported || relation < Relation::Trimmed {
        return Vec::new();
    }
    changes(comparison, x, y, relation)
}

/// The words that two versions have in each other's place; those that say nothing only where no
/// other words changed.
fn changes<'a>(
    comparison: &'a Comparison,
    x: &'a Version,
    y: &'a Version,
    relation: Relation,
) -> Vec<Swap<'a>> {
    let (left, right) = (
        comparison.article(x.article).slice(x.span),
        comparison.article(y.article).slice(y.span),
    );
    let whole = |v: &Version| matches!(v.kind, QuoteKind::Direct | QuoteKind::Unmarked);
    let manner = if whole(x) && whole(y) {
        Manner::Whole
    } else if relation == Relation::Indirect {
        // Of what one only reports the words are its own, but for those that stand between the same.
        Manner::Retold
    } else {
        Manner::WorkedIn
    };
    let mut changed = wording::alterations(left, right, x.language.as_deref(), manner);
    let telling = changed.iter().any(|found| found.telling);
    changed.retain(|found| match relation {
        // A report need not give every word, nor the same small ones.
        Relation::Indirect => found.telling && found.change.op == Op::Replace,
        // Of a version that is one piece of the other nothing is left out inside.
        Relation::Trimmed => found.change.op == Op::Replace,
        _ => found.telling || !telling,
    });
    let severity = if telling && relation != Relation::Indirect {
        Severity::Notable
    } else {
        Severity::Minor
    };
    let side = |version: &'a Version, text: &'a str, span: Span| Side {
        version,
        at: version.span.start + span.start,
        words: wording::bare(span.of(text)),
    };
    let swap = |found: &Alteration| Swap {
        kind: FindingKind::QuoteAltered,
        severity,
        sides: [
            side(x, left, found.change.a),
            side(y, right, found.change.b),
        ],
    };
    changed.iter().map(swap).collect()
}

/// Words of an utterance that one outlet quotes and another leaves out wherever it quotes it.
struct Cut<'a> {
    longer: &'a Version,
    shorter: &'a Version,
    words: &'a str,
}

/// What one of two outlets leaves out of what the other quotes.
fn cut<'a>(
    comparison: &'a Comparison,
    members: &[&'a Version],
    (a, b): (ArticleId, ArticleId),
) -> Option<Cut<'a>> {
    let whole = |v: &Version| matches!(v.kind, QuoteKind::Direct | QuoteKind::Unmarked);
    let in_part = |(x, y): &(&Version, &Version)| match relation(x, y) {
        Relation::Trimmed => true,
        Relation::Altered => whole(x) && whole(y) && x.order(y) >= KEPT,
        _ => false,
    };
    let quoted = |(x, y): &(&Version, &Version)| relation(x, y) != Relation::Indirect;
    let key = |(x, y): &(&Version, &Version)| {
        let order = Reverse((x.texts(y).0.to_owned(), x.texts(y).1.to_owned()));
        (x.common(y), order, Reverse((x.id, y.id)))
    };
    // A few words further up are no cut of what the article quotes at length.
    let nearest = pairs(members, a, b).filter(quoted).max_by_key(key);
    let (x, y) = nearest.filter(in_part)?;
    let (longer, shorter) = if x.content.len() > y.content.len() {
        (x, y)
    } else {
        (y, x)
    };
    if shorter.content.len() < GIST {
        return None;
    }
    let own = || members.iter().filter(|v| v.article == shorter.article);
    let given: BTreeSet<&String> = own().flat_map(|v| &v.content).collect();
    // What stands beside the marks is told, though not quoted.
    let tokenizer = Tokenizer::new(shorter.language.as_deref());
    let beside = own().flat_map(|v| tokenizer.words(comparison.sentence(v.sentence)));
    let beside: BTreeSet<String> = beside.map(|word| word.stem).collect();
    let (long, short) = (
        comparison.article(longer.article).slice(longer.span),
        comparison.article(shorter.article).slice(shorter.span),
    );
    if nested::is_inner(long, short) {
        return None;
    }
    let lost = |text: &str| {
        let words = tokenizer.words(text).into_iter().map(|word| word.stem);
        let said: BTreeSet<String> = words.filter(|it| longer.content.contains(it)).collect();
        let told = |word: &String| given.contains(word) || beside.contains(word);
        said.iter().filter(|word| !told(word)).count()
    };
    if lost(long) < TRIMMED {
        return None;
    }
    let mut pieces = wording::cuts(long, short);
    pieces.retain(|piece| lost(piece.of(long)) >= GIST);
    // The first of equal ones.
    let longest = pieces.iter().rev().max_by_key(|piece| piece.len())?;
    Some(Cut {
        longer,
        shorter,
        words: longest.of(long),
    })
}

/// The findings of some cuts: one for each piece that is left out.
fn trims(comparison: &Comparison, cuts: &[Cut<'_>], rows: &RowOf) -> Vec<Finding> {
    let mut pieces: BTreeMap<(RowId, String), Vec<&Cut<'_>>> = BTreeMap::new();
    for cut in cuts {
        if let Some(row) = row_of(rows, cut.longer, cut.shorter) {
            let piece = (row, fold(&beginning(cut.words)));
            pieces.entry(piece).or_default().push(cut);
        }
    }
    let found = pieces.iter().filter_map(|((row, _), cuts)| {
        let first = cuts.first()?;
        let outlets = |side: fn(&Cut<'_>) -> ArticleId| {
            let ids: BTreeSet<ArticleId> = cuts.iter().map(|cut| side(cut)).collect();
            let names = ids.iter().map(|&id| comparison.article(id).outlet.as_str());
            (ids.len(), listed(&names.collect::<Vec<_>>()))
        };
        let (shorter, longer) = (
            outlets(|cut| cut.shorter.article),
            outlets(|cut| cut.longer.article),
        );
        let why = format!(
            "{}: {} {} out “{}” of what {} {}",
            first.shorter.name(),
            shorter.1,
            if shorter.0 == 1 { "leaves" } else { "leave" },
            beginning(first.words),
            longer.1,
            if longer.0 == 1 { "quotes" } else { "quote" },
        );
        let versions = cuts.iter().flat_map(|cut| [cut.longer, cut.shorter]);
        let places: BTreeSet<Place> = versions.map(Version::place).collect();
        let articles: BTreeSet<ArticleId> = places.iter().map(|place| place.article).collect();
        Some(Finding {
            kind: FindingKind::QuoteTrimmed,
            severity: Severity::Minor,
            row: *row,
            articles: articles.into_iter().collect(),
            places: places.into_iter().collect(),
            values: Vec::new(),
            importance: None,
            why,
        })
    });
    found.collect()
}

/// The first words of a text without the signs at its ends.
fn beginning(text: &str) -> String {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut shown = String::new();
    for word in text.split_whitespace() {
        if shown.chars().count() + word.chars().count() > CUT {
            shown.push_str(" …");
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    shown
}

/// Whether a version's own sentence says, with a verb, that somebody known by name spoke.
fn is_person(comparison: &Comparison, version: &Version) -> bool {
    let speaks = comparison.quote(version.id).verb.is_some();
    speaks && comparison.facts.facts.iter().any(|fact| {
        fact.kind == FactKind::Person
            && matches!(&fact.value, Value::Name(name) if version.speaker.as_ref() == Some(name))
    })
}
