//! Whose voice public words are.

use crate::data::folded;
use packhorse_model::{Confidence, Quotation, Source, SourceKind, Span};

/// Whose voice public words are, so that a template can say who may be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Voice {
    /// The council: its executive, its officers, its own releases.
    Council,
    /// The inspectors, as quoted by somebody.
    Inspectorate,
    /// Another body: police, health, a charity.
    Partner,
    /// A journalist's or paper's own words.
    Press,
    /// A councillor who does not speak for the council.
    Opposition,
}

impl Voice {
    /// The name templates use.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Council => "council",
            Self::Inspectorate => "inspectorate",
            Self::Partner => "partner",
            Self::Press => "press",
            Self::Opposition => "opposition",
        }
    }
}

/// The quotation that holds a span of a source.
pub(crate) fn quotation(source: &Source, span: Span) -> Option<&Quotation> {
    let known = source.facts.quotations.iter();
    let mut touching = known.filter(|q| q.span.start < span.end && span.start < q.span.end);
    let first = touching.next()?;
    // Words that run over two quotations have no one speaker.
    touching.next().is_none().then_some(first)
}

/// Whose voice a span of a public source is.
pub(crate) fn voice(source: &Source, span: Span) -> Voice {
    match quotation(source, span) {
        Some(said) if said.of_inspectors => Voice::Inspectorate,
        Some(said) if said.speaker.is_some() || said.role.is_some() || said.organisation.is_some() => {
            speaking(said, &beside(source, said))
        }
        _ => own_voice(source),
    }
}

/// The voice of a document's own words.
pub(crate) fn own_voice(source: &Source) -> Voice {
    let title = folded(source.title());
    let political = POLITICAL.iter().any(|cue| title.contains(cue));
    match source.facts.source_kind.value {
        SourceKind::NewsStory => Voice::Press,
        _ if political => Voice::Opposition,
        SourceKind::PressRelease | SourceKind::Minutes | SourceKind::YoungPeoplesSummary => Voice::Council,
        SourceKind::Report | SourceKind::Letter => Voice::Inspectorate,
        // Nobody is named, so the careful reading is that it is not the council.
        SourceKind::Statement => Voice::Opposition,
        _ => Voice::Press,
    }
}

/// The words of the block around a quotation, without the quotation.
fn beside(source: &Source, said: &Quotation) -> String {
    let document = &source.document;
    let Some((_, block)) = document.block_at(said.span.start) else { return String::new() };
    let text = |from: usize, till: usize| document.text.get(from..till).unwrap_or("");
    let (before, after) = (text(block.span.start, said.span.start), text(said.span.end, block.span.end));
    folded(&format!("{before} {after}"))
}

/// Whose voice a named person's words are. Whoever is not named for sure, or not placed anywhere,
/// is read with care: as somebody who does not speak for the council.
fn speaking(said: &Quotation, beside: &str) -> Voice {
    let known = |part: &Option<String>| part.as_ref().is_some_and(|part| !part.trim().is_empty());
    if said.confidence != Confidence::Sure || !(known(&said.role) || known(&said.organisation)) {
        return Voice::Opposition;
    }
    let role = folded(said.role.as_deref().unwrap_or(""));
    let body = folded(said.organisation.as_deref().unwrap_or(""));
    let speaker = folded(said.speaker.as_deref().unwrap_or(""));
    let has = |text: &str, cues: &[&str]| cues.iter().any(|cue| text.contains(cue));
    let councillor = has(&speaker, &["cllr", "councillor"]) || has(&role, &["councillor"]);
    let past = crate::data::hits(&role, "former", true) > 0;
    let executive = has(&role, &OFFICE[..8]) && !has(&role, &["shadow", "opposition"]) && !past;
    // “…, who leads the opposition, said”: what stands beside the name is not always read as a role.
    let leads_opposition = has(beside, &["the opposition", "opposition leader", "opposition group"]);
    let of_group = has(&role, &["leader", "spokes"]) && has(&role, &["group"]);
    if executive {
        Voice::Council
    } else if of_group
        || has(&role, &POLITICAL)
        || has(&body, &POLITICAL)
        || has(&role, &["mp for"])
        || past
        || leads_opposition
    {
        Voice::Opposition
    } else if has(&role, &OFFICE) || (!councillor && has(&body, &["council", "children's services"])) {
        Voice::Council
    } else if councillor {
        Voice::Opposition
    } else {
        Voice::Partner
    }
}

