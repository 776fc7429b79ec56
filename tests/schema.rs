//! The JSON report is what its schema says, which knows of no other key.

use crate::stories::STORIES;
use crate::support::desk::Desk;
use crate::support::stories::{bridge, large};
use boon::{Compiler, SchemaIndex, Schemas};
use parallax::model::{Comparison, FindingKind};
use parallax::report::{self, Format, Look, SCHEMA};
use serde_json::{Value, json};

/// Says what is wrong with a report.
pub(crate) fn check(report: &Value) -> Result<(), String> {
    let (schemas, schema) = compiled();
    schemas
        .validate(report, schema)
        .map_err(|error| error.to_string())
}

fn compiled() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let id = schema["$id"].as_str().unwrap().to_owned();
    compiler.add_resource(&id, schema).unwrap();
    let index = compiler.compile(&id, &mut schemas).unwrap();
    (schemas, index)
}

fn report(story: &Comparison, look: &Look) -> Value {
    let mut out = Vec::new();
    report::write(story, Format::Json, look, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn reports_are_what_the_schema_says() {
    let with_text = Look {
        with_text: true,
        ..Look::default()
    };
    let only = Look {
        only: vec![FindingKind::Number],
        ..Look::default()
    };
    let made = [bridge(), large(8, 9), Comparison::default()];
    for story in STORIES.values().chain(&made) {
        for look in [&Look::default(), &with_text, &only] {
            check(&report(story, look)).unwrap();
        }
    }
}

#[test]
fn a_batch_line_is_what_the_schema_says() {
    let desk = Desk::new();
    let line = r#"{"story": ["any", 1], "articles": ["post.txt", "times.txt"]}"#;
    let run = desk.run_with(&["batch"], line);
    check(&serde_json::from_str(run.ends_with(0)).unwrap()).unwrap();
    assert_eq!(desk.run(&["schema"]).ends_with(0), SCHEMA);
}

#[test]
fn the_schema_knows_every_key() {
    let good = report(&bridge(), &Look::default());
    check(&good).unwrap();
    for (place, value) in [
        ("", json!({"new": 1})),
        ("/rows/0", json!({"new": 1})),
        ("/links/0/evidence/0", json!({"kind": "mood"})),
        ("/articles/0/sentences/0", json!({"id": "3A"})),
        ("/findings/0", json!({"severity": 3})),
        ("/summary/articles/0", json!({"coverage": 1.5})),
    ] {
        let mut bad = good.clone();
        let object = bad.pointer_mut(place).unwrap().as_object_mut().unwrap();
        object.extend(value.as_object().unwrap().clone());
        assert!(check(&bad).is_err(), "{place} {value}");
    }
    // What stands in the report must be asked for, but for what may be left out.
    for key in good.as_object().unwrap().keys() {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(key);
        assert!(check(&bad).is_err(), "{key} may be missing");
    }
}
