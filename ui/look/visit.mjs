// Opens a view of the fake build as somebody would see it, and brings it into its state.
export const looks = {
  light: { width: 1366, height: 768, colorScheme: "light" },
  dark: { width: 1366, height: 768, colorScheme: "dark" },
  zoom: { width: 683, height: 384, colorScheme: "light", deviceScaleFactor: 2 },
  darkzoom: { width: 683, height: 384, colorScheme: "dark", deviceScaleFactor: 2 },
  wide: { width: 1920, height: 1080, colorScheme: "light" },
  darkwide: { width: 1920, height: 1080, colorScheme: "dark" },
  contrast: { width: 1366, height: 768, colorScheme: "light", contrast: "more" },
  forced: { width: 1366, height: 768, colorScheme: "dark", forcedColors: "active" },
};

/** A page at a view, and what was wrong on the way. With `at` the clock stands at that moment. */
export async function visit(browser, site, view, { width, height, ...rest }, at) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", locale: "en-GB", timezoneId: "Europe/London", ...rest });
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  if (at) await page.clock.setFixedTime(at);
  const said = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  // Nothing is ever asked of another machine.
  page.on("request", (request) => !/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url) && said.push(`asked elsewhere: ${request.url()}`));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(`${site.url}?fake=${view.fake ?? ""}${view.hash}`);
  await page.waitForSelector("[data-testid=main]:not(:has([data-testid=opening])), [data-testid=closed]");
  await page.waitForTimeout(250);
  try {
    await view.then?.(page);
  } catch (error) {
    said.push(`could not get there: ${error.message.split("\n")[0]}`);
  }
  await page.waitForTimeout(150);
  return { page, said, leave: () => context.close() };
}

/** Does something with each thing of a list, three at a time. */
export async function eachOf(things, act) {
  const waiting = [...things];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await act(next);
  };
  await Promise.all([worker(), worker(), worker()]);
}
