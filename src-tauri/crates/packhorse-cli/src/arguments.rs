//! What a person may ask for.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

mod audience;
mod library;
mod pack;

pub(crate) use audience::AudienceCommand;
pub(crate) use library::LibraryCommand;
pub(crate) use pack::PackCommand;

/// Briefing packs from inspection documents, every quotation word for word.
#[derive(Debug, Parser)]
#[command(name = "packhorse", version, disable_help_subcommand = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub command: Command,
}

/// How much a pack needs a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum WeightChoice {
    /// It must be in.
    Must,
    /// It should be in, where there is room.
    Should,
    /// It could be in.
    Could,
    /// Nobody says.
    None,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what is recognised in files; nothing is kept.
    Read {
        /// Files and folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Print one JSON object for each file.
        #[arg(long)]
        json: bool,
        /// Print each fact with the words it came from, for checking.
        #[arg(long, conflicts_with_all = ["json", "out"])]
        explain: bool,
        /// Write NAME.json for each file into this folder instead.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Write a picture of the place of each judgement, NAME_AREA.png, into this folder too.
        #[arg(long, value_name = "DIR")]
        pictures: Option<PathBuf>,
    },
    /// Hold what a file says the inspectors said against inspection documents.
    Check {
        /// The press text, statement or story.
        file: PathBuf,
        /// The inspection documents.
        #[arg(long, required_unless_present = "library", num_args = 1..)]
        against: Vec<PathBuf>,
        /// Hold it against every inspection document in this library too.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Bring files and folders into the library.
    Import {
        /// Files and folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print one JSON object for each file, as soon as it is saved.
        #[arg(long)]
        json: bool,
    },
    /// List the sources in the library.
    List {
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Search the library. Words in double quotes stand together.
    Search {
        /// The words.
        #[arg(required = true)]
        words: Vec<String>,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// List the picked quotes.
    Quotes {
        /// Only those that hold these words.
        words: Vec<String>,
        /// List every quotation of the inspectors in the library's papers instead, checked.
        #[arg(long)]
        check: bool,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Read a table of inspection outcomes (ODS, XLSX or CSV).
    Outcomes {
        /// The table.
        file: PathBuf,
        /// Hold it against the reports of this library; what differs is shown and nothing is changed.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Begin, list or show packs.
    Pack {
        #[command(subcommand)]
        what: PackCommand,
    },
    /// List, show, copy or check templates for audiences.
    Audience {
        #[command(subcommand)]
        what: AudienceCommand,
    },
    /// Issue a pack of the library as PDF, one file for each edition.
    Issue {
        /// The pack's id.
        pack: String,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// The folder for the files.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// Only the editions for this audience; may be given several times.
        #[arg(long)]
        audience: Vec<String>,
        /// Print facts that are not sure, marked as unconfirmed.
        #[arg(long)]
        accept_unsure: bool,
        /// Write each edition as a web page beside its PDF as well.
        #[arg(long)]
        html: bool,
        /// Issue late items only: the paper itself must be what it was. With a document and a reason, the
        /// document is added as a late item first; may be given several times.
        #[arg(long, value_name = "SOURCE", num_args = 0..=1, default_missing_value = "")]
        late: Vec<String>,
        /// Why the late documents are late and cannot wait; printed for the chair.
        #[arg(long, value_name = "WORDS", requires = "late")]
        reason: Option<String>,
        /// Leave out the page that says what changed since the version a recipient has.
        #[arg(long)]
        without_changes: bool,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// List everything that is looked at before a pack is issued, with what to do about it.
    Preflight {
        /// The pack's id.
        pack: String,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Say whether quotes must, should or could be in a pack; `none` takes it back.
    Weigh {
        /// How much they are needed.
        weight: WeightChoice,
        /// Ids of quotes.
        #[arg(required = true)]
        quotes: Vec<String>,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
    },
    /// List what was issued: when, which file, for whom.
    Register {
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Build packs from one file that names documents, meeting and editions.
    Build {
        /// The pack file (TOML).
        file: PathBuf,
        /// The folder for the PDFs.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// Print facts that are not sure, marked as unconfirmed.
        #[arg(long)]
        accept_unsure: bool,
        /// Write each edition as a web page beside its PDF as well.
        #[arg(long)]
        html: bool,
        /// Write each composed pack as JSON beside its PDF as well.
        #[arg(long)]
        composed: bool,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Set a composed pack as PDF, or write it as a web page.
    Typeset {
        /// The composed pack, as `packhorse pack show PACK --composed` prints it.
        file: PathBuf,
        /// The PDF; the web page where its name ends in .html; where everything stands, in .txt.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Check, back up or restore the library.
    Library {
        #[command(subcommand)]
        what: LibraryCommand,
    },
}
