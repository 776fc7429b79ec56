//! Stories made out of our own word stock, and texts that are trouble.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Sentences of our own with holes for a number, a person, a place and a day.
const TEMPLATES: [&str; 14] = [
    "The dam at {place} will be closed for {n} days, {person} said on {day}.",
    "“We have {n} pumps and not one spare part,” {person} told the Marsh Gazette.",
    "\"Nobody in {place} was warned,\" said {person}. \"Nobody was asked.\"",
    "At least {n} people were hurt when the roof of the {place} market fell in.",
    "About {n} per cent of the fields near {place} stand under water.",
    "Repairs will cost €{n}m, according to {person}, who leads the water board.",
    "{person} resigned on {day}.",
    "{person} did not resign on {day}, a spokeswoman for the water board said.",
    "The Upland Dairy has moved {n} cows to {place}.",
    "He called the plan “a promise written on the {day} tide”.",
    "It may rain again before {day}.",
    "Police in {place} confirmed that {n} cars had been towed away.",
    "Mr. {person}, Jr., of St. {place} (pop. {n},000) declined to comment...",
    "From {day} on, trains stop at {place} every {n} minutes.",
];

const PERSONS: [&str; 6] = [
    "Irma Sandoval",
    "Tobiasz Wren",
    "Noor al-Rashidi",
    "Ørjan Åkerlund",
    "J. P. O’Malley",
    "the minister of water, Lida Kross",
];

const PLACES: [&str; 5] = [
    "Brackwater",
    "San Telmo",
    "Zółtawa",
    "Upper Thorn",
    "Kap-Neuen",
];

const DAYS: [&str; 5] = [
    "Tuesday",
    "3 May",
    "May 4",
    "Sunday evening",
    "12 June 2024",
];

const NUMBERS: [&str; 9] = [
    "2",
    "two",
    "19",
    "1,400",
    "3.2",
    "1.5 million",
    "0",
    "98765432109876543210",
    "¾",
];

/// Sentences that are trouble: marks that never close, other scripts, invisible characters.
pub(super) const ODD: [&str; 14] = [
    "„Wir kommen wieder“, sagte sie.",
    "«Non», répondit-il. «Jamais de la vie!»",
    "“An opening mark that nobody closes, said Kross.",
    "He said: ''two primes'' and ‘one’ and 'another'.",
    "水位は三日で二倍になった。",
    "ارتفع منسوب المياه مرتين في ثلاثة أيام.",
    "Cafe\u{301} owners\u{a0}— all 12 of them —\u{2009}agreed 👩\u{200d}🚒 to help 🇳🇴.",
    "…",
    "\u{200b}\u{feff}\u{2060}",
    "99/99/9999 and 31 February at 25:61, 1e999 or -0 %, $€£, 1,2,3,4.",
    "A\u{202e}DRAWKCAB\u{202c} word and a \u{1b}[31mred\u{1b}[0m one.",
    "ǅ İstanbul ẞ ﬁre ｆｕｌｌ ⅳ",
    "U.S. U.K. e.g. i.e. No. 5 vs. St. J. K. L.",
    "- * | > # [x](y) <b>&amp;</b>",
];

fn sentence() -> impl Strategy<Value = String> {
    let filled = (
        select(&TEMPLATES[..]),
        select(&PERSONS[..]),
        select(&PLACES[..]),
        select(&DAYS[..]),
        select(&NUMBERS[..]),
    );
    let filled = filled.prop_map(|(template, person, place, day, n)| {
        template
            .replace("{person}", person)
            .replace("{place}", place)
            .replace("{day}", day)
            .replace("{n}", n)
    });
    prop_oneof![8 => filled, 1 => select(&ODD[..]).prop_map(str::to_owned), 1 => "\\PC{1,40}"]
}

/// The text of an outlet that tells some of the story's sentences and some of its own.
fn text(told: &[(Index, bool)], pool: &[String], own: &[String], credit: bool) -> String {
    let mut text = "Water board under fire in Brackwater\n\nBy Ada Quillfeather\n\n".to_owned();
    let shared = told.iter().map(|(at, ends)| (at.get(pool), *ends));
    for (sentence, ends) in shared.chain(own.iter().map(|own| (own, true))) {
        text += sentence;
        text += if ends { "\n\n" } else { " " };
    }
    if credit {
        text += "Photo: Marsh Gazette / archive\n";
    }
    text
}

/// A story of a few outlets that draw on the same sentences.
pub(super) fn story() -> impl Strategy<Value = Vec<String>> {
    let outlet = (
        vec((any::<Index>(), any::<bool>()), 0..8),
        vec(sentence(), 0..3),
        any::<bool>(),
    );
    (vec(sentence(), 3..10), vec(outlet, 2..5)).prop_map(|(pool, outlets)| {
        let outlets = outlets.iter();
        outlets
            .map(|(told, own, credit)| text(told, &pool, own, *credit))
            .collect()
    })
}
