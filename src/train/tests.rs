//! Training on small stories of our own.

use super::{KINDS, Plan, train};
use crate::align::{Features, Model};
use std::fs;
use std::path::Path;

const PLAN: Plan = Plan {
    folds: 3,
    ablate: true,
};

/// Writes a story of two outlets in which the first of `lines` are told by both in other words.
fn write_story(folder: &Path, name: &str, told: &[(&str, &str)], alone: &[(&str, &str)]) {
    let document = |file: &str, sentences: Vec<&str>| {
        let sentences: Vec<_> = sentences
            .into_iter()
            .map(|text| serde_json::json!({ "text": text }))
            .collect();
        serde_json::json!({ "file": file, "sentences": sentences })
    };
    let all = || told.iter().chain(alone);
    let pairs: Vec<_> = (0..told.len())
        .map(|k| serde_json::json!({ "a": ["a.txt", k], "b": ["b.txt", k], "strength": 2 }))
        .collect();
    let gold = serde_json::json!({
        "documents": [
            document("a.txt", all().map(|line| line.0).collect()),
            document("b.txt", all().map(|line| line.1).collect()),
        ],
        "pairs": pairs,
    });
    fs::create_dir_all(folder.join(name)).unwrap();
    fs::write(folder.join(name).join("gold.json"), gold.to_string()).unwrap();
}

fn stories() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let places = [
        "Ostbridge",
        "Kelmar",
        "Tarnwick",
        "Velden",
        "Marlow Point",
        "Hesper Bay",
    ];
    for (k, place) in places.iter().enumerate() {
        let told = [
            (
                format!("The mayor of {place} closed the old harbour bridge on Monday."),
                format!(
                    "On Monday the bridge over the harbour of {place} was closed by its mayor."
                ),
            ),
            (
                format!("Engineers found {} cracks in the main pillar.", 12 + k),
                format!(
                    "Cracks, {} of them, were found by engineers in the pillar.",
                    12 + k
                ),
            ),
        ];
        let alone = [
            (
                "A bakery on the quay fears for its summer trade.".to_owned(),
                "The council will debate the cost of parking next week.".to_owned(),
            ),
            (
                format!("Schools in {place} open as usual."),
                format!("Buses to {place} take the northern road."),
            ),
        ];
        let borrow = |pairs: &[(String, String)]| -> Vec<(String, String)> { pairs.to_vec() };
        let (told, alone) = (borrow(&told), borrow(&alone));
        let told: Vec<(&str, &str)> = told.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let alone: Vec<(&str, &str)> = alone
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        write_story(folder.path(), &format!("story{k}"), &told, &alone);
    }
    folder
}

#[test]
fn every_feature_belongs_to_one_kind_of_evidence() {
    let mut grouped: Vec<&str> = KINDS
        .iter()
        .flat_map(|(_, names)| names.iter().copied())
        .collect();
    let mut all = Features::NAMES.to_vec();
    grouped.sort_unstable();
    all.sort_unstable();
    assert_eq!(grouped, all);
}

#[test]
fn a_trained_model_is_read_back_and_prefers_what_readers_paired() {
    let folder = stories();
    let training = train(folder.path(), PLAN).unwrap();
    let model = Model::parse(&training.model);
    let pair = |shared: f64| {
        model.score(&Features {
            words: shared,
            base: shared,
            sequence: shared,
            ..Features::default()
        })
    };
    assert!(pair(0.6) > pair(0.1), "{}", training.model);
    assert!(
        training.measured.starts_with("6 stories, 12 pairs"),
        "{}",
        training.measured
    );
    for (kind, _) in KINDS {
        assert!(training.measured.contains(kind), "{kind}");
    }
    let again = train(folder.path(), PLAN).unwrap();
    assert_eq!(
        (training.model, training.measured),
        (again.model, again.measured)
    );
}

#[test]
fn what_is_wrong_with_a_folder_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let error = |path: &Path| train(path, PLAN).unwrap_err().to_string();
    assert!(error(folder.path()).contains("at least two"), "no stories");
    assert!(error(&folder.path().join("none")).contains("none"));
    let (line, other) = ("One line.", "Another line.");
    write_story(folder.path(), "x", &[(line, other)], &[]);
    fs::create_dir_all(folder.path().join("y")).unwrap();
    let file = folder.path().join("y").join("gold.json");
    fs::write(
        &file,
        r#"{"documents":[],"pairs":[{"a":["a",0],"b":["b",7],"strength":1}]}"#,
    )
    .unwrap();
    assert!(error(folder.path()).contains("which is no sentence"));
    fs::write(&file, "{").unwrap();
    assert!(error(folder.path()).contains("gold.json"));
}
