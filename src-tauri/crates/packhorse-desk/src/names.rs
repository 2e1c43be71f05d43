//! Names of files, safe on every system.

use chrono::NaiveDate;
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The most characters of a name. Windows allows 260 for a whole path, and folders have long names.
const LONGEST: usize = 120;

/// Room for what may still be put behind a name: `_100` for the hundredth of its kind, and `.html`.
const ROOM: usize = 9;

/// What stands for a committee when none is named.
const NO_COMMITTEE: &str = "briefing";

/// A file's name for an edition: `committee_date_audience_v2.pdf`.
pub fn file_name(
    committee: Option<&str>,
    meeting: Option<NaiveDate>,
    audience: &str,
    recipient: Option<&str>,
    large: bool,
    version: Option<u32>,
) -> String {
    let committee = Some(safe(committee.unwrap_or_default())).filter(|words| !words.is_empty());
    let day = meeting.map(|day| day.to_string());
    let size = large.then(|| "large-print".to_owned());
    let version = version.map(|version| format!("v{version}"));
    let fixed = [&day, &size, &version].into_iter().flatten().map(|part| part.len() + 1).sum::<usize>();
    let mut words = [
        committee.unwrap_or_else(|| NO_COMMITTEE.to_owned()),
        safe(audience),
        recipient.map(safe).unwrap_or_default(),
    ];
    let parted = words.len();
    shorten(&mut words, LONGEST - ROOM - fixed - parted);
    let [committee, audience, recipient] = words;
    let parts = [Some(committee), day, Some(audience), Some(recipient), size, version];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    format!("{}.pdf", allowed(parts.join("_")))
}

/// Cuts the longest parts until all of them have room.
fn shorten(parts: &mut [String], room: usize) {
    let long = |part: &String| part.chars().count();
    while parts.iter().map(long).sum::<usize>() > room {
        let Some(longest) = parts.iter_mut().max_by_key(|part| part.chars().count()) else { return };
        longest.pop();
        longest.truncate(longest.trim_end_matches('-').len());
    }
}

/// Names of files that go into one folder: the second of the same name ends in `_2`, and so does one that
/// is taken already. Large and small letters are the same to Windows and to a Mac.
pub(crate) fn distinct<E>(
    names: Vec<String>,
    taken: impl Fn(&str) -> Result<bool, E>,
) -> Result<Vec<String>, E> {
    let mut used: HashSet<String> = HashSet::with_capacity(names.len());
    let mut out = Vec::with_capacity(names.len());
    for name in names {
        let stem = name.trim_end_matches(".pdf").to_owned();
        let mut one = name;
        let mut count = 2;
        while taken(&one)? || !used.insert(one.to_lowercase()) {
            one = format!("{stem}_{count}.pdf");
            count += 1;
        }
        out.push(one);
    }
    Ok(out)
}

/// Words as small letters, figures and hyphens; accents are left off, because one letter can be written in
/// two ways and two systems then disagree on whether two names are the same.
fn safe(words: &str) -> String {
    let mut out = String::new();
    for c in words.nfkd().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)) {
        match c {
            '\'' | '’' | '.' => {}
            c if c.is_alphanumeric() => out.push(c),
            _ if !out.ends_with('-') && !out.is_empty() => out.push('-'),
            _ => {}
        }
    }
    out.trim_matches('-').to_owned()
}

