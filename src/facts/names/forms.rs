//! The forms by which names are known: what is left of them without accents, stops and hyphens.

use crate::facts::page::mark::is_mark;
use crate::facts::page::{Page, Token};
use crate::text::fold::unaccented;

/// The words of a name, folded, without stops; hyphenated ones are one.
pub(in crate::facts) fn parts(tokens: &[Token]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut joins = false;
    for token in tokens {
        match (token.key.as_str(), parts.last_mut()) {
            ("-", _) => joins = true,
            (".", _) => {}
            (key, _) if key.chars().all(is_mark) => {}
            (key, Some(part)) if joins => {
                part.push('-');
                part.push_str(key);
                joins = false;
            }
            (key, _) => parts.push(key.trim_end_matches('.').to_owned()),
        }
    }
    parts
}

/// Whether the digits at a token begin a name: "5G Lines".
pub(super) fn is_numeral(page: &Page<'_>, at: usize) -> bool {
    let token = |at: usize| page.token(at);
    let digits = token(at).is_some_and(|t| t.key.parse::<u8>().is_ok());
    let letter = token(at + 1).is_some_and(|t| t.is_capital() && t.key.len() == 1);
    digits && letter && page.is_joined(at + 1) && token(at + 2).is_some_and(Token::is_capital)
}

/// What a name of these words is known by: "Lac-Mérin" and "Lac Merin", "H.J. Roe" and "HJ Roe",
/// "Saint Ulla" and "St Ulla" are one.
pub(super) fn known_by(parts: &[String]) -> String {
    let words = parts.iter().flat_map(|part| part.split('-'));
    let words: Vec<String> = words.map(plain).collect();
    words.join(" ")
}

fn plain(word: &str) -> String {
    let bare = unaccented(word).replace('.', "");
    match bare.as_str() {
        "saint" => "st".to_owned(),
        "sainte" => "ste".to_owned(),
        _ => bare,
    }
}
