//! Pictures from the worker.

use super::{Reply, Worker};
use crate::picture::{Look, Picture, draw};
use crate::{Error, Limits};
use packhorse_model::Span;
use std::time::Duration;

/// The further argument that asks for a picture; page, width and span follow it.
pub(super) const PICTURE: &str = "picture";

/// Nobody waits longer for a picture.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the child answers to a wish in its arguments.
pub(super) fn answer(bytes: Vec<u8>, limits: &Limits, arguments: &[String]) -> Reply {
    let numbers: Vec<u32> = arguments.iter().filter_map(|number| number.parse().ok()).collect();
    let look = match numbers[..] {
        [page, width] => Look { page, width, span: None },
        [page, width, start, end] => {
            Look { page, width, span: Some(Span { start: start as usize, end: end as usize }) }
        }
        _ => return Reply::Stopped(Error::NoSuchPage { page: 0 }),
    };
    match draw(bytes, limits, look) {
        Ok((picture, words)) => Reply::Picture { picture, words },
        Err(error) => Reply::Stopped(error),
    }
}

impl Worker {
    /// Draws a page of a PDF. Where `look` names a span, its `words` are marked and the page is cut to
    /// the rows around them; the whole page comes when these words are not found there.
    ///
    /// # Errors
    ///
    /// Says why the page was not drawn.
    pub fn picture(&self, bytes: &[u8], look: Look, words: &str) -> Result<Picture, Error> {
        let (picture, found) = self.drawn(bytes, look)?;
        if look.span.is_none() || found == words || !picture.cropped {
            return Ok(picture);
        }
        // The text was read by another reader than today's: its spans lead elsewhere.
        Ok(self.drawn(bytes, Look { span: None, ..look })?.0)
    }

    fn drawn(&self, bytes: &[u8], look: Look) -> Result<(Picture, String), Error> {
        if bytes.is_empty() {
            return Err(Error::Empty);
        }
        if bytes.len() as u64 > self.limits.input {
            return Err(Error::TooLarge { limit: self.limits.input });
        }
        let span = look.span.map(|span| [span.start, span.end].map(|at| at.to_string()));
        let mut wish = vec![PICTURE.to_owned(), look.page.to_string(), look.width.to_string()];
        wish.extend(span.into_iter().flatten());
        let limits = Limits { time: self.limits.time.min(PATIENCE), ..self.limits };
        match self.clone().with_limits(limits).ask("", &wish, bytes)? {
            Reply::Picture { picture, words } => Ok((picture, words)),
            Reply::Stopped(error) => Err(error),
            _ => Err(Error::Crashed),
        }
    }
}
