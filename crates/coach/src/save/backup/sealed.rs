//! A file that a passphrase protects: what stands outside of what is sealed.
//!
//! The browser does the sealing (Web Crypto); here is the envelope, which says how it was done, so that a
//! later version may do it better and still open these. The key comes from the passphrase by
//! PBKDF2-HMAC-SHA-256, the words are sealed with AES-256-GCM, which also tells whether the passphrase is
//! the right one. All that stands outside is sealed along as additional data: nobody can exchange it.

use serde_json::{Map, Value, json};

use super::{ImportError, sum};
use crate::save::envelope::{APP, VERSION};

/// How often the passphrase goes through the mill: OWASP's advice for PBKDF2-HMAC-SHA-256 (Password
/// Storage Cheat Sheet, 2023). About a second on a cheap phone.
const ITERATIONS: u32 = 600_000;
/// The most of a file from elsewhere, so that it cannot hang the page: some ten seconds on a cheap phone.
const MOST_ITERATIONS: u32 = 5_000_000;
/// The salt that this version makes, in bytes; NIST SP 800-132 asks for 16 at least.
const SALT: usize = 16;
/// The longest salt that is read, in bytes.
const LONGEST_SALT: usize = 64;
/// The only length of IV that AES-GCM is made for, in bytes (NIST SP 800-38D).
const IV: usize = 12;
/// What GCM adds for its seal, in bytes.
const TAG: usize = 16;
/// The fewest characters of a passphrase. OWASP and NIST SP 800-63B ask for eight where nothing else
/// protects.
const SHORTEST: usize = 8;

/// How something is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// How often the passphrase goes through the mill.
    pub iterations: u32,
    /// Makes the same passphrase give another key each time.
    pub salt: Vec<u8>,
    /// Makes the same key seal differently each time.
    pub iv: Vec<u8>,
}

/// A sealed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// How it is sealed.
    pub recipe: Recipe,
    /// What is sealed: the bytes of a file that is not protected, and the tag.
    pub bytes: Vec<u8>,
    /// Whether the file is not as it was saved. It may still open, where the damage is beside the point.
    pub damaged: bool,
}

/// Why a passphrase cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadSeal {
    /// Fewer characters than it needs, and how many those are.
    TooShort(usize),
    /// The two times that it was typed are not the same.
    NotTheSame,
}

impl Recipe {
    /// How many random bytes [`Recipe::new`] needs.
    pub const RANDOM: usize = SALT + IV;

    /// A new recipe of random bytes.
    #[must_use]
    pub fn new(random: &[u8; Self::RANDOM]) -> Self {
        let (salt, iv) = random.split_at(SALT);
        Self { iterations: ITERATIONS, salt: salt.to_vec(), iv: iv.to_vec() }
    }

    fn label(&self) -> Map<String, Value> {
        let label = json!({
            "app": APP,
            "kind": Sealed::KIND,
            "version": VERSION,
            "key": {
                "by": "PBKDF2", "hash": "SHA-256", "iterations": self.iterations,
                "salt": base64(&self.salt),
            },
            "cipher": {"by": "AES-256-GCM", "iv": base64(&self.iv)},
        });
        label.as_object().cloned().unwrap_or_default()
    }

    /// What is sealed along with the words: all that stands outside, as the shortest JSON.
    #[must_use]
    pub fn outside(&self) -> String {
        Value::Object(self.label()).to_string()
    }

    /// The file's text, with the sealed bytes in it.
    ///
    /// # Errors
    /// Only where a value cannot be put into JSON at all, which nothing of this has.
    pub fn to_file(&self, sealed: &[u8]) -> Result<String, serde_json::Error> {
        let mut root = self.label();
        root.insert("sealed".to_owned(), base64(sealed).into());
        sum::seal(root)
    }
}

impl Sealed {
    /// The name that marks the file.
    pub(super) const KIND: &str = "sealed-backup";

    /// Whether a passphrase may be taken, typed twice.
    ///
    /// # Errors
    /// Why not.
    pub fn may_be_sealed_with(passphrase: &str, again: &str) -> Result<(), BadSeal> {
        if passphrase.chars().count() < SHORTEST {
            return Err(BadSeal::TooShort(SHORTEST));
        }
        if passphrase == again { Ok(()) } else { Err(BadSeal::NotTheSame) }
    }

