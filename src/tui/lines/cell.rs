//! What one article tells in one row, and which of its words are emphasised.

use super::passage::Mark;
use super::role::Role;
use super::styled::Styled;
use super::wording;
use crate::model::{ArticleId, Comparison, FindingKind, Row};
use crate::text::Span;
use crate::tui::state::{Emphasis, Model};

/// The words of a row to emphasise; where two marks meet, the later one counts.
pub(super) fn marks(model: &Model, index: usize, row: &Row, shown: &[ArticleId]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let emphasised = match model.emphasis {
        Emphasis::All => true,
        Emphasis::Selected => model.at == index,
        Emphasis::None => false,
    };
    if emphasised {
        marks = wording::marks(model, row, shown);
    }
    marks.extend(finding_marks(&model.story, row));
    marks.extend(picked(model, index, row));
    marks.extend(hits(model, index));
    marks
}

/// The words that the row's findings are about. A finding about a whole sentence singles no word
/// out: the row's verdict says it already.
fn finding_marks<'a>(story: &'a Comparison, row: &'a Row) -> impl Iterator<Item = Mark> + 'a {
    let findings = row
        .findings
        .iter()
        .filter_map(|id| story.findings.get(id.index()));
    let told =
        findings.filter(|f| !matches!(f.kind, FindingKind::Omission | FindingKind::Prominence));
    told.flat_map(move |finding| {
        let role = if finding.kind.diverges() {
            Role::Differs
        } else {
            Role::LeftOut
        };
        finding
            .places
            .iter()
            .filter(move |place| !covers_a_sentence(story, row, place.article, place.span))
            .map(move |place| Mark {
                article: place.article,
                span: place.span,
                role,
            })
    })
}

fn covers_a_sentence(story: &Comparison, row: &Row, article: ArticleId, span: Span) -> bool {
    let sentences = story
        .articles
        .get(article.index())
        .map(|a| a.sentences.as_slice());
    row.cells.get(&article).into_iter().flatten().any(|id| {
        let sentence = sentences.and_then(|list| list.get(id.index as usize));
        sentence.is_some_and(|sentence| span.contains(sentence.span))
    })
}

/// The sentences of a row that are marked to be paired, and the one that was chosen in the selected
/// row.
fn picked<'a>(model: &'a Model, index: usize, row: &'a Row) -> impl Iterator<Item = Mark> + 'a {
    let chosen = model.desk.picked.filter(|_| model.at == index);
    let ids = chosen.into_iter().chain(model.desk.marked.iter().copied());
    ids.filter_map(|id| {
        let cell = row.cells.get(&id.article)?;
        let article = model.story.articles.get(id.article.index())?;
        let sentence = article.sentences.get(id.index as usize)?;
        cell.contains(&id).then_some(Mark {
            article: id.article,
            span: sentence.span,
            role: Role::Picked,
        })
    })
}

/// The places in an item that the search found.
pub(super) fn hits(model: &Model, index: usize) -> impl Iterator<Item = Mark> + '_ {
    let search = model.search.as_ref();
    search.into_iter().flat_map(move |search| {
        search.in_item(index).map(|(hit, current)| Mark {
            article: hit.article,
            span: hit.span,
            role: if current { Role::CurrentHit } else { Role::Hit },
        })
    })
}

/// A part of an article's text with its marks; `base` is the role of the words without one.
pub(super) fn marked(
    model: &Model,
    article: ArticleId,
    span: Span,
    marks: &[Mark],
    base: Role,
) -> Styled {
    let mut styled = Styled::default();
    let Some(text) = model
        .story
        .articles
        .get(article.index())
        .map(|a| a.text.as_str())
    else {
        return styled;
    };
    let marks: Vec<_> = marks
        .iter()
        .filter(|mark| mark.article == article && mark.span.overlaps(span))
        .collect();
    let mut cuts: Vec<usize> = marks
        .iter()
        .flat_map(|mark| [mark.span.start, mark.span.end])
        .chain([span.start, span.end])
        .map(|cut| cut.clamp(span.start, span.end))
        .filter(|cut| text.is_char_boundary(*cut))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let [open, close] = model.signs.brackets;
    for cut in cuts.windows(2) {
        let [start, end] = cut else { continue };
        let part = Span::new(*start, *end);
        let mark = marks.iter().rev().find(|mark| mark.span.contains(part));
        let role = mark.map_or(base, |mark| mark.role);
        let bracketed = matches!(
            role,
            Role::Wording | Role::Differs | Role::LeftOut | Role::Picked
        );
        styled.push(if bracketed { open } else { "" }, role);
        styled.push(part.of(text), role);
        styled.push(if bracketed { close } else { "" }, role);
    }
    styled
}
