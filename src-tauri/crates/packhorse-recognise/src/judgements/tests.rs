use crate::paper::facts;
use packhorse_model::{Confidence, Facts, Grade};

/// Area, grade and whether it is sure, in order, of the areas the document names.
fn read(facts: &Facts) -> Vec<(&str, &str, bool)> {
    facts
        .judgements
        .iter()
        .filter(|judgement| judgement.grade != Grade::NotStated)
        .map(|judgement| {
            (judgement.area.as_str(), judgement.grade.words(), judgement.confidence == Confidence::Sure)
        })
        .collect()
}

fn report(days: &str, rest: &str) -> Facts {
    facts(&format!(
        "# Inspection of Wexcombe local authority children’s services\nInspection dates: {days}\nLead inspector: Ada Moss, His Majesty’s Inspector\n{rest}"
    ))
}

const ROWS_2018: &str = "Judgement | Grade
The impact of leaders on social work practice with children and families | Good
The experiences and progress of children who need help and protection | Requires improvement to be good
The experiences and progress of children in care and care leavers | Inadequate
Overall effectiveness | Requires improvement to be good

";

#[test]
fn a_grade_belongs_to_its_row_label() {
    let found = report("26 to 30 November 2018", ROWS_2018);
    assert_eq!(found.framework.as_ref().map(|fact| fact.value.as_str()), Some("ilacs-2018"));
    assert_eq!(
        read(&found),
        [
            ("leaders", "Good", true),
            ("help-and-protection", "Requires improvement to be good", true),
            ("care-and-care-leavers", "Inadequate", true),
            ("overall", "Requires improvement to be good", true),
        ]
    );
}

#[test]
fn columns_may_change_places() {
    let table = "Grade | Judgement\nGood | The experiences and progress of children in care\nInadequate | The experiences and progress of care leavers\n\n";
    let found = report("15 to 19 May 2023", table);
    assert_eq!(read(&found), [("children-in-care", "Good", true), ("care-leavers", "Inadequate", true)]);
}

#[test]
fn a_slip_in_a_row_label_hides_no_area() {
    let table = "Judgement | Grade\nThe experiences and progress of children care leavers | Good\nThe impact of leaders on practice with children and families | Good\n\n";
    assert_eq!(
        read(&report("15 to 19 May 2023", table)),
        [("care-leavers", "Good", true), ("leaders", "Good", true)]
    );
}

#[test]
fn a_missing_or_garbled_grade_could_not_be_read() {
    let table = "Judgement | Grade\nThe experiences and progress of children in care | Requirs improvement\nThe experiences and progress of care leavers |\nOverall effectiveness | Good\n\n";
    let found = report("15 to 19 May 2023", table);
    assert_eq!(
        read(&found),
        [
            ("overall", "Good", true),
            ("children-in-care", "could not be read", false),
            ("care-leavers", "could not be read", false),
        ]
    );
}

#[test]
fn a_table_that_explains_the_scale_holds_no_judgement() {
    let scale = "# The inspection judgements and what they mean
Outstanding (Grade 1) | A service that significantly exceeds minimum requirements
Good (Grade 2) | A service that exceeds minimum requirements
Adequate (Grade 3) | A service whose overall effectiveness only meets minimum requirements
Inadequate (Grade 4) | A service that does not meet minimum requirements

";
    let cover = "# Inspection of looked after children services\n# Wexcombe County Council\nInspection dates: 8 – 12 July 2013\nReporting inspector: Ada Moss HMI\n";
    assert_eq!(read(&facts(&format!("{cover}{scale}"))), []);
}

#[test]
fn grades_of_an_earlier_inspection_are_not_this_ones() {
    let before = "# Grades at the previous inspection\nJudgement | Grade\nOverall effectiveness | Inadequate\n\nAt the last inspection in 2018, overall effectiveness is judged to be inadequate.\n";
    assert_eq!(read(&report("15 to 19 May 2023", before)), []);
}

