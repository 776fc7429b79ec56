//! Nouns that no list knows, where they stand as only somebody who speaks does: "the bargee said".
//!
//! No list of those who may speak is ever whole; but the subject of a reporting verb speaks,
//! whatever it is called. So a noun with an article counts where the sentence shows it to be that
//! subject: it touches the verb, or nothing but asides stands between the two.

use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use std::ops::Range;

/// How many words stand between an article and its noun, at most.
const MODIFIERS: usize = 3;

/// How many tokens stand between a noun that opens a sentence and its verb, at most.
const ASIDES: usize = 24;

/// Whether the noun at `at` is the subject of a reporting verb by its place alone.
pub(super) fn acts(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let Some(token) = page.token(at) else {
        return false;
    };
    // Every word comes by here: what costs little is asked first. "The state argued" is no verb.
    let before = at.checked_sub(1).filter(|before| *before >= range.start);
    let the = before.and_then(|before| page.token(before));
    let the = the.is_some_and(|t| t.key == "the" && !t.quoted);
    let state = the && token.case == Case::Lower && page.lists.is_noun(&token.key);
    if !is_noun(token) && !state {
        return false;
    }
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    // "A clerk briefed on the matter".
    let governs = page
        .token(at + 2)
        .is_some_and(|t| t.class.is(Class::PREPOSITION));
    let told = |t: &Token| t.key.ends_with("ed") && governs;
    let Some(next) = next.filter(|t| (!is_noun(t) || told(t)) && !t.is_capital() && t.key != "-")
    else {
        return false;
    };
    // "The measure passed", "a map marking".
    if token.key.ends_with("ed") || token.key.ends_with("ing") {
        return false;
    }
    // "The pale and thin man": two adjectives, of which neither is a noun.
    let paired = next.class.is(Class::CONJUNCTION) && page.token(at + 2).is_some_and(is_noun);
    if paired {
        return false;
    }
    let opens = next.key == "," || next.class.is(Class::PREPOSITION) || told(next);
    let touches = !opens && says(page, at + 1, range).is_some();
    if !touches && !opens && !ends_clause(next) {
        return false;
    }
    let Some(article) = article(page, at, range) else {
        return false;
    };
    // "That week, they said".
    if page.is_frame("when", &token.key) {
        return false;
    }
    let before = article
        .checked_sub(1)
        .filter(|before| *before >= range.start);
    let before = before.and_then(|before| page.token(before));
    // "A memo detailing the firm's findings reads": the object of another word is no subject.
    let free = before.is_none_or(|t| {
        let clause = t.class.is(Class::CONJUNCTION) || page.is_frame("which", &t.key);
        !t.is_word() || clause || page.is_frame("that", &t.key)
    });
    let source = article.checked_sub(2).filter(|first| *first >= range.start);
    // "According to his helmsman", "a statement from his helmsman".
    let source = source.is_some_and(|first| {
        let words = page.token(first).zip(page.token(first + 1));
        words.is_some_and(|(a, b)| {
            let issued = page.is_frame("document", &a.key) && b.is_one_of(&["from", "by"]);
            issued || page.lists.according(&a.key, &b.key) == Some(2)
        })
    });
    touches && free
        || source
        || is_behind(page, article, range) && !next.class.is(Class::AUXILIARY)
        || opens && article == range.start && says_later(page, at + 1, range)
}

/// Whether a word may be a noun of somebody who acts: small, in no class but that of nothing else.
fn is_noun(token: &Token) -> bool {
    let other = Class::FUNCTION
        .or(Class::SPEECH)
        .or(Class::VERB)
        .or(Class::NUMBER)
        .or(Class::CALENDAR)
        .or(Class::WEEKDAY)
        .or(Class::MONTH);
    token.case == Case::Lower
        && !token.quoted
        && !token.class.is(other)
        && !token.key.ends_with("ly")
}

/// The article of the noun at `at`, with nothing but words that say more of the noun between.
fn article(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let near = range.start.max(at.saturating_sub(MODIFIERS + 1))..at;
    for place in near.rev() {
        let token = page.token(place)?;
        if token.class.is(Class::DETERMINER) && !token.class.is(Class::CONJUNCTION) {
            // "The two companies".
            let the = place.checked_sub(1).filter(|the| *the >= range.start);
            let the = the.filter(|the| page.token(*the).is_some_and(|t| t.key == "the"));
            return (!token.quoted).then_some(the.unwrap_or(place));
        }
        // "Norland's fishing board".
        let name = |at: &usize| page.token(*at).is_some_and(Token::is_capital);
        if token.key == "'s" && !token.quoted && place.checked_sub(1).as_ref().is_some_and(name) {
            return (range.start..place).rev().take_while(name).last();
        }
        if !(is_noun(token) || token.is_capital() || token.is_one_of(&["-", "'s"])) {
            return None;
        }
    }
    None
}

