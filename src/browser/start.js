// Starts the app. The build joins this with the script of wasm-bindgen, see xtask/src/split.rs, and puts in the place
// below: one file, named by its hash, so that the page needs no script of its own.
import init from "./rapport.js";

// Trusted Types: where the browser has them, no text becomes markup or a script's address but through here.
// Markup comes from one place only, the pieces of pages that hold nothing but fixed words (Leptos hands them over as
// text). They are plain: a tag that only lays out words, and attributes that cannot lead anywhere or run anything.
// What is not like that is refused, whoever asks.
const TAG = /<(?:!(?:----)?|\/?(?:p|h[1-6]|[abi]|span|div|section|header|aside|figure|figcaption|blockquote|[uod]l|li|dt|dd|strong|em|small|ins|del|mark|code|kbd|br|hr|table|thead|tbody|tr|t[hd]|caption|label|legend|fieldset|option|optgroup|select|button|details|summary|nav|svg|path|g|circle|rect|line)(?: (?:class|id|for|role|lang|dir|type|value|hidden|disabled|scope|colspan|rowspan|tabindex|viewBox|d|c[xy]|r|x[12]?|y[12]?|width|height|aria-[a-z]+|data-[a-z]+|href(?==["']?#))(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))?)* ?\/?)>/g;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (text.replace(TAG, "").includes("<") ? null : text),
  // The one script that is asked for by its address: the service worker, beside this file.
  createScriptURL: (address) => {
    const { href } = new URL(address, location.href);
    return href === new URL("sw.js", import.meta.url).href ? href : null;
  },
});

// No address of ours has anything escaped in it. The router would unescape it, and `..%5C` or `%252e%252e` would then
// lead out of the site's folder, to another site of this origin: such a link, be it only to a place in the present
// page, is left to the browser.
addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]");
  if (/[%\\]/.test(link?.pathname)) link.rel = "external";
}, true);

const module_or_path = new URL("__WASM__", import.meta.url);
try {
  await init({ module_or_path }).catch((error) => {
    // It came, and stopped.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    // It did not come, or not whole. The browser may have kept that: past its cache once more.
    return init({ module_or_path: fetch(module_or_path, { cache: "reload" }) });
  });
} catch (error) {
  globalThis.rapport?.unopened(String(error));
  throw error;
}
