//! What holds for every story: made ones, the samples, and whatever else a file may hold.

mod lawful;
mod stock;

use lawful::copies_have_one_origin;
pub(crate) use lawful::lawful;
use parallax::load;
use parallax::model::{Article, ArticleId, Comparison, SentenceId, Settings};
use parallax::pipeline;
use parallax::report::{self, Format, Look};
use parallax::tui::{Model, Palette, Signs, Theme, view};
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use stock::{ODD, story};

/// The articles in `texts`; a text in which there is nothing to read is left out.
fn articles<T: AsRef<[u8]>>(texts: &[(usize, T)]) -> Vec<Article> {
    let mut articles = Vec::new();
    for (outlet, text) in texts {
        let id = ArticleId(articles.len() as u32);
        let name = format!("outlet-{outlet}.txt");
        articles.extend(load::article(id, &name, None, text.as_ref()));
    }
    articles
}

fn compared<T: AsRef<[u8]> + Clone>(texts: &[T]) -> Comparison {
    let texts: Vec<(usize, T)> = texts.iter().cloned().enumerate().collect();
    pipeline::compare(articles(&texts), Vec::new(), &Settings::default())
}

/// The files of every sample, a story an entry.
fn samples() -> Vec<Vec<Vec<u8>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let sorted = |folder: &Path| {
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        entries.collect::<BTreeSet<_>>()
    };
    let folders = sorted(&root).into_iter().filter(|path| path.is_dir());
    folders
        .map(|folder| {
            sorted(&folder)
                .iter()
                .map(|file| fs::read(file).unwrap())
                .collect()
        })
        .collect()
}

fn reports(story: &Comparison) -> [Vec<u8>; 2] {
    [Format::Text, Format::Json].map(|format| {
        let mut out = Vec::new();
        report::write(story, format, &Look::default(), &mut out).unwrap();
        out
    })
}

fn frame(story: Comparison) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let model = Model::new(Arc::new(story), Signs::UNICODE, 80, 24);
    view(&model, Theme::new(Palette::Dark), &mut buffer);
}

/// What a comparison claims, with outlets by their place in the story and not by their letter, so
/// that comparisons of the same texts in another order can be held against each other.
struct Claims {
    links: Vec<(String, f64)>,
    /// Their sentences, and who leaves them out.
    rows: Vec<String>,
    /// The rows' sentences with their verdicts, and the links with theirs.
    verdicts: Vec<String>,
}

/// What comes out for those of the texts that can be read, in an order of all.
fn claims<T: AsRef<[u8]> + Clone>(texts: &[T], order: &[usize]) -> Claims {
    let readable = |at: &usize| load::article(ArticleId(0), "x", None, texts[*at].as_ref()).is_ok();
    let order: Vec<usize> = order.iter().copied().filter(readable).collect();
    let texts: Vec<(usize, T)> = order.iter().map(|at| (*at, texts[*at].clone())).collect();
    let story = pipeline::compare(articles(&texts), Vec::new(), &Settings::default());
    let name = |id: SentenceId| (order[id.article.index()], id.index);
    let mut claims = Claims {
        links: Vec::new(),
        rows: Vec::new(),
        verdicts: Vec::new(),
    };
    for link in &story.links {
        let pair = BTreeSet::from([name(link.a), name(link.b)]);
        claims.links.push((format!("{pair:?}"), link.score));
        claims.verdicts.push(format!("{pair:?} {:?}", link.verdict));
    }
    for row in &story.rows {
        let cells: BTreeSet<_> = row.sentences().map(name).collect();
        let omitted = row.omitted_by.iter().map(|id| order[id.index()]);
        let omitted: BTreeSet<usize> = omitted.collect();
        claims
            .rows
            .push(format!("{cells:?} omitted by {omitted:?}"));
        claims.verdicts.push(format!("{cells:?} {:?}", row.verdict));
    }
    claims.links.sort_by(|a, b| a.0.cmp(&b.0));
    claims
}

/// Compares the texts as given and in `order`: same links, same scores, same rows.
fn order_does_not_matter<T: AsRef<[u8]> + Clone>(texts: &[T], order: &[usize]) {
    let given: Vec<usize> = (0..texts.len()).collect();
    let (one, other) = (claims(texts, &given), claims(texts, order));
    let names = |claims: &Claims| {
        claims
            .links
            .iter()
            .map(|it| it.0.clone())
            .collect::<Vec<_>>()
    };
    same(&names(&one), &names(&other));
    for ((link, a), (_, b)) in one.links.iter().zip(&other.links) {
        assert!((a - b).abs() < 1e-9, "{link}: {a} and {b}");
    }
    same(&one.rows, &other.rows);
}

