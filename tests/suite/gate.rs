//! What the window may do is little, and named.

use packhorse_tests::root;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn shell(path: &str) -> String {
    fs::read_to_string(root().join("src-tauri").join(path)).expect("a file of the shell can be read")
}

#[test]
fn the_windows_policy_allows_nothing_inline_and_nobody_else() {
    let config: Value = serde_json::from_str(&shell("tauri.conf.json")).expect("the configuration is JSON");
    let policy = config["app"]["security"]["csp"].as_object().expect("there is a policy");
    assert_eq!(policy["default-src"], "'none'", "what is not named is not allowed");
    assert_eq!(policy["worker-src"], "'none'", "a worker would fall back to the scripts");
    for (directive, sources) in policy {
        let sources = sources.as_str().expect("sources are words");
        assert!(!sources.contains("unsafe"), "{directive} {sources}");
        let strangers = sources.split(' ').filter(|source| source.contains("://") || source.contains('*'));
        let strangers: Vec<&str> = strangers.filter(|source| *source != "http://ipc.localhost").collect();
        assert_eq!(strangers, Vec::<&str>::new(), "{directive} names another machine");
    }
    assert_eq!(config["app"]["withGlobalTauri"], false, "only the page's own code calls the desk");
}

#[test]
fn every_command_is_built_allowed_and_called_and_no_other() {
    let named = |text: &str, begin: &str, end: &str| -> BTreeSet<String> {
        let list =
            text.split_once(begin).and_then(|(_, rest)| rest.split_once(end)).expect("the list is there").0;
        list.split(',')
            .map(|name| name.trim().trim_matches('"'))
            .filter_map(|name| name.rsplit("::").next())
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let built = named(&shell("build.rs"), "COMMANDS: &[&str] = &[", "]");
    let handled = named(&shell("src/commands.rs"), "generate_handler![", "]");
    let capability: Value =
        serde_json::from_str(&shell("capabilities/window.json")).expect("the capability is JSON");
    let permissions = capability["permissions"].as_array().expect("it lists permissions");
    let allowed: BTreeSet<String> = permissions
        .iter()
        .filter_map(|name| name.as_str()?.strip_prefix("allow-").map(|name| name.replace('-', "_")))
        .collect();
    assert_eq!(built, handled, "build.rs names what commands.rs hands out");
    assert_eq!(built, allowed, "the capability allows just these");
    let others: Vec<&Value> = permissions
        .iter()
        .filter(|name| !name.as_str().is_some_and(|name| name.starts_with("allow-")))
        .collect();
    assert_eq!(others, ["core:event:allow-listen", "core:event:allow-unlisten"], "and to hear of progress");
    let page = fs::read_to_string(root().join("ui/src/desk/tauri.ts")).expect("the page's file can be read");
    let silent: Vec<&String> = built.iter().filter(|name| !page.contains(&format!("\"{name}\""))).collect();
    assert_eq!(silent, Vec::<&String>::new(), "a command nobody calls is a door too many");
}
