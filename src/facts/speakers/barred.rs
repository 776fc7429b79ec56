//! Whom "he" or "she" cannot mean: whoever is told what they say, the one whose clause their words
//! break into, and who asked them.

use super::offices::{self, Known};
use super::referent::Who;
use super::subjects::opening_clause;
use crate::facts::names::cast::Cast;
use crate::facts::page::Page;
use std::ops::Range;

/// A pronoun that is the subject of a reporting verb.
pub(in crate::facts) struct Speaks<'a> {
    /// Where it stands.
    pub at: usize,
    /// Its sentence.
    pub range: &'a Range<usize>,
    /// The verb's name.
    pub lemma: &'static str,
    /// The token behind the verb.
    pub end: usize,
}

/// Whom the pronoun cannot mean for the sentence it stands in; `first` is whom the sentence has
/// been about so far.
pub(in crate::facts) fn here(
    known: &Known<'_>,
    speaks: &Speaks<'_>,
    first: Option<Who>,
) -> Option<Who> {
    let is_comma = |at: usize| {
        let token = known.page.token(at).filter(|_| speaks.range.contains(&at));
        token.is_some_and(|t| t.key == "," && !t.quoted)
    };
    // "The captain, she said, should come"; but "asked why, she said, “…”" breaks into nothing.
    let before = speaks.at.checked_sub(1);
    let goes_on = known.page.token(speaks.end + 1);
    let goes_on = goes_on.is_some_and(|t| t.is_word() && !t.quoted);
    let opening = opening_clause(known.page, speaks.range).is_some();
    if before.is_some_and(is_comma) && is_comma(speaks.end) && goes_on && !opening {
        return first;
    }
    (speaks.lemma == "tell").then(|| told(known, speaks))?
}

/// "She told the judge": whoever stands right behind the verb.
fn told(known: &Known<'_>, speaks: &Speaks<'_>) -> Option<Who> {
    let mentions = known.cast.on(known.page);
    let place = mentions.partition_point(|(mention, _)| mention.start < speaks.end);
    let named = mentions.get(place);
    let named = named.filter(|(mention, _)| mention.start == speaks.end);
    let named = named.map(|(mention, entity)| {
        let span = known.page.span(&mention.tokens);
        Who::Entity(*entity, span)
    });
    let held = || offices::held(known, speaks.end, speaks.range).map(|(_, who)| who);
    named.or_else(held)
}

/// Who asked something last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asker {
    /// Who.
    pub who: Who,
    /// In which sentence.
    pub sentence: usize,
}

impl Asker {
    /// Whether whoever speaks in a sentence answers: by the verb, or because it opens the paragraph
    /// behind a question of somebody who asks for a living.
    pub(super) fn is_answered(
        self,
        page: &Page<'_>,
        cast: &Cast,
        sentence: usize,
        speaks: &Speaks<'_>,
    ) -> bool {
        if page.is_frame("answers", speaks.lemma) {
            return true;
        }
        let paragraph = |at: usize| page.article.sentences.get(at).map(|s| s.paragraph);
        let next = self.sentence + 1 == sentence;
        let anew = paragraph(self.sentence) != paragraph(sentence);
        let is = |key: &str| page.is_frame("asks", key);
        let asks = || match self.who {
            Who::Entity(entity, _) => {
                let entity = cast.entities.get(entity);
                entity.is_some_and(|e| e.titles.iter().any(|title| is(title)))
            }
            Who::Described(span) => page.within(span).iter().any(|t| is(&t.key)),
        };
        next && anew && asks()
    }
}