/// That two lists are equal; else only what differs.
fn same(one: &[String], other: &[String]) {
    let only = |a: &[String], b: &[String]| -> Vec<String> {
        a.iter().filter(|it| !b.contains(it)).cloned().collect()
    };
    let (first, second) = (only(one, other), only(other, one));
    assert!(
        first.is_empty() && second.is_empty(),
        "only in one order: {first:#?}\nonly in the other: {second:#?}"
    );
}

fn permuted(texts: Vec<String>) -> impl Strategy<Value = (Vec<String>, Vec<usize>)> {
    let order: Vec<usize> = (0..texts.len()).collect();
    (Just(texts), Just(order).prop_shuffle())
}

#[test]
fn the_samples_keep_the_laws() {
    for texts in samples() {
        let story = compared(&texts);
        lawful(&story);
        assert!(reports(&story) == reports(&compared(&texts)));
    }
}

#[test]
fn the_order_of_the_samples_does_not_matter() {
    for texts in samples() {
        let backwards: Vec<usize> = (0..texts.len()).rev().collect();
        order_does_not_matter(&texts, &backwards);
        let mut turned: Vec<usize> = (0..texts.len()).collect();
        turned.rotate_left(1);
        order_does_not_matter(&texts, &turned);
    }
}

#[test]
fn odd_texts_keep_the_laws() {
    let all = ODD.join("\n\n");
    let alone = ODD.iter().map(|odd| vec![(*odd).to_owned(), all.clone()]);
    let twice = ODD
        .iter()
        .map(|odd| vec![(*odd).to_owned(), (*odd).to_owned()]);
    for texts in alone
        .chain(twice)
        .chain([vec![all.clone(), all.clone(), ODD.join(" ")]])
    {
        let story = compared(&texts);
        lawful(&story);
        reports(&story);
        frame(story);
    }
}

#[test]
fn the_order_does_not_matter_to_verdicts() {
    let tide = |day: &str| format!("He called the plan “a promise written on the {day} tide”.");
    let (may, sunday) = (tide("May 4"), tide("Sunday evening"));
    let cafe = ODD[6];
    let first = format!("{may} {cafe} {cafe}\n{may} {sunday}\n");
    let texts = [first, format!("{cafe}\n"), format!("{may}\n"), sunday];
    let (one, other) = (claims(&texts, &[0, 1, 2, 3]), claims(&texts, &[0, 1, 3, 2]));
    same(&one.verdicts, &other.verdicts);
}

/// Bytes as they come in files of any encoding and of none.
fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![60 => 0x20..0x7f_u8, 10 => Just(b'\n'), 10 => 0x80..=0xff_u8, 1 => 1..0x20_u8]
}

/// Bytes of which most are no text at all.
fn noise() -> impl Strategy<Value = Vec<Vec<u8>>> {
    vec(vec(any::<u8>(), 0..60), 2..4)
}

#[test]
fn a_percent_sign_may_end_a_block() {
    let texts = ["Rain\n\nThe river is up by 8%\n\n12 pumps run.", "0%"];
    lawful(&compared(&texts));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn made_stories_keep_the_laws(texts in story()) {
        let story = compared(&texts);
        lawful(&story);
        let again = compared(&texts);
        prop_assert!(reports(&story) == reports(&again), "same input, other bytes");
        frame(story);
    }

    #[test]
    fn the_order_of_made_stories_does_not_matter(
        (texts, order) in story().prop_flat_map(permuted)
    ) {
        order_does_not_matter(&texts, &order);
    }

    #[test]
    fn bytes_of_any_kind_are_read_or_refused(texts in vec(vec(byte(), 0..400), 2..4)) {
        lawful(&compared(&texts));
    }

    #[test]
    fn a_copied_sentence_has_one_origin(texts in story()) {
        copies_have_one_origin(&compared(&texts));
    }

    #[test]
    fn noise_is_read_or_refused(texts in noise()) {
        lawful(&compared(&texts));
    }

    #[test]
    fn strings_of_any_kind_are_compared(texts in vec("(\\PC|[ \n\t“”\".,|:–]){0,300}", 2..4)) {
        let story = compared(&texts);
        lawful(&story);
        reports(&story);
        frame(story);
    }
}
