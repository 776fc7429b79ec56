//! The reader's editor, opened at a line.

use std::path::Path;
use std::process::Command;

/// How editors are told the line to open a file at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `+12 file`.
    Plus,
    /// `file:12`.
    Colon,
    /// `--goto file:12`.
    Goto,
    /// `--line 12 file`.
    Line,
    /// Not at all.
    Plain,
}

/// The editors that are known, by the names of their programs.
const EDITORS: [(&[&str], Form); 4] = [
    (
        &[
            "vi",
            "vim",
            "nvim",
            "nvi",
            "view",
            "emacs",
            "emacsclient",
            "nano",
            "pico",
            "joe",
            "jed",
            "mg",
            "kak",
            "micro",
            "ne",
            "gedit",
            "ex",
            "ed",
        ],
        Form::Plus,
    ),
    (&["hx", "helix", "subl", "zed"], Form::Colon),
    (
        &["code", "code-insiders", "codium", "vscodium", "cursor"],
        Form::Goto,
    ),
    (&["kate", "idea", "pycharm", "mate"], Form::Line),
];

/// What is opened where no editor is named.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// The command that opens a file at a line (from 1) in an editor: a program, or a command line with
/// arguments of its own.
pub fn command(editor: Option<&str>, file: &str, line: u32) -> Command {
    let editor = editor.map(str::trim).filter(|it| !it.is_empty());
    let editor = editor.unwrap_or(USUAL);
    let mut command = start(editor);
    command.args(arguments(editor, file, line));
    command
}

/// The arguments that name the file and the line.
fn arguments(editor: &str, file: &str, line: u32) -> Vec<String> {
    let program = editor.split_whitespace().next().unwrap_or(editor);
    let stem = Path::new(program.trim_matches(['"', '\''])).file_stem();
    let stem = stem.map(|it| it.to_string_lossy().to_lowercase());
    let mut known = EDITORS.iter();
    let known = known.find(|(names, _)| names.iter().any(|it| Some(*it) == stem.as_deref()));
    // A file whose name begins as an option does is none.
    let file = if file.starts_with(['-', '+']) {
        format!("./{file}")
    } else {
        file.to_owned()
    };
    match known.map_or(Form::Plain, |(_, form)| *form) {
        Form::Plus => vec![format!("+{line}"), file],
        Form::Colon => vec![format!("{file}:{line}")],
        Form::Goto => vec!["--goto".to_owned(), format!("{file}:{line}")],
        Form::Line => vec!["--line".to_owned(), line.to_string(), file],
        Form::Plain => vec![file],
    }
}

/// The editor's own command line, which the shell takes apart; what is added to it comes as it is.
#[cfg(unix)]
fn start(editor: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{editor} \"$@\""), editor]);
    command
}

#[cfg(not(unix))]
fn start(editor: &str) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or(USUAL));
    command.args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn every_editor_is_told_the_line_in_its_own_way() {
        for (editor, wanted) in [
            ("vim", "+12 a b.txt"),
            ("/usr/bin/nano -w", "+12 a b.txt"),
            ("emacsclient -t", "+12 a b.txt"),
            ("hx", "a b.txt:12"),
            ("code --wait", "--goto a b.txt:12"),
            ("kate", "--line 12 a b.txt"),
            ("my-editor", "a b.txt"),
        ] {
            assert_eq!(
                arguments(editor, "a b.txt", 12).join(" "),
                wanted,
                "{editor}"
            );
        }
        assert_eq!(arguments("vi", "+x", 1), ["+1", "./+x"]);
    }
}
