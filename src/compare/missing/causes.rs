//! Why something is so, as a sentence says it.

use crate::compare::reading::Token;
use crate::text::Span;
use crate::text::lexicon::Lexicon;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How many content words a cause must have to be one.
const CAUSE: usize = 2;

/// What a cause names stands in its first content words ("a faulty unit on a lorry"); the rest says
/// more of that.
const GIST: usize = 4;

/// The reason that a sentence gives, from its connective to the end of the phrase, with the stems of
/// its content words.
pub(in crate::compare) fn cause(tokens: &[Token]) -> Option<(Span, BTreeSet<&str>)> {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/causes.txt")));
    let opens = |at: usize| {
        if !LIST.begins(&tokens.get(at)?.key) {
            return None;
        }
        let length = (1..=4).rev().find(|&length| {
            let words = tokens.get(at..at + length).unwrap_or_default();
            let phrase: Vec<&str> = words.iter().map(|t| t.key.as_str()).collect();
            words.len() == length && LIST.has_in("", &phrase.join(" "))
        });
        let ahead = |after: usize| {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            before.is_some_and(|t| LIST.has_in("ahead", &t.key))
                && tokens.get(at).is_some_and(|t| t.key == "due")
                && tokens.get(after).is_some_and(|t| t.content)
        };
        let after = at + length?;
        (!ahead(after)).then_some((at, after))
    };
    let (start, after) = (0..tokens.len()).find_map(opens)?;
    let phrase = tokens.get(after..)?.iter().enumerate();
    let phrase: Vec<&Token> = phrase
        .take_while(|(at, t)| *at == 0 || !t.breaks)
        .map(|(_, t)| t)
        .collect();
    let stems: BTreeSet<&str> = phrase
        .iter()
        .filter(|t| t.content)
        .take(GIST)
        .map(|t| t.stem.as_str())
        .collect();
    let span = tokens.get(start)?.span.cover(phrase.last()?.span);
    (stems.len() >= CAUSE).then_some((span, stems))
}

#[cfg(test)]
mod tests {
    use super::cause;
    use crate::compare::reading::tokens;

    #[test]
    fn a_cause_reaches_to_the_end_of_its_phrase() {
        let text = "The bridge was shut because of cracks in two piers, the city said";
        let read = tokens(text, 0, None);
        let (span, stems) = cause(&read).unwrap();
        assert_eq!(span.of(text), "because of cracks in two piers");
        assert!(stems.contains("crack"));
        assert!(cause(&tokens("It was shut, because it was", 0, None)).is_none());
        let due = |text: &str| cause(&tokens(text, 0, None)).is_some();
        assert!(due("The delay was due to the cracks in two piers"));
        assert!(due("It was shut due to heavy snow on two piers"));
        assert!(!due("The mayor is due to open two piers on Monday"));
    }
}
