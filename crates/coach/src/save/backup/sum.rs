//! A checksum: it finds what was damaged on the way. It guards against accidents, not against people: who
//! changes a file on purpose can write a new one.

use serde_json::{Map, Value};

/// The name that the checksum stands under.
pub(super) const CHECKSUM: &str = "checksum";

/// CRC-32 as in ZIP, PNG and gzip (IEEE 802.3, reflected, 0xEDB88320), by half a byte.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    !update(!0, bytes)
}

const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut at = 0;
    while at < 16 {
        let mut value = at as u32;
        let mut bit = 0;
        while bit < 4 {
            value = if value & 1 == 1 { (value >> 1) ^ 0xEDB8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[at] = value;
        at += 1;
    }
    table
}

fn update(mut crc: u32, bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = table();
    for byte in bytes {
        crc ^= u32::from(*byte);
        crc = TABLE[(crc & 15) as usize] ^ (crc >> 4);
        crc = TABLE[(crc & 15) as usize] ^ (crc >> 4);
    }
    crc
}

/// The checksum of a file: of all its members but this one, each as the shortest JSON that says it, in the
/// order of their names. So it survives other line ends and another layout, and nothing else.
pub(super) fn of(root: &Map<String, Value>) -> String {
    let mut crc = !0;
    for (name, value) in root.iter().filter(|(name, _)| *name != CHECKSUM) {
        crc = update(crc, name.as_bytes());
        crc = update(crc, b"\n");
        crc = update(crc, value.to_string().as_bytes());
        crc = update(crc, b"\n");
    }
    format!("crc32-{:08x}", !crc)
}

/// Writes a file with its checksum.
pub(super) fn seal(mut root: Map<String, Value>) -> Result<String, serde_json::Error> {
    root.insert(CHECKSUM.to_owned(), of(&root).into());
    serde_json::to_string_pretty(&Value::Object(root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn it_is_the_crc_that_everybody_has() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(&[0; 32]), 0x190A_55AD);
    }

    #[test]
    fn every_member_counts_and_the_layout_does_not() {
        let root = json!({"a": 1, "b": ["x"]});
        let one = of(root.as_object().unwrap());
        let text = serde_json::to_string_pretty(&root).unwrap().replace('\n', "\r\n");
        let again: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(of(again.as_object().unwrap()), one);
        for other in [json!({"a": 2, "b": ["x"]}), json!({"a": 1, "c": ["x"]}), json!({"a": 1})] {
            assert_ne!(of(other.as_object().unwrap()), one);
        }
    }
}
