//! What an outlet lacks of the details of a piece that it tells.

use super::asides::Aside;
use super::given::Given;
use super::{Detail, DetailKind, Elsewhere, Search, Teller};
use crate::model::{ArticleId, Comparison, Finding, FindingKind, Place, RowId, Severity};
use crate::text::fold::fold;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How many details a finding lists by their words.
const SHOWN: usize = 4;

/// So many clauses before are looked at for one that says the same.
const BEFORE: usize = 64;

/// What an outlet lacks where it tells a row, as far as it is known.
#[derive(Default)]
pub(super) struct Lacking<'a> {
    /// What it gives nowhere, in words.
    missing: Vec<String>,
    /// What it gives elsewhere, in words.
    elsewhere: Vec<String>,
    /// Where others give it.
    places: Vec<Place>,
    /// The clauses among it.
    asides: Vec<&'a Aside<'a>>,
    /// Whether another has some of it in its headline.
    headlined: bool,
}

impl Lacking<'_> {
    /// Whether a detail is a part of what is known to be lacking.
    fn covers(&self, detail: &Detail<'_>) -> bool {
        // The details of an article come one after the other.
        let places = self.places.iter().rev();
        let mut own = places.take_while(|it| it.article == detail.article);
        own.any(|it| it.span.contains(detail.span))
    }

    /// The finding about it, if there is anything that the outlet gives nowhere.
    pub(super) fn finding(
        self,
        comparison: &Comparison,
        row: RowId,
        teller: &Teller<'_>,
    ) -> Option<Finding> {
        if self.missing.is_empty() {
            return None;
        }
        let mut words = self.missing;
        words.extend(self.elsewhere);
        let more = words.len().saturating_sub(SHOWN);
        words.truncate(SHOWN);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let name = &comparison.article(teller.id).outlet;
        Some(Finding {
            kind: FindingKind::DetailOmission,
            severity: if self.headlined {
                Severity::Notable
            } else {
                Severity::Minor
            },
            row,
            articles: vec![teller.id],
            places: self.places,
            values: Vec::new(),
            importance: None,
            why: format!(
                "{name} does not give {}: {}{more}",
                teller.place,
                words.join(", ")
            ),
        })
    }
}

impl Search<'_> {
    /// What an outlet lacks of the details of the others: first what it gives nowhere.
    pub(super) fn lacking<'d>(
        &self,
        known: &mut Elsewhere,
        teller: &Teller<'_>,
        details: &[&'d Detail<'_>],
    ) -> Lacking<'d> {
        let mut lacking = Lacking::default();
        // Many outlets give the same detail; whether this one lacks it is looked up once.
        let mut lacks: BTreeMap<Cow<'_, str>, bool> = BTreeMap::new();
        let theirs = |detail: &&&Detail<'_>| {
            detail.article != teller.id && !self.disputes(teller.id, detail)
        };
        for &detail in details.iter().filter(theirs) {
            if lacking.covers(detail) {
                continue;
            }
            let key = match &detail.kind {
                DetailKind::Fact(_, key) => Cow::Borrowed(key.as_str()),
                DetailKind::Clause(_) => Cow::Borrowed(self.text(detail)),
                DetailKind::Quote(_) | DetailKind::Cause(_) => fold(&self.words(detail)).into(),
            };
            let given = |known| self.given(known, teller, detail);
            let lacks = lacks
                .entry(key)
                .or_insert_with(|| self.note(&mut lacking, teller.id, detail, &given(known)));
            if *lacks {
                lacking.places.push(Place {
                    article: detail.article,
                    span: detail.span,
                });
            }
        }
        lacking
    }

    /// Notes a detail that an outlet does not give in a row, and says whether it is so.
    fn note<'d>(
        &self,
        lacking: &mut Lacking<'d>,
        outlet: ArticleId,
        detail: &'d Detail<'_>,
        given: &Given,
    ) -> bool {
        match given {
            Given::Here => return false,
            // Who is named once need not be named again.
            Given::Elsewhere(_) if detail.is_name() => return false,
            Given::Elsewhere(at) => {
                let words = self.words(detail);
                let elsewhere = format!("{words} (elsewhere: {outlet} ¶{})", at + 1);
                lacking.elsewhere.push(elsewhere);
            }
            Given::Nowhere => {
                if let DetailKind::Clause(aside) = &detail.kind {
                    let mut before = lacking.asides.iter().rev().take(BEFORE);
                    let again = before.any(|other| aside.is_like(other));
                    lacking.asides.push(aside);
                    if again {
                        return true;
                    }
                }
                let headlined = self.headlined(detail);
                lacking.headlined |= headlined.is_some();
                let more = headlined.or_else(|| self.rival(outlet, detail));
                let words = self.words(detail) + &more.unwrap_or_default();
                lacking.missing.push(words);
            }
        }
        true
    }
}
