//! One quotation mark in its surroundings: what it can open and close.

/// A character with its surroundings.
pub(in crate::facts) struct At<'a> {
    /// The character.
    pub c: char,
    /// Where it stands in the article's text.
    pub offset: usize,
    /// The character before it in the paragraph.
    pub before: Option<char>,
    /// The rest of the paragraph.
    pub after: &'a str,
}

impl At<'_> {
    fn next(&self) -> Option<char> {
        self.after.chars().next()
    }

    /// Whether a word could begin right after it and none ends right before it.
    pub(super) fn looks_opening(&self) -> bool {
        let free = self
            .before
            .is_none_or(|b| b.is_whitespace() || "([{—–-…/".contains(b) || is_mark(b));
        let word = self
            .next()
            .is_some_and(|n| !n.is_whitespace() && !",.;:!?)".contains(n));
        let ellipsis = self.after.starts_with("...") || self.after.starts_with("..");
        free && (word || ellipsis)
    }

    /// Whether a word or a stop ends right before it and none begins right after it.
    pub(super) fn looks_closing(&self) -> bool {
        let ended = self.before.is_some_and(|b| !b.is_whitespace());
        ended && self.next().is_none_or(|n| !n.is_alphanumeric())
    }

    /// Whether this opening mark and one that is open already both have their closing marks in the
    /// rest of the paragraph.
    pub(super) fn nests(&self) -> bool {
        let mut depth = 0i32;
        let mut before = Some(self.c);
        for (place, c) in self.after.char_indices() {
            let after = self.after.get(place + c.len_utf8()..).unwrap_or_default();
            let at = At {
                c,
                offset: 0,
                before,
                after,
            };
            if c == self.c && at.looks_opening() {
                depth += 1;
            } else if closers(self.c).contains(c) && at.looks_closing() {
                depth -= 1;
            }
            if depth <= -2 {
                return true;
            }
            before = Some(c);
        }
        false
    }

    /// Whether a single mark here is neither an apostrophe nor a plural's possessive.
    pub(super) fn closes_single(&self) -> bool {
        let plural = self.before == Some('s') && self.next() == Some(' ');
        self.looks_closing() && !(plural && closes_single(self.after))
    }
}

/// Whether a character can be a quotation mark.
pub(in crate::facts) fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'') || !c.is_ascii() && "“”„‟‘’‚«»‹›「」『』".contains(c)
}

/// The marks that close what `mark` opens; empty when it opens nothing.
pub(super) fn closers(mark: char) -> &'static str {
    match mark {
        '“' | '"' | '‟' | '”' => "”\"",
        '„' => "“”\"",
        '«' => "»",
        '»' => "«",
        '‹' => "›",
        '「' => "」",
        '『' => "』",
        '‘' | '\'' | '‚' => "’'‘",
        _ => "",
    }
}

/// Whether a mark may be an apostrophe as well.
pub(super) fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '‚')
}

/// Whether a single mark before `after` has a partner there, so that it is no apostrophe.
pub(super) fn closes_single(after: &str) -> bool {
    const ELISIONS: [&str; 7] = ["em", "til", "tis", "twas", "cause", "n", "round"];
    let word = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let elided = ELISIONS.contains(&word);
    if elided || after.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut before = ' ';
    let mut rest = after.chars();
    // A quotation in single marks is a phrase or a sentence or two; farther off, two apostrophes
    // are likelier.
    for _ in 0..300 {
        let Some(c) = rest.next() else { return false };
        let next = rest.clone().next();
        if matches!(c, '\'' | '’')
            && !before.is_whitespace()
            && next.is_none_or(|n| !n.is_alphanumeric())
        {
            // "the voters' choice": a plural's possessive closes nothing.
            let plural = before == 's' && next == Some(' ');
            if !plural {
                return true;
            }
        }
        before = c;
    }
    false
}
