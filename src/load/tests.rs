//! Whole files, from bytes to articles.

use super::{LoadError, Source, article, load, read};
use crate::model::{Article, ArticleId, BlockRole, Vocabulary};
use crate::text::Span;
use proptest::prelude::*;
use std::fs;
use std::path::Path;

const TEXT: &str = "Bridge Closed\n\nThe council closed the old bridge on Monday. It is cracked.\n";

/// The source of a new file, as an argument.
fn file(directory: &Path, name: &str, bytes: &[u8]) -> Source {
    let path = directory.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    Source::parse(path.to_str().unwrap())
}

fn outlets(sources: &[Source]) -> Vec<String> {
    let loaded = load(sources).unwrap();
    loaded
        .articles
        .into_iter()
        .map(|article| article.outlet)
        .collect()
}

#[test]
fn outlets_are_named_by_file_and_told_apart() {
    let place = tempfile::tempdir().unwrap();
    let at = place.path();
    let named = |source: Source, name: &str| Source {
        outlet: Some(name.to_owned()),
        ..source
    };
    let one = file(at, "gazette.txt", TEXT.as_bytes());
    let two = file(at, "herald/bridge.txt", TEXT.as_bytes());
    let three = file(at, "mail/bridge.txt", TEXT.as_bytes());
    assert_eq!(
        outlets(&[one.clone(), two.clone(), three.clone()]),
        ["gazette", "herald/bridge", "mail/bridge"]
    );
    let same = [named(one.clone(), "X"), named(two, "X"), one.clone(), one];
    assert_eq!(
        outlets(&same),
        ["X (A)", "X (B)", "gazette (C)", "gazette (D)"].map(|name| {
            let folder = at.file_name().unwrap().to_string_lossy();
            name.replace("gazette", &format!("{folder}/gazette"))
        })
    );
}

#[test]
fn a_directory_stands_for_its_article_files() {
    let place = tempfile::tempdir().unwrap();
    for name in ["b.txt", "a.TXT", ".hidden.txt", "photo.png", "deep/c.txt"] {
        file(place.path(), name, TEXT.as_bytes());
    }
    let directory = Source::parse(place.path().to_str().unwrap());
    let words = Vocabulary::default();
    assert_eq!(outlets(std::slice::from_ref(&directory)), ["a", "b"]);
    assert_eq!(read(&directory, &words).len(), 2);
    let empty = tempfile::tempdir().unwrap();
    let none = read(&Source::parse(empty.path().to_str().unwrap()), &words);
    assert!(matches!(
        none.as_slice(),
        [Err(LoadError::NoArticles { .. })]
    ));
}

#[test]
fn one_bad_file_is_a_warning_among_two_good_ones_and_an_error_beside_one() {
    let place = tempfile::tempdir().unwrap();
    let good = file(place.path(), "a.txt", TEXT.as_bytes());
    let other = file(place.path(), "b.txt", TEXT.as_bytes());
    let empty = file(place.path(), "c.txt", b" \n\n");
    let binary = file(place.path(), "d.txt", b"%PDF-1.7");
    let missing = Source::parse("no/such.txt");
    let sources = [good.clone(), empty.clone(), other, missing, binary.clone()];
    let loaded = load(&sources).unwrap();
    let ids: Vec<_> = loaded.articles.iter().map(|article| article.id.0).collect();
    assert_eq!((ids, loaded.warnings.len()), (vec![0, 1], 3));
    assert_eq!(loaded.warnings[1].source.as_deref(), Some("no/such.txt"));
    assert_eq!(
        loaded.warnings[1].text,
        "left out: there is no such file; check the path"
    );
    let error = load(&[good, empty, binary]).unwrap_err().to_string();
    assert!(error.starts_with("only one readable article"), "{error}");
    assert!(error.contains("c.txt: the file is empty") && error.contains("d.txt: this is a PDF"));
}

/// The invariants that [`Article`] promises.
fn check(article: &Article) -> Result<(), TestCaseError> {
    let text = &article.text;
    prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
    let mut at = 0;
    let mut sentences = article.sentences.iter().peekable();
    for (place, block) in article.blocks.iter().enumerate() {
        prop_assert_eq!(block.span.start, at + usize::from(place > 0));
        prop_assert!(!article.slice(block.span).is_empty());
        at = block.span.end;
        let mut inside = block.span.start;
        while let Some(s) = sentences.next_if(|s| block.span.contains(s.span)) {
            prop_assert_eq!(block.role, BlockRole::Body);
            prop_assert!(Span::new(inside, s.span.start).trim(text).is_empty());
            inside = s.span.end;
        }
        if block.role == BlockRole::Body {
            prop_assert!(Span::new(inside, block.span.end).trim(text).is_empty());
        }
    }
    prop_assert_eq!(at, text.len());
    prop_assert!(sentences.next().is_none());
    Ok(())
}

proptest! {
    #[test]
    fn every_file_that_loads_is_a_sound_article(
        bytes in any::<Vec<u8>>(),
        lines in prop::collection::vec(
            prop::sample::select(vec![
                "", "Bridge Closed", "By Jane Roe", "Jane Roe |", "|", "Latest news", "- Dog found",
                "The council closed the old bridge on Monday, the mayor of Wendham said in a note.",
                "“No.” \u{202e}She left.he said", "May 2, 2025", "Photo: Roe", "Title: X", "\u{ad}",
            ]),
            0..30,
        ),
    ) {
        for bytes in [bytes, lines.join("\n").into_bytes()] {
            if let Ok(article) = article(ArticleId(0), "x.txt", None, &bytes) {
                check(&article)?;
            }
        }
    }
}
