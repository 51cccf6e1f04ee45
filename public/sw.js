// Rapport's service worker: the whole site, kept on the device, one build at a time.
//
// This file is a template. After a build `xtask/src/offline.rs` puts in the three values below and writes the
// result to the site's root. A new build gives a new list, so a new worker, which the browser finds by itself.
//
// - Install is all or nothing: every file is fetched and its hash checked; if one fails, nothing is kept.
// - Files that did not change are copied from the last build's cache, not downloaded again.
// - A new build waits. The page says that it is ready, and sends { type: "activate" } when the reader agrees.
// - Other apps may live on this origin: only paths under BASE are answered, only caches named after it are deleted.
//
// The way out, should a worker ever go wrong: deploy this instead of it, under the same name, and leave it there.
//   addEventListener("install", () => skipWaiting());
//   addEventListener("activate", (event) => event.waitUntil((async () => {
//     for (const name of await caches.keys()) if (name.startsWith("rapport:/its/base/:")) await caches.delete(name);
//     await registration.unregister();
//   })()));
// It loads no page anew, as there may be words in one: what is open goes on, and every page that is opened from then on
// comes from the network. A page that cannot start because of its worker does as much by itself, see public/rescue.js.
"use strict";

const VERSION = __VERSION__;
const BASE = __BASE__;
/** Address below BASE → SHA-256 of the file, in base64. */
const FILES = new Map(Object.entries(__FILES__));

const OURS = `rapport:${BASE}:`;
const CACHE = OURS + VERSION;
const HASH = "x-rapport-sha256";
const AT_ONCE = 6;
/** How long one file may take. A connection that says nothing more would otherwise hold up this build and the next one. */
const MINUTE = 60_000;
/** A name with a hash in it: there is one content that such a file can have, whatever build asks for it. */
const NAMED_BY_CONTENT = /[0-9a-f]{16}/;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data?.type === "activate") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(BASE)) return;
  // The search part never changes a file. A page is always the shell: the app reads the address and draws it.
  const path = url.pathname.slice(BASE.length);
  if (request.mode === "navigate" && isPage(path)) event.respondWith(page(event));
  else if (FILES.has(path)) event.respondWith(file(request, path));
  else if (NAMED_BY_CONTENT.test(path)) event.respondWith(older(request, path));
});

function isPage(path) {
  return path.endsWith(".html") || !/\.\w+$/.test(path);
}

/** The shell, from the cache. If the browser threw it away, the page from the network, and then the cache is filled again. */
async function page(event) {
  const kept = await caches.match(BASE + "shell.html", { cacheName: CACHE });
  event.waitUntil((kept ? tidy() : fill()).catch(() => {}));
  return kept ?? fetch(event.request).catch(() => Response.error());
}

/** A file of this build. If the browser threw it away, the same from the network: never another build's, never a part. */
async function file(request, path) {
  const kept = await caches.match(BASE + path, { cacheName: CACHE });
  if (kept) return kept;
  try {
    const response = await download(path, FILES.get(path));
    await (await caches.open(CACHE)).put(BASE + path, response.clone()).catch(() => {});
    return response;
  } catch {
    return NAMED_BY_CONTENT.test(path) ? Response.error() : fetch(request).catch(() => Response.error());
  }
}

/** A file of the build that a page is still open from, though another has taken over in another window. */
async function older(request, path) {
  for (const name of await ours()) {
    const kept = await caches.match(BASE + path, { cacheName: name });
    if (kept) return kept;
  }
  return fetch(request).catch(() => Response.error());
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

async function install() {
  // The same build may have been here before, and may be in use: then a failure must not take it away.
  const before = await caches.has(CACHE);
  try {
    await fill();
  } catch (error) {
    if (!before) await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  await tidy();
  await clients.claim();
}

/** Deletes what older builds have left, once no page can still be open from one of them. */
async function tidy() {
  // A build still on its way needs its cache; the next one to take over tidies up.
  if (registration.installing || registration.waiting) return;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.some(({ url }) => new URL(url).pathname.startsWith(BASE))) return;
  for (const name of await ours()) if (name !== CACHE) await caches.delete(name);
}

/** Puts every file that is not there yet into this build's cache, a few at a time. The first failure stops the rest. */
async function fill() {
  const cache = await caches.open(CACHE);
  const names = await ours();
  const stop = new AbortController();
  const queue = FILES.entries();
  const work = async () => {
    for (const [path, hash] of queue) {
      if (stop.signal.aborted) return;
      const known = await find(names, path, hash);
      if (known?.name === CACHE) continue;
      await cache.put(BASE + path, known?.response ?? (await download(path, hash, stop)));
    }
  };
  const failed = (error) => {
    stop.abort();
    throw error;
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => work().catch(failed)));
  const end = ends.find((end) => end.status === "rejected" && end.reason.name !== "AbortError") ?? ends.find((end) => end.status === "rejected");
  if (end) throw end.reason;
}

/** The same file in one of our caches, this build's or an older one's. */
async function find(names, path, hash) {
  for (const name of names) {
    const response = await caches.match(BASE + path, { cacheName: name });
    if (response?.headers.get(HASH) === hash) return { name, response };
  }
}

/** Asks the server (the browser's own cache only answers if the server says it is still right) and checks the bytes. */
async function download(path, hash, stop = new AbortController()) {
  const late = setTimeout(() => stop.abort(), MINUTE);
  const response = await fetch(BASE + path, { cache: "no-cache", signal: stop.signal });
  if (!response.ok) throw new Error(`${path}: answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  clearTimeout(late);
  if (self.crypto?.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (btoa(String.fromCharCode(...digest)) !== hash) throw new Error(`${path}: not the file of this build`);
  }
  // A fresh response: no redirect in its past (a page may not have one), and its hash for the next build to find.
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return new Response(bytes, { headers: { "content-type": type, [HASH]: hash } });
}
