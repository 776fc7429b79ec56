//! How far two readers agree, written out.

use super::page::{Page, Rich, Role};
use super::summary::{counted, rounded};
use super::{Form, Look};
use crate::agreement::{Measure, Passage};
use serde::Serialize;
use std::io::{self, Write};

/// The JSON form.
#[derive(Serialize)]
struct Answer<'a> {
    schema: &'static str,
    readers: [&'a str; 2],
    kinds: Vec<Measure>,
}

/// Writes the measures kind by kind; `readers` names the files.
pub(super) fn write(
    measures: &[Measure],
    readers: [&str; 2],
    form: Form,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    match form {
        Form::Text => text(measures, readers, &mut Page::new(out, look)),
        Form::Json => {
            let kinds = measures.iter().map(|it| Measure {
                agreement: it.agreement.map(rounded),
                kappa: it.kappa.map(rounded),
                ..it.clone()
            });
            let answer = Answer {
                schema: "parallax.agreement/1",
                readers,
                kinds: kinds.collect(),
            };
            serde_json::to_writer_pretty(&mut *out, &answer)?;
            writeln!(out)
        }
    }
}

fn text(measures: &[Measure], readers: [&str; 2], page: &mut Page<'_>) -> io::Result<()> {
    let title = "Agreement of two readers";
    page.put("", &Rich::default().with(title, Role::Heading))?;
    for (letter, reader) in ["A  ", "B  "].into_iter().zip(readers) {
        page.say(letter, reader)?;
    }
    for measure in measures {
        kind(page, measure)?;
    }
    page.heading("How this was measured")?;
    page.remark(
        "",
        "Counted is what both judged: a row that was reviewed and left as it is counts as judged \
         like the machine's. Kappa takes off what chance alone would give: 1 is full agreement, 0 \
         no more than chance. It is not defined where both give one judgement throughout. J. Cohen, \
         A coefficient of agreement for nominal scales, Educational and Psychological Measurement \
         20 (1960), 37-46.",
    )
}

fn kind(page: &mut Page<'_>, measure: &Measure) -> io::Result<()> {
    let [a, b] = measure.alone;
    if measure.both + a + b == 0 {
        return Ok(());
    }
    let mut title = measure.kind.words().to_owned();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    page.heading(&title)?;
    let judged = format!(
        "{} judged by both, {a} by A alone, {b} by B alone",
        measure.both
    );
    page.say("", &judged)?;
    if let Some(agreement) = measure.agreement {
        let kappa = match measure.kappa {
            Some(kappa) => format!("Cohen's kappa {kappa:.2}"),
            None => "Cohen's kappa not defined: one judgement throughout".to_owned(),
        };
        let share = agreement * 100.0;
        page.say(
            "",
            &format!(
                "agreement {share:.0} % ({} of {}); {kappa}",
                measure.agreed, measure.both
            ),
        )?;
    }
    if !measure.disagreements.is_empty() {
        let units = counted(measure.disagreements.len(), "disagreement");
        page.say("", &format!("{units}:"))?;
    }
    for it in &measure.disagreements {
        page.blank()?;
        let [a, b] = it.said;
        let mut said = format!("A: {a}; B: {b}");
        if !it.about.is_empty() {
            said = format!("{}: {said}", it.about);
        }
        page.put("  ", &Rich::default().with(&said, Role::Kind))?;
        it.passages.iter().try_for_each(|it| passage(page, it))?;
    }
    Ok(())
}

fn passage(page: &mut Page<'_>, passage: &Passage) -> io::Result<()> {
    let rich = Rich::default()
        .with(&passage.outlet, Role::Outlet)
        .with(": ", Role::Plain)
        .with(&passage.words, Role::Words);
    page.put("    ", &rich)
}
