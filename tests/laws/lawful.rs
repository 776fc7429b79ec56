//! The laws that a comparison keeps by itself.

use parallax::model::{
    Article, ArticleId, BlockRole, Comparison, FindingId, FindingKind, Row, RowId, RowVerdict,
    SentenceId,
};
use parallax::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Every law that a comparison keeps by itself.
pub(crate) fn lawful(story: &Comparison) {
    for article in &story.articles {
        blocks_and_sentences_fit(article);
    }
    spans_fit(story);
    every_sentence_has_its_row(story);
    rows_name_every_article(story);
    findings_and_rows_agree(story);
    links_are_in_order(story);
}

/// That a span covers a piece of the text, on character boundaries.
fn fits(article: &Article, span: Span, what: &str) {
    let piece = article.text.get(span.start..span.end);
    assert!(
        piece.is_some_and(|it| !it.is_empty()),
        "{what}: {span:?} of {:?}",
        article.text
    );
}

fn blocks_and_sentences_fit(article: &Article) {
    let mut last = 0;
    for block in &article.blocks {
        fits(article, block.span, "block");
        assert!(block.span.start >= last, "blocks overlap");
        let between = &article.text[last..block.span.start];
        assert!(
            between.chars().all(|c| c == '\n'),
            "{between:?} lies between blocks"
        );
        last = block.span.end;
    }
    assert!(article.text[last..].chars().all(|c| c == '\n'));
    let unsafe_char = |c: char| c.is_control() && c != '\n' || "\u{202e}\u{202d}".contains(c);
    assert!(!article.text.contains(unsafe_char), "{:?}", article.text);

    let bodies = || {
        article
            .blocks
            .iter()
            .filter(|it| it.role == BlockRole::Body)
    };
    for pair in article.sentences.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "sentences overlap");
        assert!(pair[0].paragraph <= pair[1].paragraph);
    }
    for sentence in &article.sentences {
        fits(article, sentence.span, "sentence");
        assert_eq!(sentence.span.trim(&article.text), sentence.span);
        let homes = bodies().filter(|block| block.span.contains(sentence.span));
        assert_eq!(homes.count(), 1, "{:?}", article.slice(sentence.span));
    }
    for block in bodies() {
        let inside = article
            .sentences
            .iter()
            .filter(|it| block.span.contains(it.span));
        let mut at = block.span.start;
        for sentence in inside {
            let gap = &article.text[at..sentence.span.start];
            assert!(gap.trim().is_empty(), "{gap:?} lies in no sentence");
            at = sentence.span.end;
        }
        let rest = &article.text[at..block.span.end];
        assert!(rest.trim().is_empty(), "{rest:?} lies in no sentence");
    }
}

fn spans_fit(story: &Comparison) {
    let inside = |sentence: SentenceId, span: Span, what: &str| {
        let article = story.article(sentence.article);
        fits(article, span, what);
        let of = article.sentences[sentence.index as usize].span;
        let words = article.slice(span);
        assert!(
            of.contains(span),
            "{what} {words:?} sticks out of {sentence}"
        );
    };
    for fact in &story.facts.facts {
        inside(fact.sentence, fact.span, "fact");
    }
    assert!(
        story
            .facts
            .facts
            .is_sorted_by_key(|it| (it.sentence, it.span.start))
    );
    for quote in &story.facts.quotes {
        inside(quote.sentence, quote.span, "quote");
        if let Some(span) = quote.speaker.as_ref().and_then(|it| it.span) {
            fits(story.article(quote.sentence.article), span, "speaker");
        }
    }
    assert!(
        story
            .facts
            .quotes
            .is_sorted_by_key(|it| (it.sentence, it.span.start))
    );
    for place in story.findings.iter().flat_map(|it| &it.places) {
        fits(story.article(place.article), place.span, "place");
    }
    for article in &story.articles {
        if let Some(headline) = article.headline {
            fits(article, headline, "headline");
        }
    }
}

fn every_sentence_has_its_row(story: &Comparison) {
    let mut rows: BTreeMap<SentenceId, usize> = BTreeMap::new();
    for sentence in story.rows.iter().flat_map(Row::sentences) {
        *rows.entry(sentence).or_default() += 1;
    }
    let sentences = story.articles.iter().flat_map(Article::sentence_ids);
    let once: BTreeMap<SentenceId, usize> = sentences.map(|id| (id, 1)).collect();
    assert_eq!(rows, once);
}

fn rows_name_every_article(story: &Comparison) {
    let all: Vec<ArticleId> = story.articles.iter().map(|it| it.id).collect();
    for row in &story.rows {
        let told = row.cells.keys().chain(row.elsewhere.keys());
        let mut named: Vec<ArticleId> = told.chain(&row.omitted_by).copied().collect();
        let open = row.nearest.keys().filter(|it| !row.omitted_by.contains(it));
        named.extend(open);
        named.sort_unstable();
        assert_eq!(named, all, "{row:?}");
        for (article, cell) in &row.cells {
            assert!(!cell.is_empty() && cell.is_sorted());
            assert!(cell.iter().all(|sentence| sentence.article == *article));
        }
        let own = |(article, sentence): (&ArticleId, &SentenceId)| sentence.article == *article;
        assert!(row.elsewhere.iter().all(own));
        match row.verdict {
            RowVerdict::Agree => assert_eq!(row.tellers(), all.len(), "{row:?}"),
            RowVerdict::Single => assert_eq!(row.tellers(), 1, "{row:?}"),
            RowVerdict::Partial => assert!((2..all.len()).contains(&row.tellers()), "{row:?}"),
            RowVerdict::Diverge | RowVerdict::Unsure => {}
        }
        for (article, nearest) in &row.nearest {
            assert_eq!(nearest.sentence.article, *article);
            assert!(!row.cells.contains_key(article), "{row:?}");
            assert!((0.0..=1.0).contains(&nearest.score));
        }
    }
}

fn findings_and_rows_agree(story: &Comparison) {
    for (id, row) in (0..).map(RowId).zip(&story.rows) {
        for finding in &row.findings {
            assert_eq!(story.finding(*finding).row, id);
        }
    }
    for (id, finding) in (0..).map(FindingId).zip(&story.findings) {
        let row = story.row(finding.row);
        assert!(row.findings.contains(&id), "{finding:?} is not in its row");
        assert!(!finding.why.is_empty() && !finding.why.contains('\n'));
        assert!(!finding.articles.is_empty());
        if finding.kind == FindingKind::Omission {
            let omitting = |article| row.omitted_by.contains(article);
            assert!(finding.articles.iter().all(omitting), "{finding:?}");
        }
    }
}

fn links_are_in_order(story: &Comparison) {
    assert!(story.links.is_sorted_by(|a, b| (a.a, a.b) < (b.a, b.b)));
    for link in &story.links {
        assert!(link.a.article < link.b.article, "{link:?}");
        assert!((0.0..=1.0).contains(&link.score), "{link:?}");
        assert!(
            !link.evidence.is_empty() && !link.why().is_empty(),
            "{link:?}"
        );
    }
}

/// That no sentence is a copy in two groups.
pub(super) fn copies_have_one_origin(story: &Comparison) {
    let copies = story.shared_origin.iter().flatten();
    let distinct: BTreeSet<SentenceId> = copies.clone().copied().collect();
    assert_eq!(copies.count(), distinct.len(), "{:?}", story.shared_origin);
}
