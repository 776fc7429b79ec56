//! Whose words a quotation gives.
//!
//! By the reporting verb nearest to the marks and its subject; where no verb stands by, by who
//! spoke before. Carrying the speaker over from sentence to sentence is what matters most: on
//! annotated news it is worth a quarter of all attributions.

mod about;
mod acting;
mod barred;
pub(super) mod cues;
mod described;
mod doubt;
mod given;
mod governed;
mod heard;
pub(super) mod issued;
mod offices;
mod phrase;
mod reference;
pub(super) mod referent;
mod sayings;
pub(super) mod scene;
mod subjects;
pub(super) mod tags;
mod voices;

use crate::facts::names::persons::Gender;
use crate::facts::page::Token;
use crate::facts::page::lists::Class;
use crate::facts::page::marks::Quotation;
use cues::{Cue, REPLY};
use referent::{Manner, Reference, Who, is_owner, is_pronoun, is_same};
use scene::Scene;

use std::ops::Range;

/// Who speaks, and by which verb the text says so.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Attribution {
    /// Who.
    pub who: Option<Who>,
    /// The cue, where one was found.
    pub cue: Option<Cue>,
    /// Whether a noun says instead that they are somebody's words: "Lee's pledge to “…”".
    pub by_noun: bool,
    /// The sentence of the cue, else of the quotation.
    pub sentence: usize,
}

/// How many tokens the comma and the mark have that part a verb from its words, at most.
const ASIDE: usize = 2;

/// How many tokens stand between a noun for something said and the words behind its colon.
const COLON: usize = 2;

/// The attributions of the page's quotations, in order.
pub(super) fn attribute(scene: &Scene<'_>) -> Vec<Attribution> {
    let mut walk = Walk {
        scene,
        last: None,
        exchange: None,
        other: None,
        topic: None,
        seen: 0,
    };
    scene
        .page
        .quotations
        .iter()
        .map(|quotation| walk.quotation(quotation))
        .collect()
}

struct Walk<'a> {
    scene: &'a Scene<'a>,
    /// Who spoke last, and in which sentence.
    last: Option<(Who, usize)>,
    /// The sentence of the last quotation, if it was a question or a reply.
    exchange: Option<usize>,
    /// Who spoke last but that one.
    other: Option<Who>,
    /// Whom the last sentence with a subject was about, and which it was.
    topic: Option<(Who, usize)>,
    /// The sentences before this one have been taken account of.
    seen: usize,
}