/// The reporting verb of a subject that ends before `at`: "said", "has also said".
fn says(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let helps = |at: &usize| {
        let token = page.token(*at);
        token
            .is_some_and(|t| t.class.is(Class::AUXILIARY.or(Class::OTHER)) || t.key.ends_with("ly"))
    };
    let at = (at..range.end.min(at + 3)).find(|at| !helps(at))?;
    let token = page.token(at).filter(|t| !t.quoted)?;
    let (verb, length) = page.verb(at)?;
    // "Cannot be said"; "an internal email warned".
    let before = at.checked_sub(1).and_then(|at| page.token(at));
    let done = before.is_some_and(|t| page.is_frame("passive", &t.key));
    if done || page.lists.is_noun(&token.key) {
        return None;
    }
    let next = page.token(at + length).filter(|_| at + length < range.end);
    // "The sums claimed by", "the plan said to be", "the show called “…”".
    let passive = next.is_some_and(|t| {
        let said = verb.lemma == "say" && t.key == "in";
        t.class.is(Class::PREPOSITION) && t.is_one_of(&["by", "to", "in", "for", "as"]) && !said
            || t.class.is(Class::AUXILIARY)
    });
    let marked = page.token(at + length + 1).is_some_and(|t| t.quoted);
    let present = token.key.ends_with('s');
    // "Said Ann Lee" may go on, but "argued Ann Lee should" has its subject before it.
    let argues =
        !verb.weak && page.is_frame("says", verb.lemma) && !page.is_frame("inverts", verb.lemma);
    let named = next.is_some_and(|t| t.is_capital() && verb.lemma != "tell" && !argues);
    let gives = !verb.weak || present || !marked && next.is_some_and(Token::is_word);
    (gives && !passive && !named && !token.key.ends_with("ing")).then_some(at)
}

/// Whether the article at `at` stands right behind a reporting verb that a quotation goes before:
/// "“Go,” said a bargee".
fn is_behind(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let verb = at.checked_sub(1).filter(|verb| *verb > range.start);
    let quoted = |verb: usize| {
        let before = (range.start..verb).rev().take(2);
        before.filter_map(|at| page.token(at)).any(|t| t.quoted)
    };
    verb.is_some_and(|verb| {
        let plain = page.verb(verb).is_some_and(|(found, _)| !found.weak);
        let finite = page.token(verb).is_some_and(|t| !t.key.ends_with("ing"));
        plain && finite && quoted(verb)
    })
}

/// Whether the subject that opens a sentence speaks behind what is told of it: "a dealer in
/// Norhaven, asking for no name, said".
fn says_later(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let end = range.end.min(at + ASIDES);
    let stop = |at: &usize| {
        page.token(*at).is_none_or(|t| {
            t.quoted || t.is_one_of(&[",", ":", ";", "—"]) || t.class.is(Class::SPEECH)
        })
    };
    let Some(first) = (at..end).find(stop) else {
        return false;
    };
    let comma = |at: usize| page.token(at).is_some_and(|t| t.key == "," && !t.quoted);
    if !comma(first) {
        return first > at && says(page, first, range).is_some();
    }
    let mut commas = (first + 1..end).filter(|at| comma(*at));
    let free = |at: usize| !page.slice(first..at).iter().any(|t| t.quoted);
    commas.any(|at| free(at) && says(page, at + 1, range).is_some())
}

/// Whether nothing more can be said of a noun before this: a sign, or a small word.
fn ends_clause(token: &Token) -> bool {
    !token.is_word() && token.key != "'s" || token.class.is(Class::FUNCTION)
}

/// Whether a noun that no list knows may be a person's by its ending: "dealer", "tenant".
pub(in crate::facts) fn is_person(token: &Token) -> bool {
    const ENDINGS: [&str; 9] = ["er", "or", "ist", "ian", "man", "woman", "ee", "eer", "ant"];
    let unknown = !token.class.is(Class::SPEAKER_NOUN.or(Class::FUNCTION));
    let ending = ENDINGS.iter().any(|ending| token.key.ends_with(ending));
    unknown && ending && token.case == Case::Lower
}
