//! The same thing or the same words put in a weightier or a more loaded way.
//!
//! Shown, but never enough to say that outlets diverge: of 7 such differences in linked sentences of
//! annotated stories, readers marked none.

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Noted, Pair, Reading, Token, tokens};
use crate::model::{ArticleId, Comparison, FindingKind, Place, Sentence, SentenceId, Severity};
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::lexicon::Lexicon;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Which share of the content words two sentences must share for one word to stand for another.
const ALIKE: f64 = 0.25;

/// What linked sentences of a row call or report in differently coloured words.
pub(in crate::compare) fn clashes(
    comparison: &Comparison,
    colours: &Noted<Colours>,
    pair: &Pair<'_>,
) -> Vec<Clash> {
    let Some((left, right)) = colours.of(pair) else {
        return Vec::new();
    };
    let mut found = loaded(comparison, pair, &left.words, &right.words);
    found.extend(reporting(pair, left, right));
    found
}

/// How a sentence colours what it tells.
pub(in crate::compare) struct Colours {
    words: Vec<Coloured>,
    reported: Option<Reported>,
}

/// How a sentence colours what it tells.
pub(in crate::compare) fn colours(comparison: &Comparison, reading: &Reading) -> Colours {
    Colours {
        words: coloured(comparison, reading.id, &reading.tokens),
        reported: reported(comparison, reading),
    }
}

/// A word that has a plainer or a more loaded form: the thing, the column and the place.
type Coloured = (usize, usize, Span);

/// Who is quoted in a sentence, and with a verb of which colour, where.
struct Reported {
    speaker: String,
    colour: Option<&'static str>,
    verb: Span,
    /// The stems of the content words that are quoted.
    words: BTreeSet<String>,
}

impl Reported {
    /// The share of the words of the shorter that the other has too.
    fn shares(&self, other: &Self) -> f64 {
        let fewer = self.words.len().min(other.words.len()).max(1);
        self.words.intersection(&other.words).count() as f64 / fewer as f64
    }
}

/// The wordings of [`loaded.txt`](self) by word: the thing and the column.
fn wordings() -> &'static BTreeMap<&'static str, (usize, usize)> {
    static TABLE: LazyLock<BTreeMap<&'static str, (usize, usize)>> = LazyLock::new(|| {
        let list = Lexicon::new(include_str!("../data/loaded.txt"));
        let lines: Vec<&'static str> = list.section("pairs").collect();
        let mut table = BTreeMap::new();
        for (thing, line) in lines.into_iter().enumerate() {
            for (column, words) in line.split(" | ").enumerate() {
                table.extend(words.split(' ').map(|word| (word, (thing, column))));
            }
        }
        table
    });
    &TABLE
}

/// The words of a sentence that have a plainer or a more loaded form, outside quotation marks.
fn coloured(comparison: &Comparison, id: SentenceId, tokens: &[Token]) -> Vec<Coloured> {
    let quoted = |span: Span| {
        comparison
            .quotes_of(id)
            .iter()
            .any(|q| q.span.overlaps(span))
    };
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).filter(|t| !t.breaks);
        let phrase = next.map(|next| {
            (
                format!("{}_{}", token.key, next.key),
                token.span.cover(next.span),
            )
        });
        let word = (token.key.clone(), token.span);
        let known = [phrase, Some(word)]
            .into_iter()
            .flatten()
            .find_map(|(words, span)| {
                wordings()
                    .get(words.as_str())
                    .map(|(thing, column)| (*thing, *column, span))
            });
        found.extend(known.filter(|(_, _, span)| !quoted(*span)));
    }
    found
}

/// Things that two sentences call by words of other columns, and neither by a word of the other's; nor
/// does its outlet by the loaded one anywhere.
fn loaded(
    comparison: &Comparison,
    pair: &Pair<'_>,
    left: &[Coloured],
    right: &[Coloured],
) -> Vec<Clash> {
    if pair.overlap < ALIKE {
        return Vec::new();
    }
    let has =
        |list: &[Coloured], thing, column| list.iter().any(|(t, c, _)| (*t, *c) == (thing, column));
    let mut found = Vec::new();
    for (thing, column, x) in left {
        for (_, other, y) in right.iter().filter(|(t, c, _)| t == thing && c != column) {
            if has(left, *thing, *other) || has(right, *thing, *column) {
                continue;
            }
            let uses = |id: SentenceId, column| uses(comparison, id.article, (*thing, column));
            if uses(pair.a, *other) || uses(pair.b, *column) {
                continue;
            }
            let word = |column| if column == 0 { "plain" } else { "loaded" };
            let (left, right) = match (word(*column), word(*other)) {
                ("loaded", "loaded") => ("loaded one way", "loaded another way"),
                words => words,
            };
            found.push(clash(pair, (*x, left), (*y, right)));
        }
    }
    found
}

