//! What the pages of the sample packs look like, held against what a person has looked at.
//!
//! `PACKHORSE_ACCEPT=1` takes what is made now; look at it first.

use packhorse_tests::{kept, lacking, packhorse, samples, sorted};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

/// Dots an inch of the kept pictures.
const DOTS: &str = "45";

/// The side of a region whose mean grey is compared, in dots.
const REGION: usize = 12;

/// How much lighter or darker a region may be, of 255: other versions of the program that draws the pages
/// smooth letters otherwise.
const TOLERANCE: f64 = 20.0;

struct Made(TempDir);

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = TempDir::new().expect("a folder can be made");
        let pack = samples().join("pack.toml");
        let words = [
            "build".as_ref(),
            pack.as_os_str(),
            "--composed".as_ref(),
            "--to".as_ref(),
            folder.path().as_os_str(),
        ];
        packhorse(words).expect(&[0], "the sample packs can be made").without_panic();
        Made(folder)
    })
}

/// The sample pack for an audience, with an ending.
fn pack(audience: &str, ending: &str) -> PathBuf {
    let files = sorted(made().0.path());
    let own = |path: &&PathBuf| {
        path.extension().is_some_and(|own| own == ending) && path.to_string_lossy().contains(audience)
    };
    files.iter().find(own).unwrap_or_else(|| panic!("no pack for {audience}")).clone()
}

fn accepting() -> bool {
    std::env::var_os("PACKHORSE_ACCEPT").is_some()
}

#[test]
fn everything_stands_where_it_stood() {
    for audience in ["committee-chair", "cabinet-member"] {
        let placed = made().0.path().join(format!("{audience}.txt"));
        let json = pack(audience, "json");
        packhorse(["typeset".as_ref(), json.as_os_str(), "--to".as_ref(), placed.as_os_str()])
            .expect(&[0], "it sets");
        let now = fs::read_to_string(&placed).expect("it is written");
        let file = kept(&format!("expected/pages/{audience}.txt"));
        if accepting() {
            fs::write(&file, &now).expect("it can be kept");
        }
        let before = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        let differs = now.lines().zip(before.lines()).position(|(now, before)| now != before);
        let at = differs.unwrap_or_else(|| now.lines().count().min(before.lines().count()));
        let line = |text: &str| text.lines().nth(at).unwrap_or("(nothing)").to_owned();
        assert!(now == before, "{audience}, line {}:\nwas {}\nis  {}", at + 1, line(&before), line(&now));
    }
}

#[test]
fn the_pages_look_as_they_looked() {
    for audience in ["committee-chair", "cabinet-member"] {
        let Some(pages) = drawn(&pack(audience, "pdf")) else {
            return lacking("poppler", "the pictures of pages were not compared");
        };
        let folder = kept("expected/pages");
        if accepting() {
            for (number, page) in (1..).zip(&pages) {
                fs::write(folder.join(format!("{audience}-{number:02}.png")), page.png())
                    .expect("it can be kept");
            }
        }
        let start = format!("{audience}-");
        let of = |path: &PathBuf| {
            path.file_name().is_some_and(|name| {
                let name = name.to_string_lossy();
                name.starts_with(&start) && name.ends_with(".png")
            })
        };
        let before: Vec<Grey> =
            sorted(&folder).iter().filter(|path| of(path)).map(|path| Grey::read(path)).collect();
        assert_eq!(before.len(), pages.len(), "{audience} has another number of pages");
        for (number, (before, now)) in (1..).zip(before.iter().zip(&pages)) {
            if let Some(difference) = before.difference(now) {
                panic!("{audience}, page {number}: {difference}");
            }
        }
    }
}

#[test]
fn a_line_that_moved_is_seen() {
    let Some(pages) = drawn(&pack("committee-chair", "pdf")) else { return };
    let page = &pages[0];
    let mut moved = page.clone();
    moved.dots.rotate_right(page.width * REGION);
    assert!(page.difference(&moved).is_some(), "everything stands a little lower");
    assert_eq!(page.difference(page), None);
}

/// A picture in greys.
#[derive(Clone)]
struct Grey {
    width: usize,
    dots: Vec<u8>,
}

/// The pages of a PDF as pictures; none where poppler is not installed.
fn drawn(pdf: &Path) -> Option<Vec<Grey>> {
    let folder = TempDir::new().ok()?;
    let drawn = Command::new("pdftoppm")
        .args(["-gray", "-r", DOTS])
        .arg(pdf)
        .arg(folder.path().join("page"))
        .status()
        .ok()?;
    assert!(drawn.success(), "{} can be drawn", pdf.display());
    Some(sorted(folder.path()).iter().map(|path| Grey::of_pgm(&fs::read(path).expect("a page"))).collect())
}

impl Grey {
    /// Reads a portable greymap: three numbers, each followed by white space, and the dots.
    fn of_pgm(bytes: &[u8]) -> Self {
        let mut numbers = Vec::new();
        let mut at = 2;
        while numbers.len() < 3 {
            let start = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let number = String::from_utf8_lossy(&bytes[start..start + length]).parse::<usize>();
            numbers.push(number.expect("a number of a greymap's head"));
            at = start + length;
        }
        Self { width: numbers[0], dots: bytes[at + 1..].to_vec() }
    }

    fn read(path: &Path) -> Self {
        let file = std::io::BufReader::new(fs::File::open(path).expect("a kept picture"));
        let mut reader = png::Decoder::new(file).read_info().expect("a PNG");
        let mut dots = vec![0; reader.output_buffer_size().expect("its size is known")];
        let info = reader.next_frame(&mut dots).expect("its dots");
        dots.truncate(info.buffer_size());
        Self { width: info.width as usize, dots }
    }

    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let height = self.dots.len() / self.width;
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(&self.dots).expect("dots");
        writer.finish().expect("an end");
        bytes
    }

    /// The first region whose grey is another one.
    fn difference(&self, other: &Self) -> Option<String> {
        if (self.width, self.dots.len()) != (other.width, other.dots.len()) {
            return Some("it has another size".to_owned());
        }
        let height = self.dots.len() / self.width;
        let mean = |picture: &Self, left: usize, top: usize| {
            let rows = top..(top + REGION).min(height);
            let right = (left + REGION).min(picture.width);
            let dots =
                rows.flat_map(|row| &picture.dots[row * picture.width + left..row * picture.width + right]);
            let (sum, count) =
                dots.fold((0.0, 0.0), |(sum, count), dot| (sum + f64::from(*dot), count + 1.0));
            sum / count
        };
        (0..height).step_by(REGION).flat_map(|top| (0..self.width).step_by(REGION).map(move |left| (left, top))).find_map(|(left, top)| {
            let (was, is) = (mean(self, left, top), mean(other, left, top));
            ((was - is).abs() > TOLERANCE).then(|| format!("{left} dots from the left and {top} from the top the grey was {was:.0} and is {is:.0}"))
        })
    }
}
