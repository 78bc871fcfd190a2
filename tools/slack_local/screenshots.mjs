// Takes the README's pictures of `make slack-local`, which must be running, with an empty workspace:
//
//   node tools/slack_local/screenshots.mjs [http://127.0.0.1:3000 [docs/pictures]]
//
// CHROMIUM names the browser; without it, /usr/bin/chromium.

import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";

const [address = "http://127.0.0.1:3000", folder = "docs/pictures"] = process.argv.slice(2);

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
// Chromium's own sandbox does not work for root.
const ARGUMENTS = process.getuid() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;

const ANSWER_MS = 60_000;

function workspace(page) {
  return {
    async actsAs(name) {
      await page.locator(".actas select").selectOption({ label: name });
    },
    async opens(name) {
      await page.locator(".sidebar-item", { hasText: name }).last().click();
    },
    async says(text) {
      const composer = page.locator(".main .composer-input");
      await composer.fill(text);
      await composer.press("Enter");
    },
    async opensThread() {
      const replies = page.locator("button", { hasText: /\d+ repl(y|ies)/ }).last();
      await replies.click({ timeout: ANSWER_MS });
    },
    async presses(name) {
      const button = page.locator(".bk-button", { hasText: name }).last();
      await button.click({ timeout: ANSWER_MS });
    },
    async sees(text, within = "body") {
      const shown = page.locator(within).getByText(text).last();
      await shown.waitFor({ timeout: ANSWER_MS });
    },
    async closes() {
      await page.locator(".modal-x").click();
    },
    async closesThread() {
      await page.locator(".thread-pane button", { hasText: "✕" }).click();
    },
    async submits(name) {
      await page.locator(".modal button", { hasText: name }).last().click();
    },
    async chooses(label, place) {
      await page.locator(".modal select").nth(place).selectOption({ label });
    },
    async dates(...days) {
      // The look-alike hands in only what was changed.
      for (const [place, day] of days.entries()) {
        const input = page.locator(".modal input[type=date]").nth(place);
        await input.fill("2026-01-01");
        await input.fill(day);
      }
    },
    async seesPictures() {
      const shown = page.locator(".thread-pane img").nth(1);
      await shown.scrollIntoViewIfNeeded({ timeout: ANSWER_MS });
      await page.waitForTimeout(1_000);
    },
    async picture(name) {
      // The mouse away, so that no button is lit and no hover menu open.
      await page.mouse.move(0, 0);
      await page.screenshot({ path: `${folder}/${name}.png` });
    },
  };
}

async function tell(eva) {
  await eva.actsAs("Eva Ek");
  await eva.opens("internationellt");
  await eva.says("@policylotsen Vem beslutar om vänortsavtal i Örebro?");
  await eva.opensThread();
  await eva.sees("Bra svar");
  await eva.picture("slack-answer");

  await eva.presses("Visa avsnittet");
  await eva.sees("Stäng", ".modal");
  await eva.picture("slack-section");
  await eva.closes();

  await eva.closesThread();
  await eva.says("/lots Vem ansvarar för uppföljningen?");
  await eva.presses("Jämför kommuner");
  await eva.sees("Jämförelse mellan kommunerna");
  await eva.picture("slack-comparison");

  await eva.opens("Eva Ek");
  await eva.says("Vad kostar ett vänortsbesök i Örebro?");
  await eva.opensThread();
  await eva.presses("Fråga samordnaren");
  await eva.sees("Frågan är skickad till samordnarna");
  await eva.picture("slack-refusal");

  await eva.actsAs("Ali Aziz");
  await eva.opens("samordnare");
  await eva.sees("frågar");
  await eva.picture("slack-hand-over");

  await eva.actsAs("Eva Ek");
  await eva.opens("policylotsen");
  await eva.sees("Mina inställningar");
  await eva.picture("slack-home");
}

async function log(eva) {
  await eva.opens("internationellt");
  await eva.says("/logga Studiebesök från Kolding 3-5 maj, 12 elever och 2 lärare, 45 000 kr Erasmus+");
  await eva.sees("Utkast", ".modal");
  await eva.chooses("Gymnasiet", 2);
  await eva.dates("2026-05-03", "2026-05-05");
  await eva.picture("slack-activity");
  await eva.submits("Logga");
  await eva.opens("Eva Ek");
  await eva.sees("Loggad som aktivitet");
  await eva.picture("slack-receipt");
}

async function report(ali) {
  await ali.actsAs("Ali Aziz");
  await ali.opens("Ali Aziz");
  await ali.says("/rapport Örebro 2026");
  await ali.sees("Filerna och diagrammen ligger i tråden");
  await ali.opensThread();
  await ali.seesPictures();
  await ali.picture("slack-report");
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ARGUMENTS,
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1200, height: 920 } });
  await page.goto(address);
  await log(workspace(page));
  await report(workspace(page));
  await tell(workspace(page));
} finally {
  await browser.close();
}