/// Whether an outlet uses a loaded wording anywhere itself: then it does not avoid it.
fn uses(comparison: &Comparison, id: ArticleId, (thing, column): (usize, usize)) -> bool {
    let article = comparison.article(id);
    let language = article.language.as_deref();
    let says = |(sentence, id): (&Sentence, SentenceId)| {
        let tokens = tokens(article.slice(sentence.span), sentence.span.start, language);
        let words = coloured(comparison, id, &tokens);
        words.iter().any(|(t, c, _)| (*t, *c) == (thing, column))
    };
    let mut sentences = article.sentences.iter().zip(article.sentence_ids());
    column > 0 && sentences.any(says)
}

fn clash(pair: &Pair<'_>, x: (Span, &str), y: (Span, &str)) -> Clash {
    let side = |id: SentenceId, (span, value): (Span, &str)| Side {
        place: Place {
            article: id.article,
            span,
        },
        value: value.to_owned(),
    };
    Clash {
        kind: FindingKind::Characterisation,
        severity: Severity::Minor,
        row: pair.row,
        sides: vec![side(pair.a, x), side(pair.b, y)],
        explained: true,
    }
}

/// Verbs of reporting by colour.
fn verbs() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/reporting.txt")));
    &LIST
}

/// The colour of a verb of reporting; neutral ones have none.
fn colour(verb: &str) -> Option<&'static str> {
    verbs().sections().find(|name| verbs().has_in(name, verb))
}

/// One speaker's words, given with verbs of other colour.
fn reporting(pair: &Pair<'_>, left: &Colours, right: &Colours) -> Option<Clash> {
    let (x, y) = left.reported.as_ref().zip(right.reported.as_ref())?;
    let differ = x.speaker == y.speaker && x.colour != y.colour && x.shares(y) >= ALIKE;
    let side = |of: &Reported| (of.verb, of.colour.unwrap_or("neutral"));
    differ.then(|| clash(pair, side(x), side(y)))
}

/// Who is quoted in a sentence, where it holds one quote, and with a verb of which colour.
fn reported(comparison: &Comparison, reading: &Reading) -> Option<Reported> {
    let id = reading.id;
    let [quote] = comparison.quotes_of(id) else {
        return None;
    };
    let speaker = fold(&quote.speaker.as_ref()?.name);
    let verb = quote.verb.as_deref()?;
    let article = comparison.article(id.article);
    let sentence = article.sentences.get(id.index as usize)?;
    let text = article.slice(sentence.span);
    let places = text
        .match_indices(verb)
        .map(|(at, _)| Span::new(at, at + verb.len()).shift(sentence.span.start));
    let outside = places.filter(|span| !quote.span.overlaps(*span));
    let place = outside.min_by_key(|span| {
        span.start
            .abs_diff(quote.span.start)
            .min(span.start.abs_diff(quote.span.end))
    })?;
    let quoted = reading.tokens.iter();
    let quoted = quoted.filter(|token| token.content && quote.span.contains(token.span));
    Some(Reported {
        speaker,
        colour: colour(&lemma(verb)),
        verb: place,
        words: quoted.map(|token| token.stem.clone()).collect(),
    })
}

/// The dictionary form of a verb as facts report it: the first word, without its ending.
fn lemma(verb: &str) -> String {
    let key = fold(verb);
    let first = key.split(' ').next().unwrap_or_default();
    let forms = |entry: &str| {
        let stem = entry.strip_suffix('e').unwrap_or(entry);
        let doubled = format!("{entry}{}", entry.chars().last().unwrap_or_default());
        [
            entry.to_owned(),
            format!("{entry}s"),
            format!("{stem}ed"),
            format!("{stem}ing"),
            format!("{doubled}ed"),
            format!("{doubled}ing"),
        ]
    };
    let known = verbs()
        .entries()
        .find(|entry| forms(entry).iter().any(|form| form == first));
    known.unwrap_or(first).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{colour, lemma, wordings};

    #[test]
    fn verbs_have_their_colour() {
        assert_eq!(colour(&lemma("admitted")), Some("admission"));
        assert_eq!(colour(&lemma("bragging")), Some("boast"));
        assert_eq!(colour(&lemma("claims")), Some("doubt"));
        assert_eq!(colour(&lemma("said")), None);
    }

    #[test]
    fn wordings_of_one_thing_stand_in_columns() {
        let (protester, rioter) = (wordings()["protesters"], wordings()["rioters"]);
        assert_eq!(protester.0, rioter.0);
        assert_ne!(protester.1, rioter.1);
    }
}
