//! A built site with a small app, and tables to publish in it. 見本: nothing in them is real.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use authoring::{Files, Given};
use axum::body::Body;
use axum::http::Request;
use domain::text::Key;
use http_body_util::BodyExt;
use receiver::publish::{self, Order, PublishError, Published};
use receiver::{Showing, Site, Store, StoreError, http};
use site::page::{Head, Sources, Template};
use site::{Effort, Kit, Mark, NewVersion, Pen, Shelf, Version};
use tempfile::TempDir;
use tower::ServiceExt;

/// The tables of the minimal pack, with two reviewers.
#[derive(Clone)]
pub struct Tables {
    files: Files,
    version: String,
}

impl Tables {
    pub fn version(version: &str) -> Self {
        let minimal = Given::at(&top().join("tests/packs/minimal")).unwrap();
        let Given::Folder(mut files) = minimal else {
            panic!("it is a folder")
        };
        let rows: String = Key::all()
            .map(|key| match key.name() {
                // It stands on the crisis screen and is no fixed sentence: nobody has reviewed a translation.
                name if name.starts_with("crisis.") => format!("ui.{name},見本,,,\n"),
                name => format!("ui.{name},見本,{{見本|みほん}},sample,\n"),
            })
            .collect();
        files.insert(
            "text-app.csv".into(),
            format!("key,ja,ja-x-easy,en,note\n{rows}").into_bytes(),
        );
        let settings = format!(
            "form_title,form_id,version,default_language\n見本,sample,{version},日本語 (ja)\n"
        );
        files.insert("settings.csv".into(), settings.into_bytes());
        let tables = Self {
            files,
            version: version.into(),
        };
        tables.reviewed(version)
    }

    /// Two people have reviewed this version.
    pub fn reviewed(self, version: &str) -> Self {
        self.reviews(&["見本 花子", "見本 太郎"], version)
    }

    pub fn reviewed_by(self, names: &[&str]) -> Self {
        let version = self.version.clone();
        self.reviews(names, &version)
    }

    fn reviews(mut self, names: &[&str], version: &str) -> Self {
        let rows: String = names
            .iter()
            .map(|name| format!("{name},見本の委員,2026-11-24,{version}\n"))
            .collect();
        self.files.insert(
            "reviews.csv".into(),
            format!("name,role,reviewed_on,version\n{rows}").into_bytes(),
        );
        self
    }

    /// By the clock of [`House::publish`], its reviews are of tomorrow.
    pub fn reviewed_tomorrow(mut self) -> Self {
        let text = String::from_utf8(self.files["reviews.csv"].clone()).unwrap();
        let text = text.replace("2026-11-24", "2026-11-25");
        self.files.insert("reviews.csv".into(), text.into_bytes());
        self
    }

    /// With this name of the app.
    pub fn saying(mut self, word: &str) -> Self {
        let text = String::from_utf8(self.files["text-app.csv"].clone()).unwrap();
        let text = text.replace("ui.app.name,見本,", &format!("ui.app.name,{word},"));
        assert!(text.contains(word));
        self.files.insert("text-app.csv".into(), text.into_bytes());
        self
    }

    /// Without this support and its words.
    pub fn without_support(mut self, id: &str) -> Self {
        for (table, start) in [
            ("supports.csv", format!("{id},")),
            ("text-sample.csv", format!("support.{id}.")),
        ] {
            let text = String::from_utf8(self.files[table].clone()).unwrap();
            let left: Vec<&str> = text
                .lines()
                .filter(|line| !line.starts_with(&start))
                .collect();
            assert!(left.len() < text.lines().count(), "{table} has no {id}");
            self.files
                .insert(table.into(), (left.join("\n") + "\n").into_bytes());
        }
        // Its number is never given again.
        let codes = String::from_utf8(self.files["codes.csv"].clone()).unwrap();
        let row = format!(",support,{id},");
        assert!(codes.contains(&row), "codes.csv has no {id}");
        let retired = codes.replace(&row, &format!("{row}yes"));
        self.files.insert("codes.csv".into(), retired.into_bytes());
        self
    }

    /// As one workbook.
    pub fn workbook(&self) -> Vec<u8> {
        let given = Given::Folder(self.files.clone());
        authoring::workbook::to_workbook(&given).output.unwrap()
    }

    pub fn without(mut self, name: &str) -> Self {
        self.files.remove(name).unwrap();
        self
    }
}

/// A folder with a built site in `dist`.
pub struct House(TempDir);

