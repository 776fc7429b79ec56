//! Marked words that nobody speaks: scare quotes, titles of works, nicknames.

use crate::facts::page::lists::Class;
use crate::facts::page::marks::Quotation;
use crate::facts::page::{Case, Page, Token};
use crate::facts::speakers::Attribution;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// Words before and after marks that show what they hold.
fn signs() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/scare.txt")));
    &LIST
}

/// Which quotations of a page give somebody's words.
pub(in crate::facts) fn speech(page: &Page<'_>, attributions: &[Attribution]) -> Vec<bool> {
    let mut found: Vec<bool> = Vec::with_capacity(page.quotations.len());
    for (place, quotation) in page.quotations.iter().enumerate() {
        let attribution = attributions.get(place);
        let before = place.checked_sub(1).and_then(|at| page.quotations.get(at));
        // "The word “here” or “there”".
        let goes_on = found.last() == Some(&false)
            && before.is_some_and(|before| is_coordinate(page, before, quotation));
        let name = attribution.is_some_and(|a| is_no_speech(page, quotation, a));
        found.push(!name && !goes_on);
    }
    found
}

/// Whether nothing but "and", "or" or a comma stands between two short quotations.
fn is_coordinate(page: &Page<'_>, before: &Quotation, quotation: &Quotation) -> bool {
    let (Some(a), Some(b)) = (before.pieces.last(), quotation.pieces.first()) else {
        return false;
    };
    let between = |t: &&Token| t.span.start >= a.span.end && t.span.end <= b.span.start;
    let tokens = page.slice(page.sentence(b.sentence)).iter().filter(between);
    let joins = |t: &Token| !t.is_word() || t.class.is(Class::CONJUNCTION);
    let short = page.article.slice(b.span).split_whitespace().count() <= ATTRIBUTE;
    a.sentence == b.sentence && short && tokens.clone().count() <= 4 && tokens.clone().all(joins)
}

/// Whether a quotation gives nobody's words.
fn is_no_speech(page: &Page<'_>, quotation: &Quotation, attribution: &Attribution) -> bool {
    let [piece] = quotation.pieces.as_slice() else {
        return false;
    };
    let tokens = page.slice(page.sentence(piece.sentence));
    let first = tokens.partition_point(|t| t.span.start < piece.span.start);
    let end = tokens.partition_point(|t| t.span.start < piece.span.end);
    let words_inside = |t: &&Token| t.is_word();
    let inside = tokens.get(first..end).unwrap_or_default();
    let marked = Marked {
        page,
        attribution,
        inside: inside.iter().filter(words_inside).collect(),
        open_ended: inside.last().is_some_and(Token::is_word)
            || is_of_the_sentence(tokens, first, end),
        is_a_name: is_nickname(tokens, first, end) || is_a_word(tokens, end),
        before: words(tokens.get(..first).unwrap_or_default().iter().rev(), 6),
        next: tokens.get(end + 1),
        second: tokens.get(end + 2),
        introduced: tokens
            .get(..first)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(2)
            .any(|t| t.is_one_of(&[":", "?", "!"])),
    };
    // Speech is not written in capitals throughout.
    if marked.inside.len() > 7 || marked.is_title_case() && marked.inside.len() >= 5 {
        return marked.is_title_case();
    }
    let term = marked.is_a_term() && is_determined(tokens, first);
    term || marked.is_named() || marked.is_title() || marked.is_attribute() || marked.is_a_view()
}

