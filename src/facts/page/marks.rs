//! What stands in quotation marks.
//!
//! A quotation runs from a mark that opens to the next one that can close it; marks of other kinds
//! in between are nested and belong to it. It may run over sentences, and over paragraphs when
//! each opens with a mark again, or none holds any other mark up to one that closes at the end of
//! its paragraph. A mark without a partner ends with its paragraph, so that one slip does not turn
//! the rest of an article inside out.

use super::mark::{At, closers, closes_single, is_mark, is_single};
use crate::model::{Article, Sentence};
use crate::text::Span;

/// One stretch of marked text, from opening to closing mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::facts) struct Quotation {
    /// Its parts by sentence, in order; at least one.
    pub pieces: Vec<Piece>,
}

/// The part of a quotation in one sentence, without marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) struct Piece {
    /// The sentence's place in the article.
    pub sentence: usize,
    /// The words in the article's text; never empty.
    pub span: Span,
}

/// The quotations of an article, in order.
pub(in crate::facts) fn find(article: &Article) -> Vec<Quotation> {
    let mut finder = Finder {
        article,
        open: None,
        spans: Vec::new(),
        found: Vec::new(),
    };
    let mut first = 0;
    for paragraph in article
        .sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
    {
        finder.paragraph(first, paragraph);
        first += paragraph.len();
    }
    finder.finish();
    finder.found
}

/// How many paragraphs a quotation runs on without being opened again.
const UNOPENED: usize = 4;

/// A quotation that has begun.
struct Open {
    /// Where its words began in this paragraph.
    start: usize,
    /// The mark that opened it.
    mark: char,
    /// How many of the same marks stand open inside it.
    nested: u32,
}

struct Finder<'a> {
    article: &'a Article,
    open: Option<Open>,
    /// What the open quotation covers in the paragraphs before, with their first sentence.
    spans: Vec<Piece>,
    found: Vec<Quotation>,
}

