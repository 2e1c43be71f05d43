//! The page numbers as they are printed, for viewers to show.

use super::text;
use lopdf::{Dictionary, Object, dictionary};

/// How the numbers of some pages run on: what stands before each, and how they count.
#[derive(Debug, PartialEq, Eq)]
struct Count<'a> {
    before: &'a str,
    style: &'static str,
    number: i64,
}

/// The labels as ranges, each begun by the page whose label does not follow from the one before.
pub(super) fn labels<'a>(pages: impl Iterator<Item = &'a str>) -> Dictionary {
    let mut ranges: Vec<Object> = Vec::new();
    let mut next: Option<Count<'a>> = None;
    for (index, label) in pages.enumerate() {
        let count = count(label, next.as_ref().map(|next| next.style));
        if next.as_ref() != Some(&count) {
            let mut range = dictionary! {};
            if count.style.is_empty() {
                range.set("P", text(label));
            } else {
                range.set("S", count.style);
                range.set("St", count.number);
                if !count.before.is_empty() {
                    range.set("P", text(count.before));
                }
            }
            ranges.extend([(index as i64).into(), range.into()]);
        }
        next = Some(Count { number: count.number + 1, ..count });
    }
    dictionary! { "Nums" => ranges }
}

/// Reads a label: digits, small Roman letters, or digits with a letter that counts.
fn count<'a>(label: &'a str, running: Option<&'static str>) -> Count<'a> {
    if let Ok(number) = label.parse() {
        return Count { before: "", style: "D", number };
    }
    let digits = label.len() - label.trim_start_matches(|first: char| first.is_ascii_digit()).len();
    let (before, rest) = label.split_at(digits);
    let letter = rest.bytes().next().unwrap_or_default();
    if letter.is_ascii_uppercase() && rest.bytes().all(|other| other == letter) {
        let number = i64::from(letter - b'A') + 1 + (rest.len() as i64 - 1) * 26;
        return Count { before, style: "A", number };
    }
    match roman(label) {
        Some(number) => Count { before: "", style: "r", number },
        // Never meant: such a page is named as it is.
        None => Count { before: label, style: "", number: running.map_or(0, |_| -1) },
    }
}

fn roman(label: &str) -> Option<i64> {
    let value = |letter: u8| {
        Some(match letter {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            b'c' => 100,
            b'd' => 500,
            b'm' => 1000,
            _ => return None,
        })
    };
    let values = label.bytes().map(value).collect::<Option<Vec<i64>>>()?;
    let parts = values.iter().enumerate();
    let signed = parts
        .map(|(at, value)| if values.get(at + 1).is_some_and(|next| next > value) { -value } else { *value });
    Some(signed.sum::<i64>()).filter(|sum| *sum > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_begins_where_the_numbers_do_not_run_on() {
        let labels = labels(["i", "ii", "1", "2", "3", "3A", "3B"].into_iter());
        let numbers = labels.get(b"Nums").and_then(Object::as_array).expect("it holds ranges");
        let starts: Vec<i64> = numbers.iter().step_by(2).filter_map(|start| start.as_i64().ok()).collect();
        assert_eq!(starts, [0, 2, 5]);
        let late = numbers[5].as_dict().expect("a range is a dictionary");
        assert_eq!(late.get(b"P").and_then(Object::as_str).ok(), Some(b"3".as_slice()));
        assert_eq!(late.get(b"S").and_then(Object::as_name).ok(), Some(b"A".as_slice()));
    }

    #[test]
    fn labels_are_read_as_they_were_written() {
        for (label, before, style, number) in
            [("12", "", "D", 12), ("xix", "", "r", 19), ("12A", "12", "A", 1), ("9BB", "9", "A", 28)]
        {
            assert_eq!(count(label, None), Count { before, style, number }, "{label}");
        }
    }
}
