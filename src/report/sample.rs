//! A small story, compared by hand, for the tests of the reports.

use crate::model::{
    Absence, Amount, Article, ArticleId, Block, BlockRole, Comparison, Corrected, Evidence,
    EvidenceKind, Fact, FactKind, Facts, Finding, FindingId, FindingKind, Link, LinkVerdict,
    Nearest, Place, Qualifier, Quote, QuoteId, QuoteKind, Reading, Reason, Relation, Row, RowId,
    RowVerdict, SameQuote, Sentence, SentenceId, Settings, Severity, Speaker, Unit, Value, Warning,
};
use crate::text::Span;
use std::collections::BTreeMap;

/// An article from its headline, its paragraphs (lists of sentences) and a line of furniture.
fn article(id: u32, outlet: &str, headline: &str, body: &[&[&str]], furniture: &str) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let mut sentences = Vec::new();
    let add = |text: &mut String, piece: &str| {
        let start = text.len();
        text.push_str(piece);
        Span::new(start, text.len())
    };
    let headline = add(&mut text, headline);
    blocks.push((headline, BlockRole::Headline));
    for (paragraph, pieces) in (0..).zip(body) {
        text.push('\n');
        let start = text.len();
        for (place, piece) in pieces.iter().enumerate() {
            text.push_str(if place > 0 { " " } else { "" });
            let span = add(&mut text, piece);
            let line = paragraph + 2;
            sentences.push(Sentence {
                paragraph,
                span,
                line,
            });
        }
        blocks.push((Span::new(start, text.len()), BlockRole::Body));
    }
    if !furniture.is_empty() {
        text.push('\n');
        let span = add(&mut text, furniture);
        blocks.push((span, BlockRole::Furniture(Reason::HeadlineList)));
    }
    let blocks = (1..).zip(blocks);
    Article {
        id: ArticleId(id),
        outlet: outlet.to_owned(),
        source: format!("story/{id}.txt"),
        headline: Some(headline),
        byline: (id == 0).then(|| "Ida Brandt".to_owned()),
        published: (id == 0).then(|| "2031-03-04".to_owned()),
        url: None,
        language: Some("en".to_owned()),
        blocks: blocks
            .map(|(line, (span, role))| Block {
                span,
                line,
                role,
                quoted: false,
            })
            .collect(),
        sentences,
        text,
        reading: Reading::default(),
    }
}

fn id(name: &str) -> SentenceId {
    let (letter, number) = name.split_at(1);
    let article = u32::from(letter.as_bytes()[0] - b'A');
    SentenceId::new(ArticleId(article), number.parse::<u32>().unwrap() - 1)
}

