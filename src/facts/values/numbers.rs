//! Quantities, money and shares: numbers with what they count and how exact they are meant.

use super::amounts::{self, Reading};
use super::counted::{PEOPLE, counted, gauge_before, of_the};
use super::exactness::qualifier;
use super::ordinals;
use super::units::{currency_before, is_race, unit_after};
use crate::facts::page::capitals::is_title_case;
use crate::facts::page::counting::list;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::model::{Amount, Fact, FactKind, Qualifier, SentenceId, Unit, Value};
use crate::text::Span;
use crate::text::words::Tokenizer;
use std::ops::Range;

/// The numbers of a page, in order, without those that stand in the spans of `taken`, which are
/// in order too.
pub(in crate::facts) fn find(page: &Page<'_>, taken: &[Span]) -> Vec<Fact> {
    let tokenizer = Tokenizer::new(page.article.language.as_deref());
    let mut found = Vec::new();
    for (sentence, range) in page.sentences.iter().enumerate() {
        let mut at = range.start;
        while at < range.end {
            let ordinal = || ordinals::read(page, range, at, &tokenizer);
            let amount = amount(page, range, at, &tokenizer);
            let Some((amount, tokens)) = amount.or_else(ordinal) else {
                at += 1;
                continue;
            };
            at = tokens.end.max(at + 1);
            let span = page.span(&tokens);
            let next = taken.partition_point(|other| other.end <= span.start);
            if taken.get(next).is_some_and(|other| other.overlaps(span)) {
                continue;
            }
            found.push(Fact {
                kind: kind(&amount.unit),
                sentence: SentenceId::new(page.article.id, sentence as u32),
                span,
                value: Value::Amount(amount),
            });
        }
    }
    found
}

/// The kind of fact that an amount of some unit is.
const fn kind(unit: &Unit) -> FactKind {
    match unit {
        Unit::Money(_) => FactKind::Money,
        Unit::Percent | Unit::Points => FactKind::Percent,
        _ => FactKind::Quantity,
    }
}

/// The number that begins at a token, with its tokens, qualifier and unit included.
fn amount(
    page: &Page<'_>,
    range: &Range<usize>,
    at: usize,
    tokenizer: &Tokenizer,
) -> Option<(Amount, Range<usize>)> {
    let reading = amounts::read(page, at, range.end)?;
    let sign = currency_before(page, range.start, reading.first);
    let start = at.min(reading.first - sign.map_or(0, |(_, length)| length));
    let mut tokens = start..reading.end;
    let mut unit = match (sign, unit_after(page, reading.end, range.end)) {
        (Some((code, _)), _) => Unit::Money(code),
        (None, Some((unit, end))) => {
            tokens.end = end;
            unit
        }
        (None, None) => {
            if is_label(page, range, at, &reading) {
                return None;
            }
            let (unit, end) = counted(page, &reading, range.end, tokenizer);
            if tells_which(page, range, at, &reading, &unit) {
                return None;
            }
            // "A 52-48 vote", "won 3-1": a score counts nothing else.
            if reading.to.is_some_and(|to| to < reading.number) {
                Unit::Score
            } else {
                tokens.end = end;
                let of_the = || of_the(page, end, range.end, tokenizer);
                let unit = Some(unit).filter(|unit| *unit != Unit::Unsaid);
                unit.or_else(of_the).unwrap_or_default()
            }
        }
    };
    let quantity = kind(&unit) == FactKind::Quantity;
    let people = matches!(&unit, Unit::Counted(stem) if stem == PEOPLE);
    if !reading.counts_alone && quantity && !people {
        return None;
    }
    let (qualifier, start) = qualifier(page, range.start, tokens.start);
    tokens.start = start;
    if let Some(noun) = gauge_before(page, range.start, start).filter(|_| quantity) {
        let word = page.token(noun).map_or("", |t| t.key.as_str());
        unit = Unit::Counted(tokenizer.stem(word));
        tokens = noun..reading.end;
    }
    let qualifier = if reading.or_more {
        Qualifier::AtLeast
    } else {
        qualifier
    };
    let amount = Amount {
        number: reading.number,
        to: reading.to,
        unit,
        qualifier,
    };
    Some((amount, tokens))
}

