//! Punctuation that was encoded twice.

use encoding_rs::WINDOWS_1252;

/// What the first two of the three bytes of a dash or quotation mark look like, read one by one.
const BEGINNING: &str = "â€";

/// `text` with the marks that some software wrote as UTF-8 and read as Windows-1252 before it wrote
/// them again, put right ("itâ€™s" is "it’s"), and how many they were; nothing where there are none.
pub(in crate::load) fn mended(text: &str) -> Option<(String, usize)> {
    let mut pieces = text.split(BEGINNING);
    let (mut out, mut marks) = (pieces.next()?.to_owned(), 0);
    for piece in pieces {
        let mut rest = piece.chars();
        match rest.next().and_then(mark) {
            Some(mark) => {
                out.push(mark);
                out.push_str(rest.as_str());
                marks += 1;
            }
            None => out.extend([BEGINNING, piece]),
        }
    }
    (marks > 0).then_some((out, marks))
}

/// The mark that [`BEGINNING`] and `last` stand for.
fn mark(last: char) -> Option<char> {
    let last = last.to_string();
    match WINDOWS_1252.encode(&last) {
        (bytes, _, false) => match *bytes {
            [byte] => str::from_utf8(&[0xe2, 0x80, byte]).ok()?.chars().next(),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn marks_that_were_encoded_twice_are_read() {
        let text = "WENDHAM (AP) â€” â€œItâ€™s closed,â€\u{9d} she saidâ€¦";
        let read = "WENDHAM (AP) — “It’s closed,” she said…".to_owned();
        assert_eq!(mended(text), Some((read, 5)));
        for text in ["It’s â, € and â€ alone.", "â€語", "châ€"] {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
