//! Has the linker keep what the split of the WASM needs to know.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_wasm = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if is_wasm && env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Which function calls which, for `wasm-split-cli` to cut along.
        println!("cargo::rustc-link-arg-bin=rapport=--emit-relocs");
    }
}