/// Whether a number only tells which one: "Section 2", "No. 5", "Flight 370".
fn is_label(page: &Page<'_>, range: &Range<usize>, at: usize, reading: &Reading) -> bool {
    let Some(before) = at
        .checked_sub(1)
        .filter(|i| *i >= range.start)
        .and_then(|i| page.token(i))
    else {
        return false;
    };
    let stop = before.key == "." && at >= range.start + 2;
    let word = if stop {
        page.token(at - 2)
    } else {
        Some(before)
    };
    let number = word.is_some_and(|t| t.is_one_of(&["no", "nos", "nr", "vol", "art"])) && stop
        || before.key == "#";
    // "the Sept. 11 families": the day that names an event.
    let day =
        reading.digits && reading.number <= 31.0 && word.is_some_and(|t| t.class.is(Class::MONTH));
    // "(4711.HK)": the code of a share.
    let next = |at: usize| {
        page.token(at)
            .filter(|_| at < range.end && page.is_joined(at))
    };
    let code = reading.digits
        && next(reading.end).is_some_and(|t| t.key == ".")
        && next(reading.end + 1).is_some_and(|t| t.case == Case::Upper);
    // "The 200m final".
    let race = reading.digits && is_race(page, at, range.end);
    let holds = |before: &Token| {
        let other = Class::FUNCTION
            .or(Class::TITLE)
            .or(Class::WEEKDAY)
            .or(Class::SPEECH);
        before.is_capital() && at > range.start + 1 && !before.class.is(other)
    };
    let named = reading.digits && reading.to.is_none() && holds(before);
    // "Air Force Two"; in a headline capitals show nothing.
    let word = !reading.digits && page.token(at).is_some_and(|t| t.case == Case::Capital);
    let named = named || word && holds(before) && !is_title_case(page.slice(range.clone()));
    number || named || day || race || code
}

/// Whether things of this kind have numbers for names: "channel", "chapter".
pub(in crate::facts) fn is_numbered(key: &str) -> bool {
    list().has_in("numbered", key)
}

