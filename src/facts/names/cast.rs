//! Who and what a story names: mentions of one person, body or place brought together.

use super::Mention;
use super::bearers;
use super::divide;
use super::forms;
use super::mentions::mentions;
use super::persons::{Gender, Persons, is_introduced, is_titled};
use super::short::acronyms;
use crate::facts::page::calendar;
use crate::facts::page::capitals::{self, Capitals};
use crate::facts::page::lists::{self, Class};
use crate::facts::page::{Case, Page};
use crate::model::{Fact, FactKind, SentenceId, Value};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody or something that the story names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::facts) struct Entity {
    /// The fullest form of the name that the story gives.
    pub name: String,
    /// What it is.
    pub kind: FactKind,
    /// Of a person, where a title or the given name shows it.
    pub gender: Option<Gender>,
    /// Titles and roles that stand before the name, folded.
    pub titles: BTreeSet<String>,
}

/// The entities of a story and where they are mentioned.
#[derive(Debug, Default)]
pub(in crate::facts) struct Cast {
    /// The entities.
    pub entities: Vec<Entity>,
    /// For each page, its mentions in order, each with its entity's place in `entities`.
    pub mentions: Vec<Vec<(Mention, usize)>>,
}

impl Cast {
    /// Brings together the mentions of all pages.
    pub(in crate::facts) fn of(pages: &[Page<'_>]) -> Self {
        let mut known = Capitals::new();
        for page in pages {
            capitals::capitals(page, &mut known);
        }
        let found: Vec<Vec<Mention>> = pages.iter().map(|page| mentions(page, &known)).collect();
        let persons = Persons::of(pages, &found);
        let acronyms = acronyms(pages, &found);
        let mut gather = Gather::default();
        for (page, mentions) in pages.iter().zip(found) {
            let named = bearers::of_page(&persons, page, &mentions);
            let placed = mentions.into_iter().zip(named).map(|(mention, person)| {
                let entity = gather.entity(page, &mention, person, &acronyms);
                (mention, entity)
            });
            let placed = placed.collect();
            gather.cast.mentions.push(placed);
        }
        let mut cast = gather.cast;
        for (entity, person) in gather.persons {
            if let Some(entity) = cast.entities.get_mut(entity) {
                entity.gender = persons.gender(person).or(entity.gender);
            }
        }
        cast
    }

    /// The names of a page as facts; where every noun has a capital, those that are known to be names.
    pub(in crate::facts) fn facts<'a>(
        &'a self,
        page: &'a Page<'_>,
    ) -> impl Iterator<Item = Fact> + 'a {
        let id = page.article.id;
        let code = page.article.language_code();
        let large = code.is_some_and(|code| LARGE_NOUNS.contains(&code));
        self.on(page).iter().filter_map(move |(mention, entity)| {
            let entity = self.entities.get(*entity)?;
            if large && entity.kind == FactKind::Name {
                return None;
            }
            Some(Fact {
                kind: entity.kind,
                sentence: SentenceId::new(id, mention.sentence as u32),
                span: page.span(&mention.tokens),
                value: Value::Name(entity.name.clone()),
            })
        })
    }

    /// The mentions of a page, which is the one at the place of its article's id.
    pub(in crate::facts) fn on(&self, page: &Page<'_>) -> &[(Mention, usize)] {
        let place = self.mentions.get(page.place);
        place.map_or(&[], Vec::as_slice)
    }
}

/// The languages that write every noun with a capital (German and Luxembourgish).
const LARGE_NOUNS: [&str; 2] = ["de", "lb"];

#[derive(Default)]
struct Gather {
    cast: Cast,
    by_key: BTreeMap<String, usize>,
    /// Entities that are persons, with their place among the persons.
    persons: BTreeMap<usize, usize>,
}