#[test]
fn grades_stand_below_or_within_headings() {
    let cover = "# Inspection of looked after children services\n# Wexcombe County Council\nInspection dates: 8 – 12 July 2013\n";
    let below = "# Overall effectiveness of services for looked after children and young people\nGrade 3 (adequate)\n# Capacity to improve\nGrade 2 (good)\n# Quality of provision\nGrade 4 (inadequate)\n";
    assert_eq!(
        read(&facts(&format!("{cover}{below}"))),
        [
            ("overall", "Grade 3 (adequate)", true),
            ("capacity-to-improve", "Grade 2 (good)", true),
            ("quality-of-provision", "Grade 4 (inadequate)", true),
        ]
    );
    let within = "## The experiences and progress of care leavers: requires improvement to be good\n## The impact of leaders on social work practice with children and families is inadequate\n";
    assert_eq!(
        read(&report("15 to 19 May 2023", within)),
        [("care-leavers", "requires improvement to be good", true), ("leaders", "inadequate", true),]
    );
}

#[test]
fn since_april_2026_there_is_no_overall_grade() {
    let table = "Judgement | Grade\nThe experiences and progress of care leavers | Good\nOverall effectiveness | Good\n\n";
    let found = report("8 to 19 June 2026", table);
    assert_eq!(found.framework.as_ref().map(|fact| fact.value.as_str()), Some("ilacs-2026"));
    assert_eq!(read(&found), [("care-leavers", "Good", true)], "an overall grade would be somebody's own");
}

#[test]
fn two_readings_that_differ_are_looked_at() {
    let both = format!(
        "{ROWS_2018}## The impact of leaders on social work practice with children and families: inadequate\n"
    );
    let found = report("26 to 30 November 2018", &both);
    assert_eq!(read(&found)[0], ("leaders", "Good", false), "table and heading contradict one another");
}

#[test]
fn a_grade_of_another_scale_is_looked_at() {
    let table = "Judgement | Grade\nOverall effectiveness | Adequate\nThe experiences and progress of children in care | Good\n\n";
    assert_eq!(
        read(&report("15 to 19 May 2023", table))[0],
        ("overall", "Adequate", false),
        "nothing is adequate since 2013"
    );
}

#[test]
fn a_single_inspection_prints_its_overall_grade_as_a_sentence() {
    let sif = |sentences: &str| {
        facts(&format!(
            "# Wexcombe County Council\n# Inspection of services for children in need of help and protection, children looked after and care leavers\nInspection date: 4 to 27 March 2014\nReport published: 20 May 2014\n{sentences}"
        ))
    };
    let found = sif(
        "# Children’s services in Wexcombe require improvement to be good\n1. Children who need help and protection | Requires improvement\n2. Children looked after and achieving permanence | Good\n2.1 Adoption performance | Outstanding\n2.2 Experiences and progress of care leavers | Inadequate\n3. Leadership, management and governance | Good\n\nThe Local Safeguarding Children Board (LSCB) is inadequate\n",
    );
    assert_eq!(
        read(&found),
        [
            ("help-and-protection", "Requires improvement", true),
            ("children-in-care", "Good", true),
            ("adoption", "Outstanding", true),
            ("care-leavers", "Inadequate", true),
            ("leadership-management", "Good", true),
            ("overall", "require improvement to be good", true),
            ("lscb", "inadequate", true),
        ]
    );
    let early = sif(
        "The overall judgement is that children’s services are inadequate.\nThe judgement on the LSCB is that it requires improvement.\n",
    );
    assert_eq!(read(&early), [("overall", "inadequate", true), ("lscb", "requires improvement", true)]);
}

#[test]
fn a_report_on_two_services_has_two_overall_grades() {
    let cover = "# Inspection of safeguarding and looked after children services\n# Wexcombe County Council\nInspection dates: 16 – 27 April 2012\n";
    let body = "# Safeguarding services\n## Overall effectiveness\nGrade 4 (inadequate)\n## Capacity for improvement\nGrade 3 (adequate)\n# Services for looked after children\n## Overall effectiveness\nGrade 3 (adequate)\n## Capacity for improvement\nGrade 2 (good)\n# Record of main findings\nSafeguarding services |\nOverall effectiveness | Inadequate\nCapacity for improvement | Adequate\nServices for looked after children |\nOverall effectiveness | Adequate\nCapacity for improvement | Good\n\n";
    let found = facts(&format!("{cover}{body}"));
    assert_eq!(
        read(&found),
        [
            ("overall", "Inadequate", true),
            ("capacity-to-improve", "Adequate", true),
            ("overall", "Adequate", true),
            ("capacity-to-improve", "Good", true),
        ],
        "headings and table say the same, and neither service is lost"
    );
    assert_eq!(
        found.judgements[2].area_as_printed,
        "Services for looked after children: Overall effectiveness"
    );
}

