//! Text from files made safe to show: no control bytes, no escape sequences, no bidi overrides.

use std::iter::Peekable;
use std::str::Chars;
use unicode_normalization::char::is_combining_mark;

/// More marks than this on one letter are not writing in any language (the limit of UAX #15's
/// stream-safe text).
const MARKS_ON_A_LETTER: usize = 30;

const ESCAPE: char = '\u{1b}';
const BELL: char = '\u{7}';
const STRING_END: char = '\u{9c}';

/// `text` without anything that a terminal would obey or that a reader could not see.
///
/// Every kind of line break becomes `\n` and a tab one blank. Removed are control characters with
/// the escape sequences that they begin, bidi controls, byte order marks, soft hyphens, and
/// invisible, annotation and tag characters. Combining marks stay, and so do joiners and variation
/// selectors where the character before them can use one. `clean(clean(x)) == clean(x)`.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut last = None;
    let mut marks = 0;
    while let Some(c) = chars.next() {
        let kept = match c {
            ' '..='~' => Some(c),
            '\r' => {
                chars.next_if_eq(&'\n');
                Some('\n')
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            ESCAPE => {
                skip_escape(&mut chars);
                None
            }
            '\u{9b}' => {
                skip_control_sequence(&mut chars);
                None
            }
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => {
                skip_string(&mut chars);
                None
            }
            '\n' => Some(c),
            _ if c.is_control() || invisible(c) => None,
            _ if needs_partner(c) => last.is_some_and(|l| partners(l, c)).then_some(c),
            _ => Some(c),
        };
        if let Some(c) = kept {
            let marked = is_mark(c);
            marks = if marked { marks + 1 } else { 0 };
            if marks <= MARKS_ON_A_LETTER {
                out.push(c);
                last = Some(c);
            }
        }
    }
    out
}

/// How many characters of `text` [`clean`] takes out that no honest writer puts there: control
/// characters, bidi controls, zero-width ones, and marks heaped on a letter. Soft hyphens, joiners
/// and byte order marks are not counted.
pub fn hidden(text: &str) -> usize {
    let odd = |byte: u8| byte < 0x20 && !matches!(byte, 9..=13 | 0x1e | 0x1f) || byte == 0x7f;
    let mut counted = if has_controls(text) {
        text.bytes().filter(|byte| odd(*byte)).count()
    } else {
        0
    };
    let mut rest = text;
    while let Some(start) = beyond_ascii(rest.as_bytes()) {
        let run = rest.get(start..).unwrap_or_default();
        let end = run.bytes().position(|byte| byte.is_ascii());
        let (run, after) = run.split_at(end.unwrap_or(run.len()));
        counted += hidden_beyond_ascii(run);
        rest = after;
    }
    counted
}

/// Whether `text` holds control characters of ASCII beside tabs and line breaks; hardly a text does.
pub(crate) fn has_controls(text: &str) -> bool {
    // So simple that many bytes are looked at at a time.
    let odd =
        |byte: u8| byte < b' ' && byte != b'\t' && byte != b'\n' && byte != b'\r' || byte == 0x7f;
    text.bytes().fold(0, |any, byte| any | u8::from(odd(byte))) > 0
}

/// Where the first character beyond ASCII begins.
fn beyond_ascii(bytes: &[u8]) -> Option<usize> {
    // So many bytes are looked at at a time.
    const CHUNK: usize = 64;
    let chunks = bytes.chunks(CHUNK).take_while(|chunk| chunk.is_ascii());
    let passed = (chunks.count() * CHUNK).min(bytes.len());
    let rest = bytes.get(passed..)?;
    let within = rest.iter().position(|byte| !byte.is_ascii())?;
    Some(passed + within)
}

/// Whether `c` stands on the letter before it.
fn is_mark(c: char) -> bool {
    // The first of them; looking one up takes longer than all the rest.
    c >= '\u{300}' && is_combining_mark(c)
}

fn hidden_beyond_ascii(run: &str) -> usize {
    let mut marks = 0;
    let counted = run.chars().filter(|&c| {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        let usual = matches!(c, '\u{ad}' | '\u{feff}' | '\u{85}');
        marks > MARKS_ON_A_LETTER || (!usual && (c.is_control() || invisible(c)))
    });
    counted.count()
}

/// Skips what follows an escape character (ECMA-48, sections 5.3 to 5.6).
fn skip_escape(chars: &mut Peekable<Chars<'_>>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_control_sequence(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        _ => {
            while chars.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            chars.next_if(|c| matches!(c, '0'..='~'));
        }
    }
}

