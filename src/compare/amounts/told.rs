//! An amount of a sentence with what is told of it.

use crate::compare::amounts::scores;
use crate::compare::amounts::units;
use crate::compare::reading::Token;
use crate::model::{Amount, Fact, FactKind, Unit, Value};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many words on either side of an amount say what it is about.
const AROUND: usize = 8;

/// How many words may stand between a count and what is told of those counted.
const REACH: usize = 6;

/// How many words may stand between "toll" and the number that it stands at, rose or climbed to: of
/// nothing else in the sentence is that number.
const TOLL: usize = 24;

/// What is counted, and what is told of it.
pub(in crate::compare) type Kind = (&'static Unit, &'static str);

/// An amount with what is told of it.
pub(in crate::compare) struct Told<'a> {
    pub fact: &'a Fact,
    pub amount: &'a Amount,
    /// Its unit by meaning.
    pub unit: &'a Unit,
    /// What the words on either side are about.
    pub around: BTreeSet<&'a str>,
    /// What a share is said to be of, or more than: the words after it.
    pub base: BTreeSet<&'a str>,
    /// Of a score, what the words right beside it are about.
    pub beside: BTreeSet<&'a str>,
    /// Whether its sentence gives no other amount of its kind.
    pub sole: bool,
    /// What an event did to those it counts, if it is such a count.
    pub kind: Option<Kind>,
    /// Whether it is the only count of its sentence to which that was done.
    pub alone: bool,
    /// Whether a word parts it from what is told before it ("a ferry with 400 passengers").
    pub apart: bool,
}

/// The amounts of a sentence, or of a headline.
pub(in crate::compare) fn told<'a>(facts: &'a [Fact], tokens: &'a [Token]) -> Vec<Told<'a>> {
    let facts = facts.iter();
    let amounts = facts.clone().filter_map(|fact| match &fact.value {
        Value::Amount(amount) if !units::is_trait(amount) => Some((fact, amount)),
        _ => None,
    });
    let sole = |kind: FactKind| facts.clone().filter(|fact| fact.kind == kind).count() == 1;
    let told = amounts.map(|(fact, amount)| {
        let first = tokens.partition_point(|t| t.span.end <= fact.span.start);
        let last = tokens.partition_point(|t| t.span.start < fact.span.end);
        let end = tokens.len().min(last + AROUND);
        let near = tokens.get(first.saturating_sub(AROUND)..end);
        let near = near.unwrap_or_default().iter();
        let near = near.filter(|t| t.content && !numeral(t) && !units::means_people(&t.stem));
        let base = tokens.get(last..end).unwrap_or_default().iter();
        let base = base.take_while(|t| !t.breaks && !numeral(t));
        let counted = counted(fact, units::counted(&amount.unit));
        Told {
            fact,
            amount,
            unit: units::counted(&amount.unit),
            around: near.map(|t| units::about(&t.stem)).collect(),
            base: base
                .filter(|t| t.content)
                .map(|t| t.stem.as_str())
                .collect(),
            beside: scores::beside(amount, tokens, first..last),
            sole: sole(fact.kind),
            alone: true,
            apart: first
                .checked_sub(1)
                .and_then(|at| tokens.get(at))
                .is_some_and(|t| units::parts(&t.key)),
            kind: counted.and_then(|of| {
                let named = amount.unit != Unit::Unsaid;
                Some((of, done(of, named, tokens, first..last)?))
            }),
        }
    });
    let mut told: Vec<Told<'a>> = told.collect();
    let kinds: Vec<Option<Kind>> = told.iter().map(|it| it.kind).collect();
    for it in &mut told {
        it.alone = kinds.iter().filter(|kind| **kind == it.kind).count() == 1;
    }
    told
}

/// Whether a fact is a count of things.
pub(in crate::compare) fn is_count(fact: &Fact) -> bool {
    fact.kind == FactKind::Quantity && matches!(fact.value, Value::Amount(_))
}

/// What a fact counts, by meaning, as far as that is listed: people, too, where it does not say ("23",
/// "23 dead").
fn counted(fact: &Fact, unit: &Unit) -> Option<&'static Unit> {
    let counted = match unit {
        Unit::Unsaid => Some(units::people()),
        _ => units::listed(unit),
    };
    counted.filter(|_| is_count(fact))
}

fn numeral(token: &Token) -> bool {
    token.key.starts_with(|c: char| c.is_ascii_digit())
}

/// What an event did to the `counted` things whose number stands at `place`, and says whether it names
/// them: the nearest word for it in the phrase, on this side of any other number.
fn done(
    counted: &Unit,
    named: bool,
    tokens: &[Token],
    place: Range<usize>,
) -> Option<&'static str> {
    let (first, last) = (place.start, place.end);
    let said = |t: &Token| {
        let may = named || !units::needs_unit(&t.key);
        units::toll(counted, &t.stem).filter(|_| may)
    };
    let ends = |t: &&Token| numeral(t);
    let own = tokens.get(place)?.iter().find_map(said);
    let after = tokens.get(last..tokens.len().min(last + REACH))?.iter();
    let after = after.take_while(|t| !t.breaks && !ends(t));
    let mut joined = tokens.get(first).is_some_and(|t| !t.breaks);
    let before = tokens.get(first.saturating_sub(REACH)..first)?.iter().rev();
    let before = before.take_while(|t| !ends(t) && !units::parts(&t.key));
    let before = before.take_while(|t| {
        let inside = joined;
        joined = !t.breaks;
        inside
    });
    let near = |(place, kind)| Some((place, kind?));
    let after = after.map(said).enumerate().find_map(near);
    let before = before.map(said).enumerate().find_map(near);
    let before = before.or_else(|| {
        let all = tokens.get(first.saturating_sub(TOLL)..first)?.iter().rev();
        let mut up_to = all.take_while(|t| !ends(t));
        up_to
            .find(|t| t.key == "toll")
            .and_then(said)
            .map(|kind| (REACH, kind))
    });
    let nearest = match (before, after) {
        (Some(x), Some(y)) => Some(if x.0 < y.0 { x } else { y }),
        (x, y) => x.or(y),
    };
    own.or(nearest.map(|(_, kind)| kind))
}

#[cfg(test)]
mod tests {
    use super::done;
    use crate::compare::amounts::units::people;
    use crate::compare::reading::tokens;

    #[test]
    fn a_count_is_of_what_is_told_in_its_phrase() {
        let said = |text: &str, number: &str| {
            let read = tokens(text, 0, None);
            let at = read.iter().position(|t| t.key == number).unwrap();
            done(people(), true, &read, at..at + 2)
        };
        assert_eq!(
            said("The storm killed 19 people in Skerra", "19"),
            Some("dead")
        );
        assert_eq!(
            said("The storm, which hurt 4 people, killed 19", "4"),
            Some("hurt")
        );
        let aboard = "Hundreds are missing after a ferry with 400 passengers sank";
        assert_eq!(said(aboard, "400"), None);
    }
}