#[test]
fn an_area_send_inspection_ends_in_a_sentence() {
    let cover = "# Area SEND inspection of Wexcombe Local Area Partnership\nInspection dates: 23 to 27 September 2024\n# Inspection outcome\n";
    for outcome in [
        "The local area partnership’s arrangements typically lead to positive experiences and outcomes for children and young people with SEND.",
        "The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with SEND.",
        "There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children.",
    ] {
        let found = facts(&format!(
            "{cover}{outcome} The local area partnership must work jointly to make improvements."
        ));
        assert_eq!(read(&found), [("overall", outcome, true)]);
    }
}

#[test]
fn a_visit_gives_no_grade_whatever_it_tells() {
    let letter = facts(
        "12 September 2019\nDear Ms Moss,\n# Focused visit to Wexcombe children’s services\nThis letter summarises the findings of the focused visit on 4 and 5 July 2019.\nOverall effectiveness is good.\nYours sincerely",
    );
    assert_eq!(read(&letter), []);
}

#[test]
fn rows_that_became_lines_are_rows_still() {
    let cover = "# Inspection of Wexcombe local authority children’s services\nInspection dates: 15 to 19 May 2023\nLead inspector: Ada Moss HMI\n";
    for rows in [
        "The experiences and progress of children in care\nGood\nOverall effectiveness\nRequires improvement to be good",
        "The experiences and progress of children in care Good\nOverall effectiveness Requires improvement to be good",
        "The experiences and progress of children in care – Good\nOverall effectiveness – Requires improvement to be good",
    ] {
        let read = facts(&format!("{cover}{rows}"));
        let grades: Vec<_> = read
            .judgements
            .iter()
            .filter_map(|one| Some((one.area.as_str(), one.grade.printed()?)))
            .collect();
        assert_eq!(
            grades,
            [("children-in-care", "Good"), ("overall", "Requires improvement to be good")],
            "{rows}"
        );
    }
}

#[test]
fn a_sentence_may_leave_the_council_out() {
    let read = facts(
        "# Inspection of services for children in need of help and protection, children looked after and care leavers\n# Wexcombe\nInspection date: 3 March 2015 – 25 March 2015\nReport published: 13 May 2015\nThe overall judgement is that children’s services require improvement",
    );
    let overall = read.judgements.iter().find(|one| one.area == "overall").expect("the sentence judges");
    assert_eq!(overall.grade.printed(), Some("require improvement"));
}

#[test]
fn a_row_that_compares_two_inspections_is_no_judgement_and_a_row_with_one_grade_is() {
    let paper = |rows: &str| {
        facts(&format!(
            "# Inspection of Wexcombe local authority children’s services\nInspection dates: 4 to 15 November 2019\nLead inspector: Una Field\n{rows}\n"
        ))
    };
    let compared = paper(
        "Judgement | 2016 | 2019\nThe impact of leaders on social work practice with children and families | Requires improvement | Good",
    );
    assert_eq!(
        read(&compared),
        [("leaders", "could not be read", false)],
        "which grade is this inspection’s, the row does not say"
    );
    let plain = paper(
        "Judgement | Grade\nThe impact of leaders on social work practice with children and families | Good",
    );
    assert_eq!(plain.judgements.len(), 1);
}

const CARE: &str = "The experiences and progress of children in care";
const LEAVERS: &str = "The experiences and progress of care leavers";
const LEADERS: &str = "The impact of leaders on social work practice with children and families";

