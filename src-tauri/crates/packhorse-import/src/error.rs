//! Why a file did not become a document.

use serde::{Deserialize, Serialize};

/// Why a file did not become a document.
///
/// It crosses from the child process as JSON, so it holds words and numbers only.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "stopped")]
pub enum Error {
    /// The file has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The path is a folder.
    #[error("this is a folder, not a file")]
    Folder,
    /// The file is not there, or is not there any more.
    #[error("the file is not there")]
    NotFound,
    /// The system would not hand the file over.
    #[error("the file could not be opened: {reason}")]
    Unreadable {
        /// The system's reason.
        reason: String,
    },
    /// More bytes than the limit.
    #[error("the file is larger than {} MB", limit / 1_000_000)]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// More pages than the limit.
    #[error("the document has more than {limit} pages")]
    TooManyPages {
        /// The limit.
        limit: u32,
    },
    /// Unpacked, the file is larger than the limit.
    #[error("the file unpacks to more than {} MB, as damaged or hostile files do", limit / 1_000_000)]
    Inflated {
        /// The limit in bytes.
        limit: u64,
    },
    /// A web page under the name of a PDF.
    #[error("this is a web page saved under the name of a PDF")]
    WebPageNamedPdf,
    /// A kind of file that is not read.
    #[error("this is {what}, which is not read")]
    Unsupported {
        /// What it is, with an article.
        what: String,
    },
    /// An Outlook message.
    #[error("this is an Outlook message (.msg), which is not read")]
    OutlookMessage,
    /// A rich text file.
    #[error("this is a rich text (RTF) file, which is not read")]
    RichText,
    /// A Word, Excel or PowerPoint file as they were before 2007.
    #[error("this is an old Word, Excel or PowerPoint file, which is not read")]
    OldOffice,
    /// A password is needed.
    #[error("the file is locked with a password")]
    Locked,
    /// The file breaks its format's rules.
    #[error("the file is damaged: {reason}")]
    Damaged {
        /// What was found.
        reason: String,
    },
    /// The pages are pictures and carry no text.
    #[error("the pages are pictures without text")]
    Pictures {
        /// How many there are.
        pages: u32,
    },
    /// There is no text.
    #[error("the file has no text that can be quoted")]
    NoText,
    /// A kind of file without pages, of which no picture can be made.
    #[error("the file has no pages to draw")]
    NoPages,
    /// A page the file does not have.
    #[error("the file has no page {page}")]
    NoSuchPage {
        /// The page, counted from 1.
        page: u32,
    },
    /// A page of which no picture could be made.
    #[error("page {page} could not be drawn")]
    NotDrawn {
        /// The page, counted from 1.
        page: u32,
    },
    /// The reader took longer than the limit and was ended.
    #[error("reading took longer than {seconds} seconds and was stopped")]
    TooSlow {
        /// The limit.
        seconds: u64,
    },
    /// The reader ended before it was done.
    #[error("the file made the reader fail")]
    Crashed,
    /// The reader could not be started.
    #[error("the reader could not be started: {reason}")]
    NotStarted {
        /// The system's reason.
        reason: String,
    },
}
