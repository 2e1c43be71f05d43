//! How fast packs are set and written: `cargo xtask bench`.
//!
//! Packs are written on two cores, so their time is the clock's; what one core does is measured by its own
//! processor's time. Either is the least of several rounds, and is also given in reference jobs. The bars
//! are those of the design.

#[path = "../reading/cost.rs"]
mod cost;
mod packs;
mod profile;
mod search;
mod typing;

use cost::{least, millis, reference_job};
use packhorse_desk::{Composed, Fonts, typeset};
use profile::Profile;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often each piece of work is done.
const ROUNDS: usize = 25;
/// How often a hundred packs are written.
const HUNDREDS: usize = 7;

fn main() {
    if packhorse_desk::import_worker() {
        return;
    }
    let reference = least(ROUNDS, reference_job);
    println!("A reference job takes {} ms.\n", millis(reference));
    let fonts = Fonts::built_in();
    let Some(short) = packs::sample() else {
        println!("The sample pack could not be made, so nothing was measured.");
        return;
    };
    let long = packs::long(&short, 1_000);
    let report = Report { fonts: &fonts, reference };
    report.pack("The sample pack", &short, 15);
    report.pack("A pack with 1,000 quotations", &long, 150);
    report.hundred(&short);
    report.keystroke(&short);
    typing::report(&report);
    search::report(reference);
}

struct Report<'f> {
    fonts: &'f Fonts,
    reference: Duration,
}

impl Report<'_> {
    /// From a composed pack to bytes.
    fn pack(&self, what: &str, pack: &Composed, bar: u64) {
        let Ok((bytes, pages)) = typeset(pack, self.fonts) else { return };
        let whole = least_of_the_clock(ROUNDS, || typeset(pack, self.fonts));
        println!("{what}: {pages} pages, {} kB", bytes.len() / 1_000);
        println!(
            "  {} ms from composed to bytes; {}",
            millis(whole),
            verdict(whole, Duration::from_millis(bar))
        );
        println!("  in reference jobs: {:.3}", whole.as_secs_f64() / self.reference.as_secs_f64());
        let set = least(ROUNDS, || packhorse_typeset::typeset(pack, self.fonts));
        println!("  of these {} ms to set the pages and the rest to write them:", millis(set));
        let each = Profile::of(|| typeset(pack, self.fonts));
        let each: Vec<String> =
            each.iter().map(|(name, took)| format!("{name} {} ms", millis(*took))).collect();
        println!("  by the clock, once: {}\n", each.join(", "));
    }

    /// A pack for each of a hundred recipients, on as many cores as there are, up to two.
    fn hundred(&self, pack: &Composed) {
        let packs: Vec<Composed> = (1..=100).map(|number| packs::copy_for(pack, number)).collect();
        let clock = least_of_the_clock(HUNDREDS, || {
            let halves = packs.split_at(packs.len() / 2);
            std::thread::scope(|scope| {
                for half in [halves.0, halves.1] {
                    scope.spawn(move || {
                        half.iter().for_each(|pack| drop(black_box(typeset(pack, self.fonts))))
                    });
                }
            });
        });
        println!(
            "100 recipients on two cores: {} ms of the clock; {}",
            millis(clock),
            verdict(clock, Duration::from_secs(1))
        );
        println!("  in reference jobs: {:.3}\n", clock.as_secs_f64() / self.reference.as_secs_f64());
    }

    /// What a keystroke in a note costs the preview: the pack is set again with one word more.
    fn keystroke(&self, pack: &Composed) {
        let changed = packs::with_a_word_more(pack);
        let again = least_of_the_clock(ROUNDS, || typeset(&changed, self.fonts));
        println!("After a keystroke: {} ms; {}", millis(again), verdict(again, Duration::from_millis(100)));
        println!("  in reference jobs: {:.3}\n", again.as_secs_f64() / self.reference.as_secs_f64());
    }
}

/// The least that a piece of work takes by the clock in so many rounds, on as many cores as it likes.
fn least_of_the_clock<T>(rounds: usize, mut work: impl FnMut() -> T) -> Duration {
    let times = (0..rounds).map(|_| {
        let began = Instant::now();
        black_box(work());
        began.elapsed()
    });
    times.min().unwrap_or_default()
}

fn verdict(took: Duration, bar: Duration) -> String {
    let meets = if took <= bar { "meets" } else { "MISSES" };
    format!("that {meets} the {} ms asked for", bar.as_millis())
}
