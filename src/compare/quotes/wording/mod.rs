//! Which changes of a quotation's wording are worth showing.

use crate::compare::named::names::{misspelt, romanised};
use crate::compare::quotes::brackets;
use crate::text::diff::{self, Change, Op};
use crate::text::fold::unaccented;
use crate::text::lexicon::Lexicon;
use crate::text::words::{Tokenizer, Word};
use crate::text::{Span, stopwords::is_function_word};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Changes longer than this, in characters, say only that the rest is different.
const LONGEST: usize = 80;

/// At the edge of what two versions share, how many words may stand in each in place of the
/// other's: longer ones are what else each outlet quotes.
const EDGE: usize = 3;

/// How words are quoted that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Both as whole clauses: every other form of a word is another word.
    Whole,
    /// One worked into a sentence of the outlet's own, whose grammar it follows: endings, tenses
    /// and prepositions may differ.
    WorkedIn,
    /// One told over freely, of which only what stands between the same words can be set against
    /// the other.
    Retold,
}

/// How many words, and how many that say something, stand the same around a word that was changed
/// where the rest is told over freely: "present and develop [concrete → specific] ideas".
const FRAME: usize = 3;
const TELLING_FRAME: usize = 2;

/// How many words may be set against as many where the rest is told over freely.
const FRAMED: usize = 2;

/// How many words two sides of a change must share in one piece to be set against each other
/// piece by piece.
const SHARED_RUN: usize = 3;

/// One change of a quotation's wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Alteration {
    /// Which words.
    pub change: Change,
    /// Whether it alters what was said, not only how it was worked in.
    pub telling: bool,
}

/// The changes inside the words that two versions share: what one has before the first shared word
/// or after the last is a cut, not an alteration, and so is what an ellipsis or square brackets
/// own up to. Punctuation, articles, abbreviations and a change of person ("you'd" → "I'd") are no
/// alteration.
pub(super) fn alterations(
    left: &str,
    right: &str,
    language: Option<&str>,
    manner: Manner,
) -> Vec<Alteration> {
    let changes = diff::words(left, right);
    let changes: Vec<Change> = changes
        .iter()
        .flat_map(|change| split(change, left, right))
        .collect();
    let holds_words = |change: &Change| {
        change.op == Op::Equal && change.a.of(left).contains(char::is_alphanumeric)
    };
    let first = changes.iter().position(holds_words);
    let last = changes.iter().rposition(holds_words);
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let reader = Reader {
        tokenizer: Tokenizer::new(language),
        language,
        manner,
    };
    let altered = |(at, change): (usize, &Change)| {
        let inside = first < at && at < last;
        let telling = reader.judge(change.a.of(left), change.b.of(right), inside)?;
        let long = change.a.len().max(change.b.len()) > LONGEST;
        let is_own = |text: &str, span: Span| is_owned(text, span) || brackets::is_own(text, span);
        let owned = is_own(left, change.a) || is_own(right, change.b);
        let framed =
            manner != Manner::Retold || telling && reader.is_framed(&changes, at, (left, right));
        (change.op != Op::Equal && !long && !owned && framed).then_some(Alteration {
            change: change.plain(left, right),
            telling,
        })
    };
    changes.iter().enumerate().filter_map(altered).collect()
}

