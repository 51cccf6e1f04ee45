//! Joins the style files into one: one request instead of sixteen.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

use rapport::routes::Base;

/// Replaces all style links of the page by one to a joined file, in the place of the first.
///
/// # Errors
/// Where a linked file is missing, or there is none.
pub fn join(dist: &Path, base: &Base, html: &str) -> Result<String, String> {
    let mut rest = html;
    let mut out = String::with_capacity(html.len());
    let mut css = String::new();
    let mut place = None;
    let mut joined = Vec::new();
    while let Some(start) = rest.find("<link ") {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        if attribute(tag, "rel") != Some("stylesheet") {
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let name = attribute(tag, "href").and_then(|href| href.rsplit('/').next());
        let name = name.ok_or_else(|| format!("a style link without a file: {tag}"))?;
        let path = dist.join(name);
        css.push_str(&fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?);
        joined.push(path);
        out.push_str(&rest[..start]);
        place.get_or_insert(out.len());
        rest = &rest[end..];
    }
    out.push_str(rest);
    let place = place.ok_or("index.html has no style link")?;
    let mut hash = DefaultHasher::new();
    css.hash(&mut hash);
    let name = format!("site-{:016x}.css", hash.finish());
    fs::write(dist.join(&name), css).map_err(|e| format!("{name}: {e}"))?;
    for path in joined {
        fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    out.insert_str(place, &format!("<link rel=\"stylesheet\" href=\"{}\">", base.file(&name)));
    Ok(out)
}

/// The value of an attribute, quoted or bare.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}="))? + name.len() + 2;
    let value = &tag[start..];
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        // A bare value may hold slashes.
        None => value.split([' ', '>']).next(),
    }
}
