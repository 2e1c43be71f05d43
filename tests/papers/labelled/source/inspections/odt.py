"""Turn the small markup of a source file into a flat ODT, and gather the labels written in it.

One line is one paragraph. The lines are:

    @key value        about the document or its labels (see make.py), or layout: @gap, @pagebreak,
                      @bullet C, @group WORDS, @widths 9,7, @middle, @stock TOPIC N, @line, @small, @brand, @bold,
                      @columns, @endcolumns
    # ## ###          headings
    - text            bullet      -- text  nested bullet
    -i -p -s text     bullet that is labelled as an improvement, a priority action, a strength
    1. text           numbered paragraph (numbers run on)    1i 1p text  one that is labelled
    | a | b           table row;  |= header row;  |i |p a row whose last cell is labelled
    text^[note]       footnote;  **bold**;  <br> new line (in a table cell, new paragraph), <li> bullet in a table cell
    {C}               the short name of the council (@short)
"""
import pathlib
import re
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
BULLET = "◼"
NAMESPACES = " ".join(
    f'xmlns:{k}="{v}"'
    for k, v in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)


def stock(topic, first, last):
    """Paragraphs first to last of a topic in stock.txt."""
    parts = re.split(r"^== (\S+)\n", (HERE / "stock.txt").read_text(encoding="utf-8"), flags=re.M)
    lines = dict(zip(parts[1::2], parts[2::2]))[topic].split("\n")
    return [l for l in lines if l.strip()][first - 1:last]


