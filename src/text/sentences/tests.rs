//! Texts with their bounds marked by bars.

use super::split;
use crate::text::Span;
use proptest::prelude::*;

/// The sentences of `text`, each in a line.
fn lines(text: &str) -> Vec<&str> {
    split(text, None).iter().map(|span| span.of(text)).collect()
}

#[track_caller]
fn one(text: &str) {
    assert_eq!(lines(text), [text]);
}

/// Checks that the text breaks where the bars stand.
#[track_caller]
fn breaks(barred: &str) {
    let text = barred.replace('|', "");
    let expected: Vec<_> = barred.split('|').map(str::trim).collect();
    assert_eq!(lines(&text), expected);
}

#[test]
fn abbreviations_and_initials_do_not_end_a_sentence() {
    one("Ms. Roe met Lt. Gen. A. B. Doe and J.D. Poe at St. Mary's on Jan. 5.");
    one("U.S. Senators and N.J. Gov. Roe passed No. 5 at 8 a.m. Monday.");
    one("Acme Inc. Chairman John Q. Public owns 3.5 percent of Doe v. Roe Corp. shares.");
    one("Rep. Jane Roe, R-N.J. (who was there), left.");
    one("President [John Q.] Public and Rep. Roe (D-N.J.) Monday left.");
    one("The U.S.-led force and the U.S.'s allies met.");
}

#[test]
fn an_abbreviation_in_capitals_goes_on_with_capitals() {
    one("ST. WENDEL, Norland (AP) — The council met.");
    one("FT. WENDEL — The council met.");
    one("GOV. ROE LEAVES MT. WENDEL");
    breaks("THE DRIVERS SAID NO. |THE MAYOR LEFT");
    breaks("They came from the FT. |Roe did not.");
    breaks("They wrote to the SEC. |NRGS divers did not.");
}

#[test]
fn a_brand_with_a_small_letter_begins_a_sentence() {
    breaks("The bPhone sold well. |bPads did not, and “bPods” neither.");
    breaks("“It sold well.” |bPads did not.");
    one("The shops of Roe vs. bPhone met in the U.S. bPhone hall.");
    one("She said it was over... bPhones were gone and the pH was 7.");
}

#[test]
fn a_number_behind_an_exclamation_closes_a_title() {
    one("Roe sang \"Faith\", \"Outside\" and \"Liberty! 90\".");
    breaks("We have won! |90 people came.");
}

#[test]
fn an_abbreviation_ends_a_sentence_when_an_opener_follows() {
    breaks("She lives in the U.S. |The next day she left.");
    breaks("It begins at 8 p.m. |He will come.");
    breaks("He is better than I. |Roe knows it.");
}

#[test]
fn a_state_behind_a_town_ends_a_sentence_where_no_comma_follows() {
    breaks("One is in Wendham, Wash., the other in New Corda, La. |Hunters once shot at it.");
    breaks("She lives near Corda, N.J. |Divers found her boat.");
    one("The Corda, La. Baptist church burnt down in Wendham, Va., on Monday.");
    one("CORDA, Va. Violent storms hit the coast of Norland.");
}

#[test]
fn a_sentence_does_not_end_in_brackets_that_close_soon() {
    one("Boats of Roe, Acme (0883.HK) and Doe (RDSa.L) left.");
    one("The firm (Doe No. 5. Wendham) left.");
    breaks("He left. |(She stayed. |They met.)");
    breaks("He saw her (she had left. |Nobody knew it then, and nobody does now) in Wendham.");
}

#[test]
fn closing_marks_belong_to_the_sentence_before() {
    breaks("“We are ready now.” |She left.");
    breaks("\"We are ready now.\" |She left.");
    breaks("« Nous sommes prêts. » |Elle est partie.");
    breaks("(He had left.) |She stayed.");
    breaks("He said: \"Go.\" |\"No,\" she said. |\"Yes.\"");
    breaks("It was over. |“That is all.”");
}

#[test]
fn a_quoted_exclamation_goes_on_with_who_said_it() {
    one("\"Stop!\" he said.");
    one("“Why?” Ms. Roe asked.");
    one("“Why?” Ms. Roe was quoted as saying.");
    one("“Is it over?” Sen. Jane Roe, R-Ohio, said Monday.");
    breaks("“Why?” |The senator left.");
    breaks("“Why?” |Roe left, and Doe said nothing of it.");
}

#[test]
fn a_lost_blank_does_not_hide_a_bound() {
    breaks("They stop this conflict.|he said.");
    breaks("It came to an end.|The rest is known.");
    breaks("It came to an end.|“The rest is known.”");
    for whole in [
        "See example.com and www.example.org/The.html for file.txt today.",
        "Ask Will.I.Am or St.Louis about Node.js and a.b.c now.",
        "Visit Orda.kz and Example.Com or mail x.The@example.org today.",
        "Is https://example.org/?q=a&b=c the page?",
    ] {
        one(whole);
    }
}

#[test]
fn ellipses_datelines_and_lists() {
    one("She waited... and then … she left.");
    breaks("I wait… |The end.");
    one("WASHINGTON (AP) — The council met.");
    one("WASHINGTON, D.C. (AP) — The council met.");
    breaks("“Who knows?…” |He left.");
    one("“I … I don’t know if ... God will help.”");
    breaks("We won the war. ... |And we lost.");
    breaks("1. The council met. |2. The council left.");
    one("• The council met.");
    breaks("This is the last step. |<...> It is up to them.");
}

#[test]
fn other_languages() {
    breaks("Es traf Dr. Roe am 5. Mai z. B. den Rat. |Er ging.");
    breaks("M. Roe a parlé. |Il est parti.");
    breaks("El Sr. Roe llegó a EE. UU. |El consejo votó.");
    breaks("В 2020 г. Роу купил 5 тыс. акций. |Он ушел.");
    breaks("Bà Roe ở TP. Hồ Chí Minh. |Ông đã đi.");
    breaks("会议结束了。|他走了！|谁？");
    breaks("परिषद मिली। |वह चली गई।");
    breaks("هل انتهى؟ |نعم.");
}

#[test]
fn a_place_before_the_first_sentence_belongs_to_it() {
    breaks("SEATTLE. The mayor said no. |She left.");
    breaks("She said no. |NEVER. |The mayor left.");
}

#[test]
fn a_known_language_uses_its_own_tables() {
    let text = "Sie kam am Mi. Danach ging sie.";
    assert_eq!(split(text, Some("en")).len(), 2);
}

proptest! {
    #[test]
    fn sentences_cover_the_text(any in any::<String>(), newsy in "[aAI.!?…\"“”»' \n5,(A-Cの。]{0,40}") {
        for text in [any, newsy] {
            let mut at = 0;
            for span in split(&text, None) {
                prop_assert!(span.start >= at && !span.is_empty());
                prop_assert!(Span::new(at, span.start).trim(&text).is_empty());
                prop_assert_eq!(span.of(&text).trim(), span.of(&text));
                at = span.end;
            }
            prop_assert!(Span::new(at, text.len()).trim(&text).is_empty());
        }
    }
}
