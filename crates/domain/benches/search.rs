//! How long a keystroke takes to search and narrow down a directory of 100,000 entries; at most 5 ms (`cargo xtask bench` judges).

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::directory::filter::{Filter, Ranks, Value};
use domain::directory::search::Index;
use domain::directory::{Certainty, Entry, Kind, Origin, Validity};

const N_ENTRIES: usize = 100_000;

/// A 見本 entry whose names are as long as real ones.
fn entry(place: usize) -> Entry {
    let city = place % 1_700;
    Entry {
        id: format!("sample-{place}"),
        kind: Kind::SupportCenter,
        name: format!("見本県立第{place}病院 がん相談支援センター"),
        kana: format!("みほんけんりつだい{place}びょういん がんそうだんしえんせんたー"),
        alias: String::new(),
        organization: format!("見本県立第{place}病院"),
        municipality: format!("見本第{city}市"),
        postal_code: String::new(),
        address: format!("見本県見本第{city}市見本町{place}番地"),
        place: String::new(),
        phones: Vec::new(),
        fax: String::new(),
        email: String::new(),
        url: String::new(),
        hours: String::new(),
        schedule: String::new(),
        times: domain::hours::Hours::default(),
        meetings: Vec::new(),
        channels: Vec::new(),
        who: String::new(),
        roles: Vec::new(),
        fee: String::new(),
        referral: String::new(),
        languages: Vec::new(),
        accessibility: Vec::new(),
        tags: Vec::new(),
        validity: Validity::default(),
        origin: Origin::default(),
        checked_on: None,
        check_by: None,
        certainty: Certainty::Weak,
    }
}

fn search(criterion: &mut Criterion) {
    let entries: Vec<Entry> = (0..N_ENTRIES).map(entry).collect();
    let index = Index::new(&entries);
    let mut group = criterion.benchmark_group("search 100,000 entries");
    // What is everywhere, what is in one place, what is nowhere, and two words.
    for query in [
        "がん",
        "びょういんがんそ",
        "第99999病院",
        "どこにもない",
        "がん 第1699市",
    ] {
        group.bench_function(query, |bencher| {
            bencher.iter(|| black_box(&index).places(black_box(query)))
        });
    }
    group.finish();
}

fn narrow(criterion: &mut Criterion) {
    let mut entries: Vec<Entry> = (0..N_ENTRIES).map(entry).collect();
    for (place, entry) in entries.iter_mut().enumerate() {
        entry.kind = Kind::ALL
            .iter()
            .copied()
            .cycle()
            .nth(place % Kind::ALL.len())
            .unwrap_or(Kind::Salon);
        entry.tags = vec!['ア', 'エ'];
        entry.languages = vec!["en".into(), "vi".into()];
    }
    let index = Index::new(&entries);
    let mut picked = Filter::default();
    picked.pick(Value::Tag('エ'));
    picked.pick(Value::Language("vi".into()));
    let mut group = criterion.benchmark_group("narrow 100,000 entries");
    let own = Some("見本第7市");
    for (name, query, filter) in [
        ("all", "", &Filter::default()),
        ("a word that is everywhere", "がん", &Filter::default()),
        ("two picks and a word", "がん", &picked),
    ] {
        let ranks = Ranks::new(&entries, filter, own);
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(&ranks).found(&index, black_box(query)))
        });
    }
    group.finish();
    // Once for every pick, not for every keystroke.
    criterion.bench_function("pick among 100,000 entries", |bencher| {
        bencher.iter(|| Ranks::new(black_box(&entries), &picked, own));
    });
}

criterion_group!(benches, search, narrow);
criterion_main!(benches);
