//! Runs of capitals divided into names and titles: "House Speaker Ann Lee" holds the name "House",
//! the title "speaker" and the name "Ann Lee".

use crate::facts::page::lists::{self, Class};
use crate::facts::page::{Case, Page, Token};
use crate::text::fold::fold;
use std::ops::Range;

/// A name of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Where its titles begin, else the name itself.
    pub start: usize,
    /// The name without titles.
    pub name: Range<usize>,
    /// The titles right before it, folded.
    pub titles: Vec<String>,
}

impl Part {
    fn plain(name: Range<usize>) -> Self {
        Self {
            start: name.start,
            name,
            titles: Vec::new(),
        }
    }
}

/// Titles of a run: where they begin, and the titles.
type Titles = (usize, Vec<String>);

/// The names of a run of capitals, in order, without titles.
pub(in crate::facts) fn divide(page: &Page<'_>, run: Range<usize>) -> Vec<Part> {
    Divider { page }.run(run)
}

struct Divider<'a> {
    page: &'a Page<'a>,
}

impl Divider<'_> {
    fn class(&self, at: usize, class: Class) -> bool {
        self.page
            .token(at)
            .is_some_and(|token| token.class.is(class))
    }

    fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.page.token(at).is_some_and(|token| token.key == sign)
    }

    fn run(&self, run: Range<usize>) -> Vec<Part> {
        if let Some(of) = self.office(&run) {
            return self.before(run.start..of, |titles| {
                self.after_office(of + 1..run.end, titles)
            });
        }
        if is_whole(self.page, &run) {
            return vec![Part::plain(run)];
        }
        let Some(last) = self.last_title(&run) else {
            return self.at_given_name(run);
        };
        let stop = usize::from(self.is_sign(last + 1, "."));
        let name = (last + 1 + stop).min(run.end);
        // "Sprecher der Bahn": a genitive, not a name.
        if name < run.end && self.class(name, Class::DETERMINER) {
            let rest = name + 1..run.end;
            let part = (!rest.is_empty()).then(|| Part::plain(rest));
            return part.into_iter().collect();
        }
        self.before(run.start..name, |titles| {
            let (start, titles) = titles;
            let name = name..run.end;
            let part = (!name.is_empty()).then_some(Part {
                start,
                name,
                titles,
            });
            part.into_iter().collect()
        })
    }

    /// Where "of" follows an office: "Secretary of State Ann Lee".
    fn office(&self, run: &Range<usize>) -> Option<usize> {
        let of = run.clone().find(|at| self.is_sign(*at, "of"))?;
        (of > run.start && self.class(of - 1, Class::OFFICE)).then_some(of)
    }

    /// The names before the titles that end `range`, then what `rest` makes of the titles.
    fn before(&self, range: Range<usize>, rest: impl FnOnce(Titles) -> Vec<Part>) -> Vec<Part> {
        let title = |at: usize| {
            self.class(at, Class::TITLE) || self.is_sign(at, ".") || self.is_sign(at, "-")
        };
        let first = range
            .clone()
            .rev()
            .take_while(|at| title(*at))
            .last()
            .unwrap_or(range.end);
        let words = (first..range.end).filter(|at| self.class(*at, Class::TITLE));
        let titles = words
            .filter_map(|at| self.page.token(at).map(|t| t.key.clone()))
            .collect();
        let mut parts = Vec::new();
        let scope = self
            .page
            .token(range.start)
            .filter(|_| first == range.start + 1);
        let scope = scope.is_some_and(|t| lists::organisations().has_in("scope", &t.key));
        if first > range.start && !scope {
            parts.push(Part::plain(range.start..first));
        }
        parts.extend(rest((first, titles)));
        parts
    }

    /// What follows "of": the words of the office, then perhaps a person's name.
    fn after_office(&self, rest: Range<usize>, (start, titles): Titles) -> Vec<Part> {
        let rest = rest.start + usize::from(self.is_sign(rest.start, "the"))..rest.end;
        if let Some(given) = rest
            .clone()
            .find(|at| self.class(*at, Class::GIVEN) && at + 1 < rest.end)
        {
            return vec![Part {
                start,
                name: given..rest.end,
                titles,
            }];
        }
        if is_whole(self.page, &rest) || rest.len() == 1 && self.class(rest.start, Class::PLACE) {
            return vec![Part::plain(rest)];
        }
        // "Secretary of State Lee"; "Secretary of State" alone names nobody.
        let last = rest.end.saturating_sub(1);
        if rest.len() > 1 && !self.class(last, Class::TITLE.or(Class::HEAD)) {
            return vec![Part {
                start,
                name: last..rest.end,
                titles,
            }];
        }
        Vec::new()
    }

    /// The last title of a run with a name after it or none before it; in "Peter T. King" the
    /// last word is a name.
    fn last_title(&self, run: &Range<usize>) -> Option<usize> {
        let named = |at: usize| {
            run.clone()
                .take_while(|i| *i < at)
                .any(|i| self.class(i, Class::GIVEN))
        };
        let ends = |at: usize| at + 1 + usize::from(self.is_sign(at + 1, ".")) >= run.end;
        let initial = |at: usize| {
            at > run.start && self.is_sign(at - 1, ".") && at >= 2 && self.is_initial(at - 2)
        };
        let title = |at: &usize| {
            // "Alberta Premier": a province, whoever is called so.
            let place = *at == run.start + 1 && self.class(run.start, Class::PLACE);
            let given = *at > run.start && self.class(at - 1, Class::GIVEN) && !place;
            // "National Air Cargo": of a title such words only say for what.
            let matter = self
                .page
                .token(*at)
                .is_some_and(|t| self.page.is_frame("matter", &t.key));
            let last = !given && !matter && !initial(*at) && (!ends(*at) || !named(*at));
            self.class(*at, Class::TITLE) && last
        };
        run.clone().rev().find(title)
    }

    fn is_initial(&self, at: usize) -> bool {
        self.page
            .token(at)
            .is_some_and(|t| t.key.chars().count() == 1)
    }

    /// "National Intelligence James Lee": a given name after others begins a person's name.
    fn at_given_name(&self, run: Range<usize>) -> Vec<Part> {
        let other = Class::ADJECTIVE.or(Class::HEAD).or(Class::PLACE);
        let begins = |at: &usize| {
            *at > run.start
                && at + 1 < run.end
                && self.class(*at, Class::GIVEN)
                && self.page.token(at + 1).is_some_and(Token::is_capital)
                && (self.class(at - 1, other) || is_whole(self.page, &(run.start..*at)))
                && !self.class(at - 1, Class::GIVEN)
        };
        match run.clone().find(begins) {
            Some(at) => vec![Part::plain(run.start..at), Part::plain(at..run.end)],
            None => vec![Part::plain(run)],
        }
    }
}

