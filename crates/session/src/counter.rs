//! The counselor's page: a code back into the sheet. Nothing of it is kept, asked for outside, or mixed with the visit of whoever looks at it.

use domain::code::{self, Coded, Damaged, Meant};

use crate::effect::Effect;
use crate::model::Model;

/// What happened on the counselor's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CounterEvent {
    /// The line was typed in, pasted into, or filled by a reader: all of it as it is now.
    Typed(String),
    /// "Open", or Enter in the line, as readers send it.
    PressedOpen,
    /// "For the next person".
    PressedNextPerson,
    /// "Use the camera".
    PressedCamera,
    /// "Stop the camera".
    PressedStop,
    /// Whether this browser can look for a code with a camera.
    CameraFound(bool),
    /// What came of looking with the camera.
    Scanned(Scan),
    /// The code that stood in the address, as it was found; empty when there was none.
    AddressTaken(String),
}

/// What came of looking with the camera.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scan {
    /// It saw this code.
    Code(String),
    /// There is no camera, or it may not be used.
    Refused,
    /// It was stopped.
    Stopped,
}

/// What the shell is asked to do for the counselor's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CounterEffect {
    /// Hand over the code that stood in the address, and forget it.
    TakeAddress,
    /// Say whether this browser can look for a code with a camera. Nothing is asked of the person, and no camera is touched.
    FindCamera,
    /// Look for a code with the camera.
    StartCamera,
    /// Let the camera go.
    StopCamera,
    /// Put the focus in the line, so that a reader can type at once.
    FocusLine,
}

/// The camera, as far as the page needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Camera {
    /// This browser cannot look for a code.
    #[default]
    Missing,
    Ready,
    Running,
    Refused,
}

/// Why a code cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It cannot be read; the group, from 1, in which something is likely wrong.
    Damaged(Damaged, Option<usize>),
    /// It is for somebody close, not for a counselor.
    OtherUse,
}

/// What the page knows; forgotten when it is left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Counter {
    pub(crate) typed: String,
    pub(crate) opened: Option<Result<Coded, Trouble>>,
    pub(crate) camera: Camera,
}

impl Counter {
    /// Reads a code; whole, or not at all.
    fn open(&mut self, brought: &str) -> Vec<Effect> {
        let opened = match code::read(brought) {
            Ok(coded) if coded.meant == Meant::ForCounselor => Ok(coded),
            Ok(_) => Err(Trouble::OtherUse),
            Err(damaged) => Err(Trouble::Damaged(damaged, code::suspected_group(brought))),
        };
        let is_open = opened.is_ok();
        self.opened = Some(opened);
        if !is_open {
            return vec![Effect::FocusError];
        }
        self.typed.clear();
        let mut effects = self.stop();
        effects.push(Effect::FocusHeading);
        effects
    }

    fn stop(&mut self) -> Vec<Effect> {
        if self.camera != Camera::Running {
            return Vec::new();
        }
        self.camera = Camera::Ready;
        vec![Effect::ForCounter(CounterEffect::StopCamera)]
    }

    fn scanned(&mut self, scan: Scan) -> Vec<Effect> {
        if self.camera != Camera::Running {
            // What was seen after the camera was let go does not count.
            return Vec::new();
        }
        self.camera = Camera::Ready;
        match scan {
            Scan::Code(text) => self.open(&text),
            Scan::Stopped => Vec::new(),
            Scan::Refused => {
                self.camera = Camera::Refused;
                Vec::new()
            }
        }
    }
}

impl Model {
    /// Takes one event of the counselor's page in.
    pub(crate) fn counter_update(&mut self, event: CounterEvent) -> Vec<Effect> {
        let counter = &mut self.counter;
        match event {
            CounterEvent::Typed(text) => {
                counter.typed = text;
                Vec::new()
            }
            CounterEvent::PressedOpen => {
                let typed = counter.typed.clone();
                counter.open(&typed)
            }
            CounterEvent::PressedNextPerson => {
                let camera = counter.camera;
                *counter = Counter {
                    camera,
                    ..Counter::default()
                };
                vec![Effect::ForCounter(CounterEffect::FocusLine)]
            }
            CounterEvent::PressedCamera => {
                counter.camera = Camera::Running;
                vec![Effect::ForCounter(CounterEffect::StartCamera)]
            }
            CounterEvent::PressedStop => counter.stop(),
            CounterEvent::CameraFound(is_there) => {
                if is_there && counter.camera == Camera::Missing {
                    counter.camera = Camera::Ready;
                }
                Vec::new()
            }
            CounterEvent::Scanned(scan) => counter.scanned(scan),
            CounterEvent::AddressTaken(text) if text.is_empty() => Vec::new(),
            CounterEvent::AddressTaken(text) => {
                // What cannot be read stays in the line, to be put right.
                counter.typed.clone_from(&text);
                counter.open(&text)
            }
        }
    }

    /// What the page needs when it is come to.
    pub(crate) fn need_for_counter(&self) -> Vec<Effect> {
        [CounterEffect::TakeAddress, CounterEffect::FindCamera]
            .map(Effect::ForCounter)
            .into()
    }

    /// Forgets everything when the page is left.
    pub(crate) fn leave_counter(&mut self) -> Vec<Effect> {
        let effects = self.counter.stop();
        self.counter = Counter::default();
        effects
    }
}
