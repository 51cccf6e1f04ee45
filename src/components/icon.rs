//! The drawn signs. Each is one path on a 24 × 24 sheet and always stands beside a word or a name.

use leptos::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A sun coming up.
    Today,
    /// Two bubbles of speech.
    Talk,
    /// Three parts of a frame.
    Frame,
    /// A page with a gap in it.
    Blank,
    /// Steps going up.
    Steps,
    /// A gear.
    Gear,
    /// An arrow to the left.
    Back,
    /// A tick.
    Check,
    /// A flag.
    Flag,
    /// A cross.
    Close,
    /// A looking glass.
    Search,
    /// Two sliders.
    Filter,
    /// An arrow head to the right.
    Next,
    /// A clock.
    Clock,
    /// A sheet coming out of a printer.
    Print,
    /// An arrow into a tray.
    Save,
    /// A circle with a point in it.
    Note,
}

impl Icon {
    #[rustfmt::skip]
    const fn path(self) -> &'static str {
        match self {
            Self::Today => "M3 18.500h18M6.500 18.500a5.500 5.500 0 0 1 11 0M12 5v3.500M4.700 9.200l2.200 2M19.300 9.200l-2.200 2",
            Self::Talk => "M4 5h12a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H9l-4 3.5V14H4zM20.5 9.5v9.5l-3-2.5h-5",
            Self::Frame => "M4.500 5h15v4h-15zM4.500 13h9v6h-9zM17.500 13h2v6h-2z",
            Self::Blank => "M6 3.500h9l3.500 3.500v13.500H6zM9 10h6M9 13.500h2.500M9 17h6",
            Self::Steps => "M3.5 20h5v-5h5v-5h5V5h2",
            Self::Gear => "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3.5v2.800M12 17.700v2.800M3.500 12h2.800M17.700 12h2.800M6 6l2 2M16 16l2 2M18 6l-2 2M8 16l-2 2",
            Self::Back => "M19 12H5m6-6.500L4.500 12l6.500 6.500",
            Self::Check => "m4.500 12.500 5 5L20 7",
            Self::Flag => "M6 21V4.500h11.500L15 9l2.500 4.500H6",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Search => "M10.500 4.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5.500 5.500",
            Self::Filter => "M4 7h9M18 7h2M4 17h3M12 17h8M15.500 4.800a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400zM9.500 14.800a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z",
            Self::Next => "m9 5 7 7-7 7",
            Self::Clock => "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7v5.200l3.400 2",
            Self::Print => "M7 9V4h10v5M7 16.500H4.500V9h15v7.500H17M7.500 14h9v6h-9z",
            Self::Save => "M12 4v10.500m-4.500-4 4.500 4.500 4.500-4.500M4.500 16v4h15v-4",
            Self::Note => "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11v5M12 7.800v.200",
        }
    }
}

/// Draws a sign. It says nothing to a screen reader: the words beside it do.
#[component]
pub fn Sign(
    /// Which one.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
}
