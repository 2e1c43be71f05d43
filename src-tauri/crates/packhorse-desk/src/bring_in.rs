//! Brings documents in.

use crate::{Desk, Progress, Trouble, paths, reader};
use packhorse_library::{NewSource, Way};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Asks to bring files or folders in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BringIn {
    /// Files and folders.
    pub paths: Vec<String>,
}

/// Asks to bring pasted text in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PasteIn {
    /// A name for it.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is in the library and on the disk.
    Kept,
    /// It was there already.
    Already,
    /// It did not become a source.
    Refused,
    /// It was not looked at, because the work was stopped.
    Stopped,
}

/// What became of one file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BroughtInFile {
    /// The file's name.
    pub name: String,
    /// The source that holds it.
    pub source: Option<String>,
    /// What became of it.
    pub state: State,
    /// That in a sentence.
    pub message: String,
    /// What to try.
    pub hints: Vec<String>,
}

/// What became of each file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BroughtIn {
    /// One for each file, in order.
    pub results: Vec<BroughtInFile>,
}

impl Desk {
    /// Brings files and folders in, one after the other. Each is saved before the next is read.
    ///
    /// # Errors
    ///
    /// When there is no file at all. A file that is refused is told in the reply.
    pub fn bring_in(
        &self,
        request: &BringIn,
        mut tell: impl FnMut(Progress),
        mut each: impl FnMut(&BroughtInFile),
    ) -> Result<BroughtIn, Trouble> {
        let _span = tracing::info_span!("bring_in").entered();
        self.begin();
        let named: Vec<PathBuf> = request.paths.iter().map(PathBuf::from).collect();
        let files = paths::files(&named)?;
        let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let mut results = Vec::with_capacity(files.len());
        for (done, path) in (0..).zip(&files) {
            let name = reader::name(path);
            tell(Progress { task: "Reading".into(), done, total, now: name.clone() });
            let result = if self.is_stopped() { stopped(name) } else { self.file(path) };
            each(&result);
            results.push(result);
        }
        tell(Progress { task: "Reading".into(), done: total, total, now: String::new() });
        tracing::debug!(files = total, "brought in");
        Ok(BroughtIn { results })
    }

    /// Brings pasted text in.
    ///
    /// # Errors
    ///
    /// When the text is empty. What else stops it is told in the reply.
    pub fn paste_in(&self, request: &PasteIn) -> Result<BroughtIn, Trouble> {
        let _span = tracing::info_span!("paste_in").entered();
        if request.text.trim().is_empty() {
            return Err(Trouble::fixable(
                "There is no text to bring in.",
                "Copy the text where it stands and paste it here.",
            ));
        }
        let name = match request.name.trim() {
            "" => "Pasted text.txt".to_owned(),
            name if name.to_lowercase().ends_with(".txt") => name.to_owned(),
            name => format!("{name}.txt"),
        };
        let read = self.reader.read_bytes(&name, request.text.clone().into_bytes());
        let result = read.map_or_else(|trouble| refused(name, trouble), |read| self.keep(&read));
        Ok(BroughtIn { results: vec![result] })
    }

    fn file(&self, path: &Path) -> BroughtInFile {
        match self.reader.read(path) {
            Ok(read) => self.keep(&read),
            Err(trouble) => refused(reader::name(path), trouble),
        }
    }

    fn keep(&self, read: &crate::ReadFile) -> BroughtInFile {
        let name = read.name.clone();
        let new = NewSource {
            file_name: &read.name,
            bytes: &read.bytes,
            document: &read.document,
            facts: &read.facts,
        };
        let kept = self.library().keep(new);
        match kept {
            Ok(kept) => {
                let (state, message) = match kept.way {
                    Way::New => (State::Kept, format!("{name} is in the library.")),
                    Way::Back => (State::Kept, format!("{name} is back in the library.")),
                    Way::SameBytes => (State::Already, format!("{name} is in the library already.")),
                    Way::SameText => (
                        State::Already,
                        format!("The library already holds a file with the same text as {name}."),
                    ),
                };
                // The file is kept; that nobody could look for its like is no trouble of it.
                let like = self.same_text_as(kept.source).ok().flatten();
                let like = like.filter(|_| matches!(kept.way, Way::New | Way::Back));
                let hints =
                    like.map(|other| format!("It says the same as {other}, which is in the library too."));
                BroughtInFile {
                    name,
                    source: Some(kept.source.to_string()),
                    state,
                    message,
                    hints: hints.into_iter().collect(),
                }
            }
            Err(error) => refused(name, error.into()),
        }
    }
}

fn refused(name: String, trouble: Trouble) -> BroughtInFile {
    BroughtInFile {
        name,
        source: None,
        state: State::Refused,
        message: trouble.message,
        hints: trouble.hints,
    }
}

fn stopped(name: String) -> BroughtInFile {
    let message = format!("{name} was not brought in, because you stopped.");
    BroughtInFile {
        name,
        source: None,
        state: State::Stopped,
        message,
        hints: vec!["Bring it in again when you are ready.".into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_comes_after_a_stop_is_not_looked_at() {
        let (_home, desk) = fixture::desk(&[]);
        let request = BringIn { paths: vec!["one.pdf".into(), "two.pdf".into(), "three.pdf".into()] };
        let done = desk.bring_in(&request, |_| {}, |_| desk.stop()).expect("files were named");
        let states: Vec<State> = done.results.iter().map(|result| result.state).collect();
        assert_eq!(
            states,
            [State::Refused, State::Stopped, State::Stopped],
            "the first could not be read here"
        );
    }

    #[test]
    fn every_file_has_an_answer_in_a_sentence() {
        let (_home, desk) = fixture::desk(&[]);
        let done = desk
            .bring_in(&BringIn { paths: vec!["gone.pdf".into()] }, |_| {}, |_| {})
            .expect("a file was named");
        assert!(done.results[0].message.starts_with("gone.pdf ") && done.results[0].message.ends_with('.'));
    }
}
