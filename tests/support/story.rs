//! Makes stories by hand: articles, and the links, rows and findings that a test needs.

use parallax::model::{
    Absence, Article, ArticleId, Block, BlockRole, Comparison, Evidence, EvidenceKind, Finding,
    FindingId, FindingKind, Link, LinkVerdict, Nearest, Place, Quote, QuoteId, QuoteKind, Reading,
    Reason, Row, RowId, RowVerdict, Sentence, SentenceId, Severity, Speaker,
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
        blocks.push(Block {
            span,
            line,
            role,
            quoted: false,
        });
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
        reading: Reading::default(),
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
        values: Vec::new(),
        importance: None,
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
            kind: EvidenceKind::Context,
            text: why.to_owned(),
            weight: score / 2.0,
        }],
    });
    story.links.sort_by_key(|link| (link.a, link.b));
}

/// Says which sentence comes nearest to what an article does not tell.
pub(crate) fn nearest(story: &mut Comparison, row: RowId, sentence: &str, score: f64, why: &str) {
    let sentence = id(sentence);
    let nearest = Nearest {
        sentence,
        score,
        absence: Absence::of(score, story.settings.unsure),
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

/// Adds a quote of Ilse Brandt's.
pub(crate) fn quote(
    story: &mut Comparison,
    sentence: &str,
    words: &str,
    kind: QuoteKind,
) -> QuoteId {
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
        preposition: None,
        continued: false,
    };
    story.facts.quotes.push(quote);
    QuoteId(story.facts.quotes.len() as u32 - 1)
}
