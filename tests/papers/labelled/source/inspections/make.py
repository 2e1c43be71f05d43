#!/usr/bin/env python3
"""Make the labelled inspection documents of ../../documents and ../../records from the sources here.

    python3 make.py            make everything
    python3 make.py NAME…      make only these
    python3 make.py --records  write only the records

Each NAME.txt here is one document with its labels (odt.py says how it is written). It becomes
documents/NAME.pdf, tagged, and records/NAME.json. variants.txt says which are made again without
tags, as DOCX or as ODT. Needs Python 3.9 or later, LibreOffice, qpdf, and pdfinfo and pdftoppm (poppler).
"""
import base64
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
import odt

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent.parent
DOCUMENTS, RECORDS = OUT / "documents", OUT / "records"


def sources():
    return sorted(p for p in HERE.glob("*_*.txt"))


def variants():
    """(form, name) for each line of variants.txt."""
    lines = (HERE / "variants.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(l.split()) for l in lines if l.strip() and not l.startswith("#")]


def export(tagged):
    yes = "true" if tagged else "false"
    return ('pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"%s"},"ExportBookmarks":{"type":"boolean","value":"%s"},'
            '"SelectPdfVersion":{"type":"long","value":"17"}}' % (yes, yes))


def soffice(tmp, form, files):
    """Convert all the files with one start of LibreOffice; the folder of what it made."""
    out = tmp / re.sub(r"\W", "", form)[:40]
    program = shutil.which("soffice") or shutil.which("libreoffice") or sys.exit("LibreOffice was not found")
    subprocess.run([program, f"-env:UserInstallation=file://{tmp}/profile", "--headless", "--norestore", "--convert-to", form,
                    "--outdir", str(out), *map(str, files)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return out


def repack(made, path):
    """Copy a DOCX or ODT with one date inside."""
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename in ("docProps/core.xml", "meta.xml"):
                data = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+", b"2026-01-01T09:00:00", data)
            if path.suffix == ".odt":  # numbers LibreOffice draws anew each time
                seen = {}
                data = re.sub(rb'"list\d{6,}"', lambda m: seen.setdefault(m[0], b'"list%d"' % len(seen)), data)
                data = re.sub(rb'(config:name="Rsid(?:Root)?" config:type="int">)\d+', rb"\g<1>1", data)
            info = zipfile.ZipInfo(item.filename, (2026, 1, 1, 9, 0, 0))
            info.compress_type, info.external_attr = item.compress_type, 0o644 << 16
            new.writestr(info, data)


def keep(made, name):
    """Keep what was made; a PDF gets one fixed date and identifier and is packed small, so that a rebuild changes nothing."""
    if not made.exists():
        sys.exit(f"LibreOffice made no {name}")
    if not name.endswith(".pdf"):
        repack(made, DOCUMENTS / name)
        return
    data = re.sub(rb"/CreationDate\(D:\d{14}[^)]{0,7}\)", lambda m: b"/CreationDate(D:20260101090000)".ljust(len(m[0])), made.read_bytes())
    made.write_bytes(re.sub(rb"(/DocChecksum /|/ID \[ <|>\s<)[0-9A-F]{32}", lambda m: m[1] + b"0" * 32, data))
    subprocess.run(["qpdf", "--object-streams=generate", "--compression-level=9", "--recompress-flate", "--deterministic-id", made, DOCUMENTS / name], check=True)


def pictures(tmp, name, pdf):
    """A copy whose first two pages are pictures and whose last page is text."""
    subprocess.run(["pdftoppm", "-r", "100", "-mono", "-png", "-l", "2", str(pdf), str(tmp / name)], check=True)
    frames = "".join(
        f'<text:p text:style-name="Line"><draw:frame draw:name="s{i}" text:anchor-type="as-char" svg:width="16cm" svg:height="22.6cm"><draw:image><office:binary-data>'
        f'{base64.b64encode(p.read_bytes()).decode()}</office:binary-data></draw:image></draw:frame></text:p>'
        for i, p in enumerate(sorted(tmp.glob(f"{name}-*.png"))))
    paper = odt.Paper(HERE / f"{name}.txt")
    paper.body, paper.styles, paper.new_page = [frames], [], True
    paper.paragraph("Standard", "This copy was scanned by the democratic services team for the meeting file. The signed letter is held by the director’s office.")
    paper.meta["title"] = "Scan"
    flat = tmp / f"{name}-scan.fodt"
    flat.write_text(paper.odt(), encoding="utf-8")
    keep(soffice(tmp, export(False), [flat]) / f"{name}-scan.pdf", f"{name}-scan.pdf")


def make(names):
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        for path in sources():
            if path.stem in names:
                (tmp / f"{path.stem}.fodt").write_text(odt.Paper(path).odt(), encoding="utf-8")
        out = soffice(tmp, export(True), [tmp / f"{n}.fodt" for n in names])
        for n in names:
            keep(out / f"{n}.pdf", f"{n}.pdf")
        for form, how, name in (("untagged", export(False), "{}-untagged.pdf"), ("docx", "docx:MS Word 2007 XML", "{}-word.docx"), ("odt", "odt", "{}-open.odt")):
            wanted = [n for f, n in variants() if f == form and n in names]
            for n in wanted if form != "untagged" else ():
                # One page style, as Word has: LibreOffice would split a paragraph where the style of the page changes.
                flat = tmp / f"{n}.fodt"
                flat.write_text(flat.read_text(encoding="utf-8").replace('style:master-page-name="First"', ""), encoding="utf-8")
            if wanted:
                out = soffice(tmp, how, [tmp / f"{n}.fodt" for n in wanted])
                for n in wanted:
                    keep(out / f"{n}.{name.rsplit('.')[-1]}", name.format(n))
        for form, n in variants():
            if form == "scan" and n in names:
                pictures(tmp, n, DOCUMENTS / f"{n}.pdf")


def record(path):
    """The labels of one document, in the fields of the project's corpus records."""
    paper = odt.Paper(path)
    pdf = DOCUMENTS / f"{path.stem}.pdf"
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    get = lambda key: paper.meta.get(key) or None
    judgements = []
    for area, printed, grade, *more in paper.judgements:
        entry = {"area_as_printed": printed, "area": area, "grade_as_printed": grade}
        if more and more[0]:
            entry["grade_also"] = [g.strip() for g in more[0].split(";")]
        if len(more) > 1:
            entry["optional"] = True
        judgements.append(entry)
    out = {"file": pdf.name, "sha256": hashlib.sha256(pdf.read_bytes()).hexdigest()}
    out.update({k: get(k) for k in ("kind", "framework", "authority", "inspected_from", "inspected_to", "published", "lead_inspector", "theme")})
    out["judgements"] = judgements
    out.update(priority_actions=paper.labels["p"], improvements=paper.labels["i"], strengths_listed=paper.labels["s"])
    out.update(numbered_paragraphs=paper.numbered or None, pages=int(re.search(r"^Pages:\s+(\d+)$", info, re.M)[1]))
    groups = {k: paper.groups[l] for k, l in (("priority_actions", "p"), ("improvements", "i"), ("strengths_listed", "s")) if any(paper.groups[l])}
    if groups:
        out["groups"] = groups
    for key, field in (("authority_also", "authority_also"), ("lead_also", "lead_also")):
        if key in paper.meta:
            out[field] = paper.meta[key].split("; ")
    if "note" in paper.meta:
        out["notes"] = paper.meta["note"]
    return out


def scanned(name):
    """What may be said of a copy whose pages are pictures: nothing but that they are."""
    pdf = DOCUMENTS / f"{name}-scan.pdf"
    out = {"file": pdf.name, "sha256": hashlib.sha256(pdf.read_bytes()).hexdigest(), "kind": "other"}
    out.update({k: None for k in ("framework", "authority", "inspected_from", "inspected_to", "published", "lead_inspector", "theme")})
    out.update({k: [] for k in ("judgements", "priority_actions", "improvements", "strengths_listed")})
    out.update(numbered_paragraphs=None, pages=3, notes=["Two pages are pictures and the third is text: expected is a notice that says so, and no facts."])
    return out


def main():
    asked = [a for a in sys.argv[1:] if not a.startswith("-")]
    names = [p.stem for p in sources() if not asked or p.stem in asked]
    if "--records" not in sys.argv:
        make(names)
    for path in sources():
        if path.stem in names:
            (RECORDS / f"{path.stem}.json").write_text(json.dumps(record(path), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        if ("scan", path.stem) in variants():
            (RECORDS / f"{path.stem}-scan.json").write_text(json.dumps(scanned(path.stem), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for form, name, ending in (("untagged", "untagged.txt", "-untagged.pdf"), ("", "other-formats.txt", "")):
        endings = {"docx": "-word.docx", "odt": "-open.odt"}
        rows = [(n + (ending or endings[f]), n) for f, n in variants() if f != "scan" and (f == "untagged") == (form == "untagged")]
        (OUT / name).write_text("".join(f"{file}\t{n}\n" for file, n in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
