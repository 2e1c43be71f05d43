//! What sort of source a document is.

use crate::page::Page;
use crate::read;
use packhorse_model::{Confidence, Fact, Format, SourceKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The rule that finds a council's own paper for its members.
const COUNCIL_PAPER: &str = "a report of the council to its members";

/// Whether a document is a council's own paper for its members, which may reprint a list of what
/// inspectors ask for.
pub(crate) fn is_council_paper(kind: &Fact<SourceKind>) -> bool {
    kind.value == SourceKind::Other && kind.rule == COUNCIL_PAPER
}

/// What sort of source a document is.
pub(crate) fn source_kind(page: &Page<'_>) -> Fact<SourceKind> {
    let whole = Span { start: 0, end: page.document.text.len() };
    if page.document.format == Format::Spreadsheet {
        return read(SourceKind::OutcomesTable, page.place(whole), "a table of cells", Confidence::Sure);
    }
    let text = page.folded();
    let head: String = text.chars().take(9_000).collect();
    let top: String = text.chars().take(1_200).collect();
    if let Some((span, _)) = general(page) {
        let rule = "guidance or a national report";
        return read(SourceKind::Report, page.place(span), rule, Confidence::Check);
    }
    let mut scores: Vec<(SourceKind, i32, &'static str)> = Vec::new();
    for cue in CUES.iter() {
        let early = matches!(
            cue.kind,
            SourceKind::Report
                | SourceKind::YoungPeoplesSummary
                | SourceKind::Minutes
                | SourceKind::Statement
                | SourceKind::Other
        );
        // A report holds a chapter for young people; only what begins so is their summary.
        let found = match cue.kind {
            SourceKind::YoungPeoplesSummary => cue.pattern.is_match(&top),
            _ if early => cue.pattern.is_match(&head),
            _ => cue.pattern.is_match(&text),
        };
        if found {
            match scores.iter_mut().find(|(kind, ..)| *kind == cue.kind) {
                Some(entry) => entry.1 += cue.weight,
                None => scores.push((cue.kind, cue.weight, cue.rule)),
            }
        }
    }
    // A report holds a summary for young people; only a short document is one.
    if text.len() > 12_000 {
        scores.retain(|(kind, ..)| *kind != SourceKind::YoungPeoplesSummary);
    }
    // An e-mail about a letter is not the letter, unless the letter's own words stand in it.
    let mail = page.lines.iter().take(8).filter(|line| HEAD_OF_MAIL.is_match(&line.folded)).count();
    if (mail > 1 || page.document.format == Format::Email) && !text.contains("this letter summarises") {
        scores.retain(|(kind, ..)| !matches!(kind, SourceKind::Letter | SourceKind::Report));
    }
    scores.sort_by_key(|(_, score, _)| -score);
    let place = page.place(page.lines.first().map_or(whole, |line| line.span));
    match scores.first() {
        Some((kind, score, rule)) if *score >= 4 => {
            let rival = scores.get(1).map_or(0, |(_, score, _)| *score);
            let confidence =
                if *score >= 5 && *score >= rival + 3 { Confidence::Sure } else { Confidence::Check };
            read(*kind, place, rule, confidence)
        }
        Some((kind, _, rule)) => read(*kind, place, rule, Confidence::Check),
        None => read(fallback(&text), place, "no cue, by what it talks about", Confidence::Check),
    }
}

/// A text about an inspection with people speaking in it is taken for news.
fn fallback(text: &str) -> SourceKind {
    if text.contains("ofsted") || text.contains("inspect") {
        SourceKind::NewsStory
    } else {
        SourceKind::Other
    }
}

/// A cue: a pattern over folded text, the kind it points to, and how strongly.
struct Cue {
    kind: SourceKind,
    pattern: Regex,
    weight: i32,
    rule: &'static str,
}

static HEAD_OF_MAIL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:from|sent|to|cc|subject|date): ").expect("the pattern is fixed"));

/// Where a document says that it is guidance or a report on the whole country, and whether the latter.
pub(crate) fn general(page: &Page<'_>) -> Option<(Span, bool)> {
    let mut seen = 0;
    page.lines
        .iter()
        .take_while(|line| {
            seen += line.folded.len();
            seen < 1_500
        })
        .find(|line| OTHERS.is_match(&line.folded))
        .map(|line| (line.span, !HANDBOOK.is_match(&line.folded)))
}

static HANDBOOK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"handbook|guidance|framework|this document").expect("the pattern is fixed"));

