//! What may tell who a person is: names without a role, telephone numbers, e-mail addresses, case numbers.
//!
//! A pack is about services, not about the people in them. The sweep is a help and no proof: it names what
//! looks like it, and what is meant stays.

mod found;
mod names;

use super::{About, Kind, ToFix, advise};
use crate::Plan;
use crate::since::{Unit, units};
use found::found;
use names::Known;
use packhorse_model::{Composed, Source};

/// Something that may tell who a person is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Trace {
    what: What,
    words: String,
}

/// What it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Email,
    Telephone,
    Health,
    Case,
    Name,
}

impl What {
    fn said(self) -> (&'static str, &'static str) {
        match self {
            Self::Email => {
                ("looks like an e-mail address", "Take it out, unless it is meant for the public.")
            }
            Self::Telephone => {
                ("looks like a telephone number", "Take it out, unless it is meant for the public.")
            }
            Self::Health => ("looks like an NHS number", "Take it out: it tells who a person is."),
            Self::Case => ("looks like a case number", "Take it out: it tells whose case it is."),
            Self::Name => (
                "looks like a person’s name, and no role is known for it",
                "Take the name out, or say in which role the person speaks.",
            ),
        }
    }
}

/// Lists what an edition prints that may tell who a person is.
pub(super) fn about_persons(plan: &Plan, composed: &Composed, sources: &[Source], list: &mut Vec<ToFix>) {
    let known = Known::of(plan, sources);
    for unit in units(composed) {
        for trace in found(unit.printed(), &known) {
            let (looks, remedy) = trace.what.said();
            let message = format!("“{}” {looks}. It stands under “{}”.", trace.words, unit.heading());
            list.push(advise(message, remedy, about(&unit)).of(Kind::PersonalData));
        }
    }
}

fn about(unit: &Unit) -> About {
    match unit.section() {
        "" => About::Field("title".to_owned()),
        section => About::Section(section.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::wexcombe;

    fn traces(text: &str) -> Vec<(What, String)> {
        let known = Known::of(&Plan::default(), &wexcombe());
        found(text, &known).into_iter().map(|trace| (trace.what, trace.words)).collect()
    }

    fn one(text: &str) -> (What, String) {
        let all = traces(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all.into_iter().next().unwrap_or((What::Name, String::new()))
    }

    fn is_clean(text: &str) {
        assert_eq!(traces(text), [], "{text}");
    }

    #[test]
    fn e_mail_addresses_are_found_and_handles_are_not() {
        assert_eq!(
            one("Write to (k.marsden@wexcombe.example), please."),
            (What::Email, "k.marsden@wexcombe.example".into())
        );
        is_clean("Follow @WexcombeCouncil, or ask at the meeting @ 6 pm.");
    }

    #[test]
    fn telephone_numbers_are_found_and_dates_and_counts_are_not() {
        assert_eq!(one("Ring 07700 900 123 today."), (What::Telephone, "07700 900 123".into()));
        assert_eq!(one("Ring +44 1632 960 001."), (What::Telephone, "+44 1632 960 001".into()));
        assert_eq!(one("Ring (01632) 960-001."), (What::Telephone, "(01632) 960-001".into()));
        is_clean("On 01 02 2026 there were 1,204 referrals; in 2025 1,190; report 50081234.");
        is_clean("Childline is 0800 1111 and Ofsted answers at 0300 123 1231.");
    }

    #[test]
    fn an_nhs_number_is_told_by_its_check_digit() {
        assert_eq!(one("He is 943 476 5919 in the system."), (What::Health, "943 476 5919".into()));
        is_clean("The fingerprint begins 943 476 5918.");
    }

    #[test]
    fn case_numbers_are_found_and_numbers_of_cases_are_not() {
        assert_eq!(one("See case number 1048213 for the audit."), (What::Case, "1048213".into()));
        assert_eq!(one("Case ref: CH-48213 was closed."), (What::Case, "CH-48213".into()));
        assert_eq!(one("The child’s UPN is A123456789012."), (What::Case, "A123456789012".into()));
        is_clean("Case numbers rose to 1,204 in 2025, and the case load is 18.");
        is_clean("In this case 2026 was better; see reference 12 and paragraph 14.");
    }

    #[test]
    fn names_without_a_role_are_found() {
        assert_eq!(one("We spoke to Kayleigh Marsden about it."), (What::Name, "Kayleigh Marsden".into()));
        assert_eq!(one("Her mother, Mrs Adeyemi-Clark, waited."), (What::Name, "Mrs Adeyemi-Clark".into()));
        assert_eq!(one("As Cllr Priya Nand said."), (What::Name, "Cllr Priya Nand".into()));
    }

    #[test]
    fn names_with_a_role_and_words_that_look_like_names_are_not() {
        is_clean("Councillor Ann Hartley, Cabinet Member for Children, is grateful.");
        is_clean("Cllr Hartley and Cllr Tom Beck agree.");
        is_clean("The Victoria Road centre, St James Court and Charlotte Street are open. Grace is needed.");
        is_clean("Early Help is offered in May Hill. Will Ofsted come back? Mark Scheme A. Local Authority.");
        is_clean("Wexcombe Council’s Director of Children’s Services; Ofsted, 10 September 2026, p. 2.");
    }
}
