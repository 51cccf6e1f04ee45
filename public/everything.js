// Everything that is stored, for a file; and the bar of safe mode. Comes with rescue.js, which hands over what it took
// before safe mode shut it: `texts` is localStorage, `bases` is indexedDB; either may be missing.

const PREFIX = "rapport:";

/** Everything in a database, by the names of its stores. One that is not there is not made by looking. */
const database = (bases, name) => new Promise((done) => {
  setTimeout(done, 5_000, { "cannot be read": "no answer" });
  const request = bases.open(name);
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = () => done({});
  request.onsuccess = () => {
    const db = request.result;
    db.onversionchange = () => db.close();
    const found = {};
    const names = [...db.objectStoreNames];
    if (!names.length) {
      db.close();
      return done(found);
    }
    const reading = db.transaction(names);
    for (const store of names) {
      const entries = [];
      reading.objectStore(store).openCursor().onsuccess = ({ target: { result } }) => {
        if (!result) return void (found[store] = Object.fromEntries(entries));
        entries.push([result.key, result.value]);
        result.continue();
      };
    }
    reading.oncomplete = reading.onabort = () => {
      db.close();
      done(found);
    };
  };
});

/** All of it as it is, as text. The one place that knows where saved work may be: `rapport:NAME` in localStorage, and NAME
 * in the store `saved` of the database `rapport`. */
export const everything = async ({ texts, bases, words }) => {
  const saved = {};
  try {
    for (const key of Object.keys(texts)) if (key.startsWith(PREFIX)) saved[key] = texts.getItem(key);
  } catch {}
  return JSON.stringify({
    app: "rapport",
    kind: "everything stored",
    build: document.documentElement.dataset.version,
    localStorage: saved,
    indexedDB: bases ? await database(bases, "rapport").catch(() => ({})) : {},
    fields: words(),
  }, null, 1);
};

/** Hands it over as a file. */
export const save = async (rapport) => {
  const file = new Blob([await everything(rapport)], { type: "application/json" });
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(file), download: "rapport-everything.json", hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Says that this is safe mode, above the page: the app takes all of the body. */
export const bar = (rapport) => {
  const bar = document.createElement("aside");
  bar.className = "safe note care";
  bar.setAttribute("aria-label", "Safe mode");
  const put = (into, tag, text, set) => {
    const element = Object.assign(document.createElement(tag), set);
    element.textContent = text;
    into.append(element);
  };
  put(bar, "p", "Safe mode: your saved work is neither read nor changed, and nothing that you write here is saved.");
  const row = document.createElement("div");
  row.className = "row";
  bar.append(row);
  const button = { type: "button", className: "btn" };
  put(row, "button", "Save everything as a file", { ...button, onclick: () => save(rapport) });
  put(row, "button", "Fetch Rapport anew", { ...button, onclick: rapport.fresh });
  const normal = new URL(rapport.address);
  normal.searchParams.delete("safe");
  // No link: the app's router would follow it.
  put(row, "button", "Open normally", { ...button, onclick: () => location.assign(normal) });
  document.documentElement.insertBefore(bar, document.body);
};
