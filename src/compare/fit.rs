//! Whether two amounts can both be true.

use crate::model::{Amount, Qualifier};

/// How far a number that is said to be about so much may be from the true one: half a step of its
/// last digit that is not 0 ("about 20" means 15 to 25), and never more than this share of it.
const ABOUT: f64 = 0.15;

/// Whether two amounts of one unit can both be true: equal, one a rounded form of the other, or
/// within the bounds that "at least" and the like set.
pub(super) fn compatible(left: &Amount, right: &Amount) -> bool {
    let span = |amount: &Amount| {
        let (low, high) = (amount.number, amount.to.unwrap_or(amount.number));
        match amount.qualifier {
            Qualifier::AtLeast | Qualifier::MoreThan => (low, f64::INFINITY),
            Qualifier::AtMost | Qualifier::LessThan => (f64::NEG_INFINITY, high),
            Qualifier::About => (low - slack(low), high + slack(high)),
            Qualifier::Exact => (low, high),
        }
    };
    let ((a, b), (c, d)) = (span(left), span(right));
    (a <= d && c <= b) || rounded(left.number, right.number)
}

/// How far off a number may be that is said to be about so much.
fn slack(number: f64) -> f64 {
    let size = number.abs().max(f64::MIN_POSITIVE).log10().floor();
    let step = 10f64.powf(size - (digits(number).max(1) - 1) as f64);
    (step / 2.0).min(number.abs() * ABOUT)
}

/// No number is further than this factor from itself rounded to two digits (10.5 and 11): what is
/// further off need not be written out to be told apart.
const COARSE: f64 = 1.06;

fn within(x: f64, y: f64, factor: f64) -> bool {
    x.abs().max(y.abs()) <= x.abs().min(y.abs()) * factor
}

/// Whether one number is the other rounded to at least two digits: 1.2 and 1.19 billion, 35 and
/// 34.6 percent, but not 19 and 20.
fn rounded(x: f64, y: f64) -> bool {
    if !within(x, y, COARSE) {
        return false;
    }
    let (exact, round) = if digits(x) >= digits(y) {
        (x, y)
    } else {
        (y, x)
    };
    let kept = digits(round);
    let written = |number: f64| format!("{:.*e}", kept.saturating_sub(1), number);
    kept >= 2 && written(exact) == written(round)
}

/// Whether two numbers are so long and so alike that they are one, rounded: 35.7 and 35.72.
pub(super) fn is_one_number(x: f64, y: f64) -> bool {
    within(x, y, COARSE) && digits(x).min(digits(y)) >= TELLING && rounded(x, y)
}

/// From so many digits on a number is hardly given twice for two things.
const TELLING: usize = 3;

/// Long numbers within this factor are nearly the same.
pub(super) const NEAR: f64 = 1.003;

/// Whether a number is so long that it is hardly like another by chance.
pub(super) fn is_long(amount: &Amount) -> bool {
    digits(amount.number) >= TELLING && amount.to.is_none() && amount.number > 0.0
}

/// Whether two amounts are long numbers and nearly the same.
pub(super) fn are_near(x: &Amount, y: &Amount) -> bool {
    within(x.number, y.number, NEAR) && is_long(x) && is_long(y)
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

    fn fit(left: (f64, Qualifier), right: (f64, Qualifier)) -> bool {
        let fits = compatible(&amount(left.0, left.1), &amount(right.0, right.1));
        assert_eq!(
            fits,
            compatible(&amount(right.0, right.1), &amount(left.0, left.1))
        );
        fits
    }

    #[test]
    fn bounds_and_rounding_are_no_conflict() {
        use Qualifier::{About, AtLeast, Exact, MoreThan};
        assert!(fit((19.0, AtLeast), (20.0, Exact)));
        assert!(fit((19.0, Exact), (19.0, Exact)));
        assert!(fit((20.0, About), (19.0, Exact)));
        assert!(fit((100.0, About), (93.0, Exact)));
        assert!(fit((200.0, MoreThan), (214.0, Exact)));
        assert!(fit((1400.0, About), (1372.0, Exact)));
        assert!(rounded(1.2e9, 1.19e9) && rounded(35.0, 34.6));
    }

    #[test]
    fn other_counts_are_a_conflict() {
        use Qualifier::{About, AtLeast, Exact};
        assert!(!fit((19.0, Exact), (20.0, Exact)));
        assert!(!fit((22.0, AtLeast), (21.0, Exact)));
        assert!(!fit((1400.0, About), (1600.0, About)));
        assert!(!fit((44e6, About), (43e6, Exact)));
        assert!(!rounded(19.0, 20.0) && !rounded(14.0, 19.0));
    }
}
