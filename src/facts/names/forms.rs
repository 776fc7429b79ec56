//! The forms by which names are known: what is left of them without accents, stops and hyphens.

use crate::facts::page::calendar;
use crate::facts::page::lists;
use crate::facts::page::mark::is_mark;
use crate::facts::page::{Case, Page, Token};
use crate::text::fold::unaccented;

/// The words of a name, folded, without stops and accents; hyphenated ones are one.
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
                part.push_str(&unaccented(key));
                joins = false;
            }
            (key, _) => parts.push(unaccented(key.trim_end_matches('.'))),
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

/// How many tokens from `at` on go on with a name in small letters behind a hyphen: "-byeok" behind
/// "Noh Sae", "-upon-Roe" behind "Elm".
pub(super) fn hyphenated(page: &Page<'_>, at: usize) -> Option<usize> {
    let hyphen = |at: usize| page.is_joined(at) && page.token(at).is_some_and(|t| t.key == "-");
    let small = |is: fn(&str) -> bool| {
        let word = page.token(at + 1).filter(|_| page.is_joined(at + 1));
        word.is_some_and(|t| t.case == Case::Lower && is(&t.key))
    };
    let capital = || page.is_joined(at + 3) && page.token(at + 3).is_some_and(Token::is_capital);
    if !hyphen(at) {
        None
    } else if small(lists::is_link) && hyphen(at + 2) && capital() {
        Some(4)
    } else {
        small(lists::is_syllable).then_some(2)
    }
}

/// Whether the token at `at` names the time zone of the hour before it: "3 p.m. ET", "noon GMT".
pub(super) fn is_zone(page: &Page<'_>, at: usize) -> bool {
    let token = |at: usize| page.token(at);
    let named = token(at).filter(|t| t.case == Case::Upper);
    let named = named
        .is_some_and(|t| calendar::is_zone(&t.key) || calendar::says("zone_behind_hour", &t.key));
    let before = |at: &usize| token(*at).is_some_and(|t| t.key != ".");
    let hour = (0..at).rev().find(before).and_then(token);
    let digits = |key: &str| {
        key.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ':'))
    };
    named && hour.is_some_and(|t| calendar::says("hour", &t.key) || digits(&t.key))
}

/// Whether two given names may be one person's: alike, short and full form, initial and name.
pub(super) fn may_be(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    // "H.J." and "HJ".
    let bare = |name: &str| name.replace('.', "");
    lists::same_given_name(a, b) || initial(a, b) || initial(b, a) || bare(a) == bare(b)
}

/// Whether a given name is nothing but the first letters of several: "vk", "j.p.".
pub(super) fn are_initials(given: &str) -> bool {
    let letters: Vec<char> = given.chars().filter(|c| *c != '.').collect();
    let spoken = letters.iter().any(|c| "aeiouy".contains(*c));
    (2..=3).contains(&letters.len()) && (given.contains('.') || !spoken)
}

/// What a name of these words is known by: "Lac-Mérin" and "Lac Merin", "H.J. Roe" and "HJ Roe",
/// "Saint Ulla" and "St Ulla", "Roe Lines Inc" and "Roe Lines" are one.
pub(super) fn known_by(parts: &[String]) -> String {
    let own = match parts {
        [own @ .., last] if lists::organisations().has_in("legal_form", last) => own,
        all => all,
    };
    let place = lists::places().has(&own.join(" "));
    let parts = if own.is_empty() || place { parts } else { own };
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
