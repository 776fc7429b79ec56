//! Rows and findings in few words: what a change of the engine has to be judged by.

use parallax::model::{ArticleId, Comparison, Finding, FindingKind, LinkVerdict, Row, SentenceId};
use std::fmt::Write;

/// How much of a passage is shown.
const CELL: usize = 64;

/// The rows in reading order, each with its passages, who lacks it, and its findings.
pub(super) fn of(story: &Comparison) -> String {
    let mut out = String::new();
    for article in &story.articles {
        let furniture = article.furniture().count();
        let sentences = article.sentences.len();
        let (id, outlet) = (article.id, &article.outlet);
        writeln!(
            out,
            "{id} {outlet}: {sentences} sentences, {furniture} set aside"
        )
        .unwrap();
    }
    for row in &story.rows {
        writeln!(out, "\n{}", row.verdict.word()).unwrap();
        passages(story, row, &mut out);
        for finding in row.findings.iter().map(|id| story.finding(*id)) {
            // An omission says nothing that the row's last line does not.
            if finding.kind != FindingKind::Omission {
                self::finding(story, finding, &mut out);
            }
        }
    }
    counts(story, &mut out);
    out
}

fn passages(story: &Comparison, row: &Row, out: &mut String) {
    for sentence in row.sentences() {
        writeln!(out, "  {}", passage(story, sentence)).unwrap();
    }
    let lacking = list(&row.omitted_by);
    let elsewhere: Vec<ArticleId> = row.elsewhere.keys().copied().collect();
    for (label, who) in [("elsewhere", list(&elsewhere)), ("left out by", lacking)] {
        if !who.is_empty() {
            writeln!(out, "  {label} {who}").unwrap();
        }
    }
}

fn finding(story: &Comparison, finding: &Finding, out: &mut String) {
    let words = |article: ArticleId, span| short(story.article(article).slice(span));
    let places = finding.places.iter();
    let places: Vec<String> = places
        .map(|place| format!("{} “{}”", place.article, words(place.article, place.span)))
        .collect();
    let (kind, about) = (finding.kind.id(), list(&finding.articles));
    writeln!(out, "  * {kind} ({about}): {}", finding.why).unwrap();
    writeln!(out, "    {}", places.join(", ")).unwrap();
}

fn counts(story: &Comparison, out: &mut String) {
    let claimed = story
        .links
        .iter()
        .filter(|it| it.verdict != LinkVerdict::Unsure);
    let links = claimed.count();
    writeln!(out, "\n{links} links claimed").unwrap();
    for group in &story.shared_origin {
        writeln!(out, "\none voice").unwrap();
        for sentence in group {
            writeln!(out, "  {}", passage(story, *sentence)).unwrap();
        }
    }
    for same in &story.same_quotes {
        let members = same.members.iter().map(|id| story.quote(*id));
        let members: Vec<String> = members
            .map(|quote| {
                let speaker = quote.speaker.as_ref().map_or("?", |it| it.name.as_str());
                let article = quote.sentence.article;
                let words = short(story.article(article).slice(quote.span));
                format!("\n  {article} {speaker}: {words}")
            })
            .collect();
        let relation = same.relation.word();
        writeln!(out, "\nsame quote, {relation}{}", members.concat()).unwrap();
    }
}

/// A sentence without its number, so that a change of one row is a change of a few lines.
fn passage(story: &Comparison, sentence: SentenceId) -> String {
    let words = short(story.sentence(sentence));
    format!("{} {words}", sentence.article)
}

fn list<T: std::fmt::Display>(items: &[T]) -> String {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    items.join(" ")
}

fn short(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(CELL) {
        None => flat,
        Some((end, _)) => format!("{}…", &flat[..end]),
    }
}
