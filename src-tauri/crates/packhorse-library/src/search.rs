//! Finds words in everything that was brought in.

pub(crate) mod fold;
pub(crate) mod paragraph;
mod query;

use crate::{Error, Library, row};
use packhorse_model::{SourceId, Span};
use query::{Query, Reach};
use rusqlite::{Connection, params};

/// So many of the newest paragraphs that hold the words are compared to find the best. Weighing all
/// that hold “children” would take longer than anybody wants to wait.
const COMPARED: usize = 200;

/// How many paragraphs are looked at for exact words before the search rests.
const PATIENCE: usize = 1_000;

/// A paragraph that holds what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its source.
    pub source: SourceId,
    /// The source's file name.
    pub file_name: String,
    /// The source's title.
    pub title: String,
    /// The page it begins on.
    pub page: Option<u32>,
    /// The paragraph number the document prints.
    pub number: Option<u32>,
    /// The paragraph counted from the top.
    pub nth: Option<u32>,
    /// The paragraph in the source's text.
    pub span: Span,
    /// Some of its words, with those that were asked for marked.
    pub snippet: Vec<Snippet>,
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The words.
    pub text: String,
    /// Whether they were asked for.
    pub hit: bool,
}

impl Library {
    /// The paragraphs that hold all of `words`, the best of the newest first.
    ///
    /// Words in double quotes stand together, exactly; the last word may be the beginning of one.
    /// Otherwise endings do not matter. Without a word there is no hit.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let Some(query) = Query::of(words) else { return Ok(Vec::new()) };
        let mut hits = find(&self.connection, &query, Reach::Whole, limit)?;
        if hits.len() < limit && query.may_begin() {
            hits = find(&self.connection, &query, Reach::Begun, limit)?;
        }
        if hits.is_empty() && limit > 0 && query.may_begin() {
            hits = find(&self.connection, &query, Reach::Stem, limit)?;
        }
        Ok(hits)
    }
}

fn find(connection: &Connection, query: &Query, reach: Reach, limit: usize) -> Result<Vec<Hit>, Error> {
    let Some(expression) = query.expression(reach) else { return Ok(Vec::new()) };
    let best = best(connection, query, &expression, reach, limit)?;
    let (Some(first), Some(last)) = (best.iter().min(), best.iter().max()) else { return Ok(Vec::new()) };
    let mut statement = connection.prepare_cached(include_str!("search/hits.sql"))?;
    let bound = params![expression, first, last, row::to_json(&best)?];
    let rows = statement.query_and_then(bound, |row| Ok((row.get("id")?, hit(row)?)))?;
    let mut hits: Vec<(i64, Hit)> = rows.collect::<Result<_, Error>>()?;
    hits.sort_by_key(|(id, _)| best.iter().position(|best| best == id));
    Ok(hits.into_iter().map(|(_, hit)| hit).collect())
}

/// The paragraphs that fit best, the best first.
fn best(
    connection: &Connection,
    query: &Query,
    expression: &str,
    reach: Reach,
    limit: usize,
) -> Result<Vec<i64>, Error> {
    let mut statement = connection.prepare_cached(include_str!("search/candidates.sql"))?;
    let mut rows = statement.query([expression])?;
    let (mut fitting, mut seen) = (Vec::new(), 0);
    while fitting.len() < limit.max(COMPARED) && seen < PATIENCE.max(limit) {
        let Some(row) = rows.next()? else { break };
        seen += 1;
        // The index knows stems; whether the words stand there as they were asked for is seen here.
        let text = fold::fold(row.get_ref("text")?.as_str().map_err(Error::damaged)?);
        if query.is_met_by(&text, reach) {
            fitting.push((query.weight(&text), row.get("id")?));
        }
    }
    // Equal ones stay as they are: the newest first.
    fitting.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    Ok(fitting.into_iter().take(limit).map(|(_, id)| id).collect())
}

fn hit(row: &rusqlite::Row<'_>) -> Result<Hit, Error> {
    let snippet: String = row.get("snippet")?;
    Ok(Hit {
        source: row::id(row, "source")?,
        file_name: row.get("file_name")?,
        title: row.get("title")?,
        page: row.get("page")?,
        number: row.get("number")?,
        nth: row.get("nth")?,
        span: Span { start: row::byte(row, "start")?, end: row::byte(row, "finish")? },
        snippet: pieces(&snippet),
    })
}

