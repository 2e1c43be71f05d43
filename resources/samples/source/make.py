#!/usr/bin/env python3
"""Make the sample documents in the folder above from the sources here.

    python3 make.py            make everything, then check it
    python3 make.py --check    only check what is there

Needs Python 3.9 or later, LibreOffice (soffice) for the PDFs, and pdftotext
and pdfinfo (poppler) for the checks. See ../README.md.
"""
import datetime
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent
STAMP = (2026, 10, 1, 9, 0, 0)  # one date inside every zip, so that a rebuild changes nothing

PDFS = [
    "wexcombe_2018-11-30_inspection",
    "wexcombe_2023-05-19_inspection",
    "wexcombe_2026-09-10_focused-visit",
]

# ---------------------------------------------------------------- PDF, by way of flat ODT

STYLES = """
<office:font-face-decls>
 <style:font-face style:name="Body" svg:font-family="'Liberation Sans'" style:font-family-generic="swiss" style:font-pitch="variable"/>
 <style:font-face style:name="Bullets" svg:font-family="'DejaVu Sans'" style:font-family-generic="swiss" style:font-pitch="variable"/>
</office:font-face-decls>
<office:styles>
 <style:default-style style:family="paragraph">
  <style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="115%" fo:text-align="start" fo:orphans="2" fo:widows="2"/>
  <style:text-properties style:font-name="Body" fo:font-size="11.5pt" fo:language="en" fo:country="GB" fo:hyphenate="false"/>
 </style:default-style>
 <style:style style:name="Standard" style:family="paragraph" style:class="text"/>
 <style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:keep-with-next="always" fo:line-height="105%"/>
 </style:style>
 <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Standard" style:default-outline-level="1">
  <style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.4cm"/>
  <style:text-properties fo:font-size="H1SIZE" fo:font-weight="H1WEIGHT"/>
 </style:style>
 <style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Standard" style:default-outline-level="2">
  <style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.25cm"/>
  <style:text-properties fo:font-size="H2SIZE" fo:font-weight="bold"/>
 </style:style>
 <style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Standard" style:default-outline-level="3">
  <style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"/>
  <style:text-properties fo:font-size="11.5pt" fo:font-weight="bold"/>
 </style:style>
 <style:style style:name="Brand" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:text-align="end" fo:margin-bottom="0.9cm"/>
  <style:text-properties fo:font-size="20pt" fo:font-weight="bold"/>
 </style:style>
 <style:style style:name="Line" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:margin-bottom="0cm"/>
 </style:style>
 <style:style style:name="Small" style:family="paragraph" style:parent-style-name="Line">
  <style:text-properties fo:font-size="9pt"/>
 </style:style>
 <style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:margin-top="0.08cm" fo:margin-bottom="0.08cm"/>
 </style:style>
 <style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Table_20_Contents">
  <style:text-properties fo:font-weight="bold"/>
 </style:style>
 <style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:margin-bottom="0cm"><style:tab-stops><style:tab-stop style:position="16cm" style:type="right"/></style:tab-stops></style:paragraph-properties>
  <style:text-properties fo:font-size="9pt"/>
 </style:style>
 <text:list-style style:name="Numbers">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">
   <style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="1.1cm" fo:margin-left="1.1cm" fo:text-indent="-1.1cm"/></style:list-level-properties>
  </text:list-level-style-number>
 </text:list-style>
 <text:list-style style:name="Bullets">
  <text:list-level-style-bullet text:level="1" text:bullet-char="\u25fc">
   <style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.7cm" fo:margin-left="0.7cm" fo:text-indent="-0.7cm"/></style:list-level-properties>
   <style:text-properties style:font-name="Bullets" fo:font-size="9pt"/>
  </text:list-level-style-bullet>
 </text:list-style>
</office:styles>
<office:automatic-styles>
 <style:style style:name="b" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="Start" style:family="paragraph" style:parent-style-name="FIRSTSTYLE" style:master-page-name="First"/>
 <style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Heading_20_3"><style:paragraph-properties fo:break-before="page"/></style:style>
 <style:style style:name="StandardGap" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0.25cm"/></style:style>
 <style:style style:name="LineGap" style:family="paragraph" style:parent-style-name="Line"><style:paragraph-properties fo:margin-top="0.9cm" fo:margin-bottom="0cm"/></style:style>
 <style:style style:name="SmallGap" style:family="paragraph" style:parent-style-name="Small"><style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0cm"/></style:style>
 <style:style style:name="Judgements" style:family="table"><style:table-properties style:width="16cm" table:align="left" fo:margin-top="0.2cm" fo:margin-bottom="0.5cm" fo:keep-with-next="auto"/></style:style>
 <style:style style:name="Judgements.A" style:family="table-column"><style:table-column-properties style:column-width="8cm"/></style:style>
 <style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
 <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.75pt solid #000000"/></style:style>
 <style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
 <style:page-layout style:name="pm2"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.8cm" fo:margin-bottom="2.2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles>
 <style:master-page style:name="Standard" style:page-layout-name="pm1"><style:footer>FOOTER</style:footer></style:master-page>
 <style:master-page style:name="First" style:page-layout-name="pm2" style:next-style-name="Standard"/>
</office:master-styles>
"""

