//! Lines of a given width in terminal cells.

use super::Span;
use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many terminal cells a text takes when it is drawn grapheme by grapheme.
///
/// Control characters take none: they are never drawn.
pub fn cells(text: &str) -> usize {
    // Nearly all words are plain; looking for graphemes is what most of a frame would be spent on.
    let words = text.split(' ').map(|word| {
        if word.chars().all(is_plain) {
            word.chars().count()
        } else {
            word.graphemes(true).map(grapheme_cells).sum()
        }
    });
    words.map(|cells: usize| cells + 1).sum::<usize>() - 1
}

/// Whether a character is a grapheme of one cell, unless one that is not plain follows it: a letter
/// or a mark of ASCII, of Latin alphabets, of general punctuation, a line or a block, a sign of a
/// verdict.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '¡'..='¬' | '®'..='ɏ' | '‐'..='‧' | '‰'..='⁞' | '─'..='▟')
        || matches!(c, '→' | '↗' | '∅' | '≠' | '≡' | '●' | '◐' | '✓')
}

/// Whether a text is one character a cell, and none of them acts on a terminal.
pub fn is_plain_text(text: &str) -> bool {
    text.chars().all(is_plain)
}

/// Breaks `text` into lines of at most `width` cells, as spans without the white space at their
/// ends; a text of nothing but white space has no lines.
///
/// Lines break where UAX #14 allows it, and at every line feed. A word longer than a line is
/// broken between graphemes; a single grapheme wider than `width` (a CJK character in one cell)
/// stands alone on its line and is the only way in which a line can be too wide. A `width` of 0
/// counts as 1.
pub fn wrap(text: &str, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let pieces = pieces(paragraph, start, width);
        for line in wrap_first_fit(&pieces, &[width as f64]) {
            if let (Some(first), Some(last)) = (line.first(), line.last()) {
                let span = Span::new(first.span.start, last.span.end).trim(text);
                if !span.is_empty() {
                    lines.push(span);
                }
            }
        }
        start += paragraph.len();
    }
    lines
}

/// The longest beginning of `text` that takes at most `width` cells.
pub fn fit(text: &str, width: usize) -> &str {
    // One more than fits, lest a mark combine with the last that does.
    let mut plain = text.char_indices().take_while(|(_, c)| is_plain(*c));
    if let Some((end, _)) = plain.nth(width) {
        return Span::new(0, end).of(text);
    }
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme_cells(grapheme);
        if used > width {
            return Span::new(0, start).of(text);
        }
    }
    text
}

/// A word, or a part of a word that is too long for a line, with the white space after it.
#[derive(Debug)]
struct Piece {
    span: Span,
    width: usize,
    space: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The pieces of a paragraph that begins at byte `start`, none wider than `width` unless it is a
/// single grapheme.
fn pieces(paragraph: &str, start: usize, width: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = start;
    for word in WordSeparator::UnicodeBreakProperties.find_words(paragraph) {
        let whole = word.word.len() + word.whitespace.len();
        let letters = word.word.trim_end();
        let space = cells(word.word) - cells(letters) + cells(word.whitespace);
        let mut piece = Piece {
            span: Span::new(at, at),
            width: 0,
            space: 0,
        };
        let count = letters.chars().count();
        let plain = count <= width && letters.chars().all(is_plain);
        if plain {
            piece.span.end += letters.len();
            piece.width = count;
        }
        for grapheme in letters.graphemes(true).filter(|_| !plain) {
            let wide = grapheme_cells(grapheme);
            if piece.width > 0 && piece.width + wide > width {
                let end = piece.span.end;
                pieces.push(std::mem::replace(
                    &mut piece,
                    Piece {
                        span: Span::new(end, end),
                        width: 0,
                        space: 0,
                    },
                ));
            }
            piece.span.end += grapheme.len();
            piece.width += wide;
        }
        piece.space = space;
        at += whole;
        piece.span.end = at;
        pieces.push(piece);
    }
    pieces
}

/// How many cells one grapheme takes: half-width katakana sound marks take one of their own,
/// though Unicode joins them to the letter before.
fn grapheme_cells(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    let marks = grapheme
        .chars()
        .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'));
    grapheme.width() + marks.count()
}

#[cfg(test)]
mod tests {
    use super::{cells, fit, wrap};
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).iter().map(|line| line.of(text)).collect()
    }

    #[test]
    fn words_go_whole_onto_the_next_line() {
        assert_eq!(
            lines("The council  voted on Tuesday.", 12),
            ["The council", "voted on", "Tuesday."]
        );
        assert_eq!(lines("one\ntwo three", 20), ["one", "two three"]);
        assert_eq!(lines("  \n ", 5), [""; 0]);
    }

    #[test]
    fn long_words_break_between_graphemes() {
        assert_eq!(lines("cafe\u{301}s", 4), ["cafe\u{301}", "s"]);
        assert_eq!(lines("ab 👩‍👩‍👧👩‍👩‍👧 c", 2), ["ab", "👩‍👩‍👧", "👩‍👩‍👧", "c"]);
    }

    #[test]
    fn ideographs_break_anywhere_but_before_a_stop() {
        assert_eq!(lines("市议会周二投票。", 6), ["市议会", "周二投", "票。"]);
    }

    #[test]
    fn no_width_is_too_small() {
        assert_eq!(lines("né 市", 0), ["n", "é", "市"]);
        assert_eq!(lines("né 市", 1), ["n", "é", "市"]);
    }

    #[test]
    fn fitting_never_halves_a_wide_character() {
        assert_eq!(fit("a市b", 2), "a");
        assert_eq!(fit("a市b", 3), "a市");
        assert_eq!(fit("a市b", 9), "a市b");
    }

    proptest! {
        #[test]
        fn plain_words_are_as_wide_as_their_graphemes(
            text in "([ a-zé¶ƒ\u{301}市。“…‼\u{fe0f}\n\t👩\u{200d}🇫🇷\u{ff9e}]{0,2}|\\PC){0,20}",
            width in 0_usize..12,
        ) {
            let wide = |text: &str| text.graphemes(true).map(super::grapheme_cells).sum::<usize>();
            prop_assert_eq!(cells(&text), wide(&text));
            let fitting = fit(&text, width);
            prop_assert!(text.starts_with(fitting) && wide(fitting) <= width);
            let next = text.graphemes(true).find(|_| true).filter(|_| fitting.is_empty());
            prop_assert!(next.is_none_or(|next| wide(next) > width || width == 0));
        }

        #[test]
        fn wrapping_loses_nothing_but_white_space(
            text in "([ a-zé\u{301}市。\"“—\\-\n\t\u{a0}👩\u{200d}🇫🇷\u{200b}\u{1b}\\[]{0,3}|\\PC){0,40}",
            width in 0_usize..30,
        ) {
            let lines = wrap(&text, width);
            let mut end = 0;
            for line in &lines {
                prop_assert!(text.get(end..line.start).is_some_and(|gap| gap.trim().is_empty()));
                end = line.end;
                let shown = line.of(&text);
                prop_assert!(!shown.is_empty());
                prop_assert!(cells(shown) <= width.max(1) || is_one_grapheme(shown));
            }
            prop_assert!(text.get(end..).is_some_and(|gap| gap.trim().is_empty()));
        }
    }

    /// Only a line of one visible grapheme may be too wide.
    fn is_one_grapheme(text: &str) -> bool {
        text.graphemes(true).filter(|g| cells(g) > 0).count() <= 1
    }
}
