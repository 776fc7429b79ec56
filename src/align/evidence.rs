//! What speaks for a link, in the articles' own words.

use super::features::Features;
use super::model::Model;
use super::profile::{Profile, Profiles, common, synonyms};
use crate::model::{Article, Evidence, EvidenceKind};
use crate::text::{Span, fold::fold, lexicon::Lexicon};
use std::ops::Range;
use std::sync::LazyLock;

/// How many words, names or numbers one piece of evidence shows.
const SHOWN: usize = 3;

/// How many words a run must have to be shown as one.
const RUN: usize = 3;

/// How many words of a longer run are enough to know it again.
const GIST: usize = 8;

/// How many words of a term that only one of two has are enough, and of a name.
const TERM: usize = 3;
const NAME: usize = 2;

/// A word is shown beside a weightier one only when it has at least this share of its weight.
const TELLING: f32 = 0.7;

/// What kind of evidence a feature is.
fn kind(feature: &str) -> Option<EvidenceKind> {
    Some(match feature {
        "quoted_min" | "quoted_max" | "both_quoted" => EvidenceKind::Quote,
        "meaning" => EvidenceKind::Meaning,
        "same_speaker" => EvidenceKind::Speaker,
        "names" => EvidenceKind::Name,
        "amounts" => EvidenceKind::Number,
        "same_day" => EvidenceKind::Date,
        "lead" | "gap" | "third" | "neighbour" | "diagonal" => EvidenceKind::Context,
        "shorter" | "longer" | "one_quoted" | "names_conflict" | "amounts_conflict"
        | "other_day" | "other_speaker" => return None,
        _ => EvidenceKind::Words,
    })
}

/// The pieces of evidence for a pair, weightiest first; their weights sum up to `score`.
pub(super) fn evidence(
    articles: &[Article],
    profiles: &Profiles,
    (i, j): (usize, usize),
    features: &Features,
    model: &Model,
    score: f64,
) -> Vec<Evidence> {
    let mut weights: Vec<(EvidenceKind, f64)> = Vec::new();
    for (name, value) in Features::NAMES.iter().zip(model.contributions(features)) {
        let Some(kind) = kind(name) else { continue };
        match weights.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, weight)) => *weight += value,
            None => weights.push((kind, value)),
        }
    }
    weights.retain(|(_, weight)| *weight > 0.0);
    let total: f64 = weights
        .iter()
        .map(|(_, weight)| weight)
        .sum::<f64>()
        .max(1e-9);
    weights.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    let (a, b) = (&profiles.sentences[i], &profiles.sentences[j]);
    weights
        .into_iter()
        .filter_map(|(kind, weight)| {
            let text = text(articles, profiles, a, b, kind, features)?;
            Some(Evidence {
                kind,
                text,
                weight: score * weight / total,
            })
        })
        .collect()
}

/// What the two share of one kind, `None` where there is nothing to show.
fn text(
    articles: &[Article],
    profiles: &Profiles,
    a: &Profile,
    b: &Profile,
    kind: EvidenceKind,
    features: &Features,
) -> Option<String> {
    let text = match kind {
        EvidenceKind::Words => shared_words(articles, profiles, a, b)?,
        EvidenceKind::Quote => {
            let quoted = a.quoted.iter().chain(&b.quoted).copied();
            let both = quoted.filter(|stem| has(a, *stem) && has(b, *stem));
            let both: Vec<u32> = both.collect();
            // The words around a quotation are nobody's.
            let inside = |run: Range<usize>| {
                let stems = &a.stems[run];
                let small = |stem: &u32| !has(a, *stem);
                holds(b, stems) && stems.iter().all(|stem| small(stem) || both.contains(stem))
            };
            let phrases = telling(articles, profiles, a, both.clone(), inside);
            (!phrases.is_empty()).then(|| phrases.join(", "))?
        }
        EvidenceKind::Name => {
            let mut names: Vec<&u32> = common(&a.names, &b.names).collect();
            names.sort_by_key(|name| (profiles.name_counts[**name as usize], **name));
            let texts = names
                .iter()
                .map(|name| profiles.name_texts[**name as usize].as_str());
            listed(texts)
        }
        EvidenceKind::Speaker => profiles.name_texts[a.speaker? as usize].clone(),
        EvidenceKind::Number => {
            let amounts = common(&a.amounts, &b.amounts);
            listed(amounts.filter_map(|it| given(articles, a, &a.amount_spans, *it)))
        }
        EvidenceKind::Date => {
            let days = common(&a.days, &b.days);
            listed(days.filter_map(|it| given(articles, a, &a.day_spans, *it)))
        }
        EvidenceKind::Context => context(features)?,
        EvidenceKind::Utterance | EvidenceKind::Toll | EvidenceKind::Reader => return None,
        EvidenceKind::Meaning => {
            let word = |sentence: &Profile, stem: u32| {
                let at = sentence.stems.iter().position(|own| *own == stem)?;
                quoted(articles, sentence, at..at + 1)
            };
            let pairs = synonyms(profiles, a, b).into_iter();
            let pairs = pairs.filter_map(|(x, y)| Some((word(a, x)?, word(b, y)?)));
            // Dozens are not hundreds, however alike the words are.
            let pairs = pairs.filter(|(x, y)| !(is_vague_count(x) && is_vague_count(y)));
            let texts = pairs.take(SHOWN).map(|(x, y)| format!("{x} ~ {y}"));
            texts.collect::<Vec<_>>().join(", ")
        }
    };
    (!text.is_empty()).then_some(text)
}

