//! What a person can do, and the order of the steps behind it.
//!
//! The window and the terminal both stand on a [`Desk`]. Each thing a person can do has a file here
//! with its request, its reply and its function; what did not happen is a [`Trouble`].

mod about;
mod also;
mod audiences;
mod backups;
mod bring_in;
mod build;
mod compose;
mod desk;
mod explain;
mod form;
mod inspections;
mod issue;
mod logo;
mod names;
mod outcomes;
mod packs;
mod papers;
mod paths;
mod picture;
mod preflight;
mod preview;
mod quotes;
mod reader;
mod reading;
mod record;
mod register;
mod roles;
mod rows;
mod said;
mod said_all;
mod search;
mod settings;
mod shelf;
mod trouble;
mod write;

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod fixture;

pub use about::{About, Checked, Done};
pub use also::AlsoIn;
pub use audiences::{
    AudienceRequest, AudienceText, TemplateRow, built_in_audience_text, built_in_audiences, check_audience,
    copy_audience,
};
pub use backups::{BackedUp, BackupRow, Backups, Restore, Restored};
pub use bring_in::{BringIn, BroughtIn, BroughtInFile, PasteIn, State};
pub use build::{Built, PackFile, Wish as BuildWish, build};
pub use compose::{Made, compose};
pub use desk::{Desk, Progress};
pub use explain::{Explained, Words, explain};
pub use form::{EditionForm, FollowUpForm, LateForm, NoteForm, PackForm, RoleForm, WeightForm, WithheldForm};
pub use inspections::{
    Choice, Choices, CouncilCount, InspectionPaper, InspectionRow, Inspections, InspectionsRequest, Tie,
    Timeline, TimelinePoint, Wanted,
};
pub use issue::{Issue, Issued, IssuedFile};
pub use names::file_name;
pub use outcomes::{CompareOutcomes, Compared, Difference, Outcome, Outcomes, TableJudgement, outcomes};
pub use packs::{AudienceRow, NewPack, PackRequest, PackRow, Packs, PartToWrite, SuggestQuotes};
pub use papers::{Papers, PapersRequest};
pub use paths::files;
pub use picture::{PageRequest, PictureRequest, PlacePicture};
pub use preview::{Heading, Preview, PreviewLine, PreviewPage, Previewed, ToFix, Where};
pub use quotes::{
    ChangeQuote, ChangeQuotes, NowThere, Pick, QuoteCard, QuotePart, QuoteRequest, Quotes, QuotesRequest,
    Repick,
};
pub use reader::{ReadFile, Reader, placed, quiet_failures, typeset};
pub use reading::{
    Confirm, FactChoice, FactLine, FactRow, Mark, MarkKind, Paragraph, ParagraphKind, Reading, SourceRequest,
};
pub use record::{FindingRecord, JudgementRecord, PlaceRecord, QuoteRecord, Record, ThemeRecord};
pub use register::{Register, RegisterRow};
pub use rows::{JudgementRow, SourceRow, Tone};
pub use said::{CheckSaid, CheckedQuotation, CopiedSentence, DifferencePart, PrimaryOffer, Said, said};
pub use said_all::{SaidAnywhere, SaidPaper};
pub use search::{HitRow, Hits, LibraryReply, LibraryRequest, SnippetPart};
pub use settings::{LogoRow, RoleName, Settings, SettingsForm};
pub use trouble::{Kind, Trouble};
pub use write::write_whole;

pub use packhorse_html::page as web_page;
pub use packhorse_import::{Picture, worker as import_worker};
pub use packhorse_model::{Composed, Verdict, Weight};
pub use packhorse_pack::{Kind as Check, Severity};
pub use packhorse_typeset::Fonts;

use std::str::FromStr;

/// An id as the page and the terminal write it.
fn desk_id<T: FromStr>(words: &str) -> Result<T, Trouble> {
    words.trim().parse().map_err(|_| {
        Trouble::fixable(
            format!("“{words}” is not the id of anything here."),
            "List what is there and copy the id.",
        )
    })
}
