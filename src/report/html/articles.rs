//! The articles: what they are, what was set aside of them, and what to mind first.

use super::name;
use crate::model::Comparison;
use crate::report::phrases;
use crate::report::summary::Summary;
use crate::survey::headline_notes;
use maud::{Markup, html};

/// What the reader must know before trusting the rest.
pub(super) fn warnings(comparison: &Comparison) -> Markup {
    html! {
        @if !comparison.warnings.is_empty() {
            section #warnings aria-labelledby="warnings-title" {
                h2 #warnings-title { "Mind this first" }
                ul {
                    @for warning in &comparison.warnings {
                        li dir="auto" { (phrases::warning(warning)) }
                    }
                }
            }
        }
    }
}

/// The articles with their headlines.
pub(super) fn cards(comparison: &Comparison, summary: &Summary<'_>) -> Markup {
    html! {
        section #articles aria-labelledby="articles-title" {
            h2 #articles-title .vh { "The articles" }
            ul.cards {
                @for (article, counts) in comparison.articles.iter().zip(&summary.articles) {
                    li {
                        p.who { (name(article)) }
                        p.headline lang=[article.language.as_deref()] dir="auto" {
                            (article.headline().unwrap_or("(no headline found)"))
                        }
                        @for note in headline_notes(comparison, article.id) {
                            p.imprint dir="auto" { (note) }
                        }
                        p.imprint dir="auto" { (phrases::imprint(article, counts)) }
                    }
                }
            }
            @for line in phrases::one_voice(comparison) { p.voice { (line) } }
        }
    }
}

/// What was taken for something else than the article, with the reasons.
pub(super) fn aside(comparison: &Comparison) -> Markup {
    let any = comparison
        .articles
        .iter()
        .any(|it| it.furniture().next().is_some());
    html! {
        @if any {
            section #aside aria-labelledby="aside-title" {
                h2 #aside-title { "Set aside as not the article" }
                @for article in &comparison.articles {
                    @let count = article.furniture().count();
                    @if count > 0 {
                        details {
                            summary { (name(article)) " (" (count) ")" }
                            ul {
                                @for (block, reason) in article.furniture() {
                                    li {
                                        span.reason { (reason.words()) } " "
                                        span lang=[article.language.as_deref()] dir="auto" {
                                            (article.slice(block.span))
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
}
