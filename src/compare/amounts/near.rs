//! Long numbers that are nearly the same: "19.78 seconds" and "19.79 seconds".
//!
//! Two numbers of three and more digits that count the same thing and are no more than [`NEAR`] apart
//! are one measure, rounded or misread, whatever the words around them: of the six such pairs in 34
//! annotated stories readers paired all, of those up to one percent apart half. So is a large number
//! that one gives in full and the other with fewer digits ("$14,959,450", "nearly $15 million"): of
//! six such pairs, all of one story, readers paired all.

use crate::compare::amounts::fit::{CUT, are_near, are_shortened, is_large, is_long};
use crate::compare::amounts::units::meaning;
use crate::model::{
    Amount, ArticleId, Comparison, FactKind, Joined, Joint, SentenceId, Unit, Value,
};
use std::collections::BTreeMap;

/// A number that is near more than so many of another article is one of a list.
const MOST: usize = 2;

/// A number, the sentence that gives it first, and how it is written there.
type Given<'a> = (&'a Amount, SentenceId, &'a str);

/// The pairs of sentences that give nearly the same long number of the same things.
pub(in crate::compare) fn joined(comparison: &Comparison) -> Joined {
    let mut joined = Joined::new();
    for by_article in given(comparison).values() {
        let lists: Vec<&Vec<Given<'_>>> = by_article.values().collect();
        for (at, list) in lists.iter().enumerate() {
            for others in lists.iter().skip(at + 1) {
                joined.extend(list.iter().flat_map(|one| near(one, others)));
            }
        }
    }
    joined
}

/// The long numbers of a story by what they count, each article's in order of size.
fn given(
    comparison: &Comparison,
) -> BTreeMap<(FactKind, &Unit), BTreeMap<ArticleId, Vec<Given<'_>>>> {
    let mut all: BTreeMap<_, BTreeMap<_, Vec<Given<'_>>>> = BTreeMap::new();
    for fact in &comparison.facts.facts {
        let Value::Amount(amount) = &fact.value else {
            continue;
        };
        if (is_long(amount) || is_large(amount)) && amount.unit != Unit::Unsaid {
            let counted = (fact.kind, meaning(&amount.unit));
            let article = fact.sentence.article;
            let words = comparison.article(article).slice(fact.span);
            let list = all.entry(counted).or_default().entry(article).or_default();
            list.push((amount, fact.sentence, words));
        }
    }
    for list in all.values_mut().flat_map(BTreeMap::values_mut) {
        list.sort_by(|x, y| x.0.number.total_cmp(&y.0.number).then(x.1.cmp(&y.1)));
        list.dedup_by_key(|it| it.0.number.to_bits());
    }
    all
}

/// The pairs that a number makes with those of another article, but for equal ones: that two give
/// the same number is weighed with all else.
fn near<'a>(
    &(amount, a, words): &'a Given<'_>,
    others: &'a [Given<'_>],
) -> impl Iterator<Item = ((SentenceId, SentenceId), Joint)> + 'a {
    let number = amount.number;
    let first = others.partition_point(|it| it.0.number * CUT < number);
    let end = others.partition_point(|it| it.0.number <= number * CUT);
    let found = others.get(first..end).unwrap_or_default().iter();
    let alike = |it: &&Given<'_>| are_near(it.0, amount) || are_shortened(it.0, amount);
    let mut found: Vec<&Given<'_>> = found.filter(alike).take(MOST + 1).collect();
    if found.len() > MOST {
        found.clear();
    }
    found.retain(|it| it.0.number.to_bits() != number.to_bits());
    let joint =
        move |&(_, b, other): &Given<'_>| ((a, b), Joint::Amount(format!("“{words}”, “{other}”")));
    found.into_iter().map(joint)
}
