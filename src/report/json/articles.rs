//! Articles, as they were read.

use crate::model::{
    Article, ArticleId, BlockRole, Day, Fact, FactKind, Facts, Qualifier, Reason, SentenceId, Unit,
    Value,
};
use crate::text::Span;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ArticleView<'a> {
    id: ArticleId,
    outlet: &'a str,
    headline: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<&'a str>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    blocks: Vec<BlockView>,
    sentences: Vec<SentenceView<'a>>,
    furniture: Vec<FurnitureView<'a>>,
    facts: Vec<FactView<'a>>,
}

#[derive(Serialize)]
struct BlockView {
    role: &'static str,
    span: Span,
    line: u32,
}

#[derive(Serialize)]
struct SentenceView<'a> {
    id: SentenceId,
    paragraph: u32,
    text: &'a str,
    span: Span,
    line: u32,
}

#[derive(Serialize)]
struct FurnitureView<'a> {
    text: &'a str,
    span: Span,
    line: u32,
    reason: Reason,
}

#[derive(Serialize)]
struct FactView<'a> {
    kind: FactKind,
    text: &'a str,
    value: ValueView<'a>,
    sentence: SentenceId,
    span: Span,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueView<'a> {
    Amount {
        number: f64,
        to: Option<f64>,
        unit: &'a Unit,
        qualifier: Qualifier,
    },
    Day {
        year: Option<i16>,
        month: Option<u8>,
        day: Option<u8>,
        weekday: Option<u8>,
    },
    Name(&'a str),
}

/// All articles with their facts.
pub(super) fn views<'a>(
    articles: &'a [Article],
    facts: &'a Facts,
    with_text: bool,
) -> Vec<ArticleView<'a>> {
    articles
        .iter()
        .map(|article| view(article, facts, with_text))
        .collect()
}

fn view<'a>(article: &'a Article, facts: &'a Facts, with_text: bool) -> ArticleView<'a> {
    let sentences = article.sentence_ids().zip(&article.sentences);
    let own = facts.facts.iter();
    ArticleView {
        id: article.id,
        outlet: &article.outlet,
        headline: article.headline(),
        byline: article.byline.as_deref(),
        published: article.published.as_deref(),
        url: article.url.as_deref(),
        language: article.language.as_deref(),
        source: &article.source,
        text: with_text.then_some(&article.text),
        blocks: article
            .blocks
            .iter()
            .map(|block| BlockView {
                role: role(block.role),
                span: block.span,
                line: block.line,
            })
            .collect(),
        sentences: sentences
            .map(|(id, sentence)| SentenceView {
                id,
                paragraph: sentence.paragraph,
                text: article.slice(sentence.span),
                span: sentence.span,
                line: sentence.line,
            })
            .collect(),
        furniture: article
            .furniture()
            .map(|(block, reason)| FurnitureView {
                text: article.slice(block.span),
                span: block.span,
                line: block.line,
                reason,
            })
            .collect(),
        facts: own
            .filter(|fact| fact.sentence.article == article.id)
            .map(|fact| FactView {
                kind: fact.kind,
                text: article.slice(fact.span),
                value: value(fact),
                sentence: fact.sentence,
                span: fact.span,
            })
            .collect(),
    }
}

const fn role(role: BlockRole) -> &'static str {
    match role {
        BlockRole::Headline => "headline",
        BlockRole::Byline => "byline",
        BlockRole::Body => "body",
        BlockRole::Furniture(_) => "furniture",
    }
}

fn value(fact: &Fact) -> ValueView<'_> {
    match &fact.value {
        Value::Amount(amount) => ValueView::Amount {
            number: amount.number,
            to: amount.to,
            unit: &amount.unit,
            qualifier: amount.qualifier,
        },
        Value::Day(Day {
            year,
            month,
            day,
            weekday,
        }) => ValueView::Day {
            year: *year,
            month: *month,
            day: *day,
            weekday: *weekday,
        },
        Value::Name(name) => ValueView::Name(name),
    }
}