/// Where `words` stand in an article.
fn span(article: &Article, words: &str) -> Span {
    let start = article.text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn row(verdict: RowVerdict, cells: &[&str], omitted: &[u32], near: &[(&str, f64, &str)]) -> Row {
    let mut table: BTreeMap<ArticleId, Vec<SentenceId>> = BTreeMap::new();
    for sentence in cells.iter().map(|cell| id(cell)) {
        table.entry(sentence.article).or_default().push(sentence);
    }
    let nearest = near.iter().map(|(sentence, score, why)| {
        let sentence = id(sentence);
        let (score, why) = (*score, (*why).to_owned());
        (
            sentence.article,
            Nearest {
                sentence,
                score,
                absence: Absence::of(score, 0.2),
                why,
            },
        )
    });
    Row {
        verdict,
        cells: table,
        elsewhere: BTreeMap::new(),
        omitted_by: omitted.iter().copied().map(ArticleId).collect(),
        nearest: nearest.collect(),
        findings: Vec::new(),
        why: format!("because it is {}", verdict.word()),
    }
}

fn link(a: &str, b: &str, score: f64, verdict: LinkVerdict) -> Link {
    Link {
        a: id(a),
        b: id(b),
        score,
        verdict,
        evidence: vec![Evidence {
            kind: EvidenceKind::Name,
            text: "Port Elm".to_owned(),
            weight: 0.5,
        }],
    }
}

fn quote(articles: &[Article], sentence: &str, words: &str, kind: QuoteKind) -> Quote {
    let sentence = id(sentence);
    Quote {
        sentence,
        span: span(&articles[sentence.article.index()], words),
        kind,
        speaker: Some(Speaker {
            name: "Mara Quist".to_owned(),
            span: None,
        }),
        verb: Some("said".to_owned()),
        venue: None,
        preposition: None,
        continued: false,
    }
}

fn articles() -> Vec<Article> {
    vec![
        article(
            0,
            "Harbour Post",
            "Ferry strike enters second week",
            &[
                &["Ferry crews in Port Elm stayed ashore on Monday for the eighth day."],
                &[
                    "At least 14 crossings were cancelled.",
                    "Tourists slept in the terminal.",
                ],
                &[
                    "“They must come to a settlement and halt this bitter, bitter strike,” \
                   Mayor Mara Quist said.",
                ],
                &["Talks go on tomorrow.", "No ship has left the port since."],
            ],
            "Ten beaches for a rainy day",
        ),
        article(
            1,
            "Elm Times",
            "Mayor scolds ferry crews",
            &[
                &["“They must reach a settlement and end this fierce strike,” Quist said."],
                &["Ferry crews in Port Elm stayed ashore on Monday for the eighth day."],
                &["The strike has cancelled 19 crossings."],
                &["The talks resume tomorrow."],
            ],
            "",
        ),
        article(
            2,
            "The Quay",
            "Hotels count losses",
            &[&[
                "Hoteliers put their losses at two million crowns.",
                "The ferries lie idle.",
                "Talks go on tomorrow.",
            ]],
            "",
        ),
    ]
}

fn findings(articles: &[Article]) -> Vec<Finding> {
    let place = |article: u32, words: &str| Place {
        article: ArticleId(article),
        span: span(&articles[article as usize], words),
    };
    let finding = |kind, severity, row: u32, places: Vec<Place>, why: &str| Finding {
        kind,
        severity,
        row: RowId(row),
        articles: places.iter().map(|place| place.article).collect(),
        places,
        values: Vec::new(),
        importance: None,
        why: why.to_owned(),
    };
    let lost = Finding {
        articles: vec![ArticleId(0), ArticleId(1)],
        ..finding(
            FindingKind::Omission,
            Severity::Notable,
            4,
            vec![place(
                2,
                "Hoteliers put their losses at two million crowns.",
            )],
            "A and B do not state it",
        )
    };
    vec![
        finding(
            FindingKind::QuoteAltered,
            Severity::Notable,
            0,
            vec![place(0, "They must come"), place(1, "They must reach")],
            "A “come to”, B “reach”",
        ),
        finding(
            FindingKind::Number,
            Severity::Major,
            2,
            vec![place(0, "At least 14"), place(1, "19")],
            "crossings: A at least 14, B 19",
        ),
        lost,
    ]
}

fn facts(articles: &[Article]) -> Facts {
    let number = |sentence: &str, words: &str, number: f64, qualifier| Fact {
        kind: FactKind::Quantity,
        sentence: id(sentence),
        span: span(&articles[id(sentence).article.index()], words),
        value: Value::Amount(Amount {
            number,
            to: None,
            unit: Unit::Counted("cross".to_owned()),
            qualifier,
        }),
    };
    let altered = [
        (
            "A4",
            "They must come to a settlement and halt this bitter, bitter strike",
        ),
        (
            "B1",
            "They must reach a settlement and end this fierce strike",
        ),
    ];
    Facts {
        facts: vec![
            number("A2", "At least 14 crossings", 14.0, Qualifier::AtLeast),
            number("B3", "19 crossings", 19.0, Qualifier::Exact),
        ],
        headlined: Vec::new(),
        headline_amounts: Vec::new(),
        quotes: altered
            .map(|(sentence, words)| quote(articles, sentence, words, QuoteKind::Direct))
            .into(),
    }
}

fn rows() -> Vec<Row> {
    let mut rows = vec![
        row(
            RowVerdict::Diverge,
            &["A4", "B1"],
            &[2],
            &[("C2", 0.08, "shares nothing rare")],
        ),
        row(RowVerdict::Partial, &["A1", "B2"], &[2], &[]),
        row(RowVerdict::Diverge, &["A2", "B3"], &[2], &[]),
        row(
            RowVerdict::Single,
            &["A3"],
            &[1, 2],
            &[("B2", 0.05, ""), ("C1", 0.11, "shares “slept”")],
        ),
        row(RowVerdict::Single, &["C1"], &[0, 1], &[]),
        row(RowVerdict::Agree, &["A5", "B4", "C3"], &[], &[]),
        row(RowVerdict::Unsure, &["A6", "C2"], &[], &[]),
    ];
    rows[6].elsewhere.insert(ArticleId(1), id("B2"));
    rows[0].findings = vec![FindingId(0)];
    rows[2].findings = vec![FindingId(1)];
    rows[4].findings = vec![FindingId(2)];
    rows
}

/// Three outlets on a ferry strike: a row of every verdict, quotes, a number and an omission.
pub(super) fn story() -> Comparison {
    let articles = articles();
    let start = articles[1].text.find("scolds").unwrap_or_default();
    let scolds = Place {
        article: ArticleId(1),
        span: Span::new(start, start + "scolds".len()),
    };
    Comparison {
        facts: facts(&articles),
        links: vec![
            link("A1", "B2", 0.98, LinkVerdict::Agree),
            link("A2", "B3", 0.612_345_6, LinkVerdict::Diverge),
            link("A3", "C1", 0.11, LinkVerdict::Unsure),
            link("A4", "B1", 0.7, LinkVerdict::Diverge),
        ],
        rows: rows(),
        findings: findings(&articles),
        headline_quotes: Vec::new(),
        headline_words: vec![scolds],
        same_quotes: vec![SameQuote {
            members: vec![QuoteId(0), QuoteId(1)],
            relation: Relation::Altered,
        }],
        shared_origin: vec![vec![id("A1"), id("B2")]],
        warnings: vec![Warning {
            source: Some("story/3.txt".to_owned()),
            text: "the file is empty and was left out".to_owned(),
        }],
        articles,
        settings: Settings {
            confident: 0.3,
            unsure: 0.2,
            told: 0.5,
            min_score: 0.1,
        },
        corrected: Corrected::default(),
    }
}
