//! What a visit looked at.

use crate::page::Page;
use crate::read;
use packhorse_model::{Confidence, Fact, SourceKind};
use regex::Regex;
use std::sync::LazyLock;

/// What a visit looked at.
pub(crate) fn theme(page: &Page<'_>, kind: SourceKind) -> Option<Fact<String>> {
    static LOOKED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:inspectors? (?:looked at|evaluated|considered|reviewed|focused on)|(?:the )?visit (?:looked at|focused on)|(?:the )?focus of (?:the|this) (?:\w+ )?visit was|multi-agency response to)\s+(?:the )?(?:local authority[’']s |council[’']s )?(?:arrangements for )?(?P<t>[^.;]{4,240})")
            .expect("the pattern is fixed")
    });
    if kind != SourceKind::Letter {
        return None;
    }
    for line in page.head(8_000) {
        let mut found = LOOKED.captures_iter(line.text).filter_map(|found| found.name("t"));
        // What leads in to a list is not the theme, and neither is the method.
        let whole = |words: &str| {
            let folded = crate::fold(words);
            !folded.contains(':')
                && !["progress made", "range of evidence", "evidence", "following"]
                    .iter()
                    .any(|no| folded.starts_with(no) || folded.starts_with(&format!("a {no}")))
        };
        if let Some(found) = found.find(|found| whole(found.as_str())) {
            let words = found.as_str().trim().to_owned();
            let span = crate::span(line.span.start + found.start(), words.len());
            return Some(read(
                words,
                page.place(span),
                "sentence that says what was looked at",
                Confidence::Check,
            ));
        }
    }
    None
}
