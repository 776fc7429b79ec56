//! What headlines set in quotation marks, their numbers and their words, against the texts.

use parallax::model::{ArticleId, Comparison, FindingKind, RowVerdict, Settings};
use parallax::survey::headline_notes;
use parallax::{load, pipeline};

const TOLD: &str = "Port Sella closed its ferry pier on Monday after cracks were found in it.\n\n\
    “The pier is tired, and so are its guards, but nobody will lose a job over it,” said the mayor, Ann \
    Lee, on Tuesday.\n\n\
    The repair takes until spring, and Lee called the wait a nuisance. \
    “We will wait,” she said. “Nobody will like it.”\n";

const OTHER: &str = "Cracks have closed the ferry pier of Port Sella, the mayor said on Monday.\n\n\
    Ann Lee told reporters: “We will not open it for one rotten winter.”\n\n\
    Repairs are to last until the spring.\n";

/// The story of [`TOLD`] below a headline and [`OTHER`] below a plain one.
fn story(headline: &str) -> Comparison {
    let texts = [
        ("harbour-post.txt", format!("{headline}\n\n{TOLD}")),
        ("elm-times.txt", format!("Pier closed\n\n{OTHER}")),
    ];
    let read = |(n, (name, text)): (u32, (&str, String))| {
        load::article(ArticleId(n), name, None, text.as_bytes()).unwrap()
    };
    let articles = (0..).zip(texts).map(read).collect();
    pipeline::compare(articles, Vec::new(), &Settings::default())
}

#[test]
fn a_headline_says_whose_words_it_quotes_and_where_they_stand() {
    for (headline, said) in [
        (
            "‘Nobody will lose a job’ over pier, says mayor",
            "“Nobody will lose a job”: Ann Lee, ¶2",
        ),
        (
            "Mayor: \"Nobody should lose a job over it\"",
            "“Nobody should lose a job over it”: Ann Lee, ¶2, “nobody will lose a job over it”",
        ),
        (
            "‘We will wait. Nobody will like it’: mayor on pier",
            "“We will wait. Nobody will like it”: Ann Lee, ¶3, “We will wait,” she said. “Nobody will \
             like it”",
        ),
        (
            "Mayor says closed pier is ‘a nuisance’",
            "“a nuisance”: ¶3, without quotation marks",
        ),
        (
            "Pier shut for ‘one rotten winter’",
            "“one rotten winter”: not in its text; Ann Lee, elm-times ¶2",
        ),
        (
            "‘A scandal from start to end’: anger at pier closure",
            "“A scandal from start to end”: no text quotes these words",
        ),
    ] {
        let notes = headline_notes(&story(headline), ArticleId(0));
        let said = format!("in its headline {said}");
        assert_eq!(notes.first(), Some(&said));
    }
    let plain = story("Mayor’s pier and the ferry’s winter");
    assert!(headline_notes(&plain, ArticleId(0)).is_empty());
}

#[test]
fn a_name_that_the_text_has_without_marks_is_nobody_s_words() {
    let story = story("Cracks close ‘ferry’ pier of Port Sella");
    assert!(headline_notes(&story, ArticleId(0)).is_empty());
}

/// The findings about the headline: kind and reason.
fn found(story: &Comparison) -> Vec<(FindingKind, &str)> {
    let about = story
        .findings
        .iter()
        .filter(|it| it.why.contains("’s headline →"));
    about.map(|it| (it.kind, it.why.as_str())).collect()
}

#[test]
fn a_headline_with_other_words_alters_the_quotation() {
    let story = story("Mayor: ‘Nobody should fear for a job over it’");
    assert_eq!(
        found(&story),
        [(
            FindingKind::QuoteAltered,
            "Ann Lee, harbour-post’s headline → its text: “Nobody should fear for a job over it” \
             → “nobody will lose a job over it”",
        )]
    );
    // One outlet in two ways: the other one has no part in it.
    let finding = story
        .findings
        .iter()
        .find(|it| it.why.contains("headline →"))
        .unwrap();
    assert_eq!(finding.articles, [ArticleId(0)]);
    assert_ne!(story.row(finding.row).verdict, RowVerdict::Diverge);
}

