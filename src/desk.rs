//! What the counselor's page asks for outside, and what became of it.

use session::{CounterEffect, CounterEvent};

use crate::ports::{address, camera};
use crate::screens::counter::CAMERA;
pub use crate::screens::counter::LINE;

/// Does what was asked for; `None` where nothing is heard of it.
pub async fn performed(effect: CounterEffect) -> Option<CounterEvent> {
    match effect {
        CounterEffect::TakeAddress => Some(CounterEvent::AddressTaken(address::take_link())),
        CounterEffect::FindCamera => Some(CounterEvent::CameraFound(camera::can_scan().await)),
        CounterEffect::StartCamera => Some(CounterEvent::Scanned(camera::scan(CAMERA).await)),
        CounterEffect::StopCamera => {
            camera::stop();
            None
        }
        // The app puts the focus where it belongs once the page is drawn.
        CounterEffect::FocusLine => None,
    }
}
