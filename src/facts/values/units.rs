//! Currencies, shares and measures beside a number.

use crate::facts::page::counting::list;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::model::Unit;
use crate::text::words::Tokenizer;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The currency sign or code right before a number, and its length in tokens.
pub(super) fn currency_before(
    page: &Page<'_>,
    first: usize,
    at: usize,
) -> Option<(&'static str, usize)> {
    let before = at.checked_sub(1).filter(|i| *i >= first)?;
    // "Rs. 5".
    let stop = page.token(before).is_some_and(|t| t.key == ".") && page.is_joined(before);
    let before = before
        .checked_sub(usize::from(stop))
        .filter(|i| *i >= first)?;
    let token = page.token(before)?;
    let code = currency(&token.key)?;
    let sign = !token.is_word();
    if !sign && (!token.is_capital() || token.key.len() > 3) {
        return None;
    }
    if stop {
        return (!sign).then_some((code, 2));
    }
    // "US$", "C$", "A$": the country's letters belong to the sign.
    let letters = before
        .checked_sub(1)
        .filter(|i| *i >= first && page.is_joined(before))
        .and_then(|i| page.token(i));
    let joined = letters.and_then(|t| currency(&format!("{}{}", t.key, token.key)));
    Some(joined.map_or((code, 1), |code| (code, 2)))
}

/// Whether a token is the sign of a currency.
pub(in crate::facts) fn is_sign(token: &Token) -> bool {
    !token.is_word() && currency(&token.key).is_some()
}

fn currency(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let lines = list().section("currency");
        lines
            .filter_map(|line| line.split_once(' '))
            .flat_map(|(code, words)| words.split(' ').map(move |word| (word, code)))
            .collect()
    });
    TABLE.get(word).copied()
}

/// The currency or percent sign or word that follows a number, and where it ends.
pub(super) fn unit_after(page: &Page<'_>, at: usize, end: usize) -> Option<(Unit, usize)> {
    let hyphen = page.token(at).is_some_and(|t| t.key == "-") && page.is_joined(at);
    let at = at + usize::from(hyphen);
    let word = page.token(at).filter(|_| at < end)?;
    for length in [2, 1] {
        let after = (at + length).min(end);
        let keys: Vec<&str> = page
            .slice(at..after)
            .iter()
            .map(|t| t.key.as_str())
            .collect();
        let phrase = keys.join(" ");
        if phrase == "percentage points" || phrase == "percentage point" {
            return Some((Unit::Points, after));
        }
        if list().has_in("percent", &phrase) {
            return Some((Unit::Percent, after));
        }
    }
    let prefix = usize::from(word.is_one_of(&["u.s.", "us", "canadian", "australian"]));
    let code = currency(&page.token(at + prefix).filter(|_| at + prefix < end)?.key)?;
    if word.is_one_of(&["pound", "pounds"]) && is_weight(page, at) {
        return None;
    }
    let code = match word.key.as_str() {
        "canadian" => "CAD",
        "australian" => "AUD",
        _ => code,
    };
    Some((Unit::Money(code), at + prefix + 1))
}

/// How many words before "pounds" may say that they are weighed.
const WEIGHED: usize = 5;

/// Whether the "pounds" at a token are weighed, not paid: "weighs 400 pounds", "a 400-pound vault", "400
/// pounds (180 kg)".
fn is_weight(page: &Page<'_>, at: usize) -> bool {
    let mut before = page.slice(at.saturating_sub(WEIGHED)..at).iter();
    let weighed = before.any(|t| list().has_in("weighing", &t.key));
    let is = |at: usize, key: &str| page.token(at).is_some_and(|t| t.key == key);
    let hyphen = is(at.saturating_sub(1), "-") && page.is_joined(at);
    let paid = page
        .token(at + 1)
        .is_some_and(|t| list().has_in("paid", &t.key));
    let mut bracket = page.slice(at + 2..at + 5).iter();
    let kilograms = is(at + 1, "(") && bracket.any(|t| measure(&t.key) == Some("kilogram"));
    weighed || kilograms || hyphen && !paid
}

/// The stem by which a noun is known as a unit, the same for all ways to write a measure.
pub(super) fn stem_of(noun: &Token, tokenizer: &Tokenizer) -> String {
    let word = noun.key.as_str();
    measure(word).map_or_else(|| tokenizer.stem(word), str::to_owned)
}

/// The unit that a noun is; the word before it may make it another: "cubic metres".
pub(super) fn unit_of(before: Option<&Token>, noun: &Token, tokenizer: &Tokenizer) -> Unit {
    let stem = stem_of(noun, tokenizer);
    match before.filter(|t| list().has_in("raised", &t.key)) {
        Some(raised) => Unit::Raised(raised.key.clone(), stem),
        None => Unit::Counted(stem),
    }
}

