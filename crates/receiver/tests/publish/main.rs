//! Publishing as an operator does it: what is shown afterwards, and what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod support;

use std::sync::Arc;
use std::time::Duration;

use receiver::publish::{PublishError, Published};
use receiver::reload::Reload;
use receiver::{Showing, Site};
use site::{Mark, ShelfError};
use support::{House, Tables, served, snapshot};

#[test]
fn what_is_published_is_served_in_every_language_and_the_operators_own_file_stays() {
    let house = House::new();
    std::fs::write(house.dist().join("config.json"), "{\"kiosk\": true}").unwrap();
    let Published::New(version) = house
        .publish(&Tables::version("2").saying("新しい見本"))
        .unwrap()
    else {
        panic!("it was shown before");
    };
    assert_eq!((version.version.as_str(), version.mark), ("2", Mark::None));
    assert_eq!(version.published_on.as_deref(), Some("2026-11-24 10:05"));
    for page in ["/", "/ja-x-easy/", "/en/"] {
        let (status, html) = served(&house, page);
        assert_eq!(status, 200);
        assert!(html.contains("新しい見本") || page != "/", "{html}");
        for asset in assets_in(&html) {
            assert_eq!(served(&house, &format!("/{asset}")).0, 200, "{asset}");
        }
    }
    assert_eq!(served(&house, "/config.json").1, "{\"kiosk\": true}");
    let (_, live) = served(&house, "/editor/live.json");
    assert!(
        live.contains("\"version\":\"2\"") && live.contains(&version.fingerprint),
        "{live}"
    );
    let top = std::fs::read_to_string(house.dist().join("index.html")).unwrap();
    assert_eq!(top, served(&house, "/").1, "a plain host serves the same");
}

#[test]
fn leaflets_are_published_with_the_content_and_go_and_come_back_with_it() {
    let house = House::new();
    let (hub, in_english) = ("/guide/local-hub/", "/en/guide/local-hub/");
    let at_the_top = |path: &str| house.dist().join(format!(".{path}index.html"));
    assert_eq!(served(&house, hub).0, 200);
    let next = Tables::version("2")
        .saying("新しい見本")
        .without_support("local-hub");
    assert!(matches!(house.publish(&next), Ok(Published::New(_))));
    for path in [hub, in_english] {
        let (status, html) = served(&house, path);
        assert_eq!(status, 404, "{path}");
        // The site's own page where nothing is.
        assert!(
            html.contains("新しい見本") && html.contains("href=\"tel:"),
            "{html}"
        );
        assert!(!at_the_top(path).exists() && !at_the_top(path).parent().unwrap().exists());
    }
    for path in ["/guide/", "/guide/money-help/", "/contacts/22/"] {
        let (status, html) = served(&house, path);
        assert_eq!(status, 200, "{path}");
        assert!(
            html.contains("新しい見本") && !html.contains("local-hub"),
            "{html}"
        );
        assert_eq!(html, std::fs::read_to_string(at_the_top(path)).unwrap());
    }
    house.rollback().unwrap();
    assert_eq!(served(&house, hub).0, 200);
    assert!(at_the_top(in_english).exists());
    assert!(!served(&house, "/guide/").1.contains("新しい見本"));
}

#[test]
fn nothing_that_is_not_served_can_be_asked_for() {
    let house = House::new();
    for path in ["/.tomoni/kit.json", "/.tomoni/shown", "/%2etomoni/lock"] {
        assert_eq!(served(&house, path).0, 404, "{path}");
    }
}

#[test]
fn a_page_of_the_version_before_still_finds_its_files() {
    let house = House::new();
    let (_, before) = served(&house, "/");
    house
        .publish(&Tables::version("2").saying("新しい見本"))
        .unwrap();
    for asset in assets_in(&before) {
        assert_eq!(served(&house, &format!("/{asset}")).0, 200, "{asset}");
    }
}

type Expected = fn(&PublishError) -> bool;

