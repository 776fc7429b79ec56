//! Numbers and dates that outlets give differently for the same piece.

use crate::model::{
    Amount, ArticleId, Comparison, Day, Fact, FactKind, Finding, FindingKind, Place, Qualifier,
    RowId, RowVerdict, Severity, Value,
};

/// How far a number that is said to be about so much may be from the true one.
const ABOUT: f64 = 0.15;

/// The numbers and dates that two outlets of a row give differently.
pub(super) fn findings(comparison: &Comparison, id: RowId) -> Vec<Finding> {
    let row = comparison.row(id);
    if row.verdict == RowVerdict::Unsure {
        return Vec::new();
    }
    let told: Vec<(ArticleId, Vec<&Fact>)> = row
        .cells
        .iter()
        .map(|(&article, cell)| {
            (
                article,
                cell.iter().flat_map(|&s| comparison.facts_of(s)).collect(),
            )
        })
        .collect();
    let mut findings = Vec::new();
    for (at, (a, of_a)) in told.iter().enumerate() {
        for (b, of_b) in told.iter().skip(at + 1) {
            let sides = Sides {
                comparison,
                row: id,
                a: *a,
                b: *b,
            };
            findings.extend(sides.amounts(of_a, of_b));
            findings.extend(sides.days(of_a, of_b));
        }
    }
    findings
}

/// Two outlets of a row.
struct Sides<'a> {
    comparison: &'a Comparison,
    row: RowId,
    a: ArticleId,
    b: ArticleId,
}

impl Sides<'_> {
    /// Units of which either side gives exactly one amount, and the two do not fit together.
    fn amounts(&self, of_a: &[&Fact], of_b: &[&Fact]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (x, left) in amounts(of_a) {
            let rivals: Vec<_> = amounts(of_b)
                .filter(|(y, right)| comparable(x, left, y, right))
                .collect();
            let [(y, right)] = rivals.as_slice() else {
                continue;
            };
            let lonely = amounts(of_a)
                .filter(|(z, other)| comparable(z, other, y, right))
                .count()
                == 1;
            if lonely && !compatible(left, right) {
                let severity = Severity::Major;
                findings.push(self.finding(FindingKind::Number, severity, x, y, "gives"));
            }
        }
        findings
    }

    /// Calendar days, where either side names exactly one; weekdays weigh little, since the two may
    /// count from different days or tell of different events.
    fn days(&self, of_a: &[&Fact], of_b: &[&Fact]) -> Option<Finding> {
        let (days_a, days_b) = (days(of_a), days(of_b));
        let ([(x, left)], [(y, right)]) = (days_a.as_slice(), days_b.as_slice()) else {
            return None;
        };
        let severity = match contradiction(left, right)? {
            Clash::Date => Severity::Notable,
            Clash::Weekday => Severity::Minor,
        };
        Some(self.finding(FindingKind::Date, severity, x, y, "says"))
    }

    fn finding(
        &self,
        kind: FindingKind,
        severity: Severity,
        x: &Fact,
        y: &Fact,
        verb: &str,
    ) -> Finding {
        let side = |id: ArticleId, fact: &Fact| {
            let article = self.comparison.article(id);
            format!("{} {verb} “{}”", article.outlet, article.slice(fact.span))
        };
        Finding {
            kind,
            severity,
            row: self.row,
            articles: vec![self.a, self.b],
            places: vec![
                Place {
                    article: self.a,
                    span: x.span,
                },
                Place {
                    article: self.b,
                    span: y.span,
                },
            ],
            values: Vec::new(),
            importance: None,
            why: format!("{}, {}", side(self.a, x), side(self.b, y)),
        }
    }
}

/// The amounts among some facts.
fn amounts<'a>(facts: &'a [&'a Fact]) -> impl Iterator<Item = (&'a Fact, &'a Amount)> {
    facts.iter().filter_map(|fact| match &fact.value {
        Value::Amount(amount) => Some((*fact, amount)),
        _ => None,
    })
}

/// The distinct days among some facts.
fn days<'a>(facts: &'a [&'a Fact]) -> Vec<(&'a Fact, Day)> {
    let mut days: Vec<(&Fact, Day)> = Vec::new();
    for fact in facts {
        if let Value::Day(day) = fact.value
            && (day.day.is_some() || day.weekday.is_some())
            && !days.iter().any(|(_, known)| *known == day)
        {
            days.push((fact, day));
        }
    }
    days
}

