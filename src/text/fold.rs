//! The form of a text that is compared, never the one that is shown.

use unicode_normalization::UnicodeNormalization;

/// The comparison key of `text`: compatibility-composed (NFKC, so that full width and ligatures
/// are alike), typographic quotes and dashes as ASCII, no soft hyphens or zero-width characters,
/// every white space one blank, lower case.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        for c in text.chars() {
            out.push(if c.is_whitespace() {
                ' '
            } else {
                c.to_ascii_lowercase()
            });
        }
        return out;
    }
    for c in text.nfkc() {
        match typographic(c) {
            Some(plain) => out.push_str(plain),
            None if c.is_whitespace() => out.push(' '),
            None => out.extend(c.to_lowercase()),
        }
    }
    out
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
    use super::{fold, same};

    #[test]
    fn typography_and_case_fold_away() {
        assert_eq!(fold("“We won’t go\u{a0}— ever”"), "\"we won't go - ever\"");
        assert_eq!(fold("co\u{ad}operate"), "cooperate");
        assert!(same("Kyiv  ‘now’", "KYIV 'now'"));
        assert!(!same("Kyiv", "Kiev"));
    }

    #[test]
    fn composed_and_decomposed_letters_are_alike() {
        assert_eq!(fold("Bu\u{300}i Đu\u{301}c"), fold("Bùi Đúc"));
    }
}
