//! Words as a quote, with who says them, by which verb and where.

use super::venue;
use crate::facts::page::Page;
use crate::facts::speakers::Attribution;
use crate::facts::speakers::cues::Cue;
use crate::facts::speakers::referent::{Who, is_pronoun};
use crate::facts::speakers::scene::Scene;
use crate::model::{Quote, QuoteKind, SentenceId, Speaker};
use crate::text::{Span, fold::fold};

/// Words of a sentence without marks.
pub(in crate::facts) fn quote(
    scene: &Scene<'_>,
    sentence: usize,
    span: Span,
    kind: QuoteKind,
    who: Option<Who>,
    cue: Option<&Cue>,
) -> Quote {
    let attribution = Attribution {
        who,
        cue: cue.cloned(),
        sentence,
        ..Attribution::default()
    };
    let venue = venue::find(scene.page, &attribution);
    Quote {
        sentence: SentenceId::new(scene.page.article.id, sentence as u32),
        span,
        kind,
        speaker: who.and_then(|who| speaker(scene, who)),
        verb: verb(scene.page, &attribution),
        venue: venue.name,
        preposition: venue.preposition,
        continued: false,
    }
}

/// The speaker as the report names him; none where the text only says "they".
pub(in crate::facts) fn speaker(scene: &Scene<'_>, who: Who) -> Option<Speaker> {
    let (name, span) = match who {
        Who::Entity(entity, span) => (scene.cast.entities.get(entity)?.name.clone(), span),
        Who::Described(span) => {
            let words: Vec<_> = scene.page.article.slice(span).split_whitespace().collect();
            (words.join(" "), span)
        }
    };
    let pronoun = scene.page.is_frame("they", &fold(&name)) || is_pronoun(scene.page, who);
    (!pronoun).then_some(Speaker {
        name,
        span: Some(span),
    })
}

/// The reporting verb as it stands.
pub(in crate::facts) fn verb(page: &Page<'_>, attribution: &Attribution) -> Option<String> {
    let cue = attribution.cue.as_ref()?;
    Some(page.text(&cue.tokens).to_owned())
}
