//! What the tests share: the project's folders, our program, and other people's readers of PDF.

mod home;
mod json;
mod judge;
mod paper;
mod program;
mod reader;
mod skip;

pub use home::{corpus, kept, root, sample, samples, sorted};
pub use json::{objects_with, values};
pub use judge::{conforms, is_sound};
pub use paper::{Paper, papers};
pub use program::{Ended, packhorse, program, within};
pub use reader::{Structure, labels, outlines, page_texts, plain, quotations, structure, text};
pub use skip::{absent, lacking};
