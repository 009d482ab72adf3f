//! What holds for every key.

use super::*;

#[test]
fn every_key_has_a_name_of_its_own() {
    let mut names: Vec<&str> = Key::all().map(Key::name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Key::all().count());
}

#[test]
fn keys_stand_in_the_order_of_the_words_pack() {
    for (index, key) in Key::all().enumerate() {
        assert_eq!(key as usize, index);
    }
}

#[test]
fn what_a_crisis_screen_says_comes_with_the_start_page() {
    assert!(
        Key::LATE
            .iter()
            .all(|key| !key.name().starts_with("crisis"))
    );
}
