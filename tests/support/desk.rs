//! A folder of articles in which the program is run.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub(crate) const POST: &str = "Ferry strike enters second week\n\n\
    Ferry crews in Port Elm stayed ashore on Monday for the eighth day, the harbour office said.\n\n\
    At least 14 crossings were cancelled, and tourists slept in the terminal.\n\n\
    “They must come to a settlement and halt this bitter, bitter strike,” Mayor Mara Quist said.\n";

pub(crate) const TIMES: &str = "Mayor scolds ferry crews\n\n\
    “They must reach a settlement and end this fierce strike,” Mayor Mara Quist said.\n\n\
    Ferry crews in Port Elm stayed ashore on Monday for the eighth day, the harbour office said.\n\n\
    Hoteliers put their losses at two million crowns.\n";

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Trouble: exit status 2, nothing on standard output, and all of this on standard error.
    #[track_caller]
    pub(crate) fn fails_with(&self, words: &[&str]) {
        assert_eq!(
            (self.status, self.out.as_str()),
            (Some(2), ""),
            "{}",
            self.err
        );
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in: {}", self.err);
        }
        assert!(self.err.starts_with("parallax: "), "{}", self.err);
    }

    #[track_caller]
    pub(crate) fn ends_with(&self, status: i32) -> &str {
        assert_eq!(self.status, Some(status), "{}{}", self.out, self.err);
        &self.out
    }
}

/// A folder with two articles in it.
pub(crate) struct Desk(pub(crate) TempDir);

impl Desk {
    pub(crate) fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("post.txt", POST);
        desk.put("times.txt", TIMES);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub(crate) fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
        command.args(args).current_dir(&self.0);
        // Not the settings of whoever runs the tests.
        command.env("XDG_CONFIG_HOME", self.path("settings"));
        for name in [
            "COLORFGBG",
            "SSH_CONNECTION",
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "CI",
            "COLUMNS",
        ] {
            command.env_remove(name);
        }
        command
    }

    /// Runs with `input` on standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Run {
        let mut command = self.command(args);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that does not read its input closes it; that is no fault of the test.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "")
    }
}
