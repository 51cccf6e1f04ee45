//! Reading JSON that may be damaged: what is whole is read as it stands, and what is not is gone round.
//!
//! Where a value cannot be read, its container is gone into and read member by member; what makes no
//! sense is skipped to the next member that does. So one wrong byte costs at most what it stands in. What
//! is found outside any place (a brace was lost) comes back as a stray: who knows the shape of the
//! document puts it where it belongs, see `mend`.

use serde_json::{Map, Value};

/// How deep a value may be, and how deep what is damaged is gone into around it. Ours are eight deep; both
/// together are far below what a small stack bears.
const DEEPEST: usize = 24;
/// How many steps may be taken for each byte: what is deep and broken is read again at every level.
const STEPS: usize = 80;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// The document, as far as it goes.
    pub value: Value,
    /// What stood outside of it or twice under one name, with the name if it has one.
    pub strays: Vec<(String, Value)>,
    /// How many places could not be read. None: the document is sound.
    pub gaps: usize,
}

/// Reads a text as JSON, as far as it is.
pub(super) fn parse(text: &str) -> Parsed {
    let text = text.trim_start_matches('\u{feff}');
    let fuel = text.len().saturating_mul(STEPS) + 1_000;
    let mut reader =
        Reader { text, at: 0, gaps: 0, strays: Vec::new(), lists: 0, fuel, lone: true };
    let value = reader.loose(0);
    reader.gaps += usize::from(value.is_none());
    reader.space();
    while reader.at < text.len() && reader.fuel > 0 {
        reader.gaps += 1;
        let members = reader.members(1);
        reader.strays.extend(members);
        // Whatever ended it has no partner.
        reader.skip();
        reader.space();
    }
    Parsed { value: value.unwrap_or_default(), strays: reader.strays, gaps: reader.gaps }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    gaps: usize,
    strays: Vec<(String, Value)>,
    /// How many lists are open in what is being gone into.
    lists: usize,
    fuel: usize,
    /// Whether the value being read is the whole document.
    lone: bool,
}

