//! The days before the meeting, and whether its papers can still be open in time.

use super::{Kind, ToFix, advise, field};
use crate::Plan;
use crate::data::working_days;
use crate::words::date;

/// Five clear days: neither the day of publication nor that of the meeting counts.
const CLEAR_DAYS: u32 = 5;

/// Says when a pack comes too late for a public agenda.
pub(super) fn about_meeting(plan: &Plan, list: &mut Vec<ToFix>) {
    let Some(meeting) = plan.meeting else { return };
    if meeting < plan.made {
        let line = advise("The meeting is in the past.", "Check the day of the meeting.", field("meeting"));
        list.push(line.of(Kind::Meeting));
        return;
    }
    match working_days::before(meeting, CLEAR_DAYS + 1) {
        None => list.push(
            advise(
                "Whether there are five clear days before the meeting was not counted: the bank holidays of that year \
                 are not known yet.",
                "Ask democratic services for the day on which the agenda is published.",
                field("meeting"),
            )
            .of(Kind::Meeting),
        ),
        Some(last) if plan.made > last => list.push(
            advise(
                format!(
                    "There are fewer than five clear days before the meeting: papers for a public agenda had to be open \
                     by {}.",
                    date(last)
                ),
                "If this goes on the agenda, it is a late item: the chair must agree that special circumstances make it \
                 urgent, and the minutes state them (Local Government Act 1972, section 100B(4)(b)).",
                field("meeting"),
            )
            .of(Kind::Meeting),
        ),
        Some(_) => {}
    }
}
