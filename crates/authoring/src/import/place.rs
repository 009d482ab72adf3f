//! Prefectures by name, addresses from their parts, and the municipality that an address names.

use domain::directory::Prefecture;

/// The names of the prefectures, in the order of their codes.
///
/// Source: JIS X 0401.
const NAMES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];

/// Cities with wards, which belong to the name of the municipality.
///
/// Source: 地方自治法第二百五十二条の十九第一項の指定都市の指定に関する政令.
const CITIES_WITH_WARDS: [&str; 20] = [
    "札幌市",
    "仙台市",
    "さいたま市",
    "千葉市",
    "横浜市",
    "川崎市",
    "相模原市",
    "新潟市",
    "静岡市",
    "浜松市",
    "名古屋市",
    "京都市",
    "大阪市",
    "堺市",
    "神戸市",
    "岡山市",
    "広島市",
    "北九州市",
    "福岡市",
    "熊本市",
];

/// Municipalities whose name holds 市, 区, 町 or 村 before its end.
///
/// Source: 総務省 全国地方公共団体コード.
const WITH_SIGN_INSIDE: [&str; 14] = [
    "四日市市",
    "廿日市市",
    "野々市市",
    "大町市",
    "十日町市",
    "東村山市",
    "武蔵村山市",
    "羽村市",
    "田村市",
    "大村市",
    "上市町",
    "下市町",
    "余市町",
    "市川三郷町",
];

/// The name of a prefecture; empty for the sample, which no list of names has.
pub fn prefecture_name(prefecture: Prefecture) -> &'static str {
    usize::from(prefecture.code())
        .checked_sub(1)
        .and_then(|place| NAMES.get(place))
        .copied()
        .unwrap_or_default()
}

/// The prefecture whose name a text begins with.
pub fn prefecture_in(text: &str) -> Option<Prefecture> {
    let at = NAMES.iter().position(|name| text.starts_with(name))?;
    Prefecture::new(u8::try_from(at + 1).ok()?)
}

/// A prefecture by code (`22`) or name (`静岡県`); never the sample, which no list from outside is about.
pub fn prefecture(text: &str) -> Option<Prefecture> {
    let by_code = text.parse().ok().filter(|code| *code != Prefecture::SAMPLE);
    by_code.or_else(|| prefecture_in(text))
}

/// The parts of an address as the columns of a source give them; empty where one is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// 所在地_連結表記 or 住所.
    pub whole: String,
    /// 所在地_都道府県.
    pub prefecture: String,
    /// 所在地_市区町村.
    pub city: String,
    /// 所在地_町字.
    pub town: String,
    /// 所在地_番地以下.
    pub street: String,
}

impl Parts {
    /// The address in one piece. Parts that another one holds already are not said twice.
    pub fn joined(&self) -> String {
        let rest = if self.whole.is_empty() {
            self.put_together()
        } else {
            self.whole.clone()
        };
        if rest.is_empty() {
            return rest;
        }
        let inner = rest.strip_prefix(self.prefecture.as_str()).unwrap_or(&rest);
        let has_city = self.city.starts_with(&self.prefecture) || inner.contains(&self.city);
        let city = if has_city { "" } else { &self.city };
        [self.prefecture.as_str(), city, inner].concat()
    }

    /// Some files hold the whole address, or all but the prefecture, in the column for the municipality.
    fn put_together(&self) -> String {
        let tail = [self.town.as_str(), self.street.as_str()].concat();
        let is_whole = !tail.is_empty() && self.city.ends_with(&tail);
        if is_whole {
            self.city.clone()
        } else {
            [self.city.as_str(), tail.as_str()].concat()
        }
    }
}

/// The whole address from the line under municipality and prefecture; empty where there is no line.
pub fn full_address(line: &str, municipality: &str, prefecture: Prefecture) -> String {
    let parts = Parts {
        whole: line.to_owned(),
        prefecture: prefecture_name(prefecture).to_owned(),
        city: municipality.to_owned(),
        ..Parts::default()
    };
    if line.is_empty() {
        String::new()
    } else {
        parts.joined()
    }
}

