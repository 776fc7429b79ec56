//! The stories that the tests of the screen look at.

use super::story::{article, elsewhere, finding, link, nearest, quote, row};
use parallax::model::{
    ArticleId, Comparison, FindingKind, LinkVerdict, QuoteKind, Relation, RowVerdict, SameQuote,
    Settings, Warning,
};

/// Nothing, compared with thresholds that stay the same when the engine is tuned.
pub(crate) fn empty() -> Comparison {
    Comparison {
        settings: Settings {
            confident: 0.4,
            unsure: 0.2,
            ..Settings::default()
        },
        ..Comparison::default()
    }
}

/// Two outlets on a bridge that is closed: every kind of row, and most kinds of findings.
pub(crate) fn bridge() -> Comparison {
    let mut story = Comparison {
        articles: vec![
            article(
                0,
                "Harbour Post",
                "Old Mill Bridge to close for ten days of repairs",
                &[
                    "The Old Mill Bridge will be closed for ten days from Monday, the city council said on Friday.",
                    "\"We found cracks in two of the main beams and cannot take any risk,\" said Ilse Brandt, the city engineer.|She added that nobody had been hurt.",
                    "About 14,000 cars cross the bridge every day.",
                    "The ferry will run every twenty minutes and will be free of charge.",
                    "Repairs are expected to cost 2.4 million crowns.",
                    "Councillor Piet Vos called the closure a disgrace.",
                ],
                &[
                    "Latest news",
                    "Ferry captain wins regatta",
                    "New menu at the harbour café",
                ],
            ),
            article(
                1,
                "Daily Tide",
                "Cracks shut Old Mill Bridge",
                &[
                    "Old Mill Bridge will be closed for two weeks from Monday, the city council said.",
                    "\"We found cracks in the main beams and will not take any risk,\" said city engineer Ilse Brandt.",
                    "Some 14,000 cars cross the bridge every day.",
                    "Drivers were told to take the ring road, which adds half an hour to the trip.",
                    "Shop owners on the left bank fear for their trade before the summer fair.",
                    "The ferry may run more often.",
                ],
                &["Read more"],
            ),
        ],
        ..empty()
    };
    bridge_rows(&mut story);
    bridge_links(&mut story);
    story
}

fn bridge_rows(story: &mut Comparison) {
    use FindingKind as Kind;
    use RowVerdict as Verdict;
    let closing = row(
        story,
        Verdict::Diverge,
        "A1 B1",
        "linked 0.74; the length of the closure differs",
    );
    let words = [("A", "ten days"), ("B", "two weeks")];
    finding(
        story,
        closing,
        Kind::Number,
        &words,
        "10 days in A, 14 days in B",
    );
    let cracks = row(
        story,
        Verdict::Diverge,
        "A2 B2",
        "linked 0.69; the quotation differs",
    );
    let words = [
        ("A", "two of the main beams and cannot take"),
        ("B", "the main beams and will not take"),
    ];
    finding(
        story,
        cracks,
        Kind::QuoteAltered,
        &words,
        "cannot take any risk / will not take any risk",
    );
    let hurt = row(story, Verdict::Single, "A3", "no sentence of B comes near");
    nearest(story, hurt, "B5", 0.06, "shares nothing but common words");
    let words = [("A", "She added that nobody had been hurt.")];
    finding(
        story,
        hurt,
        Kind::Omission,
        &words,
        "B does not state that nobody was hurt",
    );
    row(
        story,
        Verdict::Agree,
        "A4 B3",
        "linked 0.81; nothing that matters differs",
    );
    let road = row(story, Verdict::Single, "B4", "no sentence of A comes near");
    nearest(
        story,
        road,
        "A4",
        0.11,
        "shares \"cars\", not \"ring road\", \"half an hour\"",
    );
    let words = [(
        "B",
        "Drivers were told to take the ring road, which adds half an hour to the trip.",
    )];
    finding(
        story,
        road,
        Kind::Omission,
        &words,
        "A does not state the ring road",
    );
    row(
        story,
        Verdict::Unsure,
        "A5 B6",
        "0.24: between unsure 0.20 and confident 0.30",
    );
    let cost = row(story, Verdict::Single, "A6", "no sentence of B comes near");
    let words = [("A", "Repairs are expected to cost 2.4 million crowns.")];
    finding(
        story,
        cost,
        Kind::Omission,
        &words,
        "B does not state the cost",
    );
    let trade = row(story, Verdict::Single, "B5", "told in A within another row");
    elsewhere(story, trade, "A7");
    row(story, Verdict::Single, "A7", "no sentence of B comes near");
}

fn bridge_links(story: &mut Comparison) {
    link(
        story,
        "A1",
        "B1",
        0.74,
        LinkVerdict::Diverge,
        "same place, day and source; 10 days is not 14 days",
    );
    link(
        story,
        "A2",
        "B2",
        0.69,
        LinkVerdict::Diverge,
        "same speaker (Brandt), most words of the quotation",
    );
    link(
        story,
        "A4",
        "B3",
        0.81,
        LinkVerdict::Agree,
        "same number of cars, same verb",
    );
    link(
        story,
        "A5",
        "B6",
        0.24,
        LinkVerdict::Unsure,
        "both are about the ferry",
    );
    let a = "We found cracks in two of the main beams and cannot take any risk";
    let b = "We found cracks in the main beams and will not take any risk";
    let members = vec![
        quote(story, "A2", a, QuoteKind::Direct),
        quote(story, "B2", b, QuoteKind::Direct),
    ];
    story.same_quotes.push(SameQuote {
        members,
        relation: Relation::Altered,
    });
}

/// A story of many outlets and sentences: row `n` holds the `n`th sentence of every article, but
/// for one that omits it in two rows of three.
pub(crate) fn large(outlets: u32, sentences: u32) -> Comparison {
    let body: Vec<String> = (0..sentences)
        .map(|n| format!("Sentence {n} says that the council met for the {n}th time to talk about the bridge, the ferry and the ring road on the left bank."))
        .collect();
    let body: Vec<&str> = body.iter().map(String::as_str).collect();
    let mut story = empty();
    for outlet in 0..outlets {
        let name = format!("Outlet {}", ArticleId(outlet));
        story
            .articles
            .push(article(outlet, &name, "The council met again", &body, &[]));
    }
    for n in 0..sentences {
        let cells: Vec<String> = (0..outlets)
            .filter(|outlet| outlets < 2 || n % 3 == 0 || *outlet != n % outlets)
            .map(|outlet| format!("{}{}", ArticleId(outlet), n + 1))
            .collect();
        let verdict = if n % 3 == 0 {
            RowVerdict::Agree
        } else {
            RowVerdict::Partial
        };
        let row = row(&mut story, verdict, &cells.join(" "), "all say the same");
        if n % 3 == 1 {
            let kind = if n % 2 == 0 {
                FindingKind::Number
            } else {
                FindingKind::Omission
            };
            finding(&mut story, row, kind, &[], "left out by one");
        }
    }
    story
}

/// The bridge with texts that no loader would let through, and a warning.
pub(crate) fn hostile() -> Comparison {
    let mut story = bridge();
    for article in &mut story.articles {
        article.outlet += "\u{1b}[31mlet\u{202e}";
        article.text = article
            .text
            .replace("Old Mill", "O\u{1b}]0;\u{7}")
            .replace("ferry", "fe\u{202e}ry");
    }
    story.warnings.push(Warning {
        source: Some("a\u{7}.txt".to_owned()),
        text: "\u{1b}[2Jgone".to_owned(),
    });
    story
}
