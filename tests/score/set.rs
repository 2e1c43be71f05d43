//! A labelled set: documents, what a careful reader finds in them, and what our program finds.

use packhorse_tests::{packhorse, sorted, values};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A document's label beside what our program says about that document.
#[derive(Debug, Clone)]
pub(crate) struct Labelled {
    /// The label's name.
    pub(crate) name: String,
    /// What a careful reader finds.
    pub(crate) label: Value,
    /// What our program finds; null when it refused the file.
    pub(crate) found: Value,
}

/// A labelled set.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    /// What it is called, in the report and in the floor.
    pub(crate) name: &'static str,
    /// Documents with the facts of an inspection.
    pub(crate) records: Vec<Labelled>,
    /// Documents with quotations.
    pub(crate) quotes: Vec<Labelled>,
}

/// What our program finds in each file of a folder of documents, by file name.
pub(crate) type Found = BTreeMap<String, Value>;

/// Reads every document of a folder, all in one go.
pub(crate) fn read(folder: &Path) -> Found {
    let words = ["read".as_ref(), "--json".as_ref()].into_iter();
    let files = sorted(folder);
    let ended = packhorse(words.chain(files.iter().map(|file| file.as_os_str())));
    ended.expect(&[0, 1], "documents are read or refused").without_panic();
    let named = |object: Value| Some((object["file"].as_str()?.to_owned(), object));
    values(&ended.out).into_iter().filter_map(named).collect()
}

impl Set {
    /// The documents, records and quotations of a folder.
    pub(crate) fn of(name: &'static str, folder: &Path, found: &Found) -> Self {
        let beside = |labels: &str| {
            let files = labels_in(&folder.join(labels));
            let each = files.into_iter().map(|(name, label)| {
                let found = found.get(label["file"].as_str().unwrap_or_default());
                Labelled { name, found: found.cloned().unwrap_or(Value::Null), label }
            });
            each.collect()
        };
        Self { name, records: beside("records"), quotes: beside("quotes") }
    }

    /// The same records held against variants of their documents: without tags, or in another format.
    ///
    /// The list names a variant and the record it shares on each line, parted by a tab.
    pub(crate) fn variants(name: &'static str, folder: &Path, list: &str, found: &Found) -> Option<Self> {
        let list = std::fs::read_to_string(folder.join(list)).ok()?;
        let own = Self::of(name, folder, found);
        let mut records = Vec::new();
        for (variant, record) in list.lines().filter_map(variant) {
            let twin = own.records.iter().find(|labelled| labelled.name == record);
            let twin = twin.unwrap_or_else(|| panic!("{variant} shares no record called {record}"));
            let found = found.get(variant).cloned().unwrap_or(Value::Null);
            records.push(Labelled { name: variant.to_owned(), label: twin.label.clone(), found });
        }
        (!records.is_empty()).then_some(Self { name, records, quotes: Vec::new() })
    }
}

/// A variant and its record; none on an empty line and a remark.
fn variant(line: &str) -> Option<(&str, &str)> {
    let parts = line.split_once('\t')?;
    (!line.starts_with('#')).then_some((parts.0.trim(), parts.1.trim()))
}

/// The labels of a folder with their names.
fn labels_in(folder: &Path) -> Vec<(String, Value)> {
    if !folder.is_dir() {
        return Vec::new();
    }
    let is_label = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        let label = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()));
        (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), label)
    };
    sorted(folder).into_iter().filter(is_label).map(read).collect()
}

/// The list in a field; empty when there is none.
pub(crate) fn list<'value>(value: &'value Value, field: &str) -> &'value [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

/// The words of an item of a list: itself, or its `text`.
pub(crate) fn text(item: &Value) -> &str {
    item.as_str().or_else(|| item["text"].as_str()).unwrap_or_default()
}

/// Whether a label says so.
pub(crate) fn is(label: &Value, mark: &str) -> bool {
    label[mark].as_bool().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_a_variant_and_its_record() {
        assert_eq!(variant("letter-untagged.pdf\tletter"), Some(("letter-untagged.pdf", "letter")));
        assert_eq!(variant("# how they are\tmade"), None);
        assert_eq!(variant(""), None);
    }
}
