//! Lines of text with emphasis, wrapped to a width.

use super::Look;
use crate::text::Span;
use crate::text::wrap::{cells, wrap};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

/// The margin left of passages; row numbers stand in it.
pub(super) const MARGIN: &str = "       ";

/// The room that text gets however narrow the page: less would give a letter a line.
const MIN_ROOM: usize = 20;

/// What a piece of text is, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The report's own words.
    Plain,
    /// An outlet's words, shown as they are.
    Words,
    /// A heading of the report.
    Heading,
    /// The name of an outlet.
    Outlet,
    /// The name of a kind of finding.
    Kind,
    /// Words that differ between outlets; in brackets where there is no colour.
    Differs,
    /// The report's own remarks, of less weight than the outlets' words.
    Remark,
}

impl Role {
    fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(anstyle::Color::Ansi(colour)));
        match self {
            Self::Plain | Self::Words => Style::new(),
            Self::Heading | Self::Kind => Style::new().bold(),
            Self::Outlet => colour(AnsiColor::Cyan),
            Self::Differs => colour(AnsiColor::Yellow).bold().underline(),
            Self::Remark => Style::new().dimmed(),
        }
    }
}

/// Text with roles, without line breaks.
#[derive(Clone, Debug, Default)]
pub(super) struct Rich {
    text: String,
    runs: Vec<(Span, Role)>,
}

impl Rich {
    pub(super) fn plain(text: &str) -> Self {
        Self::default().with(text, Role::Plain)
    }

    /// Adds text of one role.
    #[must_use]
    pub(super) fn with(mut self, text: &str, role: Role) -> Self {
        if text.is_empty() {
            return self;
        }
        let start = self.text.len();
        let one_line = |c: char| if c.is_control() { ' ' } else { c };
        self.text.extend(text.chars().map(one_line));
        self.runs.push((Span::new(start, self.text.len()), role));
        self
    }

    /// Adds text in which some places differ from what other outlets say.
    #[must_use]
    pub(super) fn with_marked(mut self, text: &str, marks: &[Span], look: &Look) -> Self {
        let (open, close) = if look.colour { ("", "") } else { ("[", "]") };
        let mut from = 0;
        for mark in marks {
            self = self
                .with(Span::new(from, mark.start).of(text), Role::Words)
                .with(open, Role::Differs)
                .with(mark.of(text), Role::Differs)
                .with(close, Role::Differs);
            from = mark.end;
        }
        self.with(Span::new(from, text.len()).of(text), Role::Words)
    }

    /// The same with the report's own signs spelt in ASCII.
    fn ascii(&self) -> Self {
        self.runs.iter().fold(Self::default(), |out, (run, role)| {
            let text = run.of(&self.text);
            match role {
                Role::Words | Role::Differs | Role::Outlet => out.with(text, *role),
                _ => out.with(&ascii(text), *role),
            }
        })
    }
}

/// The report's own signs in ASCII.
fn ascii(text: &str) -> String {
    let signs = [
        ("¶", "par. "),
        ("→", "->"),
        ("…", "..."),
        ("·", "-"),
        ("≠", "/="),
        ("“", "\""),
        ("”", "\""),
    ];
    signs.iter().fold(text.to_owned(), |text, (sign, plain)| {
        text.replace(sign, plain)
    })
}

/// Where a report is written to.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    pub look: &'a Look,
}

impl<'a> Page<'a> {
    pub(super) fn new(out: &'a mut dyn Write, look: &'a Look) -> Self {
        Self { out, look }
    }

    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A heading, set off by an empty line.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.blank()?;
        self.put(
            "",
            &Rich::default().with(&text.to_uppercase(), Role::Heading),
        )
    }

    /// A line as it stands, which is not wrapped.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// A plain paragraph behind `lead`.
    pub(super) fn say(&mut self, lead: &str, text: &str) -> io::Result<()> {
        self.put(lead, &Rich::plain(text))
    }

    /// A remark of the report behind `lead`.
    pub(super) fn remark(&mut self, lead: &str, text: &str) -> io::Result<()> {
        self.put(lead, &Rich::default().with(text, Role::Remark))
    }

    /// A paragraph behind `lead`; its further lines begin where the first one does.
    pub(super) fn put(&mut self, lead: &str, rich: &Rich) -> io::Result<()> {
        let indent = cells(lead);
        let room = self.look.width.saturating_sub(indent).max(MIN_ROOM);
        let mut lead = lead.to_owned();
        let spelt = self.look.ascii.then(|| rich.ascii());
        let rich = spelt.as_ref().unwrap_or(rich);
        for line in wrap(&rich.text, room) {
            write!(self.out, "{lead}")?;
            for (run, role) in &rich.runs {
                if run.overlaps(line) {
                    let part = Span::new(run.start.max(line.start), run.end.min(line.end));
                    self.styled(part.of(&rich.text), *role)?;
                }
            }
            self.blank()?;
            lead = " ".repeat(indent);
        }
        Ok(())
    }

    fn styled(&mut self, text: &str, role: Role) -> io::Result<()> {
        let style = role.style();
        if self.look.colour && style != Style::new() {
            write!(self.out, "{style}{text}{style:#}")
        } else {
            write!(self.out, "{text}")
        }
    }
}
