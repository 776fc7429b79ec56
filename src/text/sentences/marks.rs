//! Letters, marks and tokens around a sentence bound.

/// The last token of `text`, without opening marks and without what a dash or slash parts from it.
pub(super) fn last_token(text: &str) -> &str {
    let parts = |c: char| c.is_whitespace() || is_opener(c) || "\"'-–—/".contains(c);
    let rough = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    let hyphenated = rough.rsplit(parts).next().unwrap_or(rough);
    // "J.-C." and "г-н" are one word; "R-N.J." is two.
    if rough.contains(".-") || hyphenated.trim_end_matches('.').is_empty() {
        rough.trim_start_matches(is_opener)
    } else {
        hyphenated
    }
}

/// The first word of `text` behind opening marks.
pub(super) fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
    text.get(..end.unwrap_or(text.len()))
        .unwrap_or_default()
        .trim_end_matches(['\'', '’'])
}

/// "J", "J.D", "U.S", "Ph.D": letters, each with a stop.
pub(super) fn is_initials(word: &str) -> bool {
    !word.is_empty()
        && word.split(['.', '-']).all(|part| {
            let mut letters = part.chars().filter(|c| !is_mark(*c));
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
        })
}

/// Whether `word` is in capitals, of which it has several.
pub(super) fn is_shouted(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// "St" of "ST": a word in capitals as it is written among others.
pub(super) fn shouted(word: &str) -> Option<String> {
    let mut letters = word.chars();
    let first = letters.next().filter(|_| is_shouted(word))?;
    let rest = letters.flat_map(char::to_lowercase);
    Some(std::iter::once(first).chain(rest).collect())
}

pub(super) fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// "I …", "we ... ": dots that stand for words left out, not for the end of a sentence.
pub(super) fn is_elision(text: &str) -> bool {
    let before = text.trim_end_matches(['.', '…']);
    (text.ends_with("..") || text.ends_with('…'))
        && before.ends_with(char::is_whitespace)
        && !before.trim_end().ends_with(['.', '!', '?'])
}

/// "1.", "12)", "a.": the number of a list item.
pub(super) fn is_list_mark(text: &str) -> bool {
    let word = text
        .trim_start_matches(['(', '['])
        .trim_end_matches(['.', ')', ']']);
    word.len() < text.len()
        && (1..=2).contains(&word.len())
        && (word.bytes().all(|b| b.is_ascii_digit()) || word.len() == 1)
        && word.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Whether `text` begins with a small letter, and not as "iPhone" does.
pub(super) fn begins_lower(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_lowercase) && !chars.next().is_some_and(char::is_uppercase)
}

/// Whether `text` begins with a name in the manner of "iPhone" and "eBay".
pub(super) fn begins_as_brands(text: &str) -> bool {
    let mut chars = first_word(text).chars();
    let mut next = || chars.next();
    next().is_some_and(char::is_lowercase)
        && next().is_some_and(char::is_uppercase)
        && next().is_some_and(char::is_alphabetic)
}

/// Whether `word` ends a sentence: with one stop, perhaps in closing marks.
pub(super) fn is_stopped(word: &str) -> bool {
    let core = word.trim_end_matches(is_closer);
    core.ends_with(['.', '!', '?']) && !core.ends_with("..")
}

/// Whether `text` begins with a number and the mark that closes it, as "90" does in “Liberty! 90”.
pub(super) fn is_closed_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(is_closer)
}

/// Whether `text` begins as sentences do: with a capital, behind opening marks if any.
pub(super) fn begins_anew(text: &str) -> bool {
    text.trim_start_matches(|c| is_opener(c) || matches!(c, '"' | '\''))
        .starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// Whether a letter or digit is left in `text`; only its beginning is looked at.
pub(super) fn goes_on_with_words(text: &str) -> bool {
    text.chars().take(200).any(char::is_alphanumeric)
}

/// The ending of an internet address that is often written with a capital.
pub(super) fn is_domain(word: &str) -> bool {
    ["com", "org", "net", "gov", "edu", "info"]
        .iter()
        .any(|domain| word.eq_ignore_ascii_case(domain))
}

/// Marks that can close a quotation or a bracket; “ does so in German.
pub(super) const fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '“'
            | '‘'
            | '»'
            | '«'
            | '›'
            | '‹'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '）'
    )
}

/// Marks that can open a quotation or a bracket.
pub(super) const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '“' | '‘'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '('
            | '['
            | '{'
            | '「'
            | '『'
            | '（'
            | '¿'
            | '¡'
    )
}
