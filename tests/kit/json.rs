//! JSON as our program prints it: one value, a value a line, or a list.

use serde_json::{Deserializer, Value};

/// The values in a text, lists opened.
pub fn values(text: &str) -> Vec<Value> {
    let stream = Deserializer::from_str(text).into_iter::<Value>();
    let read =
        stream.map(|value| value.unwrap_or_else(|error| panic!("this is not JSON ({error}):\n{text}")));
    read.flat_map(|value| match value {
        Value::Array(list) => list,
        other => vec![other],
    })
    .collect()
}

/// Every object, however deep, that has a field of this name.
pub fn objects_with<'value>(value: &'value Value, field: &str) -> Vec<&'value Value> {
    let inside: Vec<&Value> = match value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => Vec::new(),
    };
    let own = value.get(field).is_some().then_some(value);
    own.into_iter().chain(inside.into_iter().flat_map(|inner| objects_with(inner, field))).collect()
}
