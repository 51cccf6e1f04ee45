// What the journey `hostile` does in the page: `arguments[0]` says which part, `arguments[1]` is the site's base,
// `arguments[2]` the list, `arguments[3]` what the part needs besides. Gives what went wrong, as texts.
//
// It runs in a page without the app and opens the app's pages in frames. A browser lets a document change its address a
// hundred or two hundred times in ten seconds and then no more, frames included: so links come in several calls.
const [part, base, list, more] = arguments;
const texts = list.map(({ kind, text, repeat = 1, head = "", tail = "" }) => ({ kind, text: head + text.repeat(repeat) + tail }));
const short = texts.map(({ text }) => text).filter((text) => text.length <= 2000);
const site = location.origin + base;
const wrong = [];
const tick = () => new Promise((next) => setTimeout(next));

async function until(what, look, pause = 0) {
  const end = performance.now() + 20000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`${what} did not come; so far: ${wrong}`);
    await new Promise((next) => setTimeout(next, pause));
  }
}

const pieces = (all, size) => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
const heading = (view) => view.document.querySelector("#main h1")?.textContent ?? "";
/** Everything that can be read in a page, and what stands in its fields, without spaces and what cannot be seen. */
const plain = (text) => text.replace(/[\s\p{C}]+/gu, "");
const words = (view) => plain(view.document.body.textContent + [...view.document.querySelectorAll("input, textarea")].map(({ value }) => value).join(" "));

