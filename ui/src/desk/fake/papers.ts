// Invented documents of invented councils.
import type { Bearing, Confidence, Judgement, MarkKind, ParagraphKind, SaidCheck, SourceRow, Verdict } from "../types";

export type PaperBlock = { kind?: ParagraphKind; text: string; page?: number; number?: number; level?: number; cell?: [table: number, row: number, column: number]; header?: boolean };
/** What was read; days as they are entered. Without words of its own around it, a value stands in its words. */
export type PaperFact = { field: string; label: string; value: string | null; words?: string; confidence?: Confidence; rule?: string; context?: string; page?: number };
export type PaperMark = { words: string; what: MarkKind; bearing: Bearing; verdict?: Verdict; id?: string };
export type Paper = {
  row: Omit<SourceRow, "toCheck" | "unsure" | "quotes" | "order">;
  facts: PaperFact[];
  blocks: PaperBlock[];
  marks: PaperMark[];
  notices: string[];
  said: (Pick<SaidCheck, "text" | "speaker" | "verdict" | "sentence" | "citation" | "difference"> & Partial<SaidCheck>)[];
};

/** Areas that are judged, as the desk calls them. */
export const areas: Record<string, string> = {
  overall: "Overall effectiveness", leaders: "Leaders’ impact on practice", "help-and-protection": "Help and protection", "care-and-care-leavers": "Children in care and care leavers",
  "children-in-care": "Children in care", "care-leavers": "Care leavers", adoption: "Adoption", "leadership-management": "Leadership, management and governance",
};
const judgement = (area: string, words: string, tone: Judgement["tone"], confidence: Confidence = "sure"): Judgement => ({ area, label: areas[area]!, words, tone, confidence });

