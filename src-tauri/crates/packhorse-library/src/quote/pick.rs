//! Picks quotes, uses them differently, removes them.

use super::Use;
use crate::clock::written;
use crate::step::{Change, Row};
use crate::{Error, Library, Work, row, source};
use packhorse_model::{QuoteId, SourceId, Span, StoredQuote};
use rusqlite::{Connection, OptionalExtension as _, params};

/// Words to keep, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuote {
    /// The words, as their source lifted them.
    pub quote: StoredQuote,
    /// What they are used for.
    pub usage: Use,
}

impl Library {
    /// Picks words of a source. The same words at the same place are kept once; what the new use
    /// leaves unsaid stays.
    ///
    /// # Errors
    ///
    /// When the words are not what the kept source holds at that place, when there is no such
    /// source, or the library cannot be written.
    pub fn pick(&mut self, new: &NewQuote) -> Result<QuoteId, Error> {
        self.together("pick quote", |work| work.pick(new))
    }

    /// The quote of these words at this place of a source, where they were picked.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn picked(&self, source: SourceId, span: Span, words: &str) -> Result<Option<QuoteId>, Error> {
        same(&self.connection, source, span, words)
    }

    /// Uses a quote differently.
    ///
    /// # Errors
    ///
    /// When there is no such quote, or the library cannot be written.
    pub fn change_quote(&mut self, id: QuoteId, usage: &Use) -> Result<(), Error> {
        self.together("change quote", |work| work.change_quote(id, usage))
    }

    /// Removes a quote from the basket. Its source stays.
    ///
    /// # Errors
    ///
    /// When there is no such quote, or the library cannot be written.
    pub fn remove_quote(&mut self, id: QuoteId) -> Result<(), Error> {
        self.together("remove quote", |work| work.remove_quote(id))
    }
}

impl Work<'_> {
    /// Picks words of a source. The same words at the same place are kept once; what the new use
    /// leaves unsaid stays.
    ///
    /// # Errors
    ///
    /// When the words are not what the kept source holds at that place, when there is no such
    /// source, or the library cannot be written.
    pub fn pick(&mut self, new: &NewQuote) -> Result<QuoteId, Error> {
        let NewQuote { quote, usage } = new;
        source::read(self.connection(), quote.source)?.requote(quote)?;
        if let Some(id) = self.picked(quote)? {
            let before = super::read(self.connection(), id)?.usage;
            self.change_quote(id, &usage.clone().over(before))?;
            return Ok(id);
        }
        let id = QuoteId(self.new_id());
        let edits = row::to_json(&usage.edits)?;
        self.connection().prepare_cached(include_str!("insert.sql"))?.execute(params![
            id.to_string(),
            quote.source.to_string(),
            row::to_number(quote.span.start),
            row::to_number(quote.span.end),
            quote.words,
            quote.before,
            quote.after,
            quote.text_digest.hex(),
            row::to_word(&usage.bearing)?,
            edits,
            usage.note,
            written(self.now),
            usage.weight.as_ref().map(row::to_word).transpose()?,
            super::seal(id, &edits).hex(),
        ])?;
        self.made(Change::Came { row: Row::Quote(id) });
        Ok(id)
    }

    /// The quote of these words at their place, where they were picked.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn picked(&self, quote: &StoredQuote) -> Result<Option<QuoteId>, Error> {
        same(self.connection(), quote.source, quote.span, &quote.words)
    }

    /// Uses a quote differently.
    ///
    /// # Errors
    ///
    /// When there is no such quote, or the library cannot be written.
    pub fn change_quote(&mut self, id: QuoteId, usage: &Use) -> Result<(), Error> {
        let before = super::read(self.connection(), id)?.usage;
        if before == *usage {
            return Ok(());
        }
        self.make(Change::Use { quote: id, before, after: usage.clone() })
    }

    /// Removes a quote from the basket. Its source stays.
    ///
    /// # Errors
    ///
    /// When there is no such quote, or the library cannot be written.
    pub fn remove_quote(&mut self, id: QuoteId) -> Result<(), Error> {
        super::read(self.connection(), id)?;
        self.make(Change::Went { row: Row::Quote(id) })
    }
}

