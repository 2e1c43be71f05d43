//! Invented papers for tests.

use packhorse_model::{
    BlockKind, Confidence, DateRange, Digest, Document, Fact, Facts, Finding, Format, Grade, Judgement,
    PartialDate, Quotation, Rank, Source, SourceId, SourceKind, Span, Stance,
};
use uuid::Uuid;

/// A fact the document says plainly.
pub(crate) fn sure<T>(value: T) -> Fact<T> {
    Fact { value, place: None, rule: "test".to_owned(), confidence: Confidence::Sure }
}

/// Facts of a document of a kind, otherwise empty.
pub(crate) fn facts(kind: SourceKind) -> Facts {
    Facts::only(sure(kind))
}

/// A document made of blocks on one page.
pub(crate) fn document(blocks: &[(BlockKind, &str)]) -> Document {
    let mut document = Document { pages: Some(1), ..Document::empty(Format::Pdf) };
    for (kind, words) in blocks {
        document.add(*kind, Some(1), words);
    }
    document
}

/// A source numbered `id`.
pub(crate) fn source(id: u128, file_name: &str, document: Document, facts: Facts) -> Source {
    let digest = Digest::of(file_name.as_bytes());
    Source::new(SourceId(Uuid::from_u128(id)), file_name.to_owned(), digest, document, facts)
}

/// A letter made of blocks.
pub(crate) fn paragraphs(blocks: &[(BlockKind, &str)]) -> Source {
    source(1, "letter.pdf", document(blocks), facts(SourceKind::Letter))
}

/// A letter made of paragraphs.
pub(crate) fn letter(words: &[&str]) -> Source {
    let blocks: Vec<(BlockKind, &str)> = words.iter().map(|words| (BlockKind::Paragraph, *words)).collect();
    paragraphs(&blocks)
}

/// The span of words in a source.
pub(crate) fn span_of(source: &Source, words: &str) -> Span {
    let start = source.document.text.find(words).unwrap_or_else(|| panic!("the fixture holds “{words}”"));
    Span { start, end: start + words.len() }
}

fn day(text: &str) -> Fact<PartialDate> {
    sure(text.parse().expect("a date"))
}

fn days(from: &str, to: &str) -> Fact<DateRange> {
    sure(DateRange { from: from.parse().expect("a date"), to: Some(to.parse().expect("a date")) })
}

pub(crate) fn add_finding(source: &mut Source, rank: Rank, words: &str) {
    let place = source.document.place(span_of(source, words));
    source.facts.findings.push(Finding {
        rank,
        text: words.to_owned(),
        group: None,
        place,
        rule: "test".to_owned(),
        confidence: Confidence::Sure,
        themes: Vec::new(),
    });
}

pub(crate) fn add_judgement(source: &mut Source, area: &str, printed: &str, grade: &str) {
    source.facts.judgements.push(Judgement {
        area: area.to_owned(),
        area_as_printed: printed.to_owned(),
        grade: Grade::AsPrinted(grade.to_owned()),
        place: None,
        rule: "test".to_owned(),
        confidence: Confidence::Sure,
    });
}

/// Adds a quotation: its words, speaker and role; without a speaker it is the inspectors'.
fn add_quotation(source: &mut Source, words: &str, speaker: Option<(&str, &str)>) {
    let span = span_of(source, words);
    let made = quotation(&source.document, span, speaker);
    source.facts.quotations.push(made);
}

/// What a document quotes at a span; the inspectors' words where nobody is named.
pub(crate) fn quotation(document: &Document, span: Span, speaker: Option<(&str, &str)>) -> Quotation {
    Quotation {
        text: document.text[span.range()].to_owned(),
        span,
        place: document.place(span),
        speaker: speaker.map(|(name, _)| name.to_owned()),
        role: speaker.map(|(_, role)| role.to_owned()),
        organisation: None,
        of_inspectors: speaker.is_none(),
        second_hand: speaker.is_none(),
        stance: Stance::Unclear,
        rule: "test".to_owned(),
        confidence: Confidence::Sure,
    }
}

/// Papers about an invented council: a report of 2023, a letter of 2026, a press release and a
/// statement of the opposition.
pub(crate) fn wexcombe() -> Vec<Source> {
    vec![report(), visit(), release(), statement()]
}

fn of_wexcombe(kind: SourceKind) -> Facts {
    Facts { authority: Some(sure("Wexcombe".to_owned())), ..facts(kind) }
}