#[test]
fn refused_content_changes_nothing_at_all() {
    let house = House::new();
    house.publish(&Tables::version("2")).unwrap();
    let before = snapshot(&house.dist());
    let refusals: [(Tables, Expected, &str); 6] = [
        (
            Tables::version("3").without("supports.csv"),
            |error| matches!(error, PublishError::Content),
            "supports.csv",
        ),
        (
            Tables::version("3").reviewed_by(&[]),
            |error| matches!(error, PublishError::Gate),
            "reviews.csv",
        ),
        (
            Tables::version("3").reviewed_by(&["見本 花子"]),
            |error| matches!(error, PublishError::Gate),
            "見本 花子",
        ),
        (
            Tables::version("3").reviewed_by(&["見本 花子", "見本花子"]),
            |error| matches!(error, PublishError::Gate),
            "reviews.csv",
        ),
        (
            Tables::version("3").reviewed("2"),
            |error| matches!(error, PublishError::Gate),
            "reviews.csv",
        ),
        (
            Tables::version("2").saying("ほかの見本"),
            |error| matches!(error, PublishError::SameVersion { .. }),
            "",
        ),
    ];
    for (tables, is_expected, named) in refusals {
        let (refused, said) = house.try_publish(&tables, Mark::None);
        let error = refused.unwrap_err();
        assert!(is_expected(&error), "{error:?}");
        assert!(said.contains(named), "{named} in {said}");
        assert!(error.to_string().contains("nothing was changed"), "{error}");
        assert!(snapshot(&house.dist()) == before, "{error}");
    }
    let nowhere = house.dist().join("no-tables");
    let (refused, said) = house.try_publish_at(&nowhere, Mark::None);
    assert!(matches!(refused, Err(PublishError::Content)));
    assert!(said.contains("no-tables"), "{said}");
    assert!(snapshot(&house.dist()) == before);
}

#[test]
fn a_workbook_is_published_as_its_tables_are_and_refused_by_the_names_of_its_sheets() {
    let house = House::new();
    let unread = Tables::version("2").reviewed_by(&[]).workbook();
    let (refused, said) = house.try_publish_workbook(&unread, Mark::None);
    assert!(matches!(refused, Err(PublishError::Gate)));
    assert!(
        said.contains("reviews") && !said.contains("reviews.csv"),
        "{said}"
    );

    let tables = Tables::version("2");
    let (published, _) = house.try_publish_workbook(&tables.workbook(), Mark::None);
    assert!(matches!(published, Ok(Published::New(_))));
    let again = house.publish(&tables).unwrap();
    assert!(matches!(again, Published::Already(_)));
    // What editors begin with next time.
    let live = served(&house, "/editor/live.json").1;
    let name = live.split("\"content\":\"").nth(1).unwrap();
    let name = name.split('"').next().unwrap();
    assert!(std::fs::read(house.dist().join(name)).unwrap() == tables.workbook());
}

#[test]
fn a_day_of_review_that_has_not_come_is_an_error_by_the_clock_of_this_machine() {
    let house = House::new();
    let (refused, said) = house.try_publish(&Tables::version("2").reviewed_tomorrow(), Mark::None);
    assert!(matches!(refused, Err(PublishError::Content)));
    assert!(said.contains("This day has not come yet."), "{said}");
}

#[test]
fn a_site_of_another_version_and_a_folder_without_one_are_refused() {
    let house = House::new();
    let kit = house.dist().join(".tomoni/kit.json");
    let own = std::fs::read_to_string(&kit).unwrap();
    let refusal = |house: &House| {
        house
            .publish(&Tables::version("2"))
            .unwrap_err()
            .to_string()
    };

    house.make_it_of_another_version();
    let said = refusal(&house);
    assert!(
        said.contains("another version") && said.contains("9.9.9"),
        "{said}"
    );

    std::fs::write(&kit, own.replace("\"format\": ", "\"format\": 9")).unwrap();
    assert!(refusal(&house).contains("another version"));

    std::fs::write(&kit, &own).unwrap();
    house.spoil_the_wasm();
    assert!(refusal(&house).contains("was changed after the site was built"));

    std::fs::remove_dir_all(house.dist().join(".tomoni")).unwrap();
    let said = refusal(&house);
    assert!(
        said.contains("kit.json is missing") && said.contains("cargo xtask dist"),
        "{said}"
    );
}

