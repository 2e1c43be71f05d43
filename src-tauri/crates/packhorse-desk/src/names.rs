//! Names of files, safe on every system.

use chrono::NaiveDate;

/// The longest part of a name.
const LONGEST: usize = 60;

/// A file's name for an edition: `committee_date_audience_v2.pdf`.
pub fn file_name(
    committee: Option<&str>,
    meeting: Option<NaiveDate>,
    audience: &str,
    recipient: Option<&str>,
    large: bool,
    version: Option<u32>,
) -> String {
    let mut parts = vec![safe(committee.unwrap_or("briefing"))];
    parts.extend(meeting.map(|day| day.to_string()));
    parts.push(safe(audience));
    parts.extend(recipient.map(safe).filter(|name| !name.is_empty()));
    parts.extend(large.then(|| "large-print".to_owned()));
    parts.extend(version.map(|version| format!("v{version}")));
    format!("{}.pdf", parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_"))
}

/// Names of files that go into one folder: the second of the same name ends in `_2`.
pub(crate) fn distinct(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let stem = name.trim_end_matches(".pdf").to_owned();
        let mut one = name;
        let mut count = 2;
        while out.contains(&one) {
            one = format!("{stem}_{count}.pdf");
            count += 1;
        }
        out.push(one);
    }
    out
}

/// Words as small letters, figures and hyphens. Windows refuses some whole names, so those get a
/// letter more.
fn safe(words: &str) -> String {
    const REFUSED: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];
    let mut out = String::new();
    for c in words.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            '\'' | '’' | '.' => {}
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ if !out.ends_with('-') && !out.is_empty() => out.push('-'),
            _ => {}
        }
    }
    let short: String = out.chars().take(LONGEST).collect();
    let short = short.trim_matches('-').to_owned();
    if REFUSED.contains(&short.as_str()) { format!("{short}-x") } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_files_of_one_folder_share_a_name() {
        let names = distinct(vec!["a.pdf".into(), "b.pdf".into(), "a.pdf".into(), "a.pdf".into()]);
        assert_eq!(names, ["a.pdf", "b.pdf", "a_2.pdf", "a_3.pdf"]);
    }

    #[test]
    fn names_hold_nothing_a_system_refuses() {
        let day = NaiveDate::from_ymd_opt(2027, 1, 14);
        let name = file_name(
            Some("Children: Families / Scrutiny?"),
            day,
            "committee-chair",
            Some("Cllr O’Neil"),
            true,
            Some(2),
        );
        assert_eq!(
            name,
            "children-families-scrutiny_2027-01-14_committee-chair_cllr-oneil_large-print_v2.pdf"
        );
        assert_eq!(
            file_name(Some("CON"), None, "cabinet-member", None, false, None),
            "con-x_cabinet-member.pdf"
        );
    }
}