/// A change of many words as the changes around the longest run of words that its sides share, where
/// the run is long enough to show what stands for what ("it is up to them to come to" → "the task
/// falls to them to reach").
fn split(change: &Change, left: &str, right: &str) -> Vec<Change> {
    let whole = vec![*change];
    if change.op != Op::Replace {
        return whole;
    }
    let words = |text: &str, span: Span| -> Vec<Word> {
        let words = Tokenizer::new(None).words(span.of(text)).into_iter();
        let shift = |w: Word| Word {
            span: w.span.shift(span.start),
            ..w
        };
        words.map(shift).collect()
    };
    let (a, b) = (words(left, change.a), words(right, change.b));
    let run = |i: usize, j: usize| {
        let (rest, other) = (a.iter().skip(i), b.iter().skip(j));
        rest.zip(other).take_while(|(x, y)| x.key == y.key).count()
    };
    let starts = (0..a.len()).flat_map(|i| (0..b.len()).map(move |j| (i, j)));
    let longest = starts.rev().max_by_key(|(i, j)| run(*i, *j));
    let Some((i, j)) = longest.filter(|(i, j)| run(*i, *j) >= SHARED_RUN) else {
        return whole;
    };
    let span = |words: &[Word], at: usize| {
        let run = words.get(at..at + run(i, j)).unwrap_or_default();
        let ends = run.first().zip(run.last());
        ends.map_or_else(Span::default, |(x, y)| x.span.cover(y.span))
    };
    let (in_a, in_b) = (span(&a, i), span(&b, j));
    let part = |a: Span, b: Span, equal: bool| Change {
        op: match (equal, a.trim(left).is_empty(), b.trim(right).is_empty()) {
            (true, ..) => Op::Equal,
            (_, false, false) => Op::Replace,
            (_, true, _) => Op::Insert,
            (_, _, true) => Op::Delete,
        },
        a,
        b,
    };
    vec![
        part(
            Span::new(change.a.start, in_a.start),
            Span::new(change.b.start, in_b.start),
            false,
        ),
        part(in_a, in_b, true),
        part(
            Span::new(in_a.end, change.a.end),
            Span::new(in_b.end, change.b.end),
            false,
        ),
    ]
}

struct Reader<'a> {
    tokenizer: Tokenizer,
    language: Option<&'a str>,
    manner: Manner,
}

impl Reader<'_> {
    /// Whether what was and what is differ in words that say something; `None` where they do not
    /// differ in words at all, or not in a way that alters what was said.
    fn judge(&self, was: &str, is: &str, inside: bool) -> Option<bool> {
        let (old, new) = (self.tokenizer.words(was), self.tokenizer.words(is));
        let (a, b) = (self.content(&old), self.content(&new));
        // At an edge, what one side has besides all that the other has is cut, not altered.
        let cut = a.is_subset(&b) || b.is_subset(&a);
        let edge = !cut && old.len().max(new.len()) <= EDGE;
        if a != b && !is_abbreviation(was, is) && (inside || edge) {
            return Some(true);
        }
        let small = |words: &[Word]| -> BTreeSet<String> {
            let words = words.iter().filter(|w| !self.is_light(&w.key));
            words.map(|w| w.key.clone()).collect()
        };
        let (a, b) = (small(&old), small(&new));
        let replaced = !a.is_empty() && !b.is_empty() && a != b && inside;
        (replaced && !is_abbreviation(was, is)).then_some(self.manner == Manner::Whole)
    }

    /// Whether a change replaces few words that stand between enough of the same words.
    fn is_framed(&self, changes: &[Change], at: usize, (left, right): (&str, &str)) -> bool {
        let beside = |at: Option<usize>| -> Vec<Word> {
            let equal = at.and_then(|at| changes.get(at));
            let equal = equal.filter(|change| change.op == Op::Equal);
            let text = equal.map_or("", |change| change.a.of(left));
            self.tokenizer.words(text)
        };
        let (before, after) = (beside(at.checked_sub(1)), beside(at.checked_add(1)));
        let telling = self.content(&before).len() + self.content(&after).len();
        let count = |text: &str| self.tokenizer.words(text).len();
        let few = |change: &Change| {
            let most = count(change.a.of(left)).max(count(change.b.of(right)));
            change.op == Op::Replace && most <= FRAMED
        };
        changes.get(at).is_some_and(few)
            && !before.is_empty()
            && !after.is_empty()
            && before.len() + after.len() >= FRAME
            && telling >= TELLING_FRAME
    }

    /// The words that say something, as they are compared.
    fn content(&self, words: &[Word]) -> BTreeSet<String> {
        let telling = |w: &&Word| !self.is_small(&w.key) && !LIGHT.has_in(self.code(), &w.key);
        let words = words.iter().filter(telling);
        let form = |w: &Word| match self.manner {
            Manner::Whole => w.key.clone(),
            Manner::WorkedIn | Manner::Retold => self.shifted(&w.key).unwrap_or(&w.stem).to_owned(),
        };
        words.map(form).collect()
    }

    /// The past form of a modal verb, which reported speech has in its place.
    fn shifted(&self, key: &str) -> Option<&'static str> {
        let section = format!("{}.shift", self.code());
        LIGHT.section(&section).find_map(|pair| {
            let (now, then) = pair.split_once(' ')?;
            [now, then].contains(&key).then_some(then)
        })
    }

    /// Whether a word may be changed without altering what was said.
    fn is_light(&self, key: &str) -> bool {
        key.contains('\'') || LIGHT.has_in(self.code(), key)
    }

    fn code(&self) -> &str {
        self.language.and_then(|code| code.get(..2)).unwrap_or("en")
    }

    /// A function word, or one with the rest of a verb: "you'd", but not "don't".
    fn is_small(&self, key: &str) -> bool {
        let base = match key.split_once('\'') {
            Some((base, "d" | "ll" | "re" | "ve" | "m" | "s")) => base,
            _ => key,
        };
        is_function_word(base, self.language)
    }
}

