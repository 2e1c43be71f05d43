//! What a keystroke in the composer costs: the pack is planned, composed, set and written again, and then
//! looked over.

use crate::Report;
use crate::cost::millis;
use packhorse_desk::{BringIn, Desk, NewPack, PackForm, Preview, Previewed, Reader, SuggestQuotes, Trouble};
use std::path::Path;
use std::time::Duration;

/// How often a letter is typed.
const LETTERS: usize = 15;
/// What the window has from a keystroke to the preview, its own work and the drawing aside.
const BAR: Duration = Duration::from_millis(60);

/// Types into the title of a pack of all samples, as it is begun without any choice.
pub(crate) fn report(report: &Report) {
    let Ok(home) = tempfile::tempdir() else { return };
    let begun = begin(home.path());
    let Ok((desk, form)) = begun else {
        println!("The pack of all samples could not be begun, so typing was not measured.");
        return;
    };
    let mut typed = form;
    let mut pages = 0;
    let took = crate::least_of_the_clock(LETTERS, || {
        typed.title.push('a');
        pages = preview(&desk, &typed).map_or(0, |shown| shown.pages);
    });
    println!("A letter in the title of a pack of all samples, {pages} pages:");
    println!("  {} ms to its preview; {}", millis(took), crate::verdict(took, BAR));
    println!("  in reference jobs: {:.3}", took.as_secs_f64() / report.reference.as_secs_f64());
    let list = crate::least_of_the_clock(LETTERS, || desk.to_fix(&typed));
    println!("  {} ms more until what is to be fixed is listed\n", millis(list));
}

fn begin(home: &Path) -> Result<(Desk, PackForm), Trouble> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../resources/samples");
    let desk = Desk::open(&home.join("library.packhorse"), Reader::of_this_program()?)?;
    let files = std::fs::read_dir(samples).into_iter().flatten().flatten().map(|entry| entry.path());
    let papers = files.filter(|path| path.to_string_lossy().contains("wexcombe"));
    let request = BringIn { paths: papers.map(|path| path.to_string_lossy().into_owned()).collect() };
    let brought = desk.bring_in(&request, |_| {}, |_| {})?;
    let sources = brought.results.into_iter().filter_map(|result| result.source).collect();
    let pack =
        desk.new_pack(&NewPack { title: "Children’s services".into(), sources, quotes: Vec::new() })?;
    let form = desk.suggest_quotes(&SuggestQuotes { pack: pack.id, most: 12 })?;
    Ok((desk, form))
}

fn preview(desk: &Desk, form: &PackForm) -> Result<Previewed, Trouble> {
    desk.preview(&Preview { form: form.clone(), edition: 0 })
}
