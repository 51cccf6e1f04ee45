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
    /// A ribbon in a book.
    Mark,
    /// An open book.
    Book,
    /// A question mark in a bubble.
    Quiz,
    /// Two arrows that cross.
    Shuffle,
    /// Two sheets, one behind the other.
    Copy,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// An arrow out of a box.
    Share,
    /// A circle of an arrow.
    Again,
    /// A plus.
    Plus,
    /// A pencil.
    Edit,
    /// A basket.
    Remove,
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
            Self::Mark => "M7 4h10v16.500l-5-4-5 4z",
            Self::Book => "M12 6.500C10 5 7.500 4.500 4 4.500v13c3.500 0 6 .500 8 2 2-1.500 4.500-2 8-2v-13c-3.500 0-6 .500-8 2zM12 6.500v13",
            Self::Quiz => "M4 4.500h16v12H10.500L6.500 20v-3.500H4zM9.800 8.500a2.200 2.200 0 1 1 3.300 1.900c-.700.400-1.100.900-1.100 1.600M12 14v.200",
            Self::Shuffle => "M4 7h3l9 10h4M4 17h3l2.500-2.800M13.500 9.800 16 7h4M17.500 4.500 20 7l-2.500 2.500M17.500 14.500 20 17l-2.500 2.500",
            Self::Copy => "M9 8.500h10.500v12H9zM15 8.500v-5H4.500v12H9",
            Self::Up => "M12 19.500V5m-6.500 6.500L12 5l6.500 6.500",
            Self::Down => "M12 4.500V19m-6.500-6.500L12 19l6.500-6.500",
            Self::Share => "M12 14.500V4m-4 4 4-4 4 4M6 11.500H4.500v9h15v-9H18",
            Self::Again => "M19.500 12a7.500 7.500 0 1 1-2.300-5.400M19.500 4v4.500H15",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Edit => "M5 19l1-4.500L16.500 4 20 7.500 9.500 18zM14 6.500 17.500 10",
            Self::Remove => "M4.500 7h15M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13M10 11v5.500M14 11v5.500",
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