impl Reader<'_> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        self.space();
        (self.next() == Some(byte)).then(|| self.at += 1)
    }

    /// Goes one character on.
    fn skip(&mut self) {
        self.fuel = self.fuel.saturating_sub(1);
        self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
    }

    /// A value without a fault. Where there is none, the place is anywhere.
    fn sound(&mut self, depth: usize) -> Option<Value> {
        self.space();
        if depth > DEEPEST || self.fuel == 0 {
            return None;
        }
        self.fuel -= 1;
        match self.next()? {
            b'"' => self.string().map(Value::String),
            b'{' => {
                self.at += 1;
                let mut map = Map::new();
                if self.take(b'}').is_some() {
                    return Some(Value::Object(map));
                }
                loop {
                    self.space();
                    let key = self.string()?;
                    self.take(b':')?;
                    let value = self.sound(depth + 1)?;
                    if map.insert(key, value).is_some() {
                        return None;
                    }
                    if self.take(b',').is_none() {
                        return self.take(b'}').map(|()| Value::Object(map));
                    }
                }
            }
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                if self.take(b']').is_some() {
                    return Some(Value::Array(list));
                }
                loop {
                    list.push(self.sound(depth + 1)?);
                    if self.take(b',').is_none() {
                        return self.take(b']').map(|()| Value::Array(list));
                    }
                }
            }
            _ => {
                let rest = &self.text[self.at..];
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
                // What ends with the text may be half a number.
                let word =
                    &rest[..end.or_else(|| (self.lone && depth == 0).then_some(rest.len()))?];
                if word.is_empty() || word.len() > 400 {
                    return None;
                }
                let value = serde_json::from_str(word).ok()?;
                self.at += word.len();
                Some(value)
            }
        }
    }

    /// A string with both its quotes. What is wrong in it is mended, and counted.
    fn string(&mut self) -> Option<String> {
        let rest = self.text[self.at..].strip_prefix('"')?;
        let bytes = rest.as_bytes();
        let (mut end, mut plain) = (0, true);
        loop {
            match bytes.get(end) {
                None => {
                    // The end is looked for once for each quote; there may be many of them.
                    self.fuel = self.fuel.saturating_sub(end);
                    return None;
                }
                Some(b'"') => break,
                Some(b'\\') => (end, plain) = (end + 2, false),
                Some(byte) => (end, plain) = (end + 1, plain && *byte >= b' '),
            }
        }
        self.fuel = self.fuel.saturating_sub(end);
        self.at += end + 2;
        let inside = &rest[..end];
        if plain {
            return Some(inside.to_owned());
        }
        let whole = &self.text[self.at - end - 2..self.at];
        Some(serde_json::from_str(whole).unwrap_or_else(|_| {
            self.gaps += 1;
            mended(inside)
        }))
    }

    /// A value as far as it can be read. Where there is none, the place is where it was.
    fn loose(&mut self, depth: usize) -> Option<Value> {
        self.space();
        let (start, gaps) = (self.at, self.gaps);
        self.lone = depth == 0;
        if let Some(value) = self.sound(0) {
            return Some(value);
        }
        (self.at, self.gaps) = (start, gaps);
        if depth > DEEPEST || self.fuel == 0 {
            return None;
        }
        match self.next()? {
            b'{' => {
                self.at += 1;
                let mut map = Map::new();
                for (key, value) in self.members(depth + 1) {
                    if let Some(known) = map.get(&key) {
                        if *known != value {
                            self.gaps += 1;
                            self.strays.push((key, value));
                        }
                    } else {
                        map.insert(key, value);
                    }
                }
                if self.next() == Some(b'}') {
                    self.at += 1;
                }
                Some(Value::Object(map))
            }
            b'[' => {
                self.at += 1;
                self.lists += 1;
                let list = self.elements(depth + 1);
                self.lists -= 1;
                Some(Value::Array(list))
            }
            b'"' => {
                // Its other quote is nowhere: the text was cut in the middle of it.
                let inside = mended(&self.text[start + 1..]);
                self.at = self.text.len();
                self.gaps += 1;
                Some(Value::String(inside))
            }
            _ => None,
        }
    }

    /// Whether the string before this place is the name of a member.
    fn is_name(&mut self) -> bool {
        let end = self.at;
        let is = self.take(b':').is_some();
        self.at = end;
        is
    }

    /// Whether a value is a string followed by what cannot follow one: the quote that ended it is then the
    /// one that begins the next, and what stands before that quote is no part of it. Goes back there.
    fn is_torn(&mut self, value: &mut Value) -> bool {
        let Value::String(text) = value else { return false };
        let end = self.at;
        self.space();
        let torn = !matches!(self.next(), None | Some(b',' | b'}' | b']'));
        if torn && self.text.as_bytes()[end - 1] == b'"' {
            let kept = text.trim_end_matches([',', '{', '}', '[', ']', ':']).len();
            self.at = end - 1 - (text.len() - kept);
            text.truncate(kept);
            self.gaps += 1;
        }
        torn
    }

    /// The members of an object up to its end, which is not taken. Everything else is skipped.
    fn members(&mut self, depth: usize) -> Vec<(String, Value)> {
        let (mut members, mut lost) = (Vec::new(), false);
        loop {
            self.space();
            let start = self.at;
            match self.next() {
                _ if self.fuel == 0 => return members,
                None => {
                    self.gaps += 1;
                    return members;
                }
                Some(b'}') => return members,
                // That is the end of the list that this object is in: its own end is lost.
                Some(b']') if self.lists > 0 => {
                    self.gaps += 1;
                    return members;
                }
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                Some(b'"') => {
                    let gaps = self.gaps;
                    let key = self.string();
                    let key = key.and_then(|key| self.take(b':').map(|()| key));
                    if let Some(key) = key {
                        self.space();
                        let from = self.at;
                        let value = self.loose(depth);
                        let value = value.filter(|value| !value.is_string() || !self.is_name());
                        if let Some(mut value) = value {
                            lost = self.is_torn(&mut value);
                            members.push((key, value));
                            continue;
                        }
                        // Its value is lost; what follows may be the next member.
                        (self.at, lost) = (from, true);
                        self.gaps += 1;
                        continue;
                    }
                    (self.at, self.gaps) = (start, gaps);
                }
                Some(b'{') => {
                    if let Some(value) = self.loose(depth) {
                        self.strays.push((String::new(), value));
                        self.gaps += 1;
                        continue;
                    }
                }
                Some(_) => {}
            }
            self.gaps += usize::from(!lost);
            lost = true;
            self.skip();
        }
    }

    /// The elements of a list up to and with its end.
    fn elements(&mut self, depth: usize) -> Vec<Value> {
        let (mut list, mut lost) = (Vec::new(), false);
        loop {
            self.space();
            match self.next() {
                _ if self.fuel == 0 => return list,
                None => {
                    self.gaps += 1;
                    return list;
                }
                Some(b']') => {
                    self.at += 1;
                    return list;
                }
                Some(b'}') => {
                    self.gaps += 1;
                    return list;
                }
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                Some(b'"') => {
                    let (start, gaps) = (self.at, self.gaps);
                    let is_key = self.string().is_some() && self.take(b':').is_some();
                    (self.at, self.gaps) = (start, gaps);
                    if is_key {
                        // A member of the object around: the list's own end is lost.
                        self.gaps += 1;
                        return list;
                    }
                    if !lost && let Some(mut value) = self.loose(depth) {
                        lost = self.is_torn(&mut value);
                        list.push(value);
                        continue;
                    }
                }
                Some(byte) => {
                    if (!lost || matches!(byte, b'{' | b'['))
                        && let Some(value) = self.loose(depth)
                    {
                        list.push(value);
                        lost = false;
                        continue;
                    }
                }
            }
            self.gaps += usize::from(!lost);
            lost = true;
            self.skip();
        }
    }
}