impl Gather {
    /// The entity of a mention, made when it is the first.
    fn entity(
        &mut self,
        page: &Page<'_>,
        mention: &Mention,
        person: Option<usize>,
        acronyms: &BTreeMap<String, String>,
    ) -> usize {
        let text = display(page, mention);
        let key = match person {
            Some(person) => format!("person {person}"),
            None => key(&text, mention, acronyms),
        };
        let kind = match person {
            Some(_) => FactKind::Person,
            None => kind(page, mention, &key),
        };
        let entities = &mut self.cast.entities;
        let place = *self.by_key.entry(key).or_insert_with(|| {
            entities.push(Entity {
                name: text.clone(),
                kind,
                gender: None,
                titles: BTreeSet::new(),
            });
            entities.len() - 1
        });
        if let Some(person) = person {
            self.persons.insert(place, person);
        }
        if let Some(entity) = self.cast.entities.get_mut(place) {
            let size = |name: &str| (name.split(' ').count(), name.chars().count());
            if size(&text) > size(&entity.name) {
                entity.name = text;
            }
            if entity.kind == FactKind::Name {
                entity.kind = kind;
            }
            entity.titles.extend(mention.titles.iter().cloned());
            if person.is_none() {
                let titles = mention.titles.iter().map(|t| page.lists.class(t));
                let shown = || titles.fold(None, |g, c| g.or(Gender::of_title(c)));
                // "Her son Carl": one given name alone.
                let given = || match (kind, mention.parts.as_slice()) {
                    (FactKind::Person, [only]) => Gender::of_given_name(page.lists.given(only)),
                    _ => None,
                };
                entity.gender = entity.gender.or_else(shown).or_else(given);
            }
        }
        place
    }
}

/// A name as it is shown: one blank between words.
fn display(page: &Page<'_>, mention: &Mention) -> String {
    let words: Vec<_> = page.text(&mention.tokens).split_whitespace().collect();
    let mut name = words.join(" ");
    // "Al Ono Jr.": the stop of a short suffix belongs to the name.
    let suffix = mention
        .parts
        .last()
        .is_some_and(|last| last == "jr" || last == "sr");
    let stop = page.token(mention.tokens.end).is_some_and(|t| t.key == ".");
    if suffix && stop && page.is_joined(mention.tokens.end) {
        name.push('.');
    }
    name
}

/// What a name that is no person's is known by.
fn key(text: &str, mention: &Mention, acronyms: &BTreeMap<String, String>) -> String {
    let folded = fold(text);
    if let Some(form) = lists::variant(text, &folded) {
        return form.to_owned();
    }
    let plain = mention.parts.join(" ");
    let known = |full: &String| {
        let parts: Vec<String> = full.split(' ').map(str::to_owned).collect();
        forms::known_by(&parts)
    };
    let full = acronyms.get(&plain).map(known);
    let form = || lists::variant(text, &plain).map(str::to_owned);
    full.or_else(form)
        .unwrap_or_else(|| forms::known_by(&mention.parts))
}

/// What a name that is no known person's stands for.
fn kind(page: &Page<'_>, mention: &Mention, key: &str) -> FactKind {
    let class = |word: &str| page.lists.class(word);
    let last = mention.parts.last().map_or("", String::as_str);
    let tokens = page.slice(mention.tokens.clone());
    if lists::places().has(key) || divide::is_way(page, &mention.tokens) {
        FactKind::Place
    } else if lists::organisations().has_in("known", key)
        || mention.parts.len() > 1 && class(last).is(Class::HEAD)
        || lists::organisations().has_in("short_form", last)
        || tokens
            .iter()
            .any(|token| token.is_one_of(&["of", "for", "&", "and", "'", "'s"]))
    {
        FactKind::Organisation
    } else if is_titled(page, mention) && mention.parts.len() <= 3
        || is_introduced(page, mention.tokens.clone())
    {
        FactKind::Person
    } else if matches!(tokens, [only] if only.case == Case::Upper && (2..=6).contains(&last.len()))
        && !calendar::is_zone(last)
        && !lists::organisations().has_in("no_body", last)
    {
        FactKind::Organisation
    } else {
        FactKind::Name
    }
}

#[cfg(test)]
mod tests {
    use super::Cast;
    use crate::facts::page::Page;
    use crate::facts::testing::{article, articles};
    use crate::model::FactKind;

