//! Where the tokens of a text end.

use unicode_normalization::char::is_combining_mark;

/// How many bytes the token at the beginning of a text has: initials ("U.S."), a number ("1,200"), a
/// word with its apostrophes, a run of dots or hyphens, a mark of two signs, or one sign.
pub(in crate::facts) fn token(text: &str) -> usize {
    let one = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    let found = match text.chars().next() {
        Some('.') => many(text, |c| c == '.'),
        Some('-') => many(text, |c| c == '-'),
        Some(first) if first.is_ascii_digit() => number(text),
        Some(first) if is_letter(first) => initials(text).unwrap_or_else(|| word(text)),
        _ if text.starts_with("``") || text.starts_with("''") => 2,
        _ => 0,
    };
    found.max(one(text))
}

/// How many bytes at the beginning of a text are such characters.
fn many(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(is).len()
}

/// "U.S.": at least two capitals, each with its full stop.
fn initials(text: &str) -> Option<usize> {
    let mut length = 0;
    let mut letters = 0;
    let mut signs = text.chars();
    while let (Some(letter), Some('.')) = (signs.next(), signs.next()) {
        if !letter.is_uppercase() {
            break;
        }
        length += letter.len_utf8() + 1;
        letters += 1;
    }
    (letters >= 2).then_some(length)
}

/// "1,200.50": digits with a point or a comma between them.
fn number(text: &str) -> usize {
    let digits = |text: &str| many(text, |c| c.is_ascii_digit());
    let mut length = digits(text);
    while let Some(more) = text
        .get(length..)
        .and_then(|it| it.strip_prefix(['.', ',']))
    {
        match digits(more) {
            0 => break,
            found => length += 1 + found,
        }
    }
    length
}

/// "won't", "O’Hara": letters, and digits after the first, with an apostrophe between letters.
fn word(text: &str) -> usize {
    let inside = |c: char| is_letter(c) || is_mark(c);
    let mut length = many(text, |c| inside(c) || c.is_numeric());
    while let Some(more) = text
        .get(length..)
        .and_then(|it| it.strip_prefix(['\'', '’']))
    {
        if !more.starts_with(is_letter) {
            break;
        }
        length = text.len() - more.trim_start_matches(inside).len();
    }
    length
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && c.is_alphabetic() && !is_mark(c) && !c.is_numeric()
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::token;

    #[test]
    fn words_numbers_and_signs_are_cut_whole() {
        for (text, first) in [
            ("U.S.A. today", "U.S.A."),
            ("A. Lee", "A"),
            ("1,200.50, he", "1,200.50"),
            ("5. Next", "5"),
            ("O’Hara’s’ x", "O’Hara’s"),
            ("don't", "don't"),
            ("Cafe\u{301}s.", "Cafe\u{301}s"),
            ("B2B-", "B2B"),
            ("...", "..."),
            (".5", "."),
            ("--x", "--"),
            ("``so", "``"),
            ("'' she", "''"),
            ("'x", "'"),
            ("“We", "“"),
            ("中文。", "中文"),
        ] {
            assert_eq!(text.get(..token(text)), Some(first), "{text}");
        }
    }
}
