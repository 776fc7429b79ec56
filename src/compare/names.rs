//! Names that outlets spell or give differently for the same piece.

use super::clash::{Clash, Side};
use super::reading::RowOf;
use crate::model::{ArticleId, Comparison, Fact, FindingKind, Place, Severity, Value};
use crate::parallel;
use crate::text::fold::fold;
use std::collections::BTreeMap;
use strsim::normalized_levenshtein;

/// Fewer names than this are not worth a thread.
const WORTH: usize = 64;

/// How alike two names must be to count as spellings of one.
const ALIKE: f64 = 0.75;

/// Words of names shorter than this are too easily alike.
const SHORTEST: usize = 5;

/// The names that two outlets spell differently: alike but not the same, and neither is anywhere in
/// the other's article; `folded` holds the folded text of each article. The finding stands in the
/// row of the first mention of the spelling that comes first in the order of characters.
pub(super) fn clashes(comparison: &Comparison, folded: &[String], row_of: &RowOf) -> Vec<Clash> {
    let mut holders: BTreeMap<String, Vec<&Fact>> = BTreeMap::new();
    for article in &comparison.articles {
        for (name, first) in first_mentions(comparison, article.id) {
            holders.entry(name).or_default().push(first);
        }
    }
    let names: Vec<(&String, &Vec<&Fact>)> = holders.iter().collect();
    let of_name = parallel::map(&names, WORTH, |at, &(left, in_left)| {
        let later = names.iter().skip(at + 1);
        let alike = later.filter(|(right, _)| misspelt(left, right));
        let mut clashes = Vec::new();
        for &(right, in_right) in alike {
            for (x, y) in in_left
                .iter()
                .flat_map(|x| in_right.iter().map(move |y| (x, y)))
            {
                let (a, b) = (x.sentence.article, y.sentence.article);
                if a == b || mentions(folded, a, right) || mentions(folded, b, left) {
                    continue;
                }
                clashes.extend(row_of.get(&x.sentence).map(|&row| Clash {
                    kind: FindingKind::Name,
                    severity: Severity::Notable,
                    row,
                    sides: vec![side(x, left), side(y, right)],
                    explained: false,
                }));
            }
        }
        clashes
    });
    of_name.into_iter().flatten().collect()
}

/// The folded names of an article, each with its first mention.
fn first_mentions(comparison: &Comparison, id: ArticleId) -> BTreeMap<String, &Fact> {
    let mut mentions = BTreeMap::new();
    for fact in comparison
        .facts
        .facts
        .iter()
        .filter(|fact| fact.sentence.article == id)
    {
        if let Some(name) = name(fact) {
            mentions.entry(name).or_insert(fact);
        }
    }
    mentions
}

fn name(fact: &Fact) -> Option<String> {
    match &fact.value {
        Value::Name(name) => Some(fold(name)),
        _ => None,
    }
}

/// Whether two folded names look like spellings of one: they are of as many words, and each word is
/// the same or alike; of names of several words that differ in more than one, each must begin alike.
fn misspelt(one: &str, other: &str) -> bool {
    let (left, right): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    let pairs = || left.iter().zip(&right).filter(|(x, y)| x != y);
    let long = |x: &str, y: &str| x.chars().count().min(y.chars().count()) >= SHORTEST;
    let alike = |x: &str, y: &str| normalized_levenshtein(x, y);
    let initial = |x: &str, y: &str| x.chars().next() == y.chars().next();
    left.len() == right.len()
        && match pairs().count() {
            0 => false,
            1 => pairs().all(|(x, y)| long(x, y) && alike(x, y) >= ALIKE),
            _ => pairs().all(|(x, y)| long(x, y) && initial(x, y) && alike(x, y) >= ALIKE),
        }
}

/// Whether an article holds a folded name anywhere.
fn mentions(folded: &[String], article: ArticleId, name: &str) -> bool {
    folded
        .get(article.index())
        .is_some_and(|text| text.contains(name))
}

fn side(fact: &Fact, value: &str) -> Side {
    Side {
        place: Place {
            article: fact.sentence.article,
            span: fact.span,
        },
        value: value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::misspelt;

    #[test]
    fn spellings_of_one_name_are_told_from_other_names() {
        assert!(misspelt("marisol dawn", "marisole dawn"));
        assert!(misspelt("halloran", "haloran"));
        assert!(misspelt("marta eilers", "martha ehlers"));
        assert!(!misspelt("john smith", "mary smith"));
        assert!(!misspelt("maria lopez", "mario gomez"));
        assert!(!misspelt("bruce", "tammy bruce"));
        assert!(!misspelt("iran", "iraq"));
    }
}
