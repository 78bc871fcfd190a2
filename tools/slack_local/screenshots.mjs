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
    async presses(name, within = "body") {
      const button = page.locator(`${within} .bk-button`, { hasText: name }).last();
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
    async types(label, text) {
      const asked = page.locator(".modal .bk-input", { hasText: label });
      await asked.locator(".bk-plain-input").fill(text);
    },
    async ticks(label) {
      await page.locator(".modal .bk-options label", { hasText: label }).click();
    },
    async hasRoom(height) {
      await page.setViewportSize({ width: 1200, height });
    },
    async scrollsTo(label) {
      const asked = page.locator(".modal .bk-input", { hasText: label }).first();
      await asked.evaluate((element) => element.scrollIntoView({ block: "center" }));
    },
    async pressesBeside(text, name) {
      // The button that comes next after a text.
      const after = page.locator(`.modal-body .blocks > :has-text("${text}") ~ .bk-actions`);
      await after.first().getByText(name).click({ timeout: ANSWER_MS });
    },
    async seesPictures() {
      const shown = page.locator(".thread-pane img").nth(1);
      await shown.scrollIntoViewIfNeeded({ timeout: ANSWER_MS });
      await page.waitForTimeout(1_000);
    },
    async picture(name) {
      // The mouse and the cursor away, so that nothing is lit and no hover menu open.
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.activeElement.blur());
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
}

async function log(eva) {
  await eva.opens("internationellt");
  await eva.says("/logga Studiebesök från Kolding 3-5 maj, 12 elever och 2 lärare, 45 000 kr Erasmus+");
  await eva.sees("Utkast", ".modal");
  await eva.chooses("Gymnasiet", 2);
  await eva.hasRoom(1_050);
  await eva.picture("slack-activity");
  await eva.hasRoom(920);
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

async function plan(ali) {
  await ali.actsAs("Ali Aziz");
  await ali.opens("Ali Aziz");
  await ali.says("/kalender");
  await ali.pressesBeside("årsredovisning", "Anta");
  await ali.sees("Välj tid", ".modal");
  await ali.submits("Spara");
  await ali.sees("Utkastet är utskick nummer 1");
  await ali.hasRoom(1_050);
  await ali.says("/kalender");
  await ali.sees("Antaget av", ".modal");
  await ali.picture("slack-calendar");
  await ali.closes();

  await ali.hasRoom(1_300);
  await ali.says("/paminn utkast");
  await ali.presses("Visa", ".modal");
  await ali.presses("Fortsätt", ".modal");
  await ali.sees("Ändra utskick", ".modal");
  await ali.types("Rubrik", "Underlag till årsredovisningen");
  await ali.types(
    "Skriv som i ett vanligt",
    "Hej! Logga det som er enhet har gjort internationellt i år, eller svara att det inte finns " +
      "något att rapportera. En kort beskrivning av varje aktivitet räcker.",
  );
  await ali.types("Varför skickas det?", "Policyn kräver att arbetet redovisas i årsredovisningen.");
  await ali.ticks("Klart");
  await ali.types("Påminn den som inte svarat", "7");
  await ali.types("Högst så många", "2");
  await ali.types("Säg till enhetens chef", "21");
  await ali.scrollsTo("Rubrik");
  await ali.picture("slack-composer");
  await ali.scrollsTo("Säg till enhetens chef");
  await ali.picture("slack-composer-answers");
  await ali.submits("Förhandsgranska");
  await ali.hasRoom(1_100);
  await ali.sees("får utskicket", ".modal");
  await ali.picture("slack-preview");

  await ali.presses("Ändra", ".modal");
  await ali.sees("Ändra utskick", ".modal");
  await ali.types("Till exempel: nu", "nu");
  await ali.submits("Förhandsgranska");
  await ali.sees("Skickas nu", ".modal");
  await ali.submits("Skicka");
}

async function answer(eva) {
  await eva.hasRoom(620);
  await eva.actsAs("Eva Ek");
  await eva.opens("Eva Ek");
  await eva.sees("Underlag till årsredovisningen");
  await eva.picture("slack-reminder");
  await eva.hasRoom(1_200);
  await eva.opens("policylotsen");
  await eva.sees("Mina inställningar");
  await eva.picture("slack-home");
  await eva.hasRoom(620);
  await eva.opens("Eva Ek");
  await eva.presses("Inget att rapportera");
  await eva.sees("Du svarade");
  await eva.picture("slack-reminder-answered");
}

async function follow(ali) {
  await ali.actsAs("Ali Aziz");
  await ali.opens("Ali Aziz");
  await ali.hasRoom(920);
  await ali.says("/paminn status 1");
  await ali.sees("Historik", ".modal");
  await ali.picture("slack-status");
  await ali.closes();
  await ali.hasRoom(1_000);
  await ali.says("/avtal Örebro");
  await ali.sees("Nytt avtal");
  await ali.picture("slack-agreements");
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ARGUMENTS,
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ locale: "sv-SE", viewport: { width: 1200, height: 920 } });
  await page.goto(address);
  await log(workspace(page));
  await report(workspace(page));
  await tell(workspace(page));
  await plan(workspace(page));
  await answer(workspace(page));
  await follow(workspace(page));
} finally {
  await browser.close();
}
