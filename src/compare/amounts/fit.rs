//! Whether two amounts can both be true.

use crate::model::{Amount, Qualifier, Unit};

/// How far a number that is said to be about so much may be from the true one: half a step of its
/// last digit that is not 0 ("about 20" means 15 to 25), and never more than this share of it.
const ABOUT: f64 = 0.15;

/// Which share a number may lack of that which it is said to be nearly: 6.39 million of 6.5 million.
const SHORT: f64 = 0.02;

/// Whether two amounts of one unit can both be true: equal, one a rounded form of the other, a large
/// one cut short, or within the bounds that "at least" and the like set.
pub(in crate::compare) fn compatible(left: &Amount, right: &Amount) -> bool {
    let span = |amount: &Amount| {
        let (low, high) = (amount.number, amount.to.unwrap_or(amount.number));
        match amount.qualifier {
            Qualifier::AtLeast | Qualifier::MoreThan => (low, low.max(low * meant(low))),
            Qualifier::AtMost | Qualifier::LessThan => (f64::NEG_INFINITY, high),
            Qualifier::About => (low - slack(low), high + slack(high)),
            Qualifier::Nearly => (low - slack(low).max(low.abs() * SHORT), high + slack(high)),
            Qualifier::Exact => (low, high),
        }
    };
    if left.unit == Unit::Score || right.unit == Unit::Score {
        return (left.number, left.to) == (right.number, right.to);
    }
    if exclude(left, right) {
        return false;
    }
    let ((a, b), (c, d)) = (span(left), span(right));
    (a <= d && c <= b) || rounded(left.number, right.number) || are_shortened(left, right)
}

/// Whether one of two amounts is said to be above a number that the other is said to stay below: "more
/// than a billion", "almost a billion".
pub(in crate::compare) fn exclude(x: &Amount, y: &Amount) -> bool {
    let is_below = |it: &Amount| matches!(it.qualifier, Qualifier::Nearly | Qualifier::LessThan);
    let apart = |above: &Amount, below: &Amount| {
        let high = below.to.unwrap_or(below.number);
        above.qualifier == Qualifier::MoreThan && is_below(below) && above.number >= high
    };
    apart(x, y) || apart(y, x)
}

/// Up to how many times a number may be the true one of which it is said that it is at least so much.
/// Who knows of 400 dead does not say "at least 272"; a number of one digit is counted in its own
/// steps, so that "more than 100" may be nearly 200 and "more than 400" nearly 500.
fn meant(number: f64) -> f64 {
    const BEYOND: f64 = 1.25;
    let steps = number.abs() / 10f64.powf(number.abs().max(f64::MIN_POSITIVE).log10().floor());
    if digits(number) > 1 {
        BEYOND
    } else {
        BEYOND.max(1.0 + 1.0 / steps.max(1.0))
    }
}

/// How far off a number may be that is said to be about so much.
fn slack(number: f64) -> f64 {
    (step(number) / 2.0).min(number.abs() * ABOUT)
}

/// No number is further than this factor from itself rounded to two digits (10.5 and 11): what is
/// further off need not be written out to be told apart.
const COARSE: f64 = 1.06;

fn within(x: f64, y: f64, factor: f64) -> bool {
    x.abs().max(y.abs()) <= x.abs().min(y.abs()) * factor
}

/// Whether one number is the other rounded to at least two digits: 1.2 and 1.19 billion, 35 and
/// 34.6 percent, but not 19 and 20. What lies in the middle is rounded up or to the even number: 340.5
/// to 341 or 340.
fn rounded(x: f64, y: f64) -> bool {
    // What is lost as decimals are kept: 2.65 is a little less.
    const KEPT: f64 = 1e6;
    if !within(x, y, COARSE) {
        return false;
    }
    let (exact, round) = if digits(x) >= digits(y) {
        (x, y)
    } else {
        (y, x)
    };
    let steps = |number: f64| (number / step(round) * KEPT).round() / KEPT;
    let (exact, round, kept) = (steps(exact), steps(round), digits(round));
    kept >= 2 && [exact.round(), exact.round_ties_even()].contains(&round)
}

