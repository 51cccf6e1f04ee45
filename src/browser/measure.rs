//! Where on the page a text stands.

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element};

/// The lines that one sentence takes, in pixels below the top of its sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lines {
    /// Top of its first line.
    pub top: f64,
    /// Bottom of its first line.
    pub first_bottom: f64,
    /// Top of its last line.
    pub last_top: f64,
    /// Bottom of its last line.
    pub bottom: f64,
}

/// The lines of every element of that class below `sheet`, in order. Nothing for those that have no
/// box (a hidden page has none).
#[must_use]
pub fn lines(sheet: &Element, class: &str) -> Vec<Lines> {
    let origin = sheet.get_bounding_client_rect().top();
    let found = sheet.get_elements_by_class_name(class);
    (0..found.length())
        .filter_map(|i| {
            let rects = found.item(i)?.get_client_rects();
            let rect = |i| {
                rects.item(i).map(|rect: DomRect| (rect.top() - origin, rect.bottom() - origin))
            };
            let (top, first_bottom) = rect(0)?;
            let (last_top, bottom) = rect(rects.length().checked_sub(1)?)?;
            Some(Lines { top, first_bottom, last_top, bottom })
        })
        .collect()
}

/// Calls back whenever an element changes its size, until it is dropped.
pub struct SizeWatch {
    observer: web_sys::ResizeObserver,
    // Kept alive for as long as the observer may call it.
    _callback: wasm_bindgen::closure::Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Starts watching. `None` where the browser cannot.
    #[must_use]
    pub fn new(element: &Element, callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(callback);
        let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
