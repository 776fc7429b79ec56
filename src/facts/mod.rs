//! Articles to facts and quotes.
//!
//! ```text
//! article ─marks→ quotations ─page→ tokens ─names→ mentions ─cast→ entities (over the story)
//!           tokens ─numbers, dates→ facts
//!           entities ─reference→ who is meant ─cues→ subjects ─speakers→ quotes
//! ```
//!
//! No tagger and no model: closed word lists (`data/`) and rules, each of which a reader can
//! check. All that is found is a span of an article's text inside one sentence.

mod amounts;
mod cast;
mod cues;
mod dates;
mod lists;
mod marks;
mod names;
mod numbers;
mod page;
mod persons;
mod quotes;
mod reference;
mod scare;
mod speakers;
mod speech;
#[cfg(test)]
mod testing;
mod venue;

use crate::model::{Article, Facts};
use cast::Cast;
use page::Page;
use speakers::Scene;

/// Finds what the sentences of a story's articles hold: names, numbers and dates, and words given
/// as somebody's. Names are brought to one form over the whole story.
pub fn find(articles: &[Article]) -> Facts {
    let pages: Vec<Page<'_>> = articles
        .iter()
        .enumerate()
        .map(|(place, article)| Page::read(article, place))
        .collect();
    let cast = Cast::of(&pages);
    let mut found = Facts::default();
    for page in &pages {
        let dates = dates::find(page);
        let taken: Vec<_> = dates.iter().map(|date| date.span).collect();
        found.facts.extend(cast.facts(page));
        found.facts.extend(numbers::find(page, &taken));
        found.facts.extend(dates);
        found.quotes.extend(quotes::find(&Scene::of(page, &cast)));
    }
    found.facts.sort_by_key(|fact| (fact.sentence, fact.span));
    found
        .quotes
        .sort_by_key(|quote| (quote.sentence, quote.span));
    found
}
