//! The overview: what a reader wants to know of the whole story first.

use super::bar::shade;
use super::role::Role;
use super::styled::{Line, Styled};
use super::widget;
use crate::model::{Article, Day, RowVerdict, SentenceId};
use crate::survey::headline_notes;
use crate::text::wrap;
use crate::tui::state::areas::GUTTER;
use crate::tui::state::{Figures, Model, Section, count};
use ratatui::layout::Constraint;
use ratatui::widgets::{Cell, Row, Table};

/// The widest column of outlets' names.
const NAMES: usize = 22;
/// The widest bar.
const BAR: usize = 20;
/// How wide a cell of the map of agreement is.
const CELL: usize = 8;
/// How wide the column of the verdicts with their counts is.
const VERDICT: usize = 22;
/// The most parts that a story is cut into, to show its verdicts.
const LONGEST: usize = 64;

/// What is set side by side.
pub(super) fn opening(model: &Model, width: usize) -> Vec<Line> {
    let story = &model.story;
    let outlets = count(story.articles.len(), "outlet");
    let text = format!(
        "{outlets}, {}, {}; how each figure is made stands with it",
        count(story.rows.len(), "row"),
        count(story.findings.len(), "finding"),
    );
    let mut lines = page(&[Styled::of(&text, Role::Quiet)], width, GUTTER);
    lines.push(Line::default());
    lines
}

/// A section with its heading.
pub(super) fn section(model: &Model, section: Section, width: usize) -> Vec<Line> {
    let Some(figures) = &model.figures else {
        return vec![Line::default()];
    };
    let (heading, note) = match section {
        Section::Headlines => ("Headlines and leads", ""),
        Section::Numbers => (
            "How much, and how much of it others tell",
            "of the sentences of each article; unsure rows count for neither",
        ),
        Section::Verdicts => (
            "Where in the story",
            "rows of each verdict, from the first to the last",
        ),
        Section::Agreement => (
            "Who tells what whom tells",
            "how many of the sentences of the outlet at the left the outlet above tells too",
        ),
        Section::Prominence => (
            "On top here, buried there",
            "pieces that stand more than half an article further down in one outlet",
        ),
        Section::Words => (
            "Words of its own",
            "log-odds against all others with the story as prior; z of 1.96 and more",
        ),
        Section::Dates => ("Dates", "and who gives them"),
    };
    let mut title = Styled::of(heading, Role::Strong);
    if !note.is_empty() {
        title.push(&format!("  {note}"), Role::Quiet);
    }
    let mut lines = page(&[title], width, GUTTER);
    let rest = match section {
        Section::Headlines => headlines(model, width),
        Section::Numbers => numbers(model, figures, width),
        Section::Verdicts => verdicts(model, width),
        Section::Agreement => agreement(model, figures, width),
        Section::Prominence if figures.shifts.is_empty() => none(width),
        Section::Prominence => Vec::new(),
        Section::Words => words(model, figures, width),
        Section::Dates => dates(figures, width),
    };
    lines.extend(rest);
    if section != Section::Prominence || figures.shifts.is_empty() {
        lines.push(Line::default());
    }
    lines
}

/// Texts one under the other.
fn page(texts: &[Styled], width: usize, indent: usize) -> Vec<Line> {
    let room = width.saturating_sub(indent).max(1);
    let lines = texts.iter().flat_map(|text| text.lines(room, 2));
    lines.map(|line| line.shifted(indent)).collect()
}

fn none(width: usize) -> Vec<Line> {
    page(&[Styled::of("none", Role::Quiet)], width, GUTTER + 2)
}

/// An outlet with its letter, cut to a column.
fn name(model: &Model, article: &Article, width: usize) -> Line {
    let mut text = Styled::of(&format!("{} ", article.id), Role::Strong);
    text.push(&article.outlet, Role::Text);
    // A blank stays free before the next column.
    let line = text.clipped(width.saturating_sub(1), model.signs.ellipsis);
    line.shifted(GUTTER + 2)
}

