//! A list drawn as a picture, on a canvas that never stands on the page.

use gloo::utils::document;
use js_sys::{Function, Promise};
use session::keep::picture::{Picture, Size};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

/// In pixels; a telephone shows it whole, and a long list stays within what Safari allows.
const WIDTH: u32 = 720;
const MARGIN: f64 = 40.0;
const FONTS: &str = "\"Hiragino Sans\", \"BIZ UDPGothic\", Meiryo, \"Noto Sans JP\", \"Noto Sans CJK JP\", system-ui, sans-serif";

/// One piece of a line, where it stands.
struct Piece<'a> {
    text: &'a str,
    size: Size,
    bottom: f64,
}

/// The picture as PNG, or `None` where the browser does not draw or does not give out what it drew.
pub async fn drawn(picture: &Picture) -> Option<Blob> {
    let canvas = document().create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (pieces, bottom) = placed(picture, &pen);
    canvas.set_width(WIDTH);
    // Whole pixels, rounded up.
    canvas.set_height((bottom + MARGIN).ceil() as u32);
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, f64::from(WIDTH), bottom + MARGIN);
    pen.set_fill_style_str("#1a1a1a");
    for piece in pieces {
        pen.set_font(&font(piece.size));
        pen.fill_text(piece.text, MARGIN, piece.bottom).ok()?;
    }
    blob(&canvas).await
}

/// The pieces from top to bottom, and where the last one ends.
fn placed<'a>(picture: &'a Picture, pen: &CanvasRenderingContext2d) -> (Vec<Piece<'a>>, f64) {
    let room = f64::from(WIDTH) - 2.0 * MARGIN;
    let mut bottom = MARGIN;
    let mut pieces = Vec::new();
    for line in &picture.lines {
        pen.set_font(&font(line.size));
        let fits = |text: &str| {
            pen.measure_text(text)
                .is_ok_and(|found| found.width() <= room)
        };
        let (_, height, above) = measures(line.size);
        bottom += above;
        for text in line.broken(fits) {
            bottom += height;
            let size = line.size;
            pieces.push(Piece { text, size, bottom });
        }
    }
    (pieces, bottom)
}

/// The size of the letters, from line to line, and the room above, in pixels.
fn measures(size: Size) -> (u32, f64, f64) {
    match size {
        Size::Large => (32, 46.0, 24.0),
        Size::Normal => (27, 40.0, 4.0),
        Size::Small => (22, 33.0, 0.0),
    }
}

fn font(size: Size) -> String {
    let weight = match size {
        Size::Large => "bold",
        Size::Normal | Size::Small => "normal",
    };
    let (pixels, _, _) = measures(size);
    format!("{weight} {pixels}px {FONTS}")
}

async fn blob(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let mut asked = |resolve: Function, _: Function| {
        if canvas.to_blob(&resolve).is_err() {
            let _ = resolve.call0(&resolve);
        }
    };
    let made = JsFuture::from(Promise::new(&mut asked)).await.ok()?;
    made.dyn_into().ok()
}
