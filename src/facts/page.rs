//! An article cut into tokens: what all extractors read.

use super::lists::{Class, Lists, Verb};
use super::marks::{self, Quotation};
use crate::model::Article;
use crate::text::{Span, fold::fold};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Its folded form.
    pub key: String,
    /// What it can be.
    pub class: Class,
    /// How it is written.
    pub case: Case,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// A sign or a number.
    None,
    /// A word in small letters.
    Lower,
    /// A word with a capital.
    Capital,
    /// A word of several letters, all capitals.
    Upper,
}

impl Token {
    /// Whether it is a word.
    pub(super) fn is_word(&self) -> bool {
        self.case != Case::None
    }

    /// Whether it is a word with a capital.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }

    /// Whether it is one of these signs or words.
    pub(super) fn is_one_of(&self, keys: &[&str]) -> bool {
        keys.contains(&self.key.as_str())
    }
}

/// An article cut into tokens.
#[derive(Debug)]
pub(super) struct Page<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its place among the articles of the story.
    pub place: usize,
    /// The word lists of its language.
    pub lists: &'static Lists,
    /// The reporting verbs that the user adds to them, folded, word by word.
    own_verbs: Vec<Vec<String>>,
    /// The tokens of its sentences, in order.
    pub tokens: Vec<Token>,
    /// For each sentence, its tokens.
    pub sentences: Vec<Range<usize>>,
    /// What stands in quotation marks, in order.
    pub quotations: Vec<Quotation>,
}

impl<'a> Page<'a> {
    /// Cuts an article.
    pub(super) fn read(article: &'a Article, place: usize) -> Self {
        let lists = Lists::of(article.language.as_deref());
        let quotations = marks::find(article);
        let mut tokens = Vec::with_capacity(article.text.len() / 5);
        let mut sentences = Vec::with_capacity(article.sentences.len());
        for sentence in &article.sentences {
            let first = tokens.len();
            cut(
                article.slice(sentence.span),
                sentence.span.start,
                lists,
                &mut tokens,
            );
            sentences.push(first..tokens.len());
        }
        let mut pieces = quotations.iter().flat_map(|q| &q.pieces).peekable();
        for token in &mut tokens {
            while pieces.next_if(|p| p.span.end <= token.span.start).is_some() {}
            token.quoted = pieces.peek().is_some_and(|p| p.span.contains(token.span));
        }
        let own = article.reading.speech_verbs.iter();
        let own = own.map(|verb| fold(verb).split_whitespace().map(str::to_owned).collect());
        let own_verbs: Vec<Vec<String>> = own.filter(|it: &Vec<_>| !it.is_empty()).collect();
        for token in &mut tokens {
            if own_verbs
                .iter()
                .any(|words| words.first() == Some(&token.key))
            {
                token.class = token.class.or(Class::VERB.or(Class::SPEECH));
            }
        }
        Self {
            article,
            place,
            lists,
            own_verbs,
            tokens,
            sentences,
            quotations,
        }
    }

    /// The token at `index`; out of bounds there is none.
    pub(super) fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The tokens of a range that lies in bounds, else none.
    pub(super) fn slice(&self, range: Range<usize>) -> &[Token] {
        self.tokens.get(range).unwrap_or_default()
    }

    /// The tokens of a sentence.
    pub(super) fn sentence(&self, index: usize) -> Range<usize> {
        self.sentences.get(index).cloned().unwrap_or_default()
    }

    /// The span from the first to the last token of a range.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        match self.slice(range.clone()) {
            [first, .., last] => first.span.cover(last.span),
            [only] => only.span,
            [] => Span::default(),
        }
    }

    /// The tokens that lie in a span.
    pub(super) fn within(&self, span: Span) -> &[Token] {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        self.slice(start..end)
    }

    /// The article's text from the first to the last token of a range.
    pub(super) fn text(&self, range: &Range<usize>) -> &str {
        self.article.slice(self.span(range))
    }

    /// Whether the token at `index` follows the one before it without a space.
    pub(super) fn is_joined(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|i| self.token(i));
        matches!((before, self.token(index)), (Some(a), Some(b)) if a.span.end == b.span.start)
    }

    /// Whether the name or word that ends before the token at `end` is a possessive.
    pub(super) fn is_possessive(&self, end: usize) -> bool {
        self.token(end).is_some_and(|token| {
            let sign = token.key == "'s" || token.key == "'" && !token.quoted;
            sign && self.is_joined(end)
        })
    }

    /// The reporting verb that begins at a token, and how many tokens it has.
    pub(super) fn verb(&self, index: usize) -> Option<(Verb, usize)> {
        let token = self.token(index)?;
        let own = self.own_verbs.iter().find(|words| {
            let stand = |(n, word): (usize, &String)| {
                let token = self.token(index + n);
                token.is_some_and(|token| token.key == *word)
            };
            words.iter().enumerate().all(stand)
        });
        if let Some(words) = own {
            return Some((OWN_VERB, words.len()));
        }
        self.lists.verbs(&token.key).iter().find_map(|verb| {
            let mut length = 1;
            for word in verb.rest.split('_').filter(|word| !word.is_empty()) {
                if self.token(index + length)?.key != word {
                    return None;
                }
                length += 1;
            }
            Some((*verb, length))
        })
    }
}

/// A verb that the user adds counts like "say".
const OWN_VERB: Verb = Verb {
    lemma: "say",
    rest: "",
    weak: false,
};

