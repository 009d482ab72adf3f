//! Reading aloud, with voices of this device alone: a voice of another kind would send the text to whoever offers it.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::Reflect;
use session::aloud::Heard;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Hears of voices, and of the moment when nobody sees the page any more, until it is dropped.
pub type Listener = Vec<EventListener>;

/// Something that is being read; dropped, it falls silent.
#[derive(Debug)]
pub struct Reading {
    speaker: SpeechSynthesis,
    _ends: Vec<EventListener>,
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.speaker.cancel();
    }
}

/// Says which languages can be read, now and whenever that changes, and when the page is hidden.
pub fn listen(on_news: impl Fn(Heard) + Clone + 'static) -> Listener {
    let Some(speaker) = speaker() else {
        return Listener::new();
    };
    let tell = {
        let (speaker, on_news) = (speaker.clone(), on_news.clone());
        move || on_news(Heard::Voices(langs(&speaker)))
    };
    tell();
    let hidden = move |_: &web_sys::Event| {
        if document().hidden() {
            on_news(Heard::Ended);
        }
    };
    vec![
        EventListener::new(&speaker, "voiceschanged", move |_| tell()),
        EventListener::new(&document(), "visibilitychange", hidden),
        // Some browsers go on talking after the page is gone.
        EventListener::new(&window(), "pagehide", move |_| speaker.cancel()),
    ]
}

/// Reads the screen from its heading on, in the order in which it is seen; `on_end` hears when all was read. `None`
/// when there is nothing to read or no voice to read it with.
pub fn read(on_end: impl Fn() + Clone + 'static) -> Option<Reading> {
    let speaker = speaker()?;
    let voices = voices(&speaker);
    let spoken: Vec<SpeechSynthesisUtterance> = pieces(&document().query_selector("main").ok()??)
        .into_iter()
        .filter_map(|piece| {
            let voice = voices
                .iter()
                .find(|voice| main(&voice.lang()) == piece.lang)?;
            let spoken = SpeechSynthesisUtterance::new_with_text(&piece.text).ok()?;
            // Without a voice of its own the browser picks any, also one of another kind.
            spoken.set_voice(Some(voice));
            spoken.set_lang(&voice.lang());
            Some(spoken)
        })
        .collect();
    let last = spoken.last()?;
    let ends = ["end", "error"].map(|name| {
        let on_end = on_end.clone();
        EventListener::new(last, name, move |_| on_end())
    });
    speaker.cancel();
    for spoken in &spoken {
        speaker.speak(spoken);
    }
    Some(Reading {
        speaker,
        _ends: ends.into(),
    })
}

/// `None` in browsers that cannot speak at all.
fn speaker() -> Option<SpeechSynthesis> {
    let found = Reflect::get(&window(), &"speechSynthesis".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// The voices that need no network.
fn voices(speaker: &SpeechSynthesis) -> Vec<SpeechSynthesisVoice> {
    let voices = speaker.get_voices();
    voices
        .iter()
        .map(JsCast::unchecked_into)
        .filter(SpeechSynthesisVoice::local_service)
        .collect()
}

fn langs(speaker: &SpeechSynthesis) -> Vec<String> {
    let voices = voices(speaker);
    let mut langs: Vec<String> = voices.iter().map(|voice| main(&voice.lang())).collect();
    langs.sort_unstable();
    langs.dedup();
    langs
}

/// `ja` of `ja-JP`, and of `ja_JP` as Android has it.
fn main(lang: &str) -> String {
    let main = lang.split(['-', '_']).next().unwrap_or_default();
    main.to_ascii_lowercase()
}

/// What is read without a pause, in one language.
struct Piece {
    text: String,
    lang: String,
}

/// What stands together without a pause between.
const BLOCKS: &str =
    "p,h1,h2,h3,h4,li,dt,dd,label,button,legend,summary,strong,blockquote,figcaption";
/// What is not there for the eye, or is no text: brackets of furigana, lists to pick from, what is folded away.
const UNREAD: &str =
    "rp,select,.heard,.paper,[hidden],[aria-hidden],details:not([open])>:not(summary)";

fn pieces(screen: &Element) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut block = None;
    for (text, parent) in texts(screen) {
        let around = closest(&parent, BLOCKS);
        let lang = closest(&parent, "[lang]").and_then(|element| element.get_attribute("lang"));
        let lang = main(&lang.unwrap_or_default());
        match pieces.last_mut() {
            Some(last) if around == block && last.lang == lang => last.text.push_str(&text),
            Some(_) | None => pieces.push(Piece { text, lang }),
        }
        block = around;
    }
    pieces.retain(|piece| !piece.text.trim().is_empty());
    pieces
}

/// Every text of the screen that is read, with the element it stands in.
fn texts(screen: &Element) -> Vec<(String, Element)> {
    let mut found = Vec::new();
    let mut rest: Vec<Node> = vec![screen.clone().unchecked_into()];
    while let Some(node) = rest.pop() {
        let children = node.child_nodes();
        // The last one first, so that the first is the next to be taken.
        rest.extend(
            (0..children.length())
                .rev()
                .filter_map(|place| children.get(place)),
        );
        if let (Node::TEXT_NODE, Some(parent)) = (node.node_type(), node.parent_element())
            && is_read(&parent)
            && let Some(text) = node.text_content()
        {
            found.push((text, parent));
        }
    }
    found
}

/// Of a word with furigana the reading is read, seen or not, and the kanji are not: once, and as it was meant.
fn is_read(parent: &Element) -> bool {
    match parent.local_name().as_str() {
        "ruby" => false,
        "rt" => closest(parent, UNREAD).is_none(),
        _ => closest(parent, UNREAD).is_none() && parent.get_client_rects().length() > 0,
    }
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}
