//! Who may depend on whom.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Node, PackageId};

use crate::{assert_none, root};

/// Of our own crates, what each may use.
const ARROWS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("session", &["domain"]),
    ("tomoni", &["domain", "session"]),
    ("extras", &["tomoni"]),
    ("authoring", &["domain"]),
    ("editor", &["domain", "authoring"]),
    ("site", &["domain", "session", "authoring", "tomoni"]),
    ("receiver", &["domain", "authoring", "site"]),
    ("xtask", &["domain", "authoring", "site"]),
];

/// What the rules, a visit and the compiler of the content never know.
const NEVERS: [&str; 9] = [
    "yew",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo",
    "tokio",
    "axum",
    "sqlx",
    "rusqlite",
];

const WASM: &str = "wasm32-unknown-unknown";

/// The whole graph as one platform sees it.
fn metadata(platform: &str) -> Metadata {
    MetadataCommand::new()
        .current_dir(root())
        .other_options(["--filter-platform".to_owned(), platform.to_owned()])
        .exec()
        .unwrap()
}

fn host() -> String {
    let said = std::process::Command::new("rustc")
        .arg("-vV")
        .output()
        .unwrap()
        .stdout;
    let said = String::from_utf8(said).unwrap();
    said.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap()
        .to_owned()
}

struct Graph<'a> {
    metadata: &'a Metadata,
    nodes: BTreeMap<&'a PackageId, &'a Node>,
}

impl<'a> Graph<'a> {
    fn new(metadata: &'a Metadata) -> Self {
        let nodes = &metadata.resolve.as_ref().unwrap().nodes;
        Self {
            metadata,
            nodes: nodes.iter().map(|node| (&node.id, node)).collect(),
        }
    }

    fn name(&self, id: &PackageId) -> &'a str {
        self.metadata
            .packages
            .iter()
            .find(|package| package.id == *id)
            .unwrap()
            .name
            .as_str()
    }

    fn id(&self, name: &str) -> &'a PackageId {
        &self
            .metadata
            .workspace_packages()
            .into_iter()
            .find(|package| *package.name == name)
            .unwrap()
            .id
    }

    /// What a crate links, not what its tests or its build script use.
    fn linked(&self, id: &PackageId) -> impl Iterator<Item = &'a PackageId> {
        let is_linked = |kinds: &[cargo_metadata::DepKindInfo]| {
            kinds.iter().any(|kind| kind.kind == DependencyKind::Normal)
        };
        let node: &'a Node = self.nodes[id];
        node.deps
            .iter()
            .filter(move |dep| is_linked(&dep.dep_kinds))
            .map(|dep| &dep.pkg)
    }

    /// Everything that a crate links, directly or not.
    fn all_linked(&self, id: &'a PackageId) -> BTreeSet<&'a str> {
        let mut found = BTreeSet::new();
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            for dep in self.linked(id) {
                // Whoever links yew links what yew links; a proc macro runs on the build machine and links nothing.
                if !self.is_macro(dep) && found.insert(dep) {
                    waiting.push(dep);
                }
            }
        }
        found.into_iter().map(|id| self.name(id)).collect()
    }

    fn is_macro(&self, id: &PackageId) -> bool {
        let package = self
            .metadata
            .packages
            .iter()
            .find(|package| package.id == *id)
            .unwrap();
        package
            .targets
            .iter()
            .any(cargo_metadata::Target::is_proc_macro)
    }
}

#[test]
fn our_crates_depend_on_each_other_only_along_the_arrows() {
    let metadata = metadata(&host());
    let graph = Graph::new(&metadata);
    let ours: BTreeSet<&str> = metadata
        .workspace_packages()
        .iter()
        .map(|package| package.name.as_str())
        .collect();
    assert_eq!(
        ours,
        ARROWS.iter().map(|(name, _)| *name).collect(),
        "a crate has no arrows yet"
    );
    for (name, allowed) in ARROWS {
        let used: Vec<_> = graph
            .linked(graph.id(name))
            .map(|id| graph.name(id))
            .collect();
        let wrong = used
            .iter()
            .filter(|used| ours.contains(**used) && !allowed.contains(used));
        assert_none(
            wrong.map(|used| format!("{name} uses {used}")).collect(),
            "against the arrows",
        );
    }
}