impl House {
    /// With version 1, as `cargo xtask dist` would build it.
    pub fn new() -> Self {
        let house = Self(tempfile::tempdir().unwrap());
        let mut fixed = site::Site::default();
        fixed.add("config.json", b"{}\n".to_vec());
        let head = Head {
            boot: fixed.add_hashed("boot", "js", b"boot()".to_vec()),
            icon: None,
            pictures: fixed.add_hashed("pictograms", "svg", b"<svg/>".to_vec()),
            style: "a{}".into(),
            base_url: None,
        };
        let app = fixed.add_hashed("app", "js", b"app()".to_vec());
        let wasm = fixed.add_hashed("app", "wasm", b"\0asm".to_vec());
        for (name, bytes) in &fixed.files {
            let file = house.dist().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        let template = |name| Template::new(fs::read_to_string(top().join(name)).unwrap());
        let pages = Sources {
            start: template("index.html"),
            leaflet: template("static/leaflet.html"),
            leaflet_style: "b{}".into(),
        };
        let kit = Kit::new(pages, head, [app.clone(), wasm.clone()], [app, wasm]);
        let tables = Tables::version("1");
        let compiled = authoring::read_files(&tables.files).compiled.unwrap();
        let content = kit
            .content(&compiled, tables.workbook(), Mark::None, None)
            .unwrap();
        let version = NewVersion::new(content, Mark::None, Effort::Quick).unwrap();
        Shelf::of(&house.dist()).begin(&kit, &version).unwrap();
        house
    }

    pub fn dist(&self) -> PathBuf {
        self.0.path().join("dist")
    }

    pub fn publish(&self, tables: &Tables) -> Result<Published, PublishError> {
        self.try_publish(tables, Mark::None).0
    }

    /// What came of it, and what was said.
    pub fn try_publish(
        &self,
        tables: &Tables,
        mark: Mark,
    ) -> (Result<Published, PublishError>, String) {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in &tables.files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        self.try_publish_at(folder.path(), mark)
    }

    pub fn try_publish_workbook(
        &self,
        workbook: &[u8],
        mark: Mark,
    ) -> (Result<Published, PublishError>, String) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sample.xlsx");
        fs::write(&file, workbook).unwrap();
        self.try_publish_at(&file, mark)
    }

    pub fn try_publish_at(
        &self,
        content: &Path,
        mark: Mark,
    ) -> (Result<Published, PublishError>, String) {
        let dist = self.dist();
        let order = Order {
            content,
            dist: &dist,
            mark,
            // 2026-11-24 10:05 in Japan.
            now: SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_482_300),
        };
        let mut said = Vec::new();
        let done = publish::publish(&order, &mut said, &mut Pen::default());
        (done, String::from_utf8(said).unwrap())
    }

    pub fn rollback(&self) -> Result<(Version, Version), PublishError> {
        publish::rollback(&self.dist(), &mut Pen::default())
    }

    pub fn make_it_of_another_version(&self) {
        let kit = self.dist().join(".tomoni/kit.json");
        let text = fs::read_to_string(&kit).unwrap();
        let other = text.replace("\"sources\": \"", "\"sources\": \"9.9.9 ");
        assert_ne!(text, other);
        fs::write(&kit, other).unwrap();
    }

    pub fn spoil_the_wasm(&self) {
        let assets = fs::read_dir(self.dist().join("assets")).unwrap();
        let wasm = assets
            .map(|item| item.unwrap().path())
            .find(|path| path.extension().unwrap() == "wasm");
        fs::write(wasm.unwrap(), "changed").unwrap();
    }

    /// Brings a version that was published elsewhere, all but one of its files, which it gives.
    pub fn publish_elsewhere_and_copy_all_but_one(&self, tables: &Tables) -> (String, Vec<u8>) {
        let other = Self::new();
        other.publish(tables).unwrap();
        let mut files = snapshot(&other.dist());
        let own = snapshot(&self.dist());
        let last = files
            .keys()
            .find(|name| name.contains("words-ja-") && !own.contains_key(*name))
            .unwrap()
            .clone();
        let bytes = files.remove(&last).unwrap();
        for (name, bytes) in files {
            self.copy_the_last(&(name, bytes));
        }
        (last, bytes)
    }

    pub fn copy_the_last(&self, (name, bytes): &(String, Vec<u8>)) {
        let file = self.dist().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

/// Every file of a folder by its path, the hidden ones too.
pub fn snapshot(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(dir).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let name = entry
                .path()
                .strip_prefix(dir)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

struct Sound;

#[async_trait]
impl Store for Sound {
    async fn ping(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

/// What a receiver that starts now answers, with its status.
pub fn served(house: &House, path: &str) -> (u16, String) {
    let site = Site::read(&house.dist()).unwrap();
    let router = http::router(Arc::new(Showing::new(site)), Arc::new(Sound));
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let response = router.oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    })
}

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