/// The municipality that an address names, with the county, and with the ward in cities that have wards.
///
/// Empty where it cannot be told.
pub fn municipality_in(address: &str) -> String {
    let rest = prefecture_in(address)
        .and_then(|prefecture| address.strip_prefix(prefecture_name(prefecture)))
        .unwrap_or(address)
        .trim_start();
    if let Some(known) = WITH_SIGN_INSIDE
        .iter()
        .find(|name| rest.starts_with(**name))
    {
        return (*known).to_owned();
    }
    if let Some(city) = CITIES_WITH_WARDS
        .iter()
        .find(|name| rest.starts_with(**name))
    {
        let after = rest.strip_prefix(city).unwrap_or_default();
        let ward = upto(after, &['区']).filter(|ward| ward.chars().count() <= 5);
        return [city, ward.as_deref().unwrap_or_default()].concat();
    }
    let county = upto(rest, &['郡']).filter(|county| county.chars().count() <= 5);
    let before = county.unwrap_or_default();
    let after = rest.strip_prefix(before.as_str()).unwrap_or_default();
    let signs: &[char] = if before.is_empty() {
        &['市', '区', '町', '村']
    } else {
        &['町', '村']
    };
    // 郡山市 and 蒲郡市 are no counties.
    match upto(after, signs).filter(|name| !before.is_empty() && name.chars().count() <= 7) {
        Some(name) if !name.contains('市') => [before.as_str(), &name].concat(),
        _ => upto(rest, &['市', '区', '町', '村'])
            .filter(|name| name.chars().count() <= 7)
            .unwrap_or_default(),
    }
}

/// The text up to and with the first of these signs; the first character is no sign but begins the name.
fn upto(text: &str, signs: &[char]) -> Option<String> {
    let at = text.chars().skip(1).position(|c| signs.contains(&c))?;
    let name: String = text.chars().take(at + 2).collect();
    let is_name = !name.contains(|c: char| c.is_ascii_digit() || c.is_whitespace());
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn joined(whole: &str, parts: [&str; 4]) -> String {
        let [prefecture, city, town, street] = parts.map(str::to_owned);
        let whole = whole.to_owned();
        Parts {
            whole,
            prefecture,
            city,
            town,
            street,
        }
        .joined()
    }

    #[test]
    fn parts_are_joined_and_not_said_twice() {
        let expected = "静岡県見本市本町1-2";
        for (whole, parts) in [
            ("", ["静岡県", "見本市", "本町", "1-2"]),
            ("", ["静岡県", "見本市本町1-2", "", ""]),
            ("", ["静岡県", "静岡県見本市本町1-2", "", ""]),
            ("", ["静岡県", "静岡県見本市本町1-2", "本町", "1-2"]),
            ("見本市本町1-2", ["静岡県", "見本市", "本町", "1-2"]),
            ("静岡県見本市本町1-2", ["静岡県", "見本市", "", ""]),
            ("本町1-2", ["静岡県", "見本市", "", ""]),
        ] {
            assert_eq!(joined(whole, parts), expected, "{whole} {parts:?}");
        }
    }

    #[test]
    fn without_an_address_there_is_none() {
        assert_eq!(joined("", ["静岡県", "", "", ""]), "");
    }

    #[test]
    fn the_municipality_is_read_from_the_address() {
        for (address, expected) in [
            ("静岡県静岡市葵区追手町9番6号", "静岡市葵区"),
            ("静岡県駿東郡長泉町下長窪1007", "駿東郡長泉町"),
            ("福島県郡山市朝日1-23-7", "郡山市"),
            ("愛知県蒲郡市旭町17-1", "蒲郡市"),
            ("三重県四日市市諏訪町1-5", "四日市市"),
            ("千葉県市川市八幡1-1-1", "市川市"),
            ("東京都町田市森野2-2-22", "町田市"),
            ("東京都新宿区市谷本村町5-1", "新宿区"),
            ("滋賀県大津市御陵町3-1", "大津市"),
            ("見本", ""),
            ("", ""),
        ] {
            assert_eq!(municipality_in(address), expected, "{address}");
        }
    }

    #[test]
    fn prefectures_are_known_by_code_and_by_name() {
        assert_eq!(prefecture("22"), Prefecture::new(22));
        assert_eq!(prefecture("静岡県"), Prefecture::new(22));
        assert_eq!(prefecture("見本県"), None);
        assert_eq!(prefecture("00"), None);
        assert_eq!(prefecture_in("東京都千代田区"), Prefecture::new(13));
    }

    proptest! {
        #[test]
        fn a_municipality_is_always_a_piece_of_the_address(address in "[東京都静岡県市区町村郡山1 ]{0,20}") {
            prop_assert!(address.contains(&municipality_in(&address)));
        }
    }
}