fn report() -> Source {
    use BlockKind::{Heading, Item, Paragraph};
    let mut document = document(&[
        (Heading { level: 1 }, "Inspection of Wexcombe local authority children’s services"),
        (Heading { level: 2 }, "What needs to improve?"),
        (
            Item { level: 1 },
            "The response to children at risk of significant harm in the evening and at weekends.",
        ),
        (Item { level: 1 }, "The take-up of return home interviews by children who have been missing."),
        (Heading { level: 2 }, "Main findings"),
        (Paragraph, "Leaders are ambitious for children and know their services well."),
    ]);
    document.blocks[5].number = Some(4);
    let facts = Facts {
        kind: Some(sure("inspection-report".to_owned())),
        framework: Some(sure("ilacs-2023".to_owned())),
        inspected: Some(days("2023-03-20", "2023-03-31")),
        published: Some(day("2023-05-19")),
        ..of_wexcombe(SourceKind::Report)
    };
    let mut source = source(1, "report-2023.pdf", document, facts);
    add_judgement(&mut source, "overall", "Overall effectiveness", "Requires improvement to be good");
    add_judgement(
        &mut source,
        "leaders",
        "The impact of leaders on social work practice with children and families",
        "Good",
    );
    add_judgement(
        &mut source,
        "help-and-protection",
        "The experiences and progress of children who need help and protection",
        "Requires improvement to be good",
    );
    add_finding(
        &mut source,
        Rank::Improvement,
        "The response to children at risk of significant harm in the evening and at weekends.",
    );
    add_finding(
        &mut source,
        Rank::Improvement,
        "The take-up of return home interviews by children who have been missing.",
    );
    source
}

const PRIORITY: &str = "The response to children who may be at risk of significant harm in the evening, at night and \
    at weekends, so that they are seen without delay.";

fn visit() -> Source {
    use BlockKind::{Furniture, Heading, Item, Paragraph};
    let mut document = document(&[
        (Heading { level: 1 }, "Focused visit to Wexcombe children’s services"),
        (Paragraph, "This letter summarises the findings of the focused visit on 11 and 12 August 2026."),
        (Heading { level: 2 }, "Headline findings"),
        (
            Paragraph,
            "Children and families who contact the council on a weekday are listened to and are given help quickly. \
             Too many children who may be at risk of significant harm wait until the next working day before a \
             social worker sees them.",
        ),
        (Heading { level: 2 }, "Areas for priority action"),
        (Item { level: 1 }, PRIORITY),
        (Paragraph, "The council should send Ofsted an action plan by 18 December 2026."),
        (Heading { level: 2 }, "What needs to improve in this area of social work practice"),
        (
            Item { level: 1 },
            "How clearly managers set out the reasons for their decisions at the front door.",
        ),
        (Heading { level: 2 }, "Main findings"),
        (
            Paragraph,
            "Social workers at the front door are calm, curious and kind. Children’s histories are read carefully \
             before a decision is made, not after it.",
        ),
        (Furniture, "2"),
        (
            Paragraph,
            "Early help is offered in good time to families whose needs are less urgent. Some parents wait three \
             weeks or more to learn who will visit them, which is too long.",
        ),
        (Paragraph, "Caseloads at the front door are manageable, and supervision happens every month."),
    ]);
    document.pages = Some(2);
    for block in document.blocks.iter_mut().skip(11) {
        block.page = Some(2);
    }
    let facts = Facts {
        kind: Some(sure("focused-visit-letter".to_owned())),
        framework: Some(sure("ilacs-fv".to_owned())),
        inspected: Some(days("2026-08-11", "2026-08-12")),
        published: Some(day("2026-09-10")),
        theme: Some(sure("the front door".to_owned())),
        ..of_wexcombe(SourceKind::Letter)
    };
    let mut source = source(2, "letter-2026.pdf", document, facts);
    add_finding(&mut source, Rank::PriorityAction, PRIORITY);
    add_finding(
        &mut source,
        Rank::Improvement,
        "How clearly managers set out the reasons for their decisions at the front door.",
    );
    source
}

fn release() -> Source {
    use BlockKind::{Heading, Paragraph};
    let document = document(&[
        (Heading { level: 1 }, "Inspectors praise quick help for families"),
        (
            Paragraph,
            "Inspectors found that staff are “calm, curious and kind” and that “all children and families are \
             listened to and are given help quickly”.",
        ),
        (
            Paragraph,
            "Councillor Ann Hartley, Cabinet Member for Children, said: “I am grateful to every member of our front \
             door team for the care they take. We know that evenings are not good enough yet.”",
        ),
    ]);
    let facts = Facts {
        title: Some(sure("Inspectors praise quick help for families".to_owned())),
        published: Some(day("2026-09-11")),
        ..of_wexcombe(SourceKind::PressRelease)
    };
    let mut source = source(3, "press-release.html", document, facts);
    source.document.pages = None;
    source.document.blocks.iter_mut().for_each(|block| block.page = None);
    add_quotation(&mut source, "calm, curious and kind", None);
    add_quotation(&mut source, "all children and families are listened to and are given help quickly", None);
    add_quotation(
        &mut source,
        "I am grateful to every member of our front door team for the care they take. We know that evenings are \
         not good enough yet.",
        Some(("Councillor Ann Hartley", "Cabinet Member for Children")),
    );
    source
}

fn statement() -> Source {
    let document = document(&[(
        BlockKind::Paragraph,
        "Cllr Tom Beck, leader of the Riverside group, said: “Families should not have to wait for office hours to \
         be safe.”",
    )]);
    let facts = Facts {
        title: Some(sure("Statement of the Riverside group".to_owned())),
        published: Some(day("2026-09-12")),
        ..of_wexcombe(SourceKind::Statement)
    };
    let mut source = source(4, "statement.txt", document, facts);
    source.document.blocks[0].page = None;
    add_quotation(
        &mut source,
        "Families should not have to wait for office hours to be safe.",
        Some(("Cllr Tom Beck", "leader of the Riverside group")),
    );
    source
}
