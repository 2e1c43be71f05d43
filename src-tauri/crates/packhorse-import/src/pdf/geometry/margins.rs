//! Where lines would end if their block did not end with them.

use super::Measure;
use super::rows::Line;

/// Gives each line its margin: the page's, or that of the box it stands in with the lines around it.
pub(super) fn settle(lines: &mut [Line], measure: Measure) {
    for run in lines.chunk_by_mut(|a, b| runs_on(a, b, measure)) {
        // A line of a column brings its column's margin.
        let page = run[0].margin.min(measure.margin);
        let measure = Measure { margin: page, ..measure };
        if is_list(run, measure) {
            // Every line ends where it was meant to, but for those that reach the margin.
            let full = measure.margin - measure.size * 2.0;
            for line in run {
                line.margin = if line.right > full { measure.margin } else { f64::INFINITY };
            }
            continue;
        }
        let own = run.iter().map(|line| line.right).fold(0.0, f64::max).min(measure.margin);
        let boxed = run.len() >= 3;
        for line in run {
            // One or two lines, and short ones, say nothing of a margin, and a sentence that ends may end its
            // paragraph.
            let long = line.right - line.left > (measure.margin - line.left) * 0.7;
            let open = !line.text.ends_with(['.', '!', '?', ':', ';', '”', '"', '’']);
            line.margin = if boxed && long && open { own } else { measure.margin };
        }
    }
}

/// Whether a line stands right below another and looks like it.
fn runs_on(above: &Line, below: &Line, measure: Measure) -> bool {
    let step = below.y - above.y;
    (above.left - below.left).abs() < 3.0
        && (above.size - below.size).abs() <= 1.0
        && step > 0.0
        && step < measure.leading.max(above.size * 1.15) * 1.35
}

/// Whether lines are a list whose items have a line each: names, addressees. Of three lines of running
/// text hardly all begin with a capital, and most reach the margin.
fn is_list(run: &[Line], measure: Measure) -> bool {
    let first = |line: &Line| line.text.chars().find(|c| c.is_alphanumeric());
    let short = run.iter().filter(|line| line.right < measure.margin - measure.size * 2.0).count();
    run.len() >= 3
        && run.iter().all(|line| first(line).is_some_and(|c| !c.is_lowercase()))
        && run.iter().all(|line| !line.text.ends_with(['.', ',', ';']) && !line.text.contains(". "))
        && short * 2 > run.len()
}
