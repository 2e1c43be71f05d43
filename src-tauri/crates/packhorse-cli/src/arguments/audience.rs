//! What a person may ask for concerning templates.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum AudienceCommand {
    /// List the templates: those that come with the program, and those of a library.
    List {
        /// A library whose own templates are listed too.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print a template.
    Show {
        /// Its id.
        id: String,
        /// A library that may have it.
        #[arg(long)]
        library: Option<PathBuf>,
    },
    /// Copy a template into a file, to be edited; a file that is there stays.
    Copy {
        /// Its id.
        id: String,
        /// The file.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
        /// A library that may have it.
        #[arg(long)]
        library: Option<PathBuf>,
    },
    /// Say whether a template can be used; what is wrong is told with its line.
    Check {
        /// The file.
        file: PathBuf,
    },
    /// Keep a template in a library, under the id it gives itself.
    Save {
        /// The file.
        file: PathBuf,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
    },
    /// Remove a template of the office's own from a library.
    Remove {
        /// Its id.
        id: String,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
    },
}
