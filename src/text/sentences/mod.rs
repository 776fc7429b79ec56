//! Where sentences begin and end.
//!
//! The bounds are those of UAX #29, repaired: a break that an abbreviation, an initial or a quoted
//! exclamation made is taken back, a quotation mark goes with the sentence it belongs to, and a
//! break is added where the blank after the stop was lost. Which abbreviations there are is data
//! (`data/abbreviations.txt`).

mod marks;

use super::{Span, lexicon::Lexicon};
use marks::{
    begins_anew, begins_as_brands, begins_lower, first_word, goes_on_with_words, is_closed_number,
    is_closer, is_domain, is_elision, is_initials, is_list_mark, is_opener, is_shouted, is_stopped,
    last_token, shouted,
};
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

static TABLES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(include_str!("../data/abbreviations.txt")));

/// The sentences of one paragraph: in order, none empty, without white space around them, together
/// all of it but white space. `language` is an ISO 639-1 code; without one every table applies.
pub fn split(text: &str, language: Option<&str>) -> Vec<Span> {
    let paragraph = Paragraph::new(text, Tables::new(language));
    let mut sentences = Vec::new();
    let mut start = 0;
    for (bound, glued) in paragraph.bounds() {
        let bound = paragraph.settle(start, bound);
        if bound <= start || (!glued && paragraph.joins(start, bound)) {
            continue;
        }
        sentences.push(Span::new(start, bound).trim(text));
        start = bound;
    }
    sentences.push(Span::new(start, text.len()).trim(text));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// The tables of one language, or of all.
struct Tables {
    languages: Vec<&'static str>,
}

impl Tables {
    fn new(language: Option<&str>) -> Self {
        let code = language.and_then(|code| code.get(..2));
        let of = |section: &'static str| section.split_once(' ').map(|(language, _)| language);
        let mut languages: Vec<_> = TABLES.sections().filter_map(of).collect();
        languages.dedup();
        if let Some(code) = code.filter(|code| languages.contains(code)) {
            languages.retain(|known| *known == code || *known == "any");
        }
        Self { languages }
    }

    fn has(&self, kind: &str, word: &str) -> bool {
        self.languages
            .iter()
            .any(|language| TABLES.has_in(&format!("{language} {kind}"), word))
    }
}

/// A paragraph whose bounds are judged.
struct Paragraph<'a> {
    text: &'a str,
    tables: Tables,
    /// Where its straight quotation marks stand: the first opens, the second closes, ….
    marks: Vec<usize>,
}

impl<'a> Paragraph<'a> {
    fn new(text: &'a str, tables: Tables) -> Self {
        let marks = text.match_indices('"').map(|(at, _)| at).collect();
        Self {
            text,
            tables,
            marks,
        }
    }

