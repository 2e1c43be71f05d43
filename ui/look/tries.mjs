// Each try is a sentence that must be true, and how to see it.
export const tries = [
  {
    name: "documents stand under their inspection, and a press release says why once its quotations were checked", hash: "#/library",
    act: async ({ page, id, assert }) => {
      await page.waitForFunction(() => document.querySelector("[data-testid=source-press]")?.textContent?.includes("quotes the inspectors"));
      const visit = await id("inspection-letter").innerText();
      for (const words of ["Focused visit", "3 to check", "1 quotation differs", "What inspectors told young people"]) assert.ok(visit.includes(words), words);
      assert.ok((await id("inspection-pasted").innerText()).includes("Inspection not known"));
      assert.ok((await id("inspection-report2016").innerText()).includes("superseded"));
    },
  },
  {
    name: "a council chosen shows its timeline, which can be read as a list", hash: "#/library",
    act: async ({ page, id, assert }) => {
      await id("filter-council").selectOption("Wexcombe");
      await id("timeline").waitFor();
      const line = await page.locator("[data-testid=timeline] ol a").count();
      await id("timeline-as-list").click();
      assert.equal(await page.locator("[data-testid=timeline] ol.list li").count(), line);
      assert.equal(await page.getByTestId("source-harrowdene").count(), 0);
    },
  },
  {
    name: "choosing an inspection chooses all its documents", hash: "#/library",
    act: async ({ id, assert, text }) => {
      await id("choose-all-letter").click();
      assert.ok(await id("choose-press").isChecked());
      assert.equal(await text("new-pack-from"), "Pack from 3 documents");
    },
  },
  {
    name: "text pasted on the library page opens the sheet with the words in it", hash: "#/library",
    act: async ({ page, id, assert }) => {
      await id("sources").waitFor();
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "Statement of the council");
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      });
      assert.equal(await id("paste-text").inputValue(), "Statement of the council");
    },
  },
  {
    name: "the check queue is done with one key a value, says what comes next, and undo brings a value back", hash: "#/check",
    act: async ({ page, id, said, assert, text }) => {
      await id("now-value").waitFor();
      assert.equal(await text("check-count"), "5 values");
      await page.keyboard.press("c");
      await said("4 values left. Next:");
      assert.ok(await page.evaluate(() => document.activeElement?.matches("section.value")), "the keyboard stays at the value");
      await page.keyboard.press("Enter");
      await said("3 values left");
      await page.keyboard.press("n");
      await said("kept as not stated");
      await page.keyboard.press("Control+z");
      await page.waitForFunction(() => document.querySelector("[data-testid=check-count]")?.textContent?.startsWith("3 "));
      for (const left of ["2 values", "1 value", "Nothing is left"]) {
        await page.keyboard.press("c");
        await said(left);
      }
      await id("nothing-to-check").waitFor();
    },
  },
  {
    name: "a judgement is checked with its place on the page in view", hash: "#/check?source=report2016",
    act: async ({ id, assert }) => {
      const image = id("place-picture").locator("img");
      await image.waitFor();
      assert.match(await image.getAttribute("alt"), /Page 2 as printed, at the words “Good”/);
    },
  },
  {
    name: "a correction is typed without the keys of the queue getting in the way", hash: "#/check",
    act: async ({ page, id, said, assert }) => {
      await id("now-value").waitFor();
      await page.keyboard.press("e");
      await page.keyboard.type("Missing children");
      assert.equal(await page.locator("section.value input").inputValue(), "Missing children");
      await page.keyboard.press("Enter");
      await said("confirmed");
    },
  },
  {
    name: "words are selected and picked with the keyboard alone", hash: "#/reader/letter",
    act: async ({ page, id, said, assert }) => {
      await id("document").focus();
      await page.keyboard.press("n");
      await id("picker").waitFor();
      const first = await page.evaluate(() => getSelection().toString());
      await page.keyboard.press("n");
      await page.keyboard.press("p");
      assert.equal(await page.evaluate(() => getSelection().toString()), first, "p goes back to where n was");
      await page.keyboard.press("Shift+ArrowLeft");
      const shorter = await page.evaluate(() => getSelection().toString());
      assert.ok(first.startsWith(shorter) && shorter.length < first.length, `“${shorter}” is “${first}” without its last word`);
      await page.keyboard.press("Shift+ArrowDown");
      assert.equal(await page.evaluate(() => getSelection().toString()), first, "Shift with down takes the rest of the sentence");
      await page.keyboard.press("2");
      await said("Picked as to improve");
    },
  },
  {
    name: "two clicks take the sentence and three the paragraph", hash: "#/reader/letter",
    act: async ({ page, assert }) => {
      const words = page.locator('[data-testid="paragraph-14"] [data-words]');
      const whole = await words.innerText();
      await words.click({ clickCount: 2, position: { x: 60, y: 10 } });
      await page.waitForTimeout(100);
      const sentence = await page.evaluate(() => getSelection().toString());
      assert.ok(sentence.endsWith(".") && whole.includes(sentence) && sentence.length < whole.length, sentence);
      await words.click({ clickCount: 3, position: { x: 60, y: 10 } });
      await page.waitForTimeout(100);
      assert.equal(await page.evaluate(() => getSelection().toString()), whole);
    },
  },
  {
    name: "the original page stands beside on request and is turned", hash: "#/reader/letter",
    act: async ({ id, assert }) => {
      await id("original-page").click();
      const image = id("original").locator("img");
      await image.waitFor();
      await id("original-next").click();
      assert.match(await id("original").innerText(), /Page 2 of 4/);
      await id("original-close").click();
      await id("side-pane").waitFor();
    },
  },
  {
    name: "a quote is shortened and filled in while its words stay", hash: "#/quotes",
    act: async ({ page, id, said, assert, text }) => {
      await id("edit-q1").click();
      await id("word-1").focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Shift+ArrowRight");
      assert.match(await text("edit-preview"), /^“Decisions \[…\] are made/);
      await id("edit-keep").click();
      await said("kept beside the words");
      await page.waitForFunction(() => /Decisions \[…\] are made/.test(document.querySelector("[data-testid=quote-open-q1]").textContent));
    },
  },
  {
    name: "several quotes are weighed in one step and one undo takes it back", hash: "#/quotes",
    act: async ({ page, id, said }) => {
      await id("choose-q2").click();
      await id("choose-q3").click();
      await id("chosen-could").click();
      await said("2 quotes set to could");
      const are = (q2, q3) => page.waitForFunction(([q2, q3]) => document.querySelector("[data-testid=weight-q2]").value === q2 && document.querySelector("[data-testid=weight-q3]").value === q3, [q2, q3]);
      await are("could", "could");
      await page.keyboard.press("Control+z");
      await are("", "should");
    },
  },
  {
    name: "an altered quote shows both wordings and is picked again when a person chooses so", hash: "#/quotes",
    act: async ({ page, id, said, assert }) => {
      await id("quotes-tab-altered").click();
      const card = await id("altered-q5").innerText();
      assert.ok(card.includes("As it was picked") && card.includes("In the document now"));
      await id("repick-q5").click();
      await said("Picked again");
      await page.getByTestId("quotes-tab-altered").waitFor({ state: "detached" });
      assert.ok((await id("quote-q5").innerText()).includes("not well understood"));
    },
  },
];

