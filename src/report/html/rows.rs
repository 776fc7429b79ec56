//! The passages side by side, level row by row.

use super::{MOST_COLUMNS, class, marks, name, place, row_link, sign};
use crate::model::{
    Absence, Article, Comparison, Finding, FindingKind, Row, RowId, RowVerdict, Severity,
};
use crate::report::Look;
use crate::report::corrected;
use crate::report::passage::Passage;
use crate::report::phrases::{self, rows};
use maud::{Markup, html};
use std::cmp::Reverse;

/// Of outlets that do not state a row, so many of the nearest sentences are named.
const MOST_NEAR: usize = 4;

/// So many differences are listed on top, the gravest first; the rest is folded.
const MOST_LISTED: usize = 12;

/// What differs, in a line each: the gravest first.
pub(super) fn differences(comparison: &Comparison, look: &Look) -> Markup {
    let mut found: Vec<_> = rows(comparison)
        .flat_map(|(id, row)| {
            let found = look.of_row(comparison, row).into_iter();
            found.map(move |finding| (id, finding))
        })
        .filter(|(_, finding)| finding.kind.diverges() && finding.severity > Severity::Minor)
        .collect();
    found.sort_by_key(|(_, finding)| Reverse(finding.severity));
    let (first, rest) = found.split_at(found.len().min(MOST_LISTED));
    let list = |some: &[(RowId, &Finding)]| {
        html! {
            ul.differences {
                @for (row, finding) in some {
                    li {
                        b { (finding.kind.words()) } " "
                        span dir="auto" { (finding.why) } " " (row_link(*row))
                    }
                }
            }
        }
    };
    html! {
        @if !found.is_empty() {
            section #differences aria-labelledby="differences-title" {
                h2 #differences-title { "What they tell differently" }
                (list(first))
                @if !rest.is_empty() {
                    details { summary { "and " (rest.len()) " more" } (list(rest)) }
                }
            }
        }
    }
}

/// All rows that are shown.
pub(super) fn section(comparison: &Comparison, look: &Look) -> Markup {
    let many = comparison.articles.len() > MOST_COLUMNS;
    let shown: Vec<_> = rows(comparison)
        .filter(|(id, row)| look.shows_row(comparison, *id, row))
        .collect();
    html! {
        section #rows .many[many] aria-labelledby="rows-title" tabindex="-1" {
            h2 #rows-title { "Side by side" }
            p.legend {
                "Each row is one piece of the story. " mark.found { "What is told differently" } ", "
                mark.lacked { "what another outlet leaves out" } " and " mark { "other wording" }
                " are marked; ¶3/8 is the third of eight paragraphs."
            }
            (bar(comparison, &shown))
            div.table role="region" aria-label="Passages side by side" tabindex=[many.then_some("0")] {
                div.heads aria-hidden="true" {
                    div.tag {}
                    div.cells {
                        @for article in &comparison.articles {
                            div.cell { p.who { (name(article)) } }
                        }
                    }
                }
                @for (id, row) in &shown { (one(comparison, look, *id, row)) }
            }
            p.nothing hidden { "No row is shown. Press 0 to show all of them." }
        }
    }
}

/// What moves among the rows; hidden until the script is there to do it.
fn bar(comparison: &Comparison, shown: &[(RowId, &Row)]) -> Markup {
    let count = |verdict| {
        shown
            .iter()
            .filter(|(_, row)| row.verdict == verdict)
            .count()
    };
    html! {
        div #bar role="toolbar" aria-label="Rows" hidden {
            div.filters {
                @for (key, verdict) in (1..).zip(RowVerdict::ALL) {
                    button.filter.(class(verdict)) type="button" data-verdict=(class(verdict))
                        aria-pressed="true" disabled[count(verdict) == 0]
                        title={ "show or hide (key " (key) ")" } {
                        (sign(verdict)) " " (verdict.word()) " " b { (count(verdict)) }
                    }
                }
            }
            div.moves {
                button #previous type="button" title="previous difference (key k or p)" { "↑ previous" }
                span #counter role="status" aria-live="polite" {}
                button #next type="button" title="next difference (key j or n)" { "↓ next" }
            }
            @if comparison.articles.len() > 2 {
                details.menu {
                    summary { "Outlets" }
                    fieldset #outlets {
                        legend { "Columns to show" }
                        @for article in &comparison.articles {
                            label { input type="checkbox" checked value=(article.id); " " (name(article)) }
                        }
                    }
                }
            }
            details.menu {
                summary { "Keys" }
                div {
                    table.keys {
                        tbody {
                            tr { th scope="row" { kbd { "j" } " " kbd { "n" } } td { "next difference: the next row with a finding" } }
                            tr { th scope="row" { kbd { "k" } " " kbd { "p" } } td { "previous difference" } }
                            tr { th scope="row" { kbd { "1" } "…" kbd { "5" } } td { "show or hide the rows of one verdict, in the order of the buttons" } }
                            tr { th scope="row" { kbd { "0" } } td { "show all rows" } }
                            tr { th scope="row" { kbd { "w" } } td { "why of this row; " kbd { "W" } " of all rows" } }
                        }
                    }
                    label { input #keys type="checkbox" checked; " use these keys" }
                }
            }
        }
    }
}