/// Skips parameters, intermediates and the final byte of a control sequence.
fn skip_control_sequence(chars: &mut Peekable<Chars<'_>>) {
    while chars.next_if(|c| matches!(c, '0'..='?')).is_some() {}
    while chars.next_if(|c| matches!(c, ' '..='/')).is_some() {}
    chars.next_if(|c| matches!(c, '@'..='~'));
}

/// Skips a control string up to its end; where another control character comes first it is no
/// control string, so its text stays.
fn skip_string(chars: &mut Peekable<Chars<'_>>) {
    let mut ahead = chars.clone();
    while let Some(c) = ahead.next() {
        match c {
            BELL | STRING_END => {
                *chars = ahead;
                return;
            }
            ESCAPE if ahead.peek() == Some(&'\\') => {
                ahead.next();
                *chars = ahead;
                return;
            }
            _ if c.is_control() => return,
            _ => {}
        }
    }
}

/// Whether a reader can never see `c`, though it may change what is seen.
const fn invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' // soft hyphen
        | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' // bidi embeddings and overrides
        | '\u{2060}'..='\u{206f}' // word joiner, invisible operators, bidi isolates
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fdd0}'..='\u{fdef}' // not characters
        | '\u{fff0}'..='\u{fffb}' // interlinear annotation
        | '\u{1d173}'..='\u{1d17a}' // musical format characters
        | '\u{e0000}'..='\u{e00ff}' // tags
    ) || (c as u32) & 0xfffe == 0xfffe
}

/// Whether `c` means something only after a character that can use it.
const fn needs_partner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}') || is_variation_selector(c)
}

/// Whether `last` can use the joiner or variation selector `c`.
const fn partners(last: char, c: char) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => !last.is_ascii() && !matches!(last, '\u{200c}' | '\u{200d}'),
        _ => {
            matches!(last, '0'..='9' | '#' | '*')
                || !(last.is_ascii() || is_variation_selector(last))
        }
    }
}

const fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::{clean, hidden};
    use proptest::prelude::*;

    #[test]
    fn line_breaks_and_tabs_are_made_alike() {
        assert_eq!(
            clean("a\r\nb\rc\u{2028}d\u{85}e\tf\u{a0}g"),
            "a\nb\nc\nd\ne f\u{a0}g"
        );
    }

    #[test]
    fn escape_sequences_go_whole() {
        assert_eq!(clean("\u{1b}[31;1mred\u{1b}[0m"), "red");
        assert_eq!(
            clean("\u{1b}]0;title\u{7}a\u{1b}]8;;http://x\u{1b}\\b\u{9b}2Jc"),
            "abc"
        );
        assert_eq!(clean("\u{1b}P1$q\u{1b}\\a\u{1b}(Bb\u{1b}cc"), "abc");
    }

    #[test]
    fn a_control_string_without_end_does_not_swallow_the_article() {
        assert_eq!(
            clean("a\u{1b}]0;The council met.\nIt voted."),
            "a0;The council met.\nIt voted."
        );
    }

    #[test]
    fn hidden_and_reordering_characters_go() {
        assert_eq!(
            clean("\u{feff}pay\u{202e}lanigiro\u{202c} \u{2066}x\u{2069}\u{200b}y\0\u{e0041}"),
            "paylanigiro xy"
        );
    }

    #[test]
    fn what_hides_is_counted_and_what_helps_to_read_is_not() {
        assert_eq!(
            hidden("\u{feff}Soft\u{ad}hy\u{ad}phens\r\n\tand می\u{200c}خواهم"),
            0
        );
        let heaped = format!("a{}", "\u{301}".repeat(33));
        assert_eq!(hidden(&format!("pay\u{202e}x\u{200b}\0{heaped}")), 6);
    }

    #[test]
    fn emoji_and_marks_stay() {
        for text in [
            "👩‍👩‍👧 ❤️ 1️⃣",
            "Bu\u{300}i Đu\u{301}c",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
        ] {
            assert_eq!(clean(text), text);
        }
        assert_eq!(clean("a\u{200d}b\u{fe0f}"), "ab");
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>(), marks in "[a\u{300}\u{200d}\u{fe0f}\r\n\u{1b}\\[\\]\\\\\u{7}0m😀]{0,60}") {
            for text in [text, marks] {
                let once = clean(&text);
                prop_assert!(!once.chars().any(|c| c.is_control() && c != '\n'));
                prop_assert_eq!(clean(&once), once);
            }
        }
    }
}