impl Finder<'_> {
    fn paragraph(&mut self, first: usize, sentences: &[Sentence]) {
        let (Some(a), Some(b)) = (sentences.first(), sentences.last()) else {
            return;
        };
        let whole = a.span.cover(b.span);
        let text = self.article.slice(whole);
        let (mut from, mut skip) = (whole.start, 0);
        if let Some(open) = &mut self.open {
            let mark = text
                .chars()
                .next()
                .filter(|c| *c == open.mark || closers(*c) == closers(open.mark));
            if let Some(mark) = mark {
                skip = mark.len_utf8();
                from += skip;
                open.start = from;
            } else if matches!(open.mark, '“' | '"') && closes_later(self.article, first) {
                open.start = from;
                open.nested = 0;
            } else {
                self.finish();
            }
        }
        let mut before = None;
        for (place, c) in text.char_indices() {
            if place >= skip && (is_mark(c) || c == '`') {
                let after = text.get(place + c.len_utf8()..).unwrap_or_default();
                let at = At {
                    c,
                    offset: whole.start + place,
                    before,
                    after,
                };
                self.mark(&at, first, sentences, from);
            }
            before = Some(c);
        }
        if let Some(open) = &self.open {
            let span = Span::new(open.start, whole.end);
            self.keep(span, first, sentences);
        }
    }

    /// Handles one mark of a paragraph that begins at `from`.
    fn mark(&mut self, at: &At<'_>, first: usize, sentences: &[Sentence], from: usize) {
        let Some(open) = &mut self.open else {
            return self.mark_outside(at, first, sentences);
        };
        let directed = matches!(open.mark, '«' | '»' | '「' | '『' | '‹');
        if at.c == open.mark && !is_single(at.c) && at.looks_opening() && at.nests() {
            open.nested += 1;
            return;
        }
        let two_strokes = open.mark == '"' && at.c == '\'' && at.after.starts_with('\'');
        if at.c == open.mark && directed {
            open.nested += 1;
        } else if closers(open.mark).contains(at.c) && (!is_single(open.mark) || at.closes_single())
        {
            if open.nested > 0 {
                open.nested -= 1;
                return;
            }
            if !directed && !is_single(open.mark) && at.looks_opening() && !at.looks_closing() {
                return self.reopen(at, first, sentences, from);
            }
            let span = Span::new(open.start, at.offset);
            self.close(span, first, sentences);
        } else if two_strokes || at.c == open.mark && at.looks_closing() && !at.looks_opening() {
            // The opening mark typed where the closing one belongs.
            let span = Span::new(open.start, at.offset);
            self.close(span, first, sentences);
        }
    }

    /// A mark that opens again while the quotation is still open: what was open lost its closing
    /// mark. It ends with the sentence before when it began in one; else it was no quotation.
    fn reopen(&mut self, at: &At<'_>, first: usize, sentences: &[Sentence], from: usize) {
        let start = self.open.as_ref().map_or(from, |open| open.start);
        let ended = sentences.iter().rev().find(|s| s.span.end <= at.offset);
        self.open = None;
        match ended.filter(|s| s.span.end > start) {
            Some(s) => self.close(Span::new(start, s.span.end), first, sentences),
            None => self.spans.clear(),
        }
        self.start(at, at.c.len_utf8());
    }

    fn mark_outside(&mut self, at: &At<'_>, first: usize, sentences: &[Sentence]) {
        match at.c {
            '`' if at.after.starts_with('`') => self.start_as(at, '"', 2),
            '\'' | '‘' | '‚'
                if at.looks_opening()
                    && (closes_single(at.after)
                        || self.opens_again(at, first + sentences.len())) =>
            {
                self.start(at, at.c.len_utf8());
            }
            '“' | '„' | '‟' | '«' | '‹' | '「' | '『' => self.start(at, at.c.len_utf8()),
            '»' | '"' | '”' if at.looks_opening() => {
                self.start(at, at.c.len_utf8());
            }
            '"' | '”' => self.lost_opening(at, first, sentences),
            _ => {}
        }
    }

    /// Whether a single mark opens a quotation that is not closed in its paragraph: with the paragraph,
    /// or behind a colon or a comma, and the next paragraph, which begins with the sentence `next`, opens with a mark again.
    fn opens_again(&self, at: &At<'_>, next: usize) -> bool {
        let before = self.article.text.get(..at.offset).unwrap_or_default();
        let introduced = at.before.is_none() || before.trim_end().ends_with([':', ',']);
        let next = self.article.sentences.get(next);
        let next = next.map_or("", |s| self.article.slice(s.span));
        introduced && next.starts_with(at.c)
    }

    fn start(&mut self, at: &At<'_>, length: usize) {
        self.start_as(at, at.c, length);
    }

    fn start_as(&mut self, at: &At<'_>, mark: char, length: usize) {
        self.open = Some(Open {
            start: at.offset + length,
            mark,
            nested: 0,
        });
    }

    /// A closing mark with nothing open: after a stop or a comma, the quotation began with the
    /// sentence and lost its opening mark.
    fn lost_opening(&mut self, at: &At<'_>, first: usize, sentences: &[Sentence]) {
        let sentence = sentences.iter().find(|s| s.span.holds(at.offset));
        let free = sentence.filter(|s| {
            let last = self.found.last().and_then(|q| q.pieces.last());
            last.is_none_or(|piece| piece.span.end < s.span.start)
        });
        if let (Some(s), Some('.' | ',' | '?' | '!')) = (free, at.before) {
            self.close(Span::new(s.span.start, at.offset), first, sentences);
        }
    }

    /// Ends the open quotation with a span of this paragraph.
    fn close(&mut self, span: Span, first: usize, sentences: &[Sentence]) {
        self.keep(span, first, sentences);
        self.finish();
    }

    /// Keeps the sentences' parts of a span of the open quotation.
    fn keep(&mut self, span: Span, first: usize, sentences: &[Sentence]) {
        let from = sentences.partition_point(|s| s.span.end <= span.start);
        for (place, s) in sentences.iter().enumerate().skip(from) {
            if s.span.start >= span.end {
                break;
            }
            let part = Span::new(s.span.start.max(span.start), s.span.end.min(span.end));
            let part = self.without_marks(part);
            if self.article.slice(part).chars().any(char::is_alphanumeric) {
                let sentence = first + place;
                self.spans.push(Piece {
                    sentence,
                    span: part,
                });
            }
        }
    }

    /// The span without white space and without marks that stand at its ends unpaired.
    fn without_marks(&self, span: Span) -> Span {
        let span = span.trim(&self.article.text);
        let text = self.article.slice(span);
        match text.strip_suffix("''") {
            Some(rest) => Span::new(span.start, span.start + rest.len()),
            None => span,
        }
    }

    /// Ends the quotation that is open.
    fn finish(&mut self) {
        self.open = None;
        if !self.spans.is_empty() {
            let pieces = std::mem::take(&mut self.spans);
            self.found.push(Quotation { pieces });
        }
    }
}

