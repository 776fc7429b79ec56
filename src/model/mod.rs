//! Plain data that the stages hand to each other. No algorithms.
//!
//! [`Comparison`] is what everything leads to: one immutable value that the reports and the
//! terminal read and nothing else.

mod alignment;
mod article;
mod comparison;
mod correction;
mod corrections;
mod fact;
mod finding;
mod ids;
mod unit;
mod vocabulary;

pub use alignment::{
    Absence, Alignment, Claimed, Evidence, EvidenceKind, Joined, Joint, Link, LinkVerdict, Nearest,
    Row, RowVerdict,
};
pub use article::{Article, Block, BlockRole, Field, Reading, Reason, Sentence, Words};
pub use comparison::{Comparison, HeadlineQuote, HeadlineSource, Settings, Warning, link_of};
pub use correction::{
    Anchor, Corrected, Correction, FindingAnchor, Forced, Outcome, Part, Rejected, Said, Target,
};
pub use corrections::{Corrections, Text};
pub use fact::{
    Amount, Day, Fact, FactKind, Facts, Qualifier, Quote, QuoteKind, Relation, SameQuote, Speaker,
    Value,
};
pub use finding::{Finding, FindingKind, Place, Severity};
pub use ids::{ArticleId, FindingId, QuoteId, RowId, SentenceId};
pub use unit::Unit;
pub use vocabulary::Vocabulary;
