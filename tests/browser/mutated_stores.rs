//! Whatever stands in the store, the site opens, and not a byte of it is lost.
//!
//! `RAPPORT_STORES` says how many damaged stores are tried. What is restored of them is tested natively,
//! with thousands more: `crates/coach/src/save/mutations.rs`.

use std::{env, fs, path::Path};

use journeys::{Failure, Outcome, Value, Visit, journeys, json};

journeys!(journey);

const NAMES: [&str; 6] = ["drafts", "attempts", "marks", "ticks", "quizzes", "own"];
/// How many in one call of the driver, which would give up on a longer one.
const AT_ONCE: usize = 10;

async fn journey(visit: Visit) -> Outcome {
    let browser = &visit.browser;
    let count: usize = env::var("RAPPORT_STORES").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    let fixtures =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/coach/src/save/fixtures/v1");
    let mut sound = Vec::new();
    for name in NAMES {
        sound.push(json!([name, fs::read_to_string(fixtures.join(format!("{name}.json")))?]));
    }
    browser.go(&visit.site.url("robots.txt")).await?;
    let mut aside = 0;
    for first in (0..count).step_by(AT_ONCE) {
        browser.step(format!("open the stores from {first}"));
        let last = count.min(first + AT_ONCE);
        let said =
            browser.promise(OPEN, json!([visit.site.url("settings/"), sound, first, last])).await?;
        if let Some(wrong) = said["wrong"].as_array().filter(|wrong| !wrong.is_empty()) {
            return Err(Failure(Value::from(wrong.clone()).to_string()));
        }
        aside += said["aside"].as_u64().unwrap_or(0);
    }
    println!("{count} damaged stores: all opened, {aside} put aside whole, nothing lost");
    assert!(aside > 0, "nothing was damaged");
    Ok(())
}

/// Damages one text after the other, opens the site on it in a frame, and looks where its bytes are.
const OPEN: &str = r#"const [address, sound, first, last] = arguments;
const opened = await new Promise((yes, no) => {
  const asked = indexedDB.open('rapport', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('saved');
  asked.onsuccess = () => yes(asked.result);
  asked.onerror = () => no(asked.error);
});
const table = (mode, work) => new Promise((yes, no) => {
  const change = opened.transaction('saved', mode);
  const asked = work(change.objectStore('saved'));
  change.oncomplete = () => yes(asked.result);
  change.onabort = () => no(change.error);
});
const dice = (seed) => {
  let state = (seed * 2654435761 + 88172645) >>> 0 || 1;
  return (end) => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state % end;
  };
};
const damage = (text, below) => {
  const at = below(text.length), length = 1 + below(40);
  const other = () => [null, 0, -1, 1e300, true, '', 'words', [], {}, [[]], { at: 'x' }][below(11)];
  switch (below(10)) {
    case 0: return text.slice(0, at) + String.fromCharCode(below(0x250)) + text.slice(at + 1);
    case 1: return text.slice(0, at);
    case 2: return text.slice(at);
    case 3: return text.slice(0, at) + text.slice(at + length);
    case 4: return text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length);
    case 5: return ['', 'null', '[]', '{"hello":1}', '\u0000', '"words"', '<html></html>'][below(7)];
    case 6: return text.slice(0, at) + '[{"a":'.repeat(20000) + text.slice(at);
    case 7: return text.slice(0, at) + 'x'.repeat(2e6) + text.slice(at);
    case 8: return sound[below(sound.length)][1];
    default: {
      const whole = JSON.parse(text);
      let part = whole, name = 'data';
      for (let depth = below(6); depth >= 0; depth -= 1) {
        const inside = part[name];
        if (inside === null || typeof inside !== 'object' || !Object.keys(inside).length) break;
        part = inside;
        name = Object.keys(part)[below(Object.keys(part).length)];
      }
      part[name] = other();
      return JSON.stringify(whole);
    }
  }
};
const until = async (is) => {
  const end = Date.now() + 10000;
  while (Date.now() < end) {
    if (await is()) return true;
    await new Promise((go) => setTimeout(go, 10));
  }
  return false;
};
const wrong = [];
let aside = 0;
for (let seed = first; seed < last; seed += 1) {
  const below = dice(seed + 1);
  const [name, text] = sound[below(sound.length)];
  const raw = damage(text, below);
  await table('readwrite', (saved) => saved.clear());
  await table('readwrite', (saved) => saved.put(raw, name));
  const frame = document.createElement('iframe');
  frame.src = address;
  document.body.append(frame);
  const page = () => frame.contentDocument;
  const open = await until(() => 'alive' in (page()?.documentElement?.dataset ?? {}) && page().querySelector('h1'));
  const stopped = page()?.getElementById('failure');
  // It is the same there still, or it is whole under another name.
  const kept = async () => {
    if (await table('readonly', (saved) => saved.get(name)) === raw) return 'same';
    for (const other of await table('readonly', (saved) => saved.getAllKeys())) {
      if (other.startsWith(`broken-${name}-`) && await table('readonly', (saved) => saved.get(other)) === raw) return 'aside';
    }
  };
  const told = () => /could not be read/.test(page()?.querySelector('.notices')?.textContent ?? '');
  if (open && told()) await until(async () => await kept() === 'aside');
  const where = await kept();
  if (!open || stopped || !where || (told() && where !== 'aside')) {
    wrong.push(`${seed}: ${name} ${JSON.stringify(raw.slice(0, 80))} open ${open} stopped ${!!stopped} told ${told()} is ${where}`);
  }
  aside += where === 'aside';
  frame.remove();
}
opened.close();
return { wrong, aside };"#;
