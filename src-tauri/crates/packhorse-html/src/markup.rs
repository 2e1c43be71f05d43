//! Markup, written so that words cannot become markup.

/// A page on its way.
#[derive(Debug, Default)]
pub(crate) struct Markup {
    text: String,
    open: Vec<&'static str>,
}

impl Markup {
    /// Opens an element.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.open.push(name);
        if !is_inline(name) {
            self.text.push('\n');
        }
    }

    /// Closes the element that was opened last, which is of this name.
    pub(crate) fn close(&mut self, name: &'static str) {
        debug_assert_eq!(self.open.last(), Some(&name), "elements close in the order of their opening");
        self.open.pop();
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(if is_inline(name) { ">" } else { ">\n" });
    }

    /// An element that holds nothing but words.
    pub(crate) fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        self.tag(name, attributes);
        self.words(words);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(if is_inline(name) { ">" } else { ">\n" });
    }

    /// An element that holds nothing.
    pub(crate) fn void(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('\n');
    }

    /// Words.
    pub(crate) fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\t' => self.text.push(' '),
                c if c.is_control() && c != '\n' => {}
                c => self.text.push(c),
            }
        }
    }

    /// Text of ours that is markup already.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// The page, whole.
    pub(crate) fn finish(self) -> String {
        debug_assert!(self.open.is_empty(), "every element is closed: {:?}", self.open);
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            self.words(value);
            self.text.push('"');
        }
        self.text.push('>');
    }
}

/// Elements within a line, after which no line may end: it would be a space.
fn is_inline(name: &str) -> bool {
    matches!(name, "a" | "strong" | "em" | "span" | "del" | "ins" | "bdi" | "text" | "tspan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        let mut out = Markup::default();
        out.element("p", &[("title", "\"><script>")], "a\t< b & \u{7}“c” </p><img src=x>");
        assert_eq!(
            out.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; “c” &lt;/p&gt;&lt;img src=x&gt;</p>\n"
        );
    }
}
