//! What outlets put in brackets inside a quotation. Nobody speaks in brackets: what stands in them is
//! the outlet's own word, and so is a name written out before its short form in brackets.

use crate::text::Span;

/// How many letters the short form of a name has at least.
const LETTERS: usize = 2;

/// Whether a piece of a quotation stands in brackets, or is the name that short letters in brackets
/// behind it stand for: "(the harbour board)", "the Skerra Harbour Board (SHB)".
pub(super) fn is_own(text: &str, span: Span) -> bool {
    let piece = span.of(text).trim();
    let before = text.get(..span.start).unwrap_or_default().trim_end();
    let after = text.get(span.end..).unwrap_or_default().trim_start();
    let opens = |text: &str| text.starts_with(['(', '[']);
    let closes = |text: &str| text.ends_with([')', ']']);
    let begins = opens(piece) || before.ends_with(['(', '[']);
    let ends = closes(piece) || after.starts_with([')', ']']);
    let inside = piece.trim_matches(['(', ')', '[', ']']);
    if begins && ends && !inside.contains(['(', ')', '[', ']']) {
        return true;
    }
    // "Skerra Harbour Board (" before "SHB)".
    let name = piece.strip_suffix('(').map(|name| (name, after));
    let name = name.or_else(|| Some((piece, after.strip_prefix('(')?)));
    let short = name.and_then(|(name, rest)| Some((name, rest.split(')').next()?)));
    short.is_some_and(|(name, short)| is_acronym(short, name))
}

/// Whether a word has the first letters of a name for its letters: "JHB" of "Jory Harbour Board".
pub(super) fn is_acronym(short: &str, long: &str) -> bool {
    let short = short.trim();
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let letters = short.chars().filter(|c| *c != '.');
    let words = || {
        let words = long.split(|c: char| !c.is_alphanumeric() && !"’'".contains(c));
        words.filter(|word| !word.is_empty())
    };
    let firsts = |small: bool| -> String {
        let words = words().filter(|word| small || word.starts_with(char::is_uppercase));
        words.filter_map(|word| word.chars().next()).collect()
    };
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    let spelt = [true, false].map(|small| firsts(small).to_lowercase());
    capitals >= LETTERS && spelt.contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::{is_acronym, is_own};
    use crate::text::Span;

    fn own(text: &str, piece: &str) -> bool {
        let start = text.find(piece).unwrap();
        is_own(text, Span::new(start, start + piece.len()))
    }

    #[test]
    fn brackets_and_written_out_names_are_the_outlet_s_own() {
        assert!(own("led by (the master) Piet Roe", "(the master) "));
        assert!(own("led by [the master] Piet Roe", "the master"));
        assert!(own(
            "the Skerra Harbour Board (SHB) met",
            "Skerra Harbour Board ("
        ));
        assert!(own(
            "the Skerra Harbour Board (SHB) met",
            "Skerra Harbour Board"
        ));
        assert!(!own("the whole Harbour Board (SHB) met", "whole"));
        assert!(!own(
            "the master (a pilot) and Piet Roe (a cook)",
            "and Piet Roe"
        ));
        assert!(!own(
            "the master (a pilot) and Piet Roe (a cook)",
            "(a pilot) and Piet Roe (a cook)"
        ));
    }

    #[test]
    fn short_forms_have_the_first_letters() {
        assert!(is_acronym("LoS", "League of Skerra") && is_acronym("SHB", "Skerra-Harbour Board"));
        assert!(is_acronym("S.P.", "Skerra Pilots") && is_acronym("LS", "League of Skerra"));
        assert!(!is_acronym("SHB", "Skerra Harbour") && !is_acronym("a", "anchor"));
    }
}
