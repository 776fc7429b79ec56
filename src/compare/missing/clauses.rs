//! The parts of a sentence that each say a thing of their own.

use crate::compare::reading::Token;
use crate::text::Span;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// How many content words beside names and numbers a clause must have to say something.
const SAYS: usize = 3;

/// A word that ends like a verb is no longer than its ending and two letters: "red", "king".
const SHORTEST: usize = 5;

/// A part of a sentence with a verb.
#[derive(Debug)]
pub(in crate::compare) struct Clause<'a> {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Its content words but for those at `facts`, at least [`SAYS`].
    pub words: Vec<&'a Token>,
}

/// The clauses of an English sentence that say something beside what stands at `facts` and what is
/// `quoted`, both in order.
///
/// A clause goes from one sign or conjunction to the next. It has a verb, known by its ending or by the
/// word before it, and more behind it: "the old mayor announced on Monday" says nothing. Nor does what
/// leads to quoted words, "praised them for “...”", nor what only leads in: "Setting a new tone, ...".
pub(in crate::compare) fn clauses<'a>(
    tokens: &'a [Token],
    facts: &[Span],
    quoted: &[Span],
) -> Vec<Clause<'a>> {
    let is_quoted = |token: &Token| stands_in(quoted, token);
    let mut found = Vec::new();
    let mut rest = tokens;
    while !rest.is_empty() {
        let ends = |at: &usize| rest.get(*at).is_none_or(|t| t.breaks || opens(t));
        let end = (1..rest.len()).find(ends).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let mut own = part.iter().chain(after.first());
        let leads_in = rest.len() == tokens.len() && part.first().is_some_and(is_verbal);
        if !leads_in && !own.any(is_quoted) {
            found.extend(clause(part, facts));
        }
        rest = after;
    }
    found
}

fn list() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/clauses.txt")));
    &LIST
}

fn opens(token: &Token) -> bool {
    list().has_in("en.opens", &token.key)
}

fn clause<'a>(part: &'a [Token], facts: &[Span]) -> Option<Clause<'a>> {
    let part = match part {
        [first, rest @ ..] if opens(first) => rest,
        _ => part,
    };
    let last = part.iter().rposition(|t| t.content)?;
    let part = part.get(..=last)?;
    let own = |t: &Token| t.content && !list().has_in("en.empty", &t.key) && !stands_in(facts, t);
    let mut words: Vec<&Token> = Vec::new();
    let mut verb = None;
    let mut led = false;
    for token in part {
        if own(token) {
            if verb.is_none() && (led || is_verbal(token)) {
                verb = Some(words.len());
            }
            words.push(token);
        }
        led = list().has_in("en.before", &token.key);
    }
    let span = part.first()?.span.cover(part.last()?.span);
    let says = words.len() >= SAYS && verb? + 1 < words.len();
    says.then_some(Clause { span, words })
}

/// Whether a word stands in one of some places, which are in order.
fn stands_in(places: &[Span], token: &Token) -> bool {
    let at = places.partition_point(|it| it.end <= token.span.start);
    places.get(at).is_some_and(|it| it.overlaps(token.span))
}

fn is_verbal(token: &Token) -> bool {
    let mut endings = list().section("en.verb");
    let verbal = endings.any(|ending| token.key.ends_with(ending));
    verbal && token.key.len() >= SHORTEST && !list().has_in("en.noun", &token.key)
}

#[cfg(test)]
mod tests {
    use super::clauses;
    use crate::compare::reading::tokens;
    use crate::text::Span;

    fn of(text: &str) -> Vec<&str> {
        let read = tokens(text, 0, None);
        let quoted = text
            .split_once('“')
            .map(|(before, _)| Span::new(before.len(), text.len()));
        let quoted: Vec<Span> = quoted.into_iter().collect();
        let found: Vec<_> = clauses(&read, &[], &quoted)
            .iter()
            .map(|c| c.span)
            .collect();
        found.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_clause_reaches_from_one_sign_or_conjunction_to_the_next() {
        assert_eq!(
            of(
                "The mayor left the talks, blaming stubborn shipowners for the strike, and \
                resuming secret payments to the crews."
            ),
            [
                "blaming stubborn shipowners for the strike",
                "resuming secret payments to the crews"
            ]
        );
    }

    #[test]
    fn without_a_verb_or_with_nothing_behind_it_there_is_no_clause() {
        assert!(of("The calm harbour of the old town, the former mayor announced.").is_empty());
        assert!(of("The stubborn old shipowner insisted.").is_empty());
        assert!(of("Setting the tone for the winter, the mayor left.").is_empty());
        assert!(
            of("The mayor left, praising stubborn old sailors for “their hard work”").is_empty()
        );
    }
}
