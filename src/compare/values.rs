//! Numbers that outlets give differently for the same piece.
//!
//! Two amounts are held against each other when they count the same kind of thing, are of one size,
//! and something in the words around both is the same; a percent of one thing and a percent of
//! another are not. An amount that the other outlet gives anywhere, or that fits one of its amounts
//! there, is no rival. What remains and cannot be true together is a conflict.

use super::clash::{Clash, Side};
use super::fit::{are_near, compatible, is_one_number};
use super::reading::{Noted, Pair, Token, facts_of};
use super::scores;
use crate::model::{
    Amount, ArticleId, Comparison, Fact, FactKind, FindingKind, Place, Qualifier, SentenceId,
    Severity, Value,
};
use crate::text::lexicon::Lexicon;
use crate::text::words::Tokenizer;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Amounts further apart than this factor are of different things: the price of a share and that of
/// the company.
const APART: f64 = 2.5;

/// Prices further apart than this factor need a word in common to be of one thing.
const NEAR: f64 = 1.25;

/// How many words on either side of an amount say what it is about.
const AROUND: usize = 8;

/// How many words around must be the same for amounts of time, of which every story has many.
const OF_TIME: usize = 2;

/// The amounts that linked sentences of a row give differently.
pub(super) fn clashes(
    comparison: &Comparison,
    amounts: &Noted<Vec<Told<'_>>>,
    pairs: &[Pair<'_>],
) -> Vec<Clash> {
    let mut clashes: Vec<Clash> = pairs
        .iter()
        .flat_map(|pair| rivals(comparison, amounts, pair))
        .collect();
    // Each sentence once, in the order of the pairs.
    let mut seen = BTreeSet::new();
    let sentences = pairs.iter().flat_map(|pair| [pair.a, pair.b]);
    let sentences: Vec<SentenceId> = sentences.filter(|&id| seen.insert(id)).collect();
    for clash in &mut clashes {
        let also: Vec<Side> = sentences
            .iter()
            .filter_map(|&id| amounts.get(id))
            .flatten()
            .filter(|t| clash.sides.iter().any(|known| same_number(t, known)))
            .map(side)
            .collect();
        clash.sides.extend(also);
    }
    clashes
}

/// Whether an amount of another outlet is that of a side but for how exact it is meant: who says
/// "at least 19" stands with those who say 19 against 21.
fn same_number(told: &Told<'_>, known: &Side) -> bool {
    let exact = Amount {
        qualifier: Qualifier::Exact,
        ..told.amount.clone()
    };
    let plain = known.value.trim_start_matches(SIGNS);
    value(&exact, told.unit) == plain && told.fact.sentence.article != known.place.article
}

/// An amount with what is said around it.
pub(super) struct Told<'a> {
    pub fact: &'a Fact,
    pub amount: &'a Amount,
    /// Its unit by meaning.
    unit: &'a str,
    /// What the words on either side are about.
    around: BTreeSet<&'a str>,
    /// What a share is said to be of, or more than: the words after it.
    base: BTreeSet<&'a str>,
    /// Of a score, what the words right beside it are about.
    beside: BTreeSet<&'a str>,
    /// Whether its sentence gives no other amount of its kind.
    sole: bool,
}

fn rivals(comparison: &Comparison, amounts: &Noted<Vec<Told<'_>>>, pair: &Pair<'_>) -> Vec<Clash> {
    let mut clashes = Vec::new();
    let Some((left, right)) = amounts.of(pair) else {
        return clashes;
    };
    if left.is_empty() || right.is_empty() {
        return clashes;
    }
    let left = alone(comparison, left, pair.b);
    let right = alone(comparison, right, pair.a);
    for &x in &left {
        let Some(y) = best(x, &right.iter().copied()) else {
            continue;
        };
        if best(y, &left.iter().copied()).is_some_and(|back| std::ptr::eq(back, x))
            && !compatible(x.amount, y.amount)
        {
            let exact = [x, y]
                .iter()
                .all(|t| t.amount.qualifier == Qualifier::Exact);
            clashes.push(Clash {
                kind: FindingKind::Number,
                severity: if exact {
                    Severity::Major
                } else {
                    Severity::Notable
                },
                row: pair.row,
                sides: vec![side(x), side(y)],
                explained: false,
            });
        }
    }
    clashes
}

/// The amounts of a sentence that the article of `other` gives nowhere and that fit no amount of
/// that sentence.
fn alone<'a, 'b>(
    comparison: &Comparison,
    told: &'a [Told<'b>],
    other: SentenceId,
) -> Vec<&'a Told<'b>> {
    let facts = comparison.facts_of(other);
    let given = |t: &Told<'_>| {
        facts.iter().any(|fact| fits(t, fact)) || anywhere(comparison, other.article, t)
    };
    told.iter().filter(|t| !given(t)).collect()
}

