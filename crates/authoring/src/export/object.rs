//! JSON objects put together field by field.

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::import::hsds::OURS;

/// A JSON object while it is being put together.
#[derive(Debug, Default)]
pub struct Object(Map<String, Value>);

impl Object {
    /// With a field, also where its value is empty: those that the schema requires.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// With a text, if there is one.
    pub fn text(self, name: &str, text: &str) -> Self {
        if text.is_empty() {
            self
        } else {
            self.with(name, text)
        }
    }

    /// With a list, if anything is in it.
    pub fn list(self, name: &str, list: Vec<Value>) -> Self {
        if list.is_empty() {
            self
        } else {
            self.with(name, list)
        }
    }

    /// The object.
    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// A UUID that is always the same for the same thing.
pub fn id(what: &str, name: &str) -> String {
    Uuid::new_v5(
        &Uuid::NAMESPACE_URL,
        format!("tomoni/{what}/{name}").as_bytes(),
    )
    .to_string()
}

/// An attribute of ours on something.
pub fn attribute(owner: &str, entity: &str, name: &str, value: &str) -> Value {
    Object::default()
        .with("id", id("attribute", &format!("{owner}/{name}")))
        .with("link_id", owner)
        .with("link_entity", entity)
        .with("link_type", [OURS, name].concat())
        .with("value", value)
        .done()
}