/// Parts a snippet at the marks the index put in: start of text (2) and end of text (3).
fn pieces(snippet: &str) -> Vec<Snippet> {
    let mut hit = false;
    let mut pieces = Vec::new();
    for part in snippet.split_inclusive(['\u{2}', '\u{3}']) {
        let text = part.trim_end_matches(['\u{2}', '\u{3}']);
        if !text.is_empty() {
            pieces.push(Snippet { text: text.to_owned(), hit });
        }
        hit = part.ends_with('\u{2}');
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, LETTER};

    const NONE: [u32; 0] = [];

    fn found(library: &Library, words: &str) -> Vec<u32> {
        let hits = library.search(words, 10).expect("hits");
        let mut found: Vec<u32> = hits.iter().map(|hit| hit.nth.unwrap_or_default()).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn a_phrase_is_found_with_its_apostrophe_and_its_accents_or_without() {
        let (_folder, mut library) = testing::library();
        testing::keep(&mut library, "letter.pdf", &LETTER);
        for words in
            ["“the council’s plan”", "\"the council's plan\"", "cafe mor", "CAFÉ MÔR", "“Café Môr. Staff”"]
        {
            assert_eq!(found(&library, words), [1], "{words}");
        }
    }

    #[test]
    fn a_hit_can_be_opened_at_its_place_and_quoted() {
        let (_folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let hit = library.search("place to live", 10).expect("hits").remove(0);
        assert_eq!((hit.source, hit.page, hit.nth), (letter, Some(2), Some(2)));
        let source = library.source(letter).expect("a source");
        let quote = source.quote(hit.span).expect("a quote");
        assert_eq!(quote.words(), LETTER[2]);
        let text: String = hit.snippet.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(text, LETTER[2]);
        let marked: Vec<&str> =
            hit.snippet.iter().filter(|piece| piece.hit).map(|piece| &*piece.text).collect();
        assert_eq!(marked.join(" "), "place to live");
    }

    #[test]
    fn quoted_words_stand_together_exactly_and_loose_words_anywhere() {
        let (_folder, mut library) = testing::library();
        testing::keep(&mut library, "letter.pdf", &LETTER);
        assert_eq!(found(&library, "leavers care"), [2, 3]);
        assert_eq!(found(&library, "\"care leavers\""), [2]);
        assert_eq!(found(&library, "\"care; leavers\""), [2], "punctuation is not a word");
        assert_eq!(found(&library, "inspecting"), [2, 3], "endings do not matter");
        assert_eq!(found(&library, "\"inspection of\""), [3], "in quotes they do");
        assert_eq!(found(&library, "\"inspector of\""), NONE);
    }

    #[test]
    fn a_half_typed_word_finds_the_whole_word() {
        let (_folder, mut library) = testing::library();
        testing::keep(&mut library, "letter.pdf", &LETTER);
        let whole = "the inspection";
        for end in 5..=whole.len() {
            assert!(found(&library, &whole[..end]).contains(&3), "{}", &whole[..end]);
        }
        assert_eq!(found(&library, "inspectu"), NONE, "nothing begins so");
    }

    #[test]
    fn words_that_stand_together_come_before_words_that_do_not() {
        let (_folder, mut library) = testing::library();
        testing::keep(&mut library, "letter.pdf", &LETTER);
        testing::keep(&mut library, "other.pdf", &["Heading", "Leavers of school, and of care, leave."]);
        let hits = library.search("care leavers", 10).expect("hits");
        let files: Vec<&str> = hits.iter().map(|hit| &*hit.file_name).collect();
        assert_eq!(files, ["letter.pdf", "other.pdf", "letter.pdf"], "then the newest");
        assert_eq!(library.search("care leavers", 1).expect("hits"), hits[..1]);
    }

    #[test]
    fn nothing_is_found_of_nothing_nor_of_what_was_removed() {
        let (_folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        assert!(library.search(" “” – ", 10).expect("no hits").is_empty());
        assert!(library.search("care", 0).expect("no hits").is_empty());
        library.remove_source(letter).expect("removed");
        assert_eq!(found(&library, "care"), NONE);
        library.undo().expect("undone");
        assert_eq!(found(&library, "care"), [2, 3]);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]
        #[test]
        fn whatever_is_typed_is_only_words(typed in "(\\PC|[\"'*^:(){}+-]|NEAR|AND|OR|NOT|care| ){0,12}") {
            thread_local!(static LIBRARY: (tempfile::TempDir, Library) = {
                let (folder, mut library) = testing::library();
                testing::keep(&mut library, "letter.pdf", &LETTER);
                (folder, library)
            });
            let answer = LIBRARY.with(|(_, library)| library.search(&typed, 5).map(|_| ()));
            proptest::prop_assert!(answer.is_ok(), "{answer:?}");
        }
    }
}