#[test]
fn grades_that_stand_above_their_labels_are_not_the_next_areas() {
    let lines =
        format!("Grade\nJudgement\nGood\n{LEADERS}\nInadequate\n{CARE}\nOutstanding\n{LEAVERS}\nSummary\n");
    assert_eq!(
        read(&report("15 to 19 May 2023", &lines)),
        [
            ("leaders", "Good", false),
            ("children-in-care", "Inadequate", false),
            ("care-leavers", "Outstanding", false)
        ],
        "the first line is a grade, so each label belongs to the grade above it, and a person looks"
    );
    let led =
        format!("Children’s services in Wexcombe are:\nGood\n{CARE}\nInadequate\n{LEAVERS}\nGood\nSummary\n");
    assert_eq!(
        read(&report("15 to 19 May 2023", &led)),
        [("children-in-care", "Inadequate", true), ("care-leavers", "Good", true)],
        "the first grade belongs to the line that leads in to it"
    );
}

#[test]
fn a_grade_too_many_leaves_every_area_open() {
    let lines = format!("Our findings\nGood\n{CARE}\nInadequate\n{LEAVERS}\nOutstanding\nSummary\n");
    assert_eq!(
        read(&report("15 to 19 May 2023", &lines)),
        [("children-in-care", "could not be read", false), ("care-leavers", "could not be read", false)]
    );
}

#[test]
fn labels_and_then_grades_are_paired_and_looked_at() {
    let lines = format!("{LEADERS}\n{CARE}\n{LEAVERS}\nGood\nInadequate\nOutstanding\n");
    assert_eq!(
        read(&report("15 to 19 May 2023", &lines)),
        [
            ("leaders", "Good", false),
            ("children-in-care", "Inadequate", false),
            ("care-leavers", "Outstanding", false)
        ]
    );
    let short = format!("{LEADERS}\n{CARE}\n{LEAVERS}\nGood\nInadequate\n");
    assert!(
        read(&report("15 to 19 May 2023", &short)).iter().all(|(_, _, sure)| !sure),
        "one grade is missing, and nobody knows which"
    );
}

#[test]
fn a_label_without_its_grade_is_asked_about_where_others_have_theirs() {
    let lines = format!("{LEADERS}\n{CARE}\nInadequate\n{LEAVERS}\nGood\n");
    assert_eq!(
        read(&report("15 to 19 May 2023", &lines)),
        [
            ("leaders", "could not be read", false),
            ("children-in-care", "Inadequate", true),
            ("care-leavers", "Good", true)
        ]
    );
}

#[test]
fn an_earlier_inspection_s_rows_further_down_a_table_are_not_this_one_s() {
    let table = format!(
        "Judgement | Grade\n{CARE} | Good\nPrevious inspection (2019) |\n{CARE} | Inadequate\n{LEAVERS} | Inadequate\n\n"
    );
    assert_eq!(read(&report("15 to 19 May 2023", &table)), [("children-in-care", "Good", true)]);
    let lines =
        format!("{CARE}\nGood\nPrevious inspection (2019)\n{CARE}\nInadequate\n{LEAVERS}\nInadequate\n");
    assert_eq!(read(&report("15 to 19 May 2023", &lines)), [("children-in-care", "Good", true)]);
}

#[test]
fn a_column_of_the_previous_inspection_is_left_out() {
    let table = format!(
        "Judgement | Previous inspection | This inspection\n{CARE} | Inadequate | Good\n{LEAVERS} | Good | Outstanding\n\n"
    );
    assert_eq!(
        read(&report("15 to 19 May 2023", &table)),
        [("children-in-care", "Good", true), ("care-leavers", "Outstanding", true)]
    );
    let unnamed = format!("Judgement | 2019 | 2023\n{CARE} | Inadequate | Good\n\n");
    assert_eq!(
        read(&report("15 to 19 May 2023", &unnamed)),
        [("children-in-care", "could not be read", false)],
        "which is this one's, the head does not say"
    );
}

#[test]
fn an_area_that_was_lost_is_asked_about() {
    let table = format!("Judgement | Grade\n{LEADERS} | Good\n{CARE} | Good\n{LEAVERS} | Good\n\n");
    let found = report("8 to 19 June 2026", &table);
    let lost: Vec<_> =
        found.judgements.iter().filter(|judgement| judgement.grade == Grade::NotStated).collect();
    assert_eq!(lost.len(), 1, "help and protection is judged in every such report: {lost:?}");
    assert_eq!((lost[0].area.as_str(), lost[0].confidence), ("help-and-protection", Confidence::Check));
    let one = report("8 to 19 June 2026", &format!("{LEADERS} | Good\n\n"));
    assert_eq!(one.judgements.len(), 1, "one grade in passing makes no table of them all");
}