/// Whether the next mark from a paragraph on, which begins with a sentence, closes at
/// the end of its paragraph: a letter of several paragraphs between one pair of marks.
fn closes_later(article: &Article, first: usize) -> bool {
    let sentences = article.sentences.get(first..).unwrap_or_default();
    let mut paragraphs = sentences.chunk_by(|a, b| a.paragraph == b.paragraph);
    let marked = paragraphs.by_ref().take(UNOPENED).find_map(|paragraph| {
        let text = article.slice(paragraph.first()?.span.cover(paragraph.last()?.span));
        text.contains(['“', '”', '"']).then_some(text)
    });
    let before = marked.and_then(|text| text.trim_end().strip_suffix(['”', '"']));
    before.is_some_and(|text| !text.contains(['“', '”', '"']))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::facts::testing::{article, paragraphs};

    fn quoted(sentences: &[&str]) -> Vec<String> {
        let article = article(sentences);
        let found = find(&article);
        let pieces = found.iter().flat_map(|q| &q.pieces);
        pieces.map(|p| article.slice(p.span).to_owned()).collect()
    }

    #[test]
    fn every_style_of_marks_is_read() {
        for text in [
            "She said “we stay” twice.",
            "She said \"we stay\" twice.",
            "She said ``we stay'' twice.",
            "She said ‘we stay’ twice.",
            "She said 'we stay' twice.",
            "Sie sagte „we stay“ zweimal.",
            "Elle a dit « we stay » deux fois.",
            "Sie sagte »we stay« zweimal.",
            "彼女は「we stay」と言った。",
            "Hän sanoi ”we stay” kahdesti.",
        ] {
            assert_eq!(quoted(&[text]), ["we stay"], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert!(
            quoted(&["The workers' union and the nurses' club don't care for rock 'n' roll."])
                .is_empty()
        );
        assert_eq!(
            quoted(&["Lee’s aides' view: ‘It wasn’t the voters’ fault.’ So be it."]),
            ["It wasn’t the voters’ fault."]
        );
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        assert_eq!(
            quoted(&["“He told me ‘never’ and left,” Ono said."]),
            ["He told me ‘never’ and left,"]
        );
        assert_eq!(
            quoted(&["“He told me “never” and left,” Ono said of the “end”."]),
            ["He told me “never” and left,", "end"]
        );
        // One closing mark for two: the inner one has it.
        assert_eq!(quoted(&["“He told me “never.”"]), ["He told me “never."]);
    }

    #[test]
    fn a_quotation_runs_over_sentences_and_reopened_paragraphs() {
        let article = paragraphs(&[&["“One.", "Two."], &["“Three,” she said.", "“Four.”"]]);
        let found = find(&article);
        let texts = |i: usize| -> Vec<&str> {
            found[i]
                .pieces
                .iter()
                .map(|p| article.slice(p.span))
                .collect()
        };
        assert_eq!(found.len(), 2);
        assert_eq!(texts(0), ["One.", "Two.", "Three,"]);
        assert_eq!(texts(1), ["Four."]);
    }

    #[test]
    fn a_quotation_in_single_marks_runs_over_paragraphs() {
        let article = paragraphs(&[
            &["'One is Skerra's.'"],
            &["'Two.", "Three."],
            &["'Four."],
            &["'Five.'"],
            &["Six."],
        ]);
        let found = find(&article);
        let pieces = found.iter().flat_map(|q| &q.pieces);
        let texts: Vec<&str> = pieces.map(|p| article.slice(p.span)).collect();
        let all = ["One is Skerra's.", "Two.", "Three.", "Four.", "Five."];
        assert_eq!(texts, all);
    }

    #[test]
    fn a_letter_runs_over_paragraphs_between_one_pair_of_marks() {
        for (opens, closes) in [("“You were", "We waited.”"), ("\"You were", "We waited.\"")] {
            let article = paragraphs(&[&[opens, "The ship left."], &["No."], &[closes], &["End."]]);
            let found = find(&article);
            let pieces = found.iter().flat_map(|q| &q.pieces);
            let texts: Vec<&str> = pieces.map(|p| article.slice(p.span)).collect();
            assert_eq!(found.len(), 1);
            assert_eq!(texts, ["You were", "The ship left.", "No.", "We waited."]);
        }
    }

    #[test]
    fn a_mark_without_a_partner_ends_with_its_paragraph() {
        let article = paragraphs(&[
            &["“We never left, she said."],
            &["The rest is plain."],
            &["“Fine.”"],
        ]);
        let found = find(&article);
        assert_eq!(found.len(), 2);
        assert_eq!(article.slice(found[1].pieces[0].span), "Fine.");
        assert_eq!(
            quoted(&["The board is 6\" wide.", "\"We know,\" she said."]),
            ["We know,"]
        );
        assert_eq!(quoted(&["We know,\" she said."]), ["We know,"]);
    }
}
