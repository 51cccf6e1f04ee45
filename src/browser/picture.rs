//! A picture of a result, drawn in the colours of the page.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d as Pen, HtmlCanvasElement, Path2d};

use super::page::document;

/// The size that previews of links have, in pixels.
const SIZE: (u32, u32) = (1200, 630);
/// Room at the edges.
const EDGE: f64 = 80.0;
/// Right of this there is room again.
const END: f64 = SIZE.0 as f64 - EDGE;
/// The ribbon: its top, its height, the gap between two pieces.
const RIBBON: (f64, f64, f64) = (452.0, 40.0, 6.0);
/// How deep the notch at its end is.
const NOTCH: f64 = 18.0;
/// The largest size of the name, and the least.
const NAME: (u32, u32) = (64, 36);

/// A piece of the ribbon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Solid.
    Full,
    /// Of another colour.
    Late,
    /// Dashed.
    Open,
}

/// What is on the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Above the name, small.
    pub above: String,
    /// What the result is of.
    pub name: String,
    /// The result, large.
    pub figure: String,
    /// Beside it.
    pub beside: String,
    /// A piece for each item.
    pub ribbon: Vec<Part>,
    /// At the foot.
    pub foot: String,
}

/// Draws it as PNG. `None` where the browser cannot.
pub async fn png(picture: &Picture) -> Option<Blob> {
    let document = document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(SIZE.0);
    canvas.set_height(SIZE.1);
    let pen: Pen = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    draw(&pen, picture)?;
    let blob = Promise::new(&mut |done, _| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob(take.unchecked_ref());
    });
    JsFuture::from(blob).await.ok()?.dyn_into().ok()
}

/// The value of a token of the styles, as the theme has it now.
fn token(name: &str) -> Option<String> {
    let root = document()?.document_element()?;
    let style = web_sys::window()?.get_computed_style(&root).ok()??;
    style.get_property_value(name).ok().map(|value| value.trim().to_owned())
}

fn draw(pen: &Pen, picture: &Picture) -> Option<()> {
    let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let voice = token("--font-voice")?;
    let ink = token("--ink")?;
    let soft = token("--ink-soft")?;
    let font = |weight: u32, size: u32| pen.set_font(&format!("{weight} {size}px {voice}"));
    let write = |text: &str, colour: &str, x: f64, y: f64| {
        pen.set_fill_style_str(colour);
        let _ = pen.fill_text(text, x, y);
    };

    pen.set_fill_style_str(&token("--bg")?);
    pen.fill_rect(0.0, 0.0, width, height);
    pen.set_fill_style_str(&token("--accent")?);
    pen.fill_rect(0.0, 0.0, width, 14.0);
    mark(pen, &ink, &token("--accent")?)?;
    font(600, 40);
    write("Rapport", &ink, EDGE + 66.0, 105.0);

    font(500, 30);
    write(&picture.above, &soft, EDGE, 192.0);
    let mut size = NAME.0;
    font(600, size);
    while size > NAME.1
        && pen.measure_text(&picture.name).is_ok_and(|text| text.width() > END - EDGE)
    {
        size -= 4;
        font(600, size);
    }
    write(&picture.name, &ink, EDGE, 260.0);
    font(600, 132);
    write(&picture.figure, &ink, EDGE - 4.0, 410.0);
    let beside = pen.measure_text(&picture.figure).map_or(0.0, |text| text.width());
    font(500, 34);
    write(&picture.beside, &soft, EDGE + beside + 24.0, 410.0);
    ribbon(pen, &picture.ribbon)?;
    font(500, 28);
    write(&picture.foot, &soft, EDGE, 566.0);
    Some(())
}

/// The site's mark, as in the shell.
fn mark(pen: &Pen, ink: &str, accent: &str) -> Option<()> {
    pen.save();
    pen.translate(EDGE - 8.0, 58.0).ok()?;
    pen.scale(2.0, 2.0).ok()?;
    pen.set_line_width(5.5);
    pen.set_stroke_style_str(accent);
    pen.set_line_cap("round");
    pen.stroke_with_path(&Path2d::new_with_path_string("M16.8 18.9l7.4 7.9").ok()?);
    pen.set_line_cap("butt");
    pen.set_stroke_style_str(ink);
    pen.stroke_with_path(&Path2d::new_with_path_string("M10 6h8.2a6 6 0 0 1 0 12H14").ok()?);
    pen.set_fill_style_str(ink);
    let stem = Path2d::new_with_path_string("M4.5 3.25h7V29.5L8 26l-3.5 3.5z").ok()?;
    pen.fill_with_path_2d(&stem);
    pen.restore();
    Some(())
}

/// One strip with a piece for each item; its end is notched.
fn ribbon(pen: &Pen, parts: &[Part]) -> Option<()> {
    let (top, height, gap) = RIBBON;
    let count = parts.len().max(1) as f64;
    let wide = (END - EDGE - gap * (count - 1.0)) / count;
    let (full, late, edge) = (token("--act")?, token("--good")?, token("--edge")?);
    for (at, part) in parts.iter().enumerate() {
        let left = EDGE + at as f64 * (wide + gap);
        let (right, bottom) = (left + wide, top + height);
        let notch = if at + 1 == parts.len() { NOTCH.min(wide / 2.0) } else { 0.0 };
        pen.begin_path();
        pen.move_to(left, top);
        pen.line_to(right, top);
        pen.line_to(right - notch, top + height / 2.0);
        pen.line_to(right, bottom);
        pen.line_to(left, bottom);
        pen.close_path();
        match part {
            Part::Full | Part::Late => {
                pen.set_fill_style_str(if *part == Part::Full { &full } else { &late });
                pen.fill();
            }
            Part::Open => {
                pen.set_line_width(3.0);
                pen.set_stroke_style_str(&edge);
                let _ = pen.set_line_dash(&Array::of2(&8.0.into(), &6.0.into()));
                pen.stroke();
            }
        }
        if *part == Part::Late {
            // Told from a full one by shape too: a fine line along its middle.
            pen.set_fill_style_str(&token("--bg")?);
            pen.fill_rect(left, top + height * 0.4, wide - notch, height * 0.2);
        }
    }
    Some(())
}