const POLITICAL: [&str; 9] = [
    "opposition",
    "group leader",
    "independent group",
    "independents",
    "labour",
    "conservative",
    "liberal democrat",
    "green party",
    "shadow",
];
/// Roles that speak for a council; the first eight do so whatever party is named beside them.
const OFFICE: [&str; 13] = [
    "cabinet member",
    "executive member",
    "lead member",
    "portfolio holder",
    "leader of the council",
    "council leader",
    "cabinet lead",
    "director",
    "chief executive",
    "chair of the",
    "head of",
    "mayor",
    "leader of",
];

/// Who said words, as a tag line names them: “Cllr Jo Marr, Cabinet Member for Children”.
pub(crate) fn named(said: &Quotation) -> Option<String> {
    let parts = [said.speaker.as_deref(), said.role.as_deref()];
    let mut words: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    if said.speaker.is_none() || said.role.is_none() {
        words.extend(said.organisation.as_deref());
    }
    (!words.is_empty()).then(|| words.join(", "))
}

/// Names a source that words of the inspectors are quoted in: “the press release of 11 May 2027”.
pub(crate) fn second_hand(source: &Source) -> String {
    let kind = source.facts.source_kind.value.words();
    match &source.facts.published {
        Some(fact) => format!("the {kind} of {}", fact.value.words()),
        None if source.title() == source.file_name => format!("the untitled {kind}"),
        None => format!("the {kind} “{}”", source.title()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::wexcombe;

    /// The voice of words in the release, their speaker described otherwise.
    fn heard(change: impl Fn(&mut Quotation)) -> Voice {
        let mut release = wexcombe().swap_remove(2);
        change(&mut release.facts.quotations[2]);
        let span = release.facts.quotations[2].span;
        voice(&release, span)
    }

    #[test]
    fn only_who_is_placed_for_sure_is_the_council_or_a_partner() {
        let named = |role: Option<&str>, body: Option<&str>, confidence: Confidence| {
            heard(|said| {
                said.speaker = Some("Jo Marr".to_owned());
                said.role = role.map(str::to_owned);
                said.organisation = body.map(str::to_owned);
                said.confidence = confidence;
            })
        };
        use Confidence::{Check, Sure};
        assert_eq!(named(Some("Cabinet Member for Children"), None, Sure), Voice::Council);
        assert_eq!(named(None, Some("Wexcombe Police"), Sure), Voice::Partner);
        assert_eq!(named(None, None, Sure), Voice::Opposition, "nobody says who Jo Marr is");
        assert_eq!(named(Some(" "), None, Sure), Voice::Opposition);
        assert_eq!(named(None, Some("Wexcombe Police"), Check), Voice::Opposition);
        assert_eq!(named(Some("who leads the opposition"), None, Sure), Voice::Opposition);
        assert_eq!(named(Some("former cabinet member"), None, Sure), Voice::Opposition);
    }

    #[test]
    fn who_leads_the_opposition_is_heard_beside_the_quotation() {
        let mut statement = wexcombe().swap_remove(3);
        let text = &mut statement.document.text;
        *text = text.replace("leader of the Riverside group", "who leads the opposition now");
        assert!(text.contains("opposition"), "{text}");
        let span = crate::fixture::span_of(&statement, "Families should not have to wait");
        statement.document.blocks[0].span.end = statement.document.text.len();
        let said = &mut statement.facts.quotations[0];
        (said.role, said.organisation, said.span) = (None, Some("Wexcombe Council".to_owned()), span);
        assert_eq!(voice(&statement, span), Voice::Opposition);
    }
}
