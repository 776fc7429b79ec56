//! The form of a text that is compared, never the one that is shown.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The comparison key of `text`: compatibility-composed (NFKC, so that full width and ligatures
/// are alike), typographic quotes and dashes as ASCII, no soft hyphens or zero-width characters,
/// every white space one blank, lower case.
pub fn fold(text: &str) -> String {
    fold_only(text, true, true)
}

/// The same with case, or typography, left as it is unless it is to be folded.
pub fn fold_only(text: &str, case: bool, typography: bool) -> String {
    if text.is_ascii() {
        let plain = |byte: u8| match byte {
            b'\t'..=b'\r' if typography => b' ',
            _ if case => byte.to_ascii_lowercase(),
            _ => byte,
        };
        let bytes: Vec<u8> = text.bytes().map(plain).collect();
        return String::from_utf8(bytes).unwrap_or_default();
    }
    let mut out = String::with_capacity(text.len());
    let mut take = |c: char| match typographic(c).filter(|_| typography) {
        None if c.is_ascii_alphanumeric() => {
            out.push(if case { c.to_ascii_lowercase() } else { c });
        }
        Some(plain) => out.push_str(plain),
        None if typography && c.is_whitespace() => out.push(' '),
        None if case => out.extend(c.to_lowercase()),
        None => out.push(c),
    };
    // Composing takes many times as long as asking whether there is anything to compose.
    if typography && is_nfkc_quick(text.chars()) != IsNormalized::Yes {
        text.nfkc().for_each(&mut take);
    } else {
        text.chars().for_each(&mut take);
    }
    out
}

/// A text without accents: "Mérin" and "Merin" are one in news that was typed in haste.
pub fn unaccented(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// The plain form of a typographic character, `None` where it has none.
fn typographic(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '`' | '´' | '‹' | '›' => "'",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '「' | '」' | '『' | '』' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// Whether two texts differ in nothing but typography, case and white space.
pub fn same(a: &str, b: &str) -> bool {
    fold(a).split_whitespace().eq(fold(b).split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_only, same};

    #[test]
    fn typography_and_case_fold_away() {
        assert_eq!(fold("“We won’t go\u{a0}— ever”"), "\"we won't go - ever\"");
        assert_eq!(fold("co\u{ad}operate"), "cooperate");
        assert!(same("Kyiv  ‘now’", "KYIV 'now'"));
        assert!(!same("Kyiv", "Kiev"));
    }

    #[test]
    fn case_and_typography_fold_one_without_the_other() {
        assert_eq!(fold_only("“We” — Ü", false, true), "\"We\" - Ü");
        assert_eq!(fold_only("“We” — Ü", true, false), "“we” — ü");
        assert_eq!(fold_only("We said", false, true), "We said");
    }

    #[test]
    fn composed_and_decomposed_letters_are_alike() {
        assert_eq!(fold("Bu\u{300}i Đu\u{301}c"), fold("Bùi Đúc"));
    }
}
