//! How long a story takes, from two short articles to sixteen long ones: `cargo bench`.
//!
//! The texts are synthetic ([`news`]) and the same on every run, so that figures of two versions
//! of the program compare. Nothing here is a test; no figure is checked.

mod news;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use parallax::model::{Article, Comparison, Forced, Joined, Link, Settings};
use parallax::report::{self, Format, Look};
use parallax::tui::state::keymap;
use parallax::tui::{Key, Model, Palette, Signs, Theme, update, view};
use parallax::{align, compare, facts, pipeline};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

/// Outlets, and sentences of each.
const SIZES: [(u64, usize); 4] = [(2, 40), (4, 100), (8, 200), (16, 400)];

/// The smallest and the largest story.
const ENDS: [(u64, usize); 2] = [SIZES[0], SIZES[3]];

fn name(size: (u64, usize)) -> String {
    format!("{}x{}", size.0, size.1)
}

fn articles(size: (u64, usize)) -> Vec<Article> {
    news::articles(&news::pages(size.0, size.1))
}

fn compared(articles: Vec<Article>) -> Comparison {
    pipeline::compare(articles, Vec::new(), &Settings::default())
}

/// From the bytes of the files to the comparison.
fn whole(c: &mut Criterion) {
    let mut group = c.benchmark_group("pipeline");
    for size in SIZES {
        let pages = news::pages(size.0, size.1);
        let bytes = pages.iter().map(String::len).sum::<usize>();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(BenchmarkId::from_parameter(name(size)), |b| {
            b.iter(|| compared(news::articles(black_box(&pages))));
        });
    }
    group.finish();
}

/// What each stage takes of it, at one size in the middle.
fn stages(c: &mut Criterion) {
    let size = SIZES[2];
    let settings = Settings::default();
    let pages = news::pages(size.0, size.1);
    let read = news::articles(&pages);
    let found = facts::find(&read);
    let utter = |links: &[Link]| compare::quotes(&read, &found).utterances(links, &settings);
    let aligned = || {
        let none = Forced::default();
        let scored = align::score(
            black_box(&read),
            align::word_profiles(&read),
            &found,
            &Joined::new(),
            &settings,
            &none,
        );
        let utterances = utter(&scored.links);
        align::align(&read, scored, &utterances.uttered(), &settings, &none)
    };
    let mut group = c.benchmark_group(format!("stages of {}", name(size)));
    group.bench_function("load", |b| b.iter(|| news::articles(black_box(&pages))));
    group.bench_function("facts", |b| b.iter(|| facts::find(black_box(&read))));
    group.bench_function("align", |b| b.iter(aligned));
    group.bench_function("compare", |b| {
        let aligned = aligned();
        let given = || {
            let comparison = Comparison {
                settings,
                articles: read.clone(),
                facts: found.clone(),
                ..Comparison::default()
            };
            (comparison, aligned.clone(), utter(&aligned.links))
        };
        b.iter_batched(
            given,
            |(comparison, aligned, utterances)| compare::compare(comparison, aligned, utterances),
            criterion::BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// The text report, and one frame of the terminal as after a key that changed something.
fn shown(c: &mut Criterion) {
    for size in ENDS {
        let story = compared(articles(size));
        c.bench_function(&format!("text report/{}", name(size)), |b| {
            b.iter(|| {
                let mut out = Vec::new();
                let written = report::write(&story, Format::Text, &Look::default(), &mut out);
                (written.is_ok(), out)
            });
        });
        let story = Arc::new(story);
        let model = Model::new(Arc::clone(&story), Signs::UNICODE, 120, 40);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        c.bench_function(&format!("frame 120x40/{}", name(size)), |b| {
            b.iter(|| view(black_box(&model), Theme::new(Palette::Dark), &mut buffer));
        });
        let views = [
            ("split", ""),
            ("stacked", "vvv"),
            ("matrix", "T"),
            ("quotes", "L"),
            ("overview", "O"),
            ("article", "A"),
        ];
        for (view_of, keys) in views {
            c.bench_function(
                &format!("key to frame, {view_of} 200x60/{}", name(size)),
                |b| {
                    let mut model = Model::new(Arc::clone(&story), Signs::UNICODE, 200, 60);
                    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
                    for key in Key::script(keys).unwrap_or_default() {
                        press(&mut model, key);
                    }
                    b.iter(|| {
                        if model.at + 1 >= model.items.len() {
                            press(&mut model, Key::Char('g'));
                        }
                        press(&mut model, Key::Char('j'));
                        view(&model, Theme::new(Palette::Dark), &mut buffer);
                    });
                },
            );
        }
    }
}

fn press(model: &mut Model, key: Key) {
    let message = keymap::lookup(model, key);
    update(model, message);
}

/// Few samples: the largest story takes a while, and the whole should end in two minutes.
fn settings() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
}

criterion_group! {
    name = benches;
    config = settings();
    targets = whole, stages, shown
}
criterion_main!(benches);