/// The value of one step of a number's last digit that is not 0.
fn step(number: f64) -> f64 {
    let size = number.abs().max(f64::MIN_POSITIVE).log10().floor();
    10f64.powf(size + 1.0 - digits(number).max(1) as f64)
}

/// Whether two numbers are so long and so alike that they are one, rounded: 35.7 and 35.72.
pub(in crate::compare) fn is_one_number(x: f64, y: f64) -> bool {
    within(x, y, COARSE) && digits(x).min(digits(y)) >= TELLING && rounded(x, y)
}

/// From so many digits on a number is hardly given twice for two things.
const TELLING: usize = 3;

/// Long numbers within this factor are nearly the same.
pub(in crate::compare) const NEAR: f64 = 1.003;

/// Whether a number is so long that it is hardly like another by chance.
pub(in crate::compare) fn is_long(amount: &Amount) -> bool {
    digits(amount.number) >= TELLING && amount.to.is_none() && amount.number > 0.0
}

/// Whether two amounts are long numbers and nearly the same.
pub(in crate::compare) fn are_near(x: &Amount, y: &Amount) -> bool {
    within(x.number, y.number, NEAR) && is_long(x) && is_long(y)
}

/// Numbers from this on are hardly given twice for two things where they are alike in two digits.
const LARGE: f64 = 10_000.0;

/// A number cut to two digits is no further than this factor from itself (10.9 and 10).
pub(in crate::compare) const CUT: f64 = 1.1;

/// Whether a number is so large that two digits of it tell it from others.
pub(in crate::compare) fn is_large(amount: &Amount) -> bool {
    amount.number >= LARGE && amount.to.is_none() && digits(amount.number) >= 2
}

/// So many digits more has a number that is given in full: 15.9 million is not "15 million", cut.
const FULL: usize = 3;

/// Whether one of two large numbers is given in full and the other is the same with fewer digits,
/// rounded or cut: "$14,959,450" and "nearly $15 million", "$43,885,310" and "$43 million", but not
/// "less than $43 million".
pub(in crate::compare) fn are_shortened(x: &Amount, y: &Amount) -> bool {
    let (long, short) = if digits(x.number) >= digits(y.number) {
        (x, y)
    } else {
        (y, x)
    };
    let full = is_long(long) && digits(long.number) >= digits(short.number) + FULL;
    if !is_large(short) || !full || !within(x.number, y.number, CUT) {
        return false;
    }
    let may_be_cut = !matches!(short.qualifier, Qualifier::AtMost | Qualifier::LessThan);
    let step = step(short.number);
    let steps = |number: f64| number / step;
    let short = steps(short.number).round();
    let steps = steps(long.number);
    steps.round() == short || may_be_cut && steps.floor() == short
}

/// How many significant digits a number has, up to nine.
fn digits(x: f64) -> usize {
    const MOST: u8 = 9;
    let x = x.abs();
    if !x.is_normal() {
        return 0;
    }
    // Powers of ten up to 22 are exact, so that one step rounds.
    let shift = i32::from(MOST) - 1 - x.log10().floor() as i32;
    let scaled = if shift < 0 {
        x / 10f64.powi(-shift)
    } else {
        x * 10f64.powi(shift)
    };
    let mut left = usize::from(MOST);
    // 9.999999996 has one digit: it is ten.
    let mut whole = scaled.round() as i64;
    if whole >= 10i64.pow(u32::from(MOST)) {
        whole /= 10;
    }
    while whole > 0 && whole % 10 == 0 {
        whole /= 10;
        left -= 1;
    }
    left
}

#[cfg(test)]
mod tests {
    use super::{are_shortened, compatible, digits, rounded};
    use crate::model::{Amount, Qualifier, Unit};