/// How wide the column of the names is.
fn names(model: &Model) -> usize {
    let longest = model
        .story
        .articles
        .iter()
        .map(|it| wrap::cells(&it.outlet) + 4);
    longest
        .max()
        .unwrap_or(0)
        .min(NAMES)
        .min(usize::from(model.width) / 3)
}

fn headlines(model: &Model, width: usize) -> Vec<Line> {
    let mut texts = Vec::new();
    for article in &model.story.articles {
        let mut text = Styled::of(&format!("{} ", article.id), Role::Strong);
        text.push(article.headline().unwrap_or("no headline"), Role::Strong);
        let lead = article.sentence(0);
        text.push(&format!(" {} ", model.signs.dot), Role::Quiet);
        text.push(lead, Role::Text);
        for note in headline_notes(&model.story, article.id) {
            text.push(&format!(" {} {note}", model.signs.dot), Role::Quiet);
        }
        texts.push(text);
    }
    page(&texts, width, GUTTER + 2)
}

fn numbers(model: &Model, figures: &Figures, width: usize) -> Vec<Line> {
    let names = names(model);
    let start = GUTTER + 2 + names;
    let bars = width.saturating_sub(start + 42).min(BAR);
    let mut head = Line::default();
    let columns = ["  words", "  told by others", "only here", "set aside"];
    let ends = [7, 18 + bars, 28 + bars, 39 + bars];
    for (words, end) in columns.iter().zip(ends) {
        let x = (start + end).saturating_sub(words.len());
        head.put(x, *words, Role::Quiet);
    }
    let mut lines = vec![head];
    for (n, article) in model.story.articles.iter().enumerate() {
        let Some(outlet) = figures.outlets.get(n) else {
            continue;
        };
        let all = outlet.sentences.max(1) as f64;
        let (shared, alone) = (outlet.shared as f64 / all, outlet.alone as f64 / all);
        let aside = model.furniture.get(n).copied().unwrap_or(0);
        let mut line = name(model, article, names);
        let figures = [
            (ends[0] - 5, format!("{:>5}", outlet.words)),
            (ends[0] + 3, format!("{:>3.0} %", shared * 100.0)),
            (ends[2] - 5, format!("{:>3.0} %", alone * 100.0)),
            (ends[3] - 5, format!("{aside:>3} %")),
        ];
        for (x, text) in figures {
            line.put(start + x, text, Role::Text);
        }
        line.put_line(
            start + ends[0] + 8,
            widget::gauge(shared, bars, model.signs),
        );
        line.0.sort_by_key(|piece| piece.x);
        lines.push(line);
    }
    lines
}

/// Which verdicts stand where: a line a verdict, a cell a part of the story.
fn verdicts(model: &Model, width: usize) -> Vec<Line> {
    let rows = &model.story.rows;
    let start = GUTTER + 2 + VERDICT;
    let cells = width.saturating_sub(start).min(LONGEST).min(rows.len());
    let counted = |wanted: RowVerdict| -> Vec<u64> {
        let mut counts = vec![0; cells];
        let found = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.verdict == wanted);
        for (n, _) in found {
            if let Some(count) = counts.get_mut(n * cells / rows.len()) {
                *count += 1;
            }
        }
        counts
    };
    let told: Vec<(RowVerdict, usize, Vec<u64>)> = model
        .story
        .counts()
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| (verdict, count, counted(verdict)))
        .collect();
    // One measure for all, so that the lines compare.
    let most = told.iter().flat_map(|(.., counts)| counts).copied().max();
    let line = |(verdict, count, counts): &(RowVerdict, usize, Vec<u64>)| {
        let mut line = Line::default();
        let sign = model.signs.verdict(*verdict);
        let role = Role::Verdict(*verdict);
        line.put(GUTTER + 2, format!("{sign} {}", verdict.word()), role);
        line.put(start - 6, format!("{count:>4}"), Role::Text);
        line.put_line(
            start,
            widget::spark(counts, most.unwrap_or(1), role, model.signs),
        );
        line
    };
    told.iter().map(line).collect()
}

