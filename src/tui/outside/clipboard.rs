//! Putting text into the reader's clipboard, by asking the terminal for it (OSC 52), or into a file.
//!
//! No terminal says whether it took the text, so where it is known not to, or where there is too
//! much of it, a file takes it; and the reader is told which.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The most bytes that are sent: with more, xterm and those that follow it take nothing.
const MOST_BYTES: usize = 74_994;
/// The most bytes of one string that GNU screen hands on.
const SCREEN_CHUNK: usize = 256;
/// The file that copies go into.
const FILE: &str = "parallax-copy";
/// Its first line, by which it is known as ours.
const HEADING: &str = "<!-- Copied with parallax -->\n";

/// What stands between the program and the clipboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Carrier {
    /// The terminal itself.
    #[default]
    Terminal,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
    /// A terminal that is known to take no text.
    Nothing,
}

/// Signs in the environment of what carries text to the clipboard: the variable, how its value
/// begins, what it means. The first that fits counts.
const SIGNS: [(&str, &str, Carrier); 6] = [
    ("TMUX", "", Carrier::Tmux),
    ("STY", "", Carrier::Screen),
    ("TERM", "linux", Carrier::Nothing),
    ("TERM", "dumb", Carrier::Nothing),
    ("TERM_PROGRAM", "Apple_Terminal", Carrier::Nothing),
    ("VTE_VERSION", "", Carrier::Nothing),
];

impl Carrier {
    /// The one that the environment tells of.
    pub fn of(variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut signs = SIGNS.iter();
        let found = signs.find(|(name, start, _)| {
            variable(name).is_some_and(|value| !value.is_empty() && value.starts_with(start))
        });
        found.map_or(Self::Terminal, |(.., carrier)| *carrier)
    }

    /// What to send so that text comes into the clipboard; nothing where that would not do.
    pub fn sequence(self, text: &str) -> Option<String> {
        if self == Self::Nothing || text.len() > MOST_BYTES {
            return None;
        }
        let plain = format!("\u{1b}]52;c;{}\u{7}", STANDARD.encode(text));
        Some(match self {
            // Which of the two gets through depends on tmux's `set-clipboard` and
            // `allow-passthrough`; the other is not heard.
            Self::Tmux => {
                let inner = plain.replace('\u{1b}', "\u{1b}\u{1b}");
                format!("{plain}\u{1b}Ptmux;{inner}\u{1b}\\")
            }
            Self::Screen => {
                let letters: Vec<char> = plain.chars().collect();
                let chunks = letters.chunks(SCREEN_CHUNK);
                let wrapped = chunks.map(|it| format!("\u{1b}P{}\u{1b}\\", String::from_iter(it)));
                wrapped.collect()
            }
            _ => plain,
        })
    }

    /// What the reader is told once something was sent.
    pub const fn told(self) -> &'static str {
        match self {
            Self::Tmux => "to the clipboard (OSC 52; tmux needs set-clipboard on)",
            Self::Screen => "to the clipboard (OSC 52 through screen)",
            _ => "to the clipboard (OSC 52)",
        }
    }
}

/// Adds text to the file for copies in a folder, and gives the file. One of that name that
/// something else made is left alone: another name is taken.
pub fn append(folder: &Path, text: &str) -> io::Result<PathBuf> {
    let names = std::iter::once(format!("{FILE}.md"))
        .chain((2..100).map(|number| format!("{FILE}-{number}.md")));
    for name in names {
        let path = folder.join(name);
        match start_of(&path) {
            Ok(start) if start == HEADING.as_bytes() => {
                let mut file = OpenOptions::new().append(true).open(&path)?;
                write!(file, "\n{text}")?;
                return Ok(path);
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // Made anew, so that what somebody else makes meanwhile is left alone.
                let mut file = fs::File::create_new(&path)?;
                write!(file, "{HEADING}\n{text}")?;
                return Ok(path);
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("every name for copies is taken"))
}

/// The first bytes of a file, as many as the heading has.
fn start_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    if path.is_dir() {
        return Ok(start);
    }
    let file = fs::File::open(path)?;
    file.take(HEADING.len() as u64).read_to_end(&mut start)?;
    Ok(start)
}

#[cfg(test)]
mod tests {
    use super::{Carrier, MOST_BYTES, append};
    use std::fs;

    #[test]
    fn the_terminal_is_sent_base64() {
        let sent = Carrier::Terminal.sequence("“Ja”").unwrap();
        assert_eq!(sent, "\u{1b}]52;c;4oCcSmHigJ0=\u{7}");
        assert!(
            Carrier::Terminal
                .sequence(&"x".repeat(MOST_BYTES))
                .is_some()
        );
        assert_eq!(
            Carrier::Terminal.sequence(&"x".repeat(MOST_BYTES + 1)),
            None
        );
        assert_eq!(Carrier::Nothing.sequence("x"), None);
    }

    #[test]
    fn multiplexers_hand_it_on() {
        let sent = Carrier::Tmux.sequence("x").unwrap();
        assert!(sent.starts_with("\u{1b}]52;c;eA==\u{7}"));
        assert!(sent.ends_with("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;eA==\u{7}\u{1b}\\"));
        let sent = Carrier::Screen.sequence(&"x".repeat(600)).unwrap();
        let chunks: Vec<&str> = sent.split_inclusive("\u{1b}\\").collect();
        assert!(chunks.len() > 2);
        assert!(
            chunks
                .iter()
                .all(|it| it.starts_with("\u{1b}P") && it.len() < 300)
        );
    }

    #[test]
    fn the_environment_tells_the_carrier() {
        let with = |name: &'static str, value: &'static str| {
            Carrier::of(&move |asked| (asked == name).then(|| value.to_owned()))
        };
        assert_eq!(with("TMUX", "/tmp/x,1,0"), Carrier::Tmux);
        assert_eq!(with("STY", "1.pts"), Carrier::Screen);
        assert_eq!(with("TERM", "linux"), Carrier::Nothing);
        assert_eq!(with("TERM", "xterm-256color"), Carrier::Terminal);
        assert_eq!(with("TMUX", ""), Carrier::Terminal);
    }

    #[test]
    fn copies_are_added_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let mine = folder.path().join("parallax-copy.md");
        fs::write(&mine, "mine").unwrap();
        let file = append(folder.path(), "one\n").unwrap();
        assert_eq!(append(folder.path(), "two\n").unwrap(), file);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.ends_with("\none\n\ntwo\n"), "{text}");
        assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
    }
}
