//! What a person types, as an expression for the index. Nothing they type is ever syntax.

use super::fold::fold;

/// More words than this do not make a search better.
const MOST: usize = 32;

/// The shortest beginning of a word that is looked for in place of a longer one.
const SHORTEST: usize = 4;

/// Words to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Query {
    parts: Vec<Part>,
}

/// A word, or words that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// Folded; never empty.
    words: String,
    /// Whether it stood in double quotes.
    quoted: bool,
    /// Whether its last word may be only the beginning of one.
    begins: bool,
}

impl Query {
    /// Reads what a person typed. `None` when there is no word in it.
    pub(crate) fn of(typed: &str) -> Option<Self> {
        let mut parts: Vec<Part> = Vec::new();
        let mut stretches = typed.split(['"', '“', '”', '„', '«', '»']).enumerate().peekable();
        while let Some((index, stretch)) = stretches.next() {
            // What stands between the first mark and the second is quoted, and so on; the last
            // stretch may still be being typed.
            let (quoted, last) = (index % 2 == 1, stretches.peek().is_none());
            if quoted {
                parts.push(Part { words: fold(stretch), quoted, begins: last });
            } else {
                let words = stretch.split_whitespace();
                parts.extend(words.map(|word| Part { words: fold(word), quoted, begins: false }));
                let word_at_end = last && !stretch.trim().is_empty();
                parts.last_mut().into_iter().for_each(|part| part.begins |= word_at_end);
            }
        }
        parts.retain(|part| !part.words.is_empty());
        parts.truncate(MOST);
        (!parts.is_empty()).then_some(Self { parts })
    }

    /// Whether the last word may be only the beginning of one.
    pub(crate) fn may_begin(&self) -> bool {
        self.parts.last().is_some_and(|part| part.begins)
    }

    /// The expression that asks for every part. `None` when the reach makes no sense for it.
    pub(crate) fn expression(&self, reach: Reach) -> Option<String> {
        let (last, others) = self.parts.split_last()?;
        let last = match reach {
            Reach::Whole => quoted(&last.words),
            Reach::Begun => quoted(&last.words) + "*",
            Reach::Stem => last.stems()?,
        };
        let others = others.iter().map(|part| quoted(&part.words));
        Some(others.chain([last]).collect::<Vec<_>>().join(" AND "))
    }

    /// Whether a paragraph the index found holds what the index cannot tell. `text` is folded.
    pub(crate) fn is_met_by(&self, text: &str, reach: Reach) -> bool {
        let text = format!(" {text} ");
        let unknown = |part: &&Part| part.quoted || (part.begins && reach == Reach::Stem);
        self.parts.iter().filter(unknown).all(|part| {
            let end = if part.begins { "" } else { " " };
            text.contains(&format!(" {}{end}", part.words))
        })
    }

    /// How well a paragraph fits: the words as typed, one after the other, before words here and
    /// there, before other endings of them. `text` is folded.
    pub(crate) fn weight(&self, text: &str) -> u32 {
        let text = format!(" {text} ");
        let words: Vec<&str> = self.parts.iter().map(|part| &*part.words).collect();
        let together = text.contains(&format!(" {}", words.join(" ")));
        let here = words.iter().filter(|words| text.contains(&format!(" {words} "))).count();
        let begun = words.iter().filter(|words| text.contains(&format!(" {words}"))).count();
        let share = u32::try_from(here * 2 + begun).unwrap_or(u32::MAX);
        share.saturating_add(if together { 1_000 } else { 0 })
    }
}

/// How far the last word may be from what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It is the word, whatever its ending.
    Whole,
    /// It begins so.
    Begun,
    /// It begins so, and the index knows it by a shorter stem: it knows “inspection” as “inspect”,
    /// so that “inspecti”, half typed, begins nothing in it.
    Stem,
}

impl Part {
    /// The stems the index may know a half-typed word by.
    fn stems(&self) -> Option<String> {
        let ends = self.words.char_indices().map(|(at, _)| at).skip(SHORTEST);
        let stems: Vec<String> = ends.map(|end| quoted(&self.words[..end])).collect();
        let one_word = !self.words.contains(' ');
        (one_word && !stems.is_empty()).then(|| format!("({})", stems.join(" OR ")))
    }
}

/// Folded words hold no quotation mark, so between two of them they can only be words.
fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun(typed: &str) -> Option<String> {
        let query = Query::of(typed)?;
        query.expression(if query.may_begin() { Reach::Begun } else { Reach::Whole })
    }

    #[test]
    fn every_word_is_asked_for_and_the_last_may_be_a_beginning() {
        assert_eq!(begun("care leav").as_deref(), Some("\"care\" AND \"leav\"*"));
        assert_eq!(begun("council's pl").as_deref(), Some("\"council s\" AND \"pl\"*"));
    }

    #[test]
    fn words_in_double_quotes_stand_together() {
        assert_eq!(begun("“care leavers” house").as_deref(), Some("\"care leavers\" AND \"house\"*"));
        assert_eq!(begun("house \"care leavers\"").as_deref(), Some("\"house\" AND \"care leavers\""));
        assert_eq!(begun("house \"care lea").as_deref(), Some("\"house\" AND \"care lea\"*"), "being typed");
    }

    #[test]
    fn what_is_syntax_to_the_index_is_only_words_to_us() {
        assert_eq!(begun("a OR b*").as_deref(), Some("\"a\" AND \"or\" AND \"b\"*"));
        assert_eq!(begun("text:^x -NEAR(z)").as_deref(), Some("\"text x\" AND \"near z\"*"));
    }

    #[test]
    fn without_a_word_there_is_no_query() {
        for typed in ["", "  ", "\"\"", "“ ”", "– * ( )", "\u{0}"] {
            assert_eq!(begun(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_half_typed_word_is_also_looked_for_by_its_stem() {
        let query = Query::of("good inspect").expect("words");
        let stems = "\"good\" AND (\"insp\" OR \"inspe\" OR \"inspec\")";
        assert_eq!(query.expression(Reach::Stem).as_deref(), Some(stems));
        assert!(query.is_met_by("a good inspection", Reach::Stem));
        assert!(!query.is_met_by("a good insp", Reach::Stem), "the word must begin with what was typed");
        let short = Query::of("care").expect("a word");
        assert_eq!(short.expression(Reach::Stem), None, "too short to guess at");
    }
}
