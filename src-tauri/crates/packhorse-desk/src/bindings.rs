//! The types that cross to the page, as TypeScript. `cargo xtask bindings` writes them; the test
//! fails when the file is stale.

use crate::*;
use ts_rs::{Config, TS};

macro_rules! declared {
    ($($name:ident),* $(,)?) => {{
        let config = Config::default();
        vec![$((stringify!($name), <$name as TS>::decl(&config))),*]
    }};
}

fn bindings() -> String {
    let types = declared![
        About,
        AlsoIn,
        AudienceRequest,
        AudienceRow,
        AudienceText,
        BackedUp,
        BackupRow,
        Backups,
        BringIn,
        BroughtIn,
        BroughtInFile,
        ChangeQuote,
        ChangeQuotes,
        CheckSaid,
        CheckedQuotation,
        Choice,
        Choices,
        Confirm,
        CopiedSentence,
        CouncilCount,
        DifferencePart,
        Done,
        EditionForm,
        FactChoice,
        FactLine,
        FactRow,
        FollowUpForm,
        Heading,
        HitRow,
        Hits,
        InspectionPaper,
        InspectionRow,
        Inspections,
        InspectionsRequest,
        Issue,
        Issued,
        IssuedFile,
        JudgementRow,
        Kind,
        LateForm,
        LibraryRequest,
        LogoRow,
        Mark,
        MarkKind,
        NewPack,
        NoteForm,
        NowThere,
        PackForm,
        PageRequest,
        Papers,
        PapersRequest,
        PackRequest,
        PackRow,
        Packs,
        Paragraph,
        ParagraphKind,
        PasteIn,
        Pick,
        PictureRequest,
        PlacePicture,
        Preview,
        PreviewLine,
        PreviewPage,
        Previewed,
        PrimaryOffer,
        Progress,
        QuoteCard,
        QuotePart,
        QuoteRequest,
        Quotes,
        QuotesRequest,
        Reading,
        Register,
        RegisterRow,
        Repick,
        Restore,
        Restored,
        RoleName,
        RoleForm,
        Said,
        Settings,
        SettingsForm,
        SnippetPart,
        SourceRequest,
        SourceRow,
        State,
        SuggestQuotes,
        PartToWrite,
        TemplateRow,
        Tie,
        Timeline,
        TimelinePoint,
        ToFix,
        Tone,
        Trouble,
        Wanted,
        WeightForm,
        WithheldForm,
        Where,
    ];
    let mut out = String::from("// Generated from packhorse-desk by `cargo xtask bindings`. Do not edit.\n");
    for (_, declaration) in types {
        out.push_str("\nexport ");
        out.push_str(&declaration);
        out.push('\n');
    }
    out
}

#[test]
fn the_page_has_the_types_of_the_desk() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/bindings.ts");
    let wanted = bindings();
    if std::env::var_os("PACKHORSE_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &wanted).expect("the page's folder can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == wanted, "ui/src/bindings.ts is stale: run `cargo xtask bindings`");
}
