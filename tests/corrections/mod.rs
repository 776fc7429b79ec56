//! A reader's corrections: what they do to a comparison, and how they are kept.

mod agree;
mod chance;
mod command;
mod kept;
mod texts;

use parallax::correct::anchor;
use parallax::load;
use parallax::model::{
    Anchor, Article, ArticleId, Comparison, Correction, Corrections, FindingKind, Outcome, Part,
    Row, RowVerdict, SentenceId, Settings, Target,
};
use parallax::pipeline;
use parallax::report::{self, Format, Look};

const POST: &str = "Ferry strike enters second week\n\n\
    Ferry crews in Port Elm stayed ashore on Monday for the eighth day, the harbour office said.\n\n\
    In all, 14 crossings were cancelled on Monday, and tourists slept in the terminal.\n\n\
    “They must come to a settlement and halt this bitter strike,” Mayor Mara Quist said.\n\n\
    The bakery by the pier gave away its rolls.\n";

const TIMES: &str = "Mayor scolds ferry crews\n\n\
    “They must reach a settlement and end this fierce strike,” Mayor Mara Quist said.\n\n\
    Ferry crews in Port Elm stayed ashore on Monday for the eighth day, the harbour office said.\n\n\
    In all, 19 crossings were cancelled on Monday, the office said.\n\n\
    Hoteliers put their losses at two million crowns.\n";

const QUAY: &str = "Port Elm waits\n\n\
    A choir sang for the stranded on the quay.\n\n\
    Ferry crews in Port Elm stayed ashore on Monday for the eighth day.\n\n\
    Bread was free at the pier.\n";

/// The articles of some outlets.
fn read(texts: &[(&str, &str)]) -> Vec<Article> {
    let texts = (0..).map(ArticleId).zip(texts);
    texts
        .map(|(id, (outlet, text))| {
            load::article(id, &format!("{outlet}.txt"), None, text.as_bytes()).unwrap()
        })
        .collect()
}

pub(crate) fn three() -> Vec<Article> {
    read(&[("post", POST), ("times", TIMES), ("quay", QUAY)])
}

pub(crate) fn compared(articles: Vec<Article>, corrections: &Corrections) -> Comparison {
    let settings = Settings::default();
    pipeline::compare_telling(articles, Vec::new(), &settings, corrections, &mut |_| {})
}

fn one(correction: Correction) -> Corrections {
    Corrections::default().with(correction)
}

/// The sentence that begins with some words.
pub(crate) fn find(story: &Comparison, words: &str) -> SentenceId {
    let ids = story.articles.iter().flat_map(Article::sentence_ids);
    let mut ids = ids.filter(|id| story.sentence(*id).starts_with(words));
    ids.next()
        .unwrap_or_else(|| panic!("no sentence begins {words:?}"))
}

fn named(articles: &[Article], ids: impl IntoIterator<Item = SentenceId>) -> Vec<Anchor> {
    anchor::of_sentences(articles, ids)
}

fn row_of(story: &Comparison, id: SentenceId) -> &Row {
    story.row(story.row_of(id).unwrap())
}

fn together(story: &Comparison, a: SentenceId, b: SentenceId) -> bool {
    story.row_of(a) == story.row_of(b)
}

fn outcomes(story: &Comparison) -> Vec<&Outcome> {
    story.corrected.entries.iter().map(|(_, it)| it).collect()
}

