//! Columns, found by the words of their heading.

use packhorse_import::outcomes::Row;
use packhorse_recognise::fold;

/// The columns of a sheet.
#[derive(Debug)]
pub(super) struct Columns {
    pub authority: usize,
    pub code: Option<usize>,
    pub link: Option<usize>,
    /// The inspections a row tells of.
    pub groups: Vec<Group>,
}

/// The columns of one inspection.
#[derive(Debug, Default, Clone)]
pub(super) struct Group {
    /// What the headings call it, in tables with several: “SIF”.
    pub name: Option<String>,
    pub inspected: Option<usize>,
    pub published: Option<usize>,
    pub kind: Option<usize>,
    pub theme: Option<usize>,
    /// Column and heading of each grade.
    pub grades: Vec<(usize, String)>,
}

/// What a column holds, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Inspected,
    Ended,
    Published,
    Kind,
    Theme,
    Grade,
    Other,
}

/// How far down a heading row may stand.
const HEADING_ROWS: usize = 15;

/// The heading row, by its words, and the columns it names.
pub(super) fn find(rows: &[Row]) -> Option<(usize, Columns)> {
    rows.iter().take(HEADING_ROWS).enumerate().find_map(|(at, row)| {
        let above = at.checked_sub(1).map(|above| over(&rows[above].cells)).unwrap_or_default();
        let columns = columns(&row.cells, &above)?;
        columns.groups.iter().any(|group| !group.grades.is_empty()).then_some((at, columns))
    })
}

/// The names of groups of columns, when the row above the headings has several: each holds until the next.
fn over(cells: &[String]) -> Vec<String> {
    if cells.iter().filter(|cell| !cell.is_empty()).count() < 2 {
        return Vec::new();
    }
    let mut name = String::new();
    cells
        .iter()
        .map(|cell| {
            if cell.is_empty() {
                name.clone()
            } else {
                name.clone_from(cell);
                name.clone()
            }
        })
        .collect()
}

fn columns(header: &[String], above: &[String]) -> Option<Columns> {
    let folded: Vec<String> = header.iter().map(|heading| fold(heading).replace('_', " ")).collect();
    let find =
        |words: &[&str]| folded.iter().position(|heading| words.iter().all(|word| heading.contains(word)));
    let is = |names: &[&str]| folded.iter().position(|heading| names.contains(&heading.trim()));
    let authority = find(&["local authority name"])
        .or_else(|| is(&["local authority", "authority", "la name", "la", "council", "council name"]))?;
    let known = [Some(authority), find(&["area code"]), is(&["urn"])];
    let mut groups = vec![Group::default()];
    for (at, heading) in folded.iter().enumerate().filter(|(at, _)| !known.contains(&Some(*at))) {
        let holds = holds(heading);
        let group = groups.last_mut()?;
        if begins(group, holds, name(above, at)) {
            groups.push(Group::default());
        }
        let group = groups.last_mut()?;
        group.name = group
            .name
            .take()
            .or_else(|| name(above, at).filter(|_| holds != Holds::Other).map(str::to_owned));
        match holds {
            Holds::Inspected => group.inspected = group.inspected.or(Some(at)),
            Holds::Published => group.published = group.published.or(Some(at)),
            Holds::Kind => group.kind = group.kind.or(Some(at)),
            Holds::Theme => group.theme = group.theme.or(Some(at)),
            Holds::Grade => group.grades.push((at, header[at].clone())),
            Holds::Ended | Holds::Other => {}
        }
    }
    groups.retain(|group| !group.grades.is_empty());
    name_groups(&mut groups, header);
    let link = find(&["link"]).or_else(|| find(&["url"])).or_else(|| find(&["web"]));
    Some(Columns {
        authority,
        code: find(&["area code"]).or_else(|| is(&["urn", "la code", "code"])),
        link,
        groups,
    })
}

fn name(above: &[String], at: usize) -> Option<&str> {
    above.get(at).map(String::as_str).filter(|name| !name.is_empty())
}

/// Whether a column begins the next inspection of the row: a second first day, after grades of the first.
fn begins(group: &Group, holds: Holds, above: Option<&str>) -> bool {
    let full = !group.grades.is_empty();
    let again = match holds {
        Holds::Inspected => group.inspected.is_some(),
        Holds::Published => group.published.is_some(),
        Holds::Kind => group.kind.is_some(),
        _ => false,
    };
    let renamed =
        holds != Holds::Other && group.name.is_some() && above.is_some() && group.name.as_deref() != above;
    full && (again || renamed)
}

/// Names the inspections of a row after what stands before “inspection date” in their headings.
fn name_groups(groups: &mut [Group], header: &[String]) {
    if groups.len() < 2 {
        return;
    }
    for group in groups.iter_mut().filter(|group| group.name.is_none()) {
        let heading = group.inspected.and_then(|at| header.get(at)).map_or("", String::as_str);
        let lower = heading.to_lowercase();
        let cut = ["inspection", "start date", "date"].iter().filter_map(|word| lower.find(word)).min();
        let words =
            heading.get(..cut.unwrap_or(0)).unwrap_or("").trim_matches([' ', '-', '–', ':', ',', '(']);
        group.name = Some(words.to_owned()).filter(|words| !words.is_empty());
    }
}

fn holds(heading: &str) -> Holds {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(&["date"]) || has(&["published", "first day"]) {
        return if has(&["publi", "report date"]) {
            Holds::Published
        } else if has(&["end date", "last day", "to date"]) {
            Holds::Ended
        } else if has(&["inspect", "visit", "start", "first day", "slac", "sif", "ilacs", "review"]) {
            Holds::Inspected
        } else {
            Holds::Other
        };
    }
    if has(&["type", "inspection framework", "event"]) {
        Holds::Kind
    } else if has(&["theme"]) {
        Holds::Theme
    } else if has(&["link", "url", "code", "region", "status", "file", "inspector", "urn", "name"]) {
        Holds::Other
    } else if is_grade(heading) {
        Holds::Grade
    } else {
        Holds::Other
    }
}

/// Whether a heading is that of a judgement: an area, or what says that it is a grade.
fn is_grade(heading: &str) -> bool {
    const WORDS: [&str; 16] = [
        "effectiveness",
        "impact of leaders",
        "experiences and progress",
        "grade",
        "judgement",
        "help and protection",
        "children in care",
        "looked after",
        "care leavers",
        "adoption",
        "leadership",
        "capacity to improve",
        "safeguarding",
        "quality of practice",
        "lscb",
        "outcomes for",
    ];
    WORDS.iter().any(|word| heading.contains(word))
}