/// Whether a run as a whole is one name: a place or a body.
pub(super) fn is_whole(page: &Page<'_>, run: &Range<usize>) -> bool {
    let key = fold(page.text(run));
    let bound = |t: &Token| t.is_one_of(&["and", "'", "'s"]);
    lists::organisations().has_in("known", &key)
        || lists::places().has(&key)
        || is_way(page, run)
        || is_body(page, run)
        || page.slice(run.clone()).iter().any(bound)
}

/// Whether a run names a street: "Bishop Street".
pub(super) fn is_way(page: &Page<'_>, run: &Range<usize>) -> bool {
    let last = run.end.checked_sub(1).and_then(|at| page.token(at));
    run.len() > 1 && last.is_some_and(|t| lists::places().has_in("way", &t.key))
}

/// Whether the first or the last word of a run of several says that it names a thing: "the Norland
/// Open", "Mount Roe", "5G Lines".
pub(super) fn is_thing(page: &Page<'_>, run: &Range<usize>) -> bool {
    let has = |at: usize, section: &str| {
        page.token(at)
            .is_some_and(|t| lists::organisations().has_in(section, &t.key))
    };
    let digit = page.token(run.start).is_some_and(|t| !t.is_word());
    run.len() > 1 && (has(run.end - 1, "thing") || has(run.start, "thing_first") || digit)
}

/// Whether "and" binds two runs to the name of one body: "the Health and Safety Board", "Ministry
/// of Health and Welfare"; `article` says whether "the" stands before them.
pub(super) fn is_one_body(
    page: &Page<'_>,
    run: &Range<usize>,
    rest: &Range<usize>,
    article: bool,
) -> bool {
    let words = page.slice(run.clone());
    let branch = words
        .iter()
        .any(|t| lists::organisations().has_in("branch", &t.key))
        && words.iter().any(|t| t.is_one_of(&["of", "for"]));
    // Not "the Bank of Norland and Norland Council", not "the State Department and Senate".
    let plain = |t: &Token| t.case == Case::Capital && !t.class.is(Class::HEAD.or(Class::GIVEN));
    let single = words.len() <= 2 && words.iter().all(plain);
    let last = page.slice(rest.clone()).last();
    let head = last.is_some_and(|t| lists::organisations().has_in("head_and", &t.key));
    branch && !is_body(page, rest)
        || article && single && (is_body(page, rest) || head && rest.len() > 1)
}

/// Whether a possessive binds two runs to the name of one body: "Nurses' Union", "King's College".
pub(super) fn is_owned_body(page: &Page<'_>, run: &Range<usize>, rest: &Range<usize>) -> bool {
    let last = run.end.checked_sub(1).and_then(|at| page.token(at));
    let saint = page.token(run.start).is_some_and(|t| t.key == "st");
    let owner = saint
        || last.is_some_and(|t| {
            t.key.ends_with('s') && page.token(run.end).is_some_and(|t| t.key == "'")
                || lists::organisations().has_in("owner", &t.key)
        });
    let class = |at: usize| page.token(at).is_some_and(|t| t.class.is(Class::HEAD));
    owner && page.is_possessive(run.end) && class(rest.end - 1)
}

/// Whether the last word of a run, or the word before its "of", shows a body of people.
fn is_body(page: &Page<'_>, run: &Range<usize>) -> bool {
    let class = |at: usize, class: Class| page.token(at).is_some_and(|t| t.class.is(class));
    let head = |at: usize| class(at, Class::HEAD.or(Class::HEAD_OF));
    let ends = run.len() > 1 && head(run.end - 1) && !class(run.end - 2, Class::GIVEN);
    let of = run
        .clone()
        .find(|at| page.token(*at).is_some_and(|t| t.is_one_of(&["of", "for"])));
    ends || of.is_some_and(|at| at > run.start && head(at - 1))
}
