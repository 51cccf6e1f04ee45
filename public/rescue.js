// What there is when Rapport is not: a plain page that says what happened, keeps what stands in the fields, and offers
// ways on. It uses nothing of the app, and stands before it in every page. See "When something fails" in ARCHITECTURE.md.
//
// - `rapport.failed(cause)`: the app stopped while it was running. Its panic hook calls this; what stops it without a
//   panic is found below.
// - `rapport.unopened(cause)`: it could not start. Once, if nothing can be lost by it, the site is fetched anew.
// - `rapport.everything()`: a promise of all that is stored, as text.
// - `?safe` in the address: the app runs without what is saved. It can neither read nor harm it.
"use strict";
(() => {
  const root = document.documentElement;
  const base = root.dataset.base ?? "/";
  /** The storage's name for what stood in the fields, see src/browser/panic.rs. */
  const RESCUE = "rapport:rescue";
  /** When the site was last fetched anew by itself, in this tab: a second failure within a minute is shown instead. */
  const FRESH = "rapport:fresh";
  const MINUTE = 60_000;
  /** How long the empty shell may take, with all its files on the device, before it says that something is wrong. */
  const LONG = 20_000;

  const attempt = (what) => {
    try {
      return what();
    } catch {}
  };
  // Taken now: safe mode shuts them for the app.
  const texts = attempt(() => localStorage);
  const bases = attempt(() => indexedDB);
  const address = new URL(location.href);
  const safe = address.searchParams.has("safe");

  const make = (parent, tag, text, set) => {
    const element = Object.assign(document.createElement(tag), set);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const press = (parent, text, act, name = "btn") =>
    make(parent, "button", text, { className: name, type: "button" }).addEventListener("click", act);

  /** What else can be done: everything.js, which comes once the page has been drawn, or now. */
  let more;
  const bring = () => (more ??= import(`${base}everything.js`).catch((error) => {
    more = undefined;
    throw error;
  }));
  addEventListener("load", () => setTimeout(() => bring().catch(() => {}), 2_000));
  const save = ({ target }) => bring().then(({ save }) => save(rapport)).catch(() => (target.textContent += ": not without a network"));

  const words = () => [...document.querySelectorAll("textarea:not(#failure-words)")].map((field) => field.value)
    .filter((text) => text.trim()).join("\n\n");

  /** Puts the words beside those of an earlier failure. Says whether they are safe. */
  const keep = (text) => !text || attempt(() => {
    if (safe) return false;
    const before = texts.getItem(RESCUE) ?? "";
    if (!before.includes(text)) texts.setItem(RESCUE, before ? `${before}\n\n${text}` : text);
    return true;
  }) === true;

  /** Takes worker and caches of this site away, has the browser forget what it has of this page, and loads it. */
  const fresh = async () => {
    const worker = await navigator.serviceWorker?.getRegistration(base).catch(() => {});
    if (worker && new URL(worker.scope).pathname === base) await worker.unregister();
    for (const name of (await globalThis.caches?.keys().catch(() => {})) ?? []) {
      if (name.startsWith(`rapport:${base}:`)) await caches.delete(name);
    }
    const parts = [...document.querySelectorAll("script[src], link[href]")].map((part) => part.src || part.href);
    const ask = (what) => fetch(what, { cache: "reload", signal: AbortSignal.timeout(5_000) });
    await Promise.allSettled([location.href, ...parts].map(ask));
    location.reload();
  };

  const typed = () => [...document.querySelectorAll("textarea, input")].some((field) => field.value !== field.defaultValue);

  /** Whether fetching anew by itself may help and can lose nothing: never twice, never with words in a field. */
  const mayTry = async () => {
    if (typed() || safe || attempt(() => Date.now() - sessionStorage.getItem(FRESH) < MINUTE) !== false) return false;
    // No worker of ours answers this address. Without a network, what is on the device is all there is.
    const answer = await fetch(`${base}sw.js`, { cache: "no-store", signal: AbortSignal.timeout(5_000) }).catch(() => {});
    if (!answer?.ok || typed()) return false;
    attempt(() => sessionStorage.setItem(FRESH, Date.now()));
    return attempt(() => sessionStorage.getItem(FRESH)) > 0;
  };

  const show = (title, text, cause, modal) => {
    if (document.getElementById("failure")) return;
    const said = words();
    const kept = keep(said);
    if (modal) for (const other of document.body.children) other.inert = true;
    const sheet = make(document.body, "div", "", { id: "failure", className: modal ? "failure" : "failure before" });
    if (!modal) document.body.prepend(sheet);
    sheet.setAttribute("role", modal ? "alertdialog" : "alert");
    sheet.setAttribute("aria-labelledby", "failure-title");
    const dialog = make(sheet, "div", "", { className: "dialog stack" });
    make(dialog, "h2", title, { id: "failure-title" });
    make(dialog, "p", kept ? text : "This browser refuses to save. Copy your words from the box below before you load the page again.");
    if (said) {
      make(dialog, "label", "Your words", { className: "label", htmlFor: "failure-words" });
      make(dialog, "textarea", "", { id: "failure-words", className: "in", readOnly: true, value: said });
    }
    press(dialog, "Load the page again", () => location.reload(), "btn go");
    press(dialog, "Save everything as a file", save);
    address.searchParams.set("safe", "");
    // No link: the app's router would follow it.
    press(dialog, "Open in safe mode", () => location.assign(address));
    const more = make(dialog, "details", "");
    make(more, "summary", "What failed, and what else you can do");
    make(more, "p", `${cause} (${root.dataset.version ?? "no build"})`, { className: "xs soft" });
    make(more, "p", "In safe mode your saved work is neither read nor changed. You can also fetch Rapport anew: that needs a network, and your saved work stays.");
    press(more, "Fetch Rapport anew", fresh);
    if (modal) dialog.querySelector("button").focus();
  };

  const failed = (cause) => show(
    "Rapport has stopped", "Something in the app failed. What you wrote is saved on this device. Load the page again to go on.", cause, true);
  const unopened = async (cause, mayReload = true) => {
    if (mayReload && (await mayTry())) return fresh();
    // A page that came as HTML can still be read: the message stands before it.
    show("Rapport could not open", "A part of Rapport did not come. There may be no network just now, or the site has just been updated. Everything that you saved is still on this device.",
      cause, !root.hasAttribute("data-prerendered"));
  };
  globalThis.rapport = {
    failed, unopened, fresh, words, address, texts, bases,
    everything: async () => (await bring()).everything(rapport),
  };

  // Stops that are no panics: the browser ended the module, or an error of the browser went through it.
  const stopped = (error) => /wasm/i.test(error?.stack) && failed(String(error));
  addEventListener("error", ({ target, error }) => {
    if (target?.type === "module") unopened(`${target.src} did not come`);
    else stopped(error);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => stopped(reason));
  setTimeout(() => {
    if (document.querySelector(".opening")) unopened("nothing came for a long time", false);
  }, LONG);

  if (safe) {
    const get = () => {
      throw new DOMException("Shut in safe mode", "SecurityError");
    };
    for (const name of ["localStorage", "indexedDB"]) attempt(() => Object.defineProperty(window, name, { get }));
    bring().then(({ bar }) => bar(rapport), () => {});
  }
})();
