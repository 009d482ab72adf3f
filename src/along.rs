//! What the screens of taking along ask for outside, and what became of it.

use session::keep::Told;
use session::{KeepEffect, KeepEvent};

use crate::ports::{address, download, picture, share, storage};

/// Neutral: others may see the list of files.
const PICTURE: &str = "list.png";

/// Does what was asked for.
pub async fn performed(effect: KeepEffect) -> KeepEvent {
    let told = match effect {
        KeepEffect::TakeLink => return KeepEvent::LinkTaken(address::take_link()),
        KeepEffect::Save(text) if storage::save(&text) => Told::Saved,
        KeepEffect::Save(_) => Told::SaveRefused,
        KeepEffect::ShareLink(fragment) => share::link(address::whole(&fragment)).await,
        KeepEffect::CopyLink(fragment) => share::copy(address::whole(&fragment)).await,
        KeepEffect::SharePicture(list) => {
            share::picture(PICTURE, picture::drawn(&list).await).await
        }
        KeepEffect::SaveFile(file) => {
            let made = download::text(file.kind, &file.text);
            if made.is_some_and(|made| download::save(file.name, &made)) {
                Told::FileMade
            } else {
                Told::FileFailed
            }
        }
    };
    KeepEvent::Told(told)
}