#[test]
fn a_headline_that_leaves_words_out_trims_the_quotation() {
    let story = story("‘The pier is tired but nobody will lose a job’: mayor");
    assert_eq!(
        found(&story),
        [(
            FindingKind::QuoteTrimmed,
            "Ann Lee, harbour-post’s headline → its text: “The pier is tired but nobody will lose \
             a job” → “The pier is tired, and so are its guards, but nobody will lose a job”",
        )]
    );
}

#[test]
fn a_headline_that_quotes_word_for_word_is_no_finding() {
    for headline in [
        "Mayor: ‘Nobody Will Lose a Job Over It’",
        "‘Nobody will lose a job over this’: mayor",
        "‘A scandal from start to end’: anger at pier closure",
    ] {
        assert_eq!(found(&story(headline)), [], "{headline}");
    }
}

/// The findings of the headline over [`TOLD`] and some more lines.
fn found_over(headline: &str, more: &str) -> Vec<String> {
    let text = format!("{headline}\n\n{TOLD}\n{more}\n");
    let read = |n, name: &str, text: &str| {
        load::article(ArticleId(n), name, None, text.as_bytes()).unwrap()
    };
    let articles = vec![
        read(0, "harbour-post.txt", &text),
        read(1, "elm-times.txt", OTHER),
    ];
    let story = pipeline::compare(articles, Vec::new(), &Settings::default());
    let found = found(&story).into_iter();
    found.map(|(_, why)| why.to_owned()).collect()
}

#[test]
fn a_headline_with_another_number_than_its_text_is_found() {
    for (headline, more, found) in [
        (
            "12 dead as pier of Port Sella falls",
            "The fall killed 14 people and hurt three.",
            "harbour-post’s headline → its text: “12 dead” → “14 people”",
        ),
        (
            "Pier repair to cost $9 million",
            "The repair of the pier is to cost $12 million, Lee said.",
            "harbour-post’s headline → its text: “$9 million” → “$12 million”",
        ),
    ] {
        assert_eq!(found_over(headline, more), [found]);
    }
}

#[test]
fn a_headline_with_a_number_that_its_text_bears_out_is_no_finding() {
    for (headline, more) in [
        (
            "At least 12 dead as pier falls",
            "The fall killed 14 people and hurt three.",
        ),
        (
            "Fourteen dead as pier falls",
            "The fall killed 14 people and hurt three.",
        ),
        (
            "14 dead, 3 hurt as pier falls",
            "The fall killed 14 people and hurt three.",
        ),
        (
            "Nearly $12m for tired pier",
            "The repair of the pier is to cost $11.9 million, Lee said.",
        ),
        // Of other things.
        (
            "12 ferries wait as pier falls",
            "The fall killed 14 people and hurt three.",
        ),
        (
            "Two pier guards sent home",
            "The fall killed 14 people and hurt three guards of another pier.",
        ),
        (
            "Lee’s party sells 38% of Port Sella pier",
            "The pier of Port Sella earned Lee’s party 17% more.",
        ),
        (
            "Pier closed in 2019 is closed again",
            "The repair of 2016 had cost $12 million.",
        ),
    ] {
        assert_eq!(found_over(headline, more), [""; 0], "{headline}");
    }
}

#[test]
fn words_of_a_headline_that_the_text_does_not_have_are_told() {
    for (headline, words) in [
        ("Furious mayor slams cracked pier", vec!["Furious", "slams"]),
        (
            "Mayor’s Hawkish Bluff Over Cracking Ferry Piers",
            vec!["Hawkish Bluff"],
        ),
        ("Mayor says the pier stays closed until spring", vec![]),
        ("MAYOR’S BLUFF, U.S. PIER", vec![]),
        ("‘Hawkish bluff’ over ferry", vec![]),
    ] {
        let story = story(headline);
        let own = story.headline_words.iter();
        let own: Vec<&str> = own
            .map(|it| story.article(it.article).slice(it.span))
            .collect();
        assert_eq!(own, words, "{headline}");
    }
    let note = headline_notes(&story("Furious mayor slams cracked pier"), ArticleId(0));
    assert_eq!(
        note,
        ["in its headline, not in its text: “Furious”, “slams”"]
    );
}
