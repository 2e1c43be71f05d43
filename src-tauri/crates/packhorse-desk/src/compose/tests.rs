use super::*;
use crate::fixture::{KIND, visit};
use packhorse_model::Bearing;
use packhorse_pack::{Pick, Withheld};

#[test]
fn a_withheld_quotation_is_in_no_layer_of_the_file_and_is_found_when_put_back() {
    let source = visit();
    let start = source.document.text.find(KIND).expect("the letter says it");
    let quote = source.quote(packhorse_model::Span { start, end: start + KIND.len() }).expect("words");
    let plan = Plan {
        title: "What inspectors said".into(),
        picks: vec![Pick::new(quote.stored(), Bearing::Strength)],
        ..Plan::default()
    };
    let withheld = Withheld { sections: Vec::new(), quotes: vec![0] };
    let audience = audience("committee-chair").expect("it is built in");
    let whole = Edition { audience: audience.id.clone(), ..Edition::default() };
    let less = Edition { withheld, ..whole.clone() };
    let (fonts, sources) = (Fonts::built_in(), [source]);
    make(&plan, &less, &audience, &sources, &fonts, true).expect("nothing withheld is there");
    let with = make(&plan, &whole, &audience, &sources, &fonts, true).expect("a pack");
    let page = with.web_page.expect("it was asked for");
    for said in [packhorse_pdf::said(&with.bytes).expect("it opens"), packhorse_html::said(&page)] {
        let trouble = absent(&plan, &less, &said).expect_err("the quotation was put back");
        assert!(trouble.message.contains("calm, curious and kind"), "{}", trouble.message);
    }
}
