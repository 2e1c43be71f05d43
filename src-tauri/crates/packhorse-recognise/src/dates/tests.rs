use super::*;

fn first(text: &str) -> String {
    dates(text).first().map_or_else(String::new, |found| {
        let to = found.range.to.map_or_else(String::new, |to| format!(" to {to}"));
        format!("{}{to}", found.range.from)
    })
}

#[test]
fn ranges_are_read_in_every_printed_form() {
    for (printed, read) in [
        ("20 June to 1 July 2022", "2022-06-20 to 2022-07-01"),
        ("on 4 and 5 July 2023.", "2023-07-04 to 2023-07-05"),
        ("15 – 19 July 2013", "2013-07-15 to 2013-07-19"),
        ("14 November 2016 to 8 December 2016", "2016-11-14 to 2016-12-08"),
        ("between 22 and 26 February 2016", "2016-02-22 to 2016-02-26"),
        ("13 May – 22 May 2013", "2013-05-13 to 2013-05-22"),
        ("8 to 12 June 2026 and 15 to 19 June 2026", "2026-06-08 to 2026-06-19"),
        ("29 December to 4 January 2022", "2021-12-29 to 2022-01-04"),
        ("Tuesday 8 August 2023", "2023-08-08"),
        ("carried out in July 2023", "2023-07"),
        ("on 29th January 2020", "2020-01-29"),
        ("26/06/2018", "2018-06-26"),
        ("26.6.18", "2018-06-26"),
        ("2018-06-26", "2018-06-26"),
        ("Monday 5 to Friday 9 February 2018", "2018-02-05 to 2018-02-09"),
        ("between Monday 5 February and Friday 9 February 2018", "2018-02-05 to 2018-02-09"),
        ("11th–15th June 2018", "2018-06-11 to 2018-06-15"),
        ("7, 8 and 9 March 2017", "2017-03-07 to 2017-03-09"),
        ("26 Nov – 7 Dec 2018", "2018-11-26 to 2018-12-07"),
        ("the 3rd of May 2019", "2019-05-03"),
    ] {
        assert_eq!(first(printed), read, "{printed}");
    }
}

#[test]
fn numbers_that_are_no_days_are_left_alone() {
    assert_eq!(first("spoke to 33 children in 2019"), "");
    assert_eq!(first("within 70 working days"), "");
    assert_eq!(first("4 and 5 August. It said"), "", "without a year there is no date");
}

#[test]
fn days_without_a_year_are_the_last_such_days() {
    let until = NaiveDate::from_ymd_opt(2026, 9, 12).expect("a day");
    let read = |text: &str| before(text, until).first().map(|found| found.range.words());
    assert_eq!(read("visited on 11 and 12 August").as_deref(), Some("11 to 12 August 2026"));
    assert_eq!(read("visited on 3 December").as_deref(), Some("3 December 2025"), "it is not December yet");
    assert_eq!(read("visited 17 homes and 12 schools"), None);
}

#[test]
fn a_weekday_the_calendar_denies_is_noticed() {
    assert!(dates("Monday 8 August 2023")[0].weekday_wrong, "it was a Tuesday");
    assert!(!dates("Tuesday 8 August 2023")[0].weekday_wrong);
}