/// Whether a number that counts `unit` only tells which one: "chapter four", "Article 5 says", "a
/// 911 call".
fn tells_which(
    page: &Page<'_>,
    range: &Range<usize>,
    at: usize,
    reading: &Reading,
    unit: &Unit,
) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= range.start);
    let before = before.and_then(|before| page.token(before));
    let unsaid = *unit == Unit::Unsaid;
    let numbered =
        before.is_some_and(|t| is_numbered(&t.key) && (unsaid || reading.digits && t.is_capital()));
    let is = |at: usize, section: &str| {
        page.token(at)
            .is_some_and(|t| list().has_in(section, &t.key))
    };
    let called = is(at, "emergency") && (unsaid || is(reading.end, "emergency_noun"));
    numbered && reading.to.is_none() || called
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::facts::page::Page;
    use crate::facts::testing::article;
    use crate::model::{Amount, Unit, Value};

    fn amounts(text: &str) -> Vec<(String, Amount)> {
        let article = article(&[text]);
        let found = find(&Page::read(&article, 0), &[]);
        let amount = |value: &Value| match value {
            Value::Amount(amount) => amount.clone(),
            _ => unreachable!(),
        };
        found
            .iter()
            .map(|fact| (article.slice(fact.span).to_owned(), amount(&fact.value)))
            .collect()
    }

    fn units(text: &str) -> Vec<Unit> {
        amounts(text).into_iter().map(|(_, it)| it.unit).collect()
    }

    fn of(stem: &str) -> Unit {
        Unit::Counted(stem.to_owned())
    }

    /// Checks lines of "sentence | span | number | to | unit | qualifier".
    fn check(lines: &str) {
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let all: Vec<_> = amounts(line.split(" | ").next().unwrap())
                .into_iter()
                .map(|(span, amount)| {
                    let to = amount.to.map_or("-".to_owned(), |to| to.to_string());
                    let Amount {
                        number,
                        unit,
                        qualifier,
                        ..
                    } = amount;
                    format!("{span} | {number} | {to} | {unit} | {qualifier:?}")
                })
                .collect();
            let wanted = line.split_once(" | ").unwrap().1;
            assert_eq!(all, [wanted], "{line}");
        }
    }

    #[test]
    fn numbers_have_their_unit_and_qualifier() {
        check(
            "At least 19 people died. | At least 19 people | 19 | - | peopl | AtLeast
            Nineteen persons died. | Nineteen persons | 19 | - | peopl | Exact
            One person died. | One person | 1 | - | peopl | Exact
            They saw 1,200 undocumented workers. | 1,200 undocumented workers | 1200 | - | worker | Exact
            They saw 16 House-passed bills. | 16 House-passed bills | 16 | - | bill | Exact
            They saw 30 Norland Democrats. | 30 Norland Democrats | 30 | - | democrat | Exact
            Some two dozen ships sank. | Some two dozen ships | 24 | - | ship | About
            Up to half a million homes burned. | Up to half a million homes | 500000 | - | home | AtMost
            It took twenty-one days. | twenty-one days | 21 | - | day | Exact
            It takes twenty-five days. | twenty-five days | 25 | - | day | Exact
            It has more than 3.5 million readers. | more than 3.5 million readers | 3500000 | - | reader | MoreThan
            Fewer than 40 percent came. | Fewer than 40 percent | 40 | - | % | LessThan
            It rose 4%. | 4% | 4 | - | % | Exact
            It rose 3 percentage points. | 3 percentage points | 3 | - | pp | Exact
            It cost $1.2bn to build. | $1.2bn | 1200000000 | - | USD | Exact
            It cost about €5k to build. | about €5k | 5000 | - | EUR | About
            It cost $528.8 million. | $528.8 million | 528800000 | - | USD | Exact
            It cost US$1,200 million. | US$1,200 million | 1200000000 | - | USD | Exact
            It sold for 159 billion tenge. | 159 billion tenge | 159000000000 | - | KZT | Exact
            A 13-year path. | 13-year | 13 | - | year | Exact
            The 42-year-old driver slept. | 42-year-old | 42 | - | year old | Exact
            Nearly 400 sheep came. | Nearly 400 sheep | 400 | - | sheep | Nearly
            Some 1, 600 sheep came. | Some 1, 600 sheep | 1600 | - | sheep | About
            It has a billion trillion suns. | a billion trillion suns | 1000000000000000000000 | - | sun | Exact
            It left her three children millions. | three children | 3 | - | children | Exact
            It is four light years away. | four light years | 4 | - | light year | Exact
            It is 1.3 billion light-years away. | 1.3 billion light-years | 1300000000 | - | light year | Exact
            She weighed 242 pounds. | 242 pounds | 242 | - | pound | Exact
            She won 242 pounds. | 242 pounds | 242 | - | GBP | Exact
            It has a 400-pound vault. | 400-pound | 400 | - | pound | Exact
            It drew a 400-pound fine. | 400-pound | 400 | - | GBP | Exact
            The ferry ran at 100 km/hour. | 100 km/hour | 100 | - | km/h | Exact
            It ran at 120 kilometres per hour. | 120 kilometres per hour | 120 | - | km/h | Exact
            It was a 60-mile-an-hour wind. | 60-mile-an-hour | 60 | - | mph | Exact
            It ran 60 miles a day. | 60 miles | 60 | - | mile | Exact
            It was a 101-second clip. | 101-second | 101 | - | second | Exact
            They gave two second prizes. | two | 2 | - |  | Exact
            About 39,000 Orra deck and harbour workers left. | About 39,000 Orra deck and harbour workers | 39000 | - | worker | About
            Some 40,000 Orra Ferries Inc (ORF.N) workers left. | Some 40,000 Orra Ferries Inc (ORF.N) workers | 40000 | - | worker | About
            It cost the island 300 Orra Ferries Inc says. | 300 | 300 | - |  | Exact
            Her record of 9.74 stood. | 9.74 | 9.74 | - |  | Exact
            It had 13 sent home. | 13 | 13 | - |  | Exact
            They saw 13 sent letters. | 13 sent letters | 13 | - | letter | Exact
            She ran it in 9.72sec there. | 9.72sec | 9.72 | - | second | Exact
            It fell, injuring 40 Ann Olden/Elm. | 40 | 40 | - |  | Exact
            They sent 40 Ann Olden masks. | 40 Ann Olden masks | 40 | - | mask | Exact
            He is 40 or more. | 40 or more | 40 | - |  | AtLeast
            Two hundred and fifty ships came. | Two hundred and fifty ships | 250 | - | ship | Exact",
        );
    }

    #[test]
    fn pounds_beside_kilograms_are_weighed() {
        let units = units("It is 40 pounds (18 kg) lighter.");
        assert_eq!(units, [of("pound"), of("kilogram")]);
    }

    #[test]
    fn of_several_things_the_plural_counts() {
        assert_eq!(units("They sent 5,000 rescue workers."), [of("worker")]);
        assert_eq!(units("They miss 300 other people."), [of("peopl")]);
        assert_eq!(units("They sent 31 trains south."), [of("train")]);
    }

    #[test]
    fn a_part_counts_what_the_whole_counts() {
        let units = units("It has eleven out of twelve sections.");
        assert_eq!(units.last(), Some(&of("section")));
        assert!(!units.contains(&of("out")));
    }

    #[test]
    fn ranges_and_scores_have_two_numbers() {
        check(
            "They met 20-30 voters. | 20-30 voters | 20 | 30 | voter | Exact
            They met between 20 and 30 voters. | between 20 and 30 voters | 20 | 30 | voter | Exact
            They met 20 to 30 voters. | 20 to 30 voters | 20 | 30 | voter | Exact
            They met two to three voters. | two to three voters | 2 | 3 | voter | Exact
            It passed 52-48. | 52-48 | 52 | 48 | score | Exact
            It passed 348-77. | 348-77 | 348 | 77 | score | Exact
            It passed in a 52-48 vote. | 52-48 | 52 | 48 | score | Exact
            It cost $2-3 million. | $2-3 million | 2000000 | 3000000 | USD | Exact",
        );
        assert_eq!(units("It passed 52-48."), [Unit::Score]);
        // Sheets of music are no result.
        assert_eq!(units("She wrote 20-30 scores."), [of("score")]);
    }

    #[test]
    fn what_only_looks_like_one_number_is_two() {
        for text in [
            "On March 1, 600 sheep came to the two boats.",
            "It rose from two to three, he said.",
            "Boat Sinks and Two Ferries Run Late in Port, Three Saved by Crew",
        ] {
            assert_eq!(amounts(text).len(), 2, "{text}: {:?}", amounts(text));
        }
    }

    #[test]
    fn labels_ordinals_times_and_vague_words_are_no_quantities() {
        for text in [
            "He lives on Highway 1, in No. 5.",
            "Skerra Nets (4711.SK) fell, and the quay was ground zero for the strike.",
            "It was the 15th, or the third.",
            "Hundreds and dozens came at 11 a.m. and at 3:30.",
            "An F-16 of one of them fell, and one said no.",
            "The March 3 victims met the Sept. 11 hijackers.",
            "In chapter four he rang 911, and the 911 call was played in season two.",
            "Article 5 was read on Channel 4 after a Formula 1 race on Route 66.",
            "She flew in Harbour Force Two to the island.",
            "Call 0800 0560154 or come at 6.10 and wait.",
            "It moved four one-thousandths of the width of a hair, or one ten-thousandth of it.",
            "The Boeing 747-400 landed after the 4-8-19-27 was drawn.",
            "A Boeing 737 brought the G7 guests through the Covid-19 wards.",
        ] {
            assert!(amounts(text).is_empty(), "{text}: {:?}", amounts(text));
        }
    }
}
