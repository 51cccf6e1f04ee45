// What the journey `hostile` does in the page: `arguments[0]` says which part, `arguments[1]` is the site's base, and
// `arguments[2]` the list. Gives what went wrong, as texts.
const [part, base, list] = arguments;
const texts = list.map(({ kind, text, repeat = 1, head = "", tail = "" }) => ({ kind, text: head + text.repeat(repeat) + tail }));
const short = texts.filter(({ text }) => text.length <= 2000);
const wrong = [];
const patience = 15000;

async function until(what, look) {
  const end = performance.now() + patience;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) { wrong.push(`${what} did not come`); return null; }
    await new Promise((next) => setTimeout(next, 8));
  }
}

/** An address without what is escaped in it: the router writes it in its own way. */
function plain(path) {
  // Twice, as an escaped per cent sign may stand for itself.
  for (let i = 0; i < 2; i += 1) path = path.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return path.replace(/[^a-z]/gi, "");
}

/** Goes to an address of the site as a press on a link does. */
async function go(address, ready) {
  const link = document.createElement("a");
  link.href = base + address;
  document.querySelector("#main").append(link);
  link.click();
  link.remove();
  const { pathname, search } = new URL(link.href);
  // Steps up, once unescaped, lead to wherever they lead on this origin.
  const climbs = /(\.|%2e){2}(\\|\/|%5c|%2f)/i.test(address);
  // The address follows what is looked for a moment later: only the way there counts.
  return until(`the page at ${address.slice(0, 80)}`, () => (climbs || plain(location.pathname) === plain(pathname)) && ready(search));
}

function set(field, value) {
  const owner = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, "value").set.call(field, value);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

const heading = () => document.querySelector("#main h1")?.textContent;

const parts = {
  /** Every text as a file, and as the name of one. */
  async files() {
    const field = document.querySelector("#bring-in");
    const said = () => field.parentElement.querySelector("[role=alert], [role=alertdialog], [role=status]");
    for (const { kind, text } of texts) {
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], text.slice(0, 300), { type: "application/json" }));
      field.files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      // The choice is forgotten once the file is read; what is said of it comes in the same breath.
      await until(`an answer to a file (${kind})`, () => field.files.length === 0);
      await new Promise((next) => setTimeout(next));
      const answer = said();
      const words = answer?.textContent ?? "";
      if (!/Nothing on this device has changed|is here already/.test(words)) wrong.push(`a file (${kind}) ${text.slice(0, 60)}: ${words}`);
    }
  },
  /** Every text as the words of a link. */
  async links() {
    for (const { text } of short) {
      const safe = encodeURIComponent(text);
      for (const address of [`questions/${safe}/`, `quizzes/${safe}/play/`]) {
        await go(address, () => heading());
      }
      await go(`collection/question/?id=${safe}`, () => heading());
      await go(`progress/answer/?at=${safe}`, () => heading());
      await go(`search/?q=${safe}`, () => document.querySelector("#main input")?.value !== undefined);
    }
  },
  /** Every text in the fields of the present page. */
  async fields() {
    const fields = [...document.querySelectorAll("#main textarea, #main input:not([type=checkbox], [type=radio], [type=file])")];
    if (fields.length === 0) wrong.push(`no field at ${location.pathname}`);
    for (const field of fields) {
      for (const { text } of short) {
        set(field, text);
        await new Promise((next) => setTimeout(next));
      }
      const all = short.map(({ text }) => text).join(" ");
      set(field, all);
      const has = field.value;
      await until(`the words in a field of ${location.pathname}`, () => field.value === has);
    }
  },
};
await parts[part]();
if (window.hostile !== undefined || window.intruder !== undefined) wrong.push("something ran");
if ({}.polluted !== undefined || [].polluted !== undefined) wrong.push("a prototype was changed");
const foreign = document.querySelectorAll("iframe, object, embed, base, video, audio, img, form[action], body script, [onerror], [onload], [onfocus], [onclick], [ontoggle]");
if (foreign.length > 0) wrong.push(`in the page: ${[...foreign].map((one) => one.outerHTML.slice(0, 120))}`);
if (!document.documentElement.hasAttribute("data-alive") || document.querySelector("#failure")) wrong.push("the app has stopped");
return wrong;