fn same(
    connection: &Connection,
    source: SourceId,
    span: Span,
    words: &str,
) -> Result<Option<QuoteId>, Error> {
    let (start, finish) = (row::to_number(span.start), row::to_number(span.end));
    let mut statement = connection.prepare_cached(include_str!("same.sql"))?;
    let bound = params![source.to_string(), start, finish, words];
    let id: Option<String> = statement.query_row(bound, |row| row.get(0)).optional()?;
    id.map(|id| id.parse().map_err(Error::damaged)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, LETTER};
    use crate::{QuoteFilter, Use};
    use packhorse_model::{Bearing, Edit, Weight};

    #[test]
    fn words_are_picked_once_at_one_place() {
        let (_folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let quote = testing::pick(&mut library, letter, "care leavers");
        let source = library.source(letter).expect("a source");
        let mut again = testing::lift(&source, "care leavers", Bearing::Improve);
        again.usage.edits = vec![Edit::Insert { at: 0, words: "some".to_owned() }];
        assert_eq!(library.pick(&again).expect("picked"), quote);
        let kept = library.quote(quote).expect("a quote");
        assert_eq!((kept.usage, kept.revision), (again.usage, 2));
        assert_eq!(kept.quote, again.quote);
        assert_eq!(library.sources().expect("a list")[0].quotes, 1);
        let there = |library: &Library| {
            let StoredQuote { source, span, words, .. } = &again.quote;
            library.picked(*source, *span, words).expect("looked for")
        };
        assert_eq!(there(&library), Some(quote));
        library.remove_quote(quote).expect("removed");
        assert_eq!(there(&library), None);
    }

    #[test]
    fn picking_the_same_words_again_loses_nothing_that_was_said_of_them() {
        let (_folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let quote = testing::pick(&mut library, letter, "care leavers");
        let usage = Use {
            bearing: Bearing::Strength,
            edits: vec![Edit::Insert { at: 0, words: "some".to_owned() }],
            note: Some("Ask who they are".to_owned()),
            weight: Some(Weight::Must),
        };
        library.change_quote(quote, &usage).expect("changed");
        let source = library.source(letter).expect("a source");
        library.pick(&testing::lift(&source, "care leavers", Bearing::Priority)).expect("picked");
        let kept = library.quote(quote).expect("a quote").usage;
        assert_eq!(kept, Use { bearing: Bearing::Priority, ..usage });
    }

    #[test]
    fn words_picked_where_an_altered_quote_stands_are_a_quote_of_their_own() {
        let (_folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let altered = testing::pick(&mut library, letter, "care leavers");
        library.connection.execute("UPDATE quote SET words = 'cave dwellers'", []).expect("altered");
        let sound = testing::pick(&mut library, letter, "care leavers");
        assert_ne!(sound, altered, "they are not the words that stand there");
        assert_eq!(library.quote(sound).expect("a quote").quote.words, "care leavers");
    }

    #[test]
    fn words_the_source_does_not_hold_are_not_picked() {
        let (_folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let source = library.source(letter).expect("a source");
        let mut altered = testing::lift(&source, "a good place", Bearing::Strength);
        altered.quote.words = "a bad place".to_owned();
        assert!(matches!(library.pick(&altered), Err(Error::Altered(_))));
        assert_eq!(library.next_undo().expect("a step").as_deref(), Some("bring in letter.pdf"));
    }

    #[test]
    fn quotes_are_listed_by_source_bearing_and_words() {
        let (_folder, mut library) = testing::library();
        let letter = testing::keep(&mut library, "letter.pdf", &LETTER).source;
        let other = testing::keep(&mut library, "other.pdf", &["Heading", "A good school."]).source;
        let cafe = testing::pick(&mut library, letter, "Children’s voices are heard at Café Môr.");
        let school = testing::pick(&mut library, other, "A good school.");
        let note = Some("Ask about the café".to_owned());
        let usage = Use { bearing: Bearing::Context, edits: Vec::new(), note, weight: None };
        library.change_quote(school, &usage).expect("changed");
        let found = |filter: QuoteFilter| -> Vec<QuoteId> {
            library.quotes(&filter).expect("quotes").into_iter().map(|quote| quote.id).collect()
        };
        let words = |words: &str| QuoteFilter { words: Some(words.to_owned()), ..QuoteFilter::default() };
        assert_eq!(found(QuoteFilter::default()), [cafe, school]);
        assert_eq!(found(QuoteFilter { source: Some(other), ..QuoteFilter::default() }), [school]);
        assert_eq!(found(QuoteFilter { bearing: Some(Bearing::Strength), ..QuoteFilter::default() }), [cafe]);
        assert_eq!(found(words("CAFE")), [cafe, school], "notes are looked through too");
        assert_eq!(found(words("mor childish")), [], "each word begins one of the quote's");
        assert_eq!(found(words("mor childr")), [cafe]);
        assert_eq!(found(words("  ")), [cafe, school], "no word asks for nothing");
    }
}
