// The help of each screen, in the program itself: what it is for, how it is done, what is good to know.
import type { Place } from "../../state/route.svelte";

/** `shows` says what the picture of the screen shows, for those who do not see it; the picture has the name of the topic. */
export type Topic = { id: string; name: string; shows: string; what: string; how: string[]; know: string[] };

export const topics: Topic[] = [
  {
    id: "library", name: "Library",
    shows: "The library: two councils, each with its inspections, their documents, dates, judgements, and what is to check.",
    what: "Everything you have brought in, kept on this computer: inspection reports and letters, and what was said about them.",
    how: [
      "Drop files or a whole folder anywhere on the window, or choose “Bring in documents”. Word, PDF, web pages, emails, text and Ofsted’s spreadsheets are read.",
      "To bring in words from an email or a web page, copy them and choose “Paste text”.",
      "Open a document to read it and to pick quotes from it.",
    ],
    know: [
      "A file that could not be read is named with the reason and what to try. The others are not held up.",
      "The same document is kept once, even when it comes under another name.",
      "Removing a document also removes the quotes picked from it. Undo brings all of it back.",
    ],
  },
  {
    id: "reader", name: "Reading a document",
    shows: "A letter in the reader, with suggestions underlined, and beside it three picked quotes.",
    what: "The document’s own words, with its paragraph numbers and pages. Here you pick the words that go into a pack.",
    how: [
      "Select words with the mouse, or walk with the arrow keys. A selection always grows to whole words.",
      "Press 1 for a strength, 2 for something to improve, 3 for a priority action, 4 for a statement, 5 for context. The quote is kept at once, with its page and paragraph.",
      "Dotted lines are suggestions. N goes to the next; press 1 to 5 to take it.",
    ],
    know: [
      "A quote cannot be edited: it is what the source says. In a pack it can be shortened, and the cut is shown.",
      "Letterheads and page numbers are folded away, never deleted.",
      "In a press release or news story, “Said” compares each quotation with the inspectors’ own document.",
    ],
  },
  {
    id: "check", name: "To check",
    shows: "One value with the words and the place on the page it was read from, three answers to it, and the list of what waits.",
    what: "Values that Packhorse read but is not sure of. Nothing here goes into a pack until you have looked at it.",
    how: [
      "Look at the value and at the words it was read from.",
      "Press C to confirm it, E to change it, or N when the document does not say.",
      "J and K go to the next and the one before.",
    ],
    know: [
      "A value you corrected is marked as corrected by hand. The document’s own words stay as they are.",
      "Reports before 2016 may say “adequate”. It is printed as it stands and never turned into another grade.",
    ],
  },
  {
    id: "quotes", name: "Quotes",
    shows: "Picked quotes under their documents, each with its tag, its source and the pack it is in.",
    what: "All the words you have picked, from every document, with where each is used.",
    how: [
      "Search and filter until you see what you need, then tick quotes and make a pack of them.",
      "Open a quote to see it in its document.",
      "Add a note to say why it matters. Notes are yours; in a pack they look different from anything quoted.",
    ],
    know: ["A quote whose source has changed is shown as altered and stops a pack until you have dealt with it."],
  },
  {
    id: "packs", name: "Packs",
    shows: "Two packs: one for a coming meeting, and one that was issued.",
    what: "One pack is one briefing for one meeting, with an edition for each person who gets it.",
    how: ["Choose “New pack”, name it, and tick the documents it draws on.", "Open a pack to compose it. Everything is saved by itself.", "“Use again” begins the next meeting’s pack with the same people and layout."],
    know: ["The list shows the next meeting first. What was issued stays in the register, even when the pack is removed."],
  },
  {
    id: "composer", name: "Composing a pack",
    shows: "The outline of a pack, the form of its meeting and of who gets it, and the finished PDF.",
    what: "The outline is on the left, what you can change in the middle, and the finished PDF on the right. The PDF is the real one: what you see is what is issued.",
    how: [
      "Fill in the meeting. Under “Who may see what”, add a line for each person or group, or paste a list of names.",
      "Open a person’s line and untick what they may not see. The line then says it in words: “without Deadlines and 2 quotes”. “All in one table” shows everybody at once; there the arrow keys go from box to box.",
      "Move quotes with the handle, or with Alt and the arrow keys.",
      "Under “Who sees to what”, fill in who sees to each thing inspectors ask for, by when, and how far it has come.",
      "Each quote can be a must, should or could of this pack; where you do not say, the library’s own weight counts. When time is short, only the “could” are proposed to go.",
      "Under “Role names”, say what roles are called in this pack. An empty box keeps the name under Settings, or the template’s.",
      "Under “Sections”, untick what the pack leaves out. Drag a section to its place, or move it with its arrows or with Alt and the arrow keys.",
      "Click a section in the outline to see its page, or click a page to come back to its part of the form.",
      "The line under the preview says what still needs care. “Go there” takes you to it.",
    ],
    know: [
      "The chair’s edition never holds lines to take or advice; the cabinet member’s does. The tabs above the preview show each edition.",
      "Large print is set in 16 point and more, and paginated anew.",
      "What you write is printed as a manager’s note.",
      "“Late items” are for what came after the pack was issued: documents, your own words, or both, with the reason for the chair. They stand behind the paper on pages like 12A. When you issue, “Late items only” makes sure that the paper is still the one people have; if anything in it changed, nothing is written and you are told what.",
      "What is left out of a copy is left out wherever it stands: in the list of sources, on the first page, in papers that quote it. The finished file is searched for it, and is not written if it is found.",
    ],
  },
  {
    id: "register", name: "Issued",
    shows: "Two files that were issued, each under its pack, with the day, the edition and who it was for.",
    what: "The register: every file that was issued, to whom, when, and from which pack.",
    how: ["Find an entry by its pack, person or file name.", "Open a file as it was issued, or show it in its folder.", "Open the pack to see what it would say today, or to issue it again."],
    know: ["Entries stay when a pack is removed or changed. A file that was issued once is never written over; the next one is a new version.", "A file that was changed since it was issued is not opened from here, so that nobody takes it for what was sent."],
  },
  {
    id: "hour", name: "One-hour pack",
    shows: "The time of the meeting, and the five steps with the minutes each may take.",
    what: "From papers to issued PDFs in five steps, with a clock, for when the meeting is close.",
    how: [
      "Say when the meeting begins. The clock shows how long is left, and how long each step may take.",
      "Bring in the papers, confirm what is unsure, accept the suggested quotes, look at the pages, issue.",
      "Each step can be skipped. From the first document on, “Issue what you have now” makes a sound pack.",
    ],
    know: ["Facts that nobody confirmed are left out of a pack made in a hurry. They are never guessed."],
  },
  {
    id: "settings", name: "Settings",
    shows: "The council’s name, what roles are called there, its logo, the audiences, and the library with its backups.",
    what: "Set once for your office: your council, its logo, what your members are called, and where second copies of the library go.",
    how: ["What you type is saved when you leave the box.", "“Back up now” makes a copy and reads it again to be sure that it holds.", "“Restore” puts a copy in the library’s place and keeps what stood there.", "Under “Audiences” an edition can be called otherwise, lose or gain sections, and be worded in your way; “Back to the original” undoes that."],
    know: ["The library is one file on this computer. It does not belong on a shared or synchronised drive; backups may go there.", "Light, dark, high contrast and less movement follow your computer’s own settings."],
  },
];

/** The topic of a place. */
export function topicOf({ view, id }: Place): Topic | null {
  const wanted = view === "packs" && id ? "composer" : view;
  return topics.find((topic) => topic.id === wanted) ?? null;
}