/// The measure that stands for all ways to write one: "ft" and "feet".
pub(in crate::facts) fn measure(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let lines = list().section("measure");
        let rows = lines.filter_map(|line| line.split_once(' '));
        rows.flat_map(|(unit, words)| words.split(' ').map(move |word| (word, unit)))
            .collect()
    });
    TABLE.get(word).copied()
}

/// Whether "m" joined to the number at `at` means metres: beside a word of length or a length in
/// feet, and in the name of a race.
pub(super) fn is_metres(page: &Page<'_>, at: usize, end: usize) -> bool {
    let word = |at: usize| page.token(at).filter(|t| t.is_word() && at < end);
    let is = |at: usize, section: &str| word(at).is_some_and(|t| list().has_in(section, &t.key));
    let m = page.token(at + 1).is_some_and(|t| t.key == "m") && page.is_joined(at + 1);
    let money = currency_before(page, at.saturating_sub(2), at).is_some();
    let back = |n: usize| at.checked_sub(n);
    let of = back(1).is_some_and(|before| page.token(before).is_some_and(|t| t.key == "of"));
    // "A 10m drop", not "a 10m drop in visitors".
    let of_what = page.token(at + 3).is_some_and(|t| t.key == "in");
    let long = is(at + 2, "length_after") && !of_what
        || of && back(2).is_some_and(|noun| is(noun, "length_before"));
    let feet = page.token(at + 2).is_some_and(|t| t.key == "(")
        && page.token(at + 4).and_then(|t| measure(&t.key)) == Some("foot");
    m && !money && (long || feet || is_race(page, at, end))
}

/// Whether the number at `at` with its "m" names a race: "the 200m final", "a 100m world record", "the
/// 400m and".
pub(super) fn is_race(page: &Page<'_>, at: usize, end: usize) -> bool {
    let Some(number) = page.token(at) else {
        return false;
    };
    let m = page.token(at + 1).is_some_and(|t| t.key == "m") && page.is_joined(at + 1);
    let next = page.token(at + 2).filter(|_| at + 2 < end);
    let is = |t: &Token, section: &str| list().has_in(section, &t.key);
    let of = usize::from(next.is_some_and(|t| is(t, "race_of")));
    let behind = page.token(at + 2 + of).filter(|_| at + 2 + of < end);
    let race = behind.is_some_and(|t| is(t, "race_after"));
    let before = at.checked_sub(1).and_then(|before| page.token(before));
    let the = before.is_some_and(|t| t.is_one_of(&["the", "'s", "his", "her", "and"]));
    let ends = next.is_none_or(|t| !t.is_word() || t.class.is(Class::FUNCTION));
    let distance = list().has_in("race", &number.key);
    m && distance && (race || the && ends)
}

/// A speed behind its number and where its words end: "120 kilometres per hour", "60-mile-an-hour", "100
/// km/h". A distance is none, so that the two are not compared.
pub(super) fn speed_after(page: &Page<'_>, at: usize, end: usize) -> Option<(&'static str, usize)> {
    let hyphen = |at: usize| page.token(at).is_some_and(|t| t.key == "-") && page.is_joined(at);
    let behind = |at: usize| at + usize::from(hyphen(at));
    let long = behind(at);
    let per = behind(long + 1);
    let time = behind(per + 1);
    let of = |at: usize| page.token(at).and_then(|t| measure(&t.key));
    let binds = page
        .token(per)
        .is_some_and(|t| list().has_in("per", &t.key));
    let hour = of(time) == Some("hour") || page.token(time).is_some_and(|t| t.key == "h");
    let speed = match of(long)? {
        "kilometr" => "km/h",
        "mile" => "mph",
        _ => return None,
    };
    (binds && hour && time < end).then_some((speed, time + 1))
}

