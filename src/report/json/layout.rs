//! Indented JSON in which a list of whole numbers, such as a span, keeps to one line.

use serde_json::ser::{CompactFormatter, Formatter};
use std::io::{self, Write};

/// Two blanks a level, as `serde_json` has it, but `[3, 14]` instead of four lines. Fractions and
/// negative numbers, which stand in no list of ours, are written where they come.
#[derive(Debug, Default)]
pub(super) struct Layout {
    depth: usize,
    /// Whether what was opened last holds something already.
    filled: bool,
    /// Whether a value of a list comes next, whose line depends on what it is; and if it is the
    /// first one.
    awaited: Option<bool>,
    /// Whether the value of the list that was written last kept to the line.
    in_line: bool,
}

impl Layout {
    fn new_line<W: ?Sized + Write>(&self, to: &mut W) -> io::Result<()> {
        const BLANKS: &[u8] = b"\n                ";
        match BLANKS.get(..=2 * self.depth) {
            Some(line) => to.write_all(line),
            None => write!(to, "\n{:1$}", "", 2 * self.depth),
        }
    }

    /// To be called before everything that is not a whole number.
    fn settle<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        match self.awaited.take() {
            Some(_) => self.new_line(to),
            None => Ok(()),
        }
    }

    fn number<W: ?Sized + Write>(&mut self, to: &mut W, number: u64) -> io::Result<()> {
        let first = self.awaited.take();
        self.in_line = first.is_some();
        to.write_all(if first == Some(false) { b" " } else { b"" })?;
        CompactFormatter.write_u64(to, number)
    }

    fn open<W: ?Sized + Write>(&mut self, to: &mut W, sign: &str) -> io::Result<()> {
        self.settle(to)?;
        self.depth += 1;
        self.filled = false;
        to.write_all(sign.as_bytes())
    }

    fn close<W: ?Sized + Write>(&mut self, to: &mut W, sign: &str) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        self.awaited = None;
        if self.filled && !self.in_line {
            self.new_line(to)?;
        }
        self.filled = true;
        self.in_line = false;
        to.write_all(sign.as_bytes())
    }
}

impl Formatter for Layout {
    fn write_null<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.settle(to)?;
        to.write_all(b"null")
    }

    fn write_bool<W: ?Sized + Write>(&mut self, to: &mut W, value: bool) -> io::Result<()> {
        self.settle(to)?;
        write!(to, "{value}")
    }

    fn write_u32<W: ?Sized + Write>(&mut self, to: &mut W, value: u32) -> io::Result<()> {
        self.number(to, value.into())
    }

    fn write_u64<W: ?Sized + Write>(&mut self, to: &mut W, value: u64) -> io::Result<()> {
        self.number(to, value)
    }

    fn begin_string<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.settle(to)?;
        to.write_all(b"\"")
    }

    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.open(to, "[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.close(to, "]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.awaited = Some(first);
        self.in_line = false;
        to.write_all(if first { b"" } else { b"," })
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.open(to, "{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.in_line = false;
        self.close(to, "}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        to.write_all(if first { b"" } else { b"," })?;
        self.new_line(to)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use proptest::prelude::*;
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    fn print(value: &Value) -> String {
        let mut out = Vec::new();
        let mut serializer = Serializer::with_formatter(&mut out, Layout::default());
        value.serialize(&mut serializer).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lists_of_whole_numbers_keep_to_a_line() {
        let value = json!({"spans": [[3, 14], []], "ids": ["A1", "B2"], "n": 7, "none": {}});
        let text = r#"{
  "ids": [
    "A1",
    "B2"
  ],
  "n": 7,
  "none": {},
  "spans": [
    [3, 14],
    []
  ]
}"#;
        assert_eq!(print(&value), text);
    }

    proptest! {
        /// Any value, lists of mixed ones included, is read back as it was.
        #[test]
        fn the_layout_changes_no_value(value in values()) {
            prop_assert_eq!(serde_json::from_str::<Value>(&print(&value)).unwrap(), value);
        }
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u32>().prop_map(Value::from),
            (-9i64..0).prop_map(Value::from),
            Just(json!(0.25)),
            Just(json!("a \"b\"\n")),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[a-c]{1,3}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }
}