/// Whether the words from `first` on go on a phrase that an article or an owner begins, and which does
/// not say what something is: "heard a “hum”", not "it was a “trap”".
fn is_determined(tokens: &[Token], first: usize) -> bool {
    let before = first.checked_sub(1).and_then(|mark| tokens.get(..mark));
    let before = before.unwrap_or_default();
    // "Made the deal “profitable”": behind a noun, what something becomes.
    let endings = ["ic", "ive", "ous", "ful", "ary", "able", "ible"];
    let joined = |t: &Token| {
        let next = before.iter().find(|next| next.span.start >= t.span.end);
        let last = before.iter().rfind(|last| last.span.end <= t.span.start);
        let hyphen = |t: Option<&Token>| t.is_some_and(|t| t.key == "-");
        hyphen(next) || hyphen(last)
    };
    let phrase = |t: &&Token| {
        let adjective = endings.iter().any(|ending| t.key.ends_with(ending));
        let word = t.case == Case::Lower && !t.class.is(Class::FUNCTION);
        word && (adjective || joined(t)) || t.key == "-"
    };
    let skip = before.iter().rev().take_while(phrase).count();
    let mut rest = before.iter().rev().skip(skip);
    let opens = rest.next();
    let opens = opens.is_some_and(|t| t.class.is(Class::DETERMINER) || t.key == "'s");
    let verb = rest.next();
    opens && skip <= DESCRIBED && verb.is_none_or(|t| !t.class.is(Class::AUXILIARY))
}

/// How many tokens describe a term before its marks, at most.
const DESCRIBED: usize = 4;

/// Whether the comma that closes marks belongs to the sentence around them: "the “Harbour Light
/// Killer,” a man who".
fn is_of_the_sentence(tokens: &[Token], first: usize, end: usize) -> bool {
    let last = end.checked_sub(1).and_then(|at| tokens.get(at));
    let before = first.checked_sub(1).and_then(|mark| tokens.get(..mark));
    let mut before = before.unwrap_or_default().iter().rev().take(2);
    let article = before.any(|t| t.is_one_of(&["a", "an", "the"]));
    article && last.is_some_and(|t| t.key == ",")
}

/// Whether a word stands between a given name and a surname.
fn is_nickname(tokens: &[Token], first: usize, end: usize) -> bool {
    let before = first.checked_sub(2).and_then(|at| tokens.get(at));
    let given = before.is_some_and(|t| t.is_capital() && !t.class.is(Class::FUNCTION));
    let name = tokens
        .get(end + 1)
        .is_some_and(|t| t.is_capital() && !t.quoted);
    let inside = tokens.get(first..end);
    given && name && matches!(inside, Some([only]) if only.is_capital())
}

/// Whether the words before `end` are spoken of as words: "“rage” is a term".
fn is_a_word(tokens: &[Token], end: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_one_of(words));
    is(end + 1, &["is", "was"])
        && is(end + 2, &["a", "an", "the", "not"])
        && tokens
            .get(end + 3)
            .is_some_and(|t| signs().has_in("names", &t.key))
}

/// Words in marks and what stands around them.
struct Marked<'a> {
    page: &'a Page<'a>,
    attribution: &'a Attribution,
    /// The words inside.
    inside: Vec<&'a Token>,
    /// Whether no sign closes them.
    open_ended: bool,
    /// Whether they are a nickname ("Dolores “Dee” Ono") or a word spoken of ("“Rage” is a word").
    is_a_name: bool,
    /// The words before, the nearest first.
    before: Vec<&'a str>,
    /// What follows the closing mark.
    next: Option<&'a Token>,
    /// The token behind that.
    second: Option<&'a Token>,
    /// Whether a colon or a question stands before the marks.
    introduced: bool,
}