const letter: Paper = {
  row: {
    id: "letter", fileName: "wexcombe-focused-visit-2026.pdf", title: "Focused visit to Wexcombe children’s services", sourceKind: "letter", kindWords: "Focused visit letter",
    authority: "Wexcombe", framework: "Focused visit", inspected: "2026-09-01/2026-09-02", published: "2026-09-15", overall: null, judgements: [], pages: 4, added: "2026-11-20T10:12:00Z", digest: "9f2c41aa07be",
  },
  facts: [
    { field: "authority", label: "Council", value: "Wexcombe", words: "Focused visit to Wexcombe children’s services", rule: "title", page: 1 },
    { field: "framework", label: "Framework", value: "Focused visit", words: "This letter summarises the findings of the focused visit", rule: "opening sentence", page: 1 },
    { field: "inspected", label: "Dates of inspection", value: "2026-09-01 to 2026-09-02", words: "on 1 and 2 September 2026", rule: "date range", page: 1 },
    { field: "published", label: "Publication date", value: "2026-09-15", words: "15 September 2026", rule: "letter date", page: 1 },
    { field: "theme", label: "What was looked at", value: "the ‘front door’, including the multi-agency safeguarding hub", words: "the ‘front door’, including the multi-agency safeguarding hub", confidence: "check", rule: "sentence that says what was looked at", page: 1, context: "Inspectors looked at the local authority’s arrangements for the ‘front door’, including the multi-agency safeguarding hub." },
    { field: "lead_inspector", label: "Lead inspector", value: null },
  ],
  blocks: [
    { kind: "boilerplate", text: "Ofsted, Piccadilly Gate, Store Street, Manchester M1 2WD", page: 1 },
    { kind: "boilerplate", text: "T 0300 123 1231 · Textphone 0161 618 8524 · enquiries@ofsted.gov.uk", page: 1 },
    { kind: "paragraph", text: "15 September 2026", page: 1 },
    { kind: "heading", level: 1, text: "Focused visit to Wexcombe children’s services", page: 1 },
    { text: "This letter summarises the findings of the focused visit to Wexcombe children’s services on 1 and 2 September 2026. His Majesty’s Inspectors for this visit were Ada Holloway and Tom Brisling.", page: 1, number: 1 },
    { text: "Inspectors looked at the local authority’s arrangements for the ‘front door’, including the multi-agency safeguarding hub.", page: 1, number: 2 },
    { kind: "heading", level: 2, text: "Headline findings", page: 1 },
    { text: "Since the last inspection, leaders have strengthened the front door. Risk is recognised on the day it arrives, and most children get the right help at the right time. Services for children who go missing are less consistent.", page: 1, number: 3 },
    { kind: "furniture", text: "1", page: 1 },
    { kind: "heading", level: 2, text: "What needs to improve in this area of social work practice?", page: 2 },
    { kind: "item", text: "The timeliness of return home interviews, and how what children say in them informs safety plans.", page: 2, number: 4 },
    { kind: "item", text: "The recording by managers of why they agree or change a decision.", page: 2, number: 5 },
    { kind: "heading", level: 2, text: "Main findings", page: 2 },
    { text: "Decisions about next steps are made on the day and explain clearly why help is, or is not, needed. Social workers speak to families before they speak to other agencies, unless that would put a child at risk.", page: 2, number: 6 },
    { text: "Partners understand when and how to ask for help. The two advisers who sit with the police have cut the number of contacts that need no action from 41% to 18%.", page: 2, number: 7 },
    { text: "Strategy meetings are timely and well attended. Minutes are shared within one working day, so that everyone knows what they have agreed to do.", page: 2, number: 8 },
    { kind: "furniture", text: "2", page: 2 },
    { text: "Children are seen promptly and alone, in places where they feel safe, and what they say shapes what happens next. One child told inspectors: “They didn’t just ask me – they did something.”", page: 3, number: 9 },
    { text: "The out-of-hours team works closely with daytime services. Handovers are detailed, and children do not have to tell their story twice.", page: 3, number: 10 },
    { text: "Workloads have fallen. Social workers hold an average of 16 children’s cases, compared with 23 in 2024, and say that they have time to think.", page: 3, number: 11 },
    { text: "Too many return home interviews take place after the point at which they could help to keep a child safe. Managers do not always record why they agree or change a decision.", page: 3, number: 12 },
    { kind: "furniture", text: "3", page: 3 },
    { text: "Ofsted will take the findings from this focused visit into account when planning the next inspection or visit.", page: 4, number: 13 },
    { text: "Yours sincerely", page: 4 },
    { text: "Ada Holloway, His Majesty’s Inspector", page: 4 },
    { kind: "boilerplate", text: "The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects to achieve excellence in the care of children and young people.", page: 4 },
    { kind: "furniture", text: "4", page: 4 },
  ],
  marks: [
    { words: "Decisions about next steps are made on the day and explain clearly why help is, or is not, needed.", what: "quote", bearing: "strength", id: "q1" },
    { words: "Children are seen promptly and alone", what: "quote", bearing: "strength", id: "q2" },
    { words: "Too many return home interviews take place after the point at which they could help to keep a child safe.", what: "quote", bearing: "improve", id: "q3" },
    { words: "Partners understand when and how to ask for help.", what: "suggestion", bearing: "strength" },
    { words: "Strategy meetings are timely and well attended.", what: "suggestion", bearing: "strength" },
    { words: "Handovers are detailed, and children do not have to tell their story twice.", what: "suggestion", bearing: "strength" },
    { words: "Managers do not always record why they agree or change a decision.", what: "suggestion", bearing: "improve" },
    { words: "Services for children who go missing are less consistent.", what: "suggestion", bearing: "improve" },
    { words: "The timeliness of return home interviews, and how what children say in them informs safety plans.", what: "finding", bearing: "improve" },
    { words: "The recording by managers of why they agree or change a decision.", what: "finding", bearing: "improve" },
  ],
  notices: [],
  said: [],
};

