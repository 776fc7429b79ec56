//! Links and rows to verdicts and findings.
//!
//! Each file finds findings of its kinds and knows nothing of the others; [`compare`] gathers
//! them, puts them in order, and raises the verdicts of the rows and links that they touch.
//!
//! ```text
//! reading, clash ─▶ amounts   numbers of the same things
//! (the words of     times     days and hours
//! linked sentences; named     who, where, and on whose word
//! two sides of a    stance    denied, certain, hoped for, done, loaded
//! difference)       quotes    one utterance in several wordings
//!                   missing   what is left out or put far down
//!                   headlines, headwords   headlines against their texts
//!                   origin    copies of one text: one voice
//!                 ─▶ judge    verdicts; doubts: what to mind of the whole
//! ```

mod amounts;
mod clash;
mod doubts;
mod headlines;
mod headwords;
mod judge;
mod missing;
mod named;
mod origin;
mod quotes;
mod reading;
mod stance;
mod times;

use crate::model::{Alignment, Article, Comparison, Finding, Joined, RowId};
use crate::parallel;
use crate::text::fold;
use amounts::{near, told, tolls, traits, values};
use clash::Clash;
use missing::{details, omissions, prominence};
use named::disputed::Disputed;
use named::{names, scenes, sources};
use quotes::Version;
pub use quotes::{Quotes, Utterances, quotes};
use reading::{Noted, Pair, Reading, Readings};
use stance::{ahead, certainty, outlook, polarity, tone};
use times::{days, hours};

/// Fewer rows than this are not worth a thread.
const WORTH: usize = 6;

/// The pairs of sentences that a number joins, however little else they share.
///
/// `comparison` holds the articles and their facts.
pub fn counted(comparison: &Comparison) -> Joined {
    let mut joined = near::joined(comparison);
    joined.extend(tolls::joined(
        comparison,
        &Readings::with_amounts(comparison),
    ));
    joined
}

/// What a story's outlets agree on, tell differently and leave out.
///
/// `comparison` holds the articles and their facts.
pub fn compare(
    mut comparison: Comparison,
    alignment: Alignment,
    utterances: Utterances,
) -> Comparison {
    comparison.links = alignment.links;
    comparison.rows = alignment.rows;
    comparison.same_quotes = utterances.same;
    let versions = utterances.versions;
    comparison.shared_origin = origin::shared_origin(&comparison);
    let voices = origin::voices(&comparison);
    comparison.headline_quotes = quotes::headlines::sources(&comparison);
    comparison.headline_words = headwords::headwords(&comparison);
    name_voices(&mut comparison, &voices);
    let findings = found(&comparison, &versions, &voices);
    judge::judge(&mut comparison, findings);
    comparison.warnings.extend(doubts::doubts(&comparison));
    comparison
}

