//! The ports in a real browser: what they answer, above all where the browser refuses.
//!
//! `cargo xtask test` compiles this to wasm and runs it by ChromeDriver; natively there is nothing to test.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

// The ports are private to the app, so that nothing else can call them; this reads the same source.
#[allow(
    dead_code,
    reason = "not every port can be tried without a person: printing opens a dialog"
)]
#[path = "../../src/ports/mod.rs"]
mod ports;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use domain::text::Lang;
use gloo::events::EventListener;
use gloo::utils::{body, document, window};
use js_sys::eval;
use session::Route;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit};
use yew::platform::time::sleep;

use ports::{address, clock, files, focus, form, network, page, storage};

wasm_bindgen_test_configure!(run_in_browser);

/// A piece of a page; it goes with this value.
struct Piece(Element);

impl Piece {
    fn new(html: &str) -> Self {
        let piece = document().create_element("div").unwrap();
        piece.set_inner_html(html);
        body().append_child(&piece).unwrap();
        Self(piece)
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets the browser do what it has put off.
async fn pause() {
    sleep(Duration::from_millis(50)).await;
}

#[wasm_bindgen_test]
fn answers_are_kept_until_they_are_forgotten() {
    storage::keep("role=patient");
    assert_eq!(storage::answers(), "role=patient");
    storage::forget();
    assert_eq!(storage::answers(), "");
}

#[wasm_bindgen_test]
fn a_picked_language_counts_only_on_the_copy_it_was_picked_on() {
    storage::keep_lang(Lang::Ja, Lang::En);
    assert_eq!(storage::lang(Lang::Ja), Some(Lang::En));
    assert_eq!(storage::lang(Lang::JaEasy), None);
}

#[wasm_bindgen_test]
fn a_browser_that_refuses_storage_keeps_nothing_and_nothing_breaks() {
    let refuse = "const kept = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
        Object.defineProperty(window, 'sessionStorage',
            { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });
        window.allowAgain = () => Object.defineProperty(window, 'sessionStorage', kept);";
    eval(&format!("{{ {refuse} }}")).unwrap();
    storage::keep("role=patient");
    storage::keep_lang(Lang::Ja, Lang::En);
    storage::forget();
    let (answers, lang) = (storage::answers(), storage::lang(Lang::Ja));
    eval("window.allowAgain()").unwrap();
    assert_eq!(answers, "");
    assert_eq!(lang, None);
}

#[wasm_bindgen_test]
async fn the_address_follows_the_route_and_says_when_it_changes() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listener = {
        let heard = Rc::clone(&heard);
        address::listen(move |route| heard.borrow_mut().push(route))
    };
    address::go(Route::Crisis);
    pause().await;
    assert_eq!(address::current(), Route::Crisis);
    // A better address in the place of this one is no change that a person made.
    address::replace(Route::Places);
    pause().await;
    assert_eq!(address::current(), Route::Places);
    drop(listener);
    address::go(Route::Start);
    pause().await;
    assert_eq!(*heard.borrow(), [Route::Crisis]);
}

#[wasm_bindgen_test]
fn a_clock_that_was_never_set_is_no_clock() {
    assert!(clock::now().is_some());
    eval("{ const kept = Date.now; Date.now = () => 0; window.clockAgain = () => { Date.now = kept; }; }").unwrap();
    let now = clock::now();
    eval("window.clockAgain()").unwrap();
    assert_eq!(now, None);
}

#[wasm_bindgen_test]
fn the_list_of_files_is_relative_to_the_page() {
    let block = r#"{"lang":"en","base":"../","rules":"r.bin","words":{"en":"w.bin"},"entries":{"07":"e.bin"}}"#;
    let _piece = Piece::new(&format!(
        "<script type=\"application/json\" id=\"files\">{block}</script>"
    ));
    let files = files::Files::read().unwrap();
    assert_eq!(files.lang(), Some(Lang::En));
    assert_eq!(files.rules().as_deref(), Some("../r.bin"));
    assert_eq!(files.words(Lang::En).as_deref(), Some("../w.bin"));
    assert_eq!(files.words(Lang::Ja), None);
    assert_eq!(
        files.entries("07".parse().unwrap()).as_deref(),
        Some("../e.bin")
    );
    assert_eq!(files.entries("13".parse().unwrap()), None);
}

#[wasm_bindgen_test]
fn a_list_of_files_that_is_broken_is_none() {
    assert!(files::Files::read().is_none());
    for block in ["", "{", "null", "[]", "{\"base\":1}"] {
        let _piece = Piece::new(&format!(
            "<script type=\"application/json\" id=\"files\">{block}</script>"
        ));
        assert!(files::Files::read().is_none(), "{block}");
    }
}

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_had_is_none() {
    assert!(
        network::bytes(Some("/".to_owned()))
            .await
            .is_some_and(|bytes| !bytes.is_empty())
    );
    assert_eq!(network::bytes(Some("/no-such-file".to_owned())).await, None);
    assert_eq!(network::bytes(Some("http://[".to_owned())).await, None);
    assert_eq!(network::bytes(None).await, None);
}

#[wasm_bindgen_test]
fn the_focus_goes_to_the_heading_and_to_nothing_that_is_not_there() {
    let _piece =
        Piece::new("<h1 id=\"title\" tabindex=\"-1\">…</h1><p id=\"error\" tabindex=\"-1\">…</p>");
    focus::heading();
    assert_eq!(focus::current(), "title");
    focus::error();
    assert_eq!(focus::current(), "error");
    focus::element("no-such-element");
    assert_eq!(focus::current(), "error");
}

#[wasm_bindgen_test]
fn the_app_takes_the_place_of_the_static_copy() {
    let _piece = Piece::new("<div id=\"static\">…</div><div id=\"app\" hidden></div>");
    page::reveal();
    assert!(document().get_element_by_id("static").is_none());
    assert!(!page::root().unwrap().has_attribute("hidden"));
    // A second time there is nothing to take the place of.
    page::reveal();
}

#[wasm_bindgen_test]
fn what_was_ticked_before_the_app_came_is_found() {
    let _piece = Piece::new(
        "<div id=\"static\"><input type=\"checkbox\" value=\"2\" checked><input type=\"checkbox\" value=\"3\">\
         <input type=\"checkbox\" value=\"x\" checked></div><input type=\"checkbox\" value=\"4\" checked>",
    );
    assert_eq!(page::picks(), [2]);
}

#[wasm_bindgen_test]
fn the_page_hears_that_the_files_cannot_be_had() {
    let heard = Rc::new(Cell::new(false));
    let _listener = {
        let heard = Rc::clone(&heard);
        EventListener::new(&window(), "tomoni-cannot-load", move |_| heard.set(true))
    };
    page::cannot_load();
    assert!(heard.get());
}

#[wasm_bindgen_test]
fn a_picked_row_is_known_by_its_place() {
    let piece =
        Piece::new("<select><option>a</option><option selected>b</option></select><p>…</p>");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let _listener = {
        let heard = Rc::clone(&heard);
        EventListener::new(&piece.0, "change", move |event| {
            heard.borrow_mut().push(form::selected_index(event))
        })
    };
    for element in ["select", "p"] {
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("change", &init).unwrap();
        piece
            .0
            .query_selector(element)
            .unwrap()
            .unwrap()
            .dispatch_event(&event)
            .unwrap();
    }
    assert_eq!(*heard.borrow(), [Some(1), None]);
}
