//! Who speaks in a statement, a letter or a post: whoever issued it.

use super::governed::is_free;
use super::referent::{Manner, Reference, Who, is_owner};
use super::sayings;
use super::scene::Scene;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::model::FactKind;
use crate::text::Span;

/// How many sentences before it a document was issued that speaks, at most.
const ISSUED: usize = 6;

/// Who speaks where a document does: its issuer in the same sentence ("a statement from the crew"),
/// and of "the statement" whoever issued or spoke in one just before; `last` is who spoke last, and
/// in which sentence.
pub(in crate::facts) fn author(
    scene: &Scene<'_>,
    who: Who,
    sentence: usize,
    last: Option<(Who, usize)>,
) -> Who {
    let page = scene.page;
    let Who::Described(span) = who else {
        return who;
    };
    let Some(noun) = document(page, span) else {
        return who;
    };
    let find = |s: usize, is: &dyn Fn(&Token) -> bool| {
        page.sentence(s).find(|at| page.token(*at).is_some_and(is))
    };
    let mut near = (sentence.saturating_sub(ISSUED)..=sentence).rev();
    let here = near.find_map(|s| Some((s, find(s, &|t| t.span == noun.span)?)));
    let issuer_here = |(s, at)| issuer(scene, s, at).or_else(|| named_before(scene, span, at));
    if let Some(issuer) = here.and_then(issuer_here) {
        return issuer;
    }
    if page.within(span).first().is_none_or(|t| t.key != "the") {
        return who;
    }
    let named = |s: usize| find(s, &|t| t.key == noun.key);
    let mut near = (sentence.saturating_sub(ISSUED)..sentence).rev();
    let Some((before, at)) = near.find_map(|s| Some((s, named(s)?))) else {
        return who;
    };
    let last = last.filter(|(_, last)| *last == before).map(|(who, _)| who);
    let issuer = last.or_else(|| issuer(scene, before, at));
    issuer
        .or_else(|| Some(scene.reporter(before)?.0))
        .unwrap_or(who)
}

/// Who issued what a sentence brings in: "The crew issued a statement:".
pub(super) fn in_sentence(scene: &Scene<'_>, sentence: usize) -> Option<Who> {
    let page = scene.page;
    let is_document = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| !t.quoted && page.is_frame("document", &t.key))
    };
    let at = page.sentence(sentence).find(is_document)?;
    issuer(scene, sentence, at)
}

/// The noun of a description that is a document's: "the brief statement from the crew".
fn document<'p>(page: &'p Page<'_>, span: Span) -> Option<&'p Token> {
    let words = page.within(span);
    let preposition = words.iter().position(|t| t.class.is(Class::PREPOSITION));
    let noun = words.get(..preposition.unwrap_or(words.len()))?.last()?;
    page.is_frame("document", &noun.key).then_some(noun)
}

/// "A Harbour Board statement": the body whose name stands right before the noun at `at`, which `words`
/// ends; "the Elm Post statement" may be another's, whom the text has named.
fn named_before(scene: &Scene<'_>, words: Span, at: usize) -> Option<Who> {
    let page = scene.page;
    let official = |t: &Token| page.is_frame("official", &t.key);
    page.token(at).filter(|t| official(t))?;
    let article = page.within(words).first();
    article.filter(|t| t.is_one_of(&["a", "an"]))?;
    let mut mentions = scene.cast.on(page).iter();
    let (mention, entity) = mentions.find(|(mention, _)| mention.tokens.end == at)?;
    let body = scene.cast.entities.get(*entity)?.kind == FactKind::Organisation;
    body.then(|| Who::Entity(*entity, page.span(&mention.tokens)))
}

/// Who issued the document whose noun stands at `at`: "the crew's statement", "a statement from the
/// crew", "the crew issued a statement".
fn issuer(scene: &Scene<'_>, sentence: usize, at: usize) -> Option<Who> {
    let page = scene.page;
    let range = page.sentence(sentence);
    let references = scene.references(sentence);
    let from = |r: &&Reference| {
        let between = page.slice(at + 1..r.tokens.start.max(at + 1));
        let by = between
            .first()
            .is_some_and(|t| t.is_one_of(&["from", "by"]));
        let title = Class::DETERMINER.or(Class::TITLE);
        by && r.tokens.start > at && between.iter().skip(1).all(|t| t.class.is(title))
    };
    let subject = |r: &&Reference| {
        let between = page.slice(r.tokens.end.min(at)..at);
        let issues = between.iter().any(|t| page.is_frame("issues", &t.key));
        issues && r.manner < Manner::Place && is_free(page, &range, r)
    };
    let owner = references.iter().find(|r| sayings::owns(scene, r, at));
    let mut all = references.iter().filter(|r| !is_owner(page, r));
    let from = all.clone().find(from);
    Some(owner.or(from).or_else(|| all.rfind(subject))?.who)
}
