//! The commands: everything in the key table that works here, or behind a key that opens a menu,
//! found by a few letters.

use super::keymap::{self, Binding, Context};
use super::message::{Message, Prompt};
use super::model::{Mode, Model};
use crate::text::fold::fold;

/// The commands that fit what was typed, best first; all where nothing was.
pub fn listed(model: &Model) -> Vec<&'static Binding> {
    let Mode::Prompt {
        prompt: Prompt::Command,
        text,
        ..
    } = &model.mode
    else {
        return Vec::new();
    };
    let wanted = fold(text.trim());
    let mut seen = Vec::new();
    let mut fits = Vec::new();
    let here = keymap::bindings(Context::below(model));
    let behind = keymap::bindings(Context::Closely).filter(|it| it.contexts == [Context::Closely]);
    for binding in here.chain(behind) {
        if seen.contains(&binding.message) || binding.message == Message::Ask(Prompt::Command) {
            continue;
        }
        seen.push(binding.message);
        if let Some(rank) = rank(&wanted, &fold(binding.help)) {
            fits.push((rank, binding));
        }
    }
    fits.sort_by_key(|(rank, _)| *rank);
    fits.into_iter().map(|(_, binding)| binding).collect()
}

/// The keys that lead to a command, one after the other.
pub fn keys(model: &Model, binding: &'static Binding) -> String {
    let key = model.keymap.keys(binding).first().map(ToString::to_string);
    let opens = binding.contexts == [Context::Closely];
    let before = opens.then(|| model.key(Message::Closely));
    let keys: Vec<String> = before.into_iter().chain(key).collect();
    keys.join(" ")
}

/// What the selected command asks for.
pub fn chosen(model: &Model) -> Option<Message> {
    let Mode::Prompt { at, .. } = &model.mode else {
        return None;
    };
    listed(model).get(*at).map(|binding| binding.message)
}

/// How well letters fit a text, 0 best: as they stand at the beginning of a word, inside one, or
/// one after the other with gaps.
fn rank(wanted: &str, text: &str) -> Option<(u8, usize)> {
    if wanted.is_empty() {
        return Some((0, 0));
    }
    if let Some(at) = text.find(wanted) {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let inside = before.is_some_and(char::is_alphanumeric);
        return Some((u8::from(inside), at));
    }
    let mut rest = text.char_indices();
    let mut last = 0;
    for letter in wanted.chars() {
        last = rest.find(|(_, c)| *c == letter)?.0;
    }
    Some((2, last))
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn the_beginning_of_a_word_fits_better_than_letters_with_gaps() {
        let text = "next layout: split, unified";
        assert!(rank("lay", text) < rank("ayo", text));
        assert!(rank("ayo", text) < rank("nlu", text));
        assert_eq!(rank("xyz", text), None);
    }
}
