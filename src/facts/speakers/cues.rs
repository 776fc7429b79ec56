//! Reporting verbs.

use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page};
use std::ops::Range;

/// Words that say that somebody speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::facts) struct Cue {
    /// Where they stand, in the page's tokens.
    pub tokens: Range<usize>,
    /// The verb's name.
    pub lemma: &'static str,
    /// Whether the verb also has uses in which nobody speaks.
    pub weak: bool,
}

/// The name of the cue that is no verb.
pub(in crate::facts) const ACCORDING: &str = "according to";

/// The name of the verb of words that answer: "came the reply from Lee".
pub(super) const REPLY: &str = "come_the_reply";

/// The verbs that stand before their subject right after a quotation.
const PLAIN: [&str; 10] = [
    "say", "tell", "write", "tweet", "add", "ask", "post", "note", "explain", "continue",
];

impl Cue {
    /// Whether it is one of the verbs that nearly always give words.
    pub(super) fn is_plain(&self) -> bool {
        PLAIN.contains(&self.lemma)
    }
}

/// Whether the text says that nobody speaks by a cue: "did not say", "declined to say", "if he
/// says".
pub(in crate::facts) fn is_denied(page: &Page<'_>, range: &Range<usize>, cue: &Cue) -> bool {
    let before = |back: usize| {
        let at = cue
            .tokens
            .start
            .checked_sub(back)
            .filter(|at| *at >= range.start);
        at.and_then(|at| page.token(at)).filter(|t| !t.quoted)
    };
    let is = |back: usize, role: &str| before(back).is_some_and(|t| page.is_frame(role, &t.key));
    let negated = is(1, "negation")
        || is(2, "negation")
            && before(1).is_some_and(|t| t.class.is(Class::AUXILIARY.or(Class::OTHER)));
    let refused = before(1).is_some_and(|t| t.key == "to") && is(2, "refuses");
    let mut clause = (1..=CLAUSE).map_while(before).take_while(|t| t.is_word());
    let supposed = clause.any(|t| page.is_frame("hypothetical", &t.key));
    negated || refused || supposed
}

/// Whether the verb of a cue is done to its subject: "is hailed".
pub(in crate::facts) fn is_passive(page: &Page<'_>, cue: &Cue) -> bool {
    let verb = page.token(cue.tokens.start);
    let past = verb.is_some_and(|t| t.key.ends_with("ed"));
    let before = page.slice(cue.tokens.start.saturating_sub(2)..cue.tokens.start);
    let helps = before.iter().rfind(|t| !t.key.ends_with("ly"));
    past && helps.is_some_and(|t| page.is_frame("passive", &t.key))
}

/// How far before its verb the word stands that makes a clause a hypothesis, in tokens.
const CLAUSE: usize = 5;

/// The cues of a sentence outside quotation marks, in order.
pub(in crate::facts) fn find(page: &Page<'_>, sentence: usize) -> Vec<Cue> {
    let range = page.sentence(sentence);
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let cue = cue(page, at, &range);
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end);
        found.extend(cue);
    }
    found
}

fn cue(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<Cue> {
    let token = page.token(at).filter(|token| !token.quoted)?;
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    let next = next.map_or("", |t| t.key.as_str());
    if !token.class.is(Class::FRAME.or(Class::VERB)) {
        return None;
    }
    if let Some(length) = page.lists.according(&token.key, next) {
        if page.is_frame("aside", &token.key) && !is_aside(page, at, range) {
            return None;
        }
        // "Voted according to their conscience": how, not by whose word.
        let before = at.checked_sub(1).filter(|before| *before >= range.start);
        let measured = before.and_then(|before| page.token(before));
        if measured.is_some_and(|t| page.is_frame("measured", &t.key)) {
            return None;
        }
        let tokens = at..at + length;
        return Some(Cue {
            tokens,
            lemma: ACCORDING,
            weak: false,
        });
    }
    let (verb, length) = page.verb(at)?;
    let other = is_noun(page, at, range) || is_asked(page, at, range);
    (!other).then_some(Cue {
        tokens: at..at + length,
        lemma: verb.lemma,
        weak: verb.weak,
    })
}

/// Whether a phrase stands behind a comma or a mark, and before somebody: "„…“, so Frau Lahn".
fn is_aside(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let before = at.checked_sub(1).filter(|i| *i >= range.start);
    let before = before.and_then(|i| page.token(i));
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    let sign = before.is_some_and(|t| !t.is_word() && !t.is_one_of(&["-", "("]));
    sign && next.is_some_and(|t| t.is_capital() || t.class.is(Class::DETERMINER))
}

/// Whether "asked" is said of the one who answers: "Ann Lee, asked about the delay, said".
fn is_asked(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let outside = |at: usize| page.token(at).filter(|t| range.contains(&at) && !t.quoted);
    let asked = outside(at).is_some_and(|t| t.key == "asked");
    let comma = at.checked_sub(1).and_then(outside);
    let clause = Class::PREPOSITION.or(Class::CONJUNCTION);
    asked
        && comma.is_some_and(|t| t.key == ",")
        && outside(at + 1).is_some_and(|t| t.class.is(clause))
}

/// Whether a word that can be a reporting verb is a noun or a participle where it stands: "the
/// report", "secretary of state", "a Twitter post".
fn is_noun(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let before = at
        .checked_sub(1)
        .filter(|i| *i >= range.start)
        .and_then(|i| page.token(i));
    let Some(token) = page.token(at) else {
        return false;
    };
    // "Claims of a cover-up spread": a sentence does not open with its verb.
    let said = page.is_frame("noun", &token.key);
    let Some(before) = before else {
        return said;
    };
    let key = token.key.as_str();
    let subjects = [
        "all", "both", "others", "many", "some", "most", "one", "each", "that", "few", "this",
        "another", "several",
    ];
    let article = before.class.is(Class::DETERMINER) && !before.is_one_of(&subjects);
    let governed = before.class.is(Class::PREPOSITION) && !key.ends_with("ing");
    let owned =
        before.key == "'s" && !key.ends_with("ed") && !matches!(key, "said" | "wrote" | "told");
    // "Norland's stated aim", not "Lee's claimed that".
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    let aim =
        next.is_some_and(|t| t.is_word() && t.case == Case::Lower && !t.class.is(Class::FUNCTION));
    let owned = owned || before.key == "'s" && key.ends_with("ed") && aim;
    let compound = before.key == "-" && page.is_joined(at);
    let name = token.is_capital() && before.is_word();
    let plural = before.key.ends_with('s')
        || before.class.is(Class::AUXILIARY
            .or(Class::THEY)
            .or(Class::FIRST_PERSON)
            .or(Class::OTHER))
        || before.is_one_of(&["who", "you", "people", "and", "also"]);
    let plain = page.lists.is_noun(key) && !plural;
    // "Racist remarks were made", not "the minister remarks".
    let acts = Class::FUNCTION
        .or(Class::HUMAN)
        .or(Class::SPEAKER_NOUN)
        .or(Class::SPEECH);
    let ordered = before.is_one_of(&["following", "first", "last", "earlier"]);
    let modified = before.case == Case::Lower && !before.class.is(acts) && !plural || ordered;
    let several = said && key.ends_with('s') && modified;
    // "Her favourite saying".
    let second = at.checked_sub(2).filter(|i| *i >= range.start);
    let second = second.and_then(|i| page.token(i));
    let whose = second.is_some_and(|t| t.is_one_of(&["'s", "his", "her", "its", "their"]));
    let gerund = key.ends_with("ing") && whose && modified;
    article || governed || owned || compound || name || plain || several || gerund
}