/// All findings, in no order; `voices` is how many voices tell each row.
fn found(comparison: &Comparison, versions: &[Version], voices: &[usize]) -> Vec<Finding> {
    let row_of = reading::row_of(comparison);
    let fold = |_, article: &Article| fold::fold(&article.text);
    let folded: Vec<String> = parallel::map(&comparison.articles, 1, fold);
    let (readings, (counting, mut findings)) = parallel::both(
        || Readings::of(comparison),
        || {
            let counting = Readings::with_amounts(comparison);
            let mut findings = quotes::findings(comparison, versions, &row_of);
            findings.extend(quotes::headlines::findings(comparison, &row_of));
            findings.extend(headlines::findings(comparison, &counting, &row_of));
            let names = names::clashes(comparison, &folded, &row_of);
            findings.extend(clash::findings(comparison, &row_of, names));
            let traits = traits::clashes(comparison, &row_of);
            findings.extend(clash::findings(comparison, &row_of, traits));
            (counting, findings)
        },
    );
    let rows: Vec<RowId> = (0..comparison.rows.len() as u32).map(RowId).collect();
    let (told, shifts) = parallel::both(
        || {
            let notes = Notes::of(comparison, &readings);
            parallel::map(&rows, WORTH, |_, &row| {
                let pairs = reading::pairs(comparison, &readings, row);
                clash::findings(comparison, &row_of, notes.clashes(comparison, &pairs))
            })
        },
        || prominence::findings(comparison, &readings),
    );
    findings.extend(told.into_iter().flatten().chain(shifts));
    let tolls = tolls::clashes(comparison, &counting, &row_of, &findings);
    let tolls = clash::findings(comparison, &row_of, tolls);
    let mut findings = tolls::unite(findings, tolls);
    let disputed = Disputed::of(comparison, &findings);
    let search = details::Search::new(comparison, &readings, &folded, &disputed);
    let find = |known: &mut details::Elsewhere, at: usize, &row: &RowId| {
        let voices = voices.get(at).copied().unwrap_or(1);
        let mut findings = search.findings(known, row);
        findings.extend(omissions::finding(comparison, row, voices));
        findings
    };
    let left_out = parallel::map_with(&rows, WORTH, details::Elsewhere::new, find);
    findings.extend(left_out.into_iter().flatten());
    findings
}

/// What the signals need of each sentence, noted once for all pairs that it is in.
struct Notes<'a> {
    amounts: Noted<Vec<told::Told<'a>>>,
    plans: Noted<Vec<ahead::Plan>>,
    cues: Noted<Vec<certainty::Cue>>,
    denials: Noted<polarity::Denial>,
    expectations: Noted<outlook::Expectation>,
    colours: Noted<tone::Colours>,
}

impl<'a> Notes<'a> {
    fn of(comparison: &'a Comparison, readings: &'a Readings) -> Self {
        let amounts =
            |reading: &'a Reading| told::told(comparison.facts_of(reading.id), &reading.tokens);
        Self {
            amounts: readings.note(amounts),
            plans: readings.note(|reading| ahead::plans(comparison, reading)),
            cues: readings.note(|reading| certainty::cues(comparison, reading)),
            denials: readings.note(|reading| polarity::denial(comparison, reading)),
            expectations: readings.note(|reading| outlook::expectation(comparison, reading)),
            colours: readings.note(|reading| tone::colours(comparison, reading)),
        }
    }

    /// What the sentences of a row and those that are linked to them tell differently.
    fn clashes(&self, comparison: &Comparison, pairs: &[Pair<'_>]) -> Vec<Clash> {
        let mut clashes = values::clashes(comparison, &self.amounts, pairs);
        for pair in pairs {
            let signals = [
                sources::clash(comparison, pair),
                certainty::clash(comparison, &self.cues, pair),
                polarity::clash(comparison, &self.denials, pair),
            ];
            clashes.extend(signals.into_iter().flatten());
        }
        // Sentences of different rows share one of the several things that they tell: a day, a
        // place or a tone is seldom of that one (of 2 days that differed so in 29 stories none was).
        for pair in pairs.iter().filter(|pair| pair.beside) {
            let signals = [
                ahead::clash(comparison, &self.plans, pair),
                days::clash(comparison, pair),
                hours::clash(comparison, pair),
                scenes::clash(comparison, pair),
                outlook::clash(comparison, &self.expectations, pair),
            ];
            clashes.extend(signals.into_iter().flatten());
            clashes.extend(tone::clashes(comparison, &self.colours, pair));
        }
        clashes
    }
}

/// Says in the reasons of rows how many voices tell them, where some outlets print one text.
fn name_voices(comparison: &mut Comparison, voices: &[usize]) {
    for (row, &voices) in comparison.rows.iter_mut().zip(voices) {
        if voices < row.cells.len() {
            let said = match voices {
                1 => "one voice: they print one text".to_owned(),
                more => format!("{more} voices: some of them print one text"),
            };
            row.why = format!("{}, {said}", row.why);
        }
    }
}