#[test]
fn a_label_left_over_after_pairs_leaves_them_open() {
    let lines = format!("{LEADERS}\nGood\n{CARE}\nInadequate\n{LEAVERS}\n");
    let found = report("15 to 19 May 2023", &lines);
    assert!(read(&found).iter().all(|(_, _, sure)| !sure), "{:?}", read(&found));
    let heading = format!("{LEADERS}\nGood\n{CARE}\nInadequate\n## {LEAVERS}\nThey are helped.");
    let found = report("15 to 19 May 2023", &heading);
    let sure = read(&found).into_iter().filter(|(_, _, sure)| *sure).count();
    assert_eq!(sure, 2, "a heading begins the text below it");
}

#[test]
fn a_paragraph_about_the_last_inspection_hides_no_table() {
    let long = "Since the last inspection in 2015 the council has changed how it helps families, with new teams in each town and a new way to hear what children say. Inspectors met children, parents and staff, and they looked at the work of all teams.";
    let found = report("26 to 30 November 2018", &format!("{long}\n{ROWS_2018}"));
    assert_eq!(read(&found).into_iter().filter(|(_, _, sure)| *sure).count(), 4);
    let leads_in = format!("{long} At the last inspection the judgements were these.");
    let found = report("26 to 30 November 2018", &format!("{leads_in}\n{ROWS_2018}"));
    assert_eq!(read(&found).len(), 4, "nothing is hidden");
    assert!(read(&found).iter().all(|(_, _, sure)| !sure), "{:?}", read(&found));
}

#[test]
fn cells_that_lost_their_rows_are_looked_at() {
    let shared = format!("Judgement | Grade\n{LEADERS} {CARE} | Good\n{LEAVERS} | Inadequate\n\n");
    let found = report("15 to 19 May 2023", &shared);
    assert!(read(&found).iter().all(|(_, _, sure)| !sure), "two labels share a grade: {:?}", read(&found));
    let left = format!("Judgement | Grade\n{LEADERS} | Good\n{CARE} | Inadequate\nOutstanding |\n\n");
    let found = report("15 to 19 May 2023", &left);
    assert!(read(&found).iter().all(|(_, _, sure)| !sure), "a grade is left over: {:?}", read(&found));
}

#[test]
fn rows_that_are_lines_of_the_cells_above_belong_to_them() {
    let rows = "Judgement | Grade\nThe impact of leaders on social work practice with children | Requires improvement\nand families | to be good\nThe experiences and progress of children who need help | Good\nand protection |\n\n";
    let found = report("26 to 30 November 2018", rows);
    let leaders = read(&found).into_iter().find(|(area, ..)| *area == "leaders");
    assert_eq!(leaders, Some(("leaders", "could not be read", false)));
    let printed =
        &found.judgements.iter().find(|one| one.area == "help-and-protection").expect("read").area_as_printed;
    assert!(printed.ends_with("who need help and protection"), "{printed}");
}

#[test]
fn lines_joined_with_the_wrong_neighbour_are_looked_at() {
    let lines = format!("Good\n{LEADERS} Inadequate\n{CARE} Outstanding\n{LEAVERS}\n");
    let found = report("15 to 19 May 2023", &lines);
    assert!(read(&found).iter().all(|(_, grade, _)| *grade == "could not be read"), "{:?}", read(&found));
    let rows = format!("{LEADERS} Inadequate\n{CARE} Outstanding\n{LEAVERS} Good\n");
    let found = report("15 to 19 May 2023", &rows);
    assert_eq!(read(&found).into_iter().filter(|(_, _, sure)| *sure).count(), 3);
}

#[test]
fn rows_that_became_one_paragraph_are_read_and_looked_at() {
    let found =
        report("15 to 19 May 2023", &format!("{LEADERS} Inadequate {CARE} Outstanding {LEAVERS} Good"));
    assert_eq!(
        read(&found),
        [
            ("leaders", "Inadequate", false),
            ("children-in-care", "Outstanding", false),
            ("care-leavers", "Good", false)
        ]
    );
}