NAMESPACES = " ".join(
    f'xmlns:{k}="{v}"'
    for k, v in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    }.items()
)


def inline(text):
    return re.sub(r"\*\*(.+?)\*\*", r'<text:span text:style-name="b">\1</text:span>', escape(text))


def flat_odt(source):
    """Turn the small markup of a source file into a flat ODT."""
    meta, body, numbered, rows = {}, [], 0, []
    lists, page_break = [], False
    first_style, gap = None, False

    def close():
        nonlocal numbered
        if lists:
            kind, items = lists.pop()
            inner = "".join(f'<text:list-item><text:p text:style-name="Standard">{i}</text:p></text:list-item>' for i in items)
            if kind == "Numbers":
                numbered += 1
                go_on = f' text:continue-list="n{numbered - 1}"' if numbered > 1 else ""
                body.append(f'<text:list xml:id="n{numbered}"{go_on} text:style-name="Numbers">{inner}</text:list>')
            else:
                body.append(f'<text:list text:style-name="Bullets">{inner}</text:list>')
        if rows:
            def row(cells, style):
                return '<table:table-row table:style-name="Row">' + "".join(
                    f'<table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="{style}">{inline(c)}</text:p></table:table-cell>' for c in cells
                ) + "</table:table-row>"
            body.append(
                '<table:table table:name="Judgements" table:style-name="Judgements"><table:table-column table:style-name="Judgements.A" table:number-columns-repeated="2"/>'
                f'<table:table-header-rows>{row(rows[0], "Table_20_Heading")}</table:table-header-rows>'
                + "".join(row(r, "Table_20_Contents") for r in rows[1:]) + "</table:table>"
            )
            rows.clear()

    def paragraph(style, text):
        nonlocal first_style, gap
        if first_style is None:
            first_style, style = style, "Start"
        elif gap:
            style, gap = style + "Gap", False
        body.append(f'<text:p text:style-name="{style}">{text}</text:p>')

    for line in source.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if lists and lists[-1][0] == "Numbers":
                continue
            close()
        elif m := re.match(r"@(title|kind|subject|footer2?) (.*)", line):
            meta[m[1]] = m[2]
        elif m := re.match(r"@(small|line|brand) (.*)", line):
            close()
            paragraph(m[1].capitalize(), inline(m[2]))
        elif line == "@gap":
            close()
            gap = True  # space before the next paragraph: an empty paragraph would be read out
        elif line == "@pagebreak":
            close()
            page_break = True
        elif m := re.match(r"(#+) (.*)", line):
            close()
            style = "NewPage" if page_break else f"Heading_20_{len(m[1])}"
            page_break = False
            body.append(f'<text:h text:style-name="{style}" text:outline-level="{len(m[1])}">{inline(m[2])}</text:h>')
        elif m := re.match(r"(-|1\.) (.*)", line):
            kind = "Numbers" if m[1] == "1." else "Bullets"
            if lists and lists[-1][0] != kind:
                close()
            if not lists:
                lists.append((kind, []))
            lists[-1][1].append(inline(m[2]))
        elif line.startswith("|"):
            rows.append([c.strip() for c in line.strip("|").split("|")])
        else:
            close()
            paragraph("Standard", inline(line))
    close()

    page = '<text:page-number text:select-page="current"/>'
    if meta["kind"] == "report":
        footer = (f'<text:p text:style-name="Footer">{escape(meta["footer"])}</text:p>'
                  f'<text:p text:style-name="Footer">{escape(meta["footer2"])}<text:tab/>{page}</text:p>')
        sizes = ("21pt", "normal", "14pt")
    else:
        footer = f'<text:p text:style-name="Footer"><text:tab/>{page}</text:p>'
        sizes = ("11.5pt", "bold", "11.5pt")
    styles = STYLES
    for key, value in zip(("H1SIZE", "H1WEIGHT", "H2SIZE"), sizes):
        styles = styles.replace(key, value)
    styles = styles.replace("FIRSTSTYLE", first_style).replace("FOOTER", footer)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:meta><dc:title>{escape(meta["title"])}</dc:title><dc:subject>{escape(meta["subject"])}</dc:subject><dc:language>en-GB</dc:language></office:meta>'
        f'{styles}<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>'
    )


