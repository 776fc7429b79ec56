//! Where names stand: runs of words with capitals, their titles set apart.

use super::divide::{self, Part};
use super::persons::is_introduced;
use super::{Mention, apposition, forms};
use crate::facts::page::capitals::{Capitals, begins, is_title_case};
use crate::facts::page::dateline::dateline;
use crate::facts::page::lists::{self, Class};
use crate::facts::page::mark::is_mark;
use crate::facts::page::{Case, Page, Token};
use crate::facts::values::numbers;
use crate::text::{Span, fold::fold};
use std::ops::Range;

/// The mentions of a page, in order.
pub(super) fn mentions(page: &Page<'_>, known: &Capitals) -> Vec<Mention> {
    let mut found = Vec::new();
    for (sentence, range) in page.sentences.iter().enumerate() {
        let shouted = is_title_case(page.slice(range.clone()));
        let mut reader = Reader {
            page,
            known,
            range: dateline(page, range)..range.end,
            sentence,
            shouted,
            found: &mut found,
        };
        reader.read();
    }
    found
}

/// From how many letters on a word in capitals that begins a sentence is no part of the name after
/// it.
const LOUD: usize = 6;

struct Reader<'a> {
    page: &'a Page<'a>,
    known: &'a Capitals,
    range: Range<usize>,
    sentence: usize,
    shouted: bool,
    found: &'a mut Vec<Mention>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = self.range.start;
        while at < self.range.end {
            if let Some(end) = self.party_tag(at) {
                at = end;
            } else if self.is_name_word(at) || forms::is_numeral(self.page, at) {
                let end = self.run(at);
                for part in divide::divide(self.page, at..end) {
                    self.keep(part);
                }
                at = end;
            } else {
                at += 1;
            }
        }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.page.token(at).filter(|_| at < self.range.end)
    }

    fn class(&self, at: usize, class: Class) -> bool {
        self.token(at).is_some_and(|token| token.class.is(class))
    }

    fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.token(at).is_some_and(|token| token.key == sign)
    }

    /// The end of a party tag such as "(R-Ky.)" or "R-S.C.," that begins at `at`.
    fn party_tag(&self, at: usize) -> Option<usize> {
        let letter = self.token(at)?;
        let party = letter.is_one_of(&["r", "d", "i"]) && letter.is_capital();
        if !party || !self.is_sign(at + 1, "-") || !self.page.is_joined(at + 2) {
            return None;
        }
        let mut end = at + 2;
        while self
            .token(end)
            .is_some_and(|t| t.is_capital() || t.key == ".")
        {
            end += 1;
        }
        (end > at + 2).then_some(end)
    }

    /// Whether a name can hold the word at `at`.
    fn is_name_word(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        if !token.is_capital()
            || token
                .class
                .is(Class::WEEKDAY.or(Class::MONTH).or(Class::CALENDAR))
                && !self.is_person_here(at)
                && forms::hyphenated(self.page, at + 1).is_none()
        {
            return false;
        }
        let feast = at > self.range.start
            && self.is_sign(at - 1, "'s")
            && self.page.is_frame("feast", &token.key);
        if feast || self.is_honour(at) || forms::is_zone(self.page, at) {
            return false;
        }
        // "US", "WHO", "IT": capitals throughout make even a function word a name.
        let acronym = token.case == Case::Upper && !self.shouted && token.key.chars().count() <= 5;
        if token.class.is(Class::FUNCTION) && !(acronym && token.key != "i" && !self.is_loud(at)) {
            return false;
        }
        if self.shouted {
            return self.known.contains(&token.key);
        }
        let first = begins(self.page.slice(self.range.clone()), at - self.range.start);
        !first || self.is_name_at_start(at)
    }

    /// "Ann Lee KC": letters behind a name, not "Norland MP Ann Lee".
    fn is_honour(&self, at: usize) -> bool {
        let capital = |at: usize| self.token(at).is_some_and(Token::is_capital);
        // "Ostbund MPs".
        let large = |t: &Token| t.case == Case::Upper || t.key == "mps";
        let honour = |t: &Token| large(t) && lists::is_honour(&t.key);
        at > self.range.start
            && self.token(at).is_some_and(honour)
            && capital(at - 1)
            && !capital(at + 1)
            && !self.shouted
    }

    /// Whether the words around are in capitals as well, so that they show nothing.
    fn is_loud(&self, at: usize) -> bool {
        let upper = |i: usize| self.token(i).is_some_and(|t| t.case == Case::Upper);
        upper(at + 1) || at > self.range.start && upper(at - 1)
    }

    /// "April Ross", "May Lindqvist": a month's name as a given name.
    fn is_person_here(&self, at: usize) -> bool {
        let given = self.token(at).is_some_and(|t| t.class.is(Class::GIVEN));
        // "Chief Sunday Ono".
        let titled = at > self.range.start && self.class(at - 1, Class::PERSON_TITLE);
        (given || titled) && self.token(at + 1).is_some_and(Token::is_capital)
    }

    /// Whether a word that something begins with is a name all the same.
    fn is_name_at_start(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        let shown = Class::GIVEN
            .or(Class::TITLE)
            .or(Class::PLACE)
            .or(Class::ADJECTIVE);
        if self.known.contains(&token.key) || token.class.is(shown) || token.case == Case::Upper {
            return true;
        }
        let next = self.token(at + 1);
        let first = fold(self.page.text(&(at..at + 2)));
        if token.class == Class::default() && is_introduced(self.page, at..at + 1) {
            return true;
        }
        // "“Department of Justice” is what it says".
        let of = token.class.is(Class::HEAD_OF) && self.is_sign(at + 1, "of");
        if of && self.token(at + 2).is_some_and(Token::is_capital) {
            return true;
        }
        let numbered =
            next.is_some_and(|t| t.key.parse::<u16>().is_ok()) && numbers::is_numbered(&token.key);
        let known = |name: &str| lists::organisations().has_in("known", name);
        if numbered || known(&token.key) || known(&first) {
            return true;
        }
        let next = next.is_some_and(|next| {
            next.is_capital()
                && !next
                    .class
                    .is(Class::FUNCTION.or(Class::WEEKDAY).or(Class::MONTH))
        });
        let verbal = ["ing", "ed", "ly"]
            .iter()
            .any(|ending| token.key.ends_with(ending));
        next && !verbal && !token.class.is(Class::SPEECH)
    }

    /// The end of the run of name words that begins at `at`.
    fn run(&self, at: usize) -> usize {
        let mut end = self.plain_run(at);
        while let Some(next) = self.bound(at..end) {
            end = self.plain_run(next);
        }
        end
    }

    fn plain_run(&self, at: usize) -> usize {
        let mut end = at + 1;
        while let Some(more) = self.continuation(end) {
            end += more;
        }
        end
    }

    /// Where a body's name goes on behind "and" or a possessive: "the Health and Safety Board",
    /// "Nurses' Union".
    fn bound(&self, run: Range<usize>) -> Option<usize> {
        let next = run.end + 1;
        if !self.is_name_word(next) || self.shouted {
            return None;
        }
        let rest = next..self.plain_run(next);
        let article = run.start > self.range.start && self.is_sign(run.start - 1, "the");
        let binds = if self.is_sign(run.end, "and") {
            divide::is_one_body(self.page, &run, &rest, article)
        } else {
            divide::is_owned_body(self.page, &run, &rest)
        };
        binds.then_some(next)
    }

    /// How many tokens from `end` on still belong to the name before it.
    fn continuation(&self, end: usize) -> Option<usize> {
        let token = self.token(end)?;
        // "NORLINFORM Ann Lee left": the agency and the name.
        let shouts = self.token(end - 1).is_some_and(|t| {
            t.case == Case::Upper && t.key.chars().count() >= LOUD && !self.shouted
        });
        let tokens = self.page.slice(self.range.clone());
        let first = end > self.range.start && begins(tokens, end - 1 - self.range.start);
        if shouts && token.case == Case::Capital && first {
            return None;
        }
        // "Channel 4", "Phase Two".
        let number = token.key.parse::<u16>().is_ok()
            || token.is_capital() && token.class.is(Class::NUMBER) && !self.shouted;
        if number && numbers::is_numbered(&self.page.token(end - 1)?.key) && self.gap_is_space(end)
        {
            return Some(1);
        }
        let joined = self.page.is_joined(end);
        if (joined || self.gap_is_space(end)) && self.is_name_word(end) {
            return self.party_tag(end).is_none().then_some(1);
        }
        if let Some(length) = self.nickname(end) {
            return Some(length);
        }
        let hyphen = token.key == "-" && joined && self.page.is_joined(end + 1);
        let stop = token.key == "." && joined && self.ends_abbreviation(end - 1);
        let particle = token.class.is(Class::PARTICLE) && token.case == Case::Lower;
        // "Lawyer Al Hall of the Crown Office": a surname.
        let surname =
            end >= 3 && self.class(end - 2, Class::GIVEN) && self.class(end - 3, Class::TITLE);
        let of =
            token.key == "of" && self.class(end - 1, Class::HEAD_OF.or(Class::OFFICE)) && !surname;
        // "Department for Labour".
        let of = of
            || token.key == "for"
                && self.token(end - 1).is_some_and(|t| {
                    t.is_capital() && lists::organisations().has_in("branch", &t.key)
                });
        let the = usize::from(of && self.is_sign(end + 1, "the"));
        if let Some(length) = forms::hyphenated(self.page, end) {
            return Some(length);
        }
        let binds = hyphen || stop || particle || of || token.key == "&";
        (binds && self.is_name_word(end + 1 + the)).then_some(2 + the)
    }

    /// How many tokens "“Dee” Ono" has behind "Dolores", which end `end` begins.
    fn nickname(&self, end: usize) -> Option<usize> {
        let is_mark = |at: usize| self.token(at).is_some_and(|t| t.key.chars().all(is_mark));
        let given = self.token(end - 1).is_some_and(Token::is_capital) && is_mark(end);
        let inside = self.token(end + 1).filter(|t| t.quoted && t.is_capital());
        let name = |t: &Token| t.is_capital() && !t.class.is(Class::FUNCTION);
        let surname = self.token(end + 3).is_some_and(name);
        (given && inside.is_some() && is_mark(end + 2) && surname).then_some(4)
    }

    fn gap_is_space(&self, at: usize) -> bool {
        match (self.token(at - 1), self.token(at)) {
            // One blank of any kind: text from word processors has no-break spaces.
            (Some(a), Some(b)) => {
                let gap = Span::new(a.span.end, b.span.start);
                self.page.article.slice(gap).chars().count() == 1
            }
            _ => false,
        }
    }

    /// Whether a stop after the word at `at` belongs to it: an initial or a short title.
    fn ends_abbreviation(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            let short = token.key.chars().count() <= 4;
            token.key.chars().count() == 1
                || short && token.class.is(Class::TITLE.or(Class::SUFFIX))
                || token.key == "st"
        })
    }

    /// Keeps a name without the adjectives of nation or party before it.
    fn keep(&mut self, part: Part) {
        let Part {
            mut start,
            name: mut run,
            mut titles,
        } = part;
        let adjective = self.class(run.start, Class::ADJECTIVE)
            && !self.is_given_name(&run)
            && !divide::is_whole(self.page, &run)
            && !divide::is_thing(self.page, &run);
        // "The Norlandic-Skerran talks".
        let passed = |at: usize| self.class(at, Class::ADJECTIVE) || self.is_sign(at, "-");
        while adjective && run.len() > 1 && passed(run.start) {
            run.start += 1;
        }
        while run.len() > 1
            && self
                .page
                .slice(run.clone())
                .last()
                .is_some_and(|t| !t.is_word() && t.key.parse::<u16>().is_err())
        {
            run.end -= 1;
        }
        // "Superfan Ann Lee": what a sentence begins with is no part of the name.
        let given = |at: usize| self.class(at, Class::GIVEN);
        let unknown = self
            .token(run.start)
            .is_some_and(|t| !self.known.contains(&t.key));
        if run.start == self.range.start
            && run.len() > 2
            && unknown
            && !given(run.start)
            && given(run.start + 1)
            && !divide::is_whole(self.page, &run)
            || run.start == self.range.start && unknown && self.tells_of_name(&run)
        {
            run.start += 1;
        }
        let only = run.len() == 1;
        if run.is_empty() || only && self.class(run.start, Class::ADJECTIVE.or(Class::SUFFIX)) {
            return;
        }
        start = start.min(run.start);
        while start > self.range.start && self.class(start - 1, Class::TITLE) {
            start -= 1;
            if let Some(token) = self.token(start).filter(|t| t.case == Case::Lower) {
                titles.push(token.key.clone());
            }
        }
        titles.extend(apposition::roles(self.page, &self.range, &run));
        let parts = forms::parts(self.page.slice(run.clone()));
        if parts.iter().any(|part| part.chars().count() > 1) {
            self.found.push(Mention {
                tokens: run,
                start,
                sentence: self.sentence,
                parts,
                titles,
            });
        }
    }

    /// "Christian Ono": an adjective that is a person's given name.
    fn is_given_name(&self, run: &Range<usize>) -> bool {
        let other = Class::TITLE.or(Class::HEAD).or(Class::ADJECTIVE);
        run.len() == 2 && self.class(run.start, Class::GIVEN) && !self.class(run.start + 1, other)
    }

    /// "Actors Ann Lee and Al Ono".
    fn is_plural_title(&self, run: &Range<usize>) -> bool {
        let word = self.token(run.start).map_or("", |t| t.key.as_str());
        let one = word.strip_suffix('s').map(|one| self.page.lists.class(one));
        let title = one.is_some_and(|class| class.is(Class::TITLE) && class.is(Class::HUMAN));
        title && run.len() > 2 && self.is_sign(run.end, "and")
    }

    /// "Troubled NATO": whether the first word of a run only says more of the name behind it.
    fn tells_of_name(&self, run: &Range<usize>) -> bool {
        const ENDINGS: [&str; 6] = ["ed", "ing", "al", "ous", "ive", "ish"];
        let rest = fold(self.page.text(&(run.start + 1..run.end)));
        let told = self.token(run.start).is_some_and(|t| {
            t.case == Case::Capital && ENDINGS.iter().any(|ending| t.key.ends_with(ending))
                || t.class.is(Class::TITLE)
        });
        told && lists::organisations().has_in("known", &rest) || self.is_plural_title(run)
    }
}
