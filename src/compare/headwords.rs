//! Words of headlines that the texts below them do not have: how the desk put it, not the reporter.

use crate::model::{Article, Comparison, Place};
use crate::parallel;
use crate::text::words::{Tokenizer, Word, forms};
use crate::text::{Span, frequency::rarity};
use std::collections::BTreeSet;

/// Headline words that are rarer than this choose a reading ("slams", "hawkish"); what is commoner
/// ("says", "seeks", "keeps") only names what the text says otherwise. It is the
/// [`rarity`] of about the 5,000th word of English.
const CHOSEN: f64 = 9.1;

/// So many phrases of a headline are told; what has more is no headline.
const MOST: usize = 8;

/// Fewer articles than this are not worth a thread.
const WORTH: usize = 1;

/// The rarer words of headlines that their texts have in no form, by article, then by place. Words
/// beside each other are one phrase. Quoted words and abbreviations are left out. Of English articles
/// only: of other languages it is not known which words are common.
pub(super) fn headwords(comparison: &Comparison) -> Vec<Place> {
    let articles = &comparison.articles;
    let english = |it: &Article| it.language_code().is_none_or(|code| code == "en");
    let found = parallel::map(articles, WORTH, |_, article| {
        let own = english(article).then(|| own_words(comparison, article));
        own.unwrap_or_default()
    });
    found.into_iter().flatten().collect()
}

fn own_words(comparison: &Comparison, article: &Article) -> Vec<Place> {
    let Some(headline) = article.headline else {
        return Vec::new();
    };
    let text = article.slice(headline);
    let tokenizer = Tokenizer::new(article.language.as_deref());
    let place = |span: Span| Place {
        article: article.id,
        span: span.shift(headline.start),
    };
    let quoted = |span: Span| {
        let mut quoted = comparison.facts.headlined.iter();
        let place = place(span);
        quoted.any(|it| it.article == place.article && it.span.overlaps(place.span))
    };
    let words = tokenizer.words(text);
    // "Stays" is rarer than "stay" and says no more.
    let rare = |word: &Word| rarity(&word.key).min(rarity(&word.stem)) >= CHOSEN;
    let chosen = |word: &Word| rare(word) && !is_short(word.span.of(text)) && !quoted(word.span);
    let mut chosen: BTreeSet<&str> = words
        .iter()
        .filter(|word| chosen(word))
        .map(|word| word.stem.as_str())
        .collect();
    for sentence in article.sentence_ids() {
        if chosen.is_empty() {
            return Vec::new();
        }
        let text = comparison.sentence(sentence);
        for form in forms(text).map(|span| span.of(text)) {
            // A stem begins as its word does: of most words it need not be made.
            if chosen.iter().any(|stem| begin_alike(stem, form))
                && let Some((_, stem)) = tokenizer.word(form)
            {
                chosen.retain(|own| !is_form(own, &stem));
            }
        }
    }
    let own = |word: &Word| chosen.contains(word.stem.as_str()) && !quoted(word.span);
    let runs = words.chunk_by(|x, y| own(x) && own(y) && stand_together(text, x, y));
    let phrases = runs.filter_map(|run| {
        let (first, last) = run.first().zip(run.last())?;
        own(first).then(|| place(first.span.cover(last.span)))
    });
    phrases.take(MOST).collect()
}

/// Whether a stem may be that of a word, by their first letters, as far as these are without accents.
fn begin_alike(stem: &str, form: &str) -> bool {
    let (x, y) = (stem.chars().next(), form.chars().next());
    x.zip(y)
        .is_some_and(|(x, y)| !y.is_ascii() || x.eq_ignore_ascii_case(&y))
}

/// Stems of so many letters are of one word where one begins with the other: "merg", "merger".
const ROOT: usize = 4;

fn is_form(x: &str, y: &str) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    x == y || short.len() >= ROOT && long.starts_with(short)
}

/// Whether a word is an abbreviation, a number or two words in one, which the text may spell out.
fn is_short(form: &str) -> bool {
    !form.contains(char::is_lowercase) && form.contains(char::is_uppercase)
        || form.contains(|c: char| c.is_numeric() || matches!(c, '.' | '\'' | '’'))
}

/// Whether nothing but blanks or a hyphen stands between two words.
fn stand_together(text: &str, x: &Word, y: &Word) -> bool {
    let between = Span::new(x.span.end, y.span.start).of(text);
    between.chars().all(|c| c == ' ' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::is_form;

    #[test]
    fn stems_that_begin_alike_are_of_one_word() {
        assert!(is_form("merg", "merger") && is_form("imposit", "impos"));
        assert!(!is_form("bar", "barrel") && !is_form("hawkish", "hawk-eyed"));
    }
}
