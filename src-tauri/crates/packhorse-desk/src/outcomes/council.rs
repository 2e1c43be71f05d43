//! Councils by the names, codes and addresses that tables give them.

use packhorse_recognise::fold;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Data {
    authorities: Vec<Council>,
}

#[derive(Deserialize)]
struct Council {
    name: String,
    gss: Option<String>,
    #[serde(default)]
    gss_also: Vec<String>,
    la_number: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

static KNOWN: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let data: Data = serde_json::from_str(include_str!("../../../../../resources/authorities.json"))
        .expect("a test reads the built-in councils");
    let mut known = HashMap::new();
    for council in data.authorities {
        let words = council.aliases.iter().chain([&council.name]).map(|name| plain(name));
        let codes = council.gss.iter().chain(&council.gss_also).map(|code| code.to_lowercase());
        let page = council.la_number.iter().map(|number| format!("/{number}"));
        for key in words.chain(codes).chain(page) {
            known.entry(key).or_insert_with(|| council.name.clone());
        }
    }
    known
});

/// The plain name of a council, by its name, its code or the address of its page.
pub(super) fn named(name: &str, code: Option<&str>, link: Option<&str>) -> Option<String> {
    let number = link
        .and_then(|link| link.trim_end_matches('/').rsplit_once("/44/"))
        .map(|(_, number)| format!("/{number}"));
    let code = code.map(|code| code.trim().to_lowercase());
    let keys = [Some(plain(name)), code, number];
    keys.into_iter().flatten().find_map(|key| KNOWN.get(&key).cloned())
}

/// A council's name without what tables and reports add to it differently.
pub(super) fn plain(name: &str) -> String {
    let folded = fold(name).replace('&', " and ").replace(['.', ',', '-', '\''], " ");
    let drop = [
        "council",
        "borough",
        "metropolitan",
        "county",
        "city",
        "of",
        "london",
        "royal",
        "the",
        "district",
        "unitary",
    ];
    let words: Vec<&str> =
        folded.split_whitespace().map(|word| if word == "saint" { "st" } else { word }).collect();
    let kept: Vec<&str> = words.iter().copied().filter(|word| !drop.contains(word)).collect();
    if kept.is_empty() { words.join(" ") } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_council_is_known_by_name_code_or_page() {
        let name = |name: &str| named(name, None, None);
        assert_eq!(name("Bristol, City of").as_deref(), Some("Bristol"));
        assert_eq!(name("St. Helens").as_deref(), Some("St Helens"));
        assert_eq!(name("City of London").as_deref(), Some("City of London"));
        assert_eq!(named("Somewhere", Some("E06000023"), None).as_deref(), Some("Bristol"));
        let page = Some("https://reports.ofsted.gov.uk/provider/44/801");
        assert_eq!(named("Somewhere", None, page).as_deref(), Some("Bristol"));
        assert_eq!(name("Wexcombe"), None, "it is invented");
    }
}