/// Whether an article gives an amount in any of its sentences, or a number that is the same one
/// written longer or shorter, whatever it is said to count there: "35.7 percent", "was 35.72".
pub(super) fn anywhere(comparison: &Comparison, id: ArticleId, told: &Told<'_>) -> bool {
    let amount = told.amount;
    let facts = facts_of(comparison, id).iter();
    let mut amounts = facts.filter_map(|fact| match &fact.value {
        Value::Amount(other) => Some((fact.kind, other)),
        _ => None,
    });
    amounts.any(|(of, other)| {
        let same = |x: f64, y: f64| (x - y).abs() < f64::EPSILON * x.abs().max(1.0);
        if amount.is_score() {
            return compatible(amount, other);
        }
        let number =
            same(other.number, amount.number) || other.to.is_some_and(|to| same(to, amount.number));
        let counted = || of == told.fact.kind && meaning(&other.unit) == told.unit;
        number && counted() || is_one_number(other.number, amount.number)
    })
}

/// Whether an amount can be true together with one that a fact gives of the same things.
pub(super) fn fits(told: &Told<'_>, fact: &Fact) -> bool {
    let alike = |y: &Amount| compatible(told.amount, y) && meaning(&y.unit) == told.unit;
    fact.kind == told.fact.kind && matches!(&fact.value, Value::Amount(y) if alike(y))
}

/// The amounts of a sentence, or of a headline.
pub(super) fn told<'a>(facts: &'a [Fact], tokens: &'a [Token]) -> Vec<Told<'a>> {
    let facts = facts.iter();
    let amounts = facts.clone().filter_map(|fact| match &fact.value {
        Value::Amount(amount) if !is_trait(amount) => Some((fact, amount)),
        _ => None,
    });
    let sole = |kind: FactKind| facts.clone().filter(|fact| fact.kind == kind).count() == 1;
    let told = amounts.map(|(fact, amount)| {
        let first = tokens.partition_point(|t| t.span.end <= fact.span.start);
        let last = tokens.partition_point(|t| t.span.start < fact.span.end);
        let near = |range: std::ops::Range<usize>| {
            let words = tokens.get(range).unwrap_or_default().iter();
            words
                .filter(|t| t.content && !numeral(t) && !meaning_is(&t.stem, "people"))
                .map(|t| about(&t.stem))
        };
        let end = tokens.len().min(last + AROUND);
        let base = tokens.get(last..end).unwrap_or_default().iter();
        let base = base
            .take_while(|t| !t.breaks && !numeral(t))
            .filter(|t| t.content)
            .map(|t| t.stem.as_str());
        Told {
            fact,
            amount,
            unit: meaning(&amount.unit),
            around: near(first.saturating_sub(AROUND)..end).collect(),
            base: base.collect(),
            beside: scores::beside(amount, tokens, first..last),
            sole: sole(fact.kind),
        }
    });
    told.collect()
}

/// What both sides say around two amounts.
pub(super) fn shared(x: &Told<'_>, y: &Told<'_>) -> usize {
    x.around
        .intersection(&y.around)
        .filter(|word| **word != x.unit)
        .count()
}

/// The amount of `others` that is most likely of the same thing as `x`; none where two are alike.
pub(super) fn best<'a, 'b: 'a>(
    x: &Told<'_>,
    others: &(impl Iterator<Item = &'a Told<'b>> + Clone),
) -> Option<&'a Told<'b>> {
    let rivals = || others.clone().filter(|y| comparable(x, y));
    let best = rivals().max_by_key(|y| shared(x, y))?;
    let alike = rivals().filter(|y| shared(x, y) == shared(x, best)).count();
    (alike == 1).then_some(best)
}

/// Whether one or both of two counts say what they count only by what is told of it: "185 were
/// rescued", "187 people came ashore".
fn bare(x: &Told<'_>, y: &Told<'_>) -> bool {
    let people = |t: &Told<'_>| t.unit.is_empty() || t.unit == "people";
    let mut both = x.around.intersection(&y.around);
    people(x) && people(y) && both.any(|word| said().values().any(|name| name == word))
}

/// Whether two sums of money, each the only one of its sentence, are near enough to be of one thing
/// whatever the words around them are: "bought for 2.4 billion euros", "sold for €2.6bn".
fn one_price(x: &Told<'_>, y: &Told<'_>) -> bool {
    let (low, high) = (
        x.amount.number.min(y.amount.number),
        x.amount.number.max(y.amount.number),
    );
    x.fact.kind == FactKind::Money && x.sole && y.sole && high <= low * NEAR
}

/// Whether two amounts may be of the same thing.
fn comparable(x: &Told<'_>, y: &Told<'_>) -> bool {
    let unit = x.unit.strip_prefix("ordinal ").unwrap_or(x.unit);
    let needed = if lists().has_in("time", unit) {
        OF_TIME
    } else {
        1
    };
    if x.amount.is_score() || y.amount.is_score() {
        return scores::differ_in_one(x.amount, y.amount) && !x.beside.is_disjoint(&y.beside);
    }
    let bases = x.base.is_empty() || y.base.is_empty() || !x.base.is_disjoint(&y.base);
    of_one_size(x.amount, y.amount)
        && x.fact.kind == y.fact.kind
        && (x.unit == y.unit && !x.unit.is_empty() || bare(x, y))
        && (shared(x, y) >= needed || one_price(x, y) || are_near(x.amount, y.amount))
        && (x.fact.kind != FactKind::Percent || bases)
}