const press: Paper = {
  row: {
    id: "press", fileName: "inspectors-praise-quick-help.html", title: "Inspectors praise quick help for Wexcombe’s children", sourceKind: "press-release", kindWords: "Press release",
    authority: "Wexcombe", framework: null, inspected: "2026-09", published: "2026-09-16", overall: null, judgements: [], pages: null, added: "2026-11-20T10:12:00Z", digest: "51d0c2f89e13",
  },
  facts: [
    { field: "authority", label: "Council", value: "Wexcombe", words: "Wexcombe Council", rule: "publisher" },
    { field: "published", label: "Publication date", value: "2026-09-16", words: "Published Wednesday 16 September", confidence: "check", rule: "weekday and month, year from the letter", context: "Published Wednesday 16 September" },
    { field: "speaker", label: "Speaker", value: "Cllr Jo Marr, Cabinet Member for Children", words: "Cllr Jo Marr, Cabinet Member for Children, said", confidence: "check", rule: "name before “said”", context: "Cllr Jo Marr, Cabinet Member for Children, said: “I am proud of teams who turn up for children every single day, and we will get the two improvements done by spring.”" },
  ],
  blocks: [
    { kind: "boilerplate", text: "Accept cookies · Home · News · Contact us" },
    { kind: "heading", level: 1, text: "Inspectors praise quick help for Wexcombe’s children" },
    { text: "Published Wednesday 16 September" },
    { text: "Government inspectors have praised the speed with which Wexcombe Council helps children and families who need it." },
    { text: "In a letter published this week, Ofsted said that “decisions about next steps are always made on the day” and that “children are seen promptly and alone”." },
    { text: "Inspectors also found that “partners understand when and how to ask for help”, and that the service “leads the way nationally”." },
    { text: "Cllr Jo Marr, Cabinet Member for Children, said: “I am proud of teams who turn up for children every single day, and we will get the two improvements done by spring.”" },
    { kind: "boilerplate", text: "Notes to editors: for interviews please contact the press office. Share on Facebook · X · LinkedIn" },
  ],
  marks: [
    { words: "decisions about next steps are always made on the day", what: "quotation", bearing: "statement", verdict: "differs" },
    { words: "children are seen promptly and alone", what: "quotation", bearing: "statement", verdict: "exact" },
    { words: "partners understand when and how to ask for help", what: "quotation", bearing: "statement", verdict: "exact" },
    { words: "leads the way nationally", what: "quotation", bearing: "statement", verdict: "not-found" },
    { words: "I am proud of teams who turn up for children every single day, and we will get the two improvements done by spring.", what: "quotation", bearing: "statement" },
  ],
  notices: ["The page did not print a year; 2026 is taken from the letter it speaks of."],
  said: [
    {
      text: "decisions about next steps are always made on the day", speaker: "Ofsted, as quoted by Wexcombe Council", verdict: "differs",
      sentence: "Decisions about next steps are made on the day and explain clearly why help is, or is not, needed.", document: "wexcombe-focused-visit-2026.pdf", page: 2, paragraph: 6, citation: "Ofsted, 15 September 2026, para 6, p. 2",
      difference: [{ change: "same", words: "decisions about next steps are", alteration: "none" }, { change: "added", words: "always", alteration: "put-in" }, { change: "same", words: "made on the day", alteration: "none" }],
      changes: ["put in: “always”"],
    },
    {
      text: "children are seen promptly and alone", speaker: "Ofsted, as quoted by Wexcombe Council", verdict: "exact",
      sentence: "Children are seen promptly and alone, in places where they feel safe, and what they say shapes what happens next.", document: "wexcombe-focused-visit-2026.pdf", page: 3, paragraph: 9, citation: "Ofsted, 15 September 2026, para 9, p. 3", difference: [],
    },
    {
      text: "partners understand when and how to ask for help", speaker: "Ofsted, as quoted by Wexcombe Council", verdict: "exact",
      sentence: "Partners understand when and how to ask for help.", document: "wexcombe-focused-visit-2026.pdf", page: 2, paragraph: 7, citation: "Ofsted, 15 September 2026, para 7, p. 2", difference: [],
    },
    { text: "leads the way nationally", speaker: "Ofsted, as quoted by Wexcombe Council", verdict: "not-found", sentence: null, citation: null, difference: [] },
  ],
};

