//! An article cut into tokens: what all extractors read.

pub(super) mod calendar;
pub(super) mod capitals;
pub(super) mod counting;
pub(super) mod dateline;
mod frames;
pub(super) mod lists;
pub(super) mod mark;
pub(super) mod marks;
pub(super) mod nations;
mod token;

use crate::model::Article;
use crate::text::{Span, fold::fold, lexicon::Lexicon};
use lists::{Class, Lists, Verb};
use marks::Quotation;
use std::ops::Range;
use token::token;

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
    /// The words around reporting verbs in its language.
    frames: Option<&'static Lexicon>,
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
            frames: frames::of(article.language.as_deref()),
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

    /// Whether a folded word does something around reporting verbs in the page's language; `role` is a
    /// section of `frames.txt` without its language.
    pub(super) fn is_frame(&self, role: &str, key: &str) -> bool {
        self.frames.is_some_and(|roles| roles.has_in(role, key))
    }

    /// Whether a word is the "who" of a clause, and not a body that has it for its initials.
    pub(super) fn is_who(&self, token: &Token) -> bool {
        token.case != Case::Upper && self.is_frame("who", &token.key)
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
    use super::{Case, Page};
    use crate::facts::testing::article;

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