/// Whether two amounts are near enough to be of the same thing.
pub(super) fn of_one_size(x: &Amount, y: &Amount) -> bool {
    x.number.max(y.number) <= x.number.min(y.number) * APART
}

/// Whether a fact is a count of things.
pub(super) fn is_count(fact: &Fact) -> bool {
    fact.kind == FactKind::Quantity && matches!(fact.value, Value::Amount(_))
}

impl Told<'_> {
    /// Whether it says what it counts.
    pub(super) fn names_unit(&self) -> bool {
        !self.unit.is_empty()
    }

    /// What it counts, by meaning, as far as that is listed: people, too, where it does not say ("23",
    /// "23 dead").
    pub(super) fn counted(&self) -> Option<&'static str> {
        let bare = self.unit.is_empty() || toll(PEOPLE, self.unit).is_some();
        let unit = if bare { PEOPLE } else { self.unit };
        units()
            .values()
            .find(|name| **name == unit)
            .copied()
            .filter(|_| is_count(self.fact))
    }
}

/// Signs before a number that say how exact it is meant.
const SIGNS: [char; 5] = ['~', '≥', '>', '≤', '<'];

/// "≥19 people".
pub(super) fn value(amount: &Amount, unit: &str) -> String {
    let [about, at_least, more, at_most, less] = SIGNS.map(String::from);
    let sign = match amount.qualifier {
        Qualifier::Exact => String::new(),
        Qualifier::About => about,
        Qualifier::AtLeast => at_least,
        Qualifier::MoreThan => more,
        Qualifier::AtMost => at_most,
        Qualifier::LessThan => less,
    };
    let to = amount.to.map_or(String::new(), |to| format!("–{to}"));
    format!("{sign}{}{to} {unit}", amount.number)
        .trim_end()
        .to_owned()
}

pub(super) fn side(told: &Told<'_>) -> Side {
    Side {
        place: Place {
            article: told.fact.sentence.article,
            span: told.fact.span,
        },
        value: value(told.amount, told.unit),
    }
}

pub(super) fn numeral(token: &Token) -> bool {
    token.key.starts_with(|c: char| c.is_ascii_digit())
}

fn lists() -> &'static Lexicon {
    static LISTS: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("data/units.txt")));
    &LISTS
}

/// The stems of a section, each with the name of its meaning.
fn table(section: &'static str) -> BTreeMap<String, &'static str> {
    let tokenizer = Tokenizer::new(None);
    let lines = lists().section(section).map(|line| line.split(' '));
    let named = lines.filter_map(|mut words| words.next().map(|name| (name, words)));
    let all = named.flat_map(|(name, words)| words.chain([name]).map(move |word| (word, name)));
    all.map(|(word, name)| (tokenizer.stem(word), name))
        .collect()
}

/// Units by stem, with their meaning.
fn units() -> &'static BTreeMap<String, &'static str> {
    static TABLE: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| table("unit"));
    &TABLE
}

/// A unit by its meaning: passengers and lives are people.
pub(super) fn meaning(unit: &str) -> &str {
    units().get(unit).map_or(unit, |name| name)
}

/// The meaning of all words that count persons.
pub(super) const PEOPLE: &str = "people";

fn meaning_is(unit: &str, name: &str) -> bool {
    meaning(unit) == name
}

/// The words that say something of the things counted, by stem.
fn said() -> &'static BTreeMap<String, &'static str> {
    static TABLE: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| table("about"));
    &TABLE
}

/// What a word says of the things counted: "died" and "toll" are of the dead.
fn about(stem: &str) -> &str {
    said().get(stem).map_or(stem, |name| name)
}

/// What a word says of the people that an event touched, or of the `counted` things, if it is one of
/// the words for that.
pub(super) fn toll(counted: &str, stem: &str) -> Option<&'static str> {
    let section = if counted == PEOPLE { "toll" } else { "tally" };
    let name = said().get(stem).copied();
    name.filter(|name| lists().has_in(section, name))
}

/// Whether an amount is of a kind of which a person or an event has one: an age, a magnitude.
pub(super) fn is_trait(amount: &Amount) -> bool {
    amount.is_age() || lists().has_in("measure_of_one", &amount.unit)
}

/// Whether a word tells of people only beside a number that says it counts people.
pub(super) fn needs_unit(key: &str) -> bool {
    lists().has_in("named", key)
}

#[cfg(test)]
mod tests {
    use super::{about, meaning};

    #[test]
    fn units_and_words_around_go_by_meaning() {
        assert_eq!(meaning("passeng"), meaning("peopl"));
        assert_ne!(meaning("train"), meaning("peopl"));
        assert_eq!(about("die"), about("toll"));
    }
}
