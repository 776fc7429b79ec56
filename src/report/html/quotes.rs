//! The ledger of quotes: who is quoted by whom, in which words.

use super::{marks, name, row_link};
use crate::model::{Comparison, Relation, SentenceId};
use crate::report::phrases;
use crate::report::summary::counted;
use crate::survey::{Ledger, Utterance};
use maud::{Markup, html};

/// All quotes by speaker; those of one outlet alone are folded.
pub(super) fn section(comparison: &Comparison) -> Markup {
    let ledger = Ledger::new(comparison);
    html! {
        @if !ledger.voices.is_empty() {
            section #quotes aria-labelledby="quotes-title" {
                h2 #quotes-title { "Who is quoted by whom" }
                div.scroll role="region" aria-label="Quotations by speaker and outlet" tabindex="0" {
                    table.grid {
                        caption.vh { "How many utterances of each speaker each outlet gives" }
                        thead {
                            tr {
                                th scope="col" { "speaker" }
                                @for article in &comparison.articles {
                                    th scope="col" { (name(article)) }
                                }
                            }
                        }
                        tbody {
                            @for voice in &ledger.voices {
                                tr {
                                    th scope="row" { bdi { (named(&voice.name)) } }
                                    @for count in &voice.counts {
                                        td { @if *count > 0 { (count) } @else { span.no { "–" } } }
                                    }
                                }
                            }
                        }
                    }
                }
                @for voice in &ledger.voices {
                    @let range = voice.utterances.start as usize..voice.utterances.end as usize;
                    @let said = ledger.utterances.get(range).unwrap_or_default();
                    @let (shared, alone) = parted(said);
                    @if !shared.is_empty() {
                        h3.voice { bdi { (named(&voice.name)) } }
                        @for utterance in shared { (versions(comparison, utterance)) }
                    }
                    @if !alone.is_empty() {
                        details {
                            summary {
                                bdi { (named(&voice.name)) } ": " (counted(alone.len(), "utterance")) " of one outlet alone"
                            }
                            @for utterance in alone { (versions(comparison, utterance)) }
                        }
                    }
                }
            }
        }
    }
}

/// Utterances of several outlets, and of one.
fn parted(said: &[Utterance]) -> (Vec<&Utterance>, Vec<&Utterance>) {
    said.iter().partition(|it| it.relation.is_some())
}

fn named(speaker: &str) -> &str {
    if speaker.is_empty() {
        "speaker not named"
    } else {
        speaker
    }
}

/// The versions of one utterance, with the words that differ.
fn versions(comparison: &Comparison, said: &Utterance) -> Markup {
    // What one outlet alone gives has nothing to differ from.
    let relation = said.relation.unwrap_or(Relation::Verbatim);
    let versions = phrases::versions(comparison, &said.members, relation);
    let row = |id: SentenceId| comparison.row_of(id);
    html! {
        figure.utterance {
            @if let Some(relation) = said.relation {
                figcaption { (phrases::relation(comparison, &said.members, relation)) }
            }
            @for (quote, text, differing) in &versions {
                @let article = comparison.article(quote.sentence.article);
                blockquote {
                    p.text lang=[article.language.as_deref()] dir="auto" { (marks::quoted(text, differing)) }
                    footer {
                        (name(article)) ", " bdi { (phrases::manner(comparison, quote)) }
                        @if let Some(row) = row(quote.sentence) { ", " (row_link(row)) }
                    }
                }
            }
        }
    }
}