    fn part(&self, start: usize, end: usize) -> &'a str {
        Span::new(start, end).of(self.text)
    }

    /// Candidate bounds in order, each with whether it is one for sure, because the blank after
    /// the stop was lost there.
    fn bounds(&self) -> Vec<(usize, bool)> {
        let mut bounds = Vec::new();
        for (start, piece) in self.text.split_sentence_bound_indices() {
            let end = start + piece.len();
            let mut at = start;
            for token in piece.split_inclusive(char::is_whitespace) {
                let after = self.part(at + token.len(), end);
                if let Some(gap) = self.lost_blank(token, after) {
                    bounds.push((at + gap, true));
                }
                at += token.len();
                let word = token.trim_end();
                let anew = word.ends_with('…') && begins_anew(after);
                if token.ends_with(' ') && (anew || is_stopped(word) && begins_as_brands(after)) {
                    bounds.push((at, false));
                }
            }
            bounds.push((end, false));
        }
        bounds
    }

    /// Where in `token` ("conflict.he", "end.The") a sentence ends, though no blank follows.
    fn lost_blank(&self, token: &str, after: &str) -> Option<usize> {
        let word = token.trim_end();
        let at = word.find('.').filter(|at| at + 1 < word.len())?;
        let (head, tail) = (word.get(..at)?, word.get(at + 1..)?);
        let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
        let cut = tail
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(tail.len());
        let (tail, rest) = (tail.get(..cut)?, tail.get(cut..)?);
        let plain = |c: char| c.is_alphabetic() || matches!(c, '’' | '\'' | '-');
        let dotted = rest
            .strip_prefix('.')
            .is_some_and(|r| r.starts_with(char::is_alphanumeric));
        if !head.chars().all(plain)
            || !head.ends_with(char::is_lowercase)
            || dotted
            || rest.contains(['/', '@', '_', '='])
            || self.abbreviation(head)
        {
            return None;
        }
        let letters = head.chars().count();
        let named = head.starts_with(char::is_uppercase);
        let mut begin = tail.chars();
        let found = match (begin.next()?, begin.next()) {
            (first, second) if first.is_uppercase() => {
                second.map_or(matches!(first, 'A' | 'I'), char::is_lowercase)
                    && (!named || letters > 3 && self.opens(tail))
                    && !is_domain(tail)
            }
            _ => {
                letters > 2
                    && (rest.is_empty() || rest.starts_with(['\'', '’', ',']))
                    && !after.is_empty()
                    && self.tables.has("glued", tail)
            }
        };
        found.then(|| token.find('.').map(|dot| dot + 1))?
    }

    /// Moves a bound so that closing marks stay with the sentence before it and opening ones with
    /// the sentence after it.
    fn settle(&self, start: usize, bound: usize) -> usize {
        let (before, after) = (self.part(start, bound), self.part(bound, self.text.len()));
        let attached = !before.ends_with(char::is_whitespace);
        let closing = after.trim_start_matches(|c| match c {
            '"' | '\'' => false,
            '…' => attached,
            _ => is_closer(c),
        });
        let marks = after.len() - closing.len();
        if marks > 0 && closing.chars().next().is_none_or(char::is_whitespace) {
            return bound + marks + (closing.len() - closing.trim_start().len());
        }
        if after.starts_with("\" ") && self.opened(bound) && before.ends_with(char::is_whitespace) {
            return bound + 2;
        }
        let opening = before.trim_end_matches(|c| is_opener(c) || c == '"');
        let glued = opening.len() < before.len() && after.starts_with(char::is_alphanumeric);
        let at = start + opening.len();
        if glued && !(self.part(at, bound).starts_with('"') && self.opened(at)) {
            return at;
        }
        bound
    }

    /// Whether a straight quotation mark is open just before the byte at `at`.
    fn opened(&self, at: usize) -> bool {
        self.marks.partition_point(|mark| *mark < at) % 2 == 1
    }

    /// Whether what ends at `bound` goes on behind it.
    fn joins(&self, start: usize, bound: usize) -> bool {
        let before = self.part(start, bound);
        let after = self.part(bound, self.text.len());
        if before.ends_with('\n') || after.is_empty() {
            return false;
        }
        let ended = before.trim_end();
        let core = ended.trim_end_matches(is_closer);
        let closed = core.len() < ended.len();
        let bracketed = closed && ended.ends_with([')', ']']);
        if !before.contains(char::is_alphanumeric) || is_list_mark(ended) {
            return true;
        }
        if (start == 0 && is_dateline(core)) || is_within_brackets(before, after) {
            return true;
        }
        if begins_lower(after) || !goes_on_with_words(after) || (!closed && is_elision(core)) {
            return true;
        }
        let spaced = ended.len() < before.len();
        match core.chars().next_back() {
            Some('!' | '?')
                if !spaced && !begins_anew(after) && after.starts_with(|c: char| c.is_ascii()) =>
            {
                true
            }
            Some('!' | '?') if !closed && is_closed_number(after) => true,
            Some('!' | '?') => {
                (closed && self.attributes(after)) || self.tables.has("name", last_token(core))
            }
            Some('.') if !closed || bracketed => self.abbreviated(core, after),
            _ => false,
        }
    }

    /// Whether the full stop at the end of `core` belongs to an abbreviation that goes on with
    /// `after`.
    fn abbreviated(&self, core: &str, after: &str) -> bool {
        let token = last_token(core);
        let Some(word) = token.strip_suffix('.').filter(|word| !word.is_empty()) else {
            return false;
        };
        let rest = core.strip_suffix(token).unwrap_or_default().trim_end();
        let two = format!("{} {word}", last_token(rest));
        let number = after.starts_with(|c: char| c.is_numeric() || c == '№');
        let among = rest.is_empty() || is_shouted(last_token(rest));
        let typed = shouted(word).filter(|_| among && is_shouted(first_word(after)));
        let is = |kind| {
            let mut written = [word, &two].into_iter().chain(typed.as_deref());
            written.any(|it| self.tables.has(kind, it))
        };
        if is("title") || (number && is("number")) {
            return true;
        }
        if word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) {
            return self.tables.has("month", first_word(after));
        }
        let pronoun = word == "I" && last_token(rest).starts_with(char::is_lowercase);
        let goes_on = is("end") || is("state") || (is_initials(word) && !pronoun);
        goes_on && !self.opens(first_word(after)) && !(is("state") && self.is_place(rest, after))
    }

    /// Whether `town`, before the name of its state, ends with the words for where something is, and
    /// `after` begins as a sentence does that goes on: "in Wendham, La. Hunters once". Inside a
    /// sentence a comma parts the state from what follows.
    fn is_place(&self, town: &str, after: &str) -> bool {
        let Some(town) = town.strip_suffix(',') else {
            return false;
        };
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let named = town.split(' ').next_back().is_some_and(|it| capital(&it));
        let before = town.split(' ').rev().find(|word| !capital(word));
        let next = after.split_whitespace().nth(1);
        named
            && before.is_some_and(|word| self.tables.has("where", word))
            && next.is_some_and(|word| word.starts_with(char::is_lowercase))
    }

    /// Whether a stop after `word` is the mark of an abbreviation.
    fn abbreviation(&self, word: &str) -> bool {
        is_initials(word)
            || ["title", "number", "end", "state"]
                .iter()
                .any(|kind| self.tables.has(kind, word))
    }

    /// Whether `word` begins sentences and is no part of a name.
    fn opens(&self, word: &str) -> bool {
        word.starts_with(char::is_uppercase)
            && self
                .tables
                .has("opener", &word.to_lowercase().replace('’', "'"))
    }

    /// Whether `after` is `Name VERB`, which closes the question quoted before it.
    fn attributes(&self, after: &str) -> bool {
        let mut tokens = after.split_whitespace().take(9);
        let named = |token: &str| {
            token.starts_with(char::is_uppercase) && !self.opens(token.trim_end_matches([',', '.']))
        };
        if !tokens.next().is_some_and(named) {
            return false;
        }
        for token in tokens.by_ref() {
            let word = token.trim_end_matches([',', '.', ';', ':']);
            if self.tables.has("speech", word) {
                return !matches!(tokens.next(), Some("that" | "it" | "there" | "he" | "she"));
            }
            if !named(token) && !self.tables.has("between", word) {
                return false;
            }
        }
        false
    }
}

