use super::{Op, own_words, similarity, words};
use crate::text::fold::fold;
use proptest::prelude::*;

/// Both texts with their changes in brackets.
fn marked(a: &str, b: &str) -> (String, String) {
    let (mut left, mut right) = (String::new(), String::new());
    for change in words(a, b) {
        for (out, text) in [(&mut left, change.a.of(a)), (&mut right, change.b.of(b))] {
            match change.op {
                Op::Equal => out.push_str(text),
                _ if text.is_empty() => {}
                _ => out.extend(["[", text, "]"]),
            }
        }
    }
    (left, right)
}

fn shows(a: &str, b: &str, left: &str, right: &str) {
    assert_eq!(marked(a, b), (left.to_owned(), right.to_owned()));
}

#[test]
fn a_reworded_sentence_shows_what_was_reworded() {
    shows(
        "They must come to a settlement and halt this bitter, bitter strike.",
        "They must reach a settlement and end this fierce strike.",
        "They must [come to] a settlement and [halt] this [bitter, bitter] strike.",
        "They must [reach] a settlement and [end] this [fierce] strike.",
    );
}

#[test]
fn typography_and_case_are_no_change() {
    shows(
        "“We won’t go\u{a0}— ever,” she said.",
        "\"we won't go - ever,\" She said.",
        "“We won’t go\u{a0}— ever,” she said.",
        "\"we won't go - ever,\" She said.",
    );
}

#[test]
fn a_stray_shared_article_is_part_of_the_change() {
    shows(
        "Divers raised the wreck on Monday.",
        "Engineers lifted the barge on Monday.",
        "[Divers raised the wreck] on Monday.",
        "[Engineers lifted the barge] on Monday.",
    );
}

#[test]
fn a_shared_rare_word_is_kept_between_changes() {
    shows(
        "Old turbines failed.",
        "New turbines exploded.",
        "[Old] turbines [failed].",
        "[New] turbines [exploded].",
    );
}

#[test]
fn rare_words_decide_what_corresponds() {
    shows(
        "the end of the line of the ferry Heron",
        "ferry Heron to the end of the island",
        "[the end of the line of the] ferry Heron",
        "ferry Heron [to the end of the island]",
    );
}

#[test]
fn ideographs_are_compared_one_by_one() {
    shows(
        "市长批评罢工。",
        "市长支持罢工。",
        "市长[批评]罢工。",
        "市长[支持]罢工。",
    );
}

#[test]
fn a_huge_pair_is_one_change() {
    let (a, b) = ("oak ".repeat(3000), "elm oak ".repeat(2000));
    assert_eq!(words(&a, &b).len(), 1);
}

#[test]
fn similarity_counts_shared_words() {
    assert_eq!(similarity("", ""), 1.0);
    assert_eq!(similarity("red barn", "RED barn"), 1.0);
    assert_eq!(similarity("red barn", "blue sky"), 0.0);
    assert_eq!(similarity("red barn", "red sky"), 0.5);
}

#[test]
fn of_three_wordings_only_the_odd_one_is_marked() {
    let texts = [
        "The ferry sank.",
        "The ferry sank.",
        "The ferry capsized off Port Elm.",
    ];
    let own = own_words(&texts);
    assert!(own[0].is_empty() && own[1].is_empty());
    assert_eq!(own[2].len(), 1);
    assert_eq!(own[2][0].of(texts[2]), "capsized off Port Elm");
    assert_eq!(own_words(&texts[..1]), [vec![]]);
}

/// Texts from few words, so that the two share much, with typography thrown in.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the ",
        "of ",
        "and ",
        "Harbour ",
        "strike",
        "’s",
        ", ",
        "“",
        "19 ",
        "$1.2bn ",
        "市长",
        "é",
        "e\u{301} ",
        "\u{a0}",
        "\u{200b}",
        "—",
        ".",
        "  ",
        "ferry ",
        "Ferry ",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn changes_cover_both_texts(a in text(), b in text()) {
        let found = words(&a, &b);
        let joined = |side: fn(&super::Change) -> crate::text::Span, text: &str| {
            let mut at = 0;
            for change in &found {
                assert_eq!(side(change).start, at);
                at = side(change).end;
            }
            assert_eq!(at, text.len());
            assert!(found.iter().all(|c| text.get(side(c).start..side(c).end).is_some()));
        };
        joined(|c| c.a, &a);
        joined(|c| c.b, &b);
    }

    #[test]
    fn equal_runs_fold_to_the_same_and_alternate(a in text(), b in text()) {
        let found = words(&a, &b);
        let bare = |text: &str| fold(text).replace(' ', "");
        for change in &found {
            let same = bare(change.a.of(&a)) == bare(change.b.of(&b));
            prop_assert!(change.op != Op::Equal || same, "{:?}", change);
        }
        for pair in found.windows(2) {
            prop_assert!((pair[0].op == Op::Equal) != (pair[1].op == Op::Equal));
        }
    }

    #[test]
    fn swapping_the_texts_mirrors_the_changes(a in text(), b in text()) {
        let mirrored: Vec<_> = words(&b, &a).into_iter().map(|c| (c.b, c.a)).collect();
        let straight: Vec<_> = words(&a, &b).into_iter().map(|c| (c.a, c.b)).collect();
        prop_assert_eq!(straight, mirrored);
    }
}