def soffice(profile, *args):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        sys.exit("LibreOffice (soffice) was not found. Install it, or run with --check.")
    subprocess.run([program, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", *map(str, args)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_pdfs():
    options = ('pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
               '"PDFUACompliance":{"type":"boolean","value":"true"},'
               '"ExportBookmarks":{"type":"boolean","value":"true"},'
               '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}}')
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        for name in PDFS:
            flat = tmp / f"{name}.fodt"
            flat.write_text(flat_odt(HERE / f"{name}.txt"), encoding="utf-8")
            soffice(tmp / "profile", "--convert-to", options, "--outdir", tmp, flat)
            made = tmp / f"{name}.pdf"
            if not made.exists():
                sys.exit(f"LibreOffice made no PDF of {name}")
            shutil.copyfile(made, OUT / made.name)


def write_zip(path, files, first_stored=None):
    with zipfile.ZipFile(path, "w") as z:
        for name, data in files:
            info = zipfile.ZipInfo(name, STAMP)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name == first_stored else zipfile.ZIP_DEFLATED
            z.writestr(info, data)


# ---------------------------------------------------------------- DOCX, as Word would write it

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# ("style", text). A "|" in the text is where Word would have begun a new run.
SUMMARY = [
    ("Title", "What Ofsted said about |help for children in Wexcombe"),
    ("Subtitle", "A short version for children and young people"),
    ("Normal", "30 September 2026"),
    ("Normal", "Ofsted is the organisation that checks whether councils look after children properly. |Two inspectors came to Wexcombe on 11 and 12 August 2026. This page says what they found."),
    ("Normal", "“They” means the inspectors. “We” means Wexcombe County Council."),
    ("Heading1", "What they looked at"),
    ("Normal", "They looked at what happens when somebody is worried about a child |and tells us. We call this the front door. It is not a real door: it is a team of people who answer the phone and read messages."),
    ("Heading1", "What is going well"),
    ("ListParagraph", "If you or your family ask for help on a weekday, somebody listens and you get help quickly."),
    ("ListParagraph", "Our social workers are kind. They ask about everyone in your home."),
    ("ListParagraph", "They read about what has happened to you before, so that you do not have to tell your story again and again."),
    ("ListParagraph", "If you are 16 or 17 and have nowhere to live, somebody tells you about your choices."),
    ("Heading1", "What needs to get better"),
    ("Heading2", "The most important thing"),
    ("Normal", "Some children who might not be safe have to wait too long to see a social worker in the evening, at night or at the weekend. |This happened to 17 children in three months. The inspectors said that we must put this right first. They call it an “area for priority action”."),
    ("Heading2", "Other things"),
    ("ListParagraph", "When we make a decision about you, we should write down the reason so that you can understand it."),
    ("ListParagraph", "The police, nurses and doctors should tell us more about what they know."),
    ("ListParagraph", "Families should hear from us sooner after they ask for help."),
    ("ListParagraph", "We should count things properly, so that we notice when something goes wrong."),
    ("Heading1", "Grades"),
    ("Normal", "The inspectors did not give us a grade this time. |They do that at a bigger inspection. The last one was in May 2023. There are four grades:"),
    ("Table", [("Grade", "What it means"),
               ("Outstanding", "The help that children get is excellent."),
               ("Good", "Children get the help that they need."),
               ("Requires improvement to be good", "Some things are all right, but the help is not yet good for every child."),
               ("Inadequate", "The help is not good enough, and some children may not be safe.")]),
    ("Caption", "These were our grades in May 2023:"),
    ("Table", [("What was graded", "Grade in May 2023"),
               ("Help for children who need help and protection", "Requires improvement to be good"),
               ("Children in care", "Good"),
               ("Care leavers", "Requires improvement to be good"),
               ("The people in charge", "Requires improvement to be good"),
               ("Everything together", "Requires improvement to be good")]),
    ("Heading1", "What happens next"),
    ("Normal", "There is now a third social worker at night and at weekends. |We have to send Ofsted a plan by 17 December 2026. Councillors will talk about it at a meeting on 13 October 2026, and anyone can watch."),
    ("Heading1", "Tell us what you think"),
    ("Normal", "If something in this page worries you, talk to an adult you trust. You can ask your social worker or your personal adviser to go through it with you, or |write to us at listening@wexcombe.example."),
]


def docx_runs(text, rsid="00A41C7E"):
    out = []
    for n, piece in enumerate(text.split("|")):
        run = f'<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        out.append(f'<w:proofErr w:type="gramStart"/><w:r w:rsidR="{rsid}">{run}<w:proofErr w:type="gramEnd"/>' if n % 2 else f"<w:r>{run}")
    return "".join(out)


def docx_paragraph(style, text, number):
    if style == "Normal":
        props = ""
    elif style == "ListParagraph":
        props = '<w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    else:
        props = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f'<w:p w14:paraId="5A{number:06X}" w14:textId="77777777" w:rsidR="00C23F10" w:rsidRDefault="00C23F10">{props}{docx_runs(text)}</w:p>'


def docx_table(rows, number):
    out = ['<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="3823"/><w:gridCol w:w="5193"/></w:tblGrid>']
    for r, cells in enumerate(rows):
        out.append('<w:tr w:rsidR="00C23F10"><w:trPr><w:cantSplit/>' + ("<w:tblHeader/>" if r == 0 else "") + "</w:trPr>")
        for c, cell in enumerate(cells):
            bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if r == 0 else ""
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{(3823, 5193)[c]}" w:type="dxa"/></w:tcPr><w:p w14:paraId="5B{number + r * 2 + c:06X}" w14:textId="77777777" w:rsidR="00C23F10" w:rsidRDefault="00C23F10"><w:pPr><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr><w:r>{bold}<w:t>{escape(cell)}</w:t></w:r></w:p></w:tc>')
        out.append("</w:tr>")
    return "".join(out) + "</w:tbl>"


def make_docx():
    body = []
    for n, (style, content) in enumerate(SUMMARY, 1):
        if style == "Table":
            body.append(docx_table(content, n * 32))
        else:
            body.append(docx_paragraph(style, content, n))
    body.insert(3, '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>')
    document = (f'{XML}<w:document {W}><w:body>{"".join(body)}'
                '<w:sectPr w:rsidR="00C23F10"><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/><w:cols w:space="708"/><w:docGrid w:linePitch="360"/></w:sectPr></w:body></w:document>')

    def style(sid, name, based, nxt, ppr="", rpr="", extra=""):
        return (f'<w:style w:type="paragraph" w:styleId="{sid}"{extra}><w:name w:val="{name}"/>' + (f'<w:basedOn w:val="{based}"/>' if based else "")
                + (f'<w:next w:val="{nxt}"/>' if nxt else "") + f"<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>")

    blue = '<w:color w:val="1F3864"/>'
    styles = (f'{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
              + style("Normal", "Normal", "", "", extra=' w:default="1"')
              + style("Title", "Title", "Normal", "Normal", '<w:spacing w:after="80"/>', f"<w:b/>{blue}<w:sz w:val=\"48\"/>")
              + style("Subtitle", "Subtitle", "Normal", "Normal", '<w:spacing w:after="160"/>', '<w:color w:val="404040"/><w:sz w:val="30"/>')
              + style("Heading1", "heading 1", "Normal", "Normal", '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>', f"<w:b/>{blue}<w:sz w:val=\"34\"/>")
              + style("Heading2", "heading 2", "Normal", "Normal", '<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>', f"<w:b/>{blue}<w:sz w:val=\"28\"/>")
              + style("ListParagraph", "List Paragraph", "Normal", "", '<w:ind w:left="720"/><w:contextualSpacing/>')
              + style("Caption", "caption", "Normal", "Normal", '<w:keepNext/><w:spacing w:before="240"/>')
              + style("Footer", "footer", "Normal", "", "", '<w:sz w:val="20"/>')
              + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
              + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
              + "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for e in ("top", "left", "bottom", "right", "insideH", "insideV"))
              + "</w:tblBorders></w:tblPr></w:style></w:styles>")
    numbering = (f'{XML}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
    footer = f'{XML}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">Sample that comes with Packhorse. Wexcombe is an invented council. Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = (f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
             f'<Override PartName="/word/document.xml" ContentType="{office}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{office}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{office}.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="{office}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="{office}.footer+xml"/>'
             '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>')
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = (f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="{rel}/extended-properties" Target="docProps/app.xml"/></Relationships>')
    doc_rels = (f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{rel}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="{rel}/settings" Target="settings.xml"/><Relationship Id="rId4" Type="{rel}/footer" Target="footer1.xml"/></Relationships>')
    core = (f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>What Ofsted said about help for children in Wexcombe</dc:title><dc:subject>Sample about an invented council, written for Packhorse</dc:subject><dc:creator>Packhorse samples</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-09-30T09:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-09-30T09:00:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>')
    app = f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Packhorse samples</Application></Properties>'
    settings = f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    write_zip(OUT / "wexcombe_2026-09-30_young-peoples-summary.docx", [
        ("[Content_Types].xml", types), ("_rels/.rels", rels), ("word/document.xml", document), ("word/_rels/document.xml.rels", doc_rels),
        ("word/styles.xml", styles), ("word/numbering.xml", numbering), ("word/settings.xml", settings), ("word/footer1.xml", footer),
        ("docProps/core.xml", core), ("docProps/app.xml", app)])


# ---------------------------------------------------------------- ODS, in the shape of Ofsted's yearly table

O, G, R, I = "Outstanding", "Good", "Requires improvement to be good", "Inadequate"
STANDARD, SHORT, FOCUSED, MONITORING = "ILACS Standard Inspection", "ILACS Short Inspection", "ILACS Focused Visit", "LA Monitoring visit"
NORTH = "North East, Yorkshire and the Humber"

# name: (number in the web link, area code, status, region). None of these councils exists.
COUNCILS = {
    "Brackwater": ("991", "E10000991", "No longer exists", "East Midlands"),
    "Eastmarch": ("992", "E06000992", "Current", "East Midlands"),
    "Harrowmere": ("993", "E10000993", "Current", "North West"),
    "Kelderby": ("994", "E08000994", "Current", NORTH),
    "Lisle, City of": ("995", "E06000995", "Current", "South East"),
    "Saltreach and Fenny": ("996", "E06000996", "Current", "East of England"),
    "St. Osyra": ("997", "E06000997", "Current", "South West"),
    "Stonebeck": ("998", "E08000998", "Current", "West Midlands"),
    "Wexcombe": ("999", "E10000999", "Current", "South West"),
}
# name, first day, published, type, (overall, leaders, help and protection, in care, care leavers)
INSPECTIONS = [
    ("Brackwater", "2019-06-10", "2019-07-23", STANDARD, (I, I, I, R, "")),
    ("Eastmarch", "2022-03-07", "2022-04-20", STANDARD, (R, R, R, R, "")),
    ("Eastmarch", "2025-06-16", "2025-07-29", STANDARD, (G, G, G, G, R)),
    ("Harrowmere", "2019-09-16", "2019-10-30", SHORT, (G, G, G, O, "")),
    ("Harrowmere", "2024-02-05", "2024-03-19", SHORT, (O, O, G, O, O)),
    ("Kelderby", "2021-11-15", "2022-01-10", STANDARD, (I, I, I, R, "")),
    ("Kelderby", "2024-10-07", "2024-11-25", STANDARD, (R, R, R, G, R)),
    ("Lisle, City of", "2023-01-23", "2023-03-08", SHORT, (G, G, G, G, G)),
    ("Saltreach and Fenny", "2022-10-10", "2022-11-22", STANDARD, (R, G, R, R, "")),
    ("St. Osyra", "2025-11-03", "2025-12-16", SHORT, (G, G, O, G, G)),
    ("Stonebeck", "2024-07-01", "2024-08-20", STANDARD, (I, I, I, I, R)),
    ("Wexcombe", "2018-11-26", "2019-01-11", SHORT, (G, G, G, R, "")),
    ("Wexcombe", "2023-05-15", "2023-06-30", SHORT, (R, R, R, G, R)),
]
VISITS = [
    ("Harrowmere", "2025-09-23", "2025-10-28", FOCUSED, "Children in care"),
    ("Kelderby", "2025-10-14", "2025-11-18", FOCUSED, "Children in need/subject to a plan"),
    ("Saltreach and Fenny", "2025-05-13", "2025-06-17", FOCUSED, "Front door"),
    ("Stonebeck", "2025-07-08", "2025-08-12", MONITORING, "Front door"),
    ("Stonebeck", "2026-01-20", "2026-02-24", MONITORING, "Children in need/subject to a plan"),
    ("Wexcombe", "2025-06-24", "2025-07-31", FOCUSED, "Care leavers"),
]
AREAS = ["Overall effectiveness",
         "The impact of leaders on social work practice with children and families",
         "The experiences and progress of children who need help and protection",
         "The experiences and progress of children in care",
         "The experiences and progress of care leavers"]


class Link(str):
    pass


def ods_cell(value):
    if value == "" or value is None:
        return "<table:table-cell/>"
    if isinstance(value, Link):
        text = "Ofsted Local Authority Webpage"
        return (f'<table:table-cell office:value-type="string" office:string-value="{text}" table:formula="of:=HYPERLINK(&quot;{value}&quot;;&quot;{text}&quot;)"><text:p>{text}</text:p></table:table-cell>')
    if isinstance(value, datetime.date):
        return f'<table:table-cell table:style-name="date" office:value-type="date" office:date-value="{value.isoformat()}T00:00:00"><text:p>{value:%d/%m/%Y}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def ods_sheet(name, rows, width, widths):
    """Rows are padded to the edge of the sheet, as Ofsted's are, without being written out."""
    out = [f'<table:table table:name="{name}" table:style-name="ta1">']
    out += [f'<table:table-column table:style-name="{w}"/>' for w in widths]
    out.append(f'<table:table-column table:style-name="narrow" table:number-columns-repeated="{16384 - len(widths)}"/>')
    for row in rows:
        cells = "".join(ods_cell(c) for c in row)
        out.append(f'<table:table-row>{cells}<table:table-cell table:number-columns-repeated="{16384 - len(row)}"/></table:table-row>')
    out.append(f'<table:table-row table:number-rows-repeated="{1048576 - len(rows)}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>')
    return "".join(out)


def make_ods():
    day = datetime.date.fromisoformat
    link = lambda n: Link(f"https://reports.ofsted.gov.uk/provider/44/{COUNCILS[n][0]}")
    latest = {}
    for row in sorted(INSPECTIONS, key=lambda r: r[1]):
        if COUNCILS[row[0]][2] == "Current":
            latest[row[0]] = row
    about = "This worksheet contains one table with no blank rows or columns. This table begins in cell A3. The link in column A opens the council’s page. "
    blank = "Column K is blank where the inspection began before 1 January 2023, when care leavers were first judged separately."
    as_at = [["Local authority inspection judgements as at 31 March 2026"], [about + blank],
             ["Web link", "Local authority area code", "Local authority name", "Ofsted region", "Inspection date", "Publication date", *AREAS]]
    for name in sorted(latest):
        n, first, published, _, grades = latest[name]
        as_at.append([link(n), COUNCILS[n][1], n, COUNCILS[n][3], day(first), day(published), *grades])
    in_year = [["Local authority in-year inspection activity 2025-26"], [about + "Visits have a theme and no judgements; inspections have judgements and no theme."],
               ["Web link", "Local authority area code", "Local authority name", "Region", "Inspection/Visit date", "Publication date", "Inspection/Visit type", *AREAS, "Visit Theme"]]
    events = [(n, f, p, k, g, "") for n, f, p, k, g in INSPECTIONS if "2025-04-01" <= f <= "2026-03-31"] + [(n, f, p, k, ("",) * 5, t) for n, f, p, k, t in VISITS]
    for n, first, published, kind, grades, theme in sorted(events):
        in_year.append([link(n), COUNCILS[n][1], n, COUNCILS[n][3], day(first), day(published), kind, *grades, theme])
    history = [["ILACS inspection history from 2018-2026"], [about + "Column M is blank where the inspection began before 1 January 2023, when care leavers were first judged separately."],
               ["Web link", "Local authority area code", "Local authority name", "Local authority status", "Ofsted region", "Inspection date", "Publication date", "Inspection type", *AREAS]]
    for n, first, published, kind, grades in sorted(INSPECTIONS):
        history.append([link(n), COUNCILS[n][1], n, COUNCILS[n][2], COUNCILS[n][3], day(first), day(published), kind, *grades])
    cover = [["Local authority inspection outcomes as at 31 March 2026"], ["Section", "Detail"], ["Policy area:", "Local Authority Inspection Outcomes"],
             ["Published on:", datetime.date(2026, 9, 24)], ["Note:", "A sample that comes with Packhorse. All the councils are invented. Ofsted did not publish this table."]]
    contents = [["Contents"], ["Worksheet title and link", "Description of contents of worksheet"], ["Notes", "How to read the tables"],
                ["Inspections as at 31 March", "The most recent judgements of each council"], ["In-year inspections", "Inspections and visits from 1 April 2025 to 31 March 2026"],
                ["ILACS inspection history", "Every inspection since January 2018"]]
    notes = [["Notes"], ["From 1 January 2023 care leavers have a judgement of their own. Earlier judgements covered children in care and care leavers together; these tables show them in the column for children in care."],
             ["Only the first day of an inspection or visit is given."]]
    sheets = "".join([
        ods_sheet("Cover", cover, 2, ["mid", "wide"]), ods_sheet("Contents", contents, 2, ["mid", "wide"]), ods_sheet("Notes", notes, 1, ["wide"]),
        ods_sheet("Inspections_as_at_31_March", as_at, 11, ["mid"] * 11), ods_sheet("In-year_inspections", in_year, 13, ["mid"] * 13), ods_sheet("ILACS_inspection_history", history, 13, ["mid"] * 13)])
    columns = "".join(f'<style:style style:name="{n}" style:family="table-column"><style:table-column-properties style:column-width="{w}"/></style:style>' for n, w in (("narrow", "2cm"), ("mid", "6cm"), ("wide", "16cm")))
    content = (f'{XML}<office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>{columns}'
               '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
               '<number:date-style style:name="d" number:automatic-order="false"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>'
               '<style:style style:name="date" style:family="table-cell" style:data-style-name="d"/></office:automatic-styles>'
               f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>")
    meta = f'{XML}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta><meta:generator>Packhorse samples</meta:generator><dc:title>LA NAME - local authority inspection outcomes as at 31 March 2026</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>'
    styles = f'{XML}<office:document-styles {NAMESPACES} office:version="1.3"><office:styles/></office:document-styles>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (f'{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                + "".join(f'<manifest:file-entry manifest:full-path="{p}" manifest:media-type="text/xml"/>' for p in ("content.xml", "styles.xml", "meta.xml")) + "</manifest:manifest>")
    write_zip(OUT / "wexcombe_outcomes.ods", [("mimetype", kind), ("content.xml", content), ("styles.xml", styles), ("meta.xml", meta), ("META-INF/manifest.xml", manifest)], first_stored="mimetype")


# ---------------------------------------------------------------- checks

class PlainText(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.skip = [], 0

    def handle_starttag(self, tag, attrs):
        self.skip += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.skip -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data)


def pdf_words(name):
    """The text of a PDF as one line, without the running footer."""
    text = subprocess.run(["pdftotext", "-layout", OUT / f"{name}.pdf", "-"], check=True, capture_output=True, text=True).stdout
    lines = []
    for page in text.split("\f"):
        kept = [l for l in page.splitlines() if l.strip()]
        if kept and re.search(r"(^|\s)\d+$", kept[-1]):
            kept = kept[:-1]
            if kept and kept[-1].startswith("Inspection of Wexcombe local authority"):
                kept = kept[:-1]
        lines += kept
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)-\s*\n\s*", "-", "\n".join(lines)))


EXACT = {  # what each text quotes from the letter, to the letter
    "wexcombe_2026-09-11_press-release.html": ["Children and families who contact the council on a weekday are listened to and are given help quickly.", "calm, curious and kind", "Children’s histories are read before a decision is made, not after it."],
    "wexcombe_2026-09-12_news.txt": ["wait until the next working day", "Too many children who may be at risk of significant harm wait until the next working day before a social worker sees them.", "They did not act with enough urgency,", "did not find a child who had been hurt as a result.", "calm, curious and kind"],
    "wexcombe_2026-09-12_opposition-statement.txt": ["steady progress", "have been left in homes where nobody had checked that they were safe", "They did not act with enough urgency", "calm, curious and kind"],
}
ALTERED = ("Leaders have made strong progress since the inspection in May 2023", "Leaders have made steady progress since the inspection in May 2023")
COPIED = "The team that receives contacts has been rebuilt, and it is fully staffed for the first time in four years."
BOTH = "No child should have to wait for a working day to be safe. We have put a third social worker on duty every night and every weekend, and that will stay."
PAGES = {"wexcombe_2018-11-30_inspection": 4, "wexcombe_2023-05-19_inspection": 7, "wexcombe_2026-09-10_focused-visit": 3}


def check():
    bad = []

    def want(ok, what):
        if not ok:
            bad.append(what)

    letter = pdf_words("wexcombe_2026-09-10_focused-visit")
    texts = {}
    for name, quotes in EXACT.items():
        raw = (OUT / name).read_text(encoding="utf-8")
        if name.endswith(".html"):
            parser = PlainText()
            parser.feed(raw)
            raw = "".join(parser.parts)
        texts[name] = raw
        for quote in quotes:
            want(quote in raw, f"{name} does not hold: {quote}")
            want(quote in letter, f"the letter does not hold: {quote}")
    press, news, opposition = texts.values()
    want(ALTERED[0] in press and ALTERED[0] not in letter and ALTERED[1] in letter, "the altered quotation")
    want(COPIED in press and COPIED in letter, "the sentence copied without marks")
    want(BOTH in press and BOTH in news, "the cabinet member's words")
    want("priority action" not in press, "the press release must not say priority action")
    # Opening marks outnumber closing marks by one for each paragraph of speech that carries on
    # into the next: one in the press release, four in the statement. The news story is meant to be wrong.
    for name, text, marks in (("press release", press, (10, 9, 0)), ("news story", news, (9, 6, 1)), ("opposition statement", opposition, (5, 1, 0))):
        found = (text.count("“"), text.count("”"), text.count('"'))
        want(found == marks, f"the marks in the {name} (opening, closing, straight): {found}")

    for name, pages in PAGES.items():
        words = pdf_words(name)
        source = (HERE / f"{name}.txt").read_text(encoding="utf-8")
        for line in source.splitlines():
            if line.strip() and not line.startswith(("@", "|")):
                line = re.sub(r"^(#+|-|1\.) |\*\*", "", line)
                want(line in words, f"{name}.pdf does not read: {line[:60]}")
        info = subprocess.run(["pdfinfo", OUT / f"{name}.pdf"], check=True, capture_output=True, text=True).stdout
        want(re.search(r"^Tagged:\s+yes", info, re.M), f"{name}.pdf is not tagged")
        want(re.search(rf"^Pages:\s+{pages}$", info, re.M), f"{name}.pdf does not have {pages} pages")

    for name, first, published, *_ in INSPECTIONS:
        want(datetime.date.fromisoformat(first).weekday() == 0, f"{name} {first} is not a Monday")
    for name, first, published, *_ in INSPECTIONS + VISITS:
        gap = (datetime.date.fromisoformat(published) - datetime.date.fromisoformat(first)).days
        want(30 <= gap <= 65, f"{name} {first}: {gap} days to publication")
        want(datetime.date.fromisoformat(published).weekday() < 5, f"{name} {published} is at a weekend")

    day, left = datetime.date(2026, 9, 10), 70  # no bank holiday falls in this time
    while left:
        day += datetime.timedelta(1)
        left -= day.weekday() < 5
    want(day == datetime.date(2026, 12, 17), f"70 working days from the letter is {day}")
    for line in bad:
        print("WRONG:", line)
    print("checked", "with faults" if bad else "and all is well")
    return not bad


if __name__ == "__main__":
    if "--check" not in sys.argv:
        make_pdfs()
        make_docx()
        make_ods()
    sys.exit(0 if check() else 1)
