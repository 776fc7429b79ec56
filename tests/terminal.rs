//! The program in a real terminal: what it leaves behind however it ends.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// How long a step may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A pseudo-terminal with the program in it, between two prints of the terminal's settings.
struct Terminal {
    child: Child,
    output: Receiver<Vec<u8>>,
    seen: String,
}

impl Terminal {
    /// Opens the program on a sample story; `None` where there is no `script` (util-linux).
    fn open() -> Option<Self> {
        let program = env!("CARGO_BIN_EXE_parallax");
        let root = env!("CARGO_MANIFEST_DIR");
        Self::run(&format!(
            "sh -c 'echo pid=$$.; exec \"$0\" \"$1\"' '{program}' '{root}/samples/ferry'; \
             echo status=$?."
        ))
    }

    /// Runs commands between two prints of the terminal's settings.
    fn run(commands: &str) -> Option<Self> {
        let run = format!(
            "stty rows 24 cols 100; echo before=$(stty -g); {commands}; echo after=$(stty -g); \
             echo done."
        );
        let child = Command::new("script")
            .args(["-qec", &run, "/dev/null"])
            .env("TERM", "xterm-256color")
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut child) = child else {
            println!("skipped: there is no `script` here");
            return None;
        };
        let (send, output) = mpsc::channel();
        let mut stdout = child.stdout.take().expect("stdout is piped");
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = stdout.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let seen = String::new();
        Some(Self {
            child,
            output,
            seen,
        })
    }

    /// Waits until the terminal has shown `text`.
    fn wait_for(&mut self, text: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.seen.contains(text) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.seen += &String::from_utf8_lossy(&bytes),
                Err(error) => panic!("{error} before {text:?}: {:?}", self.seen),
            }
        }
    }

    /// Waits until the terminal has shown `text` anew.
    fn wait_for_new(&mut self, text: &str) {
        let before = std::mem::take(&mut self.seen);
        self.wait_for(text);
        self.seen.insert_str(0, &before);
    }

    fn press(&mut self, keys: &str) {
        let stdin = self.child.stdin.as_mut().expect("stdin is piped");
        stdin
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
        stdin.flush().expect("the terminal takes keys");
    }

    /// What stands between `name=` and the end of that line, or a full stop.
    fn value(&self, name: &str) -> &str {
        let start = self.seen.find(&format!("{name}=")).expect(name) + name.len() + 1;
        let rest = &self.seen[start..];
        &rest[..rest.find(['\r', '\n', '.']).expect("a line ends")]
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill")
            .args([signal, self.value("pid")])
            .status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits for the end and checks that the terminal is as it was before.
    fn check_restored(&mut self) {
        self.wait_for("done.");
        self.child.wait().expect("script ends");
        assert_eq!(
            self.value("before"),
            self.value("after"),
            "the terminal's settings"
        );
        let last = |sequence: &str| self.seen.rfind(sequence);
        assert!(
            last("\u{1b}[?1049l") > last("\u{1b}[?1049h"),
            "the alternate screen is left"
        );
        assert!(
            last("\u{1b}[?25h") > last("\u{1b}[?25l"),
            "the cursor is shown"
        );
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A failed test leaves no program behind that waits for keys.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn quitting_gives_the_terminal_back() {
    let Some(mut terminal) = Terminal::open() else {
        return;
    };
    terminal.wait_for("help");
    terminal.press("jj]");
    // Words one by one: what stood there already is not drawn again.
    terminal.wait_for("why");
    terminal.press("?");
    terminal.wait_for("keys:");
    terminal.press("qq");
    terminal.check_restored();
    assert_eq!(terminal.value("status"), "0");
}

#[test]
fn signals_give_the_terminal_back() {
    for (signal, status) in [("-TERM", "143"), ("-HUP", "129")] {
        let Some(mut terminal) = Terminal::open() else {
            return;
        };
        terminal.wait_for("help");
        terminal.signal(signal);
        terminal.check_restored();
        assert_eq!(terminal.value("status"), status, "the status says {signal}");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_why() {
    let program = std::env::current_exe()
        .ok()
        .and_then(|test| Some(test.parent()?.parent()?.join("examples/panics")));
    let Some(program) = program.filter(|program| program.exists()) else {
        println!("skipped: `cargo test` without a target builds what this runs");
        return;
    };
    for key in ["p", "t"] {
        let commands = format!("'{}'; echo status=$?.", program.display());
        let Some(mut terminal) = Terminal::run(&commands) else {
            return;
        };
        terminal.wait_for("ready");
        terminal.press(key);
        terminal.check_restored();
        let reason = terminal.seen.rfind("out of order");
        let left = terminal.seen.rfind("\u{1b}[?1049l");
        assert!(reason > left, "the reason stands on the shell's screen");
        let status = if key == "p" { "101" } else { "0" };
        assert_eq!(terminal.value("status"), status);
    }
}

#[test]
fn stopping_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let program = env!("CARGO_BIN_EXE_parallax");
    let root = env!("CARGO_MANIFEST_DIR");
    // With jobs, as in a shell that somebody types in.
    let commands = format!(
        "set -m; '{program}' '{root}/samples/ferry'; echo stopped=$(stty -g); echo now.; read go; \
         fg >/dev/null; echo status=$?."
    );
    let Some(mut terminal) = Terminal::run(&commands) else {
        return;
    };
    terminal.wait_for("help");
    terminal.press("j\u{1a}");
    terminal.wait_for("now.");
    assert_eq!(
        terminal.value("before"),
        terminal.value("stopped"),
        "the shell has its settings back"
    );
    assert!(terminal.seen.rfind("\u{1b}[?1049l") > terminal.seen.rfind("\u{1b}[?1049h"));
    terminal.press("\n");
    terminal.wait_for_new("\u{1b}[?1049h");
    terminal.wait_for_new("help");
    terminal.press("q");
    terminal.check_restored();
    assert_eq!(terminal.value("status"), "0");
}

#[test]
fn what_is_wrong_with_the_arguments_is_said_without_taking_the_screen() {
    let program = env!("CARGO_BIN_EXE_parallax");
    let commands = format!("'{program}' no-such.txt nor-this.txt; echo status=$?.");
    let Some(mut terminal) = Terminal::run(&commands) else {
        return;
    };
    terminal.wait_for("done.");
    assert!(terminal.seen.contains("no-such.txt"));
    assert!(
        !terminal.seen.contains("\u{1b}[?1049h"),
        "{}",
        terminal.seen
    );
    assert_eq!(terminal.value("status"), "2");
}

#[test]
fn what_is_read_is_shown_at_once_and_can_be_left() {
    let program = env!("CARGO_BIN_EXE_parallax");
    let folder = tempfile::tempdir().expect("a folder");
    // Somebody has to open a pipe that nobody writes into: reading it takes for ever.
    let commands = format!(
        "cd '{}'; mkfifo slow.txt; '{program}' slow.txt other.txt; echo status=$?.",
        folder.path().display()
    );
    let Some(mut terminal) = Terminal::run(&commands) else {
        return;
    };
    terminal.wait_for("reading");
    terminal.wait_for("leaves");
    terminal.press("q");
    terminal.check_restored();
    assert_eq!(terminal.value("status"), "0");
}

#[test]
fn a_correction_is_saved_as_soon_as_it_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/ferry");
    for file in std::fs::read_dir(sample).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let program = env!("CARGO_BIN_EXE_parallax");
    let session = folder.path().join("mine.toml");
    let run = format!(
        "'{program}' --session '{}' '{}'; echo status=$?.",
        session.display(),
        folder.path().display()
    );
    let Some(mut terminal) = Terminal::run(&run) else {
        return;
    };
    terminal.wait_for("coast-record");
    terminal.press("jr");
    terminal.wait_for("1 correction saved");
    let kept = std::fs::read_to_string(&session).unwrap();
    assert!(kept.contains("act = \"review\""), "{kept}");
    terminal.press("u");
    terminal.wait_for_new("undone");
    let kept = std::fs::read_to_string(&session).unwrap();
    assert!(!kept.contains("act"), "{kept}");
    terminal.press("q");
    terminal.check_restored();
    assert_eq!(terminal.value("status"), "0");
}