/// Guidance for inspectors and reports on the whole country.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"inspectors.? handbook|^(?:this )?(?:guidance|framework) (?:describes|sets out|for inspect)|^this document sets out|thematic (?:survey|report|review|inspection)|(?:survey|good practice) report\b|joint targeted area inspections of")
        .expect("the pattern is fixed")
});

static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    use SourceKind::{
        Letter, Minutes, NewsStory, Other, PressRelease, Report, Statement, YoungPeoplesSummary,
    };
    let cue = |kind, weight, rule, pattern: &str| Cue {
        kind,
        pattern: Regex::new(pattern).expect("the pattern is fixed"),
        weight,
        rule,
    };
    vec![
        cue(Report, 5, "inspection date on a cover", r"(?m)^inspection dates?:"),
        cue(Report, 4, "lead inspector on a cover", r"(?m)^(lead|reporting) inspector\b"),
        cue(
            Report,
            3,
            "title of a report",
            r"(?m)^((joint |full |short |standard )*(area send |local area send )?(monitoring )?(re-?)?inspection of|review of services)",
        ),
        cue(Report, 3, "table of judgements", r"(?m)^judgement$"),
        cue(Report, 3, "age group on a cover", r"(?m)^age group:"),
        cue(Report, 2, "date of publication on a cover", r"(?m)^(report )?published:"),
        cue(Letter, 4, "addressed to somebody", r"(?m)^dear\b"),
        cue(
            Letter,
            5,
            "sums up a visit",
            r"this letter (summarises|sets out|is about|follows)|i am writing to (inform|report|confirm)",
        ),
        cue(Letter, 3, "signed by an inspector", r"(?m)^yours (sincerely|faithfully)"),
        cue(
            Letter,
            2,
            "visit as title",
            r"(?m)^(re: )?(focuss?ed|monitoring) visit (to|of)|(?m)^joint targeted area inspection of",
        ),
        cue(
            YoungPeoplesSummary,
            9,
            "calls itself a summary for children",
            r"(summary|version) (report )?for (children|young people)|(young people'?s|children'?s) (summary|version)",
        ),
        cue(Minutes, 5, "calls itself minutes", r"(?m)^(draft )?minutes\b|minutes of (the|a) (meeting|last)"),
        cue(
            Minutes,
            3,
            "lists who was present",
            r"(?m)^(present|in attendance|apologies( for absence)?|also present)\b",
        ),
        cue(
            Minutes,
            3,
            "records a resolution",
            r"(?m)^(?:\d+[.\d]*\s*)?(?:it was )?(?:resolved|agreed)\b(?: that|:|$| –| -)",
        ),
        cue(
            Minutes,
            4,
            "a page of a committee",
            r"(?m)^agenda item$|^issue - meetings|^(?:meeting:|minutes:)|the (?:committee|panel|sub-committee|cabinet|board) (?:noted|agreed|considered|received) (?:the|a) report",
        ),
        cue(
            Other,
            6,
            COUNCIL_PAPER,
            r"(?m)^(joint )?report (of|by|from|author):? (the )?(cabinet member|(corporate |executive |strategic |interim |assistant |deputy )*director|lead member|portfolio holder|chief executive|head of|service director)",
        ),
        cue(
            Other,
            4,
            "recommends something to members",
            r"(?m)^(\d+[.\d]*\s*)?(recommendations?|decisions?) (to|for|requested of) (the )?(cabinet|council|committee|executive|board|panel)|\bthat (the )?(cabinet|committee|members|council|executive|panel|board) (is |are |be )?(asked |recommended |invited )?(to )?(notes?|agrees?|approves?|considers?|endorses?)\b",
        ),
        cue(
            Other,
            4,
            "has the parts of a paper for members",
            r"(?m)^(wards? affected|contact officer|report author|key decision|background papers|financial implications|legal implications|equalit(y|ies) implications)\b",
        ),
        cue(
            Other,
            3,
            "tells members what it is for",
            r"\bto (inform|update|advise) (cabinet|members|the (committee|cabinet|council|panel|board|executive))\b",
        ),
        cue(
            Statement,
            5,
            "calls itself a statement",
            r"(?m)^(a )?(joint )?(press )?statement\b|(?m)^statement (from|by|of)",
        ),
        cue(
            Statement,
            2,
            "speaks for a group",
            r"(independent|opposition|labour|conservative|liberal democrat|green)('s)? group",
        ),
        cue(
            PressRelease,
            5,
            "calls itself a press release",
            r"(?m)^(press|news|media) release\b[^.]{0,80}$|for immediate release",
        ),
        cue(PressRelease, 1, "speaks of a press release", r"(press|news|media) release"),
        cue(
            PressRelease,
            4,
            "has notes to editors",
            r"notes? (to|for) editors|(?m)^ends?$|media enquiries|press office",
        ),
        cue(
            PressRelease,
            2,
            "welcomed by the council",
            r"(the|our) (council|authority|borough)\b.{0,80}\bwelcom|welcomed by the (council|authority)|council welcomes",
        ),
        cue(
            NewsStory,
            4,
            "has a reporter",
            r"local democracy report(?:er|ing)|image source|(?m)^hide ad$|(?m)^by [a-z]+ [a-z'-]+( [a-z'-]+)?(,|$)|reporter\b",
        ),
        cue(
            NewsStory,
            2,
            "is behind a register",
            r"register now|sign in|subscribe|already have an account|leave a reply|advertisement|most read",
        ),
        cue(
            NewsStory,
            2,
            "tells of others",
            r"(told|tells) (the )?(echo|gazette|reporters|local democracy|bbc|news)|watchdog",
        ),
    ]
});

