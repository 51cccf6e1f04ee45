//! Takes functions out of a WASM module by name.
//!
//! No tool that we have does it: `wasm-opt` must keep every function that a table names, and the tables
//! of trait objects name many that are never called.

use crate::Outcome;

/// Sections of a module, as far as they matter here.
const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;

/// A function without locals that does nothing but stop: `unreachable`, `end`.
const STOP: [u8; 3] = [0, 0x00, 0x0b];

/// The module with every function that `unwanted` picks by its name replaced by one that stops the
/// program. `wasm-opt` then removes what only those called.
pub fn without(module: &[u8], unwanted: fn(&str) -> bool) -> Outcome<Vec<u8>> {
    cut(module, unwanted)
        .ok_or_else(|| "the WASM is not as it should be: did its format change?".into())
}

fn cut(module: &[u8], unwanted: fn(&str) -> bool) -> Option<Vec<u8>> {
    let (header, rest) = module.split_at_checked(8)?;
    let sections = sections(rest)?;
    let of_kind = |kind| sections.iter().filter(move |(found, _)| *found == kind);
    let imported = match of_kind(IMPORT).next() {
        Some((_, section)) => imported_functions(section)?,
        None => 0,
    };
    let mut out = of_kind(CUSTOM)
        .filter_map(|(_, section)| picked(section, unwanted))
        .flatten()
        .collect::<Vec<u64>>();
    out.sort_unstable();
    let mut result = header.to_vec();
    for (kind, section) in &sections {
        let body = if *kind == CODE { code(section, imported, &out)? } else { section.to_vec() };
        result.push(*kind);
        write(&mut result, body.len() as u64);
        result.extend(body);
    }
    Some(result)
}

/// The sections by kind.
fn sections(bytes: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut reader = Reader(bytes);
    let mut sections = Vec::new();
    while !reader.0.is_empty() {
        sections.push((reader.byte()?, reader.block()?));
    }
    Some(sections)
}

/// How many functions come from outside; they are counted before the module's own.
fn imported_functions(section: &[u8]) -> Option<u64> {
    let mut reader = Reader(section);
    let mut functions = 0;
    for _ in 0..reader.number()? {
        reader.block()?;
        reader.block()?;
        match reader.byte()? {
            0 => {
                functions += 1;
                reader.number()?;
            }
            kind @ (1 | 2) => {
                // A table says of what it is; tables and memories have limits.
                if kind == 1 {
                    reader.byte()?;
                }
                let has_most = reader.byte()? & 1 == 1;
                reader.number()?;
                if has_most {
                    reader.number()?;
                }
            }
            3 => {
                reader.byte()?;
                reader.byte()?;
            }
            4 => {
                reader.byte()?;
                reader.number()?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

/// The numbers of the functions to take out, if this is the section of names.
fn picked(section: &[u8], unwanted: fn(&str) -> bool) -> Option<Vec<u64>> {
    const FUNCTIONS: u8 = 1;
    let mut reader = Reader(section);
    if reader.block()? != b"name" {
        return None;
    }
    let mut picked = Vec::new();
    while !reader.0.is_empty() {
        let kind = reader.byte()?;
        let mut names = Reader(reader.block()?);
        if kind == FUNCTIONS {
            for _ in 0..names.number()? {
                let number = names.number()?;
                if std::str::from_utf8(names.block()?).is_ok_and(unwanted) {
                    picked.push(number);
                }
            }
        }
    }
    Some(picked)
}

/// The code with those functions replaced.
fn code(section: &[u8], imported: u64, out: &[u64]) -> Option<Vec<u8>> {
    let mut reader = Reader(section);
    let count = reader.number()?;
    let mut code = Vec::with_capacity(section.len());
    write(&mut code, count);
    for number in imported..imported + count {
        let body = reader.block()?;
        let body = if out.binary_search(&number).is_ok() { &STOP[..] } else { body };
        write(&mut code, body.len() as u64);
        code.extend(body);
    }
    Some(code)
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number, seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A length and so many bytes.
    fn block(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (block, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(block)
    }
}

fn write(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number as u8 & 0x7f) | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with an imported function and two of its own, `keep` and `drop`.
    fn module(keep: &[u8], drop: &[u8]) -> Vec<u8> {
        let block = |bytes: &[u8]| [&[bytes.len() as u8], bytes].concat();
        let section = |kind: u8, body: &[u8]| [&[kind][..], &block(body)].concat();
        let names =
            [&[3, 0][..], &block(b"from outside"), &[1], &block(b"keep"), &[2], &block(b"drop")]
                .concat();
        let custom = [&block(b"name")[..], &section(1, &names)].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(IMPORT, &[1, 1, b'a', 1, b'b', 0, 0]),
            section(3, &[2, 0, 0]),
            section(CODE, &[&[2][..], &block(keep), &block(drop)].concat()),
            section(CUSTOM, &custom),
        ]
        .concat()
    }

    #[test]
    fn only_what_is_named_goes() {
        let long = [&[0][..], &[0x01; 40], &[0x0b]].concat();
        let before = module(&long, &long);
        assert_eq!(without(&before, |_| false).as_ref(), Ok(&before));
        assert_eq!(without(&before, |name| name == "drop"), Ok(module(&long, &STOP)));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let module = module(&STOP, &STOP);
        assert!(without(&module[..module.len() - 1], |_| true).is_err());
        assert!(without(b"", |_| true).is_err());
    }
}