/// Whether a word, in quotation marks, is one that counts without a number: "dozens".
fn is_vague_count(word: &str) -> bool {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("data/vague_counts.txt")));
    LIST.has(&fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// How a sentence gives an amount or a day, of which `spans` tell where they stand.
fn given<'a>(
    articles: &'a [Article],
    sentence: &Profile,
    spans: &[(u32, Span)],
    number: u32,
) -> Option<&'a str> {
    let (_, span) = spans.iter().find(|(own, _)| *own == number)?;
    let article = articles.get(sentence.id?.article.index())?;
    Some(article.slice(*span))
}

/// The first few texts that differ.
fn listed<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut shown: Vec<&str> = Vec::with_capacity(SHOWN);
    for text in texts {
        if shown.len() < SHOWN && !shown.contains(&text) {
            shown.push(text);
        }
    }
    shown.join(", ")
}

fn has(sentence: &Profile, stem: u32) -> bool {
    sentence
        .content
        .binary_search_by_key(&stem, |(term, _)| *term)
        .is_ok()
}

/// The longest run of at least [`RUN`] words that both hold, as `a` has it, and the weightiest
/// phrases that both hold besides. A run of small words speaks only where nothing else does.
fn shared_words(
    articles: &[Article],
    profiles: &Profiles,
    a: &Profile,
    b: &Profile,
) -> Option<String> {
    let run = longest_run(a, b);
    let run = if run.len() >= RUN { run } else { 0..0 };
    let stems = a.stems.get(run.clone()).unwrap_or_default();
    let shared = a
        .content
        .iter()
        .map(|(stem, _)| *stem)
        .filter(|stem| has(b, *stem));
    let besides = shared.filter(|stem| !stems.contains(stem)).collect();
    let besides = telling(articles, profiles, a, besides, |run| {
        holds(b, &a.stems[run])
    });
    let says = besides.is_empty() || stems.iter().any(|stem| has(a, *stem));
    let run = if says { run } else { 0..0 };
    let spans = a.spans.get(run).unwrap_or_default();
    let more = if spans.len() > GIST { " …" } else { "" };
    let spans = spans.get(..GIST).unwrap_or(spans);
    let whole = spans
        .first()
        .zip(spans.last())
        .map(|(first, last)| first.cover(*last));
    let article = a.id.and_then(|id| articles.get(id.article.index()));
    let words = whole
        .zip(article)
        .map(|(span, article)| format!("“{}{more}”", article.slice(span)));
    let parts: Vec<String> = words.into_iter().chain(besides).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Where `a` has the longest run of stems that both hold; of several, the first.
pub(super) fn longest_run(a: &Profile, b: &Profile) -> Range<usize> {
    let mut longest = 0..0;
    for (i, stem) in a.stems.iter().enumerate() {
        for (k, _) in b.stems.iter().enumerate().filter(|(_, own)| *own == stem) {
            // A run that goes on from before is known already.
            if i > 0 && k > 0 && a.stems[i - 1] == b.stems[k - 1] {
                continue;
            }
            let both = a.stems[i..].iter().zip(&b.stems[k..]);
            let length = both.take_while(|(x, y)| x == y).count();
            if length > longest.len() {
                longest = i..i + length;
            }
        }
    }
    longest
}

/// The phrases of a sentence around the weightiest of some stems, in quotation marks: a name or a
/// term says more than one word of it. A phrase grows while `belongs` says so of its words' places.
fn telling(
    articles: &[Article],
    profiles: &Profiles,
    sentence: &Profile,
    mut stems: Vec<u32>,
    belongs: impl Fn(Range<usize>) -> bool,
) -> Vec<String> {
    stems.sort_unstable();
    stems.dedup();
    let weight = |stem: &u32| profiles.weights[*stem as usize];
    stems.sort_by(|x, y| weight(y).total_cmp(&weight(x)).then(x.cmp(y)));
    let floor = stems.first().map_or(0.0, |stem| weight(stem) * TELLING);
    let weightiest = stems.iter().take_while(|stem| weight(stem) >= floor);
    let mut phrases: Vec<Range<usize>> = Vec::with_capacity(SHOWN);
    for stem in weightiest {
        let Some(at) = sentence.stems.iter().position(|own| own == stem) else {
            continue;
        };
        if phrases.len() == SHOWN {
            break;
        }
        let found = phrase(articles, sentence, at, &belongs);
        let meets = |known: &Range<usize>| known.start < found.end && found.start < known.end;
        if !phrases.iter().any(meets) {
            phrases.push(found);
        }
    }
    let quoted = |phrase: Range<usize>| quoted(articles, sentence, phrase);
    phrases.into_iter().filter_map(quoted).collect()
}

/// The widest run of words around one of them that belongs together, with no punctuation in it and
/// no small word at its ends.
fn phrase(
    articles: &[Article],
    sentence: &Profile,
    at: usize,
    belongs: impl Fn(Range<usize>) -> bool,
) -> Range<usize> {
    let article = sentence.id.and_then(|id| articles.get(id.article.index()));
    let joined = |left: usize| {
        let spans = sentence.spans.get(left).zip(sentence.spans.get(left + 1));
        let between = spans.map(|(x, y)| Span::new(x.end, y.start));
        let between = article.zip(between).map(|(it, span)| it.slice(span));
        // "18:00" is one thing.
        between.is_some_and(|text| text == ":" || text.chars().all(char::is_whitespace))
    };
    let last = sentence.spans.len();
    let fits = |run: Range<usize>| run.end <= last && run.len() <= GIST && belongs(run);
    let mut run = at..at + 1;
    // A surname goes before a title.
    while joined(run.end - 1) && fits(run.start..run.end + 1) {
        run.end += 1;
    }
    while run.start > 0 && joined(run.start - 1) && fits(run.start - 1..run.end) {
        run.start -= 1;
    }
    let small = |at: usize| {
        sentence
            .stems
            .get(at)
            .is_none_or(|stem| !has(sentence, *stem))
    };
    while run.start < at && small(run.start) {
        run.start += 1;
    }
    while run.end > at + 1 && small(run.end - 1) {
        run.end -= 1;
    }
    run
}

/// Whether a word of a sentence starts with a capital, or is a number.
fn starts_capital(articles: &[Article], sentence: &Profile, at: usize) -> bool {
    let article = sentence.id.and_then(|id| articles.get(id.article.index()));
    let word = article
        .zip(sentence.spans.get(at))
        .map(|(it, span)| it.slice(*span));
    word.is_some_and(|word| !word.starts_with(char::is_lowercase))
}

/// Whether a sentence holds some stems in one run.
fn holds(sentence: &Profile, run: &[u32]) -> bool {
    sentence
        .stems
        .windows(run.len().max(1))
        .any(|own| own == run)
}

/// Words of a sentence as they stand there, without the sign of a possessive.
fn quoted(articles: &[Article], sentence: &Profile, words: Range<usize>) -> Option<String> {
    let article = articles.get(sentence.id?.article.index())?;
    let spans = sentence.spans.get(words)?;
    let (first, last) = spans.first().zip(spans.last())?;
    let span = first.cover(*last);
    // The full stop of “U.S.” stands behind its word.
    let word = article.slice(*last);
    let letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let abbreviated = word.contains('.') && word.split('.').all(letter);
    let dotted = article.slice(Span::new(span.start, span.end + 1));
    let dotted = (abbreviated && dotted.ends_with('.')).then_some(dotted);
    let text = dotted.unwrap_or_else(|| article.slice(span));
    let bare = ["’s", "'s", "’", "'"].iter();
    let bare = bare.fold(text, |text, end| text.strip_suffix(end).unwrap_or(text));
    Some(format!("“{bare}”"))
}

/// What place and neighbourhood say, the strongest part first.
fn context(features: &Features) -> Option<String> {
    let mut parts = Vec::new();
    if features.diagonal > 0.15 || features.neighbour > 0.25 {
        parts.push("neighbours fit");
    }
    if features.third > 0.15 {
        parts.push("a third outlet fits both");
    }
    if features.lead > 0.6 {
        parts.push("both open their article");
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a sentence shares with the nearest one of another article, and its weightiest words that
/// the other lacks.
pub(super) fn nearest_miss(
    articles: &[Article],
    profiles: &Profiles,
    i: usize,
    j: usize,
) -> String {
    let (a, b) = (&profiles.sentences[i], &profiles.sentences[j]);
    let stems = a.content.iter().map(|(stem, _)| *stem);
    let (shared, lacking) = stems.partition(|stem| has(b, *stem));
    // Of what stands nowhere else no run shows where a term ends; its capitals do.
    let lacks = |run: Range<usize>| {
        let mut stems = a.stems.get(run.clone()).unwrap_or_default().iter();
        let capitals = run.clone().filter(|at| starts_capital(articles, a, *at));
        let short = match capitals.count() {
            0 => run.len() <= TERM,
            all => all == run.len() && all <= NAME,
        };
        short && stems.all(|stem| has(a, *stem) && !has(b, *stem))
    };
    let shared = telling(articles, profiles, a, shared, |run| holds(b, &a.stems[run])).join(", ");
    let lacking = telling(articles, profiles, a, lacking, lacks).join(", ");
    match (shared.is_empty(), lacking.is_empty()) {
        (false, false) => format!("shares {shared}, not {lacking}"),
        (false, true) => format!("shares {shared}"),
        (true, false) => format!("lacks {lacking}"),
        (true, true) => "shares nothing".to_owned(),
    }
}