/// What stands in a string, with everything that JSON does not allow in it taken as it is.
fn mended(inside: &str) -> String {
    let mut out = String::with_capacity(inside.len());
    let mut chars = inside.chars();
    let mut units: Vec<u16> = Vec::new();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        if escaped == Some('u') {
            let digits = chars.as_str().get(..4);
            if let Some(unit) = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok()) {
                units.push(unit);
                chars = chars.as_str()[4..].chars();
                continue;
            }
        }
        out.push_str(&String::from_utf16_lossy(&units));
        units.clear();
        match (c, escaped) {
            ('\\', Some('n')) => out.push('\n'),
            ('\\', Some('r')) => out.push('\r'),
            ('\\', Some('t')) => out.push('\t'),
            ('\\', Some('b')) => out.push('\u{8}'),
            ('\\', Some('f')) => out.push('\u{c}'),
            ('\\', None) => {}
            ('\\', Some(other)) => out.push(other),
            _ => out.push(c),
        }
    }
    out.push_str(&String::from_utf16_lossy(&units));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_sound_reads_as_it_stands() {
        for text in [
            r#"{"a":[1,-2,3.5,1e3,true,false,null,"x\n\"\\\u00e9\ud83d\ude42"],"b":{},"c":[]} "#,
            "null",
            "7",
            r#""words""#,
            " [ { \"a\" : 1 } , [ ] ] ",
        ] {
            let parsed = parse(text);
            assert_eq!(parsed.value, serde_json::from_str::<Value>(text).unwrap(), "{text}");
            assert_eq!((parsed.gaps, parsed.strays.len()), (0, 0), "{text}");
        }
    }

    #[test]
    fn what_stands_before_a_cut_is_read() {
        let parsed = parse(r#"{"a":{"x":1,"y":"half a sen"#);
        assert_eq!(parsed.value, json!({"a": {"x": 1, "y": "half a sen"}}));
        assert!(parsed.gaps > 0);
        assert_eq!(parse(r#"{"a":1,"b":17"#).value, json!({"a": 1}), "half a number is none");
        assert_eq!(parse(r#"{"a":["x","y\u00"#).value, json!({"a": ["x", "yu00"]}));
    }

    #[test]
    fn one_wrong_byte_costs_what_it_stands_in() {
        let parsed = parse(r#"{"a":{"w":"one#,"n":1},"b":{"w":"two"},"c":[1,2],"d":3}"#);
        assert_eq!(parsed.value["b"], json!({"w": "two"}));
        assert_eq!((&parsed.value["c"], &parsed.value["d"]), (&json!([1, 2]), &json!(3)));
        let parsed = parse(r#"{"a":["x","y#,"z"],"b":2}"#);
        assert_eq!(parsed.value["b"], json!(2));
        let parsed = parse(r#"[{"a":1#,{"b":2},{"c":3}]"#);
        assert_eq!(
            parsed.strays.iter().map(|(_, v)| v.clone()).collect::<Vec<_>>(),
            [json!({"b": 2}), json!({"c": 3})]
        );
        let parsed = parse(r#"{"a":1,"a":2}"#);
        assert_eq!((parsed.value, parsed.strays), (json!({"a": 1}), vec![("a".into(), json!(2))]));
    }

    #[test]
    fn neither_depth_nor_length_is_too_much() {
        for open in ["[", "{\"a\":", "[{\"a\":", "\"", "{", "{\"", "\\", "[\"a\":", "{\"a\":[1,"] {
            let parsed = parse(&open.repeat(50_000));
            assert!(parsed.gaps > 0, "{open}");
        }
    }
}
