//! Teaching sheets for browsers and printers.

use super::name;
use crate::model::Comparison;
use crate::report::sheet::{Exercise, QUESTIONS, Sheet, TASK};
use maud::{Markup, html};

/// A worksheet or its key.
pub(super) fn body(comparison: &Comparison, sheet: Sheet, exercises: &[Exercise]) -> Markup {
    html! {
        header.top {
            p.kicker { "Parallax" }
            h1 { (sheet.title()) }
            @if sheet == Sheet::Worksheet { p.blank { "Name" } p.prose { (TASK) } }
        }
        main.sheet {
            section aria-label="The articles" {
                ul.cards {
                    @for article in &comparison.articles {
                        li {
                            p.who { (name(article)) }
                            p.headline lang=[article.language.as_deref()] dir="auto" {
                                (article.headline().unwrap_or("(no headline found)"))
                            }
                        }
                    }
                }
            }
            section aria-label="The passages" {
                @for exercise in exercises {
                    article.row {
                        div.tag { h2 { (exercise.number) } }
                        @match sheet {
                            Sheet::Worksheet => (passages(comparison, exercise)),
                            Sheet::Key => ul { @for answer in &exercise.answers { li dir="auto" { (answer) } } },
                        }
                    }
                }
            }
        }
    }
}

fn passages(comparison: &Comparison, exercise: &Exercise) -> Markup {
    html! {
        div {
            div.cells {
                @for (id, passage) in &exercise.passages {
                    @let article = comparison.article(*id);
                    div.cell {
                        p.who { (name(article)) }
                        @if let Some(passage) = passage {
                            p.text lang=[article.language.as_deref()] dir="auto" { (passage.text) }
                        }
                    }
                }
            }
            @for question in QUESTIONS { p.blank { (question) } p.blank {} }
        }
    }
}
