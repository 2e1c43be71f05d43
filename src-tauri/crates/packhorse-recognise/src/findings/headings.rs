//! The headings that open lists, part them and end them.

use crate::page::Line;
use packhorse_model::Rank;
use regex::Regex;
use std::sync::LazyLock;

/// Headings over the lists, over folded words.
static LISTS: LazyLock<[(Rank, Regex); 3]> = LazyLock::new(|| {
    let heading = |words: &str| {
        Regex::new(&format!(r"^(?:\d+(?:\.\d+)?\.?\s*)?(?:{words})$")).expect("the pattern is fixed")
    };
    let whose = r"\s*[?:]?\s*(?:\(?(?:for )?(?:the )?(?:lscb|local safeguarding children board|local authority|council|local area|partnership)\)?)?\s*:?";
    [
        (
            Rank::PriorityAction,
            heading(
                r"(?:areas? (?:for|requiring) (?:immediate (?:and )?)?priority (?:and immediate )?actions?|(?:immediate )?priority (?:and immediate )?actions?|areas? for immediate action)\b[^.]{0,60}|areas? of significant weakness(?:es)?\s*:?",
            ),
        ),
        (
            Rank::Improvement,
            heading(&format!(
                r"what (?:does|do|needs?|must) .{{0,80}}(?:improve\b[^.]{{0,60}}|improvement)|what needs to (?:improve|be improved|get better)[^.]{{0,60}}|(?:key |main )?areas? (?:for|of|requiring) (?:further )?(?:improvement|development)s?{whose}|(?:key )?recommendations?(?: for improvement)?{whose}|priorities for (?:further )?improvement{whose}|areas (?:that|which) need to improve{whose}"
            )),
        ),
        (
            Rank::Strength,
            heading(
                r"(?:key |main |areas of )?strengths\s*:?|what is the (?:local )?area partnership doing that is effective\??|the local authority's strengths",
            ),
        ),
    ]
});

/// Headings that end a list wherever they stand.
const ENDINGS: &str = r"(?:main |key |inspection )?findings\b|inspection judgements? about|record of main|lead inspector|reporting inspector|any areas for |i am copying|this letter |details of |headline findings|case stud|next steps|summary\b|executive summary|information about|local area partnership details|yours (?:sincerely|faithfully)|ofsted will take|the service meets the requirements|the office for standards in education|if you would like a copy|piccadilly gate|clive house|aviation house|royal exchange buildings|(?:section|part|chapter|annex|appendix) (?:\d{1,2}|[a-d]|one|two|three)\b";

/// Headings that end a list unless it is grouped by sub-headings.
const CHAPTERS: &str = r"overview$|conclusion|progress since|inspection team|the experiences and progress|what is it like|what does the (?:local )?area partnership need to do better|about this|outcomes for|quality of provision|leadership|the impact of leaders|context$|evaluation of progress|performance management|the effectiveness (?:of|with which)|joint (?:local )?area send|satisfactory practice";

static ENDS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("^(?:{ENDINGS}|{CHAPTERS})")).expect("the pattern is fixed"));

static ENDS_GROUPED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("^(?:{ENDINGS})")).expect("the pattern is fixed"));

/// Sub-headings that group the items of a list by deadline.
pub(super) static DEADLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:immediately|(?:with)?in (?:\w+ )?(?:weeks?|months?)|within \w+ \w+)\b.{0,40}$")
        .expect("the pattern is fixed")
});

/// The list a line is the heading of.
pub(super) fn list(line: &Line<'_>) -> Option<Rank> {
    // Until 2022 a letter about special educational needs named the weaknesses that a written statement
    // of action had to answer in a sentence.
    let folded = &line.folded;
    if folded.ends_with(':') && folded.contains("written statement of action") && folded.contains("weakness")
    {
        return Some(Rank::PriorityAction);
    }
    if line.is_item() || line.text.len() > 200 {
        return None;
    }
    // A footnote's mark may be glued to the heading; a number apart is a page's, and the line an entry
    // of the contents.
    let words = line.folded.trim_end_matches(|c: char| c.is_ascii_digit());
    if words.len() < line.folded.len() && words.ends_with([' ', '.']) {
        return None;
    }
    let words = words.trim();
    let sentence = words.ends_with('.') && !line.is_heading();
    LISTS.iter().find(|(_, pattern)| !sentence && pattern.is_match(words)).map(|(rank, _)| *rank)
}

/// Whether words end in the heading of a list that ran into them.
pub(super) fn ends_in_one(text: &str) -> bool {
    let from = text.len().saturating_sub(90);
    let starts = text.char_indices().filter(|(at, c)| *at >= from && *at > 0 && c.is_uppercase());
    let folded = starts.map(|(at, _)| crate::fold(&text[at..]));
    folded.into_iter().any(|words| LISTS.iter().any(|(_, pattern)| pattern.is_match(words.trim())))
}

/// Whether a line ends a list.
pub(super) fn ends(line: &Line<'_>) -> bool {
    !line.is_item() && ENDS.is_match(&line.folded)
}

/// Whether a line ends a list that is grouped by sub-headings.
pub(super) fn ends_grouped(line: &Line<'_>) -> bool {
    !line.is_item() && ENDS_GROUPED.is_match(&line.folded)
}