/// A name that Windows keeps for its devices gets a letter more.
fn allowed(stem: String) -> String {
    let device = ["con", "prn", "aux", "nul"].contains(&stem.as_str());
    let port = ["com", "lpt"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|number| number.chars().count() == 1 && number != "_")
    });
    if device || port { format!("{stem}-x") } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2027, 1, 14)
    }

    fn sure(names: Vec<String>, taken: impl Fn(&str) -> bool) -> Vec<String> {
        distinct(names, |name| Ok::<_, std::convert::Infallible>(taken(name))).expect("it cannot fail")
    }

    #[test]
    fn no_two_files_of_one_folder_share_a_name() {
        let names = ["a.pdf", "b.pdf", "a.pdf", "A.pdf"].map(str::to_owned).to_vec();
        assert_eq!(sure(names, |_| false), ["a.pdf", "b.pdf", "a_2.pdf", "A_3.pdf"]);
        let again = sure(vec!["a_v1.pdf".into()], |name| name == "a_v1.pdf");
        assert_eq!(again, ["a_v1_2.pdf"], "what is there already is left as it is");
    }

    #[test]
    fn names_hold_nothing_a_system_refuses() {
        let name = file_name(
            Some("Children: Families / Scrutiny?"),
            day(),
            "committee-chair",
            Some("Cllr O’Neil"),
            true,
            Some(2),
        );
        assert_eq!(
            name,
            "children-families-scrutiny_2027-01-14_committee-chair_cllr-oneil_large-print_v2.pdf"
        );
        assert_eq!(file_name(Some("CON"), None, "", None, false, None), "con-x.pdf");
        assert_eq!(file_name(Some("Lpt9."), None, "", None, false, None), "lpt9-x.pdf");
        assert_eq!(file_name(Some("Console"), None, "", None, false, None), "console.pdf");
        assert_eq!(file_name(Some(" ?! "), None, "x", None, false, None), "briefing_x.pdf");
    }

    #[test]
    fn an_accent_makes_no_second_name() {
        let name = |recipient| file_name(None, None, "x", Some(recipient), false, None);
        assert_eq!(name("Zoë Łuk"), "briefing_x_zoe-łuk.pdf");
        assert_eq!(name("Zo\u{e8}"), name("Zoe\u{300}"), "one letter, written in two ways");
    }

    #[test]
    fn a_hundred_members_of_one_name_have_a_hundred_files() {
        let committee = "The Children, Young People, Families, Education and Lifelong Learning Overview and Scrutiny \
            Select Committee";
        let name = |_| {
            let recipient = Some("Councillor Wilhelmina Featherstonehaugh-Cholmondeley of Upper Wexcombe");
            file_name(Some(committee), day(), "committee-chair", recipient, true, Some(12))
        };
        let names = sure((0..100).map(name).collect(), |_| false);
        let kept: HashSet<&String> = names.iter().collect();
        assert_eq!(kept.len(), 100);
        assert!(names.iter().all(|name| name.chars().count() <= LONGEST), "{}", names[99]);
    }

    /// Whether Windows, a Mac and Linux all take a name as it is.
    fn is_taken_everywhere(name: &str) -> bool {
        let stem = name.split('.').next().unwrap_or_default().to_lowercase();
        let devices = ["con", "prn", "aux", "nul"];
        let port = stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
        let refused = |c: char| c.is_control() || c.is_whitespace() || "<>:\"/\\|?*".contains(c);
        !name.chars().any(refused)
            && !name.trim_end_matches(".pdf").ends_with(['.', ' '])
            && !name.starts_with(['.', '-'])
            && !devices.contains(&stem.as_str())
            && !port
            && name.chars().count() <= LONGEST
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn whatever_people_write_becomes_a_name_every_system_takes(
            committee in proptest::option::of("(con|COM1|nul|\\PC{0,90}|[A-Za-z .,:/]{0,140})"),
            audience in "(\\PC{0,30}|aux|lpt2|[a-z-]{0,80})",
            recipient in proptest::option::of("(\\PC{0,60}|prn|[A-Z][a-z’ .]{0,120})"),
            large: bool,
            version in proptest::option::of(1_u32..5_000),
        ) {
            let name = file_name(committee.as_deref(), day(), &audience, recipient.as_deref(), large, version);
            prop_assert!(is_taken_everywhere(&name), "{name}");
            let undated = file_name(committee.as_deref(), None, &audience, recipient.as_deref(), large, version);
            prop_assert!(is_taken_everywhere(&undated), "{undated}");
            let hundred = sure(vec![name; 100], |_| false);
            let kept: HashSet<String> = hundred.iter().map(|name| name.to_lowercase()).collect();
            prop_assert_eq!(kept.len(), 100);
            prop_assert!(hundred.iter().all(|name| is_taken_everywhere(name)));
        }
    }
}
