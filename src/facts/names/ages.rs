//! Ages that are given with a name: "Ann Lee, 47,", "47-year-old Ann Lee", "Ann Lee, aged 47".

use super::Mention;
use super::cast::Cast;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::model::{Amount, Fact, FactKind, Qualifier, SentenceId, Unit, Value};
use std::ops::Range;

/// Nobody is older.
const OLDEST: u8 = 115;

/// How many words may tell what somebody is between "47-year-old" and the name.
const WORDS: usize = 3;

/// The ages of the persons that a page names, in order.
pub(in crate::facts) fn find(page: &Page<'_>, cast: &Cast) -> Vec<Fact> {
    let ages = cast.on(page).iter().filter_map(|(mention, entity)| {
        let entity = cast.entities.get(*entity)?;
        if entity.kind != FactKind::Person || !entity.name.contains(' ') {
            return None;
        }
        let (age, tokens) = age(page, mention)?;
        Some(Fact {
            kind: FactKind::Quantity,
            sentence: SentenceId::new(page.article.id, mention.sentence as u32),
            span: page.span(&tokens),
            value: Value::Amount(Amount {
                number: f64::from(age),
                to: None,
                unit: Unit::Age(entity.name.clone()),
                qualifier: Qualifier::Exact,
            }),
        })
    });
    ages.collect()
}

/// The age that is told beside a mention, and the tokens that tell it.
fn age(page: &Page<'_>, mention: &Mention) -> Option<(u8, Range<usize>)> {
    let sentence = page.sentence(mention.sentence);
    let reader = Reader { page, sentence };
    reader
        .behind(mention.tokens.end)
        .or_else(|| reader.before(mention.start.min(mention.tokens.start)))
}

struct Reader<'a> {
    page: &'a Page<'a>,
    sentence: Range<usize>,
}

impl Reader<'_> {
    fn key(&self, at: usize) -> &str {
        let inside = self.sentence.contains(&at);
        let token = self.page.token(at).filter(|_| inside);
        token.map_or("", |t| t.key.as_str())
    }

    fn is(&self, at: usize, keys: &[&str]) -> bool {
        keys.contains(&self.key(at))
    }

    fn number(&self, at: usize) -> Option<u8> {
        let number = self.key(at).parse().ok()?;
        (1..=OLDEST).contains(&number).then_some(number)
    }

    /// ", 47,", "(47)", ", aged 47", ", the oldest at 47", ", a 47-year-old" from the token at `at` on.
    fn behind(&self, at: usize) -> Option<(u8, Range<usize>)> {
        let comma = self.is(at, &[","]);
        if !comma && !self.is(at, &["(", "aged"]) {
            return None;
        }
        let aged = at + usize::from(comma);
        let superlative = comma && self.is(at + 1, &["the"]) && self.key(at + 2).ends_with("est");
        if self.is(aged, &["aged", "age"]) || superlative && self.is(at + 3, &["at"]) {
            let at = if superlative { at + 4 } else { aged + 1 };
            return Some((self.number(at)?, at..at + 1)).filter(|_| !self.is_past(at + 1));
        }
        if comma && self.is(at + 1, &["a", "an", "the"]) {
            return self.year_old(at + 2);
        }
        let follows = |at: usize| self.page.token(at).filter(|_| self.sentence.contains(&at));
        let listed = self.is(at + 2, &["and"]) && follows(at + 3).is_some_and(Token::is_capital);
        let number = |t: &Token| t.key.starts_with(|c: char| c.is_ascii_digit());
        let closes = if comma {
            listed || self.is(at + 2, &[",", "."]) && !follows(at + 3).is_some_and(number)
        } else {
            self.is(at + 2, &[")"])
        };
        let age = self
            .number(at + 1)
            .filter(|_| closes && !self.is_past(at + 2))?;
        Some((age, at + 1..at + 2))
    }

    /// "47-year-old" and what somebody is, before the name at `end`.
    fn before(&self, end: usize) -> Option<(u8, Range<usize>)> {
        let first = end.checked_sub(WORDS)?.max(self.sentence.start);
        let says = |at: &usize| {
            let token = self.page.token(*at);
            token.is_some_and(|t| t.is_word() && !t.class.is(Class::FUNCTION) && t.key != "old")
        };
        let words = (first..end).rev().take_while(says).count();
        self.year_old((end - words).checked_sub(LENGTH)?)
    }

    /// "47-year-old" at a token.
    fn year_old(&self, at: usize) -> Option<(u8, Range<usize>)> {
        let old = self.is(at + 1, &["-"])
            && self.is(at + 2, &["year"])
            && self.is(at + 3, &["-"])
            && self.is(at + 4, &["old"]);
        Some((self.number(at)?, at..at + LENGTH)).filter(|_| old)
    }

    /// Whether what stands at a token says that the age is of another time: "at the time", "when".
    fn is_past(&self, at: usize) -> bool {
        let at = at + usize::from(self.is(at, &[","]));
        self.is(at, &["when", "then"]) || self.is(at, &["at"]) && self.is(at + 2, &["time"])
    }
}

/// How many tokens "47-year-old" has.
const LENGTH: usize = 5;

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::article;
    use crate::model::{Unit, Value};

    fn ages(text: &str) -> Vec<(f64, String)> {
        let facts = find(&[article(&[text])]).facts.into_iter();
        let amounts = facts.filter_map(|fact| match fact.value {
            Value::Amount(it) => Some((it.number, it.unit)),
            _ => None,
        });
        let ages = amounts.filter_map(|(number, unit)| match unit {
            Unit::Age(name) => Some((number, name)),
            _ => None,
        });
        ages.collect()
    }

    #[test]
    fn a_number_beside_a_name_is_an_age() {
        for text in [
            "Ann Olden, 47, was jailed.",
            "Ann Olden, 47 and Piet Roe, a baker, were jailed.",
            "The court jailed Ann Olden (47) for a year.",
            "The 47-year-old net mender Ann Olden was jailed.",
            "Ann Olden, a 47-year-old from Skerra, was jailed.",
            "Ann Olden, aged 47, was jailed.",
            "Ann Olden, the oldest at 47, was jailed.",
        ] {
            assert_eq!(ages(text), [(47.0, "Ann Olden".to_owned())], "{text}");
        }
    }

    #[test]
    fn points_and_ages_of_another_time_are_no_age() {
        for text in [
            "Ann Olden, 12, 14 and 9 points ahead, won.",
            "Ann Olden, 25, at the time a baker, fled.",
            "Ann Olden, 300, said so.",
            "Skerra, 47, Ulla said.",
            "Ann Olden won 47 games.",
        ] {
            assert!(ages(text).is_empty(), "{text} {:?}", ages(text));
        }
    }
}