fn text(story: &Comparison) -> String {
    let mut out = Vec::new();
    report::write(story, Format::Text, &Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn no_corrections_change_nothing() {
    let plain = pipeline::compare(three(), Vec::new(), &Settings::default());
    assert_eq!(compared(three(), &Corrections::default()), plain);
}

#[test]
fn a_pin_links_two_passages_that_the_machine_keeps_apart() {
    let plain = compared(three(), &Corrections::default());
    let (a, b) = (find(&plain, "The bakery"), find(&plain, "Bread was"));
    assert!(!together(&plain, a, b));
    let sentences = named(&plain.articles, [a, b]);
    let story = compared(three(), &one(Correction::Pin { sentences }));
    assert!(together(&story, a, b));
    let link = story.link(a, b).unwrap();
    assert!(link.score == 1.0 && link.why().starts_with("paired by a reader"));
    assert_eq!(outcomes(&story), [&Outcome::Applied]);
    let said = &story.corrected.rows[&story.row_of(a).unwrap()];
    assert!(said.by_hand);
    let text = text(&story);
    assert!(
        text.contains("Applied: paired 1") && text.contains("Arranged by the reader"),
        "{text}"
    );
}

#[test]
fn a_cut_passage_leaves_its_row_and_its_outlet_does_not_tell_it() {
    let plain = compared(three(), &Corrections::default());
    let own = find(&plain, "In all, 14");
    let other = find(&plain, "In all, 19");
    assert!(together(&plain, own, other));
    let story = compared(
        three(),
        &one(Correction::Cut {
            sentence: anchor::of_sentence(&plain.articles, own).unwrap(),
            from: named(&plain.articles, [other]),
        }),
    );
    assert!(!together(&story, own, other) && story.link(own, other).is_none());
    assert!(row_of(&story, own).omitted_by.contains(&ArticleId(1)));
    assert!(
        !story
            .findings
            .iter()
            .any(|it| it.kind == FindingKind::Number)
    );
}

#[test]
fn a_lone_passage_matches_nothing_and_a_later_pin_takes_that_back() {
    let plain = compared(three(), &Corrections::default());
    let a = find(&plain, "Ferry crews");
    let b = find(&plain, "In all, 19");
    let alone = Correction::Alone {
        sentence: anchor::of_sentence(&plain.articles, a).unwrap(),
    };
    let story = compared(three(), &one(alone.clone()));
    let row = row_of(&story, a);
    assert_eq!((row.cells.len(), row.verdict), (1, RowVerdict::Single));
    assert_eq!(row.omitted_by.len(), 2);
    let sentences = named(&plain.articles, [a, b]);
    let story = compared(three(), &one(alone).with(Correction::Pin { sentences }));
    assert!(together(&story, a, b));
    assert_eq!(outcomes(&story), [&Outcome::Overruled, &Outcome::Applied]);
}

#[test]
fn rows_are_split_and_joined() {
    let plain = compared(three(), &Corrections::default());
    let a = find(&plain, "Ferry crews");
    let row = row_of(&plain, a).clone();
    assert_eq!(row.cells.len(), 3);
    let sentences = anchor::of_row(&plain.articles, &row);
    let story = compared(three(), &one(Correction::Split { sentences }));
    for x in row.sentences() {
        for y in row.sentences().filter(|y| y.article != x.article) {
            assert!(!together(&story, x, y));
        }
    }
    let (a, b) = (find(&plain, "In all, 14"), find(&plain, "The bakery"));
    let sentences = named(&plain.articles, [a, b]);
    let story = compared(three(), &one(Correction::Join { sentences }));
    assert!(together(&story, a, b) && story.links == plain.links);
}

#[test]
fn a_block_that_is_set_aside_is_neither_compared_nor_counted_and_comes_back() {
    let plain = compared(three(), &Corrections::default());
    let article = &plain.articles[0];
    let block = article
        .blocks
        .iter()
        .find(|it| article.slice(it.span).starts_with("The bakery"));
    let block = anchor::of_span(article, block.unwrap().span);
    let aside = one(Correction::Flip {
        block: block.clone(),
        to: Part::Furniture,
    });
    let story = compared(three(), &aside);
    assert_eq!(
        story.articles[0].sentences.len(),
        article.sentences.len() - 1
    );
    assert!(
        !story
            .rows
            .iter()
            .flat_map(Row::sentences)
            .any(|id| story.sentence(id).starts_with("The bakery"))
    );
    assert!(
        story.articles[0]
            .furniture()
            .any(|(_, why)| why.words() == "set aside by a reader")
    );
    let back = aside.with(Correction::Flip {
        block,
        to: Part::Article,
    });
    let story = compared(three(), &back);
    assert_eq!(story.articles, plain.articles);
}

#[test]
fn both_verdicts_are_kept_and_reported() {
    let plain = compared(three(), &Corrections::default());
    let id = find(&plain, "In all, 14");
    let row = row_of(&plain, id);
    assert_eq!(row.verdict, RowVerdict::Diverge);
    let passages = anchor::of_row(&plain.articles, row);
    let story = compared(
        three(),
        &one(Correction::Override {
            row: passages.clone(),
            verdict: RowVerdict::Partial,
            machine: RowVerdict::Diverge,
            reason: "counted at other hours".to_owned(),
        }),
    );
    assert_eq!(row_of(&story, id).verdict, RowVerdict::Partial);
    let said = &story.corrected.rows[&story.row_of(id).unwrap()];
    assert_eq!(said.machine, Some(RowVerdict::Diverge));
    assert_eq!(
        story.count(RowVerdict::Diverge) + 1,
        plain.count(RowVerdict::Diverge)
    );
    let told = text(&story)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        told.contains(
            "The reader says “told by some”, the machine “diverge”: counted at other hours"
        ),
        "{told}"
    );

    let noted = one(Correction::Note {
        on: Target::Row(passages.clone()),
        text: "ask the office".to_owned(),
    });
    let told = text(&compared(three(), &noted));
    assert!(told.contains("\n       Note: ask the office\n"), "{told}");

    // Not every outlet tells it: it cannot agree.
    let story = compared(
        three(),
        &one(Correction::Override {
            row: passages,
            verdict: RowVerdict::Agree,
            machine: RowVerdict::Diverge,
            reason: String::new(),
        }),
    );
    assert!(matches!(outcomes(&story)[..], [Outcome::Stale(why)] if why.contains("2 of 3")));
}

#[test]
fn a_rejected_finding_takes_the_verdict_that_it_gave_with_it() {
    let plain = compared(three(), &Corrections::default());
    let id = find(&plain, "In all, 14");
    let numbers = plain
        .findings
        .iter()
        .filter(|it| it.kind == FindingKind::Number);
    let mut corrections = Corrections::default();
    for finding in numbers {
        corrections = corrections.with(Correction::Reject {
            finding: anchor::of_finding(&plain.articles, finding),
            reason: "another hour".to_owned(),
        });
    }
    let story = compared(three(), &corrections);
    assert!(
        !story
            .findings
            .iter()
            .any(|it| it.kind == FindingKind::Number)
    );
    assert!(!story.corrected.rejected.is_empty());
    assert_eq!(row_of(&story, id).verdict, RowVerdict::Partial);
    for (n, row) in (0..).zip(&story.rows) {
        assert!(row.findings.iter().all(|id| story.finding(*id).row.0 == n));
    }
    assert!(text(&story).contains("another hour"));
}

#[test]
fn a_review_stands_as_long_as_the_machine_says_the_same() {
    let plain = compared(three(), &Corrections::default());
    let row = row_of(&plain, find(&plain, "In all, 14"));
    let review = |machine| Correction::Review {
        row: anchor::of_row(&plain.articles, row),
        verdict: machine,
        machine,
    };
    let story = compared(three(), &one(review(RowVerdict::Diverge)));
    assert_eq!(story.corrected.reviewed_rows(), 1);
    let story = compared(three(), &one(review(RowVerdict::Partial)));
    assert_eq!(story.corrected.reviewed_rows(), 0);
    assert!(
        matches!(outcomes(&story)[..], [Outcome::Stale(why)] if why.contains("is “diverge” now"))
    );
}

#[test]
fn corrections_survive_small_edits_and_are_listed_after_great_ones() {
    let plain = compared(three(), &Corrections::default());
    let (a, b) = (find(&plain, "The bakery"), find(&plain, "Bread was"));
    let sentences = named(&plain.articles, [a, b]);
    let row = row_of(&plain, a);
    let note = Correction::Note {
        on: Target::Row(anchor::of_row(&plain.articles, row)),
        text: "ask the baker".to_owned(),
    };
    let corrections = one(Correction::Pin { sentences }).with(note);
    let edited = POST.replace("gave away its rolls", "gave away all its rolls");
    let story = compared(
        read(&[("post", &edited), ("times", TIMES), ("quay", QUAY)]),
        &corrections,
    );
    assert_eq!(outcomes(&story), [&Outcome::Applied, &Outcome::Applied]);
    assert!(together(
        &story,
        find(&story, "The bakery"),
        find(&story, "Bread was")
    ));

    let gone = POST.replace(
        "The bakery by the pier gave away its rolls.",
        "It rained all day.",
    );
    let story = compared(
        read(&[("post", &gone), ("times", TIMES), ("quay", QUAY)]),
        &corrections,
    );
    assert!(
        outcomes(&story)
            .iter()
            .all(|it| matches!(it, Outcome::Stale(why) if why.contains("no longer")))
    );
    let told = text(&story);
    assert!(
        told.contains("2 corrections not applied") && told.contains("The bakery by the pier"),
        "{told}"
    );

    // Two passages that fit alike are no passage: never a guess.
    let twice = format!("{POST}\nThe bakery by the bridge gave away its rolls.\n")
        .replace("The bakery by the pier", "The bakery by the fort");
    let story = compared(
        read(&[("post", &twice), ("times", TIMES), ("quay", QUAY)]),
        &corrections,
    );
    assert!(
        outcomes(&story)
            .iter()
            .all(|it| matches!(it, Outcome::Stale(_))),
        "{:?}",
        outcomes(&story)
    );
}

#[test]
fn equal_sentences_are_told_apart_by_what_stands_around_them() {
    let text = "Waiting\n\nThe crews met.\n\nNobody spoke.\n\nThe mayor met the crews on the pier.\n\nNobody spoke.\n\nThe day ended with rain.\n";
    let articles = read(&[("post", text), ("times", TIMES)]);
    let ids: Vec<SentenceId> = articles[0]
        .sentence_ids()
        .filter(|id| articles[0].sentence(id.index) == "Nobody spoke.")
        .collect();
    assert_eq!(ids.len(), 2);
    for id in ids {
        let anchor = anchor::of_sentence(&articles, id).unwrap();
        assert_eq!(anchor::sentence(&articles, &anchor), Ok(id));
        let lost = Anchor {
            before: String::new(),
            after: String::new(),
            ..anchor
        };
        assert!(anchor::sentence(&articles, &lost).is_err_and(|why| why.contains("2 times")));
    }
}
