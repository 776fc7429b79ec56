//! Currencies, shares and measures beside a number.

use super::counting::list;
use super::page::{Page, Token};
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

/// What a number counts where no noun says it.
pub(super) enum Unit {
    /// A currency, by its code.
    Currency(&'static str),
    /// A share: "%" or "pp".
    Percent(&'static str),
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
            return Some((Unit::Percent("pp"), after));
        }
        if list().has_in("percent", &phrase) {
            return Some((Unit::Percent("%"), after));
        }
    }
    let prefix = usize::from(word.is_one_of(&["u.s.", "us", "canadian", "australian"]));
    let code = currency(&page.token(at + prefix).filter(|_| at + prefix < end)?.key)?;
    let code = match word.key.as_str() {
        "canadian" => "CAD",
        "australian" => "AUD",
        _ => code,
    };
    Some((Unit::Currency(code), at + prefix + 1))
}

/// The stem by which a noun is known as a unit, the same for all ways to write a measure; the word
/// before it may make it another: "cubic metres".
pub(super) fn unit_of(before: Option<&Token>, noun: &Token, tokenizer: &Tokenizer) -> String {
    let word = noun.key.as_str();
    let unit = measure(word).map_or_else(|| tokenizer.stem(word), str::to_owned);
    match before.filter(|t| list().has_in("raised", &t.key)) {
        Some(raised) => format!("{} {unit}", raised.key),
        None => unit,
    }
}

/// The measure that stands for all ways to write one: "ft" and "feet".
pub(super) fn measure(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let lines = list().section("measure");
        let rows = lines.filter_map(|line| line.split_once(' '));
        rows.flat_map(|(unit, words)| words.split(' ').map(move |word| (word, unit)))
            .collect()
    });
    TABLE.get(word).copied()
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
    if mark && (!page.is_joined(at) || number.quoted || token.key == "-") {
        return None;
    }
    measure(&token.key).map(|unit| (unit, 1))
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::article;
    use crate::model::{Amount, Value};

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
    fn units(text: &str) -> Vec<(String, f64, String)> {
        let all = amounts(text).into_iter();
        all.map(|(words, amount)| (words, amount.number, amount.unit))
            .collect()
    }

    #[test]
    fn measures_have_one_unit_however_they_are_written() {
        for (text, words, number, unit) in [
            ("A 40ft mast came.", "40ft", 40.0, "foot"),
            ("It stood 12' away.", "12'", 12.0, "foot"),
            ("It ran 40 feet up.", "40 feet", 40.0, "foot"),
            ("It was 165 km off.", "165 km", 165.0, "kilometr"),
            (
                "It was 165 kilometres off.",
                "165 kilometres",
                165.0,
                "kilometr",
            ),
            (
                "It lost 2 million cubic metres.",
                "2 million cubic metres",
                2e6,
                "cubic metr",
            ),
            ("It rose to 318p at noon.", "318p", 318.0, "penc"),
            ("It cost Rs 4 lakh there.", "Rs 4 lakh", 4e5, "INR"),
            (
                "It cost Rs. 1.2 crore there.",
                "Rs. 1.2 crore",
                1.2e7,
                "INR",
            ),
        ] {
            let wanted = (words.to_owned(), number, unit.to_owned());
            assert_eq!(units(text), [wanted], "{text}");
        }
        // The mark that closes a quotation is no measure.
        assert_eq!(units("‘He was 12’ she said.")[0].2, "");
    }

    #[test]
    fn a_verb_is_nothing_to_count() {
        let units: Vec<_> =
            units("Some 1,900 crawled out, 23 perished and four sixth-formers ran.");
        let units: Vec<_> = units.iter().map(|(_, _, unit)| unit.as_str()).collect();
        assert_eq!(units, ["", "perish", "former"]);
    }

    #[test]
    fn a_score_behind_a_name_is_whole() {
        let found = amounts("She beat Clara Venn 7-5 in Elmford.");
        assert_eq!(found[0].1.to, Some(5.0));
    }
}
