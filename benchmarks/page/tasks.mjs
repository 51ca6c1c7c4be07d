// Ten ordinary tasks of a doctor, done through the page and through WHO's tool on the same server: keystrokes, clicks, and milliseconds from the
// last of them to the answer. Run: npm install && node tasks.mjs http://127.0.0.1:5000   (the server must have WHO's release 2024-01).
import { chromium } from "playwright-core";

const server = process.argv[2] ?? "http://127.0.0.1:5000";
const runs = Number(process.argv[3] ?? 3);

/** What is typed, what is picked, which value is added; the answer that must stand there. */
const tasks = [
  { name: "acute myocardial infarction", typed: "hjerteinfarkt", answer: "BA41.Z", icd10: "I21.9" },
  { name: "COPD", typed: "kols", answer: "CA22.Z", icd10: "J44.9" },
  { name: "fracture of neck of femur, right", typed: "lårhalsbrudd", pick: "NC72.2Z", value: "Høyre", answer: "NC72.2Z&XK9K", icd10: "S72.0" },
  { name: "asthma", typed: "astma", answer: "CA23", icd10: "J45" },
  { name: "moderate depressive episode", typed: "depresjon moderat", answer: "6A70.1", icd10: "F32.1" },
  { name: "migraine with aura", typed: "migrene med aura", answer: "8A80.1", icd10: "G43.1" },
  { name: "breast cancer, left", typed: "brystkreft", pick: "2C6Z", value: "Venstre", answer: "2C6Z&XK8G", icd10: "C50" },
  { name: "type 2 diabetes", typed: "diabetes type 2", answer: "5A11", icd10: "E11" },
  { name: "appendicitis", typed: "akutt blindtarmbetennelse", answer: "DB10.0", icd10: "K35" },
  { name: "ICD-10 code to ICD-11", typed: "S52.50", answer: "NC32.5", icd10: "S52.5", onlyPage: true },
];

