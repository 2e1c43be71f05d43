//! What work costs.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Duration;

/// The least that a piece of work takes in so many rounds, in this thread.
pub(crate) fn least<T>(rounds: usize, mut work: impl FnMut() -> T) -> Duration {
    let times = (0..rounds).map(|_| {
        let began = now();
        black_box(work());
        now().saturating_sub(began)
    });
    times.min().unwrap_or_default()
}

/// The processor's time of this thread or, where the system does not tell it, the clock's.
#[cfg(unix)]
fn now() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

#[cfg(not(unix))]
fn now() -> Duration {
    static BEGAN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGAN.elapsed()
}

/// A fixed piece of work: counting the words of a fixed text, most of it memory and comparisons.
pub(crate) fn reference_job() -> usize {
    let mut state = 7_u64;
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..200_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *words.entry(format!("word {}", (state >> 33) % 20_000)).or_default() += 1;
    }
    words.len()
}

/// A time in milliseconds, to three places.
pub(crate) fn millis(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64() * 1_000.0)
}
