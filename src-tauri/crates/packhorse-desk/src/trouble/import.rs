//! Words for a file that did not become a source.

use packhorse_import::Error as E;

/// What did not happen.
pub(super) fn message(name: &str, error: &E) -> String {
    match error {
        E::Empty => format!("{name} is empty, so nothing was brought in."),
        E::Folder => format!("{name} is a folder, and what is in it was not read."),
        E::NotFound => format!("{name} is not there any more."),
        E::Unreadable { .. } => format!("{name} could not be opened."),
        E::TooLarge { limit } => {
            format!("{name} is larger than {} MB, so it was not read.", limit / 1_000_000)
        }
        E::TooManyPages { limit } => format!("{name} has more than {limit} pages, so it was not read."),
        E::Inflated { .. } => {
            format!("{name} unpacks to far more than a document holds, so it was not read.")
        }
        E::WebPageNamedPdf => {
            format!("{name} is a web page saved under the name of a PDF, so it was not read.")
        }
        E::Unsupported { what } => format!("{name} is {what}, which Packhorse does not read."),
        E::OutlookMessage => format!("{name} is an Outlook message, which Packhorse does not read."),
        E::RichText => format!("{name} is a rich text (RTF) file, which Packhorse does not read."),
        E::OldOffice => format!("{name} is an old Office file, which Packhorse does not read."),
        E::Locked => format!("{name} is locked with a password, so it was not read."),
        E::Damaged { .. } => format!("{name} is damaged, so it was not read."),
        E::Pictures { pages: 1 } => format!("The page of {name} is a picture, and has no text to quote."),
        E::Pictures { pages } => {
            format!("All {pages} pages of {name} are pictures, and have no text to quote.")
        }
        E::NoText => format!("{name} has no text that can be quoted."),
        E::NoPages => format!("{name} is no PDF, so there is no page to draw."),
        E::NoSuchPage { page } => format!("{name} has no page {page}."),
        E::NotDrawn { page } => format!("Page {page} of {name} could not be drawn."),
        E::TooSlow { seconds } => {
            format!("Reading {name} took longer than {seconds} seconds and was stopped.")
        }
        E::Crashed => format!("{name} could not be read safely, so it was left out."),
        E::NotStarted { .. } => format!("{name} was not read because the reader could not be started."),
    }
}

/// What to try.
pub(super) fn hint(error: &E) -> &'static str {
    match error {
        E::Empty => "Check that the file was saved or downloaded completely.",
        E::Folder => "Check that you may open it, and choose the files in it.",
        E::NotFound => "Check whether it was moved or renamed, and choose it again.",
        E::Unreadable { .. } => "Check that you may read it and that no other program holds it.",
        E::TooLarge { .. } => "Bring in the part you need as a file of its own.",
        E::TooManyPages { .. } => "Bring in the pages you need as a file of their own.",
        E::Inflated { .. } => "It may be damaged or unsafe. Ask the sender for another copy.",
        E::WebPageNamedPdf => "Open the address it came from and download the PDF again.",
        E::Unsupported { .. } => "Ask for the document as PDF, Word or text, or paste its text.",
        E::OutlookMessage => "Open it in Outlook and save it as PDF, as text or as an .eml file.",
        E::RichText => "Open it in Word and save it as PDF, as a Word document (.docx) or as text.",
        E::OldOffice => "Open it and save it as PDF or in the present format (.docx, .xlsx).",
        E::Locked => "Ask for a copy without a password.",
        E::Damaged { .. } => "Download it again, or open it and print it to a new PDF.",
        E::Pictures { .. } => "Ask for the original document rather than a scan, or type and paste its text.",
        E::NoText => "Ask for the original document, or type and paste its text.",
        E::NoPages => "Open it in the program it was made with.",
        E::NoSuchPage { .. } => "Bring it in again and try once more.",
        E::NotDrawn { .. } => "Open the file in a program that shows PDF.",
        E::TooSlow { .. } | E::Crashed => "Open it and print it to a new PDF, or paste its text.",
        E::NotStarted { .. } => "Close some programs and try again.",
    }
}