fn one(comparison: &Comparison, look: &Look, id: RowId, row: &Row) -> Markup {
    let found = look.of_row(comparison, row);
    let telling: Vec<&Finding> = found
        .iter()
        .filter(|it| it.kind != FindingKind::Omission)
        .copied()
        .collect();
    let passages = Passage::of_row(comparison, row);
    let many = comparison.articles.len() > MOST_COLUMNS;
    // Of many outlets the one that tells a row alone needs no empty places beside it.
    let alone = many && row.verdict == RowVerdict::Single;
    let of = |article: &Article| passages.iter().find(|it| it.article == article.id);
    html! {
        article.row.(class(row.verdict)) id={ "row-" (id) } tabindex="-1"
            data-stop[!found.is_empty()] aria-labelledby={ "title-" (id) } {
            div.tag {
                h3 id={ "title-" (id) } {
                    (sign(row.verdict)) " " (row.verdict.word()) " "
                    a.number href={ "#row-" (id) } { span.vh { "row " } (id) }
                }
                @if !telling.is_empty() { p.kinds { (phrases::kinds_of(&telling)) } }
                @if many {
                    p.tellers {
                        @for teller in row.cells.keys() { a href={ "#row-" (id) "-" (teller) } { (teller) } " " }
                    }
                }
            }
            div.cells {
                @for article in &comparison.articles {
                    @match of(article) {
                        Some(passage) => (told(comparison, id, article, passage)),
                        None if alone => {}
                        None => (untold(comparison, article, row)),
                    }
                }
            }
            (read(comparison, look, id))
            (why(comparison, id, row, &telling))
        }
    }
}

fn told(comparison: &Comparison, row: RowId, article: &Article, passage: &Passage) -> Markup {
    html! {
        div.cell id={ "row-" (row) "-" (article.id) } {
            p.who { (name(article)) " " (place(comparison, article.id, &passage.paragraphs)) }
            p.text lang=[article.language.as_deref()] dir="auto" {
                (marks::passage(passage))
            }
        }
    }
}

/// What stands in the place of a passage that is not there.
fn untold(comparison: &Comparison, article: &Article, row: &Row) -> Markup {
    let paragraph = |id: crate::model::SentenceId| {
        let sentence = article.sentences.get(id.index as usize);
        sentence.map_or(0, |sentence| sentence.paragraph + 1)
    };
    let near = row.nearest.get(&article.id);
    let said = if let Some(id) = row.elsewhere.get(&article.id) {
        html! {
            "told in "
            @if let Some(row) = comparison.row_of(*id) { (row_link(row)) ", " }
            (place(comparison, article.id, &[paragraph(*id)]))
        }
    } else if let (true, Some(near)) = (row.is_perhaps_told_by(article.id), near) {
        html! {
            (Absence::Doubtful.words()) ", perhaps in "
            (place(comparison, article.id, &[paragraph(near.sentence)]))
        }
    } else {
        html! { (Absence::Clear.words()) }
    };
    html! {
        div.cell.untold { p.who { (name(article)) } p.said { (said) } }
    }
}

/// What a reader says of a row.
fn read(comparison: &Comparison, look: &Look, id: RowId) -> Markup {
    let lines = corrected::of_row(comparison, look, id);
    html! {
        @if !lines.is_empty() {
            ul.reader {
                @for (label, text) in &lines { li dir="auto" { (label) (text) } }
            }
        }
    }
}

/// Why a row is what it is, on demand.
fn why(comparison: &Comparison, id: RowId, row: &Row, telling: &[&Finding]) -> Markup {
    let mut lines = phrases::elsewhere(comparison, row);
    lines.extend(phrases::missing(comparison, row, MOST_NEAR));
    let linked = (row.cells.len() > 1)
        .then(|| phrases::links(comparison, row).unwrap_or_else(|| row.why.clone()));
    html! {
        @if !(telling.is_empty() && lines.is_empty() && linked.is_none()) {
            details.why {
                summary { "why" span.vh { ", row " (id) } }
                ul {
                    @for (kind, why) in phrases::reasons(telling) {
                        li { b { (kind.words()) } " " span dir="auto" { (why) } }
                    }
                    @for line in lines.iter().chain(&linked) { li dir="auto" { (line) } }
                }
            }
        }
    }
}