#[test]
fn a_sample_needs_no_reviewers_and_says_so_on_every_page() {
    let house = House::new();
    assert!(!served(&house, "/").1.contains("class=\"stamp\""));
    let tables = Tables::version("2").reviewed_by(&[]);
    let (published, _) = house.try_publish(&tables, Mark::Sample);
    assert!(matches!(published, Ok(Published::New(_))));
    for page in ["/", "/ja-x-easy/", "/en/"] {
        let (_, html) = served(&house, page);
        // Outside what the app takes away and what it draws.
        let (mark, rest) = html.split_once("<div id=\"static\">").unwrap();
        assert!(
            mark.contains("見本") && mark.contains("Sample. Not reviewed, not for use."),
            "{page}"
        );
        assert!(rest.contains("<div id=\"app\""));
    }
    assert!(
        served(&house, "/editor/live.json")
            .1
            .contains("\"is_sample\":true")
    );

    // The same content for everybody, once it was reviewed.
    house.publish(&Tables::version("2")).unwrap();
    assert!(!served(&house, "/").1.contains("class=\"stamp\""));
}

#[test]
fn the_same_content_again_is_no_new_version() {
    let house = House::new();
    house.publish(&Tables::version("2")).unwrap();
    let before = snapshot(&house.dist());
    assert!(matches!(
        house.publish(&Tables::version("2")),
        Ok(Published::Already(_))
    ));
    assert!(snapshot(&house.dist()) == before);
}

#[test]
fn of_two_at_the_same_time_one_is_refused() {
    let house = House::new();
    let lock = site::Shelf::of(&house.dist()).lock().unwrap();
    let before = snapshot(&house.dist());
    let refused = house.publish(&Tables::version("2"));
    assert!(matches!(
        refused,
        Err(PublishError::Shelf(ShelfError::Busy { .. }))
    ));
    assert!(matches!(
        house.rollback(),
        Err(PublishError::Shelf(ShelfError::Busy { .. }))
    ));
    assert!(snapshot(&house.dist()) == before);
    drop(lock);
    assert!(house.publish(&Tables::version("2")).is_ok());
}

#[test]
fn a_rollback_shows_the_version_before_and_says_which() {
    let house = House::new();
    house
        .publish(&Tables::version("2").saying("二つめの見本"))
        .unwrap();
    house
        .publish(&Tables::version("3").saying("三つめの見本"))
        .unwrap();
    let (from, to) = house.rollback().unwrap();
    let said = receiver::publish::describe(&to);
    assert!(
        said.contains("version 2") && said.contains("2026-11-24") && said.contains(&to.fingerprint),
        "{said}"
    );
    assert_eq!(from.version, "3");
    assert!(served(&house, "/").1.contains("二つめの見本"));
    house.make_it_of_another_version();
    house.rollback().unwrap();
    assert!(matches!(
        house.rollback(),
        Err(PublishError::Shelf(ShelfError::NoneBefore))
    ));
}

#[test]
fn a_running_receiver_shows_what_is_published_and_keeps_what_it_has_when_files_are_missing() {
    // Its clock is paused: it jumps to the next moment that somebody waits for.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    let house = House::new();
    let showing = Arc::new(Showing::new(Site::read(&house.dist()).unwrap()));
    let first = showing.site().shown().cloned();
    let reload = runtime.spawn(Reload::new(house.dist(), Arc::clone(&showing)).run());

    // A copy that is not whole yet: the file that says so comes before the others.
    let tables = Tables::version("2").saying("二つめの見本");
    let last = house.publish_elsewhere_and_copy_all_but_one(&tables);
    runtime.block_on(async { tokio::time::sleep(Duration::from_secs(30)).await });
    assert_eq!(showing.site().shown().cloned(), first);

    house.copy_the_last(&last);
    runtime.block_on(async {
        while showing.site().shown().cloned() == first {
            assert!(!reload.is_finished());
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    assert!(showing.site().find("/").is_some());
}

/// The names of the files that a page loads.
fn assets_in(html: &str) -> Vec<String> {
    let found = html
        .split("assets/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let names: Vec<String> = found.map(|name| format!("assets/{name}")).collect();
    assert!(names.len() > 5);
    names
}
