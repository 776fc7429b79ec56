//! Names that outlets spell or give differently for the same piece.

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::RowOf;
use crate::model::{ArticleId, Comparison, Fact, FindingKind, Place, Severity, Value};
use crate::parallel;
use crate::text::fold::{fold, unaccented};
use crate::text::lexicon::Lexicon;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use strsim::{levenshtein, normalized_levenshtein};

/// Fewer names than this are not worth a thread.
const WORTH: usize = 16;

/// How alike two names must be to count as spellings of one.
const ALIKE: f64 = 0.75;

/// Words of names shorter than this are too easily alike.
const SHORTEST: usize = 5;

/// The names that two outlets spell or give differently: alike but not the same, or of one office and
/// surname, and neither is anywhere in the other's article; `folded` holds the folded text of each
/// article. Two ways to spell a name of another script decide no verdict. The finding stands in the row
/// of the first mention of the spelling that comes first in the order of characters.
pub(in crate::compare) fn clashes(
    comparison: &Comparison,
    folded: &[String],
    row_of: &RowOf,
) -> Vec<Clash> {
    let mut holders: BTreeMap<String, Vec<&Fact>> = BTreeMap::new();
    for article in &comparison.articles {
        for (name, first) in first_mentions(comparison, article.id) {
            holders.entry(name).or_default().push(first);
        }
    }
    let plain: Vec<String> = folded.iter().map(|text| unaccented(text)).collect();
    let names: Vec<(&String, &Vec<&Fact>)> = holders.iter().collect();
    let of_name = parallel::map(&names, WORTH, |at, &(left, in_left)| {
        let later = names.iter().skip(at + 1);
        let alike = later.filter(|(right, in_right)| {
            misspelt(left, right) && !is_one_in_use(left, right)
                || given_otherwise((left, in_left), (right, in_right), comparison)
        });
        let mut clashes = Vec::new();
        for &(right, in_right) in alike {
            for (x, y) in in_left
                .iter()
                .flat_map(|x| in_right.iter().map(move |y| (x, y)))
            {
                let (a, b) = (x.sentence.article, y.sentence.article);
                if a == b || mentions(&plain, a, right) || mentions(&plain, b, left) {
                    continue;
                }
                clashes.extend(row_of.get(&x.sentence).map(|&row| Clash {
                    kind: FindingKind::Name,
                    severity: if romanised(left) == romanised(right) {
                        Severity::Minor
                    } else {
                        Severity::Notable
                    },
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

/// The folded names of an article without accents, each with its first mention.
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
        Value::Name(name) => Some(unaccented(&fold(name))),
        _ => None,
    }
}

/// One form of the spellings in which Latin letters give a name of another script, folded: "yousuf" and
/// "yusuf", "mohammed" and "mohammad", "hassan" and "hasan".
pub(in crate::compare) fn romanised(name: &str) -> String {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/romanised.txt")));
    let mut one = name.to_owned();
    for (written, vowel) in LIST.entries().filter_map(|it| it.split_once('_')) {
        one = one.replace(written, vowel);
    }
    // Short vowels are hardly written there, but an ending is heard: "Maria", "Marie".
    let inner = |at: usize| {
        let next = one.get(at + 1..).and_then(|rest| rest.chars().next());
        next.is_some_and(char::is_alphabetic)
    };
    let letters = one.char_indices().map(|(at, c)| match c {
        'e' if inner(at) => 'a',
        'q' => 'k',
        c => c,
    });
    let mut letters: Vec<char> = letters.collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Whether two folded names look like spellings of one: they are of as many words, and each word is
/// the same or alike; of names of several words that differ in more than one, each must begin alike.
/// Where the others are the same, one letter of a short word may be another one ("Adem", "Adam").
pub(in crate::compare) fn misspelt(one: &str, other: &str) -> bool {
    let words = |name: &str| name.bytes().filter(|&byte| byte == b' ').count();
    if words(one) != words(other) {
        return false;
    }
    let pairs = || {
        let pairs = one.split(' ').zip(other.split(' '));
        pairs.filter(|(x, y)| x != y)
    };
    let long = |x: &str, y: &str| x.chars().count().min(y.chars().count()) >= SHORTEST;
    let alike = |x: &str, y: &str| normalized_levenshtein(x, y) >= ALIKE;
    let initial = |x: &str, y: &str| x.chars().next() == y.chars().next();
    match pairs().count() {
        0 => false,
        _ if pairs().all(|(x, y)| is_adjective_of(x, y) || is_adjective_of(y, x)) => false,
        1 => pairs().all(|(x, y)| {
            let slip = || words(one) > 0 && initial(x, y) && levenshtein(x, y) == 1;
            long(x, y) && alike(x, y) || !is_initial(x) && !is_initial(y) && slip()
        }),
        _ => pairs().all(|(x, y)| initial(x, y) && long(x, y) && alike(x, y)),
    }
}

/// Endings of one word that are spelt in two ways.
fn endings() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/endings.txt")));
    &LIST
}

/// Whether two folded names differ by what is spelt in two ways, or one and many, alone: neither is a
/// mistake ("Organisation", "Organization").
fn is_one_in_use(one: &str, other: &str) -> bool {
    let plain = |word: &str| {
        let word = word.strip_suffix('s').unwrap_or(word);
        let pairs = endings().section("en").filter_map(|it| it.split_once('_'));
        let mut pairs =
            pairs.filter_map(|(from, to)| Some(word.strip_suffix(from)?.to_owned() + to));
        pairs.next().unwrap_or_else(|| word.to_owned())
    };
    let mut words = one.split(' ').zip(other.split(' '));
    words.all(|(x, y)| plain(x) == plain(y))
}

/// Whether a name is the adjective of another: "norrlandian" of "norrland", "skerran" of "skerras".
fn is_adjective_of(adjective: &str, name: &str) -> bool {
    let stem = adjective.strip_suffix('n').unwrap_or_default();
    let name = name.strip_suffix('s').unwrap_or(name);
    let bare = |suffix: &str| stem.strip_suffix(suffix) == Some(name);
    stem == name && stem.ends_with('a') || bare("a") || bare("ia")
}

/// "J." or "Jr": no name that could be misspelt.
fn is_initial(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() <= 2
}

/// Whether two folded names of two words each give one surname and office another given name:
/// "Sheriff Jim Olden", "Sheriff Joe Olden".
fn given_otherwise(
    (left, in_left): (&str, &[&Fact]),
    (right, in_right): (&str, &[&Fact]),
    comparison: &Comparison,
) -> bool {
    let (Some((given, surname)), Some((other, same))) =
        (left.split_once(' '), right.split_once(' '))
    else {
        return false;
    };
    let titles = |facts: &[&Fact]| -> BTreeSet<String> {
        facts
            .iter()
            .filter_map(|fact| title(comparison, fact))
            .collect()
    };
    surname == same
        && !surname.contains(' ')
        && given != other
        && given.chars().count().min(other.chars().count()) > 1
        && !titles(in_left).is_disjoint(&titles(in_right))
}

/// The word with a capital right before a name, which says what its bearer is.
fn title(comparison: &Comparison, fact: &Fact) -> Option<String> {
    let text = &comparison.article(fact.sentence.article).text;
    let before = text.get(..fact.span.start)?.trim_end_matches(' ');
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    (capital && word.chars().count() >= SHORTEST).then(|| fold(word))
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
    use super::{is_one_in_use, misspelt, romanised};

    #[test]
    fn names_of_other_scripts_are_spelt_in_several_ways() {
        let alike = |one, other| misspelt(one, other) && romanised(one) == romanised(other);
        assert!(alike("yousuf haddan", "yusuf hadan"));
        assert!(alike("mohammad", "mohammed"));
        for (one, other) in [
            ("aurelie", "aurelia"),
            ("sven grayling", "sven graling"),
            ("marta eilers", "martha ehlers"),
        ] {
            assert!(misspelt(one, other) && !alike(one, other), "{one}");
        }
    }

    #[test]
    fn spellings_of_one_name_are_told_from_other_names() {
        assert!(misspelt("marisol dawn", "marisole dawn"));
        assert!(misspelt("halloran", "haloran"));
        assert!(misspelt("marta eilers", "martha ehlers"));
        assert!(misspelt("adam gemil", "adem gemil") && misspelt("jon roe", "john roe"));
        assert!(!misspelt("j. roe", "f. roe") && !misspelt("ed roe", "ed poe"));
        assert!(!misspelt("john smith", "mary smith"));
        assert!(!misspelt("maria lopez", "mario gomez"));
        assert!(!misspelt("bruce", "tammy bruce"));
        assert!(!misspelt("iran", "iraq"));
        assert!(is_one_in_use(
            "skerra health organisation",
            "skerra health organization"
        ));
        assert!(is_one_in_use("labour league", "labor leagues"));
        assert!(is_one_in_use("skerrorian", "skerroreans"));
        assert!(!is_one_in_use("marisol dawn", "marisole dawn"));
        assert!(!misspelt("skerran", "skerras") && !misspelt("norrlandian", "norrland"));
    }
}
