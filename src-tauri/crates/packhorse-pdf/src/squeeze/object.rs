//! One object as PDF writes it.

use lopdf::{Object, StringFormat};
use std::io::Write as _;

/// Writes an object.
pub(super) fn write_object(bytes: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(value) => bytes.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => integer(bytes, *value),
        // Writing into memory cannot fail.
        Object::Real(value) => drop(write!(bytes, "{value}")),
        Object::Name(name) => write_name(bytes, name),
        Object::String(text, StringFormat::Literal) => literal(bytes, text),
        Object::String(text, StringFormat::Hexadecimal) => hexadecimal(bytes, text),
        Object::Array(items) => {
            bytes.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    bytes.push(b' ');
                }
                write_object(bytes, item);
            }
            bytes.push(b']');
        }
        Object::Dictionary(dictionary) => {
            bytes.extend_from_slice(b"<<");
            for (key, value) in dictionary {
                write_name(bytes, key);
                if !matches!(
                    value,
                    Object::Name(_) | Object::Array(_) | Object::Dictionary(_) | Object::String(..)
                ) {
                    bytes.push(b' ');
                }
                write_object(bytes, value);
            }
            bytes.extend_from_slice(b">>");
        }
        // A stream never stands inside another object; its dictionary is all that could be said.
        Object::Stream(stream) => write_object(bytes, &Object::Dictionary(stream.dict.clone())),
        Object::Reference((id, generation)) => {
            integer(bytes, *id);
            bytes.push(b' ');
            integer(bytes, *generation);
            bytes.extend_from_slice(b" R");
        }
    }
}

fn integer(bytes: &mut Vec<u8>, value: impl itoa::Integer) {
    bytes.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

fn write_name(bytes: &mut Vec<u8>, name: &[u8]) {
    bytes.push(b'/');
    if name.iter().all(u8::is_ascii_alphanumeric) {
        bytes.extend_from_slice(name);
        return;
    }
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            bytes.push(byte);
        } else {
            bytes.push(b'#');
            bytes.extend_from_slice(&digits(byte));
        }
    }
}

fn literal(bytes: &mut Vec<u8>, text: &[u8]) {
    bytes.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => bytes.extend_from_slice(&[b'\\', byte]),
            b'\r' => bytes.extend_from_slice(b"\\r"),
            b'\n' => bytes.extend_from_slice(b"\\n"),
            _ => bytes.push(byte),
        }
    }
    bytes.push(b')');
}

fn hexadecimal(bytes: &mut Vec<u8>, text: &[u8]) {
    bytes.push(b'<');
    text.iter().for_each(|&byte| bytes.extend_from_slice(&digits(byte)));
    bytes.push(b'>');
}

fn digits(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    fn written(object: impl Into<Object>) -> String {
        let mut bytes = Vec::new();
        write_object(&mut bytes, &object.into());
        String::from_utf8(bytes).expect("it is plain")
    }

    #[test]
    fn objects_are_written_as_the_standard_has_them() {
        assert_eq!(
            written(dictionary! { "Type" => "A B", "K" => vec![1.into(), (7, 0).into()] }),
            "<</Type/A#20B/K[1 7 0 R]>>"
        );
        assert_eq!(written(Object::string_literal("a (b\\\n")), "(a \\(b\\\\\\n)");
        assert_eq!(written(Object::String(vec![0xfe, 0x0a], StringFormat::Hexadecimal)), "<FE0A>");
        assert_eq!(
            written(dictionary! { "A" => true, "B" => 0.5, "C" => Object::Null }),
            "<</A true/B 0.5/C null>>"
        );
    }
}