const browser = await chromium.launch({
  executablePath: process.env.ICD_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const median = numbers => [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
const timed = async wait => {
  const from = performance.now();
  await wait();
  return performance.now() - from;
};

/** Through the page: type, Enter (or pick), a button for the value. */
async function throughPage(task) {
  const page = await browser.newPage({ locale: "nb-NO" });
  try {
    await page.goto(`${server}/`);
    const input = page.getByRole("combobox", { name: "Hvilken diagnose?" });
    await input.waitFor();
    let [keys, clicks] = [0, 0];
    await page.keyboard.type(task.typed);
    keys += task.typed.length;
    const wanted = task.pick ?? (task.onlyPage ? task.typed : task.answer);
    const hits = await timed(() => page.locator("[role=option]", { hasText: wanted }).first().waitFor());
    const chosen = page.locator("[role=option][aria-selected=true]");
    let answer = 0;
    if ((await chosen.innerText()).includes(wanted)) {
      await page.keyboard.press("Enter");
      keys++;
    } else {
      await page.locator("[role=option]", { hasText: wanted }).first().click();
      clicks++;
    }
    answer += await timed(() => page.getByRole("region", { name: "ICD-10 for dobbel registrering" }).getByText(task.icd10).first().waitFor());
    if (task.value) {
      const button = page.getByRole("button", { name: task.value, exact: true });
      await button.waitFor();
      await button.click();
      clicks++;
      answer += await timed(() => page.locator("h1", { hasText: task.answer }).waitFor());
    }
    return { keys, clicks, hits, answer, got: true };
  } finally {
    await page.close();
  }
}

/** Through WHO's tool: type, click the hit, find the value in its panel. It gives no ICD-10 code. */
async function throughTool(task) {
  const page = await browser.newPage({ locale: "nb-NO" });
  page.setDefaultTimeout(10_000);
  try {
    await page.goto(`${server}/ect?lang=nb`);
    await page.waitForSelector("input.ctw-input[data-ctw-ino='1'].apiInitializationCompleted:not([disabled])");
    // What is typed while it still loads its tree it now and then does not search for.
    await page.locator(".ctw-eb-window .browserBodyLeft .codeinh").nth(20).waitFor();
    await page.click("input.ctw-input[data-ctw-ino='1']");
    let [keys, clicks] = [0, 1];
    await page.keyboard.type(task.typed);
    keys += task.typed.length;
    const wanted = task.pick ?? task.answer;
    // It shows the category and keeps its residual below; either counts.
    const code = new RegExp(`^\\s*(${wanted.replace(/[.]/g, "\\.")}|${wanted.replace(/\.?Z$/, "").replace(/[.]/g, "\\.")})\\s*$`);
    const found = page.locator(".ctw-window ul.toplevel > li[data-entityindex]", { has: page.locator(".entityTheCode", { hasText: code }) }).first();
    const hits = await timed(() => found.waitFor());
    // By its place from here on: opened, a hit shows its code elsewhere.
    const hit = page.locator(`.ctw-window ul.toplevel > li[data-entityindex="${await found.getAttribute("data-entityindex")}"]`);
    let answer = 0;
    if (!task.value) {
      await hit.locator(".entityTitlePointer").first().click();
      clicks++;
      answer = await timed(() => page.locator("#chosen-code", { hasText: /\S/ }).waitFor());
    } else {
      const click = async what => {
        answer += await timed(() => what.first().waitFor());
        await what.first().click();
        clicks++;
      };
      await click(hit.locator(".showdetails").first().locator(".."));
      await click(hit.locator(".circleiconWithinDetails"));
      const axis = page.locator(".postcoordSearch", { hasText: "Laterality" });
      await click(axis.locator(".postcoordSearchInput input"));
      await page.keyboard.type(task.value.slice(0, 4));
      keys += 4;
      await click(axis.locator(".postcoordSearchResult .postcoordFlex", { hasText: task.value }));
      await click(page.locator(".postcoordForSelectionRight button"));
      answer += await timed(() => page.locator("#chosen-code", { hasText: "&" }).waitFor());
    }
    return { keys, clicks, hits, answer, got: true };
  } catch (error) {
    console.error(`${task.name}: ${error.message.split("\n")[0]}`);
    return { keys: 0, clicks: 0, hits: NaN, answer: NaN, got: false };
  } finally {
    await page.close();
  }
}

const cells = results => {
  const done = results.filter(result => result.got);
  if (done.length === 0) return "not reached | | | ";
  return `${done[0].keys} | ${done[0].clicks} | ${Math.round(median(done.map(result => result.hits)))} | ${Math.round(median(done.map(result => result.answer)))}`;
};
console.log("| task | typed | page: keys | clicks | ms to the hit | ms to expression and ICD-10 | WHO's tool: keys | clicks | ms to the hit | ms to the code |");
console.log("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
for (const task of tasks) {
  const [own, tool] = [[], []];
  for (let run = 0; run < runs; run++) {
    own.push(await throughPage(task));
    if (!task.onlyPage) tool.push(await throughTool(task));
  }
  console.log(`| ${task.name} | \`${task.typed}\` | ${cells(own)} | ${task.onlyPage ? "takes no ICD-10 code | | | " : cells(tool)} |`);
}

// What a browser sees of the page: weight, requests, when it can be used, and whether anything jumps.
console.log("\n| view | requests | bytes on the wire | field usable, ms | layout shift |");
console.log("|---|--:|--:|--:|--:|");
for (const [name, path, ready] of [["search", "/", "input"], ["expression", "/#/uttrykk/NC32.2%26XK8G", "h1"], ["ICD-10 code", "/#/icd10/E11.3", "h1"], ["chapters", "/#/bla/icd11", ".children a"], ["list", "/#/liste", "textarea"]]) {
  const [times, shifts] = [[], []];
  let [requests, bytes] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const fresh = await browser.newContext();
    const view = await fresh.newPage();
    await view.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
    });
    await view.goto(server + path, { waitUntil: "commit" });
    await view.waitForSelector(ready);
    times.push(await view.evaluate(() => performance.now()));
    await view.waitForLoadState("networkidle");
    shifts.push(await view.evaluate(() => window.shift));
    [requests, bytes] = await view.evaluate(() => {
      const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      return [entries.length, entries.reduce((sum, entry) => sum + entry.transferSize, 0)];
    });
    await fresh.close();
  }
  console.log(`| ${name} | ${requests} | ${bytes} | ${Math.round(median(times))} | ${median(shifts).toFixed(3)} |`);
}
await browser.close();
