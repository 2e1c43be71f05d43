//! What a person may ask for concerning the library itself.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum LibraryCommand {
    /// Say whether everything in the library is sound.
    Check {
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Make a checked copy.
    Backup {
        /// The copy; in the folder “Backups” beside the library when left out.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
    },
    /// Put a copy in the place of the library; what was there is kept beside it.
    Restore {
        /// The copy.
        copy: PathBuf,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
    },
}