/** Opens a page, does something in it, looks around and closes it. */
async function page(address, does) {
  const frame = document.createElement("iframe");
  frame.style.cssText = "position: fixed; inset: 0; border: 0; width: 1000px; height: 800px";
  frame.src = base + address;
  document.body.append(frame);
  await until(`the page ${address}`, () => frame.contentDocument?.documentElement?.hasAttribute("data-alive") && heading(frame.contentWindow) !== "");
  const view = frame.contentWindow;
  view.addEventListener("securitypolicyviolation", (event) => wrong.push(`${address}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
  view.addEventListener("error", (event) => wrong.push(`${address}: ${event.message}`));
  await does(view);
  look(view, address);
  frame.remove();
}

/** Nothing of the list has become more than text. */
function look(view, address) {
  const say = (what) => wrong.push(`${address}: ${what}`);
  const { document } = view;
  for (const realm of [window, view]) {
    if (["hostile", "intruder"].some((name) => name in realm)) say("something ran");
    if ("polluted" in new realm.Object() || "polluted" in new realm.Array()) say("a prototype was changed");
  }
  const foreign = document.querySelectorAll("iframe, object, embed, base, video, audio, img, math, dialog, marquee, form[action], body script, body style, body link, body meta, #main template");
  for (const one of foreign) say(`in the page: ${one.outerHTML.slice(0, 120)}`);
  for (const one of document.querySelectorAll("body *")) {
    for (const { name } of one.attributes) if (name.startsWith("on")) say(`${name} at ${one.outerHTML.slice(0, 120)}`);
  }
  for (const { href } of document.querySelectorAll("a[href]")) if (!href.startsWith(site)) say(`a link to ${href}`);
  if (!view.location.href.startsWith(site)) say(`the address is ${view.location.href}`);
  if (!document.documentElement.hasAttribute("data-alive") || document.querySelector("#failure")) say("the app has stopped");
}

function set(view, field, value) {
  const owner = field.localName === "textarea" ? view.HTMLTextAreaElement : view.HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, "value").set.call(field, value);
  field.dispatchEvent(new view.InputEvent("input", { bubbles: true }));
}

/** Gives a file to the page of settings and waits until it is read. */
async function give(view, name, text) {
  const field = view.document.querySelector("#bring-in");
  const chosen = new view.DataTransfer();
  chosen.items.add(new view.File([text], name, { type: "application/json" }));
  field.files = chosen.files;
  field.dispatchEvent(new view.Event("change", { bubbles: true }));
  // The choice is forgotten once the file is read; what is said of it comes in the same breath.
  await until(`an answer to the file ${name}`, () => field.files.length === 0);
  await tick();
  return field.parentElement.querySelector("[role=alert], [role=alertdialog], [role=status]")?.textContent ?? "";
}

/** A backup with every text in every place that holds text, and as the name of everything that has one. */
function backup() {
  const each = (make) => Object.fromEntries(short.map((text, i) => [text, make(text, i)]));
  const draft = (text) => ({ mode: "free", free: text, steps: { [text]: [text], "star-i": [text] }, slots: { [text]: [text] }, changed: 5, finished: null });
  const own = (text) => ({
    prompt: text, place: text, intent: text, listens_for: [text], strong: [text], flags: [text], probes: [{ gap: null, ask: text }],
    anchors: [text, text, text], sample: text, framework: text, template: text, stuck: text, changed: 1,
  });
  const all = short.join("\n");
  const at = 1700000000000;
  const attempt = (i, question, prompt, text) => ({ at: at + i * 100000, question, prompt, text, mode: "free" });
  const data = {
    settings: { theme: "dark" },
    attempts: { list: [attempt(0, "angry-customer", all, all), ...short.map((text, i) => attempt(i + 1, text, text, text))] },
    drafts: { by_question: { ...each(draft), "angry-customer": draft(all), "own-1": draft(all) }, again: { ...each((text) => [text]), [at]: [all, all, all, all] } },
    marks: { items: { ...each((_, i) => i), ...Object.fromEntries(short.map((text) => [`questions/${text}`, 1])) } },
    ticks: { done: { ...each((text) => ({ [text]: 1 })), roadmap: each(() => 1) } },
    quizzes: {
      open: each((text) => ({ seed: 7, items: [text], given: [] })),
      results: short.map((text, i) => ({ at: at + i, quiz: text, right: 1, of: 2, mended: 0 })),
    },
    own: {
      questions: { "own-1": { ...own(all), listens_for: short, strong: short, flags: short, probes: short.map((ask) => ({ gap: "result", ask })) }, "own-2": own(short[0]), ...each(own) },
      answers: Object.fromEntries(short.map((text, i) => [i, { template: i % 2 ? "upset-customer" : text, title: text, slots: [text], text, changed: 1 }])),
      filling: { ...each((text) => [text]), "upset-customer": [all, all, all] },
      editing: { ...each(own), new: own(all) },
    },
  };
  return JSON.stringify({ app: "rapport", kind: "backup", version: 1, made: at, data });
}

const parts = {
  /** Every text as a file, and as the name of one. None is taken in. */
  async files() {
    await page("settings/", async (view) => {
      await until("the field for files", () => view.document.querySelector("#bring-in"));
      for (const { kind, text } of texts) {
        const said = await give(view, text.slice(0, 300), text);
        // Of one that may be a damaged backup it is said what it holds; nothing is taken in unless somebody presses for it.
        if (!/Nothing on this device has changed|is here already|^This copy (is empty|holds [0-9a-z ]+)/.test(said)) wrong.push(`a file (${kind}) ${text.slice(0, 60)}: ${said}`);
      }
    });
  },
  /** All texts in one backup that is taken in. */
  async together() {
    await page("settings/", async (view) => {
      await until("the field for files", () => view.document.querySelector("#bring-in"));
      const said = await give(view, "rapport-backup.json", backup());
      if (!/^This copy holds/.test(said)) return wrong.push(`the backup: ${said}`);
      [...view.document.querySelectorAll("button")].find(({ textContent }) => textContent === "Add to what is here").click();
      await until("the end of bringing it in", () => view.document.querySelector("#bring-in").parentElement.textContent.includes("The copy is added."));
    });
  },
  /** What was taken in, on every page that shows some of it. `more` is a list of addresses, each with whether all texts stand there. */
  async shown() {
    const open = ([address, all]) => page(address, async (view) => {
      const missing = () => {
        const there = words(view);
        return short.filter((text) => !there.includes(plain(text)));
      };
      if (all) await until(`all texts at ${address}`, () => missing().length === 0, 100).catch(() => wrong.push(`${address} does not show ${JSON.stringify(missing().slice(0, 5))}`));
      // What comes late: code, data, the coach.
      await new Promise((next) => setTimeout(next, 300));
    });
    // A few at a time, so that they wait together.
    for (const some of pieces(more, 6)) await Promise.all(some.map(open));
  },
  /** Every text as a step of an address. */
  async paths() {
    await page("glossary/", async (view) => {
      for (const [i, text] of short.entries()) {
        const safe = encodeURIComponent(text);
        const path = [`questions/${safe}/`, `quizzes/${safe}/play/`, `templates/${safe}/fill/`, `${safe}/`][i % 4];
        // As going back to it would.
        view.history.replaceState(null, "", base + path);
        view.dispatchEvent(new view.PopStateEvent("popstate"));
        await tick();
      }
      view.history.replaceState(null, "", `${base}questions/no/such/page/`);
      view.dispatchEvent(new view.PopStateEvent("popstate"));
      await until("a page that says that there is none", () => heading(view) === "There is no page here");
    });
  },
  /** Every text as each value that pages read from their address. */
  async queries() {
    const pages = ["search/", "questions/", "collection/question/", "collection/question/edit/", "collection/question/answer/", "progress/answer/", "progress/answer/again/", "templates/upset-customer/fill/", "questions/angry-customer/answer/"];
    const names = ["q", "id", "at", "by", "part", "category", "competency", "role", "level", "difficulty", "untried", "own"];
    await page("glossary/", async (view) => {
      for (const [i, text] of short.entries()) {
        const safe = encodeURIComponent(text);
        const link = view.document.createElement("a");
        link.href = `${base}${pages[i % pages.length]}?${names.map((name) => `${name}=${safe}`).join("&")}`;
        view.document.querySelector("#main").append(link);
        link.click();
        link.remove();
        const { pathname } = new URL(link.href);
        await until(`${pathname} for ${text}`, () => view.location.pathname === pathname && heading(view) !== "");
        await tick();
      }
    });
  },
  /** Every text as what is looked for, as many as that at a time. */
  async searches() {
    const queries = [""];
    for (const text of short) {
      if (queries.at(-1).length + text.length > 190) queries.push("");
      queries.push(`${queries.pop()} ${text}`);
    }
    await page("search/", async (view) => {
      const field = () => view.document.querySelector("#main input");
      for (const query of queries) {
        const before = field().value;
        view.history.replaceState(null, "", `${base}search/?q=${encodeURIComponent(query)}`);
        view.dispatchEvent(new view.PopStateEvent("popstate"));
        // The router unescapes it twice, so it is not the same to the letter.
        await until(`${query} in the field`, () => field().value !== before);
        await tick();
      }
    });
  },
  /** All texts, some at a time, in every text field of the pages in `more`. */
  async fields() {
    let count = 0;
    for (const address of more) {
      await page(address, async (view) => {
        const all = () => [...view.document.querySelectorAll("#main textarea:not([readonly]), #main input:not([type=checkbox], [type=radio], [type=file])")];
        await until(`fields at ${address}`, () => all().length > 0);
        for (const field of all()) {
          count += 1;
          for (const some of pieces(short, 70)) {
            set(view, field, some.join(field.localName === "textarea" ? "\n" : " "));
            await tick();
          }
        }
        look(view, address);
      });
    }
    if (count < more.length) wrong.push(`only ${count} fields`);
  },
};
await parts[part]();
return wrong;