/// A measure in short or as a mark right behind its number, and its length in tokens: "40ft", "12'".
pub(super) fn measure_after(
    page: &Page<'_>,
    at: usize,
    end: usize,
) -> Option<(&'static str, usize)> {
    let token = page.token(at).filter(|_| at < end)?;
    let mark = !token.is_word();
    // Behind a number in quotation marks the mark closes them.
    let number = at.checked_sub(1).and_then(|before| page.token(before))?;
    // "Channel 24's": a possessive, cut from its digits.
    let owner = page.token(at + 1).is_some_and(|t| t.key == "s") && page.is_joined(at + 1);
    if mark && (!page.is_joined(at) || number.quoted || token.key == "-" || owner) {
        return None;
    }
    // Where "m" is a million, it belongs to the number.
    let metres = token.key == "m" && page.is_joined(at);
    let unit = if metres {
        Some("metr")
    } else {
        measure(&token.key)
    };
    unit.map(|unit| (unit, 1))
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::article;
    use crate::model::{Amount, Unit, Value};

    fn amounts(text: &str) -> Vec<(String, Amount)> {
        let articles = [article(&[text])];
        let facts = find(&articles).facts.into_iter();
        let amount = facts.filter_map(|fact| match fact.value {
            Value::Amount(amount) => Some((articles[0].slice(fact.span).to_owned(), amount)),
            _ => None,
        });
        amount.collect()
    }

    /// What stands as an amount, its number and its unit.
    fn units(text: &str) -> Vec<(String, f64, Unit)> {
        let all = amounts(text).into_iter();
        all.map(|(words, amount)| (words, amount.number, amount.unit))
            .collect()
    }

    fn counted(stem: &str) -> Unit {
        Unit::Counted(stem.to_owned())
    }

    #[test]
    fn m_is_metres_beside_a_word_of_length_and_a_million_else() {
        for (text, words, number, unit) in [
            ("He survived a 10m drop.", "10m", 10.0, counted("metr")),
            ("The wall is 8m high.", "8m", 8.0, counted("metr")),
            ("A depth of 30m was reached.", "30m", 30.0, counted("metr")),
            ("The water fell by 8m (26ft).", "8m", 8.0, counted("metr")),
            ("The plan costs £5m.", "£5m", 5e6, Unit::Money("GBP")),
            (
                "A drop of 5m people came.",
                "5m people",
                5e6,
                counted("peopl"),
            ),
            (
                "It saw a 10m drop in visitors.",
                "10m drop",
                1e7,
                counted("drop"),
            ),
            (
                "The firm sold 3m phones.",
                "3m phones",
                3e6,
                counted("phone"),
            ),
            ("The population is 67m.", "67m", 67e6, Unit::Unsaid),
        ] {
            let found = units(text);
            let first = found.first().cloned();
            assert_eq!(first, Some((words.to_owned(), number, unit)), "{text}");
        }
    }

    #[test]
    fn a_race_is_a_name_and_no_quantity() {
        for text in [
            "Uwe Lomm won the 200m in Elmford.",
            "The men's 200m gold went to Lomm.",
            "He ran the 400m hurdles and the 1500m.",
            "He won a 100m final.",
            "It was a 100m world record.",
        ] {
            assert!(units(text).is_empty(), "{text} {:?}", units(text));
        }
        assert_eq!(
            units("The $200m deal fell.").first().map(|u| u.1),
            Some(2e8)
        );
    }

    #[test]
    fn measures_have_one_unit_however_they_are_written() {
        for (text, words, number, unit) in [
            ("A 40ft mast came.", "40ft", 40.0, counted("foot")),
            ("It stood 12' away.", "12'", 12.0, counted("foot")),
            ("It ran 40 feet up.", "40 feet", 40.0, counted("foot")),
            ("It was 165 km off.", "165 km", 165.0, counted("kilometr")),
            (
                "It was 165 kilometres off.",
                "165 kilometres",
                165.0,
                counted("kilometr"),
            ),
            (
                "It lost 2 million cubic metres.",
                "2 million cubic metres",
                2e6,
                Unit::Raised("cubic".to_owned(), "metr".to_owned()),
            ),
            ("It rose to 318p at noon.", "318p", 318.0, counted("penc")),
            (
                "It cost Rs 4 lakh there.",
                "Rs 4 lakh",
                4e5,
                Unit::Money("INR"),
            ),
            (
                "It cost Rs. 1.2 crore there.",
                "Rs. 1.2 crore",
                1.2e7,
                Unit::Money("INR"),
            ),
        ] {
            let wanted = (words.to_owned(), number, unit);
            assert_eq!(units(text), [wanted], "{text}");
        }
        // The mark that closes a quotation is no measure.
        assert_eq!(units("‘He was 12’ she said.")[0].2, Unit::Unsaid);
    }

    #[test]
    fn a_verb_is_nothing_to_count() {
        let units = units("Some 1,900 crawled out, 23 perished and four sixth-formers ran.");
        let units: Vec<Unit> = units.into_iter().map(|(_, _, unit)| unit).collect();
        assert_eq!(units, [Unit::Unsaid, counted("perish"), counted("former")]);
    }

    #[test]
    fn a_score_behind_a_name_is_whole() {
        let found = amounts("She beat Clara Venn 7-5 in Elmford.");
        assert_eq!(found[0].1.to, Some(5.0));
    }
}