    /// Reads the envelope. `sound` is whether the file was JSON without a fault.
    pub(super) fn read(root: &Map<String, Value>, sound: bool) -> Result<Self, ImportError> {
        let whole = sound && root.get(sum::CHECKSUM) == Some(&sum::of(root).into());
        let version = root.get("version").and_then(Value::as_u64);
        if let Some(version) = version
            && version > u64::from(VERSION)
        {
            return Err(ImportError::FromNewer(u32::try_from(version).unwrap_or(u32::MAX)));
        }
        // Where the checksum holds, what does not fit was never ours.
        let strange = if whole { ImportError::SealedStrange } else { ImportError::SealedDamaged };
        let Some((key, cipher)) = root.get("key").zip(root.get("cipher")) else {
            return Err(strange);
        };
        let is = |of: &Value, name, word| of.get(name).and_then(Value::as_str) == Some(word);
        let known = is(key, "by", "PBKDF2")
            && is(key, "hash", "SHA-256")
            && is(cipher, "by", "AES-256-GCM");
        let bytes = |of: Option<&Value>| of.and_then(Value::as_str).and_then(from_base64);
        let iterations = key.get("iterations").and_then(Value::as_u64).unwrap_or(0);
        let iterations = u32::try_from(iterations).unwrap_or(u32::MAX);
        let (Some(salt), Some(iv), Some(sealed)) =
            (bytes(key.get("salt")), bytes(cipher.get("iv")), bytes(root.get("sealed")))
        else {
            return Err(strange);
        };
        let fits = known
            && (1..=MOST_ITERATIONS).contains(&iterations)
            && (1..=LONGEST_SALT).contains(&salt.len())
            && iv.len() == IV
            && sealed.len() > TAG;
        if !fits {
            return Err(strange);
        }
        let recipe = Recipe { iterations, salt, iv };
        Ok(Self { recipe, bytes: sealed, damaged: !whole })
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as base64 (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let letter = (word >> (18 - 6 * place)) & 63;
            let there = place <= three.len();
            out.push(if there { char::from(LETTERS[letter as usize]) } else { '=' });
        }
    }
    out
}