/// The map of agreement, in bands of as many outlets as fit beside each other.
fn agreement(model: &Model, figures: &Figures, width: usize) -> Vec<Line> {
    let articles = &model.story.articles;
    let names = names(model);
    let start = GUTTER + 2 + names;
    let fit = (width.saturating_sub(start) / CELL).max(1);
    let mut lines = Vec::new();
    for above in articles.chunks(fit) {
        let told = |article: &Article| {
            let shares = figures.told_by.get(article.id.index());
            let cells = above.iter().map(|other| {
                if article.id == other.id {
                    return Cell::new("    -").style(widget::ink(Role::Quiet));
                }
                let share = shares.and_then(|it| it.get(other.id.index()));
                let share = share.copied().unwrap_or(0.0);
                let dense = shade(share, model.signs).repeat(2);
                Cell::new(format!("{:>4.0} {dense}", share * 100.0))
            });
            Row::new(cells.collect::<Vec<_>>())
        };
        let letters = above.iter().map(|it| Cell::new(format!("    {}", it.id)));
        let letters = Row::new(letters.collect::<Vec<_>>()).style(widget::ink(Role::Strong));
        let columns = above.iter().map(|_| Constraint::Length(CELL as u16));
        let map = Table::new(articles.iter().map(told), columns)
            .header(letters)
            .column_spacing(0);
        let map = widget::drawn(map, CELL * above.len(), articles.len() + 1);
        let own = articles.iter().map(|it| name(model, it, names));
        let own = std::iter::once(Line::default()).chain(own);
        lines.extend(own.zip(map).map(|(mut line, cells)| {
            line.put_line(start, cells);
            line
        }));
    }
    lines
}

/// A shift of prominence.
pub(super) fn shift(model: &Model, number: u32, width: usize) -> Vec<Line> {
    let figures = model.figures.as_ref();
    let Some(shift) = figures.and_then(|it| it.shifts.get(number as usize)) else {
        return vec![Line::default()];
    };
    let [first, last] = shift.places.map(|id| place(model, id));
    let mut text = Styled::of(
        &format!("{first} {} {last}", model.signs.arrow),
        Role::Strong,
    );
    let [top, _] = shift.places;
    text.push(&format!("  {}", model.story.sentence(top)), Role::Text);
    let room = width.saturating_sub(GUTTER + 2);
    let line = text.clipped(room, model.signs.ellipsis);
    let mut lines = vec![line.shifted(GUTTER + 2)];
    if figures.is_some_and(|it| number as usize + 1 == it.shifts.len()) {
        lines.push(Line::default());
    }
    lines
}

fn place(model: &Model, id: SentenceId) -> String {
    let place = super::places::sentence_position(model, id);
    format!("{} {place}", id.article)
}

fn words(model: &Model, figures: &Figures, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let names = names(model);
    let start = GUTTER + 2 + names;
    for (article, words) in model.story.articles.iter().zip(&figures.words) {
        let mut text = Styled::default();
        for (word, score) in words {
            if !text.is_empty() {
                text.push(&format!(" {} ", model.signs.dot), Role::Quiet);
            }
            text.push(word, Role::Text);
            text.push(&format!(" {score:.1}"), Role::Quiet);
        }
        if text.is_empty() {
            text.push("none", Role::Quiet);
        }
        let mut all = text
            .lines(width.saturating_sub(start).max(1), 0)
            .into_iter();
        let mut line = name(model, article, names);
        line.put_line(start, all.next().unwrap_or_default());
        lines.push(line);
        lines.extend(all.map(|line| line.shifted(start)));
    }
    lines
}

fn dates(figures: &Figures, width: usize) -> Vec<Line> {
    if figures.dates.is_empty() {
        return none(width);
    }
    let mut texts = Vec::new();
    for (day, tellers) in &figures.dates {
        let mut text = Styled::of(&format!("{:<20}", written(*day)), Role::Text);
        text.push(&super::places::letters(tellers), Role::Strong);
        texts.push(text);
    }
    page(&texts, width, GUTTER + 2)
}

/// A date as far as it is known: `5 March 2026`, `5 March`, `2026`.
fn written(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = day
        .month
        .and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let parts = [
        day.day.map(|day| day.to_string()),
        month.map(ToString::to_string),
        day.year.map(|year| year.to_string()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
