//! Whose words headlines set in quotation marks, and which of their own words the text does not have.

use crate::model::{ArticleId, Comparison, HeadlineQuote, Place};
use crate::text::words::{Tokenizer, Word};
use crate::text::{Span, fold::fold, frequency::rarity};
use std::collections::BTreeSet;

/// Headline words that are rarer than this choose a reading ("slams", "hawkish"); what is commoner
/// ("says", "seeks", "keeps") only names what the text says otherwise. It is the
/// [`rarity`] of about the 5,000th word of English.
const CHOSEN: f64 = 9.1;

/// Fewer words than this without marks in the text are a name or a title, not somebody's words.
const SAID: usize = 2;

/// What is to be said of an article's headline, a phrase each: where the words that it sets in
/// quotation marks come from, and which others its text does not have.
pub fn headline_notes(story: &Comparison, id: ArticleId) -> Vec<String> {
    let own = story
        .headline_quotes
        .iter()
        .filter(|it| it.place.article == id);
    let quoted = own.filter_map(|it| Some(format!("in its headline {}", phrase(story, it)?)));
    let words = headline_words(story, id);
    let words: Vec<String> = words.iter().map(|words| format!("“{words}”")).collect();
    let alone = format!("in its headline, not in its text: {}", words.join(", "));
    let alone = (!words.is_empty()).then_some(alone);
    quoted.chain(alone).collect()
}

/// Words of an article's headline that its text has in no form, in order: how the desk put it, not
/// the reporter. Words beside each other are one phrase. Quoted words and abbreviations are left out.
/// Of English articles only: of other languages it is not known which words are common.
pub fn headline_words(story: &Comparison, id: ArticleId) -> Vec<&str> {
    let article = story.article(id);
    let english = article.language_code().is_none_or(|code| code == "en");
    let Some(headline) = article.headline().filter(|_| english) else {
        return Vec::new();
    };
    let tokenizer = Tokenizer::new(article.language.as_deref());
    let sentences = article.sentence_ids().map(|id| story.sentence(id));
    let text: BTreeSet<String> = sentences
        .flat_map(|text| tokenizer.words(text))
        .map(|word| word.stem)
        .collect();
    let start = article.headline.map_or(0, |it| it.start);
    let quoted = |span: Span| {
        let mut quotes = story.headline_quotes.iter();
        quotes.any(|it| it.place.article == id && it.place.span.overlaps(span.shift(start)))
    };
    let own = |word: &Word| {
        let form = word.span.of(headline);
        // "Stays" is rarer than "stay" and says no more.
        rarity(&word.key).min(rarity(&word.stem)) >= CHOSEN
            && !text.contains(&word.stem)
            && !quoted(word.span)
            && !is_short(form)
    };
    let words = tokenizer.words(headline);
    let runs = words.chunk_by(|x, y| own(x) && own(y) && stand_together(headline, x, y));
    let phrases = runs.filter_map(|run| {
        let (first, last) = run.first().zip(run.last())?;
        own(first).then(|| first.span.cover(last.span).of(headline))
    });
    phrases.collect()
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

fn phrase(story: &Comparison, quote: &HeadlineQuote) -> Option<String> {
    let marked = words(story, quote.place);
    let Some(source) = quote.source else {
        return Some(format!("“{marked}”: no text quotes these words"));
    };
    let paragraph = paragraph(story, source.place);
    let Some(id) = source.quote else {
        let said = marked.split(' ').count() >= SAID;
        return said.then(|| format!("“{marked}”: {paragraph}, without quotation marks"));
    };
    let speaker = story.quote(id).speaker.as_ref();
    let speaker = speaker.map_or("speaker not named", |it| &it.name);
    let text = words(story, source.place);
    let text = if fold(&text) == fold(&marked) {
        String::new()
    } else {
        format!(", “{text}”")
    };
    let outlet = &story.article(source.place.article).outlet;
    Some(if source.place.article == quote.place.article {
        format!("“{marked}”: {speaker}, {paragraph}{text}")
    } else {
        format!("“{marked}”: not in its text; {speaker}, {outlet} {paragraph}{text}")
    })
}

/// Words in one line, without the signs at their ends.
fn words(story: &Comparison, place: Place) -> String {
    let words = story.article(place.article).slice(place.span);
    let bare = words.trim_matches([' ', ',', '.', ':', ';']);
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "¶3".
fn paragraph(story: &Comparison, place: Place) -> String {
    let article = story.article(place.article);
    let sentence = article.sentence_at(place.span.start);
    let sentence = sentence.and_then(|id| article.sentences.get(id.index as usize));
    sentence.map_or_else(String::new, |it| format!("¶{}", it.paragraph + 1))
}