    /// The names of a story as (where it stands, fullest form, kind).
    fn names(stories: &[&[&str]]) -> Vec<(String, String, FactKind)> {
        let articles = articles(stories);
        let pages: Vec<_> = articles
            .iter()
            .enumerate()
            .map(|(i, a)| Page::read(a, i))
            .collect();
        let cast = Cast::of(&pages);
        let mut found = Vec::new();
        for page in &pages {
            for (mention, entity) in cast.on(page) {
                let entity = &cast.entities[*entity];
                found.push((
                    page.text(&mention.tokens).to_owned(),
                    entity.name.clone(),
                    entity.kind,
                ));
            }
        }
        found
    }

    fn pairs(stories: &[&[&str]]) -> Vec<(String, String)> {
        names(stories).into_iter().map(|(a, b, _)| (a, b)).collect()
    }

    #[test]
    fn short_forms_stand_for_the_fullest_form_of_the_story() {
        let found = pairs(&[
            &[
                "Spokeswoman Tessa M. Lindqvist spoke first.",
                "Ms. Lindqvist left.",
            ],
            &["Lindqvist’s plan failed, Tessa Lindqvist said."],
        ]);
        assert!(
            found.iter().all(|(_, full)| full == "Tessa M. Lindqvist"),
            "{found:?}"
        );
        assert_eq!(found.len(), 4);
        assert_eq!(found[2].0, "Lindqvist");
    }

    #[test]
    fn two_of_one_surname_are_told_apart() {
        let found = pairs(&[&[
            "Paul Ono and his wife, Clara Ono, came.",
            "Mr. Ono spoke, and Ms. Ono listened.",
        ]]);
        let full: Vec<_> = found.iter().map(|(_, full)| full.as_str()).collect();
        assert_eq!(full, ["Paul Ono", "Clara Ono", "Paul Ono", "Clara Ono"]);
    }

    #[test]
    fn titles_tags_and_adjectives_are_no_part_of_a_name() {
        let found = pairs(&[&[
            "On Monday House Speaker Ann Lee (D-Ohio) met Israeli Prime Minister Uri ben Dov, R-Ky., in May.",
        ]]);
        let full: Vec<_> = found.iter().map(|(_, full)| full.as_str()).collect();
        assert_eq!(full, ["House", "Ann Lee", "Uri ben Dov"]);
    }

    #[test]
    fn words_that_begin_a_sentence_are_no_names() {
        let found = pairs(&[&[
            "Officials came.",
            "Asked twice, Mr. Ono left.",
            "Under fire, they ran.",
        ]]);
        assert_eq!(found, [("Ono".to_owned(), "Ono".to_owned())]);
    }

    #[test]
    fn where_every_noun_has_a_capital_only_known_names_are_facts() {
        let sentences = [
            "Auf der Brücke sprach Henrike Solms mit der Feuerwehr.",
            "Solms sagte ja.",
        ];
        let named = |language: &str| -> Vec<String> {
            let article = crate::model::Article {
                language: Some(language.to_owned()),
                ..article(&sentences)
            };
            let page = Page::read(&article, 0);
            let cast = Cast::of(std::slice::from_ref(&page));
            let spans = cast.facts(&page).map(|fact| fact.span);
            spans.map(|span| article.slice(span).to_owned()).collect()
        };
        assert_eq!(named("de-AT"), ["Henrike Solms", "Solms"]);
        assert!(named("en").contains(&"Brücke".to_owned()));
    }

    #[test]
    fn acronyms_and_spellings_are_one_name() {
        let found = names(&[
            &[
                "The Norland Fishing Board (NFB) met in Kiev.",
                "The US left us.",
            ],
            &["The NFB met in Kyiv, the United States said."],
        ]);
        let full: Vec<_> = found
            .iter()
            .map(|(_, full, kind)| (full.as_str(), *kind))
            .collect();
        let board = ("Norland Fishing Board", FactKind::Organisation);
        let states = ("United States", FactKind::Place);
        let kiev = ("Kiev", FactKind::Place);
        assert_eq!(full, [board, board, kiev, states, board, kiev, states]);
    }
}
