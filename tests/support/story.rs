//! Stories made by hand: invented outlets, and the links, rows and findings that a test needs.

use parallax::model::{
    Article, ArticleId, Block, BlockRole, Comparison, Evidence, EvidenceKind, Finding, FindingId,
    FindingKind, Link, LinkVerdict, Nearest, Place, Quote, QuoteId, QuoteKind, Reason, Relation,
    Row, RowId, RowVerdict, SameQuote, Sentence, SentenceId, Severity, Speaker, Warning,
};
use parallax::text::Span;
use std::collections::BTreeMap;

/// An article: its headline, its paragraphs (sentences divided by `|`), its furniture.
pub(crate) fn article(
    id: u32,
    outlet: &str,
    headline: &str,
    body: &[&str],
    aside: &[&str],
) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let mut sentences = Vec::new();
    let mut line = 1;
    let mut add = |text: &mut String, block: &str, role: BlockRole| {
        if !text.is_empty() {
            text.push('\n');
        }
        let span = Span::new(text.len(), text.len() + block.len());
        text.push_str(block);
        blocks.push(Block { span, line, role });
        line += 2;
        span
    };
    let headline = add(&mut text, headline, BlockRole::Headline);
    for (paragraph, body) in (0..).zip(body) {
        let parts: Vec<&str> = body.split('|').collect();
        let mut at = add(&mut text, &parts.join(" "), BlockRole::Body).start;
        for part in parts {
            sentences.push(Sentence {
                paragraph,
                span: Span::new(at, at + part.len()),
                line: 3 + paragraph * 2,
            });
            at += part.len() + 1;
        }
    }
    for (n, block) in aside.iter().enumerate() {
        let reason = if n == 0 {
            Reason::SectionHeading
        } else {
            Reason::HeadlineList
        };
        add(&mut text, block, BlockRole::Furniture(reason));
    }
    Article {
        id: ArticleId(id),
        outlet: outlet.to_owned(),
        source: format!("{}.txt", outlet.to_lowercase().replace(' ', "-")),
        text,
        headline: Some(headline),
        byline: None,
        published: None,
        url: None,
        language: Some("en".to_owned()),
        blocks,
        sentences,
    }
}

/// The sentence of a name such as `A3`.
pub(crate) fn id(name: &str) -> SentenceId {
    let letter = name.as_bytes()[0] - b'A';
    let number: u32 = name[1..].parse().unwrap();
    SentenceId::new(ArticleId(u32::from(letter)), number - 1)
}

/// Adds a row of the sentences named, e.g. `"A1 B2 B3"`; articles that stand in no cell omit it.
pub(crate) fn row(story: &mut Comparison, verdict: RowVerdict, cells: &str, why: &str) -> RowId {
    let mut row = Row {
        verdict,
        cells: BTreeMap::new(),
        elsewhere: BTreeMap::new(),
        omitted_by: Vec::new(),
        nearest: BTreeMap::new(),
        findings: Vec::new(),
        why: why.to_owned(),
    };
    for sentence in cells.split_whitespace().map(id) {
        row.cells
            .entry(sentence.article)
            .or_default()
            .push(sentence);
    }
    row.omitted_by = (0..story.articles.len() as u32)
        .map(ArticleId)
        .filter(|article| !row.cells.contains_key(article))
        .collect();
    story.rows.push(row);
    RowId(story.rows.len() as u32 - 1)
}

/// Adds a finding about words of some articles, e.g. `&[("A", "ten days"), ("B", "two weeks")]`.
pub(crate) fn finding(
    story: &mut Comparison,
    row: RowId,
    kind: FindingKind,
    words: &[(&str, &str)],
    why: &str,
) {
    let places: Vec<Place> = words
        .iter()
        .map(|(letter, words)| {
            let article = ArticleId(u32::from(letter.as_bytes()[0] - b'A'));
            let text = &story.article(article).text;
            let start = text
                .rfind(words)
                .unwrap_or_else(|| panic!("{words:?} is not in {letter}"));
            Place {
                article,
                span: Span::new(start, start + words.len()),
            }
        })
        .collect();
    let articles = if kind == FindingKind::Omission {
        story.row(row).omitted_by.clone()
    } else {
        places.iter().map(|place| place.article).collect()
    };
    story.rows[row.index()]
        .findings
        .push(FindingId(story.findings.len() as u32));
    story.findings.push(Finding {
        kind,
        severity: Severity::Notable,
        row,
        articles,
        places,
        why: why.to_owned(),
    });
}

/// Adds a link with one piece of evidence.
pub(crate) fn link(
    story: &mut Comparison,
    a: &str,
    b: &str,
    score: f64,
    verdict: LinkVerdict,
    why: &str,
) {
    story.links.push(Link {
        a: id(a),
        b: id(b),
        score,
        verdict,
        evidence: vec![Evidence {
            kind: EvidenceKind::Words,
            text: "rare words".to_owned(),
            weight: score / 2.0,
        }],
        why: why.to_owned(),
    });
    story.links.sort_by_key(|link| (link.a, link.b));
}

/// Says which sentence comes nearest to what an article does not tell.
pub(crate) fn nearest(story: &mut Comparison, row: RowId, sentence: &str, score: f64, why: &str) {
    let sentence = id(sentence);
    let nearest = Nearest {
        sentence,
        score,
        why: why.to_owned(),
    };
    story.rows[row.index()]
        .nearest
        .insert(sentence.article, nearest);
}

/// Says that an article tells a row in a sentence of another row.
pub(crate) fn elsewhere(story: &mut Comparison, row: RowId, sentence: &str) {
    let sentence = id(sentence);
    let row = &mut story.rows[row.index()];
    row.omitted_by
        .retain(|article| *article != sentence.article);
    row.elsewhere.insert(sentence.article, sentence);
}

fn quote(story: &mut Comparison, sentence: &str, words: &str, kind: QuoteKind) -> QuoteId {
    let sentence = id(sentence);
    let text = &story.article(sentence.article).text;
    let start = text
        .find(words)
        .unwrap_or_else(|| panic!("{words:?} is not in {sentence}"));
    let quote = Quote {
        sentence,
        span: Span::new(start, start + words.len()),
        kind,
        speaker: Some(Speaker {
            name: "Ilse Brandt".to_owned(),
            span: None,
        }),
        verb: Some("said".to_owned()),
        venue: None,
        continued: false,
    };
    story.facts.quotes.push(quote);
    QuoteId(story.facts.quotes.len() as u32 - 1)
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
        ..Comparison::default()
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
    let mut story = Comparison::default();
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
