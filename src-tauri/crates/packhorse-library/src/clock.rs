//! Where the time comes from.

use chrono::{DateTime, DurationRound as _, SecondsFormat, TimeDelta, Utc};
use std::fmt;
use std::sync::Arc;

/// Tells the time. Tests bring their own.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self(Arc::new(|| std::time::SystemTime::now().into()))
    }

    /// A clock that says what the function says.
    pub fn telling(time: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(time))
    }

    /// A clock that stands still.
    pub fn stopped(at: DateTime<Utc>) -> Self {
        Self::telling(move || at)
    }

    /// The time in whole milliseconds, as the library keeps it.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let now = (self.0)();
        now.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(now)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// A time as the library keeps it: UTC, of one width, so that it sorts as text.
pub(crate) fn written(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}
