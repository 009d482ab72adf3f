//! Runs one wasm test file in a browser; `cargo xtask test` hands it to cargo as the runner of wasm tests.
//!
//! It is the `wasm-bindgen-test-runner` that belongs to the version pinned in Cargo.toml, so that nobody has to install one.

use std::process::ExitCode;

fn main() -> ExitCode {
    match wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
