//! Whose words headlines set in quotation marks, and which of their own words the text does not have.

use crate::model::{ArticleId, Comparison, HeadlineQuote, Place};
use crate::text::fold::fold;

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
    let own = story.headline_words.iter().filter(|it| it.article == id);
    let words: Vec<String> = own.map(|it| format!("“{}”", words(story, *it))).collect();
    let alone = format!("in its headline, not in its text: {}", words.join(", "));
    let alone = (!words.is_empty()).then_some(alone);
    quoted.chain(alone).collect()
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
