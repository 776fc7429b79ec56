//! Keys by name, free of the terminal library, so that scripts and tests can write them.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::fmt;

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A character as typed, Shift included.
    Char(char),
    /// A character with Ctrl held; lower case.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// The keys that have a name, the name in scripts, and the name on screen.
const NAMED: [(Key, &str, &str); 18] = [
    (Key::Char(' '), "space", "Space"),
    (Key::Char('<'), "lt", "<"),
    (Key::Enter, "cr", "Enter"),
    (Key::Esc, "esc", "Esc"),
    (Key::Tab, "tab", "Tab"),
    (Key::BackTab, "s-tab", "Shift-Tab"),
    (Key::Backspace, "bs", "Backspace"),
    (Key::Delete, "del", "Del"),
    (Key::Up, "up", "↑"),
    (Key::Down, "down", "↓"),
    (Key::Left, "left", "←"),
    (Key::Right, "right", "→"),
    (Key::Home, "home", "Home"),
    (Key::End, "end", "End"),
    (Key::PageUp, "pgup", "PgUp"),
    (Key::PageDown, "pgdn", "PgDn"),
    (Key::F(1), "f1", "F1"),
    (Key::F(5), "f5", "F5"),
];

impl Key {
    /// The key of a terminal event; `None` for releases and for keys that have no name here.
    pub fn of_event(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        Some(match event.code {
            KeyCode::Char(c) if ctrl => Self::Ctrl(c.to_ascii_lowercase()),
            KeyCode::Char(c) => Self::Char(c),
            KeyCode::Enter => Self::Enter,
            KeyCode::Esc => Self::Esc,
            KeyCode::BackTab => Self::BackTab,
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Self::BackTab,
            KeyCode::Tab => Self::Tab,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete => Self::Delete,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::F(n) => Self::F(n),
            _ => return None,
        })
    }

    /// The keys of a script such as `"jj<tab>/fire<cr><c-d>"`; `None` where a name is unknown.
    pub fn script(script: &str) -> Option<Vec<Self>> {
        let mut keys = Vec::new();
        let mut rest = script;
        while let Some(c) = rest.chars().next() {
            if c == '<' {
                let end = rest.find('>')?;
                keys.push(Self::named(rest.get(1..end)?)?);
                rest = rest.get(end + 1..)?;
            } else {
                keys.push(Self::Char(c));
                rest = rest.get(c.len_utf8()..)?;
            }
        }
        Some(keys)
    }

    /// The key of a name in a script.
    fn named(name: &str) -> Option<Self> {
        if let Some(letter) = name.strip_prefix("c-") {
            return letter.chars().next().map(Self::Ctrl);
        }
        NAMED
            .iter()
            .find(|(_, script, _)| *script == name)
            .map(|(key, ..)| *key)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((.., shown)) = NAMED.iter().find(|(key, ..)| key == self) {
            return f.pad(shown);
        }
        match self {
            Self::Char(c) => f.pad(c.encode_utf8(&mut [0; 4])),
            Self::Ctrl(c) => f.pad(&format!("^{}", c.to_uppercase())),
            Self::F(n) => f.pad(&format!("F{n}")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn scripts_name_keys() {
        assert_eq!(
            Key::script("j<tab>/é<cr><c-d><lt>"),
            Some(vec![
                Key::Char('j'),
                Key::Tab,
                Key::Char('/'),
                Key::Char('é'),
                Key::Enter,
                Key::Ctrl('d'),
                Key::Char('<'),
            ])
        );
        assert_eq!(Key::script("<nonsense>"), None);
    }
}
