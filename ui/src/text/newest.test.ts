import { expect, it } from "vitest";
import { Newest } from "./newest";

const late = <Reply>() => {
  let answer!: (reply: Reply) => void;
  let fail!: (thrown: unknown) => void;
  const reply = new Promise<Reply>((done, broken) => ((answer = done), (fail = broken)));
  return { reply, answer, fail };
};

it("takes the answer to the newest question only, in whatever order answers come", async () => {
  const asked = new Newest();
  const [old, now] = [late<string>(), late<string>()];
  const [first, second] = [asked.ask(() => old.reply), asked.ask(() => now.reply)];
  now.answer("must");
  old.answer("should");
  expect(await second).toBe("must");
  expect(await first).toBeUndefined();
});

it("drops the failure of an older question, and tells that of the newest", async () => {
  const asked = new Newest();
  const [old, now] = [late<string>(), late<string>()];
  const [first, second] = [asked.ask(() => old.reply), asked.ask(() => now.reply)];
  old.fail("gone");
  expect(await first).toBeUndefined();
  now.fail("locked");
  await expect(second).rejects.toBe("locked");
});

it("drops what is on its way when something changed, and says that it was", async () => {
  const asked = new Newest();
  expect(asked.overtaken()).toBe(false);
  const old = late<string>();
  const first = asked.ask(() => old.reply);
  expect(asked.overtaken()).toBe(true);
  old.answer("before");
  expect(await first).toBeUndefined();
  expect(await asked.ask(async () => "after")).toBe("after");
  expect(asked.overtaken()).toBe(false);
});
