//! What a speaker is, and the body a speaker belongs to.

use regex::Regex;
use std::sync::LazyLock;

static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)\b(?P<r>(?:(?:the |our |interim |acting |deputy |assistant |corporate |executive |strategic |shadow |statutory |independent |former )*)(?:cabinet member|lead member|executive member|portfolio holder|executive director|director|corporate director|chief executive|chief officer|leader|chair(?:man|woman|person)?|head|principal social worker|service manager|spokes(?:person|man|woman)|mayor|opposition spokes\w+|councillor with responsibility|member|manager|inspector|minister|secretary|commissioner)(?:\s+(?:for|of|with|at)\s+(?:the\s+)?[^,.:;“”"()]{2,90}?)?)(?:[,.:;“”"()]|\s+(?:said|added|who|welcomed|told|says|commented|replied|answered|asked|reminded|explained|confirmed|warned|admitted|noted|reported|today|yesterday|and has|has|was|is|had|wrote|in (?:19|20)\d\d)\b|$)"#)
        .expect("the pattern is fixed")
});

/// The role a clause gives: “cabinet member for children and families”.
pub(super) fn role(clause: &str) -> Option<String> {
    ROLE.captures(clause).and_then(|found| found.name("r")).map(|role| trimmed(role.as_str()))
}

/// The body a speaker belongs to.
pub(super) fn organisation(clause: &str) -> Option<String> {
    static BODY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?P<o>(?:[A-Z][\w’'-]+\s+(?:(?:and|of|upon|for)\s+)?){1,5}(?:Council|Trust|Board|Partnership|Foundation|Union|Association|Police|Commission|Party))\b|(?P<d>Department for Education|DfE|Department of Education)\b|(?:charity|charity,)\s+(?P<c>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})")
            .expect("the pattern is fixed")
    });
    let found = BODY.captures(clause)?;
    found
        .name("o")
        .or(found.name("d"))
        .or(found.name("c"))
        .map(|name| name.as_str().trim().trim_start_matches("The ").to_owned())
}

fn trimmed(role: &str) -> String {
    let role = role.trim().trim_end_matches(',');
    ["the ", "The ", "our ", "Our "]
        .iter()
        .find_map(|prefix| role.strip_prefix(prefix))
        .unwrap_or(role)
        .trim()
        .to_owned()
}
