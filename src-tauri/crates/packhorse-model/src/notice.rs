//! Something worth knowing about work that was done.

use serde::{Deserialize, Serialize};

/// Worth knowing, and no reason to stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// A full sentence.
    pub message: String,
    /// The page it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

impl Notice {
    /// A notice about the whole.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), page: None }
    }

    /// A notice about one page.
    pub fn on_page(page: u32, message: impl Into<String>) -> Self {
        Self { message: message.into(), page: Some(page) }
    }
}
