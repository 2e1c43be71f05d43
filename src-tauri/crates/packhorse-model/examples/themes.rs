//! Says the themes of each line of standard input, with the words that show them.

use std::io::BufRead as _;

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        println!("{line}");
        for hit in packhorse_model::themes(&line) {
            let words: Vec<&str> = hit.words.iter().map(|span| &line[span.range()]).collect();
            println!("    {}: {}", hit.id, words.join(" | "));
        }
    }
}