/// Everything that a crate links when it is built for a platform, directly or not; macros run on the build machine and link
/// nothing. Unlike the metadata, which mixes the features of all platforms, this is what cargo builds.
fn built_with(name: &str, platform: &str) -> BTreeSet<String> {
    let said = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--package", name, "--target", platform])
        .args(["--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(said.status.success(), "{name}");
    String::from_utf8(said.stdout)
        .unwrap()
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn rules_visits_and_content_know_no_browser_no_server_and_no_store() {
    for (platform, crates) in [
        (host(), &["domain", "session", "authoring"][..]),
        (WASM.into(), &["domain", "session"]),
    ] {
        for name in crates {
            let linked = built_with(name, &platform);
            assert!(linked.contains("postcard"), "{name} is not built so");
            let wrong = NEVERS.iter().filter(|never| linked.contains(**never));
            assert_none(
                wrong.map(|never| format!("{name} links {never}")).collect(),
                "never",
            );
        }
    }
}

#[test]
fn the_phone_gets_no_server_and_no_compiler() {
    let metadata = metadata(WASM);
    let linked = Graph::new(&metadata).all_linked(Graph::new(&metadata).id("tomoni"));
    assert!(
        linked.contains("yew"),
        "the graph is not the one of the app"
    );
    let wrong = [
        "axum",
        "rusqlite",
        "sqlx",
        "csv",
        "authoring",
        "regex",
        "chrono",
        "yew-router",
    ];
    let wrong = wrong.iter().filter(|never| linked.contains(**never));
    assert_none(
        wrong.map(|never| format!("tomoni links {never}")).collect(),
        "never in the wasm",
    );
}

#[test]
fn what_runs_behind_the_page_for_editors_knows_of_the_browser_only_how_it_is_called() {
    let metadata = metadata(WASM);
    let graph = Graph::new(&metadata);
    // Of its own: what the readers of workbooks need in a browser is theirs.
    let linked: BTreeSet<_> = graph
        .linked(graph.id("editor"))
        .map(|id| graph.name(id))
        .collect();
    assert!(linked.contains("wasm-bindgen") && linked.contains("authoring"));
    let wrong = [
        "yew",
        "web-sys",
        "js-sys",
        "gloo",
        "tokio",
        "wasm-bindgen-futures",
    ];
    let wrong = wrong.iter().filter(|never| linked.contains(**never));
    assert_none(
        wrong.map(|never| format!("editor links {never}")).collect(),
        "bytes in, JSON and packs out",
    );
}

#[test]
fn pages_are_drawn_without_starting_the_app() {
    let metadata = metadata(&host());
    let site = metadata
        .workspace_packages()
        .into_iter()
        .find(|package| *package.name == "site")
        .unwrap();
    let tomoni = site
        .dependencies
        .iter()
        .find(|dependency| dependency.name == "tomoni")
        .unwrap();
    assert!(!tomoni.uses_default_features);
    assert_eq!(tomoni.features, ["ssr", "whole"]);
}

#[test]
fn wasm_bindgen_and_its_tools_are_pinned_to_one_version() {
    let metadata = metadata(&host());
    let mut pins = BTreeMap::new();
    for package in metadata.workspace_packages() {
        for dependency in &package.dependencies {
            if [
                "wasm-bindgen",
                "wasm-bindgen-cli-support",
                "wasm-bindgen-cli",
            ]
            .contains(&dependency.name.as_str())
            {
                pins.insert(dependency.name.clone(), dependency.req.to_string());
            }
        }
    }
    assert_eq!(pins.len(), 3, "{pins:?}");
    let versions: BTreeSet<_> = pins.values().collect();
    assert!(
        versions.len() == 1 && versions.iter().all(|version| version.starts_with('=')),
        "{pins:?}"
    );
}
