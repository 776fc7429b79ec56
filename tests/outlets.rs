//! Every view with two, three and six outlets, in terminals of three sizes: signs, then styles.

use crate::support::screen::screen;
use crate::support::stories::large;

/// The views, each with the keys that lead to something in it.
const VIEWS: [(&str, &str); 7] = [
    ("split", "]]"),
    ("v", "vjj"),
    ("vvv", "vvvjj"),
    ("matrix", "Tjj"),
    ("quotes", "Ljj"),
    ("overview", "Ojj"),
    ("article", "Ajjj"),
];

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 50)];

fn every_view(outlets: u32) {
    let story = large(outlets, 12);
    for (view, keys) in VIEWS {
        for (width, height) in SIZES {
            let name = format!("{outlets}_{view}_{width}x{height}");
            insta::assert_snapshot!(name, screen(&story, keys, width, height));
        }
    }
}

#[test]
fn two_outlets() {
    every_view(2);
}

#[test]
fn three_outlets() {
    every_view(3);
}

#[test]
fn six_outlets() {
    every_view(6);
}
