//! Text whose pieces have roles, and lines of it that are ready to be drawn.

use super::role::Role;
use crate::text::{Span, wrap};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The cell of the line where it begins.
    pub x: usize,
    /// What stands there.
    pub text: String,
    /// What it means.
    pub role: Role,
}

/// One line of the screen, as wide as its pieces reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Piece>);

impl Line {
    /// The cell after the last piece.
    pub fn end(&self) -> usize {
        self.0
            .last()
            .map_or(0, |piece| piece.x + wrap::cells(&piece.text))
    }

    /// Puts a piece at a cell.
    pub fn put(&mut self, x: usize, text: impl Into<String>, role: Role) {
        let text = text.into();
        self.0.push(Piece { x, text, role });
    }

    /// The line `by` cells further right.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        let mut moved = Self::default();
        moved.put_line(by, self);
        moved
    }

    /// Puts another line's pieces `by` cells further right.
    pub fn put_line(&mut self, by: usize, line: Self) {
        self.0.extend(line.0.into_iter().map(|piece| Piece {
            x: piece.x + by,
            ..piece
        }));
    }
}

/// A text whose pieces have roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Styled {
    text: String,
    /// Where each run of one role ends.
    runs: Vec<(usize, Role)>,
}

impl Styled {
    /// A text of one role.
    pub fn of(text: &str, role: Role) -> Self {
        let mut styled = Self::default();
        styled.push(text, role);
        styled
    }

    /// Adds a piece at the end.
    pub fn push(&mut self, text: &str, role: Role) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        match self.runs.last_mut() {
            Some((end, last)) if *last == role => *end = self.text.len(),
            _ => self.runs.push((self.text.len(), role)),
        }
    }

    /// Adds a piece of plain text with a blank before it, where something stands before.
    pub fn push_word(&mut self, text: &str, role: Role) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.push(" ", Role::Text);
        }
        self.push(text, role);
    }

    /// Adds another text at the end.
    pub fn append(&mut self, other: Self) {
        let mut start = 0;
        for (end, role) in other.runs {
            self.push(Span::new(start, end).of(&other.text), role);
            start = end;
        }
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The role of its beginning.
    pub fn role(&self) -> Option<Role> {
        self.runs.first().map(|(_, role)| *role)
    }

    /// How many cells it takes on one line.
    pub fn cells(&self) -> usize {
        wrap::cells(&self.text)
    }

    /// Its lines at `width` cells, all but the first `indent` cells further right.
    pub fn lines(&self, width: usize, indent: usize) -> Vec<Line> {
        // The indent must leave room for text; where it cannot, the lines are flush.
        let indent = if width >= indent + 8 { indent } else { 0 };
        let first = wrap::wrap(&self.text, width);
        if indent == 0 || first.len() < 2 {
            return first.iter().map(|span| self.line(*span, 0)).collect();
        }
        let Some(head) = first.first() else {
            return Vec::new();
        };
        let rest = Span::new(head.end, self.text.len());
        let mut lines = vec![self.line(*head, 0)];
        for span in wrap::wrap(rest.of(&self.text), width - indent) {
            lines.push(self.line(span.shift(rest.start), indent));
        }
        lines
    }

    /// Everything on one line of at most `width` cells; `ellipsis` stands for what does not fit.
    pub fn clipped(&self, width: usize, ellipsis: &str) -> Line {
        // What does not fit is not measured: it may be long.
        if wrap::fit(&self.text, width).len() == self.text.len() {
            return self.line(Span::new(0, self.text.len()), 0);
        }
        let room = width.saturating_sub(wrap::cells(ellipsis));
        let kept = wrap::fit(&self.text, room).trim_end();
        let mut line = self.line(Span::new(0, kept.len()), 0);
        let role = line.0.last().map_or(Role::Quiet, |piece| piece.role);
        line.put(line.end(), wrap::fit(ellipsis, width), role);
        line
    }

    /// Its lines at `width` cells, `rows` at most; `ellipsis` stands for what does not fit.
    pub fn within(&self, width: usize, rows: usize, ellipsis: &str) -> Vec<Line> {
        let all = wrap::wrap(&self.text, width);
        let mut lines: Vec<Line> = all.iter().take(rows).map(|it| self.line(*it, 0)).collect();
        if let (true, Some(last), Some(span)) = (
            all.len() > rows,
            lines.last_mut(),
            all.get(rows.saturating_sub(1)),
        ) {
            let mut rest = Self::default();
            let mut start = 0;
            for (end, role) in &self.runs {
                let run = Span::new(start.max(span.start), *end);
                rest.push(run.of(&self.text), *role);
                start = *end;
            }
            *last = rest.clipped(width, ellipsis);
        }
        lines
    }

    /// The pieces of a part of the text as a line.
    fn line(&self, span: Span, x: usize) -> Line {
        let mut line = Line::default();
        let (mut x, mut start) = (x, 0);
        for (end, role) in &self.runs {
            let run = Span::new(start.max(span.start), (*end).min(span.end));
            if start < span.end && !run.is_empty() {
                let text = run.of(&self.text);
                line.put(x, text, *role);
                x += wrap::cells(text);
            }
            start = *end;
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, Styled};

    fn shown(styled: &Styled, width: usize, indent: usize) -> Vec<String> {
        let draw = |line: &super::Line| {
            let mut text = String::new();
            for piece in &line.0 {
                while text.chars().count() < piece.x {
                    text.push(' ');
                }
                text += &piece.text;
            }
            text
        };
        styled.lines(width, indent).iter().map(draw).collect()
    }

    #[test]
    fn roles_keep_their_words_across_lines() {
        let mut styled = Styled::of("the council ", Role::Text);
        styled.push("rejected it", Role::Differs);
        styled.push(" today", Role::Text);
        assert_eq!(
            shown(&styled, 14, 2),
            ["the council", "  rejected it", "  today"]
        );
        let lines = styled.lines(14, 0);
        let differs: Vec<_> = lines
            .iter()
            .flat_map(|line| &line.0)
            .filter(|piece| piece.role == Role::Differs)
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(differs, ["rejected it"]);
    }

    #[test]
    fn clipping_says_that_something_is_cut_off() {
        let styled = Styled::of("the council rejected it", Role::Text);
        let line = styled.clipped(12, "…");
        let text: String = line.0.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(text, "the council…");
        assert_eq!(styled.clipped(0, "…").end(), 0);
    }

    #[test]
    fn what_is_too_long_for_its_lines_ends_with_an_ellipsis() {
        let mut styled = Styled::of("the council ", Role::Text);
        styled.push("rejected it today", Role::Strong);
        let within = |rows| {
            let lines = styled.within(12, rows, "…").into_iter();
            let text = |line: super::Line| line.0.iter().map(|it| it.text.clone()).collect();
            lines.map(text).collect::<Vec<String>>()
        };
        assert_eq!(within(3), ["the council", "rejected it", "today"]);
        assert_eq!(within(2), ["the council", "rejected it…"]);
        assert_eq!(within(0), [""; 0]);
    }
}