impl Walk<'_> {
    fn quotation(&mut self, quotation: &Quotation) -> Attribution {
        let (Some(first), Some(last)) = (quotation.pieces.first(), quotation.pieces.last()) else {
            return Attribution::default();
        };
        self.read_on(first.sentence);
        let found = self.by_cue(quotation);
        let found = found.or_else(|| self.by_next(last.sentence));
        let mut found = found.unwrap_or_else(|| Attribution {
            who: self.without_cue(quotation),
            sentence: first.sentence,
            ..Attribution::default()
        });
        let author = |who| issued::author(self.scene, who, found.sentence, self.last);
        found.who = found.who.map(author);
        let page = self.scene.page;
        let cue = found.cue.as_ref();
        let replies = cue.is_some_and(|cue| page.is_frame("answers", cue.lemma));
        self.exchange = (replies || self.asks(quotation)).then_some(last.sentence);
        if let Some(who) = found.who {
            self.speaks(who, last.sentence);
        }
        found
    }

    /// Takes account of somebody who speaks in a sentence.
    fn speaks(&mut self, who: Who, sentence: usize) {
        let before = self.last.map(|(before, _)| before);
        if let Some(before) = before.filter(|before| !is_same(*before, who)) {
            self.other = Some(before);
        }
        self.last = Some((who, sentence));
    }

    /// Takes account of the sentences before `until`.
    fn read_on(&mut self, until: usize) {
        let sentences = &self.scene.page.article.sentences;
        let paragraph = |at: usize| sentences.get(at).map(|s| s.paragraph);
        for sentence in self.seen..until {
            let quoted = self
                .scene
                .page
                .slice(self.scene.page.sentence(sentence))
                .iter()
                .any(|t| t.quoted);
            let reporter = self.scene.reporter(sentence).map(|(who, _)| who);
            // "Norland denied it. ¶ “We were there.”": a country says so, but whoever was quoted
            // before goes on.
            let country = |who: &Who| {
                let mut references = self.scene.references(sentence).iter();
                references.any(|r| r.who == *who && r.manner == Manner::Place)
            };
            let goes_on = self.last.is_some() && paragraph(sentence) != paragraph(until);
            let goes_on = goes_on && reporter.as_ref().is_some_and(country);
            if let Some(who) = reporter.filter(|_| !quoted && !goes_on) {
                self.speaks(who, sentence);
            }
            if let Some(who) = self.scene.topic(sentence).or(reporter) {
                self.topic = Some((who, sentence));
            }
        }
        self.seen = self.seen.max(until);
    }

    /// By the nearest cue in the sentences of the quotation.
    fn by_cue(&self, quotation: &Quotation) -> Option<Attribution> {
        let page = self.scene.page;
        let mut near = Vec::new();
        for piece in &quotation.pieces {
            let tokens = self.tokens(piece.sentence, quotation);
            let sentence = page.sentence(piece.sentence);
            let opening = subjects::opening_clause(page, &sentence);
            // "After Lee said so, the judge spoke of “…”".
            let behind = opening.filter(|comma| *comma < tokens.start);
            // "Lee, who aides say left, called it “…”", not "Lee, who said, “…”".
            let aside = voices::by_the_way(page, &sentence, tokens.start);
            let aside = aside.filter(|aside| aside.end + ASIDE < tokens.start);
            let counts = |cue: &&Cue| {
                let at = cue.tokens.start;
                let told = aside.as_ref().is_some_and(|aside| aside.contains(&at));
                behind.is_none_or(|comma| at > comma) && !told
            };
            for cue in self.scene.cues(piece.sentence).iter().filter(counts) {
                let follows = cue.tokens.start >= tokens.end;
                let distance = if follows {
                    cue.tokens.start - tokens.end
                } else {
                    tokens.start.saturating_sub(cue.tokens.end)
                };
                let doubt = doubt::of(page, cue, distance, follows.then_some(tokens.end));
                near.push((distance + doubt, piece.sentence, follows, cue));
            }
        }
        near.sort_by_key(|(distance, sentence, _, cue)| (*distance, *sentence, cue.tokens.start));
        let told = near
            .iter()
            .any(|(_, _, follows, cue)| !follows && !cue.weak);
        let by_noun = self.by_noun(quotation);
        // "Posted with the comment: “…”" says more than the verb before it.
        let by_noun = by_noun.filter(|(distance, _)| !told || *distance <= COLON);
        let noun = by_noun
            .as_ref()
            .map_or(usize::MAX, |(distance, _)| *distance);
        let nearer = near
            .into_iter()
            .take_while(|(distance, ..)| *distance <= noun);
        let mut by_verb = nearer.filter_map(|(_, sentence, follows, cue)| {
            let touches = page.slice(self.tokens(sentence, quotation).end..cue.tokens.start);
            let inverts = follows && !touches.iter().any(Token::is_word);
            let who = self.scene.subject(sentence, cue, inverts);
            let replies = cue.lemma == REPLY;
            if who.is_none() && !replies {
                return None;
            }
            let who = who.or_else(|| self.answers(sentence));
            let unknown = who.is_some_and(|who| is_pronoun(page, who));
            Some(Attribution {
                who: if unknown { self.before_of(who) } else { who },
                cue: Some(cue.clone()),
                sentence,
                ..Attribution::default()
            })
        });
        by_verb.next().or(by_noun.map(|(_, found)| found))
    }

    /// "“It was late.” Lee tweeted.": by the sentence behind, which says nothing else.
    fn by_next(&self, last: usize) -> Option<Attribution> {
        let page = self.scene.page;
        let paragraph = |at: usize| page.article.sentences.get(at).map(|s| s.paragraph);
        let next = Some(last + 1).filter(|next| paragraph(*next) == paragraph(last))?;
        let mut tokens = page.slice(page.sentence(next)).iter();
        let (who, cue) = tags::bare(self.scene, next)?;
        let who = who.filter(|who| !is_pronoun(page, *who) && tokens.all(|t| !t.quoted));
        Some(Attribution {
            who: Some(who?),
            cue: Some(cue.clone()),
            sentence: next,
            ..Attribution::default()
        })
    }

    /// "“Nobody,” came the reply": whom the text is about, or, where that one asked, who spoke before.
    fn answers(&self, sentence: usize) -> Option<Who> {
        let before = sentence.checked_sub(1)?;
        let mut asked = self
            .scene
            .cues(before)
            .iter()
            .filter(|cue| cue.lemma == "ask");
        let who = asked.find_map(|cue| self.scene.subject(before, cue, false));
        let (topic, _) = self.topic?;
        if who.is_some_and(|who| is_same(who, topic)) {
            self.other
        } else {
            Some(topic)
        }
    }

    /// Who spoke last, else whom the text was about.
    fn before(&self) -> Option<Who> {
        let last = self.last.map(|(who, _)| who);
        last.or(self.topic.map(|(who, _)| who))
    }

    /// Whom "he" or "she" means where the sentences before name nobody: who spoke last, unless it is
    /// somebody of the other gender.
    fn before_of(&self, pronoun: Option<Who>) -> Option<Who> {
        let Scene { page, cast, .. } = self.scene;
        let gender = |who: Who| referent::gender(page, cast, who);
        let shown = match pronoun {
            Some(Who::Described(span)) => page.within(span).first(),
            _ => None,
        };
        let shown = shown.and_then(|t| Gender::of_pronoun(t.class));
        let other = |who: &Who| shown.is_some() && gender(*who).is_some_and(|g| Some(g) != shown);
        self.before().filter(|who| !other(who))
    }

    /// By a noun before the quotation: "his claim that it is “…”".
    fn by_noun(&self, quotation: &Quotation) -> Option<(usize, Attribution)> {
        let sentence = quotation.pieces.first()?.sentence;
        let start = self.tokens(sentence, quotation).start;
        let saying = sayings::before(self.scene, sentence, start)?;
        let found = Attribution {
            who: Some(saying.who),
            cue: None,
            by_noun: saying.aims,
            sentence,
        };
        Some((saying.distance, found))
    }

    /// The tokens of the quotation's piece in a sentence.
    fn tokens(&self, sentence: usize, quotation: &Quotation) -> Range<usize> {
        let page = self.scene.page;
        let range = page.sentence(sentence);
        let pieces = &quotation.pieces;
        let at = pieces.partition_point(|piece| piece.sentence < sentence);
        let Some(piece) = pieces.get(at).filter(|it| it.sentence == sentence) else {
            return range.start..range.start;
        };
        let tokens = page.slice(range.clone());
        let start = tokens.partition_point(|t| t.span.start < piece.span.start);
        let end = tokens.partition_point(|t| t.span.start < piece.span.end);
        range.start + start..range.start + end
    }

    fn without_cue(&self, quotation: &Quotation) -> Option<Who> {
        let first = quotation.pieces.first()?.sentence;
        if let Some(who) = self.label(quotation, first) {
            return Some(who);
        }
        let before = first.checked_sub(1);
        if self.is_all_quoted(first) {
            // "The senator issued a statement:" before the quotation.
            let introduced = before.filter(|s| self.ends_with_colon(*s)).and_then(|s| {
                issued::in_sentence(self.scene, s)
                    .or_else(|| self.scene.reporter(s).map(|(who, _)| who))
                    .or_else(|| self.scene.topic(s))
            });
            return introduced
                .or_else(|| self.answered(quotation, first))
                .or_else(|| self.turned_to(first))
                .or(self.before());
        }
        // "It was “far too late” for the Blue Heron": whatever else is named says nothing.
        self.scene.about(first).or(self.before())
    }

    /// "“Which is it?” ¶ “Both.”", "“Mine,” he replied. ¶ “Yours?”": who spoke before the one of the
    /// paragraph before.
    fn answered(&self, quotation: &Quotation, sentence: usize) -> Option<Who> {
        let sentences = &self.scene.page.article.sentences;
        let paragraph = |at: usize| sentences.get(at).map(|s| s.paragraph);
        let before = self.exchange.filter(|at| at + 1 == sentence)?;
        let anew = paragraph(before) != paragraph(sentence);
        let asked = sentences.get(before).is_some_and(|s| {
            let words = self.scene.page.article.slice(s.span);
            words.contains('?')
        });
        self.other.filter(|_| anew && asked != self.asks(quotation))
    }

    /// Whether a quotation ends as a question.
    fn asks(&self, quotation: &Quotation) -> bool {
        let last = quotation.pieces.last();
        last.is_some_and(|piece| self.scene.page.article.slice(piece.span).ends_with('?'))
    }

    /// "Her lawyer, Lee, pounced. “Which is it?”": whom the sentence before in the same paragraph is
    /// about, where nobody has spoken since the paragraph began.
    fn turned_to(&self, sentence: usize) -> Option<Who> {
        let page = self.scene.page;
        let (topic, at) = self.topic.filter(|(_, at)| at + 1 == sentence)?;
        let paragraph = |at: usize| page.article.sentences.get(at).map(|s| s.paragraph);
        let here = paragraph(sentence);
        let told = page.slice(page.sentence(at)).iter().all(|t| !t.quoted);
        let silent = self.last.is_none_or(|(_, last)| paragraph(last) != here);
        let subject = |r: &&Reference| {
            r.manner == Manner::Person && !is_owner(page, r) && !page.is_possessive(r.tokens.end)
        };
        let opens = self.scene.references(at).iter().find(subject);
        let opens = opens.is_some_and(|r| is_same(r.who, topic));
        (told && silent && opens && paragraph(at) == here).then_some(topic)
    }

    /// "Lee: “We stay.”": the only one before a colon and the marks.
    fn label(&self, quotation: &Quotation, sentence: usize) -> Option<Who> {
        let page = self.scene.page;
        let opening = self.tokens(sentence, quotation).start.checked_sub(1)?;
        let colon = opening.checked_sub(1)?;
        let begins = page.sentence(sentence).start;
        let only = |r: &&Reference| r.tokens.start == begins && r.tokens.end == colon;
        let only = self.scene.references(sentence).iter().find(only)?;
        page.token(colon)
            .is_some_and(|t| t.key == ":")
            .then_some(only.who)
    }

    /// Whether hardly a word of the sentence stands outside marks.
    fn is_all_quoted(&self, sentence: usize) -> bool {
        let tokens = self
            .scene
            .page
            .slice(self.scene.page.sentence(sentence))
            .iter();
        let words = tokens.filter(|t| t.is_word() && !t.class.is(Class::CONJUNCTION));
        let (quoted, all) = words.fold((0, 0), |(q, n), t| (q + usize::from(t.quoted), n + 1));
        quoted * 20 >= all * 17
    }

    fn ends_with_colon(&self, sentence: usize) -> bool {
        let tokens = self.scene.page.slice(self.scene.page.sentence(sentence));
        tokens.last().is_some_and(|t| t.key == ":")
    }
}
