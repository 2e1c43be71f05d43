//! What a person may ask for concerning packs.

use clap::Subcommand;
use clap::builder::RangedU64ValueParser;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Begin a pack and pick quotes for it.
    New {
        /// The title.
        title: String,
        /// Ids of sources; every source of the library when left out.
        #[arg(long)]
        source: Vec<String>,
        /// The council.
        #[arg(long)]
        council: Option<String>,
        /// The committee.
        #[arg(long)]
        committee: Option<String>,
        /// The day of the meeting, like 2027-01-14.
        #[arg(long)]
        meeting: Option<String>,
        /// Security marking.
        #[arg(long)]
        marking: Option<String>,
        /// The most quotes to suggest; 0 for none.
        #[arg(long, default_value_t = 12)]
        most: u32,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// List the packs.
    List {
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show a pack, or one of its editions as composed.
    Show {
        /// The pack's id.
        pack: String,
        /// Print the composed pack that `packhorse typeset` sets.
        #[arg(long)]
        composed: bool,
        /// Which edition, counted from 1.
        #[arg(long, default_value_t = 1, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
        edition: usize,
        /// The library; the user's own when left out.
        #[arg(long)]
        library: Option<PathBuf>,
    },
}
