//! The matrix: a line a piece of the story, a column an outlet.

use super::{class, name, sign};
use crate::model::{ArticleId, Comparison, Row, SentenceId};
use crate::report::Look;
use crate::report::phrases::rows;
use crate::survey::{Told, told};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// So many letters of a passage are enough to know it again.
const GIST: usize = 72;
/// So many letters of what an outlet tells differently are shown.
const WORDS: usize = 24;

/// All rows that are shown.
pub(super) fn section(comparison: &Comparison, look: &Look) -> Markup {
    let origins = origins(comparison);
    html! {
        section #matrix aria-labelledby="matrix-title" {
            h2 #matrix-title { "Who tells what" }
            ul.legend {
                @for sign in ["= alike", "≠ differently", "● alone", "≡ the same text, one voice",
                    "↗ in another row", "? perhaps", "· not told"] {
                    li { (sign) }
                }
            }
            details open[comparison.rows.len() <= 60] {
                summary { "Matrix of " (comparison.rows.len()) " pieces and " (comparison.articles.len()) " outlets" }
                div.scroll role="region" aria-label="Matrix of pieces and outlets" tabindex="0" {
                    table.grid {
                        thead {
                            tr {
                                th scope="col" { "piece" }
                                @for article in &comparison.articles { th scope="col" { (name(article)) } }
                            }
                        }
                        tbody {
                            @for (id, row) in rows(comparison).filter(|(id, row)| look.shows_row(comparison, *id, row)) {
                                tr.(class(row.verdict)) {
                                    th scope="row" {
                                        (sign(row.verdict)) " "
                                        a href={ "#row-" (id) } { (id) } " "
                                        bdi { (gist(comparison, row)) }
                                    }
                                    @for article in &comparison.articles {
                                        (cell(comparison, &origins, row, article.id))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The articles that print each sentence that several print.
fn origins(comparison: &Comparison) -> BTreeMap<SentenceId, Vec<ArticleId>> {
    let groups = comparison.shared_origin.iter();
    let members = groups.flat_map(|group| {
        let articles: Vec<_> = group.iter().map(|id| id.article).collect();
        group.iter().map(move |id| (*id, articles.clone()))
    });
    members.collect()
}

/// How one outlet tells a row.
fn cell(
    comparison: &Comparison,
    origins: &BTreeMap<SentenceId, Vec<ArticleId>>,
    row: &Row,
    article: ArticleId,
) -> Markup {
    let copied = |id| {
        let printing = origins.get(&id).into_iter().flatten();
        printing.into_iter().any(|it| *it != article)
    };
    let first = row.cells.get(&article).and_then(|ids| ids.first());
    let at = |id: SentenceId| {
        let sentence = comparison.article(article).sentences.get(id.index as usize);
        format!("¶{}", sentence.map_or(0, |sentence| sentence.paragraph + 1))
    };
    let place = || first.map_or_else(String::new, |id| at(*id));
    let told = told(comparison, row, article, copied);
    if told == Told::Not {
        return html! { td.no { "·" } };
    }
    let (sign, said, words) = match told {
        Told::Alike => ("=", "alike", place()),
        Told::Differently(finding) => {
            let own = finding.places.iter().find(|place| place.article == article);
            let words = own.map(|it| comparison.article(article).slice(it.span));
            let fits = |words: &&str| !words.is_empty() && words.chars().count() <= WORDS;
            let words = words.filter(fits).unwrap_or(finding.kind.words());
            ("≠", "differently", words.to_owned())
        }
        Told::Alone => ("●", "alone", place()),
        Told::Copied => ("≡", "the same text", place()),
        Told::Unsure => ("?", "perhaps", place()),
        Told::Elsewhere(id) => ("↗", "in another row", at(id)),
        Told::Perhaps => ("?", "perhaps", String::new()),
        Told::Not => ("·", "not told", String::new()),
    };
    html! {
        td.differs[sign == "≠"] {
            span aria-hidden="true" { (sign) } span.vh { (said) }
            @if !words.is_empty() { " " bdi { (words) } }
        }
    }
}

/// The beginning of a row's first passage.
fn gist(comparison: &Comparison, row: &Row) -> String {
    let text = row
        .sentences()
        .next()
        .map_or("", |id| comparison.sentence(id));
    let mut gist: String = text.chars().take(GIST).collect();
    if gist.len() < text.len() {
        gist.push('…');
    }
    gist
}