/// Words that reporters change without altering what was said.
static LIGHT: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("../data/light.txt")));

/// "Sen." and "Senator", one word cut short with a stop, "Ft" and "Fort", one without its middle, or
/// the same letters: without accents, or written apart and in one ("health care"); a name as others
/// spell it.
fn is_abbreviation(was: &str, is: &str) -> bool {
    let letters = |text: &str| -> String {
        let text = unaccented(bare(text)).to_lowercase();
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    if letters(was) == letters(is) || are_spellings(bare(was), bare(is)) {
        return true;
    }
    let short = |short: &str, long: &str| {
        if is_contraction(short.trim(), long.trim()) || brackets::is_acronym(short, long) {
            return true;
        }
        let stem = short
            .trim()
            .strip_suffix('.')
            .unwrap_or_default()
            .to_lowercase();
        stem.len() >= 2 && long.trim().to_lowercase().starts_with(&stem)
    };
    short(was, is) || short(is, was)
}

/// Whether two words are spellings of one name, which nobody hears: "Yousuf" and "Yusuf".
fn are_spellings(one: &str, other: &str) -> bool {
    let names = [one, other].map(|it| it.starts_with(char::is_uppercase) && !it.contains(' '));
    let [x, y] = [one, other].map(|it| unaccented(it).to_lowercase());
    names == [true, true] && (misspelt(&x, &y) || romanised(&x) == romanised(&y))
}

/// Whether a word with a capital is another one without its middle: "St" of "Saint".
fn is_contraction(short: &str, long: &str) -> bool {
    let ends = |word: &str| word.chars().next().zip(word.chars().last());
    let letters = |word: &str| word.chars().all(char::is_alphabetic);
    let mut rest = long.chars();
    short.starts_with(char::is_uppercase)
        && letters(short)
        && letters(long)
        && (2..=4).contains(&short.chars().count())
        && short.chars().count() + 2 <= long.chars().count()
        && ends(short) == ends(long)
        && short.chars().all(|c| rest.any(|other| other == c))
}

/// Whether words stand at an ellipsis or in square brackets, by which the outlet says that it
/// changed them.
fn is_owned(text: &str, span: Span) -> bool {
    let marks = |text: &str| text.contains("...") || text.contains('…') || text.contains('[');
    let before = text.get(..span.start).unwrap_or_default().trim_end();
    let after = text.get(span.end..).unwrap_or_default().trim_start();
    marks(span.of(text))
        || before.ends_with("...")
        || before.ends_with(['…', '[', ']'])
        || after.starts_with("...")
        || after.starts_with(['…', '['])
}

/// Changed words without the punctuation around them, as long as any are left.
pub(super) fn bare(words: &str) -> &str {
    let around = |c: char| c.is_whitespace() || ".,;:!?…“”‘’\"'()[]–—".contains(c);
    let bare = words.trim_matches(around);
    if bare.is_empty() { words.trim() } else { bare }
}

/// The pieces of `long` that `short` lacks, on word borders, but for those that the outlet put in
/// brackets itself.
pub(super) fn cuts(long: &str, short: &str) -> Vec<Span> {
    let changes = diff::words(long, short);
    let cuts = changes.iter().filter(|change| change.op == Op::Delete);
    let cuts = cuts.filter(|change| !brackets::is_own(long, change.a));
    cuts.map(|change| change.a.trim(long)).collect()
}

#[cfg(test)]
mod tests;
