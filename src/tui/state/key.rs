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

/// The keys that have a name: in scripts, in the settings, on screen.
const NAMED: [(Key, &str, &str, &str); 16] = [
    (Key::Char(' '), "space", "space", "Space"),
    (Key::Char('<'), "lt", "<", "<"),
    (Key::Enter, "cr", "enter", "Enter"),
    (Key::Esc, "esc", "esc", "Esc"),
    (Key::Tab, "tab", "tab", "Tab"),
    (Key::BackTab, "s-tab", "shift-tab", "Shift-Tab"),
    (Key::Backspace, "bs", "backspace", "Backspace"),
    (Key::Delete, "del", "delete", "Del"),
    (Key::Up, "up", "up", "↑"),
    (Key::Down, "down", "down", "↓"),
    (Key::Left, "left", "left", "←"),
    (Key::Right, "right", "right", "→"),
    (Key::Home, "home", "home", "Home"),
    (Key::End, "end", "end", "End"),
    (Key::PageUp, "pgup", "pageup", "PgUp"),
    (Key::PageDown, "pgdn", "pagedown", "PgDn"),
];

/// The function keys that terminals have.
const FUNCTION_KEYS: std::ops::RangeInclusive<u8> = 1..=12;

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

    /// The key of a name: a character itself, or a name such as "enter", "ctrl-n", "f5", in any
    /// case; the names in scripts count, too.
    pub fn named(name: &str) -> Option<Self> {
        let mut letters = name.chars();
        if let (Some(one), None) = (letters.next(), letters.next()) {
            return (!one.is_control() && one != ' ').then_some(Self::Char(one));
        }
        let name = name.to_lowercase();
        let ctrl = ["ctrl-", "ctrl+", "c-", "^"];
        if let Some(letter) = ctrl.iter().find_map(|it| name.strip_prefix(it)) {
            let mut letters = letter.chars();
            let one = letters.next().filter(char::is_ascii_lowercase);
            return one.filter(|_| letters.next().is_none()).map(Self::Ctrl);
        }
        if let Some(number) = name.strip_prefix('f').and_then(|it| it.parse().ok()) {
            return FUNCTION_KEYS.contains(&number).then_some(Self::F(number));
        }
        let mut named = NAMED.iter();
        let found = named.find(|(_, script, settings, _)| *script == name || *settings == name);
        found.map(|(key, ..)| *key)
    }

    /// The name that the settings give it.
    pub fn name(self) -> String {
        match self {
            Self::Ctrl(c) => format!("ctrl-{c}"),
            Self::F(n) => format!("f{n}"),
            Self::Char(c) if c != ' ' => c.to_string(),
            _ => {
                let named = NAMED.iter().find(|(key, ..)| *key == self);
                named.map_or_else(String::new, |(_, _, name, _)| (*name).to_owned())
            }
        }
    }

    /// The names that keys can have in the settings, but for single characters.
    pub fn names() -> impl Iterator<Item = String> {
        let named = NAMED.iter().filter(|(key, ..)| *key != Self::Char('<'));
        let named = named.map(|(_, _, name, _)| (*name).to_owned());
        let functions = FUNCTION_KEYS.map(|n| Self::F(n).name());
        let controls = ('a'..='z').map(|c| Self::Ctrl(c).name());
        named.chain(functions).chain(controls)
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

    #[test]
    fn every_key_has_a_name_that_leads_back_to_it() {
        for name in Key::names().chain(["<", "é", "]"].map(str::to_owned)) {
            assert_eq!(Key::named(&name).map(Key::name), Some(name));
        }
        for name in ["", " ", "ctrl-", "ctrl-nn", "f0", "f13", "enterr"] {
            assert_eq!(Key::named(name), None, "{name}");
        }
    }
}
