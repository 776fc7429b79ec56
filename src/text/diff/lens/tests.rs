use super::Lens;
use crate::text::Span;
use crate::text::diff::{Op, Text, changes, own_words_by};
use proptest::prelude::*;

const CLOSEST: Lens = Lens {
    case: false,
    punctuation: false,
    typography: false,
    forms: false,
    letters: false,
};

const LOOSEST: Lens = Lens {
    case: true,
    punctuation: true,
    typography: true,
    forms: true,
    letters: true,
};

/// Both texts with what the lens marks in brackets.
fn marked(lens: Lens, a: &str, b: &str) -> [String; 2] {
    let found = lens.changes(&Text::new(a), &Text::new(b), Some("en"));
    let mut out = [String::new(), String::new()];
    for change in found {
        for (out, text) in out.iter_mut().zip([change.a.of(a), change.b.of(b)]) {
            match change.op {
                Op::Equal => out.push_str(text),
                _ if text.is_empty() => {}
                _ => out.extend(["[", text, "]"]),
            }
        }
    }
    out
}

#[test]
fn each_nicety_counts_only_where_it_is_not_ignored() {
    let (a, b) = (
        "The mayor said: “We won’t.”",
        "the mayor says, \"We won't.\"",
    );
    let usual = Lens::default();
    assert_eq!(
        marked(usual, a, b),
        [
            "The mayor [said:] “We won’t.”",
            "the mayor [says,] \"We won't.\""
        ]
    );
    let forms = Lens {
        forms: true,
        ..usual
    };
    let (c, d) = ("The strikes ended.", "The strike is ending!");
    assert_eq!(marked(usual, c, d)[0], "The [strikes ended.]");
    assert_eq!(
        marked(forms, c, d),
        ["The strikes ended.", "The strike [is] ending!"]
    );
    let case = Lens {
        case: false,
        ..usual
    };
    assert_eq!(
        marked(case, "The mayor left.", "the mayor left.")[0],
        "[The] mayor left."
    );
    let typography = Lens {
        typography: false,
        ..usual
    };
    assert_eq!(
        marked(
            typography,
            "“We won’t go,” he said.",
            "\"we won't go,\" he said."
        )[0],
        "“We [won’t] go,” he said."
    );
}

#[test]
fn punctuation_between_words_that_are_alike_counts_where_it_is_looked_at() {
    let usual = Lens::default();
    let both = Lens {
        punctuation: false,
        typography: false,
        ..usual
    };
    assert_eq!(
        marked(both, "“We go,” he said.", "\"we go,\" he said.")[0],
        "[“]We go,[”] he said."
    );
    let marks = Lens {
        punctuation: false,
        ..usual
    };
    assert_eq!(
        marked(marks, "He left; she stayed.", "He left, she stayed!")[0],
        "He left[;] she stayed[.]"
    );
    assert_eq!(
        marked(usual, "He left; she stayed.", "He left, she stayed!")[0],
        "He left; she stayed."
    );
}

#[test]
fn letters_are_compared_inside_words_that_are_alike() {
    let letters = Lens {
        letters: true,
        ..Lens::default()
    };
    assert_eq!(
        marked(letters, "The negotiators left.", "The negotiations left."),
        ["The negotiat[or]s left.", "The negotiat[ion]s left."]
    );
    let (a, b) = ("They must reach peace.", "They must find peace.");
    assert_eq!(marked(letters, a, b)[0], "They must [reach] peace.");
    // A letter is what a reader takes for one.
    assert_eq!(
        marked(letters, "cafe\u{301}s open", "cafes open")[0],
        "caf[e\u{301}]s open"
    );
}

/// Texts from few words in several dresses.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the ",
        "The ",
        "of ",
        "and ",
        "Strike ",
        "strikes ",
        "striking ",
        "ended ",
        "ends ",
        "won’t ",
        "won't ",
        "WON’T ",
        ", ",
        "; ",
        "“",
        "\"",
        "— ",
        "- ",
        "19 ",
        "mayor ",
        "Mayors ",
        "市长",
        "cafe\u{301} ",
        "café ",
        "\u{a0}",
        ".",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn any_lens() -> impl Strategy<Value = Lens> {
    any::<[bool; 5]>().prop_map(|[case, punctuation, typography, forms, letters]| Lens {
        case,
        punctuation,
        typography,
        forms,
        letters,
    })
}

/// Whether each byte that one list of spans covers is covered by the other.
fn within(inner: &[Span], outer: &[Span]) -> bool {
    let held = |at: usize| outer.iter().any(|it| it.holds(at));
    inner.iter().all(|it| (it.start..it.end).all(held))
}

/// The same lens with more left aside.
fn looser(lens: Lens, other: Lens) -> Lens {
    Lens {
        case: lens.case || other.case,
        punctuation: lens.punctuation || other.punctuation,
        typography: lens.typography || other.typography,
        forms: lens.forms || other.forms,
        letters: lens.letters,
    }
}

proptest! {
    #[test]
    fn to_ignore_everything_marks_nothing_that_is_not_marked_without(
        texts in prop::collection::vec(text(), 2..4),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let own = |lens: Lens| own_words_by(&texts, |a, b| lens.changes(a, b, None));
        for (loose, close) in own(LOOSEST).iter().zip(own(CLOSEST)) {
            prop_assert!(within(loose, &close), "{:?} {:?}", loose, close);
        }
    }

    #[test]
    fn to_ignore_more_never_marks_more(a in text(), b in text(), one in any_lens(), two in any_lens()) {
        let (left, right) = (Text::new(&a), Text::new(&b));
        let changed = |lens: Lens| {
            let found = Lens { letters: false, ..lens }.changes(&left, &right, None);
            let found = found.into_iter().filter(|it| it.op != Op::Equal);
            found.map(|it| it.a).collect::<Vec<_>>()
        };
        prop_assert!(within(&changed(looser(one, two)), &changed(one)));
    }

    #[test]
    fn changes_cover_both_texts_and_mirror(a in text(), b in text(), lens in any_lens()) {
        let (left, right) = (Text::new(&a), Text::new(&b));
        let found = lens.changes(&left, &right, None);
        let mut at = (0, 0);
        for change in &found {
            prop_assert_eq!((change.a.start, change.b.start), at);
            prop_assert!(a.get(change.a.start..change.a.end).is_some());
            prop_assert!(b.get(change.b.start..change.b.end).is_some());
            at = (change.a.end, change.b.end);
        }
        prop_assert_eq!(at, (a.len(), b.len()));
        let mirrored: Vec<_> = lens.changes(&right, &left, None).into_iter().map(|c| (c.b, c.a)).collect();
        let straight: Vec<_> = found.into_iter().map(|c| (c.a, c.b)).collect();
        prop_assert_eq!(straight, mirrored);
    }

    #[test]
    fn with_the_niceties_of_the_engine_it_finds_what_the_engine_does(a in text(), b in text()) {
        let lens = Lens { punctuation: false, ..Lens::default() };
        let (left, right) = (Text::new(&a), Text::new(&b));
        prop_assert_eq!(lens.changes(&left, &right, None), changes(&left, &right));
    }
}