const report: Paper = {
  row: {
    id: "report2022", fileName: "50081234-wexcombe.pdf", title: "Inspection of Wexcombe local authority children’s services", sourceKind: "report", kindWords: "Inspection report",
    authority: "Wexcombe", framework: "ILACS 2018", inspected: "2022-03-07/2022-03-18", published: null, overall: "Good",
    judgements: [
      judgement("overall", "Good", "good"),
      judgement("leaders", "Good", "good"),
      judgement("help-and-protection", "Requires improvement to be good", "middling"),
      judgement("care-and-care-leavers", "Good", "good"),
    ],
    pages: 18, added: "2026-06-08T10:13:00Z", digest: "77ab03c1d9e2",
  },
  facts: [
    { field: "authority", label: "Council", value: "Wexcombe", words: "Inspection of Wexcombe local authority children’s services", rule: "title", page: 1 },
    { field: "inspected", label: "Dates of inspection", value: "2022-03-07 to 2022-03-18", words: "Inspection dates: 7 to 18 March 2022", rule: "labelled line", page: 1 },
    { field: "published", label: "Publication date", value: null },
    { field: "lead_inspector", label: "Lead inspector", value: "Marian Oakeshott", words: "Lead inspector: Marian Oakeshott", rule: "labelled line", page: 1 },
  ],
  blocks: [
    { kind: "heading", level: 1, text: "Inspection of Wexcombe local authority children’s services", page: 1 },
    { text: "Inspection dates: 7 to 18 March 2022", page: 1 },
    { text: "Lead inspector: Marian Oakeshott, Her Majesty’s Inspector", page: 1 },
    { kind: "cell", text: "Judgement", page: 1, cell: [0, 0, 0], header: true },
    { kind: "cell", text: "Grade", page: 1, cell: [0, 0, 1], header: true },
    { kind: "cell", text: "The impact of leaders on social work practice with children and families", page: 1, cell: [0, 1, 0] },
    { kind: "cell", text: "Good", page: 1, cell: [0, 1, 1] },
    { kind: "cell", text: "The experiences and progress of children who need help and protection", page: 1, cell: [0, 2, 0] },
    { kind: "cell", text: "Requires improvement to be good", page: 1, cell: [0, 2, 1] },
    { kind: "cell", text: "The experiences and progress of children in care and care leavers", page: 1, cell: [0, 3, 0] },
    { kind: "cell", text: "Good", page: 1, cell: [0, 3, 1] },
    { kind: "cell", text: "Overall effectiveness", page: 1, cell: [0, 4, 0] },
    { kind: "cell", text: "Good", page: 1, cell: [0, 4, 1] },
    { text: "Children in Wexcombe benefit from services that have improved since 2016. Leaders know their services well and act on what they find.", page: 2 },
    { kind: "heading", level: 2, text: "What needs to improve?", page: 2 },
    { kind: "item", text: "The consistency with which thresholds are understood and applied by partners.", page: 2 },
    { kind: "item", text: "The quality and timeliness of management decision-making records.", page: 2 },
    { kind: "heading", level: 2, text: "The experiences and progress of children who need help and protection: requires improvement to be good", page: 3 },
    { text: "Thresholds are not well understood by partners. Some children wait too long for an assessment of their needs.", page: 3, number: 1 },
    { text: "When risks increase, most children are seen quickly by social workers who know them well.", page: 3, number: 2 },
    { kind: "furniture", text: "Inspection of Wexcombe local authority children’s services, 7 to 18 March 2022, page 3", page: 3 },
  ],
  marks: [
    { words: "Leaders know their services well and act on what they find.", what: "quote", bearing: "strength", id: "q4" },
    { words: "Thresholds are not well understood by partners.", what: "quote", bearing: "improve", id: "q5" },
    { words: "Some children wait too long for an assessment of their needs.", what: "suggestion", bearing: "improve" },
    { words: "When risks increase, most children are seen quickly by social workers who know them well.", what: "suggestion", bearing: "strength" },
    { words: "The consistency with which thresholds are understood and applied by partners.", what: "finding", bearing: "improve" },
    { words: "The quality and timeliness of management decision-making records.", what: "finding", bearing: "improve" },
  ],
  notices: ["Page 11 carries a picture with no text; what it shows is not in the library."],
  said: [],
};

const older: Paper = {
  row: {
    id: "report2016", fileName: "wexcombe-sif-2016.pdf", title: "Inspection of services for children in need of help and protection, children looked after and care leavers", sourceKind: "report", kindWords: "Inspection report",
    authority: "Wexcombe", framework: "Single inspection framework", inspected: "2016-11-07/2016-12-01", published: "2017-01-30", overall: "Requires improvement",
    judgements: [
      judgement("overall", "Requires improvement", "middling"),
      judgement("help-and-protection", "Requires improvement", "middling"),
      judgement("children-in-care", "Good", "good", "check"),
      judgement("adoption", "Outstanding", "good"),
      judgement("care-leavers", "Good", "good"),
      judgement("leadership-management", "Requires improvement", "middling"),
    ],
    pages: 42, added: "2026-06-08T10:13:00Z", digest: "c410be77a250",
  },
  facts: [
    { field: "authority", label: "Council", value: "Wexcombe", words: "Wexcombe Council", rule: "title", page: 1 },
    { field: "inspected", label: "Dates of inspection", value: "2016-11-07 to 2016-12-01", words: "7 November 2016 – 1 December 2016", rule: "labelled line", page: 1 },
    { field: "published", label: "Publication date", value: "2017-01-30", words: "Report published: 30 January 2017", rule: "labelled line", page: 1 },
    { field: "judgement:children-in-care", label: areas["children-in-care"]!, value: "Good", words: "2. Children looked after and achieving permanence: Good", confidence: "check", rule: "grade list, column slipped", page: 2 },
  ],
  blocks: [
    { kind: "heading", level: 1, text: "Inspection of services for children in need of help and protection, children looked after and care leavers", page: 1 },
    { text: "Wexcombe Council", page: 1 },
    { text: "Inspection date: 7 November 2016 – 1 December 2016", page: 1 },
    { text: "Report published: 30 January 2017", page: 1 },
    { text: "Children’s services in Wexcombe require improvement to be good.", page: 2 },
    { kind: "item", text: "1. Children who need help and protection: Requires improvement", page: 2 },
    { kind: "item", text: "2. Children looked after and achieving permanence: Good", page: 2 },
    { kind: "item", text: "2.1 Adoption performance: Outstanding", page: 2 },
    { kind: "item", text: "2.2 Experiences and progress of care leavers: Good", page: 2 },
    { kind: "item", text: "3. Leadership, management and governance: Requires improvement", page: 2 },
    { text: "There are no widespread or serious failures that leave children being harmed or at risk of harm. The authority is not yet delivering good protection, help and care for children, young people and families.", page: 2, number: 1 },
  ],
  marks: [{ words: "There are no widespread or serious failures that leave children being harmed or at risk of harm.", what: "suggestion", bearing: "strength" }],
  notices: [],
  said: [],
};