/// Whether a paragraph opens with the name of a place and a stop after it, which states nothing yet:
/// "SEATTLE. The mayor said".
fn is_dateline(opening: &str) -> bool {
    let letters = opening.chars().filter(|c| c.is_alphabetic());
    opening.ends_with('.')
        && opening.split_whitespace().count() <= DATELINE
        && letters.clone().count() >= SHORTEST_PLACE
        && letters.clone().all(char::is_uppercase)
}

/// Whether a bracket that opened inside the sentence `before` is still open, and closes a few words
/// on in `after`: "Acme (0883.HK) said".
fn is_within_brackets(before: &str, after: &str) -> bool {
    let open = before
        .rsplit_once('(')
        .filter(|(_, inside)| !inside.contains(')'));
    let close = after
        .split_once(')')
        .filter(|(inside, _)| !inside.contains('('));
    open.is_some_and(|(outside, _)| outside.contains(char::is_alphanumeric))
        && close.is_some_and(|(inside, _)| inside.split_whitespace().count() <= BRACKETED)
}

/// What is left of a bracket that a sentence goes on behind has so many words at most.
const BRACKETED: usize = 3;

/// A place before a stop is named in so many words at most, and in so many letters at least.
const DATELINE: usize = 3;
const SHORTEST_PLACE: usize = 4;

#[cfg(test)]
mod tests;
