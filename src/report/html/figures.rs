//! What can be counted, as tables and drawings.

use super::{class, name, row_link};
use crate::model::{Comparison, RowVerdict, SentenceId};
use crate::report::phrases;
use crate::report::summary::Summary;
use crate::survey::Figures;
use maud::{Markup, html};

/// How wide drawings are, in their own units.
const WIDE: f64 = 100.0;

/// The shares of the verdicts as one bar.
pub(super) fn tally(counts: &[(RowVerdict, usize)]) -> Markup {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let share = |count: usize| count as f64 / all.max(1) as f64 * WIDE;
    let mut from = 0;
    let parts = counts.iter().map(|(verdict, count)| {
        from += count;
        (*verdict, share(from - count), share(*count))
    });
    html! {
        svg.bar viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" {
            @for (verdict, x, width) in parts {
                rect.(class(verdict)) x=(number(x)) y="0" width=(number(width)) height="2" {}
            }
        }
    }
}

/// Counts and shares, outlet by outlet, and where pieces stand.
pub(super) fn section(comparison: &Comparison, summary: &Summary<'_>) -> Markup {
    let figures = Figures::new(comparison);
    html! {
        section #figures aria-labelledby="figures-title" {
            h2 #figures-title { "Coverage" }
            (counts(summary))
            (agreement(comparison, &figures))
            (shifts(comparison, &figures))
            (words(comparison, &figures))
        }
    }
}

/// The counts, outlet by outlet.
pub(super) fn counts(summary: &Summary<'_>) -> Markup {
    html! {
        div.scroll role="region" aria-label="Counts by outlet" tabindex="0" {
            table.grid {
                caption.vh { "Counts by outlet" }
                thead {
                    tr {
                        @for head in ["outlet", "words", "sentences", "told by others too", "stated by it alone",
                            "stated by others only", "findings", "set aside"] {
                            th scope="col" { (head) }
                        }
                    }
                }
                tbody {
                    @for it in &summary.articles {
                        tr {
                            th scope="row" { b.letter { (it.id) } " " bdi.name { (it.outlet) } }
                            td { (it.words) }
                            td { (it.sentences) }
                            td.drawn { (share(it.coverage)) (percent(it.coverage)) }
                            td { (it.alone) }
                            td { (it.omits) }
                            td { (it.findings) }
                            td { (percent(it.furniture)) }
                        }
                    }
                }
            }
        }
    }
}

/// Which part of each outlet's sentences each other one tells.
fn agreement(comparison: &Comparison, figures: &Figures) -> Markup {
    html! {
        @if comparison.articles.len() > 2 {
            h3 { "Who tells what of whom" }
            p.legend { "How much of the outlet on the left each other one tells too." }
            div.scroll role="region" aria-label="Shared sentences by outlet" tabindex="0" {
                table.grid {
                    thead {
                        tr {
                            th scope="col" { "of" }
                            @for article in &comparison.articles { th scope="col" { (name(article)) } }
                        }
                    }
                    tbody {
                        @for (article, shares) in comparison.articles.iter().zip(&figures.told_by) {
                            tr {
                                th scope="row" { (name(article)) }
                                @for (other, part) in comparison.articles.iter().zip(shares) {
                                    @if other.id == article.id { td.no { "–" } }
                                    @else { td.drawn { (share(*part)) (percent(*part)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Pieces that stand on top in one article and far down in another.
fn shifts(comparison: &Comparison, figures: &Figures) -> Markup {
    let depth = |id: SentenceId| {
        let sentences = comparison.article(id.article).sentences.len();
        f64::from(id.index) / sentences.saturating_sub(1).max(1) as f64
    };
    html! {
        @if !figures.shifts.is_empty() {
            h3 { "First in one, far down in another" }
            ul.shifts {
                @for shift in &figures.shifts {
                    @let [first, last] = shift.places;
                    li {
                        svg.line viewBox="0 0 100 8" aria-hidden="true" {
                            line x1="4" x2="96" y1="4" y2="4" {}
                            circle cx=(number(4.0 + 92.0 * depth(first))) cy="4" r="3" {}
                            circle.late cx=(number(4.0 + 92.0 * depth(last))) cy="4" r="2.5" {}
                        }
                        " " (name(comparison.article(first.article))) " " (phrases::place(comparison, first))
                        ", " (name(comparison.article(last.article))) " " (phrases::place(comparison, last))
                        ": " bdi { (comparison.sentence(first)) } " " (row_link(shift.row))
                    }
                }
            }
        }
    }
}

/// The words that set each outlet apart.
fn words(comparison: &Comparison, figures: &Figures) -> Markup {
    html! {
        @if figures.words.iter().any(|words| !words.is_empty()) {
            h3 { "Words that set an outlet apart" }
            dl.words {
                @for (article, words) in comparison.articles.iter().zip(&figures.words) {
                    @if !words.is_empty() {
                        dt { (name(article)) }
                        dd lang=[article.language.as_deref()] dir="auto" {
                            (words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(", "))
                        }
                    }
                }
            }
        }
    }
}

/// A share as a bar.
fn share(part: f64) -> Markup {
    html! {
        svg.share viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
            rect.all x="0" y="0" width="100" height="10" {}
            rect.part x="0" y="0" width=(number(part * WIDE)) height="10" {}
        }
    }
}

fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

/// A length in a drawing.
fn number(length: f64) -> String {
    format!("{length:.2}")
}