/// Cuts the text of a sentence, which begins at `offset` in the article.
fn cut(text: &str, offset: usize, lists: &Lists, tokens: &mut Vec<Token>) {
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let start = text.len() - rest.len();
        let (word, behind) = rest.split_at(token(rest));
        rest = behind.trim_start();
        let end = start + word.len();
        let key = if is_dash(text, start..end) {
            "—".to_owned()
        } else {
            fold(word)
        };
        let class = lists.class(&key);
        let base = key.strip_suffix("'s").map_or(0, str::len);
        let mut push = |key: String, class: Class, span: Span| {
            let case = case(span.of(text));
            let span = span.shift(offset);
            tokens.push(Token {
                span,
                key,
                class,
                case,
                quoted: false,
            });
        };
        // A contraction ("it's") is in the lists, a possessive ("Ivy's") is not.
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        match owner {
            Some(owner) if base > 0 && class == Class::default() => {
                let middle = start + owner.len();
                let key = key.get(..base).unwrap_or_default().to_owned();
                let class = lists.class(&key);
                push(key, class, Span::new(start, middle));
                push("'s".to_owned(), Class::default(), Span::new(middle, end));
            }
            _ => push(key, class, Span::new(start, end)),
        }
    }
}

/// How many bytes the token at the beginning of a text has: initials ("U.S."), a number ("1,200"), a
/// word with its apostrophes, a run of dots or hyphens, a mark of two signs, or one sign.
fn token(text: &str) -> usize {
    let one = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    let found = match text.chars().next() {
        Some('.') => many(text, |c| c == '.'),
        Some('-') => many(text, |c| c == '-'),
        Some(first) if first.is_ascii_digit() => number(text),
        Some(first) if is_letter(first) => initials(text).unwrap_or_else(|| word(text)),
        _ if text.starts_with("``") || text.starts_with("''") => 2,
        _ => 0,
    };
    found.max(one(text))
}

/// How many bytes at the beginning of a text are such characters.
fn many(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(is).len()
}

/// "U.S.": at least two capitals, each with its full stop.
fn initials(text: &str) -> Option<usize> {
    let mut length = 0;
    let mut letters = 0;
    let mut signs = text.chars();
    while let (Some(letter), Some('.')) = (signs.next(), signs.next()) {
        if !letter.is_uppercase() {
            break;
        }
        length += letter.len_utf8() + 1;
        letters += 1;
    }
    (letters >= 2).then_some(length)
}

/// "1,200.50": digits with a point or a comma between them.
fn number(text: &str) -> usize {
    let digits = |text: &str| many(text, |c| c.is_ascii_digit());
    let mut length = digits(text);
    while let Some(more) = text
        .get(length..)
        .and_then(|it| it.strip_prefix(['.', ',']))
    {
        match digits(more) {
            0 => break,
            found => length += 1 + found,
        }
    }
    length
}

/// "won't", "O’Hara": letters, and digits after the first, with an apostrophe between letters.
fn word(text: &str) -> usize {
    let inside = |c: char| is_letter(c) || is_mark(c);
    let mut length = many(text, |c| inside(c) || c.is_numeric());
    while let Some(more) = text
        .get(length..)
        .and_then(|it| it.strip_prefix(['\'', '’']))
    {
        if !more.starts_with(is_letter) {
            break;
        }
        length = text.len() - more.trim_start_matches(inside).len();
    }
    length
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && c.is_alphabetic() && !is_mark(c) && !c.is_numeric()
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

/// Whether a sign is a dash between clauses, not a hyphen or a range's dash.
fn is_dash(text: &str, range: Range<usize>) -> bool {
    let dash = text.get(range.clone()).unwrap_or_default();
    let spaced = || {
        let before = text.get(..range.start).and_then(|t| t.chars().next_back());
        let after = text.get(range.end..).and_then(|t| t.chars().next());
        before.is_none_or(char::is_whitespace) || after.is_none_or(char::is_whitespace)
    };
    matches!(dash, "—" | "―" | "--") || matches!(dash, "–" | "-") && spaced()
}

/// How a token is written.
fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        None => Case::None,
        _ if word.starts_with(['\'', '’']) => Case::None,
        Some(first) if !first.is_uppercase() => {
            // "iPhone", "al-Qaeda": a capital inside makes it a name as well.
            if letters.any(char::is_uppercase) {
                Case::Capital
            } else {
                Case::Lower
            }
        }
        Some(_) => match letters.next() {
            Some(second) if second.is_uppercase() && letters.all(|c| !c.is_lowercase()) => {
                Case::Upper
            }
            _ => Case::Capital,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Page, token};
    use crate::facts::testing::article;

    #[test]
    fn words_numbers_and_signs_are_cut_whole() {
        for (text, first) in [
            ("U.S.A. today", "U.S.A."),
            ("A. Lee", "A"),
            ("1,200.50, he", "1,200.50"),
            ("5. Next", "5"),
            ("O’Hara’s’ x", "O’Hara’s"),
            ("don't", "don't"),
            ("Cafe\u{301}s.", "Cafe\u{301}s"),
            ("B2B-", "B2B"),
            ("...", "..."),
            (".5", "."),
            ("--x", "--"),
            ("``so", "``"),
            ("'' she", "''"),
            ("'x", "'"),
            ("“We", "“"),
            ("中文。", "中文"),
        ] {
            assert_eq!(text.get(..token(text)), Some(first), "{text}");
        }
    }

    #[test]
    fn possessives_are_cut_and_contractions_and_initials_are_not() {
        let article = article(&["Ann O’Hara’s U.S. visit isn’t over, it's 1,200 km."]);
        let page = Page::read(&article, 0);
        let keys: Vec<_> = page.tokens.iter().map(|t| t.key.as_str()).collect();
        let wanted = [
            "ann", "o'hara", "'s", "u.s.", "visit", "isn't", "over", ",", "it's", "1,200", "km",
            ".",
        ];
        assert_eq!(keys, wanted);
        assert!(page.is_possessive(2) && !page.is_possessive(1));
        assert_eq!(page.tokens[3].case, Case::Upper);
    }
}
