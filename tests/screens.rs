//! What stands on the screen after some keys.

use crate::support::screen::screen;
use crate::support::story::bridge;

#[test]
fn show() {
    for (script, w, h) in [
        ("", 118, 32),
        ("j", 80, 24),
        ("", 40, 10),
        ("<tab>jj", 100, 30),
    ] {
        println!("=== {script} {w}x{h}\n{}", screen(&bridge(), script, w, h));
    }
}