    fn amount(number: f64, qualifier: Qualifier) -> Amount {
        Amount {
            number,
            to: None,
            unit: Unit::Counted("peopl".to_owned()),
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
        use Qualifier::{About, AtLeast, Exact, MoreThan, Nearly};
        assert!(fit((19.0, AtLeast), (20.0, Exact)));
        assert!(fit((19.0, Exact), (19.0, Exact)));
        assert!(fit((20.0, About), (19.0, Exact)));
        assert!(fit((100.0, About), (93.0, Exact)));
        assert!(fit((200.0, MoreThan), (214.0, Exact)));
        assert!(fit((100.0, MoreThan), (190.0, Exact)) && fit((17.0, AtLeast), (10.0, AtLeast)));
        assert!(fit((1400.0, About), (1372.0, Exact)) && fit((400.0, Nearly), (401.0, Exact)));
        assert!(fit((6.5e6, Nearly), (6.39e6, Exact)) && !fit((6.5e6, About), (6.39e6, Exact)));
        assert!(fit((250.0, MoreThan), (300.0, Exact)) && fit((400.0, MoreThan), (443.0, Exact)));
        assert!(fit((43_885_310.0, Exact), (43e6, Exact)));
        assert!(rounded(1.2e9, 1.19e9) && rounded(35.0, 34.6));
        // What lies in the middle is rounded up or to the even number.
        for (middle, even, up) in [(270.5e6, 270e6, 271e6), (16.5, 16.0, 17.0)] {
            assert!(rounded(middle, even) && rounded(middle, up), "{middle}");
        }
        assert!(rounded(1.45, 1.5) && !rounded(270.5, 272.0) && !rounded(275.0, 270.0));
    }

    #[test]
    fn digits_are_those_that_are_written() {
        for (x, count) in [
            (0.0, 0),
            (1.0, 1),
            (10.0, 1),
            (1.2e9, 2),
            (35.72, 4),
            (0.05, 1),
            (19.78, 4),
            (13_625_777.0, 8),
            (1_071_872.87, 9),
            (999_999_999_999.0, 1),
            (1e300, 1),
            (f64::INFINITY, 0),
        ] {
            assert_eq!(digits(x), count, "{x}");
        }
        for n in 1..100_000u32 {
            let written = n.to_string();
            let plain = written.trim_end_matches('0').len();
            assert_eq!(digits(f64::from(n)), plain, "{n}");
            assert_eq!(digits(f64::from(n) / 1000.0), plain, "{n} / 1000");
        }
    }

    #[test]
    fn large_numbers_are_known_again_with_fewer_digits() {
        let one = |x: f64, y: f64| {
            let (x, y) = (amount(x, Qualifier::Exact), amount(y, Qualifier::About));
            are_shortened(&x, &y) && are_shortened(&y, &x)
        };
        assert!(one(14_959_450.0, 15e6) && one(43_885_310.0, 43e6) && one(1_071_872.0, 1.07e6));
        assert!(!one(14_959_450.0, 14e6 + 5e5) && !one(13.6e6, 13.17e6));
        assert!(!one(15.9e6, 15e6) && !fit((15.9e6, Qualifier::Exact), (15e6, Qualifier::Exact)));
        let less = (43e6, Qualifier::LessThan);
        assert!(!fit((43_885_310.0, Qualifier::Exact), less));
        // One digit, or a small number, is of too many things.
        assert!(!one(1_071_872.0, 1e6) && !one(214.0, 210.0));
    }

    #[test]
    fn other_counts_are_a_conflict() {
        use Qualifier::{About, AtLeast, Exact, MoreThan, Nearly};
        assert!(!fit((19.0, Exact), (20.0, Exact)));
        assert!(!fit((272.0, AtLeast), (400.0, MoreThan)) && !fit((40.0, AtLeast), (52.0, Exact)));
        assert!(!fit((1e9, Nearly), (1e9, MoreThan)) && !fit((4.0, AtLeast), (6.0, AtLeast)));
        assert!(!fit((22.0, AtLeast), (21.0, Exact)));
        assert!(!fit((688.0, AtLeast), (1865.0, AtLeast)) && !fit((17.0, AtLeast), (30.0, Exact)));
        assert!(!fit((1400.0, About), (1600.0, About)));
        assert!(!fit((44e6, About), (43e6, Exact)));
        assert!(!rounded(19.0, 20.0) && !rounded(14.0, 19.0));
    }
}