class Paper:
    """One document: its meta data, its labels, and the body as ODF."""

    def __init__(self, path):
        self.meta, self.body, self.styles = {}, [], []
        self.labels = {"p": [], "i": [], "s": []}
        self.groups = {"p": [], "i": [], "s": []}
        self.judgements, self.notes, self.numbered = [], [], 0
        self.group, self.bullet, self.widths, self.middle = None, BULLET, None, False
        self.items, self.rows, self.tables = [], [], 0
        self.gap = self.new_page = self.started = False
        self.last = None
        for line in path.read_text(encoding="utf-8").splitlines():
            self.line(line.replace("{C}", self.meta.get("short", "")))
        self.close()

    # ------------------------------------------------------------ labels

    def label(self, kind, text):
        plain = re.sub(r"\^\[[^\]]*\]|\*\*", "", text)
        plain = re.sub(r"\s*(<br>|<li>)\s*", " ", plain).strip()
        if kind:
            self.labels[kind].append(plain)
            self.groups[kind].append(self.group)
        self.last = kind

    def extend(self, text):
        if self.last:
            self.labels[self.last][-1] += " " + text

    # ------------------------------------------------------------ ODF

    def inline(self, text):
        text = re.sub(r"\*\*(.+?)\*\*", r'<text:span text:style-name="b">\1</text:span>', escape(text))

        def note(m):
            self.notes.append(m[1])
            n = len(self.notes)
            return (f'<text:note text:id="f{n}" text:note-class="footnote"><text:note-citation>{n}</text:note-citation>'
                    f'<text:note-body><text:p text:style-name="Footnote">{m[1]}</text:p></text:note-body></text:note>')
        return re.sub(r"\^\[([^\]]*)\]", note, text.replace("&lt;br&gt;", "<text:line-break/>"))

    def paragraph(self, style, text, heading=None):
        if not self.started:
            style, self.started = self.auto(style, 'style:master-page-name="First"'), True
        elif self.new_page:
            style, self.new_page = self.auto(style, "", 'fo:break-before="page"'), False
        elif self.gap:
            style = self.auto(style, "", f'fo:margin-top="{self.gap}cm"')
        self.gap = False
        tag, level = ("h", f' text:outline-level="{heading}"') if heading else ("p", "")
        self.body.append(f'<text:{tag} text:style-name="{style}"{level}>{self.inline(text)}</text:{tag}>')

    def auto(self, parent, attributes, properties=""):
        name = f"P{len(self.styles) + 1}"
        inner = f"<style:paragraph-properties {properties}/>" if properties else ""
        self.styles.append(f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}" {attributes}>{inner}</style:style>')
        return name

    def list_style(self):
        name = f"B{ord(self.bullet):X}"
        if not any(f'"{name}"' in s for s in self.styles):
            self.styles.append(
                f'<text:list-style style:name="{name}">' + "".join(
                    f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="{c}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
                    f'<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{n * .7}cm" fo:margin-left="{n * .7}cm" fo:text-indent="-0.7cm"/></style:list-level-properties>'
                    '<style:text-properties style:font-name="Bullets" fo:font-size="9pt"/></text:list-level-style-bullet>'
                    for n, c in ((1, self.bullet), (2, "–"))) + "</text:list-style>")
        return name

    def close(self):
        self.close_list()
        self.close_table()

    def close_list(self):
        if not self.items:
            return
        kind, items, self.items = self.items[0][0], self.items, []
        out = []
        for _, text, nested in items:
            sub = "".join(f'<text:list-item><text:p text:style-name="Standard">{self.inline(t)}</text:p></text:list-item>' for t in nested)
            sub = f"<text:list>{sub}</text:list>" if sub else ""
            out.append(f'<text:list-item><text:p text:style-name="Standard">{self.inline(text)}</text:p>{sub}</text:list-item>')
        if kind == "1":
            first = self.numbered == len(items)
            self.runs = 1 if first else self.runs + 1
            go_on = "" if first else f' text:continue-list="n{self.runs - 1}"'
            self.body.append(f'<text:list xml:id="n{self.runs}"{go_on} text:style-name="Numbers">{"".join(out)}</text:list>')
        else:
            self.body.append(f'<text:list text:style-name="{self.list_style()}">{"".join(out)}</text:list>')

    def cell(self, text, style):
        out = []
        for i, part in enumerate(re.split(r"(?=<li>)|<br>", text)):
            part = part.strip()
            if part.startswith("<li>"):
                out.append(f'<text:list text:style-name="{self.list_style()}"><text:list-item><text:p text:style-name="Table_20_Contents">{self.inline(part[4:].strip())}</text:p></text:list-item></text:list>')
            elif part or not i:
                out.append(f'<text:p text:style-name="{style}">{self.inline(part)}</text:p>')
        return f'<table:table-cell table:style-name="{"CellM" if self.middle else "Cell"}" office:value-type="string">{"".join(out)}</table:table-cell>'

    def close_table(self):
        if not self.rows:
            return
        self.tables += 1
        widths = self.widths or [16 / len(self.rows[0][1])] * len(self.rows[0][1])
        name = f"T{self.tables}"
        self.styles.append(f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{sum(widths)}cm" table:align="left" fo:margin-top="0.2cm" fo:margin-bottom="0.5cm"/></style:style>')
        for i, w in enumerate(widths):
            self.styles.append(f'<style:style style:name="{name}.{i}" style:family="table-column"><style:table-column-properties style:column-width="{w}cm"/></style:style>')
        columns = "".join(f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(len(widths)))
        head = [r for r in self.rows if r[0]]
        rest = [r for r in self.rows if not r[0]]

        def row(cells, style):
            return "<table:table-row>" + "".join(self.cell(c, style) for c in cells) + "</table:table-row>"
        inner = "".join(row(c, "Table_20_Heading") for _, c in head)
        inner = f"<table:table-header-rows>{inner}</table:table-header-rows>" if inner else ""
        inner += "".join(row(c, "Table_20_Contents") for _, c in rest)
        self.body.append(f'<table:table table:name="{name}" table:style-name="{name}">{columns}{inner}</table:table>')
        self.rows, self.widths, self.middle = [], None, False

    # ------------------------------------------------------------ markup

    def line(self, line):
        if not line.strip():
            if self.items and self.items[0][0] != "1":
                self.close_list()
            self.close_table()
        elif m := re.match(r"@(\w+) ?(.*)", line):
            self.order(m[1], m[2])
        elif m := re.match(r"(#+) (.*)", line):
            self.close()
            self.paragraph(f"Heading_20_{len(m[1])}", m[2], len(m[1]))
        elif m := re.match(r"-- (.*)", line):
            self.items[-1][2].append(m[1])
            self.extend(m[1])
        elif m := re.match(r"(-|1)([.ips]?) (.*)", line):
            if self.items and self.items[0][0] != m[1]:
                self.close_list()
            self.close_table()
            self.numbered += m[1] == "1"
            self.items.append((m[1], m[3], []))
            self.label(m[2].strip(".") or None, m[3])
        elif m := re.match(r"\|([=ip]?) (.*)", line):
            self.close_list()
            cells = [c.strip() for c in m[2].split("|")]
            self.rows.append((m[1] == "=", cells))
            if m[1] in ("i", "p"):
                self.group = cells[0] if len(cells) > 1 else None  # the responsible body
                self.label(m[1], cells[-1])
                self.group = None
        else:
            self.close()
            self.paragraph("Standard", line)

    def order(self, key, value):
        if key in ("small", "line", "brand", "bold", "box"):
            self.close()
            self.paragraph(key.capitalize(), value)
        elif key in ("gap", "pagebreak", "columns", "endcolumns"):
            self.close()
            self.gap = (value or "0.6") if key == "gap" else self.gap
            self.new_page |= key == "pagebreak"
            if key == "columns":
                self.body.append('<text:section text:style-name="Two" text:name="Two">')
            elif key == "endcolumns":
                self.body.append("</text:section>")
        elif key == "bullet":
            self.close()
            self.bullet = chr(int(value[2:], 16)) if value.startswith("U+") else value
        elif key == "group":
            self.group = value or None
        elif key == "widths":
            self.close_table()
            self.widths = [float(w) for w in value.split(",")]
        elif key == "middle":
            self.middle = True
        elif key == "stock":
            mark, topic, first, last = value.split()
            for text in stock(topic, int(first), int(last)):
                self.line(("" if mark == "p" else mark + " ") + text.replace("{C}", self.meta["short"]))
                if mark == "p":
                    self.line("")
        elif key == "judgement":
            self.judgements.append([part.strip() for part in value.split("|")])
        elif key == "note":
            self.meta.setdefault("note", []).append(value)
        else:
            self.meta[key] = value

    def running(self, key):
        page = '<text:page-number text:select-page="current"/>'
        lines = [self.meta[k] for k in (key, key + "2") if k in self.meta]
        return "".join(f'<text:p text:style-name="Footer">{escape(l).replace("#", page).replace("&gt;&gt;", "<text:tab/>")}</text:p>' for l in lines)

    def odt(self):
        """The whole flat ODT."""
        styles = (HERE / "styles.xml").read_text(encoding="utf-8")
        report = self.meta.get("look", "report") == "report"
        sizes = ("20pt", "14pt", "12pt") if report else ("12pt", "12pt", "12pt")
        for key, value in zip(("H1SIZE", "H2SIZE", "H3SIZE"), sizes):
            styles = styles.replace(key, value)
        for mark, key in (("TOPLINES", "header"), ("BOTTOMLINES", "footer")):
            text = self.running(key)
            styles = styles.replace(mark, f"<style:{key}>{text}</style:{key}>" if text else "")
        first = self.running("footer") if "everypage" in self.meta else ""
        styles = styles.replace("FIRSTFOOT", f"<style:footer>{first}</style:footer>" if first else "")
        styles = styles.replace("AUTOMATIC", "".join(self.styles))
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
                f'<office:meta><dc:title>{escape(self.meta["title"])}</dc:title><dc:subject>A paper about an invented council, written to test Packhorse</dc:subject><dc:language>en-GB</dc:language></office:meta>'
                f'{styles}<office:body><office:text>{"".join(self.body)}</office:text></office:body></office:document>')