/// Reads base64 as it is written above, and nothing else.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    if !bytes.len().is_multiple_of(4) {
        return None;
    }
    let end = text.trim_end_matches('=').len();
    if bytes.len() - end > 2 {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    for four in bytes[..end].chunks(4) {
        let mut word = 0;
        for byte in four {
            let value = match byte {
                b'A'..=b'Z' => byte - b'A',
                b'a'..=b'z' => byte - b'a' + 26,
                b'0'..=b'9' => byte - b'0' + 52,
                b'+' => 62,
                b'/' => 63,
                _ => return None,
            };
            word = word << 6 | u32::from(value);
        }
        word <<= 6 * (4 - four.len());
        let three = word.to_be_bytes();
        out.extend_from_slice(&three[1..four.len()]);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::save::{Backup, File, backup::file, mutations::Dice, open};

    #[test]
    fn base64_is_as_everybody_writes_it() {
        // RFC 4648, section 10.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
            assert_eq!(from_base64(text).unwrap(), bytes.as_bytes());
        }
        for bad in ["Zg", "Zg=", "Z===", "====", "Zm9v!A==", "é==="] {
            assert_eq!(from_base64(bad), None, "{bad}");
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(from_base64(&base64(&all)), Some(all));
    }

    fn sealed() -> Sealed {
        let recipe = Recipe::new(&[7; Recipe::RANDOM]);
        Sealed { recipe, bytes: (0..200).collect(), damaged: false }
    }

    #[test]
    fn what_is_sealed_reads_back() {
        let sealed = sealed();
        let file = sealed.recipe.to_file(&sealed.bytes).unwrap();
        assert_eq!(open(&file), Ok(File::Sealed(sealed.clone())));
        assert_eq!(Backup::from_file(&file), Err(ImportError::NotOurs));
        let windows = file.replace('\n', "\r\n");
        assert_eq!(open(&windows), Ok(File::Sealed(sealed)), "another layout is no damage");
    }

    /// Sealed by another program (Node's own cryptography), with the passphrase "café lamp River 7": the
    /// journey `protected_copy` opens it in the browsers.
    #[test]
    fn what_version_1_sealed_reads() {
        let file = include_str!("../fixtures/v1/backup-sealed.json");
        let Ok(File::Sealed(sealed)) = open(file) else { panic!("{:?}", open(file)) };
        let plain = include_str!("../fixtures/v1/backup-summed.json");
        assert_eq!((sealed.damaged, sealed.recipe.iterations), (false, 600_000));
        assert_eq!(sealed.bytes.len(), plain.len() + TAG);
        assert_eq!(sealed.recipe.to_file(&sealed.bytes).unwrap(), file);
        assert_eq!(
            sealed.recipe.outside(),
            r#"{"app":"rapport","cipher":{"by":"AES-256-GCM","iv":"AAECAwQFBgcICQoL"},"key":{"by":"PBKDF2","hash":"SHA-256","iterations":600000,"salt":"oKGio6SlpqeoqaqrrK2urw=="},"kind":"sealed-backup","version":1}"#
        );
    }

    #[test]
    fn no_damage_to_a_sealed_file_goes_unsaid() {
        let sealed = sealed();
        let file = sealed.recipe.to_file(&sealed.bytes).unwrap();
        let (mut opened, mut refused) = (0, 0);
        for seed in 0..2_000 {
            let mut dice = Dice::new(seed);
            let mut bytes = file.clone().into_bytes();
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            if seed % 4 == 0 {
                bytes.truncate(at);
            }
            match open(&String::from_utf8_lossy(&bytes)) {
                Ok(File::Sealed(read)) if !read.damaged => assert_eq!(read, sealed, "seed {seed}"),
                Ok(File::Sealed(_)) => opened += 1,
                Ok(File::Plain(_)) => panic!("seed {seed}: taken for a plain one"),
                Err(_) => refused += 1,
            }
        }
        assert!(opened > 500 && refused > 500, "{opened} {refused}");
    }

    #[test]
    fn a_file_that_asks_for_too_much_is_refused() {
        let change = |name: &str, value: Value, place: &str| {
            let sealed = sealed();
            let mut root = sealed.recipe.label();
            root.insert("sealed".to_owned(), base64(&sealed.bytes).into());
            match place {
                "" => drop(root.insert(name.to_owned(), value)),
                place => root[place][name] = value,
            }
            open(&sum::seal(root).unwrap())
        };
        assert!(change("iterations", json!(5_000_000), "key").is_ok());
        for (name, value, place) in [
            ("iterations", json!(5_000_001), "key"),
            ("iterations", json!(4_294_967_296_u64 + 600_000), "key"),
            ("iterations", json!(0), "key"),
            ("iterations", json!(-1), "key"),
            ("iterations", json!(1e300), "key"),
            ("hash", json!("MD5"), "key"),
            ("by", json!("none"), "cipher"),
            ("salt", json!(base64(&[0; 65])), "key"),
            ("salt", json!(""), "key"),
            ("iv", json!(base64(&[0; 13])), "cipher"),
            ("key", json!([]), ""),
            ("cipher", json!(null), ""),
            ("sealed", json!(base64(&[0; 16])), ""),
            ("sealed", json!({"a": 1}), ""),
        ] {
            let said = change(name, value.clone(), place);
            assert_eq!(said, Err(ImportError::SealedStrange), "{name} {value}");
        }
        assert_eq!(change("version", json!(2), ""), Err(ImportError::FromNewer(2)));
    }

    #[test]
    fn the_largest_copy_can_be_sealed_and_opened() {
        let label = Recipe::new(&[7; Recipe::RANDOM]).to_file(&[]).unwrap().len();
        let sealed = (file::LARGEST + TAG).div_ceil(3) * 4;
        assert!(label + sealed <= file::LARGEST_FILE);
    }

    #[test]
    fn a_passphrase_is_typed_twice_and_not_short() {
        let may = Sealed::may_be_sealed_with;
        assert_eq!(may("river lamp", "river lamp"), Ok(()));
        assert_eq!(may("river lamp", "river lam"), Err(BadSeal::NotTheSame));
        assert_eq!(may("ünïcödé", "ünïcödé"), Err(BadSeal::TooShort(8)));
        assert_eq!(may("ünïcödés", "ünïcödés"), Ok(()));
    }
}
