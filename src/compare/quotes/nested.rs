//! Quotations inside of quotations.

use crate::text::fold::fold;

/// Marks that open a quotation inside another, and those that close it.
const MARKS: [(char, char); 4] = [('\'', '\''), ('‘', '’'), ('"', '"'), ('“', '”')];

/// Whether `short` is all that somebody is quoted with inside of `long`: “a pilot said it was ‘a close
/// call’”. Then nothing of it is left out.
pub(super) fn is_inner(long: &str, short: &str) -> bool {
    let bare = |text: &str| fold(text.trim_matches(|c: char| !c.is_alphanumeric()));
    let short = bare(short);
    MARKS.iter().any(|&(open, close)| {
        let pieces: Vec<&str> = long.split(open).collect();
        let mut marked = pieces.iter().zip(pieces.iter().skip(1));
        marked.any(|(before, piece)| {
            // An apostrophe stands inside of a word.
            let opens = !before.ends_with(char::is_alphanumeric);
            let end = if open == close {
                None
            } else {
                piece.split(close).next()
            };
            opens && bare(end.unwrap_or(piece)) == short
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_inner;

    #[test]
    fn the_whole_of_an_inner_quotation_is_known() {
        let long = "a pilot’s mate said it was ‘a close call,’ and Skerra's board 'kept quiet.'";
        assert!(is_inner(long, "A close call") && is_inner(long, "kept quiet"));
        assert!(!is_inner(long, "close call") && !is_inner(long, "and Skerra's board"));
        assert!(!is_inner("it was a close call", "a close call"));
    }
}
