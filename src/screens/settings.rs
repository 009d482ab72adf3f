//! How the screen looks: a few settings, each at once.

use session::Event;
use session::view::{SettingView, SettingsView};
use yew::{AttrValue, Html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::choices::{Row, rows};
use crate::components::element::{element, element_with, group};
use crate::components::heading::{Level, heading};
use crate::components::words::paragraph;

/// The settings.
pub fn settings(pen: Pen<'_>, view: &SettingsView) -> Html {
    let settings = view.settings.iter().enumerate();
    let settings = settings.map(|(place, view)| setting(pen, place, view));
    let back = button(pen, Weight::Quiet, &view.back, Event::PressedBack);
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        group(settings.collect()),
        paragraph(pen, "", &view.aloud),
        element("div", "actions", vec![back]),
    ])
}

fn setting(pen: Pen<'_>, place: usize, view: &SettingView) -> Html {
    let name = AttrValue::from(["setting-", &place.to_string()].concat());
    let row = |(place, look): (usize, &session::view::LookView)| Row {
        kind: "radio",
        id: [&name, "-", &place.to_string()].concat(),
        value: place.to_string(),
        is_chosen: look.is_chosen,
        picture: None,
        label: look.label.clone(),
        event: Event::Set(view.setting, look.look),
    };
    let looks = view.looks.iter().enumerate().map(row).collect();
    let legend = element_with(
        "legend",
        &[],
        Vec::new(),
        vec![heading(pen, Level::Part, &view.name)],
    );
    element("fieldset", "", vec![legend, rows(pen, &name, looks)])
}
