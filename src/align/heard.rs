//! Pairs of sentences that give words of one utterance.

use super::{Scored, evidence, verdict_of};
use crate::model::{Evidence, EvidenceKind, Forced, Link, LinkVerdict, SentenceId, Settings};

/// The chance, at least, that a reader pairs two sentences that give words of one utterance, however
/// little else they share. Of 14 such pairs that the model left unsure or apart, in 29 stories,
/// readers paired 13.
const UTTERED: f64 = 0.8;

impl Scored {
    /// Links two sentences that give words of one utterance, unless a reader parted them.
    pub(super) fn hear(
        &mut self,
        (a, b): (SentenceId, SentenceId),
        speaker: &str,
        settings: &Settings,
        forced: &Forced,
    ) {
        let place = |id| self.profiles.place(id);
        let Some(pair) = self.graph.pair(place(a), place(b)) else {
            return;
        };
        let known = self.scores[pair];
        if known >= UTTERED || forced.parts(a, b) {
            return;
        }
        self.scores[pair] = UTTERED;
        let at = self.links.partition_point(|link| (link.a, link.b) < (a, b));
        if self.links.get(at).is_none_or(|it| (it.a, it.b) != (a, b)) {
            let unseen = Link {
                a,
                b,
                score: known,
                verdict: LinkVerdict::Unsure,
                evidence: Vec::new(),
                why: String::new(),
            };
            self.links.insert(at, unseen);
        }
        let link = &mut self.links[at];
        let utterance = Evidence {
            kind: EvidenceKind::Utterance,
            text: speaker.to_owned(),
            weight: UTTERED - link.evidence.iter().map(|it| it.weight).sum::<f64>(),
        };
        link.evidence.insert(0, utterance);
        link.why = evidence::why(&link.evidence);
        link.score = UTTERED;
        link.verdict = verdict_of(UTTERED, settings);
    }
}
