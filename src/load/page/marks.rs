//! Quotation marks that the writer made of two single ones.

/// `text` with one double mark for each two single ones, where two open a quotation: “‘‘No,’’ she
/// said”, or with the mark of the wrong side behind it, “‘‘No,’‘ she said”.
pub(in crate::load) fn paired(text: &str) -> Option<String> {
    let (before, quoted) = text.split_once("‘‘")?;
    let closed = ["’’", "’‘"].iter().any(|mark| quoted.contains(mark));
    let opens =
        quoted.starts_with(char::is_alphanumeric) && !before.ends_with(char::is_alphanumeric);
    (opens && closed).then(|| {
        let text = text.replace("‘‘", "“");
        text.replace("’’", "”").replace("’‘", "”")
    })
}

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn two_single_marks_are_one_double_mark() {
        for text in [
            "‘‘We don’t know,’’ she said.",
            "‘‘We don’t know,’‘ she said.",
        ] {
            let read = paired(text);
            assert_eq!(
                read.as_deref(),
                Some("“We don’t know,” she said."),
                "{text}"
            );
        }
        for text in [
            "“She said ‘no’” and “‘yes’.”",
            "‘He said ‘no’’, she told us.",
            "It’s ‘‘ two marks.",
        ] {
            assert_eq!(paired(text), None, "{text}");
        }
    }
}