/// Amounts further apart than this factor are of different things: the price of a share and that of
/// the company.
const APART: f64 = 10.0;

/// Whether two amounts may count the same thing. Bare numbers without a unit are not comparable.
fn comparable(x: &Fact, left: &Amount, y: &Fact, right: &Amount) -> bool {
    let (low, high) = (left.number.min(right.number), left.number.max(right.number));
    high <= low * APART
        && x.kind == y.kind
        && left.unit == right.unit
        && (!left.unit.is_empty() || x.kind != FactKind::Quantity)
}

/// Whether two amounts of one unit can both be true: equal, one a rounded form of the other, or
/// within the bounds that "at least" and the like set.
fn compatible(left: &Amount, right: &Amount) -> bool {
    let span = |amount: &Amount| {
        let (low, high) = (amount.number, amount.to.unwrap_or(amount.number));
        match amount.qualifier {
            Qualifier::AtLeast | Qualifier::MoreThan => (low, f64::INFINITY),
            Qualifier::AtMost | Qualifier::LessThan => (f64::NEG_INFINITY, high),
            Qualifier::About => (low * (1.0 - ABOUT), high * (1.0 + ABOUT)),
            Qualifier::Exact => (low, high),
        }
    };
    let ((a, b), (c, d)) = (span(left), span(right));
    (a <= d && c <= b) || rounded(left.number, right.number)
}

/// Whether one number is the other rounded to at least two digits: 1.2 and 1.19 billion, 35 and
/// 34.6 percent, but not 19 and 20.
fn rounded(x: f64, y: f64) -> bool {
    let (exact, round) = if digits(x) >= digits(y) {
        (x, y)
    } else {
        (y, x)
    };
    let kept = digits(round);
    let written = |number: f64| format!("{:.*e}", kept.saturating_sub(1), number);
    kept >= 2 && written(exact) == written(round)
}

/// How many significant digits a number has, up to nine.
fn digits(x: f64) -> usize {
    let written = format!("{:.8e}", x.abs());
    let mantissa = written
        .split('e')
        .next()
        .unwrap_or_default()
        .replace('.', "");
    mantissa.trim_end_matches('0').len()
}

/// In what two days contradict each other.
enum Clash {
    Date,
    Weekday,
}

/// In what two days contradict each other, if they do.
fn contradiction(left: &Day, right: &Day) -> Option<Clash> {
    let differ = |x: Option<u8>, y: Option<u8>| x.zip(y).is_some_and(|(x, y)| x != y);
    let years = left.year.zip(right.year).is_some_and(|(x, y)| x != y);
    if left.day.is_some() && right.day.is_some() {
        let clash = years || differ(left.month, right.month) || differ(left.day, right.day);
        return clash.then_some(Clash::Date);
    }
    differ(left.weekday, right.weekday).then_some(Clash::Weekday)
}

#[cfg(test)]
mod tests {
    use super::{compatible, rounded};
    use crate::model::{Amount, Qualifier};

    fn amount(number: f64, qualifier: Qualifier) -> Amount {
        Amount {
            number,
            to: None,
            unit: "peopl".into(),
            qualifier,
        }
    }

    #[test]
    fn bounds_and_rounding_are_no_conflict() {
        assert!(compatible(
            &amount(19.0, Qualifier::AtLeast),
            &amount(20.0, Qualifier::Exact)
        ));
        assert!(compatible(
            &amount(19.0, Qualifier::Exact),
            &amount(19.0, Qualifier::Exact)
        ));
        assert!(compatible(
            &amount(100.0, Qualifier::About),
            &amount(93.0, Qualifier::Exact)
        ));
        assert!(rounded(1.2e9, 1.19e9) && rounded(35.0, 34.6));
    }

    #[test]
    fn other_counts_are_a_conflict() {
        assert!(!compatible(
            &amount(19.0, Qualifier::Exact),
            &amount(21.0, Qualifier::Exact)
        ));
        assert!(!compatible(
            &amount(22.0, Qualifier::AtLeast),
            &amount(21.0, Qualifier::Exact)
        ));
        assert!(!rounded(19.0, 20.0) && !rounded(14.0, 19.0));
    }
}