#[cfg(test)]
mod tests {
    use crate::paper::facts;
    use packhorse_model::{Confidence, SourceKind};

    const TABLE: &str = "Judgement | Grade\nOverall effectiveness | Good\n\n## What needs to improve\n- The quality of plans for children in need.";

    #[test]
    fn a_paper_for_cabinet_is_not_the_report_it_is_about() {
        let paper = facts(&format!(
            "CABINET – 21 JANUARY 2020\n# Outcome of the Ofsted inspection of children’s services\nReport of the Cabinet Member for Children’s Services\nTo inform Cabinet of the findings and to agree the plan.\n{TABLE}\n## Recommendations to Cabinet\nThat Cabinet notes the report."
        ));
        assert_eq!(paper.source_kind.value, SourceKind::Other);
        assert!(paper.judgements.is_empty(), "grades that a council reprints are not read as the report’s");
        assert_eq!(paper.findings.len(), 1);
        assert_eq!(paper.findings[0].confidence, Confidence::Check, "the council may have shortened it");
    }

    #[test]
    fn a_report_that_speaks_of_members_and_directors_is_a_report() {
        let report = facts(&format!(
            "# Inspection of Wexcombe local authority children’s services\nInspection dates: 4 to 15 November 2019\nLead inspector: Una Field\n{TABLE}\nThe cabinet member and the director know their service. Inspectors report that members note the findings."
        ));
        assert_eq!(report.source_kind.value, SourceKind::Report);
    }
}