impl Marked<'_> {
    /// Whether one of the `n` words before is in a section of the list.
    fn near(&self, section: &str, n: usize) -> bool {
        let mut before = self.before.iter().take(n);
        before.any(|word| signs().has_in(section, word))
    }

    fn follows(&self, words: &[&str]) -> bool {
        self.before.starts_with(words)
    }

    fn next_is(&self, section: &str) -> bool {
        self.next.is_some_and(|t| signs().has_in(section, &t.key))
    }

    fn has_verb(&self) -> bool {
        let cue = self.attribution.cue.as_ref();
        cue.is_some_and(|cue| !cue.weak)
    }

    /// Whether neither a verb nor a noun says that somebody speaks.
    fn is_untold(&self) -> bool {
        self.attribution.cue.is_none() && !self.attribution.by_noun
    }

    /// "So-called", "the word", "referred to as a": the marks hold a name for something.
    fn is_named(&self) -> bool {
        let article = |word: &&&str| self.page.lists.class(word).is(Class::DETERMINER);
        let skip = self.before.iter().take_while(article).count();
        let rest = self.before.get(skip..).unwrap_or_default();
        let phrase = |words: &[&str]| rest.starts_with(words);
        let so_called = self.follows(&["called", "so"])
            || phrase(&["as", "to", "referred"])
            || phrase(&["as", "known"]);
        so_called
            || self.near("names", 1)
            || rest
                .first()
                .is_some_and(|word| signs().has_in("labelled", word))
                && self.begins()
            || self.follows(&["called"]) && self.near("called", 4)
            || self.next_is("labels_after") && self.inside.len() <= ATTRIBUTE
            || self.is_a_name
    }

    /// A work: "the film “…”", "on “…”" in capitals.
    fn is_title(&self) -> bool {
        let long = self.inside.len() >= 3;
        let capitals = self.is_title_case();
        capitals && (self.next_is("kinds_after") || self.has_year() || self.near("works", 1))
            || self.begins() && self.near("titled", 1)
            || capitals
                && self.inside.len() >= 2
                && (self.near("works", 3) || self.near("makes", 2) || self.is_on())
            || capitals && long && (self.open_ended || !self.has_verb())
            || capitals && self.is_in_passing()
            || capitals && self.inside.len() >= 2 && self.is_told()
    }

    /// "She told “Norland Today” that": whoever is told stands right behind the verb.
    fn is_told(&self) -> bool {
        let verbs = self.before.first().map(|word| self.page.lists.verbs(word));
        verbs.is_some_and(|verbs| verbs.iter().any(|verb| verb.lemma == "tell"))
    }

    fn begins(&self) -> bool {
        self.inside.first().is_some_and(|t| t.is_capital())
    }

    /// "Her role in “Harbour” won": words with capitals in a sentence that tells of nobody's saying
    /// anything, and asks for no answer.
    fn is_in_passing(&self) -> bool {
        let whole = self.before.is_empty() && self.next.is_none();
        // "“Crooked” Ann Lee" is what somebody calls her.
        let of_name = self.next.is_some_and(Token::is_capital);
        let nouns = self.page.is_frame("nouns", "capital");
        let told = self.is_untold() && !whole && !self.introduced;
        told && !of_name && !nouns
    }

    /// "“Norland Nights” (1974)".
    fn has_year(&self) -> bool {
        let rest = self.next.filter(|t| t.key == "(");
        let rest = rest.and_then(|t| self.page.article.text.get(t.span.end..));
        let inside = rest.and_then(|rest| rest.split(')').next());
        inside.is_some_and(|year| year.len() == 4 && year.parse::<u16>().is_ok())
    }

    /// "On the “Norland Today”".
    fn is_on(&self) -> bool {
        let article = |word: &&&str| self.page.lists.class(word).is(Class::DETERMINER);
        let skip = self.before.iter().take_while(article).count();
        let goes_on = self.open_ended && self.next.is_some_and(Token::is_capital);
        let word = self.before.get(skip);
        word.is_some_and(|word| signs().has_in("on", word)) && !goes_on
    }

    /// "Will begin the trial for “slow-tide” murder": whether the only verb is one with other uses that
    /// stands far from the marks.
    fn is_told_far_off(&self) -> bool {
        let cue = self.attribution.cue.as_ref().filter(|cue| cue.weak);
        let verb = cue.and_then(|cue| self.page.token(cue.tokens.start));
        let ends = self.inside.first().zip(self.inside.last());
        verb.zip(ends).is_some_and(|(verb, (first, last))| {
            let whole = verb.span.cover(first.span).cover(last.span);
            let words = self.page.within(whole).iter().filter(|t| t.is_word());
            !self.attribution.by_noun && words.count() > self.inside.len() + FAR
        })
    }

    /// "The “no” vote": a short name for what the next word says, where nobody speaks; "a “Norland
    /// Nights”-style farce".
    fn is_attribute(&self) -> bool {
        let noun = self.next.is_some_and(is_noun);
        let rest = self
            .next
            .and_then(|t| self.page.article.text.get(t.span.end..));
        let hyphen = self.next.is_some_and(|t| t.key == "-")
            && rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        // "The “quiet fix” that ended the strike".
        let told = self.next.is_some_and(|t| t.is_one_of(&["that", "which"]));
        let named = noun || told && self.inside.iter().all(|t| t.case == Case::Lower);
        let term = noun && self.inside.iter().all(|t| t.case == Case::Lower);
        let untold = self.is_untold() || term && self.is_told_far_off();
        let attribute = named && untold && self.open_ended;
        (attribute || hyphen || self.is_modifier(noun)) && self.inside.len() <= ATTRIBUTE
    }

    /// "New “hands-free” Norland trams", "the “B” line": a compound in small letters before a name and
    /// its noun, where nobody speaks, or a letter before a noun, which nobody says alone.
    fn is_modifier(&self, noun: bool) -> bool {
        let letter = match self.inside.as_slice() {
            [only] => only.is_capital() && only.key.chars().count() == 1,
            _ => false,
        };
        let small = self.inside.iter().all(|t| t.case == Case::Lower);
        let name = self.next.is_some_and(Token::is_capital) && self.second.is_some_and(is_noun);
        let ends = self.inside.first().zip(self.inside.last());
        let words = ends.map_or("", |(a, b)| self.page.article.slice(a.span.cover(b.span)));
        let compound = words.contains('-') && small && name && self.is_untold();
        self.open_ended && (letter && noun || compound)
    }

    /// A word or two for a thing, where nobody speaks.
    fn is_a_term(&self) -> bool {
        let small = self.inside.iter().all(|t| t.case == Case::Lower);
        let few = (1..=TERM).contains(&self.inside.len());
        few && small && self.is_untold() && !self.introduced
    }

    /// "Voters see her as “honest”", and a few words that nobody can have said.
    fn is_a_view(&self) -> bool {
        let few = self.inside.len() < ATTRIBUTE;
        let cue = !self.is_untold();
        let seen = self.follows(&["as"]) && self.near("seen", 6) && !cue;
        few && (seen || self.attribution.who.is_none() && !cue)
    }

    /// Whether all words but the small ones have capitals.
    fn is_title_case(&self) -> bool {
        let small = Class::PREPOSITION
            .or(Class::DETERMINER)
            .or(Class::CONJUNCTION);
        let ends = [self.inside.first(), self.inside.last()];
        let mut words = self.inside.iter();
        ends.iter().all(|t| t.is_some_and(|t| t.is_capital()))
            && words.all(|t| t.is_capital() || t.class.is(small))
    }
}

/// Whether a word in small letters may be a noun.
fn is_noun(token: &Token) -> bool {
    let verbal = ["ed", "ing", "ly"]
        .iter()
        .any(|ending| token.key.ends_with(ending));
    let other = token.class.is(Class::FUNCTION.or(Class::SPEECH)) || verbal;
    token.is_word() && token.case == Case::Lower && !other
}

/// How many words stand between a verb and the words in marks that it still gives, at most.
const FAR: usize = 5;

/// How many words a term has, at most.
const TERM: usize = 2;

/// How many words stand in marks before the word they belong to, at most.
const ATTRIBUTE: usize = 4;

/// The next words of a direction, at most `n`.
fn words<'a>(tokens: impl Iterator<Item = &'a Token>, n: usize) -> Vec<&'a str> {
    tokens
        .filter(|t| t.is_word())
        .take(n)
        .map(|t| t.key.as_str())
        .collect()
}