const summary: Paper = {
  row: {
    id: "young", fileName: "wexcombe-young-people.html", title: "What inspectors told young people in Wexcombe", sourceKind: "young-peoples-summary", kindWords: "Young people’s summary",
    authority: "Wexcombe", framework: null, inspected: "2026-09", published: null, overall: null, judgements: [], pages: null, added: "2026-11-21T09:02:00Z", digest: "0e8d22b7f614",
  },
  facts: [{ field: "authority", label: "Council", value: "Wexcombe", words: "in Wexcombe", rule: "title" }],
  blocks: [
    { kind: "heading", level: 1, text: "What inspectors told young people in Wexcombe" },
    { text: "You told us you feel listened to 😀 and that social workers come when they say they will." },
    { text: "👍 People help quickly. 👎 Sometimes nobody asks what happened after you’ve been missing – that’s not OK." },
  ],
  marks: [{ words: "social workers come when they say they will", what: "suggestion", bearing: "strength" }],
  notices: [],
  said: [],
};

const harrow: Paper = {
  row: {
    id: "harrowdene", fileName: "harrowdene-ilacs-2025.docx", title: "Inspection of Harrowdene local authority children’s services", sourceKind: "report", kindWords: "Inspection report",
    authority: "Harrowdene", framework: "ILACS 2023", inspected: "2025-06-09/2025-06-13", published: "2025-07-22", overall: "Inadequate",
    judgements: [judgement("overall", "Inadequate", "poor"), judgement("leaders", "Inadequate", "poor"), judgement("help-and-protection", "Inadequate", "poor"), judgement("children-in-care", "Requires improvement to be good", "middling"), judgement("care-leavers", "Requires improvement to be good", "middling")],
    pages: null, added: "2026-09-21T09:05:00Z", digest: "2b91e07cc3aa",
  },
  facts: [{ field: "authority", label: "Council", value: "Harrowdene", words: "Inspection of Harrowdene", rule: "title" }],
  blocks: [
    { kind: "heading", level: 1, text: "Inspection of Harrowdene local authority children’s services" },
    { text: "There are serious and widespread failures that leave children at risk of harm.", number: 1 },
  ],
  marks: [{ words: "There are serious and widespread failures that leave children at risk of harm.", what: "quote", bearing: "priority", id: "q6" }],
  notices: [],
  said: [],
};

const pasted: Paper = {
  row: {
    id: "pasted", fileName: "Pasted text, 21 November.txt", title: "“We will not rest,” says opposition leader", sourceKind: "news-story", kindWords: "News story",
    authority: null, framework: null, inspected: null, published: "2026-09", overall: null, judgements: [], pages: null, added: "2026-11-21T11:40:00Z", digest: "d3ab9910cc02",
  },
  facts: [
    { field: "authority", label: "Council", value: null, confidence: "none" },
    { field: "published", label: "Publication date", value: "2026-09", words: "last week’s Ofsted letter", confidence: "check", rule: "taken from the letter it speaks of", context: "Opposition leader Dev Anand said last week’s Ofsted letter ‘should worry every parent’." },
  ],
  blocks: [
    { kind: "heading", level: 1, text: "“We will not rest,” says opposition leader" },
    { text: "Opposition leader Dev Anand said last week’s Ofsted letter ‘should worry every parent’." },
  ],
  marks: [],
  notices: [],
  said: [],
};

export const papers: Paper[] = [letter, press, report, older, summary, harrow, pasted];
